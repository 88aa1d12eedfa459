"""The routines to choose from: the shipped ones and one's own; and what a session was."""

from __future__ import annotations

from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.entries import RoutineSession
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.player import finished_share, held_s, sides_held
from steadyhands.system.poses import NamedPose, shipped_poses
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import pose_names, routine_in, shipped_routines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from steadyhands.domain.routine.player import Playing
    from steadyhands.domain.routine.steps import Routine
    from steadyhands.storage.diary import Diary

_OWN = "own_routines"


class RoutineBook:
    """Reads and changes the routines of one diary.

    An own routine with a shipped one's id stands in its place. They are kept as the TOML
    texts that can be shared; one that this version cannot read stays as it is.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def routines(self) -> list[Routine]:
        """Return every routine: shipped ones in their order or replaced, then new own ones."""
        own = {routine.id: routine for routine in self._own()}
        shipped = [own.pop(routine.id, routine) for routine in shipped_routines()]
        return [*shipped, *own.values()]

    def routine(self, routine_id: str) -> Routine:
        """Return one routine by its id."""
        for routine in self.routines():
            if routine.id == routine_id:
                return routine
        raise Problem("There is no routine “{name}” any more.", name=shown(routine_id))

    def own_ids(self) -> frozenset[str]:
        """Return the ids of the person's own routines."""
        return frozenset(routine.id for routine in self._own())

    def is_own(self, routine_id: str) -> bool:
        """Return whether a routine is the person's own."""
        return routine_id in self.own_ids()

    def poses(self, routine: Routine) -> dict[str, NamedPose]:
        """Return the poses to play a routine with by name: the program's and its own."""
        own = (NamedPose(own.name, own.pose, own.camera) for own in routine.poses)
        return {**shipped_poses(), **{pose.name: pose for pose in own}}

    def keep(self, routine: Routine) -> Changes:
        """Keep an own routine, replacing the one with its id."""
        text = to_toml(routine)
        self.read_text(text, routine.name)  # what could not be read again is not kept
        kept = self._kept()
        ids = [known.id if known else "" for _, known in kept]
        place = ids.index(routine.id) if routine.id in ids else len(kept)
        kept[place : place + 1] = [(text, routine)]
        return self._write(kept)

    def forget(self, routine_id: str) -> Changes:
        """Let an own routine go; a shipped one it replaced comes back."""
        kept = self._kept()
        return self._write([one for one in kept if one[1] is None or one[1].id != routine_id])

    def read_text(self, text: str, file: str) -> Routine:
        """Return the routine in a file's text without keeping it.

        Raises Problem that names file, line and field.
        """
        return routine_in(text, file, pose_names())

    def import_text(self, text: str, file: str) -> Changes:
        """Keep the routine in a file's text; it gets a free id if another routine has its own."""
        routine = self.read_text(text, file)
        known = {known.id: known for known in self.routines()}
        if known.get(routine.id) == routine:
            return Changes()
        return self.keep(routine.replaced(id=free_id(routine.id, known)))

    def export_text(self, routine_id: str) -> str:
        """Return a routine as a TOML file's text."""
        return to_toml(self.routine(routine_id))

    def _own(self) -> list[Routine]:
        return [routine for _, routine in self._kept() if routine is not None]

    def _kept(self) -> list[tuple[str, Routine | None]]:
        """Return the texts of own routines, each with what it says, if this version can tell."""
        stored = self._diary.read(lambda: self._diary.settings.get(_OWN, []))
        texts = [t for t in stored if isinstance(t, str)] if isinstance(stored, list) else []
        poses = pose_names() if texts else []
        return [(text, _read(text, poses)) for text in texts]

    def _write(self, kept: Sequence[tuple[str, Routine | None]]) -> Changes:
        texts = [text for text, _ in kept]
        self._diary.write(lambda: self._diary.settings.set(_OWN, texts))
        return SETTINGS_CHANGED


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id like `wanted` that no routine has: `fists`, `fists-2`, …"""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted[:70]}-{number}"
    return found


def find(routines: Sequence[Routine], words: str) -> Routine:
    """Return the routine that words name: all of its name or id, or as much as says which."""
    said = plain(words)
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [r for r in routines if fits(plain(r.name), said) or fits(r.id, said)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
        if found and said:
            several = ", ".join(routine.name for routine in found)
            raise Problem("“{given}” may be one of {names}.", given=shown(words), names=several)
    import difflib

    names = {plain(routine.name): routine.name for routine in routines}
    near = difflib.get_close_matches(said, list(names), n=1)
    hint = f"Did you mean {names[near[0]]}?" if near else "See steadyhands routines."
    raise Problem("There is no routine “{given}”. {hint}", given=shown(words), hint=hint)


def session_of(state: Playing, felt: str = "", hurt: bool = False) -> RoutineSession:
    """Return the diary's details of a routine as far as it was played."""
    routine = state.plan.routine
    seconds = round(held_s(state), 3)
    return RoutineSession(
        routine=routine.id,
        name=routine.name,
        share=round(finished_share(state), 4),
        sides=sides_held(state),
        held_s=seconds,
        total_s=max(round(state.played_s, 3), seconds),
        felt=felt,
        hurt=hurt,
    )


def _read(text: str, poses: Sequence[str]) -> Routine | None:
    """Return a kept routine, None if a newer version wrote it."""
    try:
        return routine_in(text, "own routine", poses)
    except Problem:
        return None
