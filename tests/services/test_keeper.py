import os
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from steadyhands.domain.problem import DiaryDamaged, DiaryUnusable, Problem
from steadyhands.services.desk import Desk
from steadyhands.storage.backups import backups
from tests.factory import a_desk, a_keeper, a_moment, a_twitch, log_a_day
from tests.stubs import FixedClock

NOON = datetime(2026, 3, 10, 12)


@pytest.fixture
def keeper(tmp_path):
    """Return the keeper of a diary that holds a day, closed."""
    desk = a_desk(tmp_path)
    log_a_day(desk.journal, desk.now())
    desk.close()
    return a_keeper(tmp_path)


def stamps(keeper):
    return [stamp for stamp, _ in backups(keeper.backup_folder)]


def test_one_backup_a_day_is_enough(keeper):
    assert keeper.back_up_daily(NOON)
    assert keeper.back_up_daily(NOON + timedelta(hours=5)) is None
    assert keeper.back_up_daily(NOON + timedelta(days=1))
    assert stamps(keeper) == [NOON + timedelta(days=1), NOON]


def test_a_clock_that_was_wrong_once_does_not_end_backups(keeper):
    keeper.back_up_daily(datetime(2031, 1, 1))
    assert keeper.back_up_daily(NOON)
    assert NOON in stamps(keeper)


def test_old_backups_go_when_a_new_one_is_made(keeper):
    for number in range(60):
        keeper.back_up(NOON + timedelta(days=number))
    assert len(stamps(keeper)) <= 7 + 4 + 12
    assert stamps(keeper)[0] == NOON + timedelta(days=59)


def test_there_is_no_backup_of_no_diary(tmp_path):
    keeper = a_keeper(tmp_path)
    for act in (
        lambda: keeper.back_up(NOON),
        lambda: keeper.back_up_daily(NOON),
        keeper.is_sound,
        keeper.checkpoint,
    ):
        with pytest.raises(DiaryUnusable, match="no diary"):
            act()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_diary_is_replaced_by_the_newest_good_backup(keeper):
    keeper.back_up(NOON - timedelta(days=1))
    bad = keeper.back_up(NOON)
    Path(bad).write_bytes(Path(bad).read_bytes()[:5000])
    Path(keeper.path).write_bytes(b"spilt coffee" * 500)
    with pytest.raises(DiaryDamaged):
        keeper.open(NOON)
    assert not keeper.is_sound()
    stamp, backup = keeper.newest_backup()
    assert stamp == NOON - timedelta(days=1)
    aside = keeper.restore(backup, NOON)
    assert Path(aside).read_bytes() == b"spilt coffee" * 500
    assert keeper.is_sound()
    desk = Desk(keeper, FixedClock())
    assert len(desk.look.day(desk.now()).entries) == 9
    desk.journal.log(a_twitch(), a_moment(13), desk.now())
    desk.close()


def test_without_a_good_backup_there_is_none_to_offer(keeper):
    assert keeper.newest_backup() is None
    assert keeper.is_sound()


@pytest.mark.parametrize("blocked", ["full disk", "folder"])
def test_a_restore_that_fails_says_so_and_leaves_the_diary(keeper, blocked, monkeypatch):
    backup = keeper.back_up(NOON)
    before = Path(keeper.path).read_bytes()
    if blocked == "folder":
        os.mkdir(keeper.path + ".part")
    else:
        from steadyhands.storage import backups as module

        def fail(path):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(module, "_sync", fail)
    with pytest.raises(Problem) as caught:
        keeper.restore(backup, NOON)
    assert str(caught.value).endswith(".")
    assert Path(keeper.path).read_bytes() == before


def test_a_checkpoint_empties_the_log_into_the_file(keeper):
    desk = Desk(keeper, FixedClock())
    desk.keep_quick()
    for _ in range(30):
        desk.journal.log(a_twitch(), a_moment(13), desk.now())
    size = os.path.getsize(keeper.path)
    keeper.checkpoint()
    assert os.path.getsize(keeper.path) > size or os.path.getsize(keeper.path + "-wal") > 0
    content = Path(keeper.path).read_bytes()
    keeper.checkpoint()
    assert Path(keeper.path).read_bytes() == content
    desk.close()


def test_a_quick_desk_leaves_checkpoints_alone(keeper):
    desk = Desk(keeper, FixedClock())
    desk.keep_quick()
    before = Path(keeper.path).read_bytes()
    for _ in range(400):  # far past SQLite's own thousand pages
        desk.journal.log(a_twitch(), a_moment(13), desk.now())
    assert Path(keeper.path).read_bytes() == before
    assert os.path.getsize(keeper.path + "-wal") > 1000 * 4096
    desk.close()


def test_any_thread_may_keep(keeper):
    desk = Desk(keeper, FixedClock())
    failed = []

    def keep():
        try:
            keeper.back_up(NOON)
            keeper.checkpoint()
            assert keeper.is_sound()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=keep)
    thread.start()
    for _ in range(20):
        desk.journal.log(a_twitch(), a_moment(13), desk.now())
    thread.join(20)
    assert failed == []
    desk.close()
