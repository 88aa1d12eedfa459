"""Writes a routine as the TOML that `routines.routine_in` reads, to share or to keep."""

from __future__ import annotations

from collections.abc import Mapping

from steadyhands.domain.pose.joints import FINGERS
from steadyhands.domain.routine.steps import OwnPose, Routine, Shape, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.domain.value import Value

_TABLES = ("steps", "poses")  # written below the other fields
_ALWAYS = ("hold_s", "repetitions", "sides")  # said even when they are as usual


def to_toml(routine: Routine) -> str:
    """Return the routine as TOML text; what is left empty is left out."""
    lines = [*_lines(routine)]
    for step in routine.steps:
        lines += ["", "[[step]]", *_lines(step), *_walk(step)]
    for pose in routine.poses:
        lines += ["", f"[poses.{written(pose.name)}]", *_angles(pose)]
    return "\n".join(lines) + "\n"


def table_text(name: str, table: Mapping[str, object]) -> str:
    """Return a table that was read as TOML again, under its name."""
    return "\n".join(
        [f"[{written(name)}]", *(f"{written(k)} = {written(v)}" for k, v in table.items())]
    )


def written(value: object) -> str:
    """Return a text, number, list or table of them as TOML writes it on one line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{written(k)} = {written(v)}" for k, v in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    return '"' + "".join(_letter(c) for c in str(value)) + '"'


def _lines(value: Value) -> Iterator[str]:
    for name in value._fields:
        if name not in _TABLES and (name in _ALWAYS or _is_said(value, name)):
            yield f"{name} = {written(value.__dict__[name])}"


def _walk(step: Step) -> list[str]:
    return ["poses = [", *(f"    {_shape(shape)}," for shape in step.poses), "]"]


def _angles(own: OwnPose) -> Iterator[str]:
    pose = own.pose
    for joint in ("mcp", "pip", "dip"):
        yield f"{joint} = {written([getattr(pose.finger(name), joint) for name in FINGERS])}"
    yield f"thumb = {written(pose.thumb.__dict__)}"
    for name in ("spread", "extension", "deviation"):
        yield f"{name} = {written(getattr(pose, name))}"
    yield f"camera = {written(own.camera.__dict__)}"


def _shape(shape: Shape) -> str:
    said = [name for name in shape._fields if _is_said(shape, name)]
    if said == ["pose"]:
        return written(shape.pose)
    return "{ " + ", ".join(f"{n} = {written(shape.__dict__[n])}" for n in said) + " }"


def _is_said(value: Value, name: str) -> bool:
    """Return whether a field differs from its default."""
    unset = object()
    return bool(value.__dict__[name] != getattr(type(value), name, unset))


def _letter(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter >= " " and letter != "\x7f" else f"\\u{ord(letter):04x}"
