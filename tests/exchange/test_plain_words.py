"""Notes without HTML, dates in words, names without pictures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.exchange.plain_words import day_in_words, plain_text, without_picture


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("a<br/>b<BR >c", "a\nb\nc"),
        ("<ul><li>one</li><li class='x'>two</li></ul>end", "• one\n• two\nend"),
        ("<b>a</b><span style='color:#fff'>b</span>&nbsp;c", "ab c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("I <3 tea & <typing>", "I <3 tea & <typing>"),
        ("Tom &amp; I", "Tom & I"),
        ("two\nlines ", "two\nlines"),
        ("<b", "<b"),
        ("", ""),
    ],
)
def test_notes(text, plain):
    assert plain_text(text) == plain


@given(st.text())
def test_any_text_is_a_note(text):
    assert len(plain_text(text)) <= len(text) * 2 + 2


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("28 September", "2018", date(2018, 9, 28)),
        ("Sep 28", "2018", date(2018, 9, 28)),
        ("2nd Jan 2023", "", date(2023, 1, 2)),
        ("March 9, 2026", "2000", date(2026, 3, 9)),
        ("2026-03-09", "", date(2026, 3, 9)),
    ],
)
def test_dates(text, year, found):
    assert day_in_words(text, year) == found


@pytest.mark.parametrize("text", ["28 September", "30 Feb 2020", "5 Foo 2020", "", "soon"])
def test_what_is_no_date(text):
    with pytest.raises(Problem):
        day_in_words(text)


def test_names_lose_the_picture_before_them():
    assert [without_picture(n) for n in ("☕ Caffeine", "👩‍💻 Work", "Été", "☕", "2 cups")] == [
        "Caffeine", "Work", "Été", "☕", "2 cups",
    ]  # fmt: skip
