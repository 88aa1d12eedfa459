"""The processes that `click` measures: each opens a window and presses when told to.

python -m tests.bench.clicker KIND: for each number on the standard input, that many presses;
answers with lines of "visible durable" in ms (0 for what it has not), then an empty line.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

REST_MS = 25
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Target = tuple[QWidget, QPoint]


class Stamps:
    """When, since the press, something was seen and when it was on the disk."""

    def __init__(self) -> None:
        self.pressed = self.seen = self.durable = 0.0

    def press(self, widget: QWidget, where: QPoint) -> str:
        """Press there, and let what follows happen; return both times."""
        QTest.mouseMove(widget, where)
        QTest.qWait(REST_MS)
        self.seen = self.durable = 0.0
        self.pressed = perf_counter()
        QTest.mouseClick(widget, LEFT, NONE, where)
        while not self.seen:
            QApplication.processEvents()
        QApplication.processEvents()
        durable = (self.durable - self.pressed) * 1000 if self.durable else 0
        return f"{(self.seen - self.pressed) * 1000} {durable}"

    def after_paint(self, paint: Callable[..., None]) -> Callable[..., None]:
        def painted(*given: object) -> None:
            paint(*given)
            if not self.seen:
                self.seen = perf_counter()

        return painted

    def after_write(self, write: Callable[..., object]) -> Callable[..., object]:
        def written(*given: object) -> object:
            done = write(*given)
            self.durable = perf_counter()
            return done

        return written


class SeenBy(QObject):
    """Notes the paint of a label; the bare window has no method of its own to note it in."""

    def __init__(self, stamps: Stamps) -> None:
        super().__init__()
        self._stamps = stamps

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._stamps.seen:
            self._stamps.seen = perf_counter()
        return False


def bare(stamps: Stamps, with_diary: bool) -> Iterator[Target]:
    """The least a window could do: one button, one INSERT, one COMMIT, one label."""
    window = QWidget()
    column = QVBoxLayout(window)
    button, shown = QPushButton("Log"), QLabel("0")
    column.addWidget(button)
    column.addWidget(shown)
    connection = sqlite3.connect("bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("CREATE TABLE IF NOT EXISTS twitch (at INTEGER, side TEXT, part TEXT)")
    count = itertools.count(1)

    def log() -> None:
        if with_diary:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO twitch VALUES (1, 'right', 'index')")
            connection.execute("COMMIT")
            stamps.durable = perf_counter()
        shown.setText(str(next(count)))

    button.pressed.connect(log)
    eye = SeenBy(stamps)
    shown.installEventFilter(eye)
    window.resize(1280, 880)
    window.show()
    while True:
        yield button, button.rect().center()


def ours(stamps: Stamps, with_diary: bool) -> Iterator[Target]:
    """The real window on its diary; without one, a press only shows."""
    from steadyhands.app import open_desk
    from steadyhands.system import paths
    from steadyhands.system.preferences import PreferenceFile
    from steadyhands.ui.appearance import Appearance
    from steadyhands.ui.shell import Shell
    from steadyhands.ui.widgets.hand_view import HandView

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance = Appearance(app)
    appearance.wear()
    HandView.paintEvent = stamps.after_paint(HandView.paintEvent)  # type: ignore[method-assign]
    desk = open_desk(wait_ms=40)
    diary = desk._diary
    diary.write = stamps.after_write(diary.write)  # type: ignore[method-assign]
    shell = Shell(desk, appearance, PreferenceFile(paths.config_folder()))
    if not with_diary:
        shell.acts.perform = lambda *_: None  # type: ignore[method-assign]
    shell.show()
    hands = shell.window.findChild(HandView)
    for part in itertools.cycle(("index", "middle", "ring")):
        yield hands, hands.part_center("right", part).toPoint()


def backing_up(stamps: Stamps) -> Iterator[Target]:
    """The real window while a backup runs on another thread, one after another."""
    from concurrent.futures import ThreadPoolExecutor
    from datetime import datetime

    from steadyhands.app import the_keeper

    keeper, pool = the_keeper(), ThreadPoolExecutor(1)
    running = None
    for target in ours(stamps, True):
        if running is None or running.done():
            running = pool.submit(lambda: os.unlink(keeper.back_up(datetime.now())))
        yield target


KINDS: dict[str, Callable[[Stamps], Iterator[Target]]] = {
    "bare": lambda stamps: bare(stamps, True),
    "bare-no-diary": lambda stamps: bare(stamps, False),
    "ours": lambda stamps: ours(stamps, True),
    "ours-no-diary": lambda stamps: ours(stamps, False),
    "ours-backup": backing_up,
}


def main(kind: str) -> None:
    """Open the window, then press as told until the input ends."""
    app = QApplication(["clicker"])
    stamps = Stamps()
    targets = KINDS[kind](stamps)
    stamps.press(*next(targets))
    print(flush=True)
    for line in sys.stdin:
        os.write(2, b"BEGIN\n")
        answers = [stamps.press(*next(targets)) for _ in range(int(line))]
        os.write(2, b"END\n")
        print(*answers, "", sep="\n", flush=True)
    app.closeAllWindows()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
