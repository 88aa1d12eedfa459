"""Any CSV, once somebody said what its columns are."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import CheckIn, Drink, Other, Twitch
from steadyhands.domain.problem import Problem
from steadyhands.exchange.any_table import AnyTable
from steadyhands.exchange.format import Item, Options, Refused
from steadyhands.exchange.source import Source
from steadyhands.services.arrival import Wishes
from steadyhands.system.drinks import shipped_drinks
from tests.exchange.broken import try_broken
from tests.stubs import moment_of


def read(tmp_path, text, roles, targets=None, name="coffee.csv", day_first=""):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    answers = {f"role:{column}": role for column, role in roles.items()}
    answers["day_first"] = day_first
    options = Options(moment_of, targets or {}, tuple(shipped_drinks()), answers)
    with Source(path) as source:
        return list(AnyTable().read(source, options))


def at(item):
    return f"{item.at.local():%Y-%m-%d %H:%M}"


def test_each_column_of_amounts_is_a_tracker(tmp_path):
    text = "Day;Hour;Stress;Coffee;Remarks\n10.03.2026;8:30;4;2;long night\n11.03.2026;9:00;3;;\n"
    roles = {"Day": "when", "Hour": "time", "Stress": "amount", "Coffee": "amount"}
    stress, coffee, again = read(tmp_path, text, {**roles, "Remarks": "note"})
    assert (stress.details, at(stress)) == (CheckIn(stress=4), "2026-03-10 08:30")
    assert isinstance(coffee.details, Drink)
    assert coffee.details.ml == 474
    assert stress.note == "long night"
    assert (again.details, at(again)) == (CheckIn(stress=3), "2026-03-11 09:00")


def test_without_amounts_each_row_is_one_mark(tmp_path):
    text = "when,where\n2026-03-10 08:30,left\n2026-03-10 08:30,left\n"
    one, two = read(tmp_path, text, {"when": "when"}, {"row": "twitch:left:thumb"}, "my log.csv")
    assert one.details == two.details == Twitch("left", "thumb")
    assert one.source_id != two.source_id


def test_names_in_a_column_are_trackers_of_their_own(tmp_path):
    text = "HabitName,CalendarDate,Value\nWater,2026-03-10,500\nMood,2026-03-10,3\n"
    roles = {"HabitName": "what", "CalendarDate": "when", "Value": "amount"}
    water, mood = read(tmp_path, text, roles)
    assert water.details.preset == "water"
    assert water.details.ml == 500
    assert (at(mood), mood.details) == (
        "2026-03-10 12:00",
        Other("Mood", (("value", 3.0),), (("Mood", 3.0),)),
    )


def test_a_column_that_says_nothing_goes_by_the_files_name(tmp_path):
    roles = {"Date": "when", "Value": "amount"}
    (item,) = read(tmp_path, "Date,Value\n2026-03-10,3\n", roles, name="stress.csv")
    assert item.details == CheckIn(stress=3)


@pytest.mark.parametrize(
    ("day_first", "found"), [("yes", "2026-04-03"), ("no", "2026-03-04"), ("", "2026-04-03")]
)
def test_the_order_of_day_and_month_is_as_said(tmp_path, day_first, found):
    text = "Date,Stress\n03/04/2026,3\n"
    (item,) = read(tmp_path, text, {"Date": "when", "Stress": "amount"}, day_first=day_first)
    assert at(item)[:10] == found


def test_a_zone_in_the_cell_is_kept(tmp_path):
    text = "t,Stress\n2026-03-10T08:30:00-05:00,3\n"
    (item,) = read(tmp_path, text, {"t": "when", "Stress": "amount"})
    assert item.at.iso() == "2026-03-10T08:30:00.000-05:00"


def test_rows_that_make_no_sense_are_refused_by_line(tmp_path):
    text = "Date,Stress\n2026-03-10,3\nlast week,3\n2026-03-11,a lot\n"
    rows = read(tmp_path, text, {"Date": "when", "Stress": "amount"})
    assert [row.where for row in rows if isinstance(row, Refused)] == ["line 3", "line 4"]


def test_the_same_file_names_its_rows_the_same_and_others_do_not(tmp_path):
    roles = {"Date": "when", "Value": "amount"}
    text = "Date,Value\n2026-03-10,3\n2026-03-10,4\n"
    one = [row.source_id for row in read(tmp_path, text, roles, name="stress.csv")]
    assert one == [row.source_id for row in read(tmp_path, text, roles, name="stress.csv")]
    other = [row.source_id for row in read(tmp_path, text, roles, name="water.csv")]
    assert len({*one, *other}) == 4


def test_without_a_date_it_says_what_is_missing(tmp_path):
    with pytest.raises(Problem, match="which column holds the date"):
        read(tmp_path, "a,b\n1,2\n", {})


def test_it_is_never_taken_for_granted(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Date,Stress\n2026-03-10,3\n")
    with Source(path) as source:
        assert not AnyTable().recognises(source)


def test_a_good_file_in_any_shape_yields_items(tmp_path):
    text = "Date;Stress\r\n10.03.2026;3\r\n"
    for data in (text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode(), text.encode("cp1252")):
        (item,) = read(tmp_path, data, {"Date": "when", "Stress": "amount"})
        assert isinstance(item, Item)


def test_broken_tables_bring_nothing_by_half(tmp_path):
    rows = "".join(f"2026-02-{day:02},8:{day},{day % 4},words\n" for day in range(1, 28))
    roles = {"Date": "when", "Hour": "time", "Cups": "amount", "Note": "note"}
    answers = {f"role:{name}": role for name, role in roles.items()}
    wishes = Wishes("any-table", {"column:Cups": "drink:coffee"}, answers)
    try_broken(("Date,Hour,Cups,Note\n" + rows).encode(), tmp_path, wishes)
