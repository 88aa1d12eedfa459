"""Twitches a day: bars, their 7-day mean, days that were not recorded, phases of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.parts import Band, Gaps, Rects, Trace
from steadyhands.ui.charts.plot_view import Scale
from steadyhands.ui.charts.steps import Phase, Steps, nice_top
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.time_chart import TimeChart
from steadyhands.ui.charts.wording import (
    date_text,
    span_text,
    tr,
    value_text,
)
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.hand_look import mixed
from steadyhands.ui.words import number_text, plan_step_names

_BAR = 0.72  # of a day's width
_FEWEST_FOR_TOP = 5.0
_APART = 0.06  # of a day, so that one step's ground can be told from the next one's
_GROUNDS = {
    "on": ("action", 0.14),
    "off": ("action", 0.05),
    "base": ("action", 0.05),
    "paused": ("muted", 0.22),
}
"""Role and strength of each kind of phase's ground."""


class DailyChart(TimeChart):
    """Counts stand on zero; a mean leaves out the days that were not recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Twitches a day"), parent=parent)
        look = current_look()
        self._steps = Steps("twitches")
        self._gaps = Gaps(look.colour("card"), look.colour("text"))
        self._bars = Rects(mixed(look.colour("card"), look.colour("twitch"), 0.6))
        self._mean = Trace(look.colour("text"))
        self._phases: tuple[Phase, ...] = ()
        self._bands: list[Band] = []
        self._top = 0.0
        for item in (self._gaps, self._bars, self._mean):
            self.plot.boxes[0].addItem(item, ignoreBounds=True)

    def show_data(self, steps: Steps, phases: Sequence[Phase] = ()) -> None:
        """Show these steps; `phases` are shaded behind them."""
        self._steps, self._top = steps, 0.0
        inset = (1 - _BAR) / 2
        shown = [
            (start + length * inset, length * _BAR, value)
            for start, length, value in zip(steps.starts, steps.lengths, steps.values, strict=True)
            if value is not None
        ]
        starts, widths, heights = zip(*shown, strict=True) if shown else ((), (), ())
        self._bars.show_rects(starts, widths, heights)
        self._mean.show_values(
            [start + 0.5 for start in steps.starts[: len(steps.mean)]], steps.mean
        )
        self._show_phases(phases)
        self.plot.empty_words = "" if shown else tr("Nothing was recorded in these days.")
        self._renewed()

    def _show_phases(self, phases: Sequence[Phase]) -> None:
        box, look = self.plot.boxes[0], current_look()
        for band in self._bands:
            box.removeItem(band)
        self._bands = [
            Band(
                look.colour(*_GROUNDS[phase.kind]),
                0,
                1e6,
                phase.first + _APART,
                phase.last + 1 - _APART,
            )
            for phase in phases
        ]
        self._phases = tuple(phases)
        for band in self._bands:
            band.setZValue(-1)
            box.addItem(band, ignoreBounds=True)

    def fit_scales(self, low: float, high: float) -> None:
        """Let the highest bar seen reach just below the top."""
        steps = self._steps
        first, last = steps.place_of(low), steps.place_of(high - 1e-9)
        seen = [v for v in steps.values[first : last + 1] if v is not None]
        top, step = nice_top(max(seen, default=_FEWEST_FOR_TOP), whole=True)
        if top != self._top:
            self._top = top
            self.plot.set_scales((Scale(0, top, step), number_text))
            self._gaps.show_gaps(steps.gaps(), top)
        self._mean.fit((high - low) / self.plot.area().width())

    def walked(self) -> Steps:
        """Return the steps shown."""
        return self._steps

    def reading(self, place: int) -> str:
        """Return one day, or one longer step, in words."""
        said = self._twitch_reading(place)
        plan = self._plan_reading(self._steps.starts[place])
        return tr("{0} {1}").format(said, plan) if plan and self._steps.is_daily else said

    def _plan_reading(self, day: int) -> str:
        """Return what a day was to the plan, in words."""
        phase = next((p for p in self._phases if p.first <= day <= p.last), None)
        if phase is None:
            return ""
        name = plan_step_names().get(phase.name, phase.name)
        return {
            "base": tr("Plan: {0}."),
            "on": tr("Plan: {0}."),
            "off": tr("Plan: {0}, weeks off."),
            "paused": tr("Plan paused."),
        }[phase.kind].format(name)

    def _twitch_reading(self, place: int) -> str:
        steps = self._steps
        span = span_text(steps.starts[place], steps.lengths[place])
        value = steps.values[place]
        if steps.lengths[place] > 1:
            return _mean_reading(steps, place, span)
        said = value_text(steps.key, value)
        if place < len(steps.mean) and steps.mean[place] is not None:
            return tr("{0}: {1}. 7-day mean {2}.").format(
                span, said, number_text(steps.mean[place] or 0, 1)
            )
        return tr("{0}: {1}.").format(span, said)

    def summary(self) -> str:
        """Return how many, over which days."""
        steps = self._steps
        values = steps.recorded_values()
        if not values:
            return tr("Nothing was recorded in these days.")
        first, last = date_text(steps.first, False), date_text(steps.end - 1, False)
        return tr("{0} to {1}: from {2} to {3} twitches a day.").format(
            first, last, number_text(min(values), 1), number_text(max(values), 1)
        )

    def table(self) -> Table:
        """Return each step with its value and mean."""
        steps = self._steps
        days = [span_text(*each) for each in zip(steps.starts, steps.lengths, strict=True)]
        values = ["" if v is None else number_text(v, 1) for v in steps.values]
        if not steps.is_daily:
            headers = (tr("Days"), tr("Twitches a day"), tr("Days recorded"))
            recorded = [number_text(n) for n in steps.recorded]
            return Table(headers, tuple(zip(days, _said(values), recorded, strict=True)))
        means = ["" if v is None else number_text(v, 1) for v in steps.mean] or [""] * len(days)
        headers = (tr("Day"), tr("Twitches"), tr("7-day mean"))
        return Table(headers, tuple(zip(days, _said(values), means, strict=True)))

    def legend(self) -> tuple[Key, ...]:
        """Return the marks that are in the picture."""
        steps = self._steps
        bars = tr("twitches") if steps.is_daily else tr("twitches a day, on average")
        keys = [Key(bars, "twitch")]
        if any(value is not None for value in steps.mean):
            keys.append(Key(tr("7-day mean"), "text", "line"))
        if any(value is None for value in steps.values):
            keys.append(Key(tr("not recorded"), "text", "gap"))
        return (*keys, *self._plan_legend())

    def _plan_legend(self) -> list[Key]:
        kinds = {phase.kind for phase in self._phases}
        pale = {
            ("base",): tr("baseline"),
            ("off",): tr("plan, weeks off"),
            ("base", "off"): tr("baseline, weeks off"),
        }.get(tuple(sorted(kinds & {"base", "off"})), "")
        keys = [Key(tr("plan"), "action", "band")] if "on" in kinds else []
        keys += [Key(pale, "action", "pale")] if pale else []
        return keys + ([Key(tr("plan paused"), "muted", "band")] if "paused" in kinds else [])


def _mean_reading(steps: Steps, place: int, span: str) -> str:
    value = steps.values[place]
    if value is None:
        return tr("{0}: not recorded.").format(span)
    days = steps.recorded[place] if place < len(steps.recorded) else 0
    return tr("{0}: {1} twitches a day on average ({2} days recorded).").format(
        span, number_text(value, 1), number_text(days)
    )


def _said(values: list[str]) -> list[str]:
    return [value or tr("not recorded") for value in values]
