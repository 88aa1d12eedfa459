"""The card above the pages: one thing to have looked at, until it is read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from steadyhands.domain.redflags import Spoken
from steadyhands.ui.safety_words import action_text, data_text, noticed_text, urgency_names
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_PAGE_SHARE = 0.27  # of the window's height stays for the page below
_LEAST_PAGE_PX = 90


class SafetyCard(QFrame):
    """Says what was logged, what it may call for and what to do; it never goes by itself.

    In a window too low for all of it, the rest is read on the Safety page.
    """

    read = Signal()
    page_asked = Signal()

    def __init__(
        self,
        told: Spoken,
        waiting: int,
        today: date,
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = current_look()
        head = urgency_names()[told.urgency]
        if waiting:
            head = self.tr("{0} – 1 of {1}").format(head, waiting + 1)
        lines = (
            (head, "caption"),
            (action_text(told.flag), "title"),
            (data_text(told.flag.sign), ""),
            (noticed_text(told, today), "muted"),
        )
        self._labels = [label(text, role) for text, role in lines]
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(look.px(5))
        for each in self._labels:
            self._lines.addWidget(each)
        self._brief = label(head, "caption", wrap=False)
        self._brief.setMinimumHeight(look.target)
        self._lines.addLayout(self._buttons(guard))
        self._said = " ".join(text.rstrip(".") + "." for text, _ in lines)
        self.setAccessibleName(self._said)

    def _buttons(self, guard: ClickGuard) -> FlowLayout:
        row = FlowLayout(gap=8)
        self.done = GuardedButton(self.tr("I have read this"), "primary", guard)
        self.more = GuardedButton(self.tr("Open the safety page"), "secondary", guard)
        self.done.pressed_once.connect(self.read)
        self.more.pressed_once.connect(self.page_asked)
        for part in (self._brief, self.done, self.more):
            row.addWidget(part)
        return row

    def announce(self) -> None:
        """Have a screen reader say the card."""
        said = QAccessibleAnnouncementEvent(self, self._said)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def stay_in(self, window: QWidget) -> None:
        """Leave a part of the window's height to the page, whenever that changes."""
        self._show_lines(0)  # until it lies in the window, whose height must not grow for it
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the window has another height."""
        if event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self._fit(event.size().height())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(self.window().height())

    def _fit(self, height: int) -> None:
        """Show as many lines as there is room for; who cannot read all cannot say so here."""
        kept = max(height * _PAGE_SHARE, current_look().px(_LEAST_PAGE_PX))
        room = height - self.mapTo(self.window(), QPoint(0, 0)).y() - kept
        for count in (len(self._labels), 2, 0):
            self._show_lines(count)
            needed = self._lines.totalHeightForWidth(self.width())
            if needed <= room:
                break
        self.setMinimumHeight(needed)

    def _show_lines(self, count: int) -> None:
        """Show so many lines; none leaves a word beside the button."""
        look, tight = current_look(), count == 0
        for place, line in enumerate(self._labels):
            line.setVisible(place < count)
        self.done.setVisible(count == len(self._labels))
        self._brief.setVisible(tight)
        above, below = (6, 6) if tight else (12, 14)
        self._lines.setContentsMargins(look.px(20), look.px(above), look.px(20), look.px(below))
        self._lines.invalidate()
