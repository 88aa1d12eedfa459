"""What a clinician report holds: sections of words, facts, tables and pictures, for any format."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.value import Value


class Words(Value):
    """A paragraph."""

    text: str


class Facts(Value):
    """Lines of a name and what is known of it; a third cell says how well."""

    rows: tuple[tuple[str, str, str], ...]


class Table(Value):
    """A table with a head; every row has as many cells. `widths` are shares, all alike if empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


class Lines(Value):
    """Short lines, one below the other."""

    lines: tuple[str, ...]


class Picture(Value):
    """A drawing as SVG under its caption, and the same in words for whoever cannot see it."""

    svg: str
    alt: str
    caption: str = ""


Block = Words | Facts | Table | Lines | Picture


class Section(Value):
    """A part of the report. `key` is what the chooser calls it; `place` where the page puts it.

    Places: `left` and `right` columns of the first page, `wide` below them, `next` on the
    pages after.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    place: str = "next"


class Report(Value):
    """A whole report. Days are the diary's days, both ends included; `made` is the last edit's day.

    Nothing in it depends on when it is set, so that the same diary gives the same bytes.
    """

    title: str
    person: str
    first: date
    last: date
    standing: str
    sections: tuple[Section, ...]
    method: tuple[str, ...]
    paper: str = "a4"


def as_data(report: Report) -> dict[str, object]:
    """Return a report as plain lists and words, for a template that reads JSON."""
    return {
        "title": report.title,
        "person": report.person,
        "period": period_text(report.first, report.last),
        "last": [report.last.year, report.last.month, report.last.day],
        "standing": report.standing,
        "method": list(report.method),
        "paper": report.paper,
        "sections": [_section(section) for section in report.sections],
    }


def period_text(first: date, last: date) -> str:
    """Return `1 September to 23 November 2026 (84 days)`."""
    year = "" if first.year == last.year else f" {first.year}"
    days = (last - first).days + 1
    return (
        f"{first.day} {first:%B}{year} to {last.day} {last:%B} {last.year}"
        f" ({days} {'day' if days == 1 else 'days'})"
    )


def _section(section: Section) -> dict[str, object]:
    blocks = [{"kind": type(b).__name__.lower(), **b.__dict__} for b in section.blocks]
    return {
        "key": section.key,
        "title": section.title,
        "place": section.place,
        "blocks": blocks,
    }
