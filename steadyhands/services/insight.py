"""Reads the diary and answers what goes with the twitching, and how sure that is."""

from __future__ import annotations

import os
import sys
from datetime import date

from steadyhands.domain.allowed import mineral_hint, water_goal
from steadyhands.domain.day import day_of
from steadyhands.domain.factors import DESK
from steadyhands.domain.insight import LIKELY, POSSIBLE, Standing, Suggestion
from steadyhands.domain.moment import DAY_MS, HOUR_MS, MINUTE_MS, date_of_epoch_day, epoch_day
from steadyhands.domain.plan.fold import plan_of
from steadyhands.domain.plan.steps import FORTNIGHTS, STEP_KEYS, can_switch, left_out, length_of
from steadyhands.domain.plan.trial import CHANGES, trials
from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import Rising
from steadyhands.domain.value import Value
from steadyhands.services.insight_days import KeptDays
from steadyhands.services.insight_memo import MemoFile
from steadyhands.services.plan import PlanBook
from steadyhands.services.profile import ProfileBook
from steadyhands.storage.database import connect_reader, newest_version
from steadyhands.storage.diary import Diary
from steadyhands.storage.faults import SaidPlainly
from steadyhands.storage.rollups import Rollups
from steadyhands.system.paths import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from steadyhands.domain.day_table import DayTable
    from steadyhands.domain.entries import Entry
    from steadyhands.domain.insight import Finding, StepRun
    from steadyhands.domain.plan.fold import PlanState
    from steadyhands.domain.profile import Profile
    from steadyhands.services.desk import Desk

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_ZONES_DAYS = 2  # an entry may lie so far, in UTC, from the day that it counts for
_OF_TREND = {"": "twitching", "left": "one-side", "right": "one-side"}

_OF_MINERALS = {
    "magnesium": ("magnesium_mg", "supplement_magnesium_mg"),
    "potassium": ("potassium_mg",),
    "calcium": ("calcium_mg",),
}


class Outdated(Problem):
    """Nobody waits for this answer any more."""


class Insight(Value):
    """All that is known as of a day: the answers, and what to try next.

    `expects` holds, by length in days and rhythm of a step not begun, the smallest change that
    it could show as a ratio below 1; `unlogged` the factors of which no day tells anything,
    `withheld` those of which the profile leaves every word to the clinician.
    """

    standing: Standing
    runs: tuple[StepRun, ...] = ()
    suggestion: Suggestion | None = None
    expects: tuple[tuple[int, str, float], ...] = ()
    unlogged: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    def expect(self, days: int, rhythm: str) -> float | None:
        """Return the smallest change that a step of this length can show, None if unknown."""
        return next((e for d, r, e in self.expects if (d, r) == (days, rhythm)), None)


class Headline(Value):
    """What the last check-up had to say by itself: trends that rise, links that are new.

    `fresh` holds key, lag and level of each link by day whose level that check-up gave; in
    `hours` those of the hours before. `seen` tells that somebody has looked at it.
    """

    checkup: int
    next_checkup: int
    rising: tuple[Rising, ...] = ()
    fresh: tuple[tuple[str, int, str], ...] = ()
    hours: tuple[tuple[str, int, str], ...] = ()
    seen: bool = False


