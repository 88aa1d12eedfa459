"""A report as one HTML file, with nothing from elsewhere: no script, no font, no link."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from steadyhands.report.content import (
    Block,
    Facts,
    Lines,
    Picture,
    Report,
    Section,
    Table,
    Words,
    period_text,
)

_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.45 system-ui, sans-serif; color: #1c1f26; background: #fff;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.05rem; color: #0f6e66; margin: 1.6rem 0 .4rem; }
.muted, dd span, th, footer { color: #5b6069; } p { margin: .3rem 0; }
dl { display: grid; grid-template-columns: minmax(7rem, 20%) 1fr; gap: .2rem .8rem; margin: 0; }
dt { color: #5b6069; } dd { margin: 0; font-weight: 600; } dd span { font-weight: 400; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 400; }
td, th { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #ddd8cf; vertical-align: top; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
           gap: 0 2.5rem; }
svg { width: 100%; height: auto; } footer { font-size: .85rem; margin-top: 2rem; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } }
"""


def html(report: Report) -> str:
    """Return the whole page."""
    columns = "".join(
        f"<div>{''.join(_section(s) for s in report.sections if s.place == place)}</div>"
        for place in ("left", "right")
    )
    below = "".join(_section(s) for s in report.sections if s.place not in ("left", "right"))
    who = f"<strong>{escape(report.person)}</strong>, " if report.person else ""
    period = escape(period_text(report.first, report.last))
    method = "<br>".join(escape(line) for line in report.method)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{escape(report.title)}</h1><p>{who}{period}</p>"
        f'<p class="muted">{escape(report.standing)}</p></header>'
        f'<main><div class="columns">{columns}</div>{below}</main>'
        f"<footer>{method}</footer></body></html>\n"
    )


def _section(section: Section) -> str:
    return f"<section><h2>{escape(section.title)}</h2>{_blocks(section.blocks)}</section>"


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    if isinstance(block, Words):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Facts):
        return f"<dl>{''.join(_fact(*row) for row in block.rows)}</dl>"
    if isinstance(block, Lines):
        return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in block.lines)}</ul>"
    if isinstance(block, Picture):
        caption = f"<p>{escape(block.caption)}</p>" if block.caption else ""
        return f'{caption}<div role="img" aria-label="{escape(block.alt)}">{block.svg}</div>'
    return _table(block)


def _fact(name: str, said: str, note: str) -> str:
    more = f" <span>{escape(note)}</span>" if note else ""
    return f"<dt>{escape(name)}</dt><dd>{escape(said)}{more}</dd>"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
