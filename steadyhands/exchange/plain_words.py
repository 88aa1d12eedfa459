"""Words as other programs dress them up: notes in HTML, dates in words, names after a picture."""

from __future__ import annotations

import html
import re
from datetime import date

from steadyhands.domain.problem import Problem
from steadyhands.exchange.cells import day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TAGS = "a|b|big|blockquote|br|code|del|div|em|font|h[1-6]|hr|i|ins|li|ol|p|pre|s|small|span"
_TAG = re.compile(rf"</?(?:{_TAGS}|strike|strong|sub|sup|tt|u|ul)(?:\s[^<>]{{0,300}})?/?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|<hr\s*/?>|</(?:p|div|li|ul|ol|h[1-6]|blockquote|pre)>", re.I)
_POINT = re.compile(r"<li(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? +([a-z]{3,9})\.?,? *(\d{4})?$", re.I)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? *(\d{4})?$", re.I)


def plain_text(text: str) -> str:
    """Return a note without its HTML: breaks are lines, points of a list begin with •.

    What is no tag of a text stays: `a < b`, `<3`.
    """
    if not _TAG.search(text):
        return html.unescape(text).strip() if _ENTITY.search(text) else text.strip()
    parted = _POINT.sub("\n• ", _BREAK.sub("\n", text))
    said = html.unescape(_TAG.sub("", parted)).replace("\u00a0", " ")
    lines = (line.strip() for line in said.splitlines())
    return "\n".join(line for line in lines if line)


def day_in_words(text: str, year: str = "") -> date:
    """Return a date as `cells.day` does, or in English: `28 September`, `Sep 28, 2021`.

    `year` is for dates that do not say it. Raises Problem.
    """
    said = " ".join(text.split())
    found = _DAY_FIRST.match(said) or _MONTH_FIRST.match(said)
    if not found:
        return day(said)
    first, second, its_year = found.groups()
    number, month = (first, second) if first.isdigit() else (second, first)
    known = (its_year or year).strip()
    if month[:3].lower() not in _MONTHS or not known:
        raise Problem("“{given}” is not a date.", given=said[:60])
    return day(f"{known}-{_MONTHS.index(month[:3].lower()) + 1:02}-{number}")


def without_picture(name: str) -> str:
    """Return a name without the emoji in front of it."""
    at = next((n for n, c in enumerate(name) if c.isalnum() or c in "([{\"'"), 0)
    return name[at:].strip()
