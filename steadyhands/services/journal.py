"""The acts on entries: log, amend, remove, undo, redo."""

from __future__ import annotations

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import LONGEST_SLEEP_MS, Entry, Sleep, clean_text
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.storage.entries import Act
from steadyhands.system.identity import new_device, new_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from steadyhands.domain.entries import Details
    from steadyhands.storage.diary import Diary
    from steadyhands.storage.entries import Written

MANY = 1000  # entries of one act that are still handled one by one
AHEAD_MS = 2 * MINUTE_MS  # clocks of two machines may differ this much


class Done(Value):
    """What an act did: the entries as they are now, and what it changed.

    `act` names it for `undo`. `before` holds the entries as they were, None for new ones.
    `is_undo` tells taking back (or doing again) from doing. Of an act of thousands, as an
    import is, `entries` holds the first only; `size` counts them all.
    """

    act: int
    entries: tuple[Entry, ...]
    before: tuple[Entry | None, ...]
    changes: Changes
    is_undo: bool = False
    count: int = 0

    @property
    def size(self) -> int:
        """Return how many entries the act concerns."""
        return self.count or len(self.entries)

    @property
    def entry(self) -> Entry:
        """Return the entry of an act that concerns one."""
        return self.entries[0]


class Journal:
    """Writes to one diary. Each act is on the disk when it returns.

    Every act may raise Problem for what cannot be, DiaryBusy when another program
    holds the diary (the same call may be made again), DiaryUnusable for a full
    disk or a file that cannot be written. Then nothing has changed.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._device = ""
        self.session_start = diary.read(diary.entries.newest_seq)

    def log(
        self,
        details: Details,
        at: Moment,
        now: Moment,
        until: Moment | None = None,
        note: str = "",
    ) -> Done:
        """Add an entry that happened at `at`, which must not lie ahead of `now`.

        Sleep must not overlap sleep that is in the diary already.
        """
        entry = Entry(new_id(at.utc_ms), at, details, until, clean_text(note))
        self._check_possible(entry, now)
        return self._write([entry], [None], now)

    def log_all(
        self, pieces: Iterable[tuple[Details, Moment, Moment | None, str]], now: Moment
    ) -> Done:
        """Add many entries as one act, all or none, as an import or a sample does."""
        entries = [
            Entry(new_id(at.utc_ms), at, details, until, clean_text(note))
            for details, at, until, note in pieces
        ]
        return self._write(entries, [None] * len(entries), now)

    def amend(self, entry_id: str, now: Moment, **changes: Any) -> Done:
        """Change some fields of an entry: at, until, note, details."""
        if "note" in changes:
            changes["note"] = clean_text(changes["note"])

        def changed(old: Entry) -> Entry:
            entry = old.replaced(**changes)
            # Only what is new: an import, or a clock set back, may have left odd times.
            if (entry.kind, entry.at, entry.until) != (old.kind, old.at, old.until):
                self._check_possible(entry, now)
            return entry

        return self._revise([entry_id], changed, now)

    def amend_all(
        self, entry_ids: Sequence[str], now: Moment, change: Callable[[Entry], Entry]
    ) -> Done:
        """Change several entries as one act, as the foods of a meal."""

        def changed(old: Entry) -> Entry:
            entry = change(old)
            self._check_possible(entry, now)
            return entry

        return self._revise(list(dict.fromkeys(entry_ids)), changed, now)

    def annotate(self, entry_ids: Sequence[str], words: str, now: Moment) -> Done:
        """Add words below the notes of entries, as one act."""
        added = clean_text(words)

        def noted(old: Entry) -> Entry:
            return old.replaced(note=f"{old.note}\n{added}" if old.note else added)

        return self._revise(list(dict.fromkeys(entry_ids)), noted, now)

    def remove(self, entry_ids: Sequence[str], now: Moment) -> Done:
        """Take entries out of the diary, as one act; tombstones stay."""
        ids = list(dict.fromkeys(entry_ids))
        return self._revise(ids, lambda old: old.replaced(deleted=True), now)

    def undo(self, now: Moment, act: int | None = None, since: int = 0) -> Done | None:
        """Take back an act: the named one, or the newest after `since` that still stands.

        Returns None if there is nothing to take back. Raises Problem if a named act's
        entries have been changed again since.
        """
        if act is None:
            act = self._diary.read(lambda: self._undoable(since))
        return self._reverse(act, now)

    def redo(self, now: Moment, since: int = 0) -> Done | None:
        """Do again what was last undone, unless something was done since; None if nothing."""
        return self._reverse(self._diary.read(lambda: self._redoable(since)), now)

    def large_undo(self, since: int = 0, act: int | None = None) -> int:
        """Return the act that `undo` would take back if it is of thousands, else 0.

        Such an act takes seconds: `services/many.py` takes it back beside a window.
        """
        return self._if_large(act or self._diary.read(lambda: self._undoable(since)))

    def large_redo(self, since: int = 0) -> int:
        """Return the act that `redo` would take back if it is of thousands, else 0."""
        return self._if_large(self._diary.read(lambda: self._redoable(since)))

    def _if_large(self, act: int | None) -> int:
        store = self._diary.entries
        return act if act and self._diary.read(lambda: store.is_longer(act, MANY)) else 0

    def done_before(self, act: int, count: int, changes: Changes) -> Done:
        """Return what an act of another connection did, as the act itself would have told it."""
        diary = self._diary
        first = diary.read(lambda: diary.entries.first_of_act(act))
        assert first is not None
        older = diary.read(lambda: diary.entries.before(first.entry.id, first.seq))
        before = (older.entry if older else None,)
        is_undo = diary.entries.undoes(act) is not None
        return Done(act, (first.entry,), before, changes, is_undo, count)

    def next_undo(self, since: int = 0) -> Entry | None:
        """Return an entry of the act that `undo` would take back, for naming it."""

        def look() -> Entry | None:
            act = self._undoable(since)
            first = self._diary.entries.first_of_act(act) if act else None
            return first.entry if first else None

        return self._diary.read(look)

    def is_of_session(self, entry_id: str) -> bool:
        """Return whether an entry was first written since this diary was opened, by anyone."""
        diary = self._diary
        return diary.read(lambda: diary.entries.first_seq(entry_id)) > self.session_start

    def last_place(self, now: Moment) -> tuple[str, str]:
        """Return side and part of the newest twitch: where one logged without aim goes.

        Before the first twitch it is the index finger of the hand used most.
        """
        diary = self._diary
        place = diary.read(lambda: diary.entries.last_place(now.utc_ms))
        if place is not None:
            return place[0] or UNSURE, place[1] or UNSURE
        hand = diary.read(lambda: diary.settings.get("hand"))
        return ("left" if hand == "left" else "right"), "index"

    def others_changes(self, known: tuple[int, int] | None = None) -> Changes:
        """Return what other programs have changed in the diary since last asked.

        `known` is an act, and how many rows it wrote, that the window itself made beside it.
        """
        return self._diary.others_changes(known)

    def _revise(self, ids: Sequence[str], change: Callable[[Entry], Entry], now: Moment) -> Done:
        before = [self._standing(entry_id) for entry_id in ids]
        after = [change(old).replaced(revision=old.revision + 1) for old in before]
        return self._write(after, before, now)

    def _check_possible(self, entry: Entry, now: Moment) -> None:
        _check_not_ahead(entry, now)
        if isinstance(entry.details, Sleep) and entry.until is not None:
            self._check_awake(entry, entry.until)

    def _check_awake(self, entry: Entry, until: Moment) -> None:
        """Raise Problem if another sleep covers part of this one's time."""
        start_ms = entry.at.utc_ms - LONGEST_SLEEP_MS
        store = self._diary.entries
        for other in self._diary.read(lambda: store.between(("sleep",), start_ms, until.utc_ms)):
            if other.id != entry.id and other.until and other.until.utc_ms > entry.at.utc_ms:
                raise Problem(
                    "Sleep from {start} to {end} is in the diary already. Please change that one.",
                    start=f"{other.at.local():%H:%M}",
                    end=f"{other.until.local():%H:%M}",
                )

    def _standing(self, entry_id: str) -> Entry:
        found = self._diary.read(lambda: self._diary.entries.current(entry_id))
        if found is None or found.entry.deleted:
            raise Problem("That entry is no longer in the diary.")
        return found.entry

    def _write(
        self,
        entries: Sequence[Entry],
        before: Sequence[Entry | None],
        now: Moment,
        undoes: int | None = None,
    ) -> Done:
        """Write revisions as one act and say what changed."""
        if not entries:
            return Done(0, (), (), Changes())
        diary = self._diary

        def act() -> Done:
            device = self._device or device_of(diary)
            day_starts_at = diary.day_starts_at()
            first = diary.entries.newest_seq() + 1
            mark = Act(first, now.utc_ms, undoes)
            written = tuple(entry.replaced(device=device) for entry in entries)
            for old in before:
                if old is not None:
                    _check_unchanged(diary.entries.current(old.id), old)
            days = {
                diary.entries.add(entry, seq, mark, day_starts_at)
                for seq, entry in enumerate(written, start=first)
            }
            replaced = [old for old in before if old is not None]
            days |= {diary.day_of(old) for old in replaced}
            kinds = frozenset(entry.kind for entry in (*written, *replaced))
            changes = Changes(kinds, frozenset(days))
            return Done(first, written, tuple(before), changes, undoes is not None)

        done = diary.write(act)
        self._device = done.entry.device
        return done

    def _reverse(self, act: int | None, now: Moment) -> Done | None:
        store = self._diary.entries
        if act and self._diary.read(lambda: store.is_longer(act, MANY)):
            from steadyhands.services.many import take_back

            return take_back(self._diary, act, now)

        def look() -> tuple[list[Entry], list[Entry]]:
            rows = self._diary.entries.of_act(act) if act else []
            standing = [self._as_left_by(row) for row in rows]
            return standing, list(map(self._as_found_by, rows, standing))

        before, after = self._diary.read(look)
        return self._write(after, before, now, undoes=act) if after else None

    def _as_left_by(self, row: Written) -> Entry:
        """Return the entry as it stands, if that is how the act left it."""
        newest = self._diary.entries.current(row.entry.id)
        if newest is None or _content(newest.entry) != _content(row.entry):
            raise Problem("That entry was changed again since. Please undo the later change first.")
        return newest.entry

    def _as_found_by(self, row: Written, standing: Entry) -> Entry:
        """Return the entry as the act found it; a tombstone if the act made it."""
        older = self._diary.entries.before(row.entry.id, row.seq)
        revision = standing.revision + 1
        if older is None:
            return standing.replaced(deleted=True, revision=revision)
        return older.entry.replaced(revision=revision)

    def _undoable(self, since: int) -> int | None:
        taken_back = set()
        for act, undoes in self._diary.entries.acts():
            if act <= since:
                return None
            if act in taken_back:
                continue
            if undoes is None:
                return act
            taken_back.add(undoes)
        return None

    def _redoable(self, since: int) -> int | None:
        taken_back = set()
        for act, undoes in self._diary.entries.acts():
            if act <= since:
                return None
            if act in taken_back:
                continue
            if undoes is None:
                return None
            taken_back.add(undoes)
            if self._is_first_hand(undoes):
                return act
        return None

    def _is_first_hand(self, act: int) -> bool:
        """Return whether an act is itself no undo."""
        return self._diary.entries.undoes(act) is None


def device_of(diary: Diary) -> str:
    """Return the name of this copy of the diary; within a write, one without gets its name."""
    device = diary.settings.get("device")
    if not isinstance(device, str):
        device = new_device()
        diary.settings.set("device", device)
    return device


def _content(entry: Entry) -> Entry:
    return entry.replaced(revision=1, device="")


def _check_not_ahead(entry: Entry, now: Moment) -> None:
    last = entry.until or entry.at
    if last.utc_ms > now.utc_ms + AHEAD_MS:
        raise Problem(
            "{time} lies ahead; the diary takes what has happened.",
            time=f"{last.local():%Y-%m-%d %H:%M}",
        )


def _check_unchanged(found: Written | None, expected: Entry) -> None:
    if found is None or found.entry.revision != expected.revision:
        raise Problem("That entry was just changed elsewhere. Please look at it again.")
