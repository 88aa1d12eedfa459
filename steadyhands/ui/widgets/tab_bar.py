"""The large tabs under the day's strip; they wrap, so that none is ever out of sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Tab(GuardedButton):
    """One tab; arrows ask for its neighbour, Home and End for the first and last."""

    asked = Signal(int)  # steps from here; a large one means the end of the bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bar by keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.asked.emit(-step if self.isRightToLeft() else step)
        else:
            super().keyPressEvent(event)


class TabBar(QWidget):
    """Pill tabs chosen by press, arrows, Ctrl+PgUp/PgDn and Ctrl+1 … Ctrl+9."""

    current_changed = Signal(str)  # the key of the tab now chosen

    def __init__(self, guard: ClickGuard | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard if guard is not None else ClickGuard()
        self._tabs: dict[str, _Tab] = {}
        self._current = ""
        self._flow = FlowLayout(self, gap=8)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._step(step, focus=False))

    def add_tab(self, key: str, text: str) -> None:
        """Add a tab at the end; the first one added is chosen, without a signal."""
        tab = _Tab(text, "tab", self._guard, self)
        tab.setCheckable(True)
        tab.setAutoExclusive(False)
        place = len(self._tabs) + 1
        if place <= 9:
            keys = QKeySequence(f"Ctrl+{place}")
            tab.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(keys, self).activated.connect(lambda: self.choose(key))
        self._tabs[key] = tab
        self._flow.addWidget(tab)
        tab.pressed_once.connect(lambda: self.choose(key))
        tab.asked.connect(lambda step: self._step(step, focus=True))
        self._show_current(self._current or key)

    def current(self) -> str:
        """Return the key of the chosen tab, "" when there are none."""
        return self._current

    def choose(self, key: str) -> None:
        """Choose a tab; says so when it was another."""
        if key != self._current and key in self._tabs:
            self._show_current(key)
            self.current_changed.emit(key)

    def clear_choice(self) -> None:
        """Show no tab as chosen, while a page that has none is open."""
        self._show_current("")

    def tab(self, key: str) -> GuardedButton:
        """Return the button of a tab."""
        return self._tabs[key]

    def _show_current(self, key: str) -> None:
        self._current = key
        for place, (name, tab) in enumerate(self._tabs.items(), 1):
            chosen = name == key
            tab.setChecked(chosen)
            stop = chosen or (place == 1 and not key)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            said = self.tr("{0}, tab {1} of {2}").format(tab.text(), place, len(self._tabs))
            tab.setAccessibleName(self.tr("{0}, selected").format(said) if chosen else said)

    def _step(self, step: int, focus: bool) -> None:
        keys = list(self._tabs)
        if not keys:
            return
        place = keys.index(self._current) if self._current else -max(step, 0)
        self.choose(keys[(place + step) % len(keys)])
        if focus:
            self._tabs[self._current].setFocus(Qt.FocusReason.TabFocusReason)