class InsightReader:
    """Answers for the diary at `path`; one thread at a time, each look on its own connection.

    Earlier check-ups are kept in `folder`, a cache; None keeps them in memory only.
    """

    def __init__(self, path: str, folder: str | None = None) -> None:
        self._path = path
        self.memo = MemoFile(folder, path)
        self._days = KeptDays()
        if "numpy" not in sys.modules:  # on small matrices a second thread only gets in the way
            for name in _ONE_THREAD:
                os.environ.setdefault(name, "1")

    def insight(
        self, as_of: date, today: date, is_wanted: Callable[[], bool] = lambda: True
    ) -> Insight:
        """Return what could be said on the morning of `as_of`; nothing of that day is looked at.

        Raises Outdated soon after `is_wanted` says no, Problem when the diary cannot be read.
        """
        held = self.memo.read("looks") or {}
        looks = _Memo(held, is_wanted)
        try:
            found = self._in_one_look(
                lambda diary, rollups: _Look(diary, rollups, as_of, looks, self._days).insight()
            )
        finally:
            if looks.has_grown:
                # A look back must not cost today's next look what it remembers.
                self.memo.keep(looks=dict(looks) if as_of == today else {**held, **looks})
        if as_of == today:
            self._keep_headline(found.standing)
        return found

    def headline(self, today: date) -> Headline | None:
        """Return what the last check-up said, without looking at the diary; None if one is due."""
        told = self.memo.read("headline")
        try:
            found = Headline(
                **{**told, "rising": tuple(Rising(*each) for each in told["rising"]),
                   "fresh": tuple(map(tuple, told["fresh"])),
                   "hours": tuple(map(tuple, told["hours"]))}
            )  # fmt: skip
            return found if found.checkup <= epoch_day(today) < found.next_checkup else None
        except (TypeError, KeyError, ValueError):
            return None

    def keep_seen(self, today: date) -> None:
        """Keep that the last check-up was looked at: it is no news any more."""
        headline = self.headline(today)
        if headline is not None and not headline.seen:
            self._keep(headline.replaced(seen=True))

    def _keep_headline(self, standing: Standing) -> None:
        made = headline_of(standing)
        before = self.headline(date_of_epoch_day(standing.day))
        if before is not None:
            made = made.replaced(seen=before.seen and before.checkup == made.checkup)
        if made != before:
            self._keep(made)

    def _keep(self, headline: Headline) -> None:
        rising = [[each.what, each.weeks] for each in headline.rising]
        self.memo.keep(headline={**headline.__dict__, "rising": rising})

    def _in_one_look(self, look: Callable[[Diary, Rollups], Insight]) -> Insight:
        connection = connect_reader(self._path)
        try:
            with SaidPlainly(self._path):
                connection.execute("BEGIN")
                if connection.execute("PRAGMA user_version").fetchone()[0] < newest_version():
                    raise Problem("The diary needs to be opened once before this can be answered.")
                return look(Diary(connection, self._path), Rollups(connection))
        finally:
            connection.close()


def reader_for(desk: Desk) -> InsightReader:
    """Return the reader of an open diary; of a sample nothing is kept."""
    return InsightReader(desk.keeper.path, None if desk.is_sample else cache_folder())


def headline_of(standing: Standing) -> Headline:
    """Return what a check-up has to say by itself."""
    new = [
        [(f.key, f.lag, f.level) for f in found if _is_new(f, standing)]
        for found in (standing.findings, standing.hours)
    ]
    rising = [Rising(_OF_TREND[r.side], r.weeks) for r in standing.rising if r.alarm]
    return Headline(
        standing.checkup, standing.next_checkup, tuple(rising), tuple(new[0]), tuple(new[1])
    )


def _is_new(finding: Finding, standing: Standing) -> bool:
    is_claim = finding.level in (POSSIBLE, LIKELY)
    return is_claim and finding.since == standing.checkup


class _Memo(dict[str, str]):
    """Earlier looks; asked at every step of the work, so the place to stop what is not wanted."""

    def __init__(self, held: dict[str, str], is_wanted: Callable[[], bool]) -> None:
        super().__init__(held)
        self._is_wanted = is_wanted
        self.has_grown = False

    def __contains__(self, key: object) -> bool:
        if not self._is_wanted():
            raise Outdated("This answer is no longer wanted.")
        return super().__contains__(key)

    def __setitem__(self, key: str, value: str) -> None:
        self.has_grown = True
        super().__setitem__(key, value)


