"""Reads a complete copy of a diary, or a backup of one, into another."""

from __future__ import annotations

import json

from steadyhands.domain.entries import KINDS
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.domain.quantities import from_thousandths
from steadyhands.exchange.foreign import columns_of, foreign, tables_in
from steadyhands.exchange.format import Reader, SettingsFound, item_or_refusal
from steadyhands.exchange.mishaps import broken
from steadyhands.exchange.own import NOT_CARRIED, item_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Any, ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source

_TABLES = frozenset(("entry", "quantity", "day_total", "setting"))
_COLUMNS = ("id", "kind", "at", "utc_offset", "until", "until_offset", "details", "note")
_MORE = ("revision", "device")
_TOLD_EVERY = 1000


class DiaryCopy(Reader):
    """SteadyHands, a complete copy."""

    key: ClassVar[str] = "steadyhands-copy"
    name: ClassVar[str] = "SteadyHands (complete copy)"
    own: ClassVar[bool] = True

    def recognises(self, source: Source) -> bool:
        """Return whether a database has the tables of a diary."""
        return tables_in(source) >= _TABLES

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield the settings, then each living entry by time."""
        with foreign(source) as copy:
            if not columns_of(copy, "entry") >= {*_COLUMNS, *_MORE, "current", "deleted", "seq"}:
                raise broken(source.name)
            yield SettingsFound(tuple(_settings(copy)))
            total: int = copy.execute("SELECT coalesce(max(seq), 1) FROM entry").fetchone()[0]
            rows = copy.execute(
                f"SELECT seq, {', '.join((*_COLUMNS, *_MORE))} FROM entry"
                " WHERE current = 1 AND deleted = 0 ORDER BY seq"
            )
            for number, row in enumerate(rows, start=1):
                if number % _TOLD_EVERY == 0:
                    source.advance(min(int(row[0] / total * source.size), source.size))
                yield _item(copy, row)
            source.advance(source.size)


def _settings(copy: sqlite3.Connection) -> Iterator[tuple[str, object]]:
    for name, value in copy.execute("SELECT name, value FROM setting"):
        if name not in NOT_CARRIED:
            yield str(name), _loaded(value)


def _item(copy: sqlite3.Connection, row: tuple[Any, ...]) -> Row:
    where = f"entry {row[0]}"
    return item_or_refusal(lambda: item_of(_record(copy, row), where), where, str(row[1:])[:300])


def _record(copy: sqlite3.Connection, row: tuple[Any, ...]) -> dict[str, object]:
    seq, key, kind, at, offset, until, until_offset, details, note, revision, device = row
    if not isinstance(key, bytes) or not all(isinstance(n, int) for n in (at, offset, revision)):
        raise Problem("The entry makes no sense; the copy may be damaged.")
    record: dict[str, object] = {
        "id": key.hex(),
        "kind": kind,
        "at": Moment(at, offset).iso(),
        "fields": _loaded(details),
        "note": note,
        "revision": revision,
        "device": device,
    }
    if isinstance(until, int) and isinstance(until_offset, int):
        record["until"] = Moment(until, until_offset).iso()
    if kind not in KINDS:
        amounts = copy.execute("SELECT name, amount FROM quantity WHERE entry = ?", (seq,))
        record["amounts"] = {str(n): from_thousandths(a) for n, a in amounts if type(a) is int}
    return record


def _loaded(text: object) -> Any:
    try:
        return json.loads(str(text))
    except (ValueError, RecursionError):
        raise Problem("The copy is damaged; its words cannot be read.") from None
