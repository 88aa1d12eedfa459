"""A plot along time in pyqtgraph: axes, one mark to walk with, pan and zoom without a drag."""

from __future__ import annotations

import math
from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from steadyhands.domain.value import Value
from steadyhands.ui.charts.day_ticks import day_ticks
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.focus_ring import FocusRing

Label = Callable[[float], str]
_ZOOM = 1.5
_LEAST_DAYS = 5.0
_PAN = 0.25
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Scale(Value):
    """A vertical axis: its range, the step of its lines, how values are written, its colour."""

    low: float = 0.0
    high: float = 1.0
    step: float = 0.25
    role: str = "muted"


class PlotView(FocusRing, pg.GraphicsView):  # to mypy a QWidget: pyqtgraph has no types
    """One or two view boxes under a shared time axis; x is the epoch day.

    `step_asked` carries -1 or +1 (walk), or a place with `jump_asked`; the owner keeps what is
    chosen and tells it by `mark`. `moved` tells the range of days now seen.
    """

    step_asked = Signal(int)
    jump_asked = Signal(int)  # -1 the first, +1 the last
    pressed_at = Signal(float, float)  # day; share of the height, 0 at the top
    open_asked = Signal()
    moved = Signal(float, float)
    beyond = Signal(int)  # asked for earlier (-1) or later (+1) days than there are, or more (0)

    def __init__(self, boxes: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)  # type: ignore[call-arg]
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(False)
        self.viewport().setMouseTracking(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralItem(None)  # an empty item that pyqtgraph lays over the boxes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.boxes = [_box() for _ in range(boxes)]
        for box in self.boxes:
            self.scene().addItem(box)
        self._scales: list[tuple[Scale, Label]] = []
        self._extent = (0.0, 1.0)
        self._seen = (0.0, 1.0)
        self._mark: tuple[float, float] | None = None
        self._dates = True
        self.empty_words = ""

    # -- what is shown ---------------------------------------------------------------------

    def set_scales(self, *scales: tuple[Scale, Label]) -> None:
        """Show these vertical axes: the first at the left, a second at the right."""
        changed = [one for one, _ in scales] != [one for one, _ in self._scales]
        self._scales = list(scales)
        for box, (scale, _) in zip(self.boxes, scales, strict=False):
            box.setYRange(scale.low, scale.high, padding=0)
        if changed:
            self._arrange()

    def set_extent(self, first: float, end: float) -> None:
        """Say which days there are; the view never leaves them."""
        self._extent = (first, max(end, first + 1))

    def extent(self) -> tuple[float, float]:
        """Return the first day and the end of what there is."""
        return self._extent

    def seen(self) -> tuple[float, float]:
        """Return the range of days now shown."""
        return self._seen

    def show_range(self, low: float, high: float) -> None:
        """Show these days, kept within what there is."""
        first, end = self._extent
        wide = min(max(high - low, min(_LEAST_DAYS, end - first)), end - first)
        low = min(max(low, first), end - wide)
        self._seen = (low, low + wide)
        for box in self.boxes:
            box.setXRange(low, low + wide, padding=0)
        self.viewport().update()
        self.moved.emit(*self._seen)

    def pan(self, share: float) -> None:
        """Move by a share of what is seen; positive is later."""
        low, high = self._seen
        if (low if share < 0 else -high) <= (self._extent[0] if share < 0 else -self._extent[1]):
            self.beyond.emit(-1 if share < 0 else 1)
            return
        self.show_range(low + share * (high - low), high + share * (high - low))

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days, about the mark if it is seen, else the middle."""
        low, high = self._seen
        if factor > 1 and self._seen == self._extent:
            self.beyond.emit(0)
            return
        centre = (low + high) / 2
        if self._mark is not None and low <= self._mark[0] <= high:
            centre = (self._mark[0] + self._mark[1]) / 2
        share = (centre - low) / (high - low)
        wide = (high - low) * factor
        self.show_range(centre - share * wide, centre + (1 - share) * wide)

    def mark(self, span: tuple[float, float] | None) -> None:
        """Shade the chosen days and bring them into sight."""
        self._mark = span
        low, high = self._seen
        if span is not None and not (low <= span[0] and span[1] <= high):
            wide = high - low
            low = span[0] - wide * 0.1 if span[0] < low else span[1] - wide * 0.9
            self.show_range(low, low + wide)
        self.viewport().update()

    # -- places ----------------------------------------------------------------------------

    def area(self) -> QRectF:
        """Return where the data are drawn, in pixels."""
        look = current_look()
        metrics = QFontMetricsF(self.font_of(look))
        sides = [self._side_width(metrics, n) for n in range(2)]
        top, foot = metrics.height() * 0.6, metrics.height() + look.px(10)
        return QRectF(
            sides[0],
            top,
            max(10.0, self.width() - sides[0] - sides[1]),
            max(10.0, self.height() - top - foot),
        )

    def _side_width(self, metrics: QFontMetricsF, place: int) -> float:
        if place >= len(self._scales):
            return float(current_look().px(12))
        scale, label = self._scales[place]
        widest = max(
            (metrics.horizontalAdvance(label(v)) for v in steps_of_scale(scale)), default=0.0
        )
        return widest + current_look().px(10)

    def font_of(self, look: Look) -> QFont:
        """Return the font of the axes."""
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        return font

    def _arrange(self) -> None:
        area = self.area()
        for box in self.boxes:
            box.setGeometry(area)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fit the boxes between the axes."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if hasattr(self, "_scales"):
            self._arrange()

    def x_of(self, day: float) -> float:
        """Return the pixel of a day."""
        area, (low, high) = self.area(), self._seen
        return area.left() + (day - low) / (high - low) * area.width()

    # -- painting --------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint lines and labels of the axes, and the chosen days."""
        look, area = current_look(), self.area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self.font_of(look))
        if self._mark is not None:
            left, right = (self.x_of(x) for x in self._mark)
            wide = max(right - left, 3.0)
            band = QRectF(left, area.top(), wide, area.height()).intersected(area)
            painter.fillRect(band, look.colour("text", 0.10))
        for place, (scale, label) in enumerate(self._scales):
            self._paint_scale(painter, look, area, place, scale, label)
        self._paint_days(painter, look, area)

    def _paint_scale(
        self, painter: QPainter, look: Look, area: QRectF, place: int, scale: Scale, label: Label
    ) -> None:
        high = painter.fontMetrics().height()
        for value in steps_of_scale(scale):
            share = (value - scale.low) / (scale.high - scale.low)
            y = round(area.bottom() - share * area.height()) + 0.5
            if place == 0:
                painter.setPen(QPen(look.colour("line"), 1))
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.colour(scale.role))
            if place == 0:
                box = QRectF(0, y - high / 2, area.left() - look.px(8), high)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, label(value))
            else:
                box = QRectF(area.right() + look.px(8), y - high / 2, self.width(), high)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, label(value))

    def _paint_days(self, painter: QPainter, look: Look, area: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        widest = metrics.horizontalAdvance(self.tr("30 Sept"))
        low, high = self._seen
        painter.setPen(look.colour("muted"))
        for day, words in day_ticks(low, high, area.width(), widest):
            wide = metrics.horizontalAdvance(words) + 2
            middle = self.x_of(day + (0.5 if high - low < 120 else 0))
            left = min(max(0.0, middle - wide / 2), self.width() - wide)
            box = QRectF(left, area.bottom() + look.px(6), wide, metrics.height())
            painter.drawText(box, _CENTRE, words)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring of the keyboard, and what an empty chart says."""
        look = current_look()
        if self.empty_words:
            painter.setFont(self.font_of(look))
            painter.setPen(look.colour("muted"))
            box = self.area().adjusted(look.px(16), 0, -look.px(16), 0)
            painter.drawText(box, _CENTRE | Qt.TextFlag.TextWordWrap, self.empty_words)
        self.paint_ring(painter, look.px(10))

    def render_plain(self, painter: QPainter) -> None:
        """Paint the plot without the keyboard's ring, as a picture wants it."""
        ring, self._ring = self._ring, False
        try:
            self.render(painter, QRectF(self.rect()), self.rect())  # type: ignore[call-overload]
        finally:
            self._ring = ring

    # -- hands -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day that was pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        area, (low, high) = self.area(), self._seen
        at = event.position()
        share = min(max((at.x() - area.left()) / area.width(), 0.0), 1.0)
        height = min(max((at.y() - area.top()) / area.height(), 0.0), 1.0)
        self.pressed_at.emit(low + share * (high - low), height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay where it is: a shaking hand pans nothing."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing; the press has done it."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a pair like the first."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, pan sideways; a plain wheel scrolls the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned.y():
            self.zoom(math.pow(_ZOOM, -turned.y() / 240))
        elif abs(turned.x()) > abs(turned.y()):
            self.pan(-turned.x() / 1200)
        else:
            event.ignore()
            return
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with arrows, pan with Page Up and Down, zoom with plus and minus; Enter opens."""
        back = 1 if self.isRightToLeft() else -1
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self.step_asked.emit(back),
            Qt.Key.Key_Right: lambda: self.step_asked.emit(-back),
            Qt.Key.Key_Home: lambda: self.jump_asked.emit(-1),
            Qt.Key.Key_End: lambda: self.jump_asked.emit(1),
            Qt.Key.Key_PageUp: lambda: self.pan(-4 * _PAN),
            Qt.Key.Key_PageDown: lambda: self.pan(4 * _PAN),
            Qt.Key.Key_Plus: lambda: self.zoom(1 / _ZOOM),
            Qt.Key.Key_Equal: lambda: self.zoom(1 / _ZOOM),
            Qt.Key.Key_Minus: lambda: self.zoom(_ZOOM),
            Qt.Key.Key_Return: self.open_asked.emit,
            Qt.Key.Key_Enter: self.open_asked.emit,
        }
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            acts[Qt.Key.Key_Left] = lambda: self.pan(back * _PAN)
            acts[Qt.Key.Key_Right] = lambda: self.pan(-back * _PAN)
        act = acts.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self.show_ring(True)
        act()

    def sizeHint(self) -> QSize:
        """Return a chart that reads well; it takes what its place gives."""
        look = current_look()
        return QSize(look.px(420), look.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is readable."""
        look = current_look()
        return QSize(200, look.px(190))


def _box() -> pg.ViewBox:
    """Return a view box that neither listens to the mouse nor ranges by itself."""
    box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
    box.disableAutoRange()
    return box


def steps_of_scale(scale: Scale) -> list[float]:
    """Return the values of an axis's lines."""
    count = round((scale.high - scale.low) / scale.step) if scale.step else 0
    return [scale.low + n * scale.step for n in range(count + 1)]
