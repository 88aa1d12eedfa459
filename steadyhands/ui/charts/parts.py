"""What plots are made of in pyqtgraph: bars, marks of missing days, bands, lines with gaps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform
from shiboken6 import wrapInstance

from steadyhands.ui.widgets.hand_look import mixed

SOFT_UP_TO = 60
HATCH_DAYS = 200  # more days than this seen at once: plain grey, hatching would be noise


class Rects(pg.BarGraphItem):
    """Rectangles of one colour, drawn in one call; x is a day, y from `foot` to the value."""

    def __init__(self, color: QColor) -> None:
        super().__init__(x0=[], width=[], height=[], pen=pg.mkPen(None), brush=color)
        self._pixels = np.empty((0, 4), np.int32)  # alive as long as Qt may read it

    def show_rects(
        self,
        starts: Sequence[float],
        widths: Sequence[float],
        heights: Sequence[float],
        feet: Sequence[float] | float = 0.0,
    ) -> None:
        """Draw these instead."""
        self.setOpts(
            x0=np.asarray(starts, float),
            width=np.asarray(widths, float),
            y0=np.broadcast_to(np.asarray(feet, float), (len(starts),)),
            height=np.asarray(heights, float),
        )

    def paint(self, painter: QPainter, *args: object) -> None:
        """Paint with soft edges while there are few, on whole pixels when there are many."""
        if len(self._rectarray) <= SOFT_UP_TO:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            super().paint(painter, *args)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._sharedBrush)
            self._paint_whole_pixels(painter)

    def _paint_whole_pixels(self, painter: QPainter) -> None:
        """Paint by Qt's filler of plain rectangles; through its rasterizer, 3,650 take 0.2 s."""
        placed = painter.transform()
        memory = self._rectarray.ndarray()
        left = np.rint(memory[:, 0] * placed.m11() + placed.dx())
        right = np.rint((memory[:, 0] + memory[:, 2]) * placed.m11() + placed.dx())
        foot = np.rint(memory[:, 1] * placed.m22() + placed.dy())
        top = np.rint((memory[:, 1] + memory[:, 3]) * placed.m22() + placed.dy())
        clip = painter.transform().mapRect(painter.clipBoundingRect())
        seen = (right >= clip.left()) & (left <= clip.right())
        # QRect holds whole numbers, its right and bottom edges within it.
        corners = np.column_stack((left, top, np.maximum(right - 1, left), foot - 1))
        self._pixels = _one_a_column(corners[seen].astype(np.int32))
        if len(self._pixels):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setTransform(QTransform())
            first: Any = wrapInstance(self._pixels.ctypes.data, QRect)
            painter.drawRects(first, len(self._pixels))
            painter.setTransform(placed)


def _one_a_column(corners: np.ndarray) -> np.ndarray:
    """Return rectangles in order, of those that begin in one pixel only the highest."""
    if not len(corners):
        return corners
    firsts = np.flatnonzero(np.diff(corners[:, 0], prepend=corners[0, 0] - 1))
    kept = corners[firsts].copy()
    kept[:, 1] = np.minimum.reduceat(corners[:, 1], firsts)
    return np.ascontiguousarray(kept)


class Gaps(Rects):
    """The stretches of days on which nothing was recorded: hatched, as high as the plot."""

    def __init__(self, card: QColor, ink: QColor) -> None:
        super().__init__(QColor(0, 0, 0, 0))
        # Solid, not clear: Qt fills solid rectangles six times faster.
        self._ground, self._hatch = mixed(card, ink, 0.05), mixed(card, ink, 0.26)

    def show_gaps(self, gaps: Sequence[tuple[int, int]], height: float, foot: float = 0.0) -> None:
        """Mark the stretches from first day to the day after."""
        starts, widths = [a for a, _ in gaps], [b - a for a, b in gaps]
        self.show_rects(starts, widths, [height - foot] * len(gaps), foot)

    def paint(self, painter: QPainter, *args: object) -> None:
        """Paint a light ground, and hatching where days are wide enough to see it."""
        if not len(self._rectarray):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        self._paint_whole_pixels(painter)
        box = self.getViewBox()
        seen = box.viewRect().width() if box is not None else 0
        if seen <= HATCH_DAYS:
            painter.setBrush(QBrush(self._hatch, Qt.BrushStyle.BDiagPattern))
            self._paint_whole_pixels(painter)


