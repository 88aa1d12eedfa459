"""Beats time for something that moves, and only while it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

FPS = 30
FPS_CHOICES = (30, 60)


class FrameClock(QObject):
    """Ticks `fps` times a second while asked to run and its widget is on the screen.

    Hidden, on another tab or with the window minimised no timer runs at all.
    """

    tick = Signal()
    seen_changed = Signal(bool)

    def __init__(self, widget: QWidget, fps: int = FPS) -> None:
        super().__init__(widget)
        self._widget = widget
        self._window: QWidget | None = None
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self.fps = fps
        self._was_seen = False
        widget.installEventFilter(self)

    @property
    def fps(self) -> int:
        """Ticks a second."""
        return self._fps

    @fps.setter
    def fps(self, fps: int) -> None:
        self._fps = fps
        self._timer.setInterval(round(1000 / fps))

    def run(self, wanted: bool) -> None:
        """Ask for ticks, or for none."""
        self._wanted = wanted
        self._renew()

    def is_running(self) -> bool:
        """Return whether ticks come now."""
        return self._timer.isActive()

    def is_seen(self) -> bool:
        """Return whether the widget is on the screen."""
        return self._widget.isVisible() and not self._widget.window().isMinimized()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what can be seen."""
        kind = event.type()
        if watched is self._widget and kind in (QEvent.Type.Show, QEvent.Type.Hide):
            self._watch_window()
            self._renew(kind == QEvent.Type.Show and self.is_seen())
        elif kind == QEvent.Type.WindowStateChange:
            self._renew()
        return False

    def _watch_window(self) -> None:
        window = self._widget.window()
        if window is self._window:
            return
        if self._window is not None and self._window is not self._widget:
            self._window.removeEventFilter(self)
        self._window = window
        if window is not self._widget:
            window.installEventFilter(self)

    def _renew(self, seen: bool | None = None) -> None:
        seen = self.is_seen() if seen is None else seen
        if self._wanted and seen:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
        if seen != self._was_seen:
            self._was_seen = seen
            self.seen_changed.emit(seen)
