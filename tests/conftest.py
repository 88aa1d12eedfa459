"""What every test lives by: no screen, no home of anybody's, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

# Before anything imports Qt. Say QT_QPA_PLATFORM=xcb to see the tests run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOME = pytest.StashKey[Path]()
_FAILED = pytest.StashKey[bool]()
_THREAD_PATIENCE_S = 2.0


def pytest_configure(config: pytest.Config) -> None:
    home = Path(tempfile.mkdtemp(prefix="steadyhands-tests-"))
    config.stash[_HOME] = home
    _move_into(home)
    config.addinivalue_line(
        "markers",
        "expects_log(pattern): the test causes a log of WARNING or above that matches; "
        "any other fails it, and so does this one staying away",
    )
    # Qt's offscreen platform says so for every window; it means nothing.
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support propagateSizeHints\(\)")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_collection_finish() -> None:
    # What is loaded by now stays; tests/leaks.py need not walk through it after every test.
    gc.collect()
    gc.freeze()


def _move_into(home: Path) -> None:
    """Point this process and its children away from the real diary and settings."""
    folders = {
        "HOME": ".",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "USERPROFILE": ".",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }
    for variable, folder in folders.items():
        path = (home / folder).resolve()
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[variable] = str(path)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


class _Heard(logging.Handler):
    """Keeps the messages of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def only_expected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test when the program warns of something the test did not foresee."""
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if request.node.stash.get(_FAILED, False):
        return
    stray = [line for line in heard.lines if not any(re.search(e, line) for e in expected)]
    absent = [e for e in expected if not any(re.search(e, line) for line in heard.lines)]
    lines = [f"Not expected in the log: {line}" for line in stray]
    lines += [f"Expected in the log, but absent: {e}" for e in absent]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, or in Qt a window, timer, thread or animation."""
    before = set(threading.enumerate())
    watch = None
    if "qapp" in request.fixturenames:
        request.getfixturevalue("qapp")
        from tests.leaks import QtWatch

        watch = QtWatch()
    yield
    left = [*_threads_since(before), *(watch.take_leftovers() if watch else [])]
    # A failed test's traceback keeps alive what it held; that failure says enough.
    if left and not request.node.stash.get(_FAILED, False):
        pytest.fail("Left behind by this test: " + "; ".join(left) + ".", pytrace=False)


def _threads_since(before: set[threading.Thread]) -> list[str]:
    new = [t for t in threading.enumerate() if t not in before and not t.daemon]
    for thread in new:
        thread.join(_THREAD_PATIENCE_S)
    return [f"thread {thread.name!r} is still running" for thread in new if thread.is_alive()]
