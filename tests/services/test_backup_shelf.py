"""Backups as a person sees them: listed, checked, in a second place, and back again."""

import os
from datetime import datetime, timedelta

import pytest

from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.services.backup_shelf import BackupShelf, is_diary_file
from tests.factory import a_desk, a_keeper, a_moment, a_twitch, log_a_day
from tests.stubs import TUESDAY_AFTERNOON

NOON = datetime(2026, 3, 10, 12)


@pytest.fixture
def keeper(tmp_path):
    """Return the keeper of a diary that holds a day, closed."""
    desk = a_desk(tmp_path)
    log_a_day(desk.journal, desk.now())
    desk.close()
    return a_keeper(tmp_path)


@pytest.fixture
def cloud(tmp_path):
    folder = tmp_path / "cloud"
    folder.mkdir()
    return folder


def shelf_with(keeper, cloud, machine="desk"):
    return BackupShelf(keeper, str(cloud), machine)


def test_it_says_when_how_large_and_what_for(keeper):
    shelf = BackupShelf(keeper)
    assert shelf.all() == []
    for days in range(40):
        shelf.make(NOON + timedelta(days=days))
    found = shelf.all()
    kept = [b.kept for b in found]
    assert kept[:8] == ["day"] * 7 + ["week"]
    assert set(kept[8:]) <= {"week", "month"}
    assert found[0].made == NOON + timedelta(days=39)
    assert all(b.size == os.path.getsize(b.path) > 10_000 for b in found)


def test_a_check_tells_sound_from_broken(keeper):
    shelf = BackupShelf(keeper)
    path = shelf.make(NOON).path
    assert shelf.is_sound(path)
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    assert not shelf.is_sound(path)


def test_the_second_folder_gets_each_backup_and_never_the_diary(keeper, cloud):
    shelf = shelf_with(keeper, cloud)
    made = shelf.make(NOON)
    assert made.second == str(cloud / "SteadyHands backups" / "desk" / os.path.basename(made.path))
    assert shelf.is_sound(made.second)
    there = [name for _, _, names in os.walk(cloud) for name in names]
    assert there == [os.path.basename(made.path)]


def test_old_ones_go_there_too_but_another_machines_stay(keeper, cloud):
    mine, other = shelf_with(keeper, cloud), shelf_with(keeper, cloud, "laptop")
    other.make(NOON - timedelta(days=400))
    for days in range(20):
        mine.make(NOON + timedelta(days=days))
    assert len(os.listdir(mine.second_folder())) == len(mine.all()) - 1
    assert len(os.listdir(other.second_folder())) == 1


def test_a_day_needs_one_backup_in_each_place(keeper, cloud):
    BackupShelf(keeper).make(NOON)
    shelf = shelf_with(keeper, cloud)
    made = shelf.keep_up(NOON + timedelta(hours=1))
    assert made is not None
    assert made.second
    assert len(shelf.all()) == 1
    assert shelf.keep_up(NOON + timedelta(hours=2)) is None


def test_a_folder_that_is_gone_is_said_and_not_made_anew(keeper, cloud):
    cloud.rmdir()
    made = shelf_with(keeper, cloud).make(NOON)
    assert os.path.exists(made.path)
    assert "is not there now" in str(made.problem)
    assert not cloud.exists()


def test_a_folder_that_takes_nothing_is_said(keeper, cloud):
    (cloud / "SteadyHands backups").write_text("a file stands in the way")
    with pytest.raises(DiaryUnusable, match="could not be copied to"):
        BackupShelf(keeper).make(NOON)
        shelf_with(keeper, cloud).copy_newest()


def test_the_place_of_the_first_backups_is_no_second(keeper):
    keeper.back_up(NOON)
    for folder in (keeper.backup_folder, os.path.dirname(keeper.path)):
        with pytest.raises(Problem, match="choose another folder"):
            BackupShelf(keeper, folder).check_second()


def test_the_newest_is_copied_when_a_folder_is_chosen(keeper, cloud):
    shelf = shelf_with(keeper, cloud)
    assert shelf.copy_newest() == ""
    BackupShelf(keeper).make(NOON)
    assert os.path.exists(shelf.copy_newest())
    assert shelf_with(keeper, "", "").second_folder() == ""


def test_back_to_a_backup_and_forth_again(keeper, tmp_path):
    shelf = BackupShelf(keeper)
    path = shelf.make(NOON).path
    desk = a_desk(tmp_path)
    desk.journal.log(a_twitch(), a_moment(13, 30), desk.now())
    desk.close()
    aside = shelf.take_place(shelf.stage(path), TUESDAY_AFTERNOON)
    assert twitches(tmp_path) == 3
    shelf.take_place(shelf.stage(aside), TUESDAY_AFTERNOON)
    assert twitches(tmp_path) == 4


def twitches(folder):
    desk = a_desk(folder)
    try:
        return len(desk.look.day(desk.now()).of_kind("twitch"))
    finally:
        desk.close()


def test_what_is_staged_can_be_let_go(keeper):
    shelf = BackupShelf(keeper)
    staged = shelf.stage(shelf.make(NOON).path)
    shelf.discard(staged)
    assert not os.path.exists(staged)


def test_a_diary_is_known_by_its_content(keeper, tmp_path):
    assert is_diary_file(keeper.path)
    (tmp_path / "x").write_text("Dear all")
    assert not is_diary_file(str(tmp_path / "x"))
    assert not is_diary_file(str(tmp_path / "nowhere"))
