"""A diary in plain Python, to hold the real one against: no SQL, no revisions, no triggers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from steadyhands.domain.entries import CheckIn, Details, Entry, Note, Sleep
from steadyhands.domain.moment import HOUR_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Done, Journal
from steadyhands.storage.diary import Diary
from tests.factory import a_beer, a_coffee, a_moment, a_twitch, a_water

Change = tuple[str, Entry | None, Entry]

NOW = a_moment(14)
PLACES = [-600, -210, 0, 60, 345, 840]
DETAILS: list[Details] = [a_twitch(), a_twitch("left", "thumb", felt="buzz"), a_water(333.3)]
DETAILS += [a_coffee(caffeine_mg=63.35), a_beer(), CheckIn(4, 0), CheckIn(screen_hours=7.25)]


class DiaryModel:
    """What a diary ought to hold after the acts it is told of."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.starts_at = 4
        self.acts: dict[int, list[Change]] = {}
        self.standing: set[int] = set()
        self.undone: list[int] = []

    def do(self, done: Done) -> None:
        """Take in a new act."""
        changes = [(entry.id, self.entries.get(entry.id), plain(entry)) for entry in done.entries]
        self.acts[done.act] = changes
        self.standing.add(done.act)
        self.undone.clear()
        self.entries.update((key, after) for key, _, after in changes)

    def undo(self, act: int) -> None:
        """Take back an act that `can_undo`."""
        self.entries.update((key, old or gone(new)) for key, old, new in self.acts[act])
        self.standing.discard(act)
        self.undone.append(act)

    def can_undo(self, act: int) -> bool:
        """Return whether all that an act wrote stands as it wrote it."""
        return all(self.entries[key] == after for key, _, after in self.acts[act])

    def redo(self) -> None:
        """Do again what was last undone."""
        act = self.undone.pop()
        self.entries.update((key, after) for key, _, after in self.acts[act])
        self.standing.add(act)

    def can_redo(self) -> bool:
        """Return whether all that was last taken back stands as that left it."""
        changes = self.acts[self.undone[-1]]
        return all(self.entries[key] == (old or gone(new)) for key, old, new in changes)

    def living(self) -> list[Entry]:
        """Return what is in the diary."""
        return [entry for entry in self.entries.values() if not entry.deleted]

    def totals(self) -> dict[tuple[str, date], tuple[int, int]]:
        """Return thousandths and entries by quantity and day."""
        found: dict[tuple[str, date], tuple[int, int]] = {}
        for entry in self.living():
            wall = (entry.until if entry.kind == "sleep" else entry.at).local()  # type: ignore[union-attr]
            day = wall.date() - timedelta(days=wall.hour < self.starts_at)
            for name, amount in entry.amounts().items():
                total, count = found.get((name, day), (0, 0))
                found[name, day] = (total + round(amount * 1000), count + 1)
        return found

    def sleeps_meanwhile(self, at: Moment, until: Moment, but: str = "") -> bool:
        """Return whether any sleep shares time with this one."""
        return any(
            entry.until is not None
            and entry.id != but
            and entry.at.utc_ms < until.utc_ms
            and at.utc_ms < entry.until.utc_ms
            for entry in self.living()
            if entry.kind == "sleep"
        )


def plain(entry: Entry) -> Entry:
    """Return an entry without what says how often and where it was written."""
    return entry.replaced(revision=1, device="")


def gone(entry: Entry) -> Entry:
    return entry.replaced(deleted=True)