class _Look:
    """One look at the diary as it was on the morning of a day."""

    def __init__(
        self, diary: Diary, rollups: Rollups, as_of: date, memo: _Memo, kept: KeptDays
    ) -> None:
        self._diary, self._rollups, self._memo, self._kept = diary, rollups, memo, kept
        self._as_of, self._day = as_of, epoch_day(as_of)
        self._starts_at = diary.day_starts_at()

    def insight(self) -> Insight:
        from steadyhands.analysis.checkup import standing_as_of
        from steadyhands.analysis.looks import window

        plan, table = self._plan(), self._table()
        runs = trials(plan.runs, self._as_of)
        withheld = _withheld(self._profile())
        standing = without(standing_as_of(table, self._day, self._memo, runs), withheld)
        return Insight(
            standing,
            runs,
            self._suggestion(standing, table, plan),
            self._expects(table, plan),
            _unlogged(table.cut(self._day, window(self._day)), withheld),
            withheld,
        )

    def _table(self) -> DayTable:
        from steadyhands.analysis.checkup import reads_from

        return self._kept.table(self._diary, self._day, reads_from(self._day), self._made)

    def _made(self, since: int) -> DayTable:
        """Return the table of the days from `since` on."""
        from steadyhands.analysis.table import day_table

        kinds = [kind for kind in self._diary.entries.kinds() if kind != "notice"]
        start_ms, end_ms = (since - _ZONES_DAYS) * DAY_MS, (self._day + _ZONES_DAYS) * DAY_MS
        entries = [
            entry
            for entry in self._diary.entries.between(kinds, start_ms, end_ms)
            if epoch_day(day_of(entry.belongs_at(), self._starts_at)) >= since
        ]
        extent = self._rollups.extent()
        told = self._rollups.days("twitches", extent[0], self._as_of) if extent else []
        if not told or told[0][0] >= self._day:
            return day_table([], self._day, self._starts_at)
        first, last = told[0][0], date_of_epoch_day(since - 1)
        begins = date_of_epoch_day(first)
        earlier = len(self._rollups.recorded(begins, last)) if begins <= last else 0
        active = desk_hours(entries, self._starts_at)
        return day_table(entries, self._day, self._starts_at, first, earlier, active)

    def _plan(self) -> PlanState:
        """Return the plan as its marks of earlier days have it."""
        marks = PlanBook(self._diary).marks()
        known = [mark for mark in marks if self._day_of(mark) < self._as_of]
        return plan_of(known, lambda at: day_of(at, self._starts_at), self._as_of)

    def _profile(self) -> Profile:
        return ProfileBook(self._diary).read()

    def _day_of(self, entry: Entry) -> date:
        return day_of(entry.belongs_at(), self._starts_at)

    def _suggestion(
        self, standing: Standing, table: DayTable, plan: PlanState
    ) -> Suggestion | None:
        from steadyhands.analysis.suggest import suggest

        left = left_out(self._profile())
        wanted = [step for step in PlanBook(self._diary).wishes().order if step not in left]
        done = [step for step in STEP_KEYS if plan.finished(step) is not None]
        done += [plan.current.step] if plan.current is not None else []
        steady = [step for step in STEP_KEYS if not can_switch(step)]
        found = suggest(standing, table, [(s, CHANGES[s][0]) for s in wanted], done, steady)
        if found is None or found.design != FORTNIGHTS:
            return found
        days = length_of(found.weeks * 7, FORTNIGHTS)  # the plan's blocks come in pairs
        expect = found.expect and self._expect(table, days, FORTNIGHTS)
        return found.replaced(weeks=days // 7, expect=expect)

    def _expects(self, table: DayTable, plan: PlanState) -> tuple[tuple[int, str, float], ...]:
        """Return what steps not begun can show, for each length and rhythm that is wished for."""
        wishes = PlanBook(self._diary).wishes()
        left = [step for step in STEP_KEYS if plan.finished(step) is None]
        designs = sorted({(wishes.days(step), wishes.rhythm(step)) for step in left})
        found = [(*design, self._expect(table, *design)) for design in designs]
        return tuple((days, rhythm, e) for days, rhythm, e in found if e is not None)

    def _expect(self, table: DayTable, days: int, rhythm: str) -> float | None:
        from steadyhands.analysis.experiment import expected_change
        from steadyhands.analysis.suggest import BASELINE_DAYS, planned_run

        before = table.cut(self._day, self._day - BASELINE_DAYS)
        return expected_change(before, planned_run("", self._day, rhythm, days // 7))


def _unlogged(table: DayTable, withheld: Container[str]) -> tuple[str, ...]:
    """Return the factors that are nought or unknown on every day."""
    return tuple(k for k, values in table.factors if not any(values) and k not in withheld)


def _withheld(profile: Profile) -> tuple[str, ...]:
    """Return the factors of which a number could mislead with this profile."""
    found: tuple[str, ...] = () if water_goal(profile).shown else ("water_ml",)
    for mineral, keys in _OF_MINERALS.items():
        if not mineral_hint(mineral, profile).shown:
            found += keys
    return found


def without(standing: Standing, withheld: Container[str]) -> Standing:
    """Return the answers less those about some factors."""
    kept = tuple(finding for finding in standing.findings if finding.key not in withheld)
    return standing.replaced(findings=kept)


def desk_hours(entries: Iterable[Entry], starts_at: int) -> list[tuple[int, float]]:
    """Return hours of the diary's scale with minutes at the desk, from entries that tell them.

    An entry's minutes are spread evenly over its span; a sum of a whole day tells no hours.
    """
    found: list[tuple[int, float]] = []
    for entry in entries:
        minutes = entry.amounts().get(DESK, 0)
        end = entry.until.utc_ms if entry.until is not None else entry.at.utc_ms + HOUR_MS
        lasts = max(end - entry.at.utc_ms, MINUTE_MS)
        if not 0 < minutes <= lasts / MINUTE_MS + 1 or lasts > DAY_MS // 2:
            continue
        wall = entry.at.utc_ms + entry.at.offset_min * MINUTE_MS - starts_at * HOUR_MS
        for hour in range(wall // HOUR_MS, -(-(wall + lasts) // HOUR_MS)):
            part = min((hour + 1) * HOUR_MS, wall + lasts) - max(hour * HOUR_MS, wall)
            found.append((hour, minutes * part / lasts))
    return found
