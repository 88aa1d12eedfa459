"""What the Diary tab is asked for and says, without Qt: filters, times, changed details."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from steadyhands.domain.browse import Wanted, Word
from steadyhands.domain.entries import Details, Drink, Entry, Food, RoutineSession
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

SPANS = ("all", "week", "month", "dates")
MOST_AT_ONCE = 500  # entries changed by one act: more would hold up the window
AT_NOON = time(12)

_CONTENTS = ("water_ml", "caffeine_mg", "alcohol_g", "magnesium_mg", "potassium_mg", "calcium_mg")
_FOOD_CONTENTS = ("magnesium_mg", "potassium_mg", "calcium_mg", "food_water_ml", "caffeine_mg")

AtLocal = Callable[[datetime], Moment]


class Filters(Value):
    """What the person looks for. `span` is one of SPANS; `first` and `last` are of "dates"."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    side: str = ""
    part: str = ""
    doing: str = ""
    span: str = "all"
    first: date | None = None
    last: date | None = None

    def is_empty(self) -> bool:
        """Return whether every entry is looked for."""
        return self.replaced(text=self.text.strip(), first=None, last=None) == Filters()

    def days(self, today: date) -> tuple[date | None, date | None]:
        """Return the first and the last day looked for, None where open."""
        if self.span == "week":
            return today - timedelta(days=today.weekday()), None
        if self.span == "month":
            return today.replace(day=1), None
        return (self.first, self.last) if self.span == "dates" else (None, None)

    def wanted(self, words: tuple[Word, ...], today: date) -> Wanted:
        """Return the same for the diary; `words` are those of the text."""
        first, last = self.days(today)
        return Wanted(self.kinds, self.side, self.part, self.doing, first, last, words)


def span_of(entry: Entry) -> tuple[datetime, datetime]:
    """Return the wall clock at an entry's begin and end, to the minute."""
    until = entry.until or entry.at
    began, ended = entry.at.local(), until.local()
    return began.replace(second=0, microsecond=0), ended.replace(second=0, microsecond=0)


def moved(old: Moment, to: datetime, at_local: AtLocal) -> Moment:
    """Return the moment an entry is moved to; to the same minute, it stays as it is.

    Made in the zone where the clock still is, it follows that zone's summer time; made
    elsewhere, it stays in the zone where it was made. Problem for a time the clocks leave out.
    """
    was = old.local()
    if was.replace(second=0, microsecond=0) == to:
        return old
    try:
        here = at_local(was).offset_min == old.offset_min
    except Problem:
        here = False
    return at_local(to) if here else old.shifted(round((to - was) / timedelta(milliseconds=1)))


def sleep_span(fell: time, woke: time, day: date) -> tuple[datetime, datetime]:
    """Return when a sleep that ended on a date began and ended."""
    ended = datetime.combine(day, woke)
    began = datetime.combine(day, fell)
    return (began if began < ended else began - timedelta(days=1)), ended


def note_time(day: date, now: datetime, starts_at: int) -> datetime:
    """Return the time at which a note about a day stands: noon, or now if that is to come."""
    noon = datetime.combine(day, AT_NOON)
    begins = datetime.combine(day, time(starts_at))
    return now if noon > now or begins <= now < begins + timedelta(days=1) else noon


def changed(details: Details, values: Mapping[str, Any]) -> Details:
    """Return details with what was typed; what a drink or food holds goes with its amount."""
    given = dict(values)
    if isinstance(details, Drink):
        _scale(details, given, "ml", _CONTENTS)
    elif isinstance(details, Food):
        _scale(details, given, "grams", _FOOD_CONTENTS)
        if given.get("grams") != details.grams:
            given["portion"] = ""
    elif isinstance(details, RoutineSession) and given.get("total_s") != details.total_s:
        _scale(details, given, "total_s", ("held_s",))
    return details.replaced(**given)


def changes_of(
    old: Entry, details: Details, span: tuple[Moment, Moment | None], note: str
) -> dict[str, Any]:
    """Return what of an entry is no longer as it was, for `Journal.amend`."""
    new = {"details": details, "at": span[0], "until": span[1], "note": note}
    return {name: value for name, value in new.items() if value != getattr(old, name)}


def _scale(details: Details, given: dict[str, Any], by: str, names: tuple[str, ...]) -> None:
    """Let what was not typed anew follow the amount."""
    old = details.__dict__
    if by not in given or not old[by] or given[by] == old[by]:
        return
    share = given[by] / old[by]
    for name in names:
        if given.get(name, old[name]) == old[name]:
            given[name] = round(old[name] * share, 3)
