"""The signs to have looked at and the reassuring facts, read from `resources/redflags.toml`."""

from __future__ import annotations

import tomllib
from typing import Any

from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import Fact, Pattern, RedFlag
from steadyhands.domain.value import Value
from steadyhands.system.resources import read_resource
from steadyhands.system.toml_lines import line_of, lines_of

_FILE = "redflags.toml"
_FLAG_KEYS = {"do": "action"}
_LISTS = ("signs", "also", "profile", "covers")


class Safety(Value):
    """All that the file holds: the flags in its order, and the reassuring facts."""

    flags: tuple[RedFlag, ...]
    facts: tuple[Fact, ...]


def shipped_safety() -> Safety:
    """Return the program's own flags and facts. Raises Problem if their file is damaged."""
    return safety_in(read_resource(_FILE), _FILE)


def safety_in(text: str, file: str) -> Safety:
    """Return the flags and facts that a TOML text holds.

    Raises Problem that names the file, the line, the flag and the field at fault.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem("{file} is not a file of signs: {reason}", file=file, reason=error) from None
    return _Reader(text, file).safety(data)


class _Reader:
    """Turns tables into values and says where they are wrong."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._text = text

    def safety(self, data: dict[str, Any]) -> Safety:
        """Return the whole file's contents, each id once, each covered flag known."""
        for odd in set(data) - {"flag", "fact"}:
            raise self._wrong((odd,), odd, odd, "no such table")
        flags = tuple(self._flag(n, table) for n, table in enumerate(data.get("flag", ())))
        ids = [flag.id for flag in flags]
        for number, flag in enumerate(flags):
            if flag.id in ids[:number]:
                raise self._wrong(("flag", number, "id"), flag.id, "id", "it is there twice")
            for name in flag.covers:
                if name not in ids or name == flag.id:
                    raise self._wrong(
                        ("flag", number, "covers"), flag.id, "covers", f"no other flag “{name}”"
                    )
        facts = tuple(self._fact(n, table) for n, table in enumerate(data.get("fact", ())))
        return Safety(flags, facts)

    def _flag(self, number: int, table: dict[str, Any]) -> RedFlag:
        path = ("flag", number)
        name = str(table.get("id", number + 1))
        patterns = table.get("when", [])
        if not isinstance(patterns, list):
            raise self._wrong((*path, "when"), name, "when", "it should be [[flag.when]]")
        when = tuple(
            self._made(Pattern, (*path, "when", place), name, pattern)
            for place, pattern in enumerate(patterns)
        )
        rest = {_FLAG_KEYS.get(k, k): v for k, v in table.items() if k != "when"}
        flag: RedFlag = self._made(RedFlag, path, name, rest | {"when": when})
        if "action" in table or flag.action.replace("{number}", "").count("{"):
            raise self._wrong((*path, "do"), name, "do", "only {number} may stand in braces")
        return flag

    def _fact(self, number: int, table: dict[str, Any]) -> Fact:
        fact: Fact = self._made(Fact, ("fact", number), str(number + 1), table)
        return fact

    def _made(self, kind: Any, path: tuple[str | int, ...], name: str, table: Any) -> Any:
        """Return a value of a table's fields."""
        given: dict[str, Any] = {}
        for field, value in table.items():
            if field not in kind._fields:
                raise self._wrong((*path, field), name, field, "no such field")
            given[field] = self._field(kind, path, name, field, value)
        for field in kind._fields:
            if field not in given and not hasattr(kind, field):
                raise self._wrong(path, name, self._key(field), "it is missing")
        try:
            return kind(**given)
        except Problem as refused:
            raise self._wrong(path, name, _table(path), str(refused).rstrip(".")) from refused

    def _field(
        self, kind: Any, path: tuple[str | int, ...], name: str, field: str, value: Any
    ) -> Any:
        """Return a field's value, a list as a tuple, if it is of the right sort."""
        place = (*path, self._key(field) if kind is RedFlag else field)
        if field in _LISTS:
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                raise self._wrong(place, name, field, "a list of words is missing")
            return tuple(value)
        usual = getattr(kind, field, "")
        if field == "when":
            return value
        wants_number = isinstance(usual, int) or usual is None
        if isinstance(value, bool) or isinstance(value, str) == wants_number:
            sort = "a number" if wants_number else "words in quotes"
            raise self._wrong(place, name, self._key(field), f"it should be {sort}")
        return value

    def _key(self, field: str) -> str:
        return "do" if field == "action" else field

    def _wrong(self, path: tuple[str | int, ...], name: str, field: str, reason: str) -> Problem:
        return Problem(
            "{file}, line {line}, {name}, {field}: {reason}.",
            file=self._file,
            line=line_of(lines_of(self._text), path),
            name=name,
            field=field,
            reason=reason,
        )


def _table(path: tuple[str | int, ...]) -> str:
    """Return the name of the table at a path: `flag`, `when`, `fact`."""
    return next(str(part) for part in reversed(path) if isinstance(part, str))
