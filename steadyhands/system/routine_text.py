"""Writes a routine as the TOML that `routines.routine_in` reads, to share or to keep."""

from __future__ import annotations

from steadyhands.domain.routine.steps import Routine, Shape, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadyhands.domain.value import Value

_ALWAYS = ("hold_s", "repetitions", "sides")  # said even when they are as usual


def to_toml(routine: Routine) -> str:
    """Return the routine as TOML text; what is left empty is left out."""
    lines = [*_lines(routine, leave="steps")]
    for step in routine.steps:
        lines += ["", "[[step]]", *_lines(step, leave="poses"), *_poses(step)]
    return "\n".join(lines) + "\n"


def _lines(value: Value, leave: str) -> Iterator[str]:
    for name in value._fields:
        if name != leave and (name in _ALWAYS or _is_said(value, name)):
            yield f"{name} = {_written(value.__dict__[name])}"


def _poses(step: Step) -> list[str]:
    return ["poses = [", *(f"    {_shape(shape)}," for shape in step.poses), "]"]


def _shape(shape: Shape) -> str:
    said = [name for name in shape._fields if _is_said(shape, name)]
    if said == ["pose"]:
        return _written(shape.pose)
    return "{ " + ", ".join(f"{n} = {_written(shape.__dict__[n])}" for n in said) + " }"


def _is_said(value: Value, name: str) -> bool:
    """Return whether a field differs from its default."""
    unset = object()
    return bool(value.__dict__[name] != getattr(type(value), name, unset))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    return '"' + "".join(_letter(c) for c in str(value)) + '"'


def _letter(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter >= " " and letter != "\x7f" else f"\\u{ord(letter):04x}"
