"""Trends in the window: first opening, again, another range, panning, the longest block."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.stage import ROOT, middle, old_diary, ratio, rounds

# Prints numbers of milliseconds; `pump` runs the event loop until something is so.
HEAD = """
import sys, time
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
now = time.perf_counter
BEAT_MS = 4
def pump(done):
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(BEAT_MS)  # not 0: a busy loop would keep the other thread from its work
    gaps, last = [0.0], [now()]
    def turn():
        gaps.append(now() - last[0])
        if done():
            loop.quit()
        last[0] = now()
    timer.timeout.connect(turn)
    timer.start()
    loop.exec()
    timer.stop()
    return max(gaps) * 1000 - BEAT_MS
"""
BARE = f"""{HEAD}
app = QApplication([])
window = __import__("PySide6.QtWidgets").QtWidgets.QMainWindow()
window.resize(1280, 880)
window.show()
app.processEvents()
start = now()
import pyqtgraph
plot = pyqtgraph.PlotWidget()
plot.plot(list(range(42)), [n % 9 for n in range(42)])
window.setCentralWidget(plot)
app.processEvents()
print((now() - start) * 1000)
"""
OURS = f"""{HEAD}
import os
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.system.clock import Clock
from steadyhands.system.preferences import PreferenceFile
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.plain_import import import_plainly
from steadyhands.ui.shell import Shell
import_plainly()
app = QApplication([])
appearance = Appearance(app)
appearance.suit("light", 1.0, True)
path = sys.argv[1]
shell = Shell(
    Desk(Keeper(path, path + "-backups"), Clock(), 40), appearance, PreferenceFile(path + "-config")
)
shell.window.resize(1280, 880)
shell.show()
app.processEvents()
start = now()
shell.window.show_page("trends")
app.processEvents()
skeleton = (now() - start) * 1000
tab = shell.window.page("trends")
block = max(skeleton, pump(tab.board.is_filled))
app.processEvents()
first = (now() - start) * 1000
shell.window.show_page("drinks")
app.processEvents()
start = now()
shell.window.show_page("trends")
app.processEvents()
again = (now() - start) * 1000
def switch(key):
    start = now()
    asked = tab._asked
    tab.controls.range_chosen.emit(key)
    pump(lambda: tab.board.is_filled() and tab._state.range == key)
    app.processEvents()
    return (now() - start) * 1000
switched = [switch(key) for key in ("2w", "6w", "6m", "6w", "all", "6w")]
print(skeleton, first, again, sorted(switched)[3], max(switched), block)
shell.window.close()
"""


def child(script: str, *words: str) -> list[float]:
    """Run a script in a process of its own and return the numbers it printed."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], env=env, capture_output=True, text=True
    )
    try:
        return [float(number) for number in done.stdout.split()]
    except ValueError:
        raise SystemExit(done.stdout + done.stderr) from None


def openings(years: int, count: int) -> None:
    """Open Trends on a diary of `years`, in turn with a bare plot."""
    path = str(old_diary(years))
    child(OURS, path)  # brings an older schema up to date, once
    found = rounds({"bare": lambda: child(BARE), "ours": lambda: child(OURS, path)}, count)
    print(f"{years} years, medians of {count}:")
    print(f"  skeleton painted            {middle(found, 'ours', 0):7.1f} ms")
    print(f"  import pyqtgraph + one plot {middle(found, 'bare', 0):7.1f} ms")
    print(f"  first opening, all charts   {middle(found, 'ours', 1):7.1f} ms", end="")
    quotients = [o[1] / b[0] for o, b in zip(found["ours"], found["bare"], strict=True)]
    print(f"  = {median(quotients):.2f} x")
    for place, name in enumerate(("again", "switch of range", "slowest switch", "longest block")):
        print(f"  {name:28}{middle(found, 'ours', 2 + place):7.1f} ms")


def frames(chart, count: int) -> list[float]:
    """Pan a chart to and fro and return each frame's milliseconds."""
    from PySide6.QtWidgets import QApplication

    found = []
    for turn in range(count):
        start = time.perf_counter()
        chart(0.02 if turn % 2 else -0.02)
        QApplication.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    return found


def panning(count: int) -> None:
    """Pan 3,650 days with bars, mean and gaps; and 90 days against PlotCurveItem."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication

    from steadyhands.ui import theme
    from steadyhands.ui.charts.daily_chart import DailyChart
    from tests.ui.charts.made_up import many

    app = QApplication([])
    theme.apply(app, theme.load_theme("light"))

    def ours(days: int, seen: int):
        chart = DailyChart()
        chart.resize(1200, 700)
        steps = many(days)
        chart.show_data(steps)
        chart.show()
        chart.plot.show_range(steps.end - seen - days * 0.02, steps.end - days * 0.02)
        return chart

    def bare():
        plot = pg.PlotWidget()
        plot.resize(1200, 700)
        steps = many(120)
        plot.plot(list(steps.starts), [v or 0.0 for v in steps.values])
        plot.show()
        plot.setXRange(steps.first + 20, steps.first + 110, padding=0)
        return plot

    long, short, curve = ours(3650, 3400), ours(120, 90), bare()
    app.processEvents()
    box = curve.getViewBox()
    all_of = {
        "long": lambda: [median(found := frames(long.plot.pan, count)), max(found)],
        "ours": lambda: [median(frames(short.plot.pan, count))],
        "bare": lambda: [median(frames(lambda by: box.translateBy(x=by * 90), count))],
    }
    found = rounds(all_of, 15)
    worst = max(numbers[1] for numbers in found["long"])
    print("panning at 1200 x 700, medians of 15:")
    one = middle(found, "long", 0)
    print(
        f"  3,650 days, a frame         {one:7.1f} ms = {1000 / one:.0f} fps; worst {worst:.1f} ms"
    )
    print(f"  90 days, a frame            {middle(found, 'ours', 0):7.1f} ms")
    print(f"  PlotCurveItem, 90 days      {middle(found, 'bare', 0):7.1f} ms", end="")
    print(f"  = {ratio(found, 'ours', 'bare', 0):.2f} x")


def main(words: list[str]) -> None:
    """Measure diaries of the years named (10 if none is) and panning."""
    panning(20)
    for years in [int(word) for word in words] or [10]:
        openings(years, 15)


if __name__ == "__main__":
    main(sys.argv[1:])
