"""Frozen values, without the price of importing `dataclasses`.

`steadyhands log twitch` may sit on a keyboard shortcut, so what it imports is
felt: on Python 3.11 `dataclasses` alone (through `inspect` and `ast`) costs
about as much as starting Python itself. A `Value` is what `@dataclass(frozen=True)`
would give the domain: fields from annotations, compared by value, never changed.
Type checkers read it as a dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Self, dataclass_transform
else:

    def dataclass_transform(**_):
        """Stand in for `typing.dataclass_transform`, which matters to type checkers only."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Value:
    """Base of the domain's values: immutable, equal when their fields are equal.

    A subclass lists its fields as annotations; a class attribute is a default.
    `check` is called last by the constructor and raises `Problem` for nonsense.
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = getattr(cls, "__annotations__", {})
        new = tuple(n for n, t in own.items() if n not in cls._fields and "ClassVar" not in str(t))
        cls._fields = cls._fields + new

    def __init__(self, *args: Any, **named: Any) -> None:
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} takes at most {len(fields)} fields")
        given = self.__dict__
        given.update(zip(fields, args, strict=False))
        for name, value in named.items():
            if name not in fields or name in given:
                raise TypeError(f"{type(self).__name__} has no field {name!r} left to set")
            given[name] = value
        if len(given) < len(fields):
            self._fill(given)
        self.check()

    def _fill(self, given: dict[str, Any]) -> None:
        """Give the fields left out their defaults."""
        for name in self._fields:
            if name not in given:
                try:
                    given[name] = getattr(type(self), name)
                except AttributeError:
                    raise TypeError(f"{type(self).__name__} needs {name!r}") from None

    def check(self) -> None:
        """Raise `Problem` if the fields make no sense together."""

    def replaced(self, **changes: Any) -> Self:
        """Return a copy with some fields changed, checked like a new value."""
        return type(self)(**{**self.__dict__, **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} values do not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} values do not change")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        # In the order of the fields: equal values may have been given them in another.
        return hash((type(self), *[self.__dict__[name] for name in self._fields]))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"
