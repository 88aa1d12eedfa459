"""What a Qt test may leave behind: windows, running timers, threads and animations."""

from __future__ import annotations

import gc
import sys
import time

from PySide6.QtCore import (
    QAbstractAnimation,
    QCoreApplication,
    QEvent,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer, isValid

_RUNNERS = (QTimer, QThread, QAbstractAnimation)
# Qt makes these for itself and keeps them for the whole process.
_QTS_OWN = {"QTipLabel", "QSystemTrayIconSys", "QSystemTrayWatcher"}
_PATIENCE_MS = 2_000
_UNDISTURBED_S = 1.0


class QtWatch:
    """Remembers what is alive now; `take_leftovers` stops and names what came since and stayed."""

    def __init__(self) -> None:
        self._known = {_address(thing) for thing in _alive()}

    def take_leftovers(self) -> list[str]:
        """Return a line for each thing left behind, after putting it away."""
        pool = QThreadPool.globalInstance()
        lines = [] if pool.waitForDone(_PATIENCE_MS) else ["a task in the global QThreadPool"]
        _delete_what_is_due()
        left = self._new()
        if left:
            # A reference cycle is not a leak, only not collected yet.
            del left
            gc.collect()
            _delete_what_is_due()
            left = self._new()
        lines += [_describe(thing) for thing in left]
        for thing in left:
            _put_away(thing)
        _delete_what_is_due()
        return lines

    def _new(self) -> list[QObject]:
        return [thing for thing in _alive() if _address(thing) not in self._known]


def _alive() -> list[QObject]:
    windows: list[QObject] = [
        window
        for window in QApplication.topLevelWidgets()
        if window.metaObject().className() not in _QTS_OWN
    ]
    main = QThread.currentThread()
    runners = _runners()
    return windows + [t for t in runners if isValid(t) and t is not main and _runs(t)]


def _runners() -> list[QObject]:
    """Return the timers, threads and animations, without another thread having its turn meanwhile.

    `get_objects` also hands out tuples that a worker is just filling; it could not finish them
    while somebody else holds them ("bad argument to internal function").
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_UNDISTURBED_S)
    try:
        time.sleep(0)  # who waits already, waits by the old interval
        # By type, not isinstance: asking a lazy stand-in for its class would wake it.
        return [thing for thing in gc.get_objects() if issubclass(type(thing), _RUNNERS)]
    finally:
        sys.setswitchinterval(usual)


def _runs(thing: QObject) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QThread):
        return thing.isRunning()
    assert isinstance(thing, QAbstractAnimation)
    return thing.state() != QAbstractAnimation.State.Stopped


def _describe(thing: QObject) -> str:
    name = thing.objectName()
    parent = thing.parent()
    of = f" of {type(parent).__name__}" if parent is not None else ""
    verb = "is still there" if isinstance(thing, QWidget) else "is still running"
    return f"{type(thing).__name__}{f' {name!r}' if name else ''}{of} {verb}"


def _put_away(thing: QObject) -> None:
    if not isValid(thing):  # it went with another
        return
    if isinstance(thing, QThread):
        thing.quit()
        thing.wait(_PATIENCE_MS)
    elif isinstance(thing, QWidget):
        thing.close()
        thing.deleteLater()
    else:
        assert isinstance(thing, QTimer | QAbstractAnimation)
        thing.stop()


def _delete_what_is_due() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _address(thing: QObject) -> int:
    return getCppPointer(thing)[0]
