"""One measure held against another day by day: a dot a day, the same day or the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from steadyhands.domain.measures import MID_SLEEP
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import Scatter
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.parts import Dots
from steadyhands.ui.charts.plot_view import PlotView, Scale, steps_of_scale
from steadyhands.ui.charts.steps import Steps, nice_range, nice_top
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.time_chart import TimeChart
from steadyhands.ui.charts.wording import (
    axis_text,
    date_text,
    role_of,
    series_name,
    tr,
    value_text,
)
from steadyhands.ui.theme import Look, current_look

FEWEST = 2
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ScatterPlot(PlotView):
    """A plot whose horizontal axis is a measure instead of days."""

    def __init__(self) -> None:
        super().__init__()
        self.across: tuple[Scale, partial[str]] = (Scale(), partial(axis_text, ""))
        self.ringed: tuple[float, float] | None = None

    def _paint_days(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """Write the measure's values under the plot."""
        scale, label = self.across
        metrics = QFontMetricsF(painter.font())
        painter.setPen(look.colour(scale.role))
        for value in steps_of_scale(scale):
            words = label(value)
            wide = metrics.horizontalAdvance(words) + 2
            left = min(max(0.0, self.x_of(value) - wide / 2), self.width() - wide)
            box = QRectF(left, area.bottom() + look.px(6), wide, metrics.height())
            painter.drawText(box, _CENTRE, words)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Ring the chosen day."""
        super().drawForeground(painter, rect)
        if self.ringed is None or not self._scales:
            return
        look, area, scale = current_look(), self.area(), self._scales[0][0]
        share = (self.ringed[1] - scale.low) / (scale.high - scale.low)
        at = QPointF(self.x_of(self.ringed[0]), area.bottom() - share * area.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("text"), 2))
        painter.drawEllipse(at, look.px(8), look.px(8))


class ScatterChart(TimeChart):
    """Days are walked in order of time; the chosen one is ringed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Day against day"), parent=parent, plot=ScatterPlot())
        self._scatter: Scatter | None = None
        self._units = "auto"
        self._steps = Steps("scatter")
        look = current_look()
        self._dots = Dots(look.colour("twitch", 0.5), look.px(4))
        self.plot.boxes[0].addItem(self._dots, ignoreBounds=True)

    def show_data(self, scatter: Scatter, units: str = "auto") -> None:
        """Show pairs of days."""
        self._scatter, self._units = scatter, units
        days = tuple(epoch_day(day) for day, _, _ in scatter.pairs)
        self._steps = Steps(
            "scatter", days, (1,) * len(days), tuple(y for _, _, y in scatter.pairs)
        )
        self._dots.show_dots([x for _, x, _ in scatter.pairs], self._steps.values)
        self._name = self.title()
        few = len(scatter.pairs) < FEWEST
        self.plot.empty_words = (
            tr("Not enough days with both yet ({0}).").format(len(days)) if few else ""
        )
        x_scale, x_label = _scale(scatter.ask.x, [x for _, x, _ in scatter.pairs], self._units)
        y_scale, y_label = _scale(scatter.ask.y, [y for _, _, y in scatter.pairs], self._units)
        plot = self._plot()
        plot.across, plot.ringed = (x_scale, x_label), None
        plot.set_scales((y_scale, y_label))
        self._chosen = None
        room = (x_scale.high - x_scale.low) * 0.02  # for half a dot at either end
        plot.set_extent(x_scale.low - room, x_scale.high + room)
        plot.show_range(*plot.extent())
        plot.setAccessibleName(self._name)
        plot.setAccessibleDescription(self.describe())
        self.read.emit("")

    def _plot(self) -> ScatterPlot:
        assert isinstance(self.plot, ScatterPlot)
        return self.plot

    def title(self) -> str:
        """Return what is held against what, and with which lag."""
        if self._scatter is None:
            return tr("Day against day")
        ask = self._scatter.ask
        names = series_name(ask.y), series_name(ask.x).lower()
        if ask.lag:
            return tr("{0} against {1} the day before").format(*names)
        return tr("{0} against {1} the same day").format(*names)

    def choose(self, place: int, told: bool = True) -> None:
        """Choose a day and ring its dot."""
        if self._scatter is None or not self._scatter.pairs:
            return
        kept = min(max(place, 0), len(self._scatter.pairs) - 1)
        self._plot().ringed = self._scatter.pairs[kept][1:]
        super().choose(kept, told)

    def _mark(self) -> None:
        self.plot.viewport().update()

    def _on_pressed(self, day: float, height: float) -> None:
        """Choose the dot nearest to the press."""
        if self._scatter is None or not self._scatter.pairs:
            return
        plot = self._plot()
        across, up = plot.across[0], plot._scales[0][0]
        wide, area = across.high - across.low, plot.area()
        ratio = area.height() / area.width()
        y = up.high - height * (up.high - up.low)

        def far(place: int) -> float:
            assert self._scatter is not None
            _, px, py = self._scatter.pairs[place]
            return float(((px - day) / wide) ** 2 + ((py - y) / (up.high - up.low) * ratio) ** 2)

        self.choose(min(range(len(self._scatter.pairs)), key=far))
        self._on_open()

    def walked(self) -> Steps:
        """Return the days with both."""
        return self._steps

    def reading(self, place: int) -> str:
        """Return one day's pair in words."""
        assert self._scatter is not None
        ask, (day, x, y) = self._scatter.ask, self._scatter.pairs[place]
        before = tr("{0} the day before") if ask.lag else "{0}"
        return tr("{0}: {1}; {2}.").format(
            date_text(epoch_day(day)),
            _named(ask.y, y, self._units),
            before.format(_named(ask.x, x, self._units)),
        )

    def summary(self) -> str:
        """Return how many days stand behind it."""
        count = len(self._scatter.pairs) if self._scatter is not None else 0
        return tr("{0}. {1} days with both.").format(self.title(), count)

    def table(self) -> Table:
        """Return the pairs."""
        if self._scatter is None:
            return Table()
        ask = self._scatter.ask
        before = tr("{0} the day before") if ask.lag else "{0}"
        headers = (tr("Day"), series_name(ask.y), before.format(series_name(ask.x)))
        rows = [
            (
                date_text(epoch_day(day)),
                value_text(ask.y, y, self._units),
                value_text(ask.x, x, self._units),
            )
            for day, x, y in self._scatter.pairs
        ]
        return Table(headers, tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return what a dot is and what the axes are."""
        if self._scatter is None:
            return ()
        ask = self._scatter.ask
        across = series_name(ask.x)
        if ask.lag:
            across = tr("{0} the day before").format(across)
        return (
            Key(tr("one day"), "twitch", "dot"),
            Key(tr("upwards: {0}").format(series_name(ask.y).lower()), "muted", ""),
            Key(tr("to the right: {0}").format(across.lower()), "muted", ""),
        )


def _named(key: str, value: float, units: str) -> str:
    if key == "twitches":
        return value_text(key, value, units)
    return tr("{0} {1}").format(series_name(key).lower(), value_text(key, value, units))


def _scale(key: str, values: list[float], units: str) -> tuple[Scale, partial[str]]:
    label = partial(axis_text, key, units=units)
    role = f"{role_of(key)}_text" if role_of(key) != "notice_text" else "notice_text"
    found = values or [1.0]
    if key in (MID_SLEEP, "sleep_h"):
        low, high, step = nice_range(min(found), max(found), 1.0)
        return Scale(low, high, step, role), label
    high, step = nice_top(max(found) * 1.05, whole=key == "twitches")
    return Scale(0, high, step, role), label
