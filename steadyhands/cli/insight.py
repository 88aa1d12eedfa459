"""steadyhands insight: what goes with the twitching, how sure that is, and what was not found."""

from __future__ import annotations

import json
import textwrap

from steadyhands.cli.say import day_name
from steadyhands.cli.when import day_said
from steadyhands.domain.amounts import shown as said_so
from steadyhands.domain.insight import NOT_ENOUGH
from steadyhands.domain.insight_view import shown, stands
from steadyhands.domain.moment import date_of_epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.report import insight_words, wording
from steadyhands.services.insight import reader_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from steadyhands.cli.call import Call
    from steadyhands.domain.insight import Finding, Standing
    from steadyhands.services.insight import Insight

_WIDE = 80
_DAYS = ("day", "checkup", "next_checkup", "since", "due", "baseline", "first_day", "last_day")


def show_insight(call: Call) -> str:
    """Return all findings as of a day, today unless `--as-of` names another."""
    today = call.desk.look.day_of(call.now)
    as_of = _as_of(call, today)
    insight = reader_for(call.desk).insight(as_of, today)
    if call.asked.has("json"):
        return json.dumps(as_data(insight), ensure_ascii=False, indent=1)
    return "\n".join(_lines(insight, as_of))


def _as_of(call: Call, today: date) -> date:
    typed = call.asked.get("as-of")
    if typed is None:
        return today
    found = day_said(typed.strip(), call.now)
    if found is None:
        raise Problem("“{given}” is not a date. Try 2026-11-20.", given=said_so(typed))
    if found > today:
        raise Problem("--as-of is today or a day before it, not {given}.", given=said_so(typed))
    return found


def as_data(insight: Insight) -> dict[str, object]:
    """Return everything as plain lists and words; days as dates, null where there is none."""
    data = _plain(insight.standing)
    assert isinstance(data, dict)
    return {**data, "suggestion": _plain(insight.suggestion)}


def _plain(value: object) -> object:
    if isinstance(value, Value):
        return {name: _named(name, value.__dict__[name]) for name in value._fields}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _named(name: str, value: object) -> object:
    if name in _DAYS and type(value) is int:
        return date_of_epoch_day(value).isoformat() if value else None
    return _plain(value)


def _lines(insight: Insight, as_of: date) -> Iterable[str]:
    standing, view = insight.standing, shown(insight.standing, insight.unlogged)
    yield from _wrapped(_when(standing, as_of))
    found = (*view.rows, *view.hours)
    for title, part in (
        ("What stands", [f for f in found if stands(f)]),
        ("Looked at", [f for f in found if not stands(f) and f.level != NOT_ENOUGH]),
        ("Not known yet", [f for f in found if f.level == NOT_ENOUGH]),
    ):
        if part:
            yield from ("", title)
            for finding in part:
                yield from _finding(finding, standing)
    if view.unlogged:
        names = ", ".join(insight_words.name(key).lower() for key in view.unlogged)
        yield from ("", *_wrapped(f"Not logged in these days: {names}."))
    if insight.withheld:
        names = ", ".join(insight_words.name(key).lower() for key in insight.withheld)
        yield from ("", *_wrapped(f"Left to you and your clinician: {names}."))
    yield from _rest(insight)


def _finding(finding: Finding, standing: Standing) -> Iterable[str]:
    level = insight_words.level_text(finding, standing)
    yield from _wrapped(f"{insight_words.title(finding)}: {level}", "  ")
    if finding.level != NOT_ENOUGH:
        yield from _wrapped(insight_words.sentence(finding, standing), "      ")


def _rest(insight: Insight) -> Iterable[str]:
    """Yield the clock, what hands were doing, the weeks, the plan, and what to try next."""
    standing = insight.standing
    weeks = [r for r in standing.rising if not r.side or r.alarm]
    parts = {
        "Over the day": [
            insight_words.clock_text(standing),
            insight_words.shares_text(standing.shares, "doing", wording.DOING),
        ],
        "Over the weeks": [insight_words.rising_text(each) for each in weeks],
        "The plan": [
            f"{insight_words.step_name(each.step)}: {insight_words.verdict_text(each)}"
            if each.due <= standing.day
            else f"{insight_words.step_name(each.step)}: told at its planned end,"
            f" {_day(each.due, standing.day)}."
            for each in standing.verdicts
        ],
    }
    if insight.suggestion is not None and standing.checkup:
        parts["What would answer most next"] = [insight_words.suggestion_text(insight.suggestion)]
    for title, texts in parts.items():
        told = [text for text in texts if text]
        if told:
            yield from ("", title)
            for text in told:
                yield from _wrapped(text, "  ")
    if standing.findings:
        yield from ("", *_wrapped("Links go with logged twitches, not because of them. " + _HOW))


_HOW = "How it is done: the page “How we know” in the window."


def _when(standing: Standing, as_of: date) -> str:
    days = f"{standing.days:,} recorded days, {standing.twitches:,} logged twitches."
    following = day_name(date_of_epoch_day(standing.next_checkup), as_of)
    if not standing.findings:
        return "Nothing was logged before this day. The first look needs 28 days."
    if not standing.checkup:
        return f"{days} The first look is on {following}, 28 days after the first entry."
    last = day_name(date_of_epoch_day(standing.checkup), as_of)
    return f"{days} Looked at once a week: last on {last}, next on {following}."


def _day(day: int, today: int) -> str:
    return day_name(date_of_epoch_day(day), date_of_epoch_day(today))


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDE, initial_indent=indent, subsequent_indent=indent)
