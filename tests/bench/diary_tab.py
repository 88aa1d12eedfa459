"""The Diary tab in the window: opening, searching, scrolling, a new entry, removing many."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.stage import ROOT, middle, old_diary, ratio, rounds

NOTED = 18_250  # five notes a day for ten years
HEAD = """
import sys, time
from PySide6.QtCore import QAbstractListModel, QEventLoop, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView
now = time.perf_counter
def pump(done):
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: done() and loop.quit())
    timer.start(2)  # not 0: a busy loop would keep the other thread from its work
    if not done():
        loop.exec()
    timer.stop()
def frames(view, step, count=60):
    bar, worst, start = view.verticalScrollBar(), 0.0, now()
    for _ in range(count):
        begun = now()
        bar.setValue(bar.value() + step)
        app.processEvents()
        worst = max(worst, now() - begun)
    return (now() - start) * 1000 / count, worst * 1000
"""
# Qt's own list, over as many strings held in C++: it walks through every row to lay them out.
BARE = f"""{HEAD}
app = QApplication([])
rows = QStringListModel([f"10:15. Right index finger. Typing {{n % 97}}" for n in range(734052)])
view = QListView()
view.resize(1192, 640)
view.setUniformItemSizes(True)
view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
start = now()
view.setModel(rows)
view.show()
app.processEvents()
print((now() - start) * 1000)
for step in (58, 40000):
    print(*frames(view, step))
"""
OURS = f"""{HEAD}
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QMainWindow
from steadyhands.domain.entries import Twitch
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.system.clock import Clock
from steadyhands.ui.acts import Acts
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.plain_import import import_plainly
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.drinks.tab import DrinksTab  # what other tabs have loaded by then
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard
import_plainly()
app = QApplication([])
appearance = Appearance(app)
appearance.suit("light", 1.0, True)
path = sys.argv[1]
desk = Desk(Keeper(path, path + "-backups"), Clock(), 40)
desk.keep_quick()
signals, tasks, guard = Signals(), Tasks(), ClickGuard()
acts = Acts(signals)
shared = dict(look=desk.look, journal=desk.journal, choices=desk.choices, acts=acts,
    signals=signals, clock=desk.now, guard=guard, at_local=desk.clock.at_local)
window = QMainWindow()
window.resize(1280, 760)
window.show()
app.processEvents()
start = now()
from steadyhands.services.browse import DiarySearch
from steadyhands.ui.tabs.diary.presenter import Filters
from steadyhands.ui.tabs.diary.tab import DiaryTab
tab = DiaryTab(**shared, pages=desk.pages, search=DiarySearch(path), tasks=tasks,
    presets=desk.drinks.presets)
window.setCentralWidget(tab)
app.processEvents()
print((now() - start) * 1000)
for step in (58, 40000):
    print(*frames(tab.list, step))
def search(text):
    tab.show_only(Filters())
    app.processEvents()
    start = now()
    tab.top.search.setText(text)
    pump(lambda: tab.model.wanted.words and tab.model.wanted == tab._wanted())
    app.processEvents()
    first = (now() - start) * 1000
    pump(tab.is_settled)
    return first, (now() - start) * 1000
for text in ("headache", "coffee", "buzz", "xylophone", "right"):
    search(text)
    found = [search(text) for _ in range(3)]
    print(*sorted(found)[1])
tab.show_only(Filters())
tab.list.verticalScrollBar().setValue(5_000_000)
app.processEvents()
at = desk.now()
start = now()
acts.perform(lambda: desk.journal.log(Twitch("right", "index"), at, at))
app.processEvents()
print((now() - start) * 1000)
tab.list.go_to(1)
tab.list.selectionModel().clearSelection()
tab.list.selectionModel().select(
    QItemSelection(tab.model.index(1), tab.model.index(100)),
    QItemSelectionModel.SelectionFlag.Select,
)
app.processEvents()
start = now()
tab.remove_chosen()
app.processEvents()
print((now() - start) * 1000)
desk.journal.undo(desk.now())
desk.journal.undo(desk.now())
tasks.finish()
window.close()
"""
NAMES = (
    ("open", "open to painted"),
    ("frame", "a frame, one row further"),
    ("worst", "  the worst of 60"),
    ("jump", "a frame, 40,000 px further"),
    ("worst jump", "  the worst of 60"),
)
SEARCHES = ("a word of notes", "a drink", "a word nobody chose", "a word nobody wrote", "any hand")


def child(script: str, *words: str) -> list[float]:
    """Run a script in a process of its own and return the numbers it printed."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{gettempdir()}/steadyhands-compiled"}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], env=env, capture_output=True, text=True
    )
    try:
        return [float(number) for number in done.stdout.split()]
    except ValueError:
        raise SystemExit(done.stdout + done.stderr) from None


def noted(path: Path) -> Path:
    """Return a copy of a diary in which some entries have notes, made once."""
    from shutil import copy

    from steadyhands.storage.database import open_database

    there = path.with_suffix(".noted.sqlite")
    if not there.exists():
        copy(path, there)
        with closing(open_database(str(there))) as connection:
            step = connection.execute("SELECT max(seq) FROM entry").fetchone()[0] // NOTED
            connection.execute(
                "UPDATE entry SET note = 'Woke with a headache, long day at the desk'"
                f" WHERE seq % {step} = 0"
            )
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return there


def scan(path: Path) -> list[float]:
    """Return the milliseconds of looking for a word in every row, as a search without help."""
    import time

    with closing(sqlite3.connect(path)) as connection:
        start = time.perf_counter()
        connection.execute(
            "SELECT count(*) FROM entry WHERE current = 1 AND deleted = 0"
            " AND (note LIKE '%xylophone%' OR details LIKE '%xylophone%')"
        ).fetchone()
        return [(time.perf_counter() - start) * 1000]


def main(words: list[str]) -> None:
    """Measure a diary of the years named (10 if none is), in turn with a bare list and a scan."""
    years = int(words[0]) if words else 10
    path = noted(old_diary(years))
    variants = {
        "bare": lambda: child(BARE),
        "scan": lambda: scan(path),
        "ours": lambda: child(OURS, str(path)),
    }
    found = rounds(variants, int(words[1]) if len(words) > 1 else 7)
    print(f"{years} years, medians:")
    for place, (_, name) in enumerate(NAMES):
        ours, bare = middle(found, "ours", place), middle(found, "bare", place)
        by = ratio(found, "ours", "bare", place)
        print(f"  {name:30}{ours:8.1f} ms; bare QListView {bare:8.1f} ms = {by:.2f} x")
    print(f"  {'a scan of every row':30}{middle(found, 'scan', 0):8.1f} ms")
    for place, name in enumerate(SEARCHES):
        first, whole = (middle(found, "ours", 5 + 2 * place + which) for which in (0, 1))
        quotients = sorted(
            o[5 + 2 * place] / s[0] for o, s in zip(found["ours"], found["scan"], strict=True)
        )
        by = quotients[len(quotients) // 2]
        print(f"  {name:30}{first:8.1f} ms = {by:.2f} x a scan; all of it {whole:8.1f} ms")
    print(f"  {'a twitch logged meanwhile':30}{middle(found, 'ours', 15):8.1f} ms")
    print(f"  {'100 entries removed':30}{middle(found, 'ours', 16):8.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
