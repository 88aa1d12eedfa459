import os
import stat
import subprocess
import sys
from datetime import timedelta

import pytest

from steadyhands.services.sample import sample_desk
from tests.factory import a_desk
from tests.stubs import FixedClock


@pytest.fixture
def desk():
    desk = sample_desk(FixedClock())
    yield desk
    desk.close()


def test_a_sample_holds_many_days_and_says_that_it_is_one(desk, tmp_path):
    assert desk.is_sample
    today = desk.look.day_of(desk.now())
    entries = desk.look.entries(today - timedelta(days=119), today, desk.now())
    assert len(entries) > 1000
    assert {entry.kind for entry in entries} >= {"twitch", "drink", "sleep", "checkin", "food"}
    assert desk.look.day(desk.now()).usual is not None
    assert desk.keeper.is_sound()
    own = a_desk(tmp_path)
    assert not own.is_sample
    own.close()


def test_undo_does_not_take_the_sample_back(desk):
    journal = desk.journal
    assert journal.undo(desk.now(), since=journal.session_start) is None


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix")
def test_the_folder_is_private(desk):
    assert stat.S_IMODE(os.stat(os.path.dirname(desk.keeper.path)).st_mode) == 0o700


def test_the_folder_goes_when_the_process_ends(tmp_path):
    script = (
        "from steadyhands.services.sample import sample_desk\n"
        "from steadyhands.system.clock import Clock\n"
        "print(sample_desk(Clock()).keeper.path)"
    )
    env = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    said = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True)
    assert said.stdout.startswith(str(tmp_path))
    assert list(tmp_path.iterdir()) == []
