"""Two measures on one time axis, each with its own colour and scale; a goal as a band."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from steadyhands.domain.measures import MID_SLEEP
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.parts import Band, Dots, Trace
from steadyhands.ui.charts.plot_view import Scale
from steadyhands.ui.charts.steps import Steps, nice_range, nice_top
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.time_chart import TimeChart
from steadyhands.ui.charts.wording import (
    axis_text,
    role_of,
    series_name,
    span_text,
    tr,
    value_text,
)
from steadyhands.ui.theme import current_look

DOTS_UP_TO = 120  # steps seen at once; more would run together
_SCORES = frozenset({"stress", "tiredness", "mental_load"})


class PairChart(TimeChart):
    """The first measure reads at the left axis, the second at the right."""

    def __init__(self, units: str = "auto", parent: QWidget | None = None) -> None:
        super().__init__(tr("Two things over time"), 2, parent)
        self._units = units
        self._both = (Steps("twitches"), Steps("water_ml"))
        self._drawn: list[tuple[Trace, Dots]] = []
        self._bands: list[Band] = []

    def show_data(self, left: Steps, right: Steps, units: str = "auto") -> None:
        """Show two measures over the same steps."""
        self._units, self._both = units, (left, right)
        for box in self.plot.boxes:
            box.clear()
        self._drawn, self._bands = [], []
        for place, steps in enumerate(self._both):
            self._draw(place, steps)
        self._name = tr("{0} and {1} over time").format(*(series_name(s.key) for s in self._both))
        nothing = all(steps.is_empty for steps in self._both)
        self.plot.empty_words = tr("Nothing was recorded in these days.") if nothing else ""
        self.plot.set_scales(*(self._scale(steps, n) for n, steps in enumerate(self._both)))
        self._renewed()

    def _draw(self, place: int, steps: Steps) -> None:
        look, box = current_look(), self.plot.boxes[place]
        color = look.colour(self._role(place))
        if steps.goal is not None:
            scale, _ = self._scale(steps, place)
            low = scale.low if steps.goal[0] is None else steps.goal[0]
            high = scale.high if steps.goal[1] is None else steps.goal[1]
            clear = look.colour(self._role(place), 0.09)
            self._bands.append(Band(clear, low, high, steps.first, steps.end))
            box.addItem(self._bands[-1], ignoreBounds=True)
        line, dots = Trace(color), Dots(color, look.px(3), square=place == 1)
        days = [start + n / 2 for start, n in zip(steps.starts, steps.lengths, strict=True)]
        line.show_values(days, steps.values)
        dots.show_dots(days, steps.values)
        for item in (line, dots):
            box.addItem(item, ignoreBounds=True)
        self._drawn.append((line, dots))

    def _role(self, place: int) -> str:
        """Return a measure's colour; the second never in that of the first."""
        roles = [role_of(steps.key) for steps in self._both]
        return "text" if place and roles[0] == roles[1] else roles[place]

    def _scale(self, steps: Steps, place: int) -> tuple[Scale, partial[str]]:
        label = partial(axis_text, steps.key, units=self._units)
        role = self._role(place)
        role = f"{role}_text" if role in _SUBJECTS else role
        values = steps.recorded_values() or [0.0]
        if steps.key == MID_SLEEP:
            low, high, step = nice_range(min(values), max(values), 1.0)
            return Scale(low, high, step, role), label
        if steps.key in _SCORES:
            return Scale(0, 10, 2, role), label
        goals = [edge for edge in steps.goal or () if edge is not None]
        most = max([*values, *goals])
        high, step = nice_top(most * 1.05, whole=steps.key == "twitches")
        return Scale(0, high, step, role), label

    def fit_scales(self, low: float, high: float) -> None:
        """Thin the lines to the room there is."""
        steps = self._both[0]
        seen = steps.place_of(high) - steps.place_of(low)
        for line, dots in self._drawn:
            line.fit((high - low) / self.plot.area().width())
            dots.setVisible(seen <= DOTS_UP_TO)

    def walked(self) -> Steps:
        """Return the steps of the first measure; the second has the same."""
        return self._both[0]

    def reading(self, place: int) -> str:
        """Return both values of a day in words."""
        left, right = self._both
        span = span_text(left.starts[place], left.lengths[place])
        said = [
            tr("{0} {1}").format(series_name(s.key).lower(), self._value(s, place))
            for s in (left, right)
        ]
        return tr("{0}: {1}; {2}.").format(span, *said)

    def _value(self, steps: Steps, place: int) -> str:
        value = steps.values[place] if place < len(steps.values) else None
        if steps.key == "twitches" and value is not None:
            return axis_text(steps.key, round(value, 1))
        return value_text(steps.key, value, self._units)

    def summary(self) -> str:
        """Return what is held against what."""
        left, right = (series_name(steps.key) for steps in self._both)
        return tr("{0} at the left axis, {1} at the right one.").format(left, right)

    def table(self) -> Table:
        """Return each step with both values."""
        left, right = self._both
        headers = (tr("Day"), series_name(left.key), series_name(right.key))
        rows = [
            (
                span_text(left.starts[n], left.lengths[n]),
                self._value(left, n),
                self._value(right, n),
            )
            for n in range(len(left.starts))
        ]
        return Table(headers, tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return the two lines, and the band of a goal."""
        keys = []
        sides = (tr("{0} (left axis)"), tr("{0} (right axis)"))
        for place, steps in enumerate(self._both):
            shape = "line" if place == 0 else "squares"
            name = sides[place].format(series_name(steps.key))
            keys.append(Key(name, self._role(place), shape))
            if steps.goal is not None:
                keys.append(Key(_goal_words(steps, self._units), self._role(place), "band"))
        return tuple(keys)


def _goal_words(steps: Steps, units: str) -> str:
    low, high = (
        None if edge is None else axis_text(steps.key, edge, units)
        for edge in steps.goal or (None, None)
    )
    if low is None:
        return tr("goal: up to {0}").format(high)
    if high is None:
        return tr("goal: {0} or more").format(low)
    return tr("goal: {0} to {1}").format(low, high)


_SUBJECTS = frozenset({"twitch", "water", "caffeine", "sleep", "minerals", "action"})
