"""The numbers of a chart as rows of text, for eyes, screen readers and spreadsheets."""

from __future__ import annotations

from steadyhands.domain.value import Value


class Table(Value):
    """Headers and rows, already in the person's language and units."""

    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def tsv(self, places: frozenset[int] = frozenset()) -> str:
        """Return tab-separated lines with the headers first; all rows unless some are named."""
        wanted = [row for n, row in enumerate(self.rows) if not places or n in places]
        return "\n".join("\t".join(_flat(cell) for cell in row) for row in (self.headers, *wanted))


def _flat(cell: str) -> str:
    return " ".join(cell.split())
