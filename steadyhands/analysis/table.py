"""From entries to days: the table that every analysis starts from."""

from __future__ import annotations

from steadyhands.analysis.day_sums import DaySum
from steadyhands.analysis.usual import away_from_usual
from steadyhands.domain.day import DAY_STARTS_AT
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.entries import Details, Entry, Other, SafetyNotice, Sleep
from steadyhands.domain.factors import DESK, FACTORS, OWN
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment, epoch_day
from steadyhands.domain.sleep import Night, sleep_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def day_table(
    entries: Iterable[Entry],
    today: int,
    starts_at: int = DAY_STARTS_AT,
    first: int | None = None,
    earlier: int = 0,
    active: Iterable[tuple[int, float]] = (),
) -> DayTable:
    """Return the recorded days before `today` (an epoch day), whatever the entries' order.

    The diary begins for insight on the first day with a twitch: what was logged or imported
    before says nothing of days without. Hand in the entries from `checkup.reads_from` on, not
    ten years of them: `first` is then that day in the whole diary, `earlier` how many recorded
    days it has from there to the entries handed in. `active` pairs hours (as `HourRow.hour`)
    with minutes at the desk.
    A row depends on its own and earlier days only, so a table cut is a diary cut (but for a
    night in pieces on both sides of a day's beginning, which belongs to the later day).
    """
    counted = _counted(entries, today, starts_at)
    sums = _sums(counted)
    told = (day for day, total in sums.items() if total.total("twitches"))
    begins = min(told, default=today) if first is None else first
    days = sorted(day for day in sums if day >= begins)
    each = [sums[day] for day in days]
    slept = [entry for _, entry in counted if isinstance(entry.details, Sleep)]
    nights = _nights(slept, starts_at)
    return DayTable(
        first=begins,
        starts_at=starts_at,
        days=tuple(days),
        **_counts(each),
        factors=_columns(days, sums, nights),
        hours=tuple(row for day in days for row in sums[day].hour_rows()),
        asleep=_spans(slept, starts_at),
        active=tuple(sorted((h, m) for h, m in active if h < today * 24)),
        tags=tuple((day, tag, n) for day in days for tag, n in sorted(sums[day].tags.items())),
        earlier=earlier,
    )


def _sums(counted: Iterable[tuple[int, Entry]]) -> dict[int, DaySum]:
    sums: dict[int, DaySum] = {}
    for hour, entry in counted:
        total = sums.get(hour // 24)
        if total is None:
            total = sums[hour // 24] = DaySum()
        total.add(entry, hour)
    return sums


def _counts(each: Sequence[DaySum]) -> dict[str, tuple[int, ...]]:
    """Return the columns that are whole numbers."""
    return {
        "twitches": tuple(round(total.total("twitches")) for total in each),
        "left": tuple(total.left for total in each),
        "right": tuple(total.right for total in each),
        "sleep_told": tuple(int(total.slept) for total in each),
        "stress_told": tuple(int("stress" in total.answers) for total in each),
        "meals": tuple(min(len(total.meals), 3) for total in each),
    }


def diary_hour(moment: Moment, starts_at: int) -> float:
    """Return hours since the epoch on the diary's scale, where 24 h of each day begin it.

    Its whole days are those of `domain.day.day_of`: the wall clock of the entry decides.
    """
    wall_ms = moment.utc_ms + moment.offset_min * MINUTE_MS
    return (wall_ms - starts_at * HOUR_MS) / HOUR_MS


def _counted(entries: Iterable[Entry], today: int, starts_at: int) -> list[tuple[int, Entry]]:
    """Return the entries before `today` with their hours, in an order that is always the same."""
    kept = [e for e in entries if not e.deleted and _is_logged(e.details)]
    kept.sort(key=lambda entry: (entry.at.utc_ms, entry.id))
    placed = [(int(diary_hour(_counts_at(entry), starts_at) // 1), entry) for entry in kept]
    return [(hour, entry) for hour, entry in placed if hour < today * 24]


def _is_logged(details: Details) -> bool:
    """Return whether an entry shows that somebody logged: programs write some by themselves."""
    if isinstance(details, Other):
        return dict(details.counted).keys() != {DESK}
    return not isinstance(details, SafetyNotice)


def _counts_at(entry: Entry) -> Moment:
    return entry.belongs_at() if isinstance(entry.details, Sleep) else entry.at


def _nights(sleeps: Sequence[Entry], starts_at: int) -> dict[int, Night]:
    found = sleep_days(sleeps, starts_at)
    return {epoch_day(day): slept.night for day, slept in found.items() if slept.night}


def _spans(sleeps: Sequence[Entry], starts_at: int) -> tuple[tuple[float, float], ...]:
    """Return the sleeps as the wall clocks showed them, by time."""
    spans = [
        (diary_hour(entry.at, starts_at), diary_hour(entry.belongs_at(), starts_at))
        for entry in sleeps
    ]
    return tuple(sorted(span for span in spans if span[0] < span[1]))


def _columns(
    days: Sequence[int], sums: Mapping[int, DaySum], nights: Mapping[int, Night]
) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    """Return the factors' values by key, own trackers last."""
    columns: dict[str, list[float | None]] = {
        factor.key: [sums[day].factor(factor.key) for day in days] for factor in FACTORS
    }
    slept = [nights.get(day) for day in days]
    columns["sleep_h"] = [night.minutes / 60 if night else None for night in slept]
    mids = [{"mid": night.mid_min / 60} if night else {} for night in slept]
    columns["sleep_shift_h"] = away_from_usual(days, mids, needs=1)
    meals = [sums[day].main_meals() for day in days]
    columns["meal_shift_h"] = away_from_usual(days, meals, needs=2)
    own = {name for day in days for name in sums[day].own} - {DESK}
    for name in sorted(own):
        columns[OWN + name] = [sums[day].own.get(name) for day in days]
    return tuple((key, tuple(values)) for key, values in columns.items())


def hour_of_clock(hour: int, starts_at: int) -> int:
    """Return the hour that the wall clock showed in an hour of the diary's scale."""
    return (hour + starts_at) % 24