class Pair:
    """A diary and its model, to which the same is done."""

    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.journal = Journal(diary)
        self.model = DiaryModel()

    def log(self, details: Details, at: Moment, hours: float = 0) -> None:
        until = at.shifted(round(hours * HOUR_MS)) if isinstance(details, Sleep) else None
        if until is not None and self.model.sleeps_meanwhile(at, until):
            self.refused(lambda: self.journal.log(details, at, NOW, until))
            return
        note = "Words." if isinstance(details, Note) else ""
        self.model.do(self.journal.log(details, at, NOW, until, note))

    def log_all(self, pieces: Sequence[tuple[Details, Moment]]) -> None:
        done = self.journal.log_all([(details, at, None, "") for details, at in pieces], NOW)
        if pieces:
            self.model.do(done)

    def move(self, entry: Entry, ms: int) -> None:
        """Put an entry, sleep in whole, to an earlier time."""
        at = entry.at.shifted(-ms)
        until = entry.until.shifted(-ms) if entry.until else None
        if until and entry.kind == "sleep" and self.model.sleeps_meanwhile(at, until, entry.id):
            self.refused(lambda: self.journal.amend(entry.id, NOW, at=at, until=until))
            return
        self.model.do(self.journal.amend(entry.id, NOW, at=at, until=until))

    def become(self, entry: Entry, details: Details) -> None:
        """Make an entry say something else."""
        self.model.do(self.journal.amend(entry.id, NOW, details=details, note="changed"))

    def remove(self, entries: Sequence[Entry]) -> None:
        done = self.journal.remove([entry.id for entry in entries], NOW)
        if entries:
            self.model.do(done)

    def undo(self, act: int | None = None) -> None:
        """Take back the newest act that stands, or the named one."""
        wanted = act if act is not None else max(self.model.standing, default=None)
        if wanted is None:
            assert self.journal.undo(NOW) is None
        elif not self.model.can_undo(wanted):
            self.refused(lambda: self.journal.undo(NOW, act))
        else:
            assert self.journal.undo(NOW, act) is not None
            self.model.undo(wanted)

    def redo(self) -> None:
        if not self.model.undone:
            assert self.journal.redo(NOW) is None
        elif not self.model.can_redo():
            self.refused(lambda: self.journal.redo(NOW))
        else:
            assert self.journal.redo(NOW) is not None
            self.model.redo()

    def start_day_at(self, hour: int) -> None:
        ChoiceBook(self.diary).change(day_starts_at=hour)
        self.model.starts_at = hour

    def refused(self, act) -> None:  # type: ignore[no-untyped-def]
        """Check that an act is refused in words."""
        try:
            done = act()
        except Problem as problem:
            assert str(problem).endswith(".")
        else:
            raise AssertionError(f"This should have been refused: {done}")

    def check(self) -> None:
        """Check that the diary is what the model says."""
        assert self.diary.totals.wrong() == 0
        rows = self.diary.totals._connection.execute("SELECT * FROM day_total")
        stored = {
            (name, date.fromordinal(day + 719_163)): (amount, count)
            for name, day, amount, count in rows
        }
        assert stored == self.model.totals()
        store = self.diary.entries
        found = {plain(e) for e in store.between(store.kinds(), -(10**14), 10**14)}
        assert found == set(self.model.living())


def a_time(chance: random.Random) -> Moment:
    """Return a moment of the three weeks before now, somewhere in the world."""
    before = chance.randrange(21 * 24 * 60) * 60_000
    return Moment(NOW.utc_ms - before, chance.choice(PLACES))


def random_act(pair: Pair, chance: random.Random) -> None:
    """Do one act to a diary and its model, logs twice as often as each other thing."""
    living = list(pair.model.living())
    kind = chance.choice(["log", "log", "log", "nap", "all", "move", "become", "remove"])
    kind = chance.choice([kind, kind, kind, "undo", "redo", "named"])
    if kind in ("move", "become", "remove") and not living:
        kind = "log"
    if kind == "log":
        pair.log(chance.choice(DETAILS), a_time(chance))
    elif kind == "nap":
        at = a_time(chance).shifted(-10 * HOUR_MS)
        pair.log(Sleep(3), at, hours=chance.choice([0.35, 1, 7.5, 9.99]))
    elif kind == "all":
        many = range(chance.randrange(4))
        pair.log_all([(chance.choice(DETAILS), a_time(chance)) for _ in many])
    elif kind == "move":
        pair.move(chance.choice(living), chance.choice([1, 60_000, HOUR_MS, 30 * HOUR_MS]))
    elif kind == "become":
        entry = chance.choice(living)
        pair.become(entry, Sleep(1) if entry.kind == "sleep" else chance.choice(DETAILS))
    elif kind == "remove":
        pair.remove(chance.sample(living, min(len(living), chance.choice([1, 1, 1, 3]))))
    elif kind == "undo":
        pair.undo()
    elif kind == "redo":
        pair.redo()
    elif pair.model.standing:
        recent = sorted(pair.model.standing)[-10:]
        pair.undo(chance.choice(recent))
