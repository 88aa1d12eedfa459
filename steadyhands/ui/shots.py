"""Pictures of every page of the sample diary, for the README and for looking at."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from steadyhands.domain.moment import Moment
from steadyhands.services.sample import sample_desk
from steadyhands.system.clock import Clock
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.main_window import MainWindow
from steadyhands.ui.shell import Shell, look_of
from steadyhands.ui.start import make_application
from steadyhands.ui.tab import Tab

SETTLE_MS = 120
LONGEST_S = 20.0


class _Posed(PreferenceFile):
    """Preferences as the pictures ask for, never read from nor written to this machine."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(os.devnull)
        self._preferences = preferences

    def read(self) -> Preferences:
        return self._preferences

    def write(self, preferences: Preferences) -> None:
        self._preferences = preferences


class _Afternoon(Clock):
    """A clock at the newest 16:36, so that every picture shows a day well under way."""

    def now(self) -> Moment:
        now = super().now().local()
        posed = now.replace(hour=16, minute=36, second=0, microsecond=0)
        return self.at_local(posed if posed <= now else posed - timedelta(days=1))


def take_shots(words: Sequence[str]) -> int:
    """Render the pages the words ask for into a folder; return the exit code."""
    asked = _parsed(words)
    width, height = asked.size
    preferences = Preferences(
        width=width, height=height, theme=asked.theme, text_scale=asked.scale / 100
    )
    app = make_application()
    preferences = preferences.replaced(motion="reduced")
    appearance = Appearance(app)
    appearance.suit(*look_of(preferences))
    shell = Shell(sample_desk(_Afternoon()), appearance, _Posed(preferences))
    shell.show()
    os.makedirs(asked.folder, exist_ok=True)
    for key in shell.window.page_keys():
        if asked.tab in (None, key):
            shell.window.show_page(key)
            _settle(shell.window)
            for path in _grabbed(shell.window, asked.folder, f"{key}-{asked.theme}-{asked.scale}"):
                print(path)
    shell.window.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


def _grabbed(window: MainWindow, folder: str, name: str) -> list[str]:
    """Save the window, and below it what a scrolling page holds further down."""
    paths = [os.path.join(folder, f"{name}.png")]
    window.grab().save(paths[0])
    page = window.page(window.current_page())
    area = page.findChild(QScrollArea) if page is not None else None
    whole = area.widget() if area is not None else None
    if area is not None and whole is not None and whole.height() > area.viewport().height() + 8:
        paths.append(os.path.join(folder, f"{name}-whole.png"))
        whole.grab().save(paths[1])
    return paths


def _settle(window: MainWindow) -> None:
    """Let layouts, first paints and what comes from other threads come to rest."""
    page, ends = window.page(window.current_page()), time.monotonic() + LONGEST_S
    while isinstance(page, Tab) and not page.is_settled() and time.monotonic() < ends:
        time.sleep(0.01)
        QApplication.processEvents()
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=int, choices=(100, 125, 150, 175, 200), default=100)
    parser.add_argument("--size", type=_size, default=(1280, 880), metavar="WxH")
    parser.add_argument("--tab", help="one page only")
    return parser.parse_args([word for word in words if word != "--shots"])


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def main(words: Sequence[str]) -> int:
    """Take the pictures without a screen unless a platform was asked for."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return take_shots(words)
