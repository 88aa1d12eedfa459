"""What the measurements of the window stand on: a screen, a home, and a long diary."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
SIZE = "1280, 880"  # the window's own; the bare window is as large

# Runs in the measured process, in ours and in the bare window alike: `at_rest` is called when
# the main window has been painted and the event loop is about to wait.
PROBE = """
import sys, time
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Probe(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = True
            watched.removeEventFilter(self)
        return False
def watched_exec(*_):
    probe = Probe()
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    windows[0].installEventFilter(probe)
    dispatcher = QAbstractEventDispatcher.instance()
    def blocking():
        if probe.painted:
            dispatcher.aboutToBlock.disconnect(blocking)
            at_rest(windows[0])
    dispatcher.aboutToBlock.connect(blocking)
    return run()
run, QApplication.exec = QApplication.exec, watched_exec
"""
BARE = f"""
app = QApplication(["bare"])
from PySide6.QtWidgets import QLabel
window = QLabel("A bare window")
window.resize({SIZE})
window.show()
app.exec()
"""
OURS = """
from steadyhands.app import main
main([])
"""


@contextmanager
def stage(years: int = 10) -> Iterator[dict[str, str]]:
    """Yield an environment with a screen, a session bus, an empty home and a diary so old."""
    with tempfile.TemporaryDirectory(prefix="steadyhands-bench-") as folder, screen() as display:
        diary = f"{folder}/diary/diary.sqlite"
        Path(diary).parent.mkdir(mode=0o700)
        shutil.copy(old_diary(years), diary)
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env |= {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": folder,
            "XDG_RUNTIME_DIR": folder,
            "STEADYHANDS_DIARY": diary,
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "PYTHONPATH": str(ROOT),
        }
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            env.pop(f"XDG_{name}_HOME", None)
        with session_bus(env):
            yield env


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a virtual screen that nobody else uses."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1400x1000x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def session_bus(env: dict[str, str]) -> Iterator[None]:
    """Give `env` a session bus: without one every start of Qt forks `dbus-launch`."""
    if not shutil.which("dbus-daemon"):
        yield
        return
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    bus = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env
    )
    assert bus.stdout is not None
    env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    try:
        yield
    finally:
        bus.terminate()
        bus.wait()


def old_diary(years: int) -> Path:
    """Return a diary that ends today, made once a day and kept in the temporary folder.

    Its person has answered the first start's questions.
    """
    path = (
        Path(tempfile.gettempdir()) / f"steadyhands-bench-{years}y-{time.strftime('%Y%m%d')}.sqlite"
    )
    if not path.exists():
        print(f"Making a diary of {years} years ...", flush=True)
        part = path.with_suffix(".part")
        from tests.bench.diary_maker import make_diary

        make_diary(str(part), years, last=date.today())
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("INSERT INTO setting VALUES ('welcomed', 'true')")
        part.rename(path)
    return path


def measured(script: str, env: Mapping[str, str], at_rest: str) -> list[float]:
    """Run a window in a process of its own and return the numbers that `at_rest` printed.

    `began` is when the process was asked for, on the clock `time.perf_counter` reads.
    """
    body = "\n    ".join(at_rest.strip().splitlines())
    code = f"{PROBE}\ndef at_rest(window):\n    {body}\n{script}"
    command = [sys.executable, "-c", f"began = {time.perf_counter()!r}\n{code}"]
    done = subprocess.run(command, env=env, cwd=env["HOME"], capture_output=True, text=True)
    try:
        return [float(number) for number in done.stdout.split()]
    except ValueError:
        raise SystemExit(f"{done.stdout}{done.stderr}") from None


Numbers = dict[str, list[list[float]]]


def rounds(variants: Mapping[str, Callable[[], list[float]]], count: int) -> Numbers:
    """Call each variant in turn, `count` times round; the first round warms up, uncounted."""
    found: Numbers = {name: [] for name in variants}
    for number in range(count + 1):
        for name, once in variants.items():
            numbers = once()
            if number:
                found[name].append(numbers)
    return found


def ratio(found: Numbers, name: str, base: str, which: int) -> float:
    """Return the median over the rounds of one variant's number against the base's."""
    pairs = zip(found[name], found[base], strict=True)
    return median(ours[which] / bare[which] for ours, bare in pairs)


def middle(found: Numbers, name: str, which: int) -> float:
    """Return the median of a variant's number."""
    return median(numbers[which] for numbers in found[name])