class Band(pg.GraphicsObject):
    """A level band, such as a goal, from one end of time to the other."""

    def __init__(self, color: QColor, low: float, high: float, first: float, end: float) -> None:
        super().__init__()
        self._color = color
        self._rect = QRectF(first, low, end - first, high - low)

    def boundingRect(self) -> QRectF:
        """Return where it lies."""
        return self._rect

    def paint(self, painter: QPainter, *_: object) -> None:
        """Fill it."""
        painter.fillRect(self._rect, self._color)


class Trace(pg.PlotCurveItem):
    """A line that breaks where there is no value; thinned where days are narrower than a pixel.

    It is drawn as hair lines half a pixel apart: Qt draws an antialiased line of 1 px a hundred
    times faster than a thicker one.
    """

    def __init__(self, color: QColor, width: float = 1.5) -> None:
        pen = QPen(color, 1)
        pen.setCosmetic(True)
        super().__init__(pen=pen, antialias=True, connect="finite")
        self._wide = width
        self._days = np.empty(0)
        self._values = np.empty(0)
        self._every = 0

    def show_values(self, days: Sequence[float], values: Sequence[float | None]) -> None:
        """Draw these instead; None leaves a gap."""
        self._days = np.asarray(days, float)
        self._values = np.asarray(values, float)
        self._every = 0
        self.fit(1.0)

    def fit(self, days_per_pixel: float) -> None:
        """Keep one value in every two pixels at least; all of them where there is room."""
        every = 1 if days_per_pixel <= 0.5 else 2 ** round(math.log2(days_per_pixel * 2))
        if every == self._every:
            return
        self._every = every
        self.setData(self._days[::every], self._values[::every])

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint the hair lines."""
        if not len(self._days):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.opts["pen"])
        path, placed = self.getPath(), painter.transform()
        sharp = painter.device().devicePixelRatio()
        hairs = max(2, round(self._wide * sharp * 2 - 1))
        for hair in range(hairs):
            down = (hair - (hairs - 1) / 2) * 0.5 / sharp
            painter.setTransform(placed * QTransform.fromTranslate(0, down))
            painter.drawPath(path)
        painter.setTransform(placed)


class Dots(pg.GraphicsObject):
    """Small marks at the values of a line, round or square so that colour is not all."""

    def __init__(self, color: QColor, radius: float, square: bool = False) -> None:
        super().__init__()
        self._pen = QPen(color, 2 * radius)
        self._pen.setCosmetic(True)
        cap = Qt.PenCapStyle.SquareCap if square else Qt.PenCapStyle.RoundCap
        self._pen.setCapStyle(cap)
        self._points: list[QPointF] = []
        self._bounds = QRectF()

    def show_dots(self, xs: Sequence[float], values: Sequence[float | None]) -> None:
        """Draw these instead."""
        pairs = [(x, v) for x, v in zip(xs, values, strict=True) if v is not None]
        self._points = [QPointF(x, v) for x, v in pairs]
        self.prepareGeometryChange()
        if pairs:
            low_x, low_y = min(x for x, _ in pairs), min(v for _, v in pairs)
            wide = max(x for x, _ in pairs) - low_x
            self._bounds = QRectF(low_x, low_y, wide, max(v for _, v in pairs) - low_y)
            # A mark is as large as its pen, whatever the scale is.
            self._bounds.adjust(-1e4, -1e6, 1e4, 1e6)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return where the marks lie."""
        return self._bounds

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint the marks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawPoints(self._points)
