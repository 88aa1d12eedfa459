"""One figure of the day's strip: what it is, how much, and how far along."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.flow_layout import FlowLayout


class ThinBar(QWidget):
    """A thin bar filled from the reading side in the colour of its subject."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._fraction: float | None = None
        self._wishes = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_width_of_its_own(self, wishes: bool) -> None:
        """Wish for some width, or take what there is."""
        self._wishes = wishes
        self.updateGeometry()

    def set_fraction(self, fraction: float | None) -> None:
        """Fill up to `fraction`, 0–1 (more fills it all); None leaves the place empty."""
        self._fraction = fraction
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a short bar; it widens with its place."""
        look = current_look()
        wishes = self._wishes and self._fraction is not None
        return QSize(look.px(112) if wishes else 0, look.px(6))

    def minimumSizeHint(self) -> QSize:
        """Return the least a bar can say something in."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is filled of it."""
        if self._fraction is None:
            return
        look = current_look()
        whole = QRectF(self.rect())
        done = QRectF(whole)
        done.setWidth(whole.width() * min(1.0, max(0.0, self._fraction)))
        if self.isRightToLeft():
            done.moveRight(whole.right())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for rect, role in ((whole, "track"), (done, self._role)):
                painter.setBrush(look.colour(role))
                painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


class Stat(QFrame):
    """Caption, large value, small note and a thin bar, read aloud as one sentence."""

    def __init__(self, caption: str, role: str = "action", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self._brief = False
        self._caption = label(caption, "caption", wrap=False)
        self._value = label("–", "figure", wrap=False)
        self._note = label("", "caption", wrap=False)
        self._note.setContentsMargins(0, 0, 0, look.px(3))
        self._bar = ThinBar(role)
        line = FlowLayout(gap=look.px(8))
        line.addWidget(self._value)
        line.addWidget(self._note)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(2))
        outer.addWidget(self._caption)
        outer.addLayout(line)
        outer.addWidget(self._bar)
        outer.addStretch(1)
        self.set_figure("–")

    def width_wanted(self, brief: bool) -> int:
        """Return the width that shows all in one line, or all but the note."""
        line = self._value.sizeHint().width()
        if self._note.text() and not brief:
            line += current_look().px(8) + self._note.sizeHint().width()
        return max(line, self._caption.sizeHint().width())

    def set_brief(self, brief: bool) -> None:
        """Leave the note out where there is little room; it is still read aloud."""
        if brief != self._brief:
            self._brief = brief
            self._note.setVisible(bool(self._note.text()) and not brief)
            self._bar.set_width_of_its_own(not brief)
            self._outer.invalidate()
            self.updateGeometry()

    def set_figure(
        self, value: str, note: str = "", fraction: float | None = None, spoken: str = ""
    ) -> None:
        """Show `value` with its `note`; `fraction` of the goal fills the bar, None hides it.

        `spoken` is the note in full where there is no room for it.
        """
        self._value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note) and not self._brief)
        self._bar.set_fraction(fraction)
        note = spoken or note
        said = ", ".join(part for part in (value, note) if part)
        self.setToolTip(note)
        self.setAccessibleName(f"{self._caption.text()}: {said}")
