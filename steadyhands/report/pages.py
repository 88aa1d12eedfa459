"""The charts that follow the first page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from steadyhands.domain.targets import SLEEP_BAND_H
from steadyhands.report import wording
from steadyhands.report.chart_svg import day_chart
from steadyhands.report.content import Picture, Section, Words
from steadyhands.report.period import Period, spread
from steadyhands.report.twitching import TWITCH

SLEEP, CAFFEINE, WATER, STRESS = "#5b50c8", "#8a5a2b", "#1f6fb2", "#6b7280"

Phases = Sequence[tuple[str, date, date]]


def charts(period: Period, phases: Phases) -> Section:
    """Return a chart for each thing that was logged on two days or more."""
    counts: dict[date, float] = dict(period.counts())
    sleep = {d: m / 60 for d, m in period.amounts("sleep_min", ("sleep",)).items()}
    drawn: list[Picture | Words] = []
    for title, unit, amounts, colour, band, shaded in (
        ("Logged twitches a day", "", counts, TWITCH, None, phases),
        ("Sleep", "h", sleep, SLEEP, SLEEP_BAND_H, ()),
        ("Caffeine", "mg", _drunk(period, "caffeine_mg"), CAFFEINE, None, ()),
        ("Water from drinks", "ml", _drunk(period, "water_ml"), WATER, None, ()),
        ("Stress, 0–10", "", period.amounts("stress", ("checkin",)), STRESS, None, ()),
    ):
        if len(amounts) >= 2:
            svg = day_chart(amounts, period.first, period.last, colour, band, shaded)
            caption = f"{title}, {unit}" if unit else title
            drawn.append(Picture(svg, _alt(title, unit, amounts), caption))
    if not drawn:
        drawn = [Words("Too few days to draw.")]
    else:
        drawn.append(Words("Bars are days, the line is the mean of seven days. No bar: no entry."))
    return Section("charts", "Day by day", tuple(drawn))


def _drunk(period: Period, name: str) -> dict[date, float]:
    return period.amounts(name, ("drink",))


def _alt(title: str, unit: str, amounts: Mapping[date, float]) -> str:
    found = spread(amounts.values())
    assert found is not None
    return (
        f"{title} by day: median {wording.middle(found, unit, 1)} over {wording.days(found.days)}."
    )
