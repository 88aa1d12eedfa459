"""A routine while it is being written: it may still be incomplete, and nothing in it gets lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import (
    EACH,
    POSES_LIMIT,
    STEPS_LIMIT,
    OwnPose,
    Routine,
    Shape,
    Step,
)
from steadyhands.domain.value import Value

T = TypeVar("T")


class DraftShape(Shape):
    """A pose of a step being written: while somebody types, its words may be anything."""

    def check(self) -> None:
        """Let everything be; `checks` tells what is wrong."""


class DraftStep(Value):
    """A step being written. `key` tells it from the others for as long as the editor is open."""

    key: int
    name: str = ""
    cue: str = ""
    poses: tuple[DraftShape, ...] = ()
    hold_s: float = 3.0
    repetitions: int = 5
    sides: str = EACH
    rest_s: float = 2.0
    move_s: float = 1.0
    highlight: tuple[str, ...] = ()
    helper: str = ""

    def length_s(self, ready_s: float) -> float:
        """Return the seconds it takes with all its turns, 0 while it has no pose."""
        if not self.poses:
            return 0.0
        held = sum(self.hold_s if s.hold_s is None else s.hold_s for s in self.poses)
        once = held + self.move_s * len(self.poses)
        turn = self.repetitions * once + (self.repetitions - 1) * self.rest_s
        return (2 if self.sides == EACH else 1) * (ready_s + turn)


class Removed(Value):
    """What was taken away and from where: a step, or one pose of the step `key`."""

    place: int
    step: DraftStep | None = None
    key: int = 0
    shape: DraftShape | None = None


class Draft(Value):
    """The whole routine being written.

    `id` is empty until it is first saved. `start` is what it was when it was opened;
    `removed` holds what can be put back, the latest last.
    """

    id: str = ""
    name: str = ""
    purpose: str = ""
    cautions: str = ""  # one a line
    source: str = ""
    ready_s: float = 4.0
    poses: tuple[OwnPose, ...] = ()
    steps: tuple[DraftStep, ...] = ()
    removed: tuple[Removed, ...] = ()
    next_key: int = 1
    start: tuple[object, ...] = ()

    def content(self) -> tuple[object, ...]:
        """Return what would be saved; keys of steps do not count."""
        bare = tuple(step.replaced(key=0) for step in self.steps)
        texts = (self.name, self.purpose, self.cautions, self.source)
        return (*texts, self.ready_s, self.poses, bare)

    def has_changes(self) -> bool:
        """Return whether anything is other than when it was opened."""
        return self.content() != self.start

    def length_s(self) -> float:
        """Return the seconds of the whole as it stands."""
        return sum(step.length_s(self.ready_s) for step in self.steps)

    def place_of(self, key: int) -> int:
        """Return where a step stands, counted from 0."""
        return next(n for n, step in enumerate(self.steps) if step.key == key)

    def step(self, key: int) -> DraftStep:
        """Return a step by its key."""
        return self.steps[self.place_of(key)]

    def last_removed(self) -> Removed | None:
        """Return what would be put back next."""
        return self.removed[-1] if self.removed else None

    # -- steps ---------------------------------------------------------------------------

    def with_step(self, key: int, **fields: object) -> Draft:
        """Change fields of a step."""
        place = self.place_of(key)
        changed = self.steps[place].replaced(**fields)
        return self.replaced(steps=(*self.steps[:place], changed, *self.steps[place + 1 :]))

    def added(self) -> Draft:
        """Add an empty step at the end; its key is the `next_key` of before."""
        return self._inserted(len(self.steps), DraftStep(self.next_key))

    def copied(self, key: int) -> Draft:
        """Put a copy of a step below it; its key is the `next_key` of before."""
        place = self.place_of(key)
        return self._inserted(place + 1, self.steps[place].replaced(key=self.next_key))

    def moved(self, key: int, by: int) -> Draft:
        """Move a step up (-1) or down (1); at an end it stays."""
        place = self.place_of(key)
        return self.replaced(steps=_swapped(self.steps, place, place + by))

    def without(self, key: int) -> Draft:
        """Take a step away; it can be put back."""
        place = self.place_of(key)
        gone = Removed(place, step=self.steps[place])
        left = (*self.steps[:place], *self.steps[place + 1 :])
        return self.replaced(steps=left, removed=(*self.removed, gone))

    def put_back(self) -> Draft:
        """Put back what was taken away last, where it was or as near as there is room."""
        if not self.removed:
            return self
        gone, left = self.removed[-1], self.replaced(removed=self.removed[:-1])
        if gone.step is not None:
            return left._inserted(gone.place, gone.step)
        if gone.shape is None:
            return left
        return left._with_poses(
            gone.key, _put_in(self.step(gone.key).poses, gone.place, gone.shape)
        )

    def _inserted(self, place: int, step: DraftStep) -> Draft:
        if len(self.steps) >= STEPS_LIMIT:
            raise Problem("A routine has room for {most} steps.", most=STEPS_LIMIT)
        next_key = max(self.next_key, step.key + 1)
        return self.replaced(steps=_put_in(self.steps, place, step), next_key=next_key)

    # -- poses of a step -----------------------------------------------------------------

    def with_pose_added(self, key: int, pose: str) -> Draft:
        """Add a pose at the end of a step."""
        poses = self.step(key).poses
        return self._with_poses(key, (*poses, DraftShape(pose)))

    def with_pose_chosen(self, key: int, place: int, pose: str) -> Draft:
        """Let another pose stand there; the words of the one before go with it."""
        poses = self.step(key).poses
        if poses[place].pose == pose:
            return self
        chosen = DraftShape(pose, hold_s=poses[place].hold_s)
        return self._with_poses(key, (*poses[:place], chosen, *poses[place + 1 :]))

    def with_shape(self, key: int, place: int, **fields: object) -> Draft:
        """Change what is said or how long one pose of a step is held."""
        poses = self.step(key).poses
        changed = poses[place].replaced(**fields)
        return self._with_poses(key, (*poses[:place], changed, *poses[place + 1 :]))

    def with_pose_moved(self, key: int, place: int, by: int) -> Draft:
        """Let a pose come earlier (-1) or later (1)."""
        return self._with_poses(key, _swapped(self.step(key).poses, place, place + by))

    def without_pose(self, key: int, place: int) -> Draft:
        """Take a pose away; it can be put back."""
        poses = self.step(key).poses
        gone = Removed(place, key=key, shape=poses[place])
        left = self._with_poses(key, (*poses[:place], *poses[place + 1 :]))
        return left.replaced(removed=(*self.removed, gone))

    def with_own_pose(self, own: OwnPose) -> Draft:
        """Keep a pose of one's own; it takes the place of the one of that name."""
        names = [pose.name for pose in self.poses]
        if own.name in names:
            place = names.index(own.name)
            return self.replaced(poses=(*self.poses[:place], own, *self.poses[place + 1 :]))
        if len(names) >= POSES_LIMIT:
            raise Problem("A routine has room for {most} poses of its own.", most=POSES_LIMIT)
        return self.replaced(poses=(*self.poses, own))

    def _with_poses(self, key: int, poses: tuple[DraftShape, ...]) -> Draft:
        if len(poses) > POSES_LIMIT:
            raise Problem("A step has room for {most} poses.", most=POSES_LIMIT)
        return self.with_step(key, poses=poses)


