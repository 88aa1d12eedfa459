"""Charts for paper as SVG text: bars a day with a week's mean, and bars by hour of the day.

Plain shapes only: what typst's SVG reader and every browser draw alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

INK, MUTED, GRID = "#23262d", "#5b6069", "#d9d5cd"
WIDTH, HEIGHT = 520.0, 122.0
_LEFT, _RIGHT, _TOP, _FOOT = 34.0, 6.0, 8.0, 20.0
_WEEK = 7
_WEEK_NEEDS = 4


def day_chart(
    amounts: Mapping[date, float],
    first: date,
    last: date,
    colour: str,
    band: tuple[float, float] | None = None,
    phases: Sequence[tuple[str, date, date]] = (),
) -> str:
    """Return bars of each day's amount with the mean of seven days as a line.

    Days that are not in `amounts` have no bar and break the line. `band` shades a goal,
    `phases` name stretches of the plan.
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    top = _nice(max([*amounts.values(), band[1] if band else 0, 1e-9]))
    step = (WIDTH - _LEFT - _RIGHT) / len(days)
    x = {day: _LEFT + n * step for n, day in enumerate(days)}
    parts = [_phase(name, x, a, b, step) for name, a, b in phases if a in x or b in x]
    if band:
        high, low = _y(band[1], top), _y(band[0], top)
        parts.append(_rect(_LEFT, high, WIDTH - _LEFT - _RIGHT, low - high, "#ece9f6"))
    parts += _grid(top)
    wide = max(0.6, step * 0.72)
    for day, amount in amounts.items():
        if day in x and amount:
            y = _y(amount, top)
            parts.append(_rect(x[day] + (step - wide) / 2, y, wide, _y(0, top) - y, colour, 0.55))
    parts += _mean_lines(amounts, days, x, step, top)
    parts += _dates(days, x)
    return _svg("".join(parts))


def hour_chart(counts: Sequence[int], colour: str, width: float = 250, height: float = 96) -> str:
    """Return 24 bars, from midnight, of how many twitches each hour had."""
    most = max([*counts, 1])
    left, foot = 4.0, 16.0
    step = (width - 2 * left) / 24
    parts = []
    for hour, count in enumerate(counts):
        tall = (height - foot - 6) * count / most
        y = height - foot - tall
        parts.append(_rect(left + hour * step + 0.8, y, step - 1.6, tall, colour, 0.75))
    parts.append(_line(left, height - foot, width - left, height - foot, MUTED, 0.7))
    for hour in (0, 6, 12, 18, 24):
        anchor = {0: "start", 24: "end"}.get(hour, "middle")
        x = left + hour * step
        parts.append(_text(x, height - 4, f"{hour:02}", anchor))
    return _svg("".join(parts), width, height)


def _mean_lines(
    amounts: Mapping[date, float],
    days: Sequence[date],
    x: Mapping[date, float],
    step: float,
    top: float,
) -> list[str]:
    """Return the mean of each day and the six before, where four of them are known."""
    runs: list[list[str]] = [[]]
    for day in days:
        week = [day - timedelta(days=n) for n in range(_WEEK)]
        known = [amounts[d] for d in week if d in amounts]
        if len(known) < _WEEK_NEEDS or day not in amounts:
            runs.append([])
            continue
        runs[-1].append(f"{x[day] + step / 2:.1f},{_y(sum(known) / len(known), top):.1f}")
    return [
        f'<polyline points="{" ".join(run)}" fill="none" stroke="{INK}" stroke-width="1.4"/>'
        for run in runs
        if len(run) > 1
    ]


def _grid(top: float) -> list[str]:
    parts = []
    for share in (0, 0.5, 1):
        y = _y(top * share, top)
        parts.append(_line(_LEFT, y, WIDTH - _RIGHT, y, GRID, 0.6))
        parts.append(_text(_LEFT - 4, y + 3, f"{top * share:g}", "end"))
    return parts


def _dates(days: Sequence[date], x: Mapping[date, float]) -> list[str]:
    every = max(1, round(len(days) / 6))
    return [
        _text(x[day], HEIGHT - 5, f"{day.day} {day:%b}", "start")
        for n, day in enumerate(days)
        if n % every == 0 and n <= len(days) - every * 0.6
    ]


def _phase(name: str, x: Mapping[date, float], a: date, b: date, step: float) -> str:
    left = x.get(a, _LEFT)
    right = x.get(b, WIDTH - _RIGHT - step) + step
    shade = _rect(left, _TOP, right - left, HEIGHT - _TOP - _FOOT, "#e4f0ee")
    return shade + _text(left + 3, _TOP + 8, name, "start")


def _nice(most: float) -> float:
    """Return a round number that holds `most`."""
    size = 1.0
    while size * 10 <= most:
        size *= 10
    while size > most:
        size /= 10
    return next(size * n for n in (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10) if size * n >= most * 0.999)


def _y(amount: float, top: float) -> float:
    return HEIGHT - _FOOT - (HEIGHT - _TOP - _FOOT) * min(amount / top, 1)


def _rect(x: float, y: float, w: float, h: float, colour: str, opacity: float = 1) -> str:
    shade = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(w, 0):.1f}" height="{max(h, 0):.1f}" '
        f'fill="{colour}"{shade}/>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, wide: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{wide:g}"/>'
    )


def _text(x: float, y: float, text: str, anchor: str) -> str:
    from xml.sax.saxutils import escape

    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="9" text-anchor="{anchor}" '
        f'fill="{MUTED}">{escape(text)}</text>'
    )


def _svg(inside: str, width: float = WIDTH, height: float = HEIGHT) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="Libertinus Serif, serif">{inside}</svg>'
    )
