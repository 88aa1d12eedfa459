"""A full or read-only disk: one calm sentence, the window stays up, nothing saved is lost."""

import os
import subprocess

import pytest

from steadyhands.domain.problem import DiaryUnusable
from tests.stories.conftest import Home


def mount(*words):
    try:
        return subprocess.run(["mount", *words], capture_output=True, timeout=10).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path):
    """Return a disk of 2 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not (hasattr(os, "geteuid") and os.geteuid() == 0):
        pytest.skip("only root may mount a small disk")
    if not mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)):
        pytest.skip("this system does not let a small disk be mounted")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.fixture
def home(small_disk, qapp, qtbot):
    """Return a machine whose diary lies on the small disk."""
    home = Home(small_disk, qapp, qtbot)
    home.settle_in()
    yield home
    home.close_all()


def fill(folder):
    """Leave no room on the disk; return the file that takes it."""
    path = folder / "full"
    with open(path, "wb", buffering=0) as file:
        for size in (4096, 512, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return path


def test_a_full_disk_is_said_and_room_lets_one_go_on(home, small_disk):
    hands = home.open()
    hands.click_finger("right", "index")
    full = fill(small_disk)
    said = ""
    for part in ("thumb", "middle", "ring", "little") * 12:  # the log has some room of its own
        hands.click_finger("left", part)
        if "full" in hands.toast():
            said = hands.toast()
            break
    assert (
        said == "The disk is full. Free some space, then try again; what was saved before is safe."
    )
    count = int(hands.figure("Twitches today").split(",")[0])
    assert hands.window.isVisible()

    full.unlink()
    assert hands.toast_action() == "Try again"
    home.clock.pass_minutes(5)
    hands.click_action()
    assert hands.toast().endswith("14:00")  # the time of the press, not of the saving
    assert hands.figure("Twitches today").startswith(str(count + 1))
    assert home.keeper.is_sound()


def test_window_settings_that_find_no_room_do_not_keep_it_from_closing(home, small_disk):
    hands = home.open()
    fill(small_disk)
    hands.click("Settings")
    hands.click("Motion: Full")
    assert hands.window.isVisible()
    home.close(hands)


def test_a_disk_that_may_only_be_read_is_said_at_the_start(home, small_disk):
    home.close(home.open())
    assert mount("-o", "remount,ro", str(small_disk))
    with pytest.raises(DiaryUnusable) as caught:
        home.desk()
    assert home.keeper.path in str(caught.value)
    assert mount("-o", "remount,rw", str(small_disk))
