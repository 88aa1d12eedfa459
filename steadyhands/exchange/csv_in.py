"""Reads our own tables: the zip, or one CSV out of it, also as a spreadsheet saved it again."""

from __future__ import annotations

from steadyhands.exchange.columns import AFTER, BEFORE, record_in
from steadyhands.exchange.format import Item, Passed, Reader, Refused, item_or_refusal
from steadyhands.exchange.own import item_of
from steadyhands.exchange.table import Table, header_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import ClassVar

    from steadyhands.exchange.format import Options, Row
    from steadyhands.exchange.source import Source
    from steadyhands.exchange.table import TableRow


class Tables(Reader):
    """SteadyHands, as tables."""

    key: ClassVar[str] = "steadyhands-csv"
    name: ClassVar[str] = "SteadyHands (tables)"
    own: ClassVar[bool] = True

    def recognises(self, source: Source) -> bool:
        """Return whether a table has our first and last columns."""
        if not source.is_zip:
            return _is_ours(header_of(source))
        names = source.find("twitch.csv", "other.csv", "drink.csv", "note.csv")
        return any(_is_ours(header_of(source, source.member_head(name))) for name in names[:4])

    def read(self, source: Source, options: Options) -> Iterator[Row]:
        """Yield each table's rows."""
        if not source.is_zip:
            yield from _rows(Table(source, source.open()), "")
            return
        for name in source.members():
            if name.casefold().endswith(".csv"):
                table = Table(source, source.open_member(name))
                if _is_ours(table.header):
                    yield from _rows(table, f"{name}, ")
                else:
                    table.close()
                    yield Passed(name)


def _is_ours(header: tuple[str, ...]) -> bool:
    return header[: len(BEFORE)] == BEFORE and set(AFTER) <= set(header)


def _rows(table: Table, file: str) -> Iterator[Row]:
    for row in table:
        if isinstance(row, Refused):
            yield Refused(file + row.where, row.reason, row.raw)
        else:
            yield _item(row, file + row.where)


def _item(row: TableRow, where: str) -> Item | Refused:
    return item_or_refusal(lambda: item_of(record_in(row.cells), where), where, row.raw)
