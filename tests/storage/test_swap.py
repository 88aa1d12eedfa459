"""Another diary in this one's place: whole or not at all, and the old one kept."""

import os

import pytest

from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.storage import database, swap
from tests.factory import a_desk, a_moment, a_twitch
from tests.stubs import TUESDAY_AFTERNOON


@pytest.fixture
def two(tmp_path):
    """Return the paths of a diary of two twitches and of one of one twitch, both closed."""
    paths = []
    for name, count in (("here", 2), ("there", 1)):
        (tmp_path / name).mkdir()
        desk = a_desk(tmp_path / name)
        for _ in range(count):
            desk.journal.log(a_twitch(), a_moment(8), desk.now())
        paths.append(desk.keeper.path)
        desk.close()
    return paths


def count(path):
    connection = database.connect_reader(path)
    try:
        return connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    finally:
        connection.close()


def files(path):
    return sorted(os.listdir(os.path.dirname(path)))


def test_the_other_diary_takes_its_place(two):
    here, there = two
    heard = []
    aside = swap.take_place(
        here, swap.stage(there, here, lambda *far: heard.append(far)), TUESDAY_AFTERNOON
    )
    assert (count(here), count(aside), count(there)) == (1, 2, 1)
    assert aside.endswith("diary.sqlite.before-2026-03-10T140000")
    assert heard[-1][0] == heard[-1][1]
    assert files(here) == ["diary.sqlite", os.path.basename(aside)]


def test_twice_in_one_second_keeps_both(two):
    here, there = two
    one = swap.take_place(here, swap.stage(there, here), TUESDAY_AFTERNOON)
    two = swap.take_place(here, swap.stage(one, here), TUESDAY_AFTERNOON)
    assert (count(here), count(one), count(two)) == (2, 2, 1)


def test_a_place_without_a_diary_gets_one(two, tmp_path):
    new = str(tmp_path / "new" / "diary.sqlite")
    assert swap.take_place(new, swap.stage(two[0], new), TUESDAY_AFTERNOON) == ""
    assert count(new) == 2


def test_it_waits_for_no_program_that_has_the_diary_open(two):
    here, there = two
    staged = swap.stage(there, here)
    other = database.open_database(here)
    other.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(DiaryBusy):
        swap.take_place(here, staged, TUESDAY_AFTERNOON)
    other.close()
    assert count(here) == 2
    swap.discard(staged)
    assert not [name for name in files(here) if "before" in name or "coming" in name]


def test_an_entry_still_in_the_log_is_kept_with_the_old_diary(two):
    here, there = two
    desk = a_desk(os.path.dirname(here))
    desk.keep_quick()
    desk.journal.log(a_twitch(), a_moment(9), desk.now())
    staged = swap.stage(there, here)
    desk.close()
    assert count(swap.take_place(here, staged, TUESDAY_AFTERNOON)) == 3


def spoiled(path, how):
    with open(path, "r+b") as file:
        if how == "cut off":
            file.truncate(20_000)
        elif how == "scratched":
            file.seek(5000)
            file.write(b"\xff" * 60_000)
        elif how == "newer":
            file.seek(60)
            file.write((999).to_bytes(4))
        elif how == "text":
            file.truncate(0)
            file.write(b"Dear all")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("cut off", "is damaged, so it was not used"),
        ("scratched", "is damaged, so it was not used"),
        ("newer", "newer SteadyHands"),
        ("text", "is no diary of SteadyHands"),
    ],
)
def test_what_is_no_good_is_said_and_leaves_no_trace(two, how, said):
    here, there = two
    spoiled(there, how)
    with pytest.raises(DiaryUnusable, match=said):
        swap.stage(there, here)
    assert files(here) == ["diary.sqlite"]
    assert count(here) == 2


def test_neither_nothing_nor_itself_can_be_chosen(two):
    with pytest.raises(DiaryUnusable, match="There is no file"):
        swap.stage(two[1] + ".gone", two[0])
    with pytest.raises(Problem, match="that is open"):
        swap.stage(two[0], two[0])


def test_a_diary_of_an_older_version_is_brought_up_to_date(two, tmp_path):
    fixtures = os.path.join(os.path.dirname(__file__), "..", "fixtures", "databases")
    for name in sorted(os.listdir(fixtures)):
        if name.endswith(".sqlite"):
            before = sorted(os.listdir(fixtures))
            staged = swap.stage(os.path.join(fixtures, name), two[0])
            assert sorted(os.listdir(fixtures)) == before  # nothing is left beside a chosen file
            reader = database.connect_reader(staged)
            assert database.is_current(reader)
            reader.close()
            swap.discard(staged)
