"""A table nobody knows: its first rows, a guess, and what was said of it before."""

from __future__ import annotations

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.services.table_wishes import TableDesk, day_first, guess_roles, see_table
from steadyhands.services.transfer import Importer
from tests.factory import a_desk

TABLE = "Date,Hour,Cups,Mood note\n10/03/2026,8:30,2,tired\n11/03/2026,9:00,1,\n"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def tables(desk):
    return TableDesk(desk._diary, desk.clock)


@pytest.fixture
def file(tmp_path):
    def write(text=TABLE, name="coffee.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def roles_of(text, file):
    answers = guess_roles(see_table(file(text)))
    return {name.removeprefix("role:"): role for name, role in answers.items()}


def test_the_first_rows_are_seen(file):
    seen = see_table(file())
    assert seen.header == ("Date", "Hour", "Cups", "Mood note")
    assert seen.rows[1] == ("11/03/2026", "9:00", "1", "")


def test_columns_are_guessed_by_name_and_content(file):
    assert roles_of(TABLE, file) == {
        "Date": "when",
        "Hour": "time",
        "Cups": "amount",
        "Mood note": "note",
        "day_first": "ask",
    }
    assert roles_of("HabitName,CalendarDate,Value,Blank\nRun,2026-03-10,1,\n", file) == {
        "HabitName": "what",
        "CalendarDate": "when",
        "Value": "amount",
        "Blank": "skip",
    }


@pytest.mark.parametrize(
    ("dates", "answer"),
    [
        (("03/04/2026", "25/04/2026"), "yes"),
        (("03/04/2026", "04/25/2026"), "no"),
        (("03/04/2026", "04/05/2026"), "ask"),
        (("2026-03-04",), ""),
    ],
)
def test_dates_settle_their_order_or_it_is_asked(dates, answer, file):
    seen = see_table(file("d,n\n" + "".join(f"{day},1\n" for day in dates)))
    assert day_first(seen, "d") == answer


def test_only_the_first_rows_are_read_of_a_large_table(file):
    seen = see_table(file("Date,n\n" + "2026-03-10,1\n" * 100_000))
    assert len(seen.rows) == 200


@pytest.mark.parametrize(
    "text", ["", "one column\n1\n", "a,b\n", b"PK\x03\x04" + b"x" * 900, b"\xff\xd8" + bytes(999)]
)
def test_what_is_no_table_is_said(text, file):
    with pytest.raises(Problem):
        see_table(file(text))


def test_the_first_entries_show_what_would_come(tables, desk, file):
    path = file()
    wishes = tables.wishes(see_table(path))
    first = tables.first_entries(path, wishes, desk.drinks.presets())
    assert [f"{item.at.local():%d.%m. %H:%M}" for item in first.items] == [
        "10.03. 08:30",
        "11.03. 09:00",
    ]
    assert first.items[0].note == "tired"


def test_what_cannot_be_read_is_among_the_first(tables, desk, file):
    path = file(TABLE + "08/03/2026,7:00,1,\n" * 3 + "never,10:00,1,\n")
    first = tables.first_entries(path, tables.wishes(see_table(path)), desk.drinks.presets(), 9)
    assert [row.where for row in first.refused] == ["line 7"]


def test_what_was_said_is_remembered_for_the_next_table_of_that_header(tables, file):
    seen = see_table(file())
    wishes = tables.wishes(seen)
    said = wishes.replaced(targets={"column:Cups": "drink:coffee"}, answers={"role:Date": "when"})
    assert not tables.is_known(seen)
    assert tables.remember(seen.header, said).touch("settings")
    again = see_table(file(TABLE.replace("2026", "2025"), "older.csv"))
    assert tables.is_known(again)
    assert tables.wishes(again) == said
    other = see_table(file(TABLE.replace("Cups", "Glasses")))
    assert not tables.is_known(other)


def test_a_table_comes_in_as_named_and_only_once(desk, tables, file):
    path = file()
    wishes = tables.wishes(see_table(path)).replaced(targets={"column:Cups": "drink:coffee"})
    importer = Importer(desk.keeper, desk.clock)
    format_, subjects = importer.subjects(path, wishes)
    assert (format_.key, [s.key for s in subjects]) == ("any-table", ["column:Cups"])
    assert importer.bring_in(path, wishes).what.coming == 1  # the second lies ahead of the clock
    assert importer.look(path, wishes).count("known") == 1
