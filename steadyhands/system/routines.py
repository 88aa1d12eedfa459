"""Reads hand routines from TOML: the shipped ones, and one that a person brings."""

from __future__ import annotations

import os
import tomllib

from steadyhands.domain.pose.joints import Pose
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import OwnPose, Routine, Shape, Step
from steadyhands.system.poses import parse_poses, shipped_poses
from steadyhands.system.resources import read_resource, resource
from steadyhands.system.routine_text import table_text
from steadyhands.system.toml_lines import line_of, lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any, TypeVar

    from steadyhands.domain.value import Value
    from steadyhands.system.toml_lines import Path

    T = TypeVar("T", bound=Value)

_FOLDER = "routines"
_STEPS = "step"  # the steps are [[step]] tables
_LONGEST_TEXT = 200_000
_LISTS = ("cautions", "highlight", "poses", _STEPS)
_NEEDED = {"Routine": ("id", "name", _STEPS), "Step": ("name", "poses"), "Shape": ("pose",)}


def shipped_routines() -> list[Routine]:
    """Return the program's own routines, in the order of their files' names."""
    names = sorted(n for n in os.listdir(resource(_FOLDER)) if n.endswith(".toml"))
    return routines_in(((name, read_resource(_FOLDER, name)) for name in names), pose_names())


def pose_names() -> list[str]:
    """Return the poses that a step may name."""
    return list(shipped_poses())


def routines_in(files: Iterable[tuple[str, str]], poses: Collection[str]) -> list[Routine]:
    """Return the routines of files, given by name and text. No two have one id."""
    found: dict[str, tuple[str, Routine]] = {}
    for file, text in files:
        routine = routine_in(text, file, poses)
        if routine.id in found:
            line = line_of(lines_of(text), ("id",))
            other = found[routine.id][0]
            raise _wrong(file, line, "id", f"“{routine.id}” is the routine of {other} already")
        found[routine.id] = (file, routine)
    return [routine for _, routine in found.values()]


def routine_in(text: str, file: str, poses: Collection[str]) -> Routine:
    """Return the routine that a text holds; `file` is its name in sentences.

    Raises Problem that names file, line and field and says what would be right.
    """
    text = text.removeprefix("\ufeff")  # some editors begin a file with it
    if len(text) > _LONGEST_TEXT:
        raise _wrong(file, 1, "text", "it is too long to be a routine")
    try:
        return _Reader(file, text, poses).routine(_parsed(text, file))
    except RecursionError:
        raise _wrong(file, 1, "text", "there are too many brackets in brackets") from None


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:  # also for numbers of thousands of digits
        raise _not_toml(file, text, error) from None


class _Reader:
    """Turns one file's tables into a routine and says where they are wrong."""

    def __init__(self, file: str, text: str, poses: Collection[str]) -> None:
        self._file = file
        self._text = text
        self._poses = poses

    def routine(self, data: dict[str, Any]) -> Routine:
        own = self._own_poses(data.pop("poses", {}))
        self._poses = [*self._poses, *(pose.name for pose in own)]
        fields = self._fields(Routine, data, ())
        steps = [self._step(table, (_STEPS, n)) for n, table in enumerate(fields.pop(_STEPS))]
        return self._made(Routine, {**fields, "steps": tuple(steps), "poses": own}, ())

    def _own_poses(self, tables: Any) -> tuple[OwnPose, ...]:
        poses = self._table(tables, ("poses",)).items()
        return tuple(self._own_pose(name, table, ("poses", name)) for name, table in poses)

    def _own_pose(self, name: str, given: Any, path: Path) -> OwnPose:
        table = self._table(given, path)
        if name in self._poses:
            raise self._wrong(path, "the program has a pose of this name; please choose another")
        self._made(OwnPose, {"name": name, "pose": Pose()}, path[:1])
        try:
            read = parse_poses(table_text(name, table), self._file)[name]
        except Problem as refused:
            key, reason = (str(refused.facts.get(fact, "")) for fact in ("key", "reason"))
            raise self._wrong((*path, *key.split(".")), reason) from None
        return OwnPose(name, read.pose, read.camera)

    def _step(self, table: Any, path: Path) -> Step:
        fields = self._fields(Step, self._table(table, path), path)
        shapes = enumerate(fields["poses"])
        fields["poses"] = tuple(self._shape(s, (*path, "poses", n)) for n, s in shapes)
        return self._made(Step, fields, path)

    def _shape(self, given: Any, path: Path) -> Shape:
        table = {"pose": given} if isinstance(given, str) else self._table(given, path)
        shape = self._made(Shape, self._fields(Shape, table, path), path)
        if shape.pose not in self._poses:
            reason = f"there is no pose “{shape.pose}”" + _nearest(shape.pose, self._poses)
            raise self._wrong((*path, "pose"), reason)
        return shape

    def _fields(self, kind: type[Value], table: dict[str, Any], path: Path) -> dict[str, Any]:
        """Return a table's fields, lists as tuples; none is unknown, none needed is missing."""
        known = [_STEPS if name == "steps" else name for name in kind._fields]
        for key, value in table.items():
            if key not in known:
                raise self._wrong((*path, key), "there is no such field" + _nearest(key, known))
            if key in _LISTS and not isinstance(value, list):
                raise self._wrong((*path, key), "a list is needed, in square brackets")
        for key in _NEEDED[kind.__name__]:
            if key not in table:
                raise self._wrong((*path, key), "it is missing")
        return {n: tuple(v) if isinstance(v, list) else v for n, v in table.items()}

    def _made(self, kind: type[T], fields: dict[str, Any], path: Path) -> T:
        try:
            return kind(**fields)
        except Problem as refused:
            field = str(refused.facts["field"])
            reason = str(refused).removeprefix(f"{field}: ").rstrip(".")
            raise self._wrong((*path, field), reason) from None

    def _table(self, given: Any, path: Path) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise self._wrong(path, "a table of fields is needed")
        return given

    def _wrong(self, path: Path, reason: str) -> Problem:
        names = [part for part in path if isinstance(part, str)]
        return _wrong(self._file, line_of(lines_of(self._text), path), names[-1], reason)


def _nearest(given: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(given, list(known), n=1)
    if near:
        return f"; did you mean “{near[0]}”?"
    return f"; there are {', '.join(known)}"


def _not_toml(file: str, text: str, error: Exception) -> Problem:
    """Return the Problem of a text that is not TOML; the reader's own sentence ends in the line."""
    said, _, place = str(error).partition(" (at ")
    number = place.removeprefix("line ").partition(",")[0]
    line = int(number) if number.isdecimal() else text.count("\n") + 1 if place else 1
    return _wrong(file, line, "text", f"this is no TOML ({said[:1].lower()}{said[1:]})")


def _wrong(file: str, line: int, field: str, reason: str) -> Problem:
    end = "" if reason.endswith("?") else "."
    return Problem(
        "{file}, line {line}, {field}: {reason}" + end,
        file=file,
        line=line,
        field=field,
        reason=reason,
    )
