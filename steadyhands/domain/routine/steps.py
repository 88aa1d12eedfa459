"""A hand routine as data: its steps, each a walk through poses, with times in seconds."""

from __future__ import annotations

from steadyhands.domain.entries import NAME_LIMIT, clean_text
from steadyhands.domain.hand import DIGITS
from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import Pose
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

EACH, TOGETHER = "each", "together"
STEP_SIDES = (EACH, TOGETHER, "left", "right")
# What the other hand does: the palms meet, or it draws the fingers or the thumb of this one.
HELPERS = ("palm-to-palm", "draws-back", "draws-in", "draws-thumb")

SENTENCE_LIMIT = 300
CAUTIONS_LIMIT = 10
POSES_LIMIT = 24
STEPS_LIMIT = 30
LONGEST_S = 60 * 60
HOLD_S = (0.5, 60.0)
REPETITIONS = (1, 30)
MOVE_S = (0.5, 1.2)  # a calm hand moves in 0.8 to 1.2 s (health facts 6b), one shaken loose sooner
REST_S = (1.0, 120.0)  # or 0, none
READY_S = (2.0, 30.0)
_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Shape(Value):
    """One pose of a step and what is said with it; what is left empty is as in the step."""

    pose: str
    name: str = ""
    cue: str = ""
    hold_s: float | None = None
    highlight: tuple[str, ...] = ()
    helper: str = ""

    def check(self) -> None:
        """A pose has a name; texts are one line; holds last 0.5 to 60 s."""
        _line("pose", self.pose, 1, NAME_LIMIT)
        _line("name", self.name, 0, NAME_LIMIT)
        _line("cue", self.cue, 0, SENTENCE_LIMIT)
        if self.hold_s is not None:
            _between("hold_s", self.hold_s, HOLD_S)
        _digits(self.highlight)
        _one_of("helper", self.helper, ("", *HELPERS))


class OwnPose(Value):
    """A pose that comes with a routine because the program has none like it."""

    name: str
    pose: Pose
    camera: Camera = Camera()

    def check(self) -> None:
        """A pose has a name; its angles have checked themselves."""
        _line("poses", self.name, 1, NAME_LIMIT)


class Step(Value):
    """One exercise: the poses that a repetition walks through, each held, and for which hands.

    `hold_s` is per pose, `rest_s` between repetitions (0 is none), `move_s` per move.
    """

    name: str
    poses: tuple[Shape, ...]
    cue: str = ""
    hold_s: float = 3.0
    repetitions: int = 5
    sides: str = EACH
    rest_s: float = 0.0
    move_s: float = 1.0
    highlight: tuple[str, ...] = ()
    helper: str = ""

    def check(self) -> None:
        """Everything lies within the ranges at the top of this module."""
        _line("name", self.name, 1, NAME_LIMIT)
        _line("cue", self.cue, 0, SENTENCE_LIMIT)
        _count("poses", self.poses, 1, POSES_LIMIT)
        _between("hold_s", self.hold_s, HOLD_S)
        _between("repetitions", self.repetitions, REPETITIONS)
        if not isinstance(self.repetitions, int):
            raise _wrong("repetitions", "a whole number is needed, not {given}", self.repetitions)
        _one_of("sides", self.sides, STEP_SIDES)
        if self.rest_s != 0:
            _between("rest_s", self.rest_s, REST_S)
        elif self.repetitions > 1 and len(self.poses) == 1:
            raise _wrong("rest_s", "a pose that is repeated alone needs a rest of 1 s or more", "")
        _between("move_s", self.move_s, MOVE_S)
        _digits(self.highlight)
        _one_of("helper", self.helper, ("", *HELPERS))

    def hold_of(self, shape: Shape) -> float:
        """Return how many seconds a pose is held."""
        return self.hold_s if shape.hold_s is None else shape.hold_s

    def repetition_s(self) -> float:
        """Return the seconds of one repetition, rest left out."""
        return sum(self.move_s + self.hold_of(shape) for shape in self.poses)

    def turns(self) -> int:
        """Return how often the step is gone through: once for each hand, or once."""
        return 2 if self.sides == EACH else 1

    def turn_s(self) -> float:
        """Return the seconds of all repetitions of one turn."""
        return self.repetitions * self.repetition_s() + (self.repetitions - 1) * self.rest_s


