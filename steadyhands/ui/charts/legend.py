"""What colours and marks mean, outside of the picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.charts.cell_map import tint
from steadyhands.ui.charts.key import Key
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.hand_look import mixed


class Legend(QWidget):
    """Marks with their words, in as many lines as they need; read aloud with the chart itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._known: dict[int, tuple[list[tuple[Key, QRectF]], float]] = {}  # by width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Iterable[Key]) -> None:
        """Show these."""
        keys = tuple(keys)
        if self._keys == keys and self._known:
            return
        self._keys, self._known = keys, {}
        self.setVisible(bool(self._keys))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(current_look().px(13))
        return font

    def _placed(self, width: float) -> tuple[list[tuple[Key, QRectF]], float]:
        """Return where each entry lies, and the height of all; worked out once a width."""
        if round(width) not in self._known:
            self._known[round(width)] = self._place(width)
        placed, high = self._known[round(width)]
        return [(key, QRectF(rect)) for key, rect in placed], high

    def _place(self, width: float) -> tuple[list[tuple[Key, QRectF]], float]:
        look, metrics = current_look(), QFontMetricsF(self._font())
        mark, high = look.px(22), metrics.height() + look.px(4)
        x = y = 0.0
        placed = []
        for key in self._keys:
            head = mark if key.shape else 0
            wide = head + metrics.horizontalAdvance(key.words) + look.px(2)
            if x and x + wide > width:
                x, y = 0.0, y + high
            placed.append((key, QRectF(x, y, wide, high)))
            x += wide + look.px(16)
        return placed, y + high

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return round(self._placed(width)[1])

    def sizeHint(self) -> QSize:
        """Return all in one line."""
        placed, high = self._placed(1 << 20)
        return QSize(round(max((r.right() for _, r in placed), default=0)), round(high))

    def minimumSizeHint(self) -> QSize:
        """Return one line, as narrow as the widest entry."""
        placed, _ = self._placed(1)
        widest = max((r.width() for _, r in placed), default=0)
        return QSize(round(widest), self.heightForWidth(max(self.width(), round(widest))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entries."""
        with QPainter(self) as painter:
            self.paint_on(painter, self.width())

    def paint_on(self, painter: QPainter, width: float) -> float:
        """Paint the entries at the painter's origin and return their height."""
        look = current_look()
        painter.setFont(self._font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed, high = self._placed(width)
        for key, rect in placed:
            if self.isRightToLeft():
                rect.moveRight(width - rect.left())
            mark = QRectF(rect.left(), rect.top(), look.px(16), rect.height())
            words = rect.adjusted(look.px(22) if key.shape else 0, 0, 8, 0)
            if self.isRightToLeft() and key.shape:
                mark.moveRight(rect.right())
                words = rect.adjusted(-8, 0, -look.px(22), 0)
            _paint_mark(painter, look, key, mark)
            painter.setPen(look.colour("muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, key.words)
        return high


def _paint_mark(painter: QPainter, look: Look, key: Key, room: QRectF) -> None:
    if not key.shape:
        return
    color, centre = look.colour(key.role), room.center()
    side = look.px(12)
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    if key.shape in ("line", "squares"):
        _paint_line(painter, look, key, room)
    elif key.shape == "dot":
        painter.setBrush(color)
        painter.drawEllipse(centre, look.px(5), look.px(5))
    elif key.shape == "gap":
        painter.setBrush(mixed(look.colour("card"), color, 0.05))
        painter.drawRect(box)
        painter.setBrush(QBrush(mixed(look.colour("card"), color, 0.4), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
    else:
        strength = {"band": 0.2, "pale": 0.08, "shade": 0.72, "tint0": 0.06, "tint1": 1.0}.get(
            key.shape, 0.6
        )
        fill = mixed(look.colour("card"), color, strength)
        painter.setBrush(tint(look, 0, 1) if key.shape == "tint0" else fill)
        painter.setPen(QPen(look.colour("line"), 1) if key.shape == "tint0" else QPen(fill, 0))
        painter.drawRoundedRect(box, 3, 3)


def _paint_line(painter: QPainter, look: Look, key: Key, room: QRectF) -> None:
    y = room.center().y()
    painter.setPen(QPen(look.colour(key.role), 2))
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
    if key.shape == "squares":
        side = look.px(7)
        painter.fillRect(
            QRectF(room.center().x() - side / 2, y - side / 2, side, side), look.colour(key.role)
        )
