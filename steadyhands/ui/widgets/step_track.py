"""The painted track of a stepped slider."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider

from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.buttons import now_ms
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.focus_ring import FocusRing

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class StepTrack(FocusRing, QSlider):
    """Whole numbers from `low` to `high`; a press sets, nothing needs dragging.

    No answer is not zero: the track then shows no handle and says so.
    """

    answered = Signal(object)  # int or None

    def __init__(
        self,
        caption: str,
        span: tuple[int, int],
        end_words: tuple[str, str],
        role: str,
        guard: ClickGuard | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._caption = caption
        self._role = role
        self._guard = guard if guard is not None else ClickGuard()
        self._end_words = end_words
        self._given = False
        self.setRange(*span)
        self.setAccessibleDescription(
            ", ".join(
                self.tr("{0} is {1}").format(value, word)
                for value, word in zip(span, end_words, strict=True)
                if word
            )
        )
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_answer(None)
        self.valueChanged.connect(self._on_set_by_reader)

    def answer_given(self) -> int | None:
        """Return the answer, None while there is none."""
        return self.value() if self._given else None

    def show_answer(self, value: int | None) -> None:
        """Show an answer or none, without any signal."""
        self._given = value is not None
        with QSignalBlocker(self):
            self.setValue(self.minimum() if value is None else value)
        said = self._caption if self._given else self.tr("{0}, not answered").format(self._caption)
        self.setAccessibleName(said)
        self.update()

    def answer(self, value: int | None) -> None:
        """Take an answer from the person and tell of it when it is another."""
        if value is not None:
            value = min(self.maximum(), max(self.minimum(), value))
        if value != self.answer_given():
            self.show_answer(value)
            self.answered.emit(value)

    def _on_set_by_reader(self, value: int) -> None:
        """Take a value set from outside, as screen readers do."""
        self._given = False
        self.answer(value)

    def step(self, by: int) -> None:
        """Go one up or down; the first step of all lands on the lowest answer."""
        self.answer(self.value() + by if self._given else self.minimum())

    def _margin(self) -> float:
        return current_look().target / 2

    def _x(self, value: int) -> float:
        span = self.width() - 2 * self._margin()
        part = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return self._margin() + span * (1 - part if self.isRightToLeft() else part)

    def _nearest(self, x: float) -> int:
        return min(range(self.minimum(), self.maximum() + 1), key=lambda v: abs(self._x(v) - x))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the answer nearest to the press, once for a bounce."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._guard.allows(self, now_ms()):
            self.answer(self._nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay: a hand that shakes while pressing does not change the answer."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay: the press has already counted."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by arrows, set by a digit, Home or End, clear by Delete."""
        self.show_ring(True)
        key = Qt.Key(event.key())
        if key in _STEPS:
            mirrored = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.step(-_STEPS[key] if mirrored else _STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.answer(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        elif (
            event.text().isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.answer(int(event.text()))
        else:
            event.ignore()

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(current_look().px(13))
        return font

    def sizeHint(self) -> QSize:
        """Return a target's height, a line of numbers and one of words under it."""
        look = current_look()
        stops = self.maximum() - self.minimum() + 1
        lines = 2 if any(self._end_words) else 1
        return QSize(stops * look.px(30), look.target + lines * look.px(19))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which the stops are still apart."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its stops, their numbers and the handle."""
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter, look)
            self._paint_numbers(painter, look)
            self._paint_end_words(painter, look)
            if self._given:
                self._paint_handle(painter, look)
            self.paint_ring(painter, look.px(12))

    def _paint_line(self, painter: QPainter, look: Look) -> None:
        y = look.target / 2
        line = QPen(look.colour("track"), look.px(8))
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.drawLine(QPointF(self._x(self.minimum()), y), QPointF(self._x(self.maximum()), y))
        if self._given:
            line.setColor(look.colour(self._role))
            painter.setPen(line)
            painter.drawLine(QPointF(self._x(self.minimum()), y), QPointF(self._x(self.value()), y))
        painter.setPen(Qt.PenStyle.NoPen)
        for value in range(self.minimum(), self.maximum() + 1):
            passed = self._given and value <= self.value()
            painter.setBrush(look.colour("card" if passed else "field_edge"))
            painter.drawEllipse(QPointF(self._x(value), y), look.px(2), look.px(2))

    def _paint_numbers(self, painter: QPainter, look: Look) -> None:
        painter.setFont(self._number_font())
        apart = abs(self._x(self.minimum() + 1) - self._x(self.minimum()))
        wide = painter.fontMetrics().horizontalAdvance("10") + 4
        every = max(1, -(-wide // max(1, int(apart))))
        for value in range(self.minimum(), self.maximum() + 1):
            at_end = value == self.maximum()
            if not at_end and (value - self.minimum()) % every:
                continue
            here = self._given and value == self.value()
            painter.setPen(look.colour("text" if here else "muted"))
            box = QRectF(self._x(value) - wide, look.target - look.px(2), 2 * wide, look.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _paint_end_words(self, painter: QPainter, look: Look) -> None:
        painter.setPen(look.colour("muted"))
        edge = self._margin() - look.px(5)
        half = QRectF(0, look.target + look.px(18), self.width() / 2 - edge - 4, look.px(19))
        left, right = half.translated(edge, 0), half.translated(self.width() / 2 + 4, 0)
        sides = [(left, Qt.AlignmentFlag.AlignLeft), (right, Qt.AlignmentFlag.AlignRight)]
        words = reversed(self._end_words) if self.isRightToLeft() else self._end_words
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        metrics = painter.fontMetrics()
        for word, (box, side) in zip(words, sides, strict=True):
            fitting = metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, side | middle, fitting)

    def _paint_handle(self, painter: QPainter, look: Look) -> None:
        radius = look.target * 0.37
        painter.setPen(QPen(look.colour("card"), 3))
        painter.setBrush(look.colour(self._role))
        painter.drawEllipse(QPointF(self._x(self.value()), look.target / 2), radius, radius)