class Routine(Value):
    """A routine as it is played, shared and kept. `ready_s` comes before each turn of a step.

    `cautions` say who should ask first or leave it; `source` says where the doses come from;
    `poses` are those that the routine brings along.
    """

    id: str
    name: str
    steps: tuple[Step, ...]
    purpose: str = ""
    cautions: tuple[str, ...] = ()
    source: str = ""
    ready_s: float = 4.0
    poses: tuple[OwnPose, ...] = ()

    def check(self) -> None:
        """Refuse what nobody could follow: no steps, no name, more than an hour."""
        if not 1 <= len(self.id) <= NAME_LIMIT or not _ID_LETTERS.issuperset(self.id):
            raise _wrong(
                "id", "small letters a to z, digits and “-” are needed, not “{given}”", self.id
            )
        _line("name", self.name, 1, NAME_LIMIT)
        _line("purpose", self.purpose, 0, SENTENCE_LIMIT)
        _line("source", self.source, 0, SENTENCE_LIMIT)
        for caution in self.cautions:
            _line("cautions", caution, 1, SENTENCE_LIMIT)
        _count("cautions", self.cautions, 0, CAUTIONS_LIMIT)
        _count("step", self.steps, 1, STEPS_LIMIT)
        _count("poses", self.poses, 0, POSES_LIMIT)
        _between("ready_s", self.ready_s, READY_S)
        if self.length_s() > LONGEST_S:
            minutes = round(self.length_s() / 60)
            raise _wrong("step", "all together last {given} minutes; an hour is the most", minutes)

    def length_s(self) -> float:
        """Return the seconds that the routine takes when nobody pauses."""
        return sum(step.turns() * (self.ready_s + step.turn_s()) for step in self.steps)

    def hold_s(self) -> float:
        """Return the seconds in which a pose is held, all told."""
        return sum(
            step.turns() * step.repetitions * sum(step.hold_of(shape) for shape in step.poses)
            for step in self.steps
        )

    def pose_names(self) -> tuple[str, ...]:
        """Return the poses it walks through, each once, in the order of their coming."""
        return tuple(dict.fromkeys(s.pose for step in self.steps for s in step.poses))


def _line(field: str, text: str, least: int, most: int) -> None:
    if not isinstance(text, str):
        raise _wrong(field, "a text is needed, not {given}", text)
    if clean_text(text) != text or "\n" in text or "\t" in text:
        raise _wrong(field, "one line of plain text is needed, without spaces around it", "")
    if not text and least:
        raise _wrong(field, "some words are needed", "")
    if len(text) > most:
        raise _wrong(field, f"at most {most} letters, not {{given}}", len(text))


def _between(field: str, given: float, span: tuple[float, float]) -> None:
    least, most = span
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise _wrong(field, "a number is needed, not {given}", given)
    if not least <= given <= most:  # NaN fails both comparisons
        shown = f"{max(min(given, 1e300), -1e300):g}"
        raise _wrong(field, f"it goes from {least:g} to {most:g}, not {{given}}", shown)


def _one_of(field: str, given: str, allowed: Iterable[str]) -> None:
    if given not in allowed:
        known = ", ".join(word for word in allowed if word)
        raise _wrong(field, f"it is one of {known}; not “{{given}}”", given)


def _digits(given: tuple[str, ...]) -> None:
    for digit in given:
        _one_of("highlight", digit, DIGITS)


def _count(field: str, given: tuple[object, ...], least: int, most: int) -> None:
    if not least <= len(given) <= most:
        raise _wrong(field, f"there are {least} to {most} of them, not {{given}}", len(given))


def _wrong(field: str, reason: str, given: object) -> Problem:
    """Return a Problem that names its field, for a form or a file's line to point at."""
    return Problem("{field}: " + reason + ".", field=field, given=given)
