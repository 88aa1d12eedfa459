"""The same report as PDF, HTML and text."""

import re
import shutil
import subprocess
from datetime import date

import pytest

from steadyhands.report.content import (
    Facts,
    Lines,
    Picture,
    Report,
    Section,
    Table,
    Words,
    period_text,
)
from steadyhands.report.html import html
from steadyhands.report.pdf import needs_other_fonts, page_pictures, pdf
from steadyhands.report.text import text
from steadyhands.system.resources import read_resource

NASTY = '#read("/etc/passwd") *bold* <b>&amp; \\ $x$ “Grüße” żółć'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'


def a_report(*sections, **more):
    told = sections or (
        Section("often", "How often", (Facts((("Logged", "3 on 2 days", "a note"),)),), "left"),
        Section("where", "Where", (Picture(DRAWING, "Both hands", "Share"),), "right"),
        Section("about", "Table", (Table(("A", "B"), (("1", "2"), ("3", NASTY))),), "wide"),
        Section("ask", "Questions", (Lines(("Is it the coffee?", NASTY)),), "wide"),
        Section("notes", "Notes", (Words(NASTY),)),
    )
    first, last = date(2026, 3, 2), date(2026, 3, 15)
    return Report("A title", NASTY, first, last, "Standing", told, ("One.", "Two."), **more)


@pytest.fixture(scope="module")
def template():
    return read_resource("report", "clinician.typ")


@pytest.fixture(scope="module")
def made(template):
    return pdf(a_report(), template)


def test_the_same_report_gives_the_same_bytes(made, template):
    assert pdf(a_report(), template) == made


def test_the_pdf_is_tagged_and_claims_pdf_ua(made):
    assert b"/MarkInfo" in made
    assert b"/StructTreeRoot" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/Alt" in made


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_words_are_printed_as_they_are_and_never_obeyed(made, tmp_path):
    (tmp_path / "r.pdf").write_bytes(made)
    said = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "r.pdf", "-"], capture_output=True, check=True
    ).stdout.decode()
    assert '#read("/etc/passwd")' in said
    assert "root:" not in said
    assert "*bold*" in said


def test_pages_are_pictures_too(template):
    pages = page_pictures(a_report(), template, 40)
    assert len(pages) == 2
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_letter_paper_is_wider(template):
    (letter, *_) = page_pictures(a_report(paper="us-letter"), template, 40)
    (a4, *_) = page_pictures(a_report(), template, 40)
    assert int.from_bytes(letter[16:20]) > int.from_bytes(a4[16:20])


def test_html_holds_everything_escaped_and_nothing_from_elsewhere():
    page = html(a_report())
    assert "<b>" not in page.replace("<body>", "")
    assert "&lt;b&gt;" in page
    assert DRAWING in page
    assert 'aria-label="Both hands"' in page
    assert not re.search(r"(src|href)=|url\(|@import|<script", page)


def test_text_says_pictures_in_words_and_ends_with_the_method():
    said = text(a_report())
    assert "HOW OFTEN\n- Logged: 3 on 2 days (a note)" in said
    assert "Both hands" in said
    assert "- A: 1; B: 2" in said
    assert said.endswith("One.\nTwo.\n")
    assert "<svg" not in said


def test_a_long_table_is_cut_in_text_and_says_so():
    table = Table(("N",), tuple((str(n),) for n in range(50)))
    assert "- and 10 more" in text(a_report(Section("x", "Long", (table,))))


@pytest.mark.parametrize(("words", "others"), [(NASTY, False), ("Ω Ж – “”", False), ("指", True)])
def test_only_letters_that_the_font_lacks_ask_for_others(words, others):
    assert needs_other_fonts(words) is others


def test_a_period_in_words():
    assert period_text(date(2026, 3, 2), date(2026, 3, 2)) == "2 March to 2 March 2026 (1 day)"
    assert period_text(date(2025, 12, 30), date(2026, 1, 2)) == (
        "30 December 2025 to 2 January 2026 (4 days)"
    )
