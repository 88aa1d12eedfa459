"""Caffeine in the body from some hours ago to past bedtime, with its range."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.caffeine import BEDTIME_RESIDUE_MG
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.presenter import CaffeineFigures
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.caffeine_band import BandPainter, scale_top
from steadyhands.ui.widgets.timeline_words import hour_text

_CENTRE = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CaffeineChart(QWidget):
    """A small picture; what it says stands in words around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: CaffeineFigures | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: CaffeineFigures) -> None:
        """Show the curve of these figures."""
        self._figures = figures
        self.setAccessibleName(
            self.tr("Estimated caffeine in body: {0} now, {1} at bedtime, {2}").format(
                words.mg_text(round(figures.now_mg)),
                words.mg_text(round(figures.at_bed.mid)),
                wording.range_text(figures),
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low, wide picture."""
        look = current_look()
        return QSize(look.px(240), look.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours, guide line, curve, now and bedtime."""
        figures = self._figures
        if figures is None:
            return
        look = current_look()
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        with QPainter(self) as painter:
            painter.setFont(font)
            self._paint(painter, figures, QFontMetricsF(font))

    def _paint(self, painter: QPainter, figures: CaffeineFigures, metrics: QFontMetricsF) -> None:
        look = current_look()
        most = max((point[3] for point in figures.curve), default=0)
        top = scale_top(most)
        right = metrics.horizontalAdvance(words.mg_text(max(top, 100))) + look.px(8)
        left = metrics.horizontalAdvance(hour_text(0)) / 2
        area = QRectF(left, look.px(22), self.width() - left - right, self.height() - look.px(44))
        place = _Place(area, figures.span, top)
        self._paint_hours(painter, place, metrics)
        BandPainter(figures.curve, place.x, place.y, figures.now_min).paint(painter)
        self._paint_levels(painter, place)
        self._paint_times(painter, place, figures, metrics)

    def _paint_hours(self, painter: QPainter, place: _Place, metrics: QFontMetricsF) -> None:
        look = current_look()
        start, end = place.span
        apart = metrics.horizontalAdvance(hour_text(22)) + look.px(12)
        every = next((h for h in (2, 3, 4, 6) if place.x(h * 60) - place.x(0) > apart), 12)
        for hour in range(0, int(end // 60) + 1, every):
            if not start <= hour * 60 <= end:
                continue
            x = round(place.x(hour * 60)) + 0.5
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(x, place.area.top()), QPointF(x, place.area.bottom()))
            painter.setPen(look.colour("muted"))
            below = QRectF(x - 100, place.area.bottom() + 2, 200, look.px(20))
            painter.drawText(below, _CENTRE, hour_text(hour))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(place.area.bottomLeft(), place.area.bottomRight())

    def _paint_levels(self, painter: QPainter, place: _Place) -> None:
        """Draw the guide line of bedtime, and the scale at the right."""
        look = current_look()
        y = round(place.y(BEDTIME_RESIDUE_MG)) + 0.5
        pen = QPen(look.colour("sleep"), look.px(1.5), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(place.area.left(), y), QPointF(place.area.right(), y))
        for mg, role in ((place.top_mg, "caffeine_text"), (BEDTIME_RESIDUE_MG, "sleep_text")):
            high = look.px(18)
            beside = QRectF(
                place.area.right() + look.px(6), place.y(mg) - high / 2, self.width(), high
            )
            painter.setPen(look.colour(role))
            painter.drawText(beside, _BESIDE, words.mg_text(mg))

    def _paint_times(
        self, painter: QPainter, place: _Place, figures: CaffeineFigures, metrics: QFontMetricsF
    ) -> None:
        """Draw now and bedtime; where both words do not fit, bedtime's stays."""
        look = current_look()
        bed = self.tr("bedtime {0}").format(words.clock_text(figures.bedtime))
        marks = [(figures.bed_min, bed, "sleep_text"), (figures.now_min, self.tr("now"), "text")]
        taken: list[QRectF] = []
        for minute, said, role in marks:
            x = round(place.x(minute)) + 0.5
            painter.setPen(QPen(look.colour(role), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, place.area.top()), QPointF(x, place.area.bottom()))
            wide = metrics.horizontalAdvance(said) + 2
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            above = QRectF(left, 0, wide, look.px(19))
            if not any(above.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                taken.append(above)
                painter.setPen(look.colour(role))
                painter.drawText(above, _CENTRE, said)


class _Place:
    """Where the curve lies: minutes to x, milligrams to y."""

    def __init__(self, area: QRectF, span: tuple[float, float], top_mg: float) -> None:
        self.area, self.span, self.top_mg = area, span, top_mg

    def x(self, minute: float) -> float:
        """Return where a minute lies."""
        start, end = self.span
        return self.area.left() + self.area.width() * (minute - start) / (end - start)

    def y(self, mg: float) -> float:
        """Return the height of an amount."""
        return self.area.bottom() - self.area.height() * min(1.0, mg / self.top_mg)
