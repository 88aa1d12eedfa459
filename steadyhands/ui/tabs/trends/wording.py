"""The Trends tab's sentences: plain, with the numbers that stand behind them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import CELL_HOURS, Span, Week
from steadyhands.ui.charts.wording import date_text, day_month_text
from steadyhands.ui.tabs.trends.presenter import Sentence, State
from steadyhands.ui.widgets.timeline_words import hour_text
from steadyhands.ui.words import number_text, part_name


def tr(text: str) -> str:
    """Return a text of this tab translated."""
    return QCoreApplication.translate("trends", text)


def range_names() -> tuple[tuple[str, str], ...]:
    """Return the ranges to choose from, with their keys."""
    return (
        ("2w", tr("2 weeks")),
        ("6w", tr("6 weeks")),
        ("6m", tr("6 months")),
        ("all", tr("All")),
    )


def field_names() -> tuple[tuple[str, str], ...]:
    """Return what may be said about a twitch, with the diary's words for it."""
    return (
        ("felt", tr("How it felt")),
        ("lasted", tr("How long")),
        ("doing", tr("Doing what")),
        ("state", tr("At rest or in use")),
    )


def span_words(span: Span) -> str:
    """Return a span's days: "6 Oct to 16 Nov 2026"."""
    first, last = epoch_day(span.first), epoch_day(span.last)
    if first == last:
        return date_text(last)
    same = span.first.year == span.last.year
    begins = day_month_text(first) if same else date_text(first, False)
    return tr("{0} to {1}").format(begins, date_text(last, False))


def sentences(state: State) -> str:
    """Return the sentences above the charts, as one text."""
    if state.mood == "empty":
        return tr(
            "Your charts grow here as you log. Three or four days show a first line, "
            "a few weeks show a pattern."
        )
    said = [_said(sentence) for sentence in state.sentences]
    if state.mood == "nothing":
        said.append(tr("Nothing was recorded in the days shown; that is fine."))
    return " ".join(words for words in said if words)


def _said(sentence: Sentence) -> str:
    if sentence.week is not None:
        return _week(sentence.week)
    if sentence.key == "place":
        return tr("Most often: {0}, {1}\u00a0% of the twitches shown.").format(
            part_name(*sentence.place), number_text(100 * sentence.share)
        )
    start = sentence.cell * CELL_HOURS
    return tr("The densest hours: {0}, {1}–{2}.").format(
        QLocale().standaloneDayName(sentence.weekday + 1),
        hour_text(start),
        hour_text(start + CELL_HOURS),
    )


def _week(week: Week) -> str:
    count = number_text(week.count)
    one = week.count == 1
    last = tr("{0} twitch in the last 7 days") if one else tr("{0} twitches in the last 7 days")
    if week.standing == "unknown" or week.low is None or week.high is None:
        recorded = number_text(week.recorded_days)
        return tr("{0} ({1} of them recorded).").format(last.format(count), recorded)
    low, high = number_text(week.low), number_text(week.high)
    usual = (
        tr("usually {0}").format(low) if low == high else tr("usually {0}–{1}").format(low, high)
    )
    weeks = tr("{0}; {1} ({2} weeks).").format(last.format(count), usual, number_text(week.weeks))
    starts = {
        "fewer": tr("Fewer than usual: {0}"),
        "more": tr("More than usual: {0}"),
        "usual": tr("Much as usual: {0}"),
    }
    return starts[week.standing].format(weeks)
