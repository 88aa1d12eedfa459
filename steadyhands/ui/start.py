"""Opening the window: the application, the diary, and what to do if it does not open."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from steadyhands.domain.problem import Problem
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.system import paths
from steadyhands.system.clock import Clock
from steadyhands.system.preferences import PreferenceFile
from steadyhands.system.resources import resource
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.mishaps import Mishaps
from steadyhands.ui.shell import Shell, look_of
from steadyhands.ui.tab import Tab

GUI_WAIT_MS = 40  # a click must never freeze the window; what must wait is kept by Acts
ICON_AFTER_MS = 150  # once the window is seen
RESTS_AFTER_MS = 1000

NO_SCREEN = (
    "There is no screen to open a window on: use the command line, such as "
    "“steadyhands log twitch”, or start a virtual screen with xvfb-run."
)


def run_window(words: Sequence[str], open_desk: Callable[..., Desk], keeper: Keeper) -> int:
    """Open the window on the diary (`--demo`: on a sample one) and return the exit code.

    `keeper` looks after the person's diary, should it not open.
    """
    if _lacks_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 3
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what was saved is on the disk already
    app = make_application()
    mishaps = Mishaps(app)
    mishaps.install()
    preferences = PreferenceFile(paths.config_folder())
    appearance = Appearance(app)
    appearance.suit(*look_of(preferences.read()))
    try:
        desk = open_desk(demo="--demo" in words, wait_ms=GUI_WAIT_MS)
    except Problem as problem:
        from steadyhands.ui.rescue import rescue

        reopen = partial(open_desk, wait_ms=GUI_WAIT_MS)
        found = rescue(problem, keeper, reopen, Clock().now().local())
        if found is None:
            return 1
        desk = found
    shell = Shell(desk, appearance, preferences)
    mishaps.happened.connect(lambda said: shell.window.say(said))
    shell.show()
    QTimer.singleShot(ICON_AFTER_MS, app, partial(give_icon, app))
    QTimer.singleShot(RESTS_AFTER_MS, shell, partial(come_to_rest, shell))
    return app.exec()


def come_to_rest(shell: Shell) -> None:
    """Make what the first press needs; clear up after the start."""
    page = shell.window.page(shell.window.current_page())
    if isinstance(page, Tab):
        page.get_ready()
    collect_garbage()


def collect_garbage() -> None:
    """Clear what starting left, then look for garbage only among what is made from now on."""
    gc.collect()
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """Return the application, named."""
    if QLocale().language() == QLocale.Language.C:  # no place is said: "2650", "3 11 2026"
        QLocale.setDefault(QLocale("en_150"))  # English in Europe: "2,650", "03/11/2026"
    app = QApplication(["steadyhands"])
    app.setApplicationName("SteadyHands")
    app.setDesktopFileName("steadyhands")
    return app


def give_icon(app: QApplication) -> None:
    """Show the icon where windows are listed."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(resource("icons", "steadyhands.svg")))


def _lacks_screen() -> bool:
    """Return whether Qt would abort for want of a screen."""
    if not sys.platform.startswith(("linux", "freebsd")) or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
