"""What the maps of cells share: colour by amount, walking by arrows, the chosen cell in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.value import Value
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.table import Table
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.focus_ring import FocusRing
from steadyhands.ui.widgets.hand_look import mixed

Spot = tuple[int, int]  # row, column
_LEAST_TINT = 0.10
_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Cell(Value):
    """One cell: its amount, None where nothing was recorded."""

    amount: float | None
    day: int | None = None  # epoch day, where a cell is one


class CellMap(FocusRing, QWidget):
    """Base of the maps: a subclass says where cells lie and what they say.

    `read` carries the chosen cell in words; `day_chosen` its epoch day when it is one day.
    """

    read = Signal(str)
    day_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._cells: dict[Spot, Cell] = {}
        self._rects: dict[Spot, QRectF] = {}  # where the cells lie at the present size
        self._top = 0.0
        self._spot: Spot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    # What each map says for itself.

    def cell_rect(self, spot: Spot) -> QRectF:
        """Return where a cell lies, its gap included."""
        raise NotImplementedError

    def reading(self, spot: Spot) -> str:
        """Return a cell in words."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return the map in a sentence."""
        raise NotImplementedError

    def table(self) -> Table:
        """Return the numbers shown."""
        raise NotImplementedError

    def legend(self) -> tuple[Key, ...]:
        """Return what the colours mean."""
        raise NotImplementedError

    def paint_labels(self, painter: QPainter, look: Look) -> None:
        """Write what the rows and columns are."""

    # Shared.

    def describe(self) -> str:
        """Return the map in words, and how to walk in it."""
        return "\n".join((self.summary(), self.tr("Arrow keys go from cell to cell.")))

    def chosen(self) -> Spot | None:
        """Return the row and column chosen."""
        return self._spot

    def choose(self, spot: Spot, told: bool = True) -> None:
        """Choose a cell."""
        if spot not in self._cells:
            return
        self._spot = spot
        said = self.reading(spot)
        self.setAccessibleName(self.tr("{0}. {1}").format(self._name, said))
        self.read.emit(said)
        self.update()
        if told:
            announce(self, said)

    def _renew(self, cells: dict[Spot, Cell]) -> None:
        """Take new cells in."""
        self._cells, self._spot, self._rects = cells, None, {}
        self._top = max((cell.amount or 0.0 for cell in cells.values()), default=0.0)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.describe())
        self.read.emit("")
        self.updateGeometry()
        self.update()

    def font_of(self, look: Look) -> QFont:
        """Return the font of the labels."""
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        return font

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cells out anew when next asked."""
        self._rects = {}
        super().resizeEvent(event)

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where a cell lies, worked out once a size."""
        rect = self._rects.get(spot)
        if rect is None:
            rect = self._rects[spot] = self.cell_rect(spot)
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the ring of the keyboard."""
        with QPainter(self) as painter:
            self.paint_on(painter)
            self.paint_ring(painter, current_look().px(10))

    def paint_on(self, painter: QPainter) -> None:
        """Paint the map at the painter's origin."""
        look = current_look()
        painter.setFont(self.font_of(look))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        brushes: dict[float | None, QBrush] = {}
        for spot, cell in self._cells.items():
            if cell.amount not in brushes:
                brushes[cell.amount] = QBrush(tint(look, cell.amount, self._top))
            painter.setBrush(brushes[cell.amount])
            self._paint_cell(painter, look, spot, cell)
        self.paint_labels(painter, look)
        if self._spot is not None:
            rect = self.cell_rect(self._spot).adjusted(1, 1, -1, -1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("text"), 2))
            painter.drawRoundedRect(rect, 4, 4)

    def _paint_cell(self, painter: QPainter, look: Look, spot: Spot, cell: Cell) -> None:
        rect = self.rect_of(spot)
        gap = 1.5 if min(rect.width(), rect.height()) > 12 else 0.75
        inner = rect.adjusted(gap, gap, -gap, -gap)
        round_ = min(4.0, inner.height() / 4)
        painter.drawRoundedRect(inner, round_, round_)
        if cell.amount is None:
            ink = mixed(look.colour("card"), look.colour("text"), 0.26)
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(inner, round_, round_)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the cell nearest to a press."""
        if not self._cells:
            return None

        def far(spot: Spot) -> float:
            off = self.cell_rect(spot).center() - point
            return off.x() ** 2 + off.y() ** 2

        return min(self._cells, key=far)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell that was pressed."""
        spot = self.spot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        self.choose(spot)
        self._open()

    def _open(self) -> None:
        cell = self._cells.get(self._spot) if self._spot is not None else None
        if cell is not None and cell.day is not None:
            self.day_chosen.emit(cell.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter opens a day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        by = _KEYS.get(Qt.Key(event.key()))
        if by is None or not self._cells:
            event.ignore()
            return
        self.show_ring(True)
        across = -by[1] if self.isRightToLeft() else by[1]
        self.choose(self._next((by[0], across)))

    def _next(self, by: Spot) -> Spot:
        """Return the cell beside the chosen one; the first one if none is."""
        if self._spot is None:
            return min(self._cells)
        there = (self._spot[0] + by[0], self._spot[1] + by[1])
        return there if there in self._cells else self._spot

    def sizeHint(self) -> QSize:
        """Return a map that reads well."""
        look = current_look()
        return QSize(look.px(300), look.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is readable."""
        return QSize(200, current_look().px(210))


def tint(look: Look, amount: float | None, top: float) -> QColor:
    """Return a cell's colour: from nearly the card's to the twitches' own."""
    if amount is None:
        return mixed(look.colour("card"), look.colour("text"), 0.05)
    if amount <= 0 or top <= 0:
        return mixed(look.colour("card"), look.colour("twitch"), 0.06)
    share = _LEAST_TINT + (1 - _LEAST_TINT) * amount / top
    return mixed(look.colour("card"), look.colour("twitch"), share)
