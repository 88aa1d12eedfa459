"""The report's pages as they will be printed, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard

_A4 = 297 / 210


class Sheet(QWidget):
    """One page, as wide as there is room, always white: it stands for paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: QPixmap, said: str) -> None:
        """Show a page; `said` is it in words for a screen reader."""
        self._page = page
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the paper's shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a page of this width."""
        if self._page.isNull():
            return round(width * _A4)
        return round(width * self._page.height() / self._page.width())

    def sizeHint(self) -> QSize:
        """Return a page that can be read."""
        wide = current_look().px(560)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows what is where."""
        return QSize(current_look().px(240), current_look().px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that fits the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page with a thin edge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.fillRect(area, Qt.GlobalColor.white)
            if not self._page.isNull():
                painter.drawPixmap(area, self._page, QRectF(self._page.rect()))
            painter.setPen(current_look().colour("card_edge"))
            painter.drawRect(area)


class Preview(Card):
    """Shows the pages that were set; says so while newer ones are being set."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Preview"))
        self._pages: list[QPixmap] = []
        self._words = ""
        self._place = 0
        self.sheet = Sheet()
        self.back = GuardedButton(self.tr("Page before"), "quiet", guard)
        self.on = GuardedButton(self.tr("Next page"), "quiet", guard)
        self.said = label("", "muted")
        self.back.pressed_once.connect(lambda: self._turn(-1))
        self.on.pressed_once.connect(lambda: self._turn(1))
        row = QHBoxLayout()
        row.setSpacing(current_look().px(8))
        row.addWidget(self.said, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        self.body.addLayout(row)
        self.body.addWidget(self.sheet)
        self._show()

    def show_setting(self) -> None:
        """Say that the pages are being set."""
        self.said.setText(self.tr("Setting the pages…"))

    def show_problem(self, said: str) -> None:
        """Say why there are no pages."""
        self.said.setText(said)

    def show_pages(self, pages: Sequence[bytes], words: str) -> None:
        """Show pages from PNG; `words` is the report as text, for who cannot see it."""
        self._pages = []
        for page in pages:
            picture = QPixmap()
            picture.loadFromData(page)
            self._pages.append(picture)
        self._words = words
        self._place = min(self._place, max(0, len(pages) - 1))
        self._show()

    def _turn(self, step: int) -> None:
        self._place = max(0, min(len(self._pages) - 1, self._place + step))
        self._show()
        announce(self.sheet, self.said.text())

    def _show(self) -> None:
        count = len(self._pages)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < count)
        if not count:
            self.sheet.show_page(QPixmap(), self.tr("The report's pages"))
            return
        said = self.tr("Page {0} of {1}").format(self._place + 1, count)
        self.said.setText(said)
        self.sheet.show_page(self._pages[self._place], self.tr("The report, {0}").format(said))
        self.sheet.setAccessibleDescription(self._words)
