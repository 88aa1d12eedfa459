import os

import pytest

from steadyhands.services.sample import sample_desk
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.shell import Shell, look_of
from tests.factory import a_desk
from tests.stubs import FixedClock


@pytest.fixture
def open_shell(qapp, qtbot, tmp_path):
    """Return a function that opens a window over a desk; all are closed afterwards."""
    opened = []

    def open_shell(desk=None, folder=None):
        appearance = Appearance(qapp)
        desk = desk or a_desk(tmp_path)
        shell = Shell(desk, appearance, PreferenceFile(str(folder or tmp_path / "config")))
        shell.show()
        opened.append((shell, appearance))
        return shell

    yield open_shell
    for shell, appearance in opened:
        shell.window.close()
        for thing in (shell.window, shell, appearance):
            thing.deleteLater()


@pytest.mark.parametrize(
    ("preferences", "look"),
    [
        (Preferences(), ("system", 1.0, None)),
        (Preferences(theme="dark", text_scale=1.5, motion="reduced"), ("dark", 1.5, True)),
        (Preferences(theme="light", motion="full"), ("light", 1.0, False)),
    ],
)
def test_preferences_as_a_look(preferences, look):
    assert look_of(preferences) == look


def test_the_last_size_is_kept_when_it_closes(open_shell, tmp_path):
    shell = open_shell()
    shell.window.resize(960, 640)
    shell.window.close()
    kept = PreferenceFile(str(tmp_path / "config")).read()
    assert (kept.width, kept.height, kept.maximized) == (960, 640, False)


def test_a_sample_keeps_no_settings(open_shell, tmp_path):
    shell = open_shell(sample_desk(FixedClock()))
    shell.window.close()
    assert not os.path.exists(tmp_path / "config")


def test_settings_that_cannot_be_kept_are_said_and_used_all_the_same(open_shell, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    shell = open_shell(folder=tmp_path / "file" / "config")
    shell._on_preferences(Preferences(guard_ms=1000))
    assert "could not be kept" in shell.window.toast.text()
    assert shell._guard.ms == 1000


def test_a_pause_alone_does_not_build_the_window_anew(open_shell, qtbot):
    shell = open_shell()
    with qtbot.assertNotEmitted(shell.window.rebuilt):
        shell._on_preferences(shell._preferences.replaced(guard_ms=0))
    with qtbot.waitSignal(shell.window.rebuilt):
        shell._on_preferences(shell._preferences.replaced(text_scale=1.5))