def empty_draft() -> Draft:
    """Return a new routine with one empty step."""
    return opened(Draft().added())


def draft_of(routine: Routine) -> Draft:
    """Return a routine opened to be changed; saved, it keeps its id."""
    steps = tuple(_draft_step(n, step) for n, step in enumerate(routine.steps, 1))
    fields = {n: getattr(routine, n) for n in ("id", "name", "purpose", "source", "ready_s")}
    cautions = "\n".join(routine.cautions)
    made = Draft(**fields, cautions=cautions, poses=routine.poses, steps=steps)
    return opened(made.replaced(next_key=len(steps) + 1))


def copy_of(routine: Routine, name: str) -> Draft:
    """Return a copy of a routine under another name; saved, it gets an id of its own."""
    made = draft_of(routine)
    return opened(made.replaced(id="", name=name))


def opened(draft: Draft) -> Draft:
    """Return a draft that counts as unchanged."""
    return draft.replaced(start=draft.content())


def try_change(draft: Draft, change: Callable[[Draft], Draft]) -> tuple[Draft, Problem | None]:
    """Return the changed draft, or the same one and why it could not be changed."""
    try:
        return change(draft), None
    except Problem as problem:
        return draft, problem


def _draft_step(key: int, step: Step) -> DraftStep:
    fields = {name: getattr(step, name) for name in step._fields}
    fields["poses"] = tuple(DraftShape(**shape.__dict__) for shape in step.poses)
    return DraftStep(key=key, **fields)


def _swapped(items: tuple[T, ...], one: int, two: int) -> tuple[T, ...]:
    if not 0 <= two < len(items):
        return items
    changed = list(items)
    changed[one], changed[two] = changed[two], changed[one]
    return tuple(changed)


def _put_in(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    return (*items[:place], item, *items[place:])
