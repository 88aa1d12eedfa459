"""A report as plain text, for the message box of a clinic's portal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from steadyhands.report.content import (
    Block,
    Facts,
    Lines,
    Picture,
    Report,
    Table,
    Words,
    period_text,
)

_MOST_ROWS = 40  # a portal's box is small


def text(report: Report) -> str:
    """Return the report without tables of dots or drawings; what a picture shows is in words."""
    parts = [report.title, ", ".join(filter(None, (report.person, period(report))))]
    parts.append(report.standing)
    parts += ["\n".join([s.title.upper(), *_blocks(s.blocks)]) for s in report.sections]
    parts.append("\n".join(report.method))
    return "\n\n".join(parts) + "\n"


def period(report: Report) -> str:
    """Return the report's days."""
    return period_text(report.first, report.last)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Words):
            yield block.text
        elif isinstance(block, Facts):
            yield from (f"- {_line(*row)}" for row in block.rows)
        elif isinstance(block, Lines):
            yield from (f"- {line}" for line in block.lines)
        elif isinstance(block, Picture):
            yield block.alt
        elif isinstance(block, Table):
            yield from _rows(block)


def _line(name: str, said: str, note: str) -> str:
    return f"{name}: {said}" + (f" ({note})" if note else "")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows[:_MOST_ROWS]:
        named = [
            f"{head}: {cell}" if head else cell
            for head, cell in zip(table.head, row, strict=True)
            if cell
        ]
        yield "- " + "; ".join(named)
    if len(table.rows) > _MOST_ROWS:
        yield f"- and {len(table.rows) - _MOST_ROWS} more"
