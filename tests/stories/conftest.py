"""A window over a diary in a folder of its own, opened and closed as often as a story needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from steadyhands.services.desk import Desk
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.shell import Shell, look_of
from steadyhands.ui.start import GUI_WAIT_MS
from tests.factory import a_keeper
from tests.stories.hands import Hands
from tests.stubs import FixedClock

SIZE = (1280, 900)


class Home:
    """One person's machine: a folder for the diary, one for settings, a clock."""

    def __init__(self, folder: Path, app: QApplication, qtbot) -> None:
        self.folder = folder
        self.clock = FixedClock()
        self.file = PreferenceFile(str(folder / "config"))
        self.keeper = a_keeper(folder)
        self._app = app
        self._qtbot = qtbot
        self._open: list[tuple[Shell, Appearance]] = []

    def desk(self) -> Desk:
        """Open the diary beside the window, as another program would."""
        return Desk(self.keeper, self.clock, GUI_WAIT_MS)

    def settle_in(self, **preferences: object) -> None:
        """Have answered the welcome long ago, and chosen no moving pictures."""
        desk = self.desk()
        desk.choices.change(welcomed=True)
        desk.close()
        chosen = {"motion": "reduced", "theme": "light", "width": SIZE[0], "height": SIZE[1]}
        self.file.write(Preferences(**(chosen | preferences)))

    def open(self, desk: Desk | None = None) -> Hands:
        """Open the window as the program's start does."""
        appearance = Appearance(self._app)
        appearance.suit(*look_of(self.file.read()))
        shell = Shell(desk or self.desk(), appearance, self.file)
        with self._qtbot.waitExposed(shell.window):
            shell.show()
        shell.window.activateWindow()
        self._qtbot.waitUntil(shell.window.isActiveWindow)
        self._open.append((shell, appearance))
        return Hands(shell)

    def close(self, hands: Hands) -> None:
        """Close the window and let go of all that belonged to it."""
        assert hands.window.close()
        entry = next(pair for pair in self._open if pair[0] is hands.shell)
        self._open.remove(entry)
        _drop(*entry)

    def close_all(self) -> None:
        for shell, appearance in self._open:
            shell.acts.forget_waiting()
            shell.window.close()
            _drop(shell, appearance)
        self._open.clear()


def _drop(shell: Shell, appearance: Appearance) -> None:
    for thing in (shell.window, shell, appearance):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def new_home(tmp_path, qapp, qtbot) -> Iterator[Home]:
    """Return a machine on which the program was never started."""
    home = Home(tmp_path, qapp, qtbot)
    yield home
    home.close_all()


@pytest.fixture
def home(new_home) -> Home:
    """Return a machine on which the diary is in use."""
    new_home.settle_in()
    return new_home


@pytest.fixture
def hands(home) -> Hands:
    """Return a person before the open window of an empty diary, 10 March 2026, 14:00."""
    return home.open()


@pytest.fixture
def diary(home) -> Iterator[Callable]:
    """Return a function that reads today's entries through a connection of its own."""
    desk = home.desk()

    def entries(kind: str = "twitch") -> list:
        now = home.clock.now()
        return desk.look.day(now).of_kind(kind)

    yield entries
    desk.close()
