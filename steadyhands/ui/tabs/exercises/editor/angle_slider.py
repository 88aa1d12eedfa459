"""How far a joint is bent: a track to press, with buttons beside it, never past its limits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.step_track import StepTrack

STEP = 5  # degrees
_LEFT_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)  # an angle cannot be unanswered


class AngleTrack(StepTrack):
    """Whole degrees; steps go to the next multiple of five."""

    def step(self, by: int) -> None:
        """Go up or down to the next multiple of five degrees."""
        value = self.value()
        self.answer((value // STEP + 1) * STEP if by > 0 else (-(-value // STEP) - 1) * STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrows; digits and Delete do nothing here."""
        if event.key() in _LEFT_OUT or event.text().isdecimal():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a target's height with a line of words under it."""
        look = current_look()
        return QSize(look.px(200), look.target + look.px(19))

    def _paint_line(self, painter: QPainter, look: Look) -> None:
        y = look.target / 2
        line = QPen(look.colour("track"), look.px(8))
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.drawLine(QPointF(self._x(self.minimum()), y), QPointF(self._x(self.maximum()), y))
        line.setColor(look.colour(self._role))
        painter.setPen(line)
        middle = min(max(0, self.minimum()), self.maximum())  # where the joint is straight
        painter.drawLine(QPointF(self._x(middle), y), QPointF(self._x(self.value()), y))

    def _paint_numbers(self, painter: QPainter, look: Look) -> None:
        painter.setFont(self._number_font())

    def _paint_end_words(self, painter: QPainter, look: Look) -> None:
        painter.translate(0, -look.px(18))
        super()._paint_end_words(painter, look)
        painter.translate(0, look.px(18))


class AngleSlider(QWidget):
    """A joint's name and angle over its track."""

    changed = Signal(int)  # degrees

    def __init__(
        self, caption: str, span: tuple[int, int], ends: tuple[str, str], guard: ClickGuard
    ) -> None:
        super().__init__()
        self.track = AngleTrack(caption, span, ends, "action", guard)
        self.less = GuardedButton("−", "round", guard)
        self.more = GuardedButton("+", "round", guard)
        self.less.setAccessibleName(self.tr("{0}: less").format(caption))
        self.more.setAccessibleName(self.tr("{0}: more").format(caption))
        self._angle = label("", "muted", wrap=False)
        words = label(caption, "caption")
        words.setBuddy(self.track)
        look = current_look()
        top = QHBoxLayout()
        top.addWidget(words, 1)
        top.addWidget(self._angle)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part, stretch in ((self.less, 0), (self.track, 1), (self.more, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        outer.addLayout(top)
        outer.addLayout(row)
        self.track.answered.connect(self._on_answered)
        self.less.pressed_once.connect(lambda: self.track.step(-1))
        self.more.pressed_once.connect(lambda: self.track.step(1))

    def value(self) -> int:
        """Return the angle in degrees."""
        return self.track.value()

    def set_value(self, degrees: int) -> None:
        """Show an angle without any signal."""
        self.track.show_answer(degrees)
        self._angle.setText(self.tr("{0}°").format(degrees))

    def _on_answered(self, degrees: object) -> None:
        if isinstance(degrees, int):
            self._angle.setText(self.tr("{0}°").format(degrees))
            self.changed.emit(degrees)
