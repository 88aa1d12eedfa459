"""Keeps the screen on while something is followed on it, where the system allows."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QProcess

_NAME, _WHY = "SteadyHands", "An exercise is being followed on the screen"
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_WAIT_MS = 300
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class Keeper(Protocol):
    """Can hold the screen awake; does nothing where it cannot."""

    def hold(self) -> None:
        """Keep the screen on from now on."""

    def release(self) -> None:
        """Let it go dark again."""


class Awake:
    """Holds the screen awake once, however often it is asked."""

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper if keeper is not None else keeper_of(sys.platform)
        self._is_held = False

    @property
    def is_held(self) -> bool:
        """Return whether the screen is being kept on."""
        return self._is_held

    def keep(self, wanted: bool) -> None:
        """Keep the screen on, or let it go."""
        if wanted == self._is_held:
            return
        self._is_held = wanted
        if wanted:
            self._keeper.hold()
        else:
            self._keeper.release()


def keeper_of(platform: str) -> Keeper:
    """Return what keeps the screen on here."""
    if platform == "win32":
        return WindowsKeeper()
    return MacKeeper() if platform == "darwin" else BusKeeper()


class BusKeeper:
    """Linux: the desktop's screen saver service, over a connection of our own.

    The service lets go when that connection ends, so nothing is left behind by a crash.
    """

    def __init__(self) -> None:
        self._is_open = False

    def hold(self) -> None:
        """Ask the desktop not to darken the screen."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage
        except ImportError:
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _NAME)
        self._is_open = True
        if bus.isConnected():
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            message.setArguments([_NAME, _WHY])
            bus.send(message)  # the answer, a number, is not needed: nobody waits for it

    def release(self) -> None:
        """End the connection and with it the wish."""
        if self._is_open:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_NAME)
            self._is_open = False


class WindowsKeeper:
    """Windows: the thread's execution state."""

    def hold(self) -> None:
        """Ask for the display."""
        self._set(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """Ask for nothing."""
        self._set(_CONTINUOUS)

    def _set(self, state: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state))


class MacKeeper:
    """macOS: `caffeinate`, which ends with us."""

    def __init__(self) -> None:
        self._process: QProcess | None = None

    def hold(self) -> None:
        """Start it."""
        import os

        self._process = QProcess()
        self._process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])

    def release(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(_WAIT_MS)
            self._process = None
