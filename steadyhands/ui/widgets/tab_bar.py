"""The large tabs under the day's strip, on one line; what finds no room waits under "More"."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Tab(GuardedButton):
    """One tab; arrows ask for its neighbour."""

    asked = Signal(int)  # steps from here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bar by keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.asked.emit(-step if self.isRightToLeft() else step)
        else:
            super().keyPressEvent(event)


class _MoreList(QFrame):
    """The tabs that found no room, one below the other; closes when one is chosen."""

    chosen = Signal(str)

    def __init__(self, tabs: list[tuple[str, str]], guard: ClickGuard, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "menu")
        look = current_look()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*[look.px(8)] * 4)
        lines.setSpacing(look.px(8))
        self._rows: list[GuardedButton] = []
        for key, title in tabs:
            row = GuardedButton(title, "tab", guard, self)
            row.pressed_once.connect(lambda key=key: self._choose(key))
            lines.addWidget(row)
            self._rows.append(row)

    def show_under(self, button: QWidget) -> None:
        """Open below a button, aligned to its far edge."""
        self.adjustSize()
        edge = 0 if self.isRightToLeft() else button.width() - self.width()
        self.move(button.mapToGlobal(QPoint(edge, button.height() + current_look().px(4))))
        self.show()
        self._rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, key: str) -> None:
        self.close()
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk up and down; Escape closes."""
        step = _WALK.get(Qt.Key(event.key()))
        rows = [place for place, row in enumerate(self._rows) if row.hasFocus()]
        if step is not None:
            place = (rows[0] + step) % len(self._rows) if rows else 0
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class TabBar(QWidget):
    """Pill tabs chosen by press, arrows, Ctrl+PgUp/PgDn and Ctrl+1 … Ctrl+9.

    The chosen tab is always in sight; those at the end that do not fit stand under "More".
    """

    current_changed = Signal(str)  # the key of the tab now chosen

    def __init__(self, guard: ClickGuard | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard if guard is not None else ClickGuard()
        self._tabs: dict[str, _Tab] = {}
        self._current = ""
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.more = GuardedButton(self.tr("More"), "tab", self._guard, self)
        self.more.pressed_once.connect(self._open_more)
        self._line.addWidget(self.more)
        self._line.addStretch(1)
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
        self._line.insertWidget(len(self._tabs) - 1, tab)
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
        """Return the button of a tab; it is hidden while it stands under "More"."""
        return self._tabs[key]

    def under_more(self) -> list[str]:
        """Return the keys of the tabs that found no room."""
        return [key for key, tab in self._tabs.items() if tab.isHidden()]

    def _show_current(self, key: str) -> None:
        self._current = key
        self._fit()
        for place, (name, tab) in enumerate(self._tabs.items(), 1):
            chosen = name == key
            tab.setChecked(chosen)
            stop = chosen or (place == 1 and not key)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            said = self.tr("{0}, tab {1} of {2}").format(tab.text(), place, len(self._tabs))
            tab.setAccessibleName(self.tr("{0}, selected").format(said) if chosen else said)

    def _fit(self) -> None:
        """Show as many tabs as fit on one line, the chosen one among them."""
        width = self.contentsRect().width()
        for tab in (*self._tabs.values(), self.more):
            tab.ensurePolished()  # its width is not known before it is dressed
        gap = self._line.spacing()
        widths = {key: tab.sizeHint().width() + gap for key, tab in self._tabs.items()}
        fits = sum(widths.values()) - gap <= width
        room = width + gap - (0 if fits else self.more.sizeHint().width() + gap)
        room -= widths.get(self._current, 0)
        for key, tab in self._tabs.items():
            if key != self._current:
                room -= widths[key]
            tab.setVisible(key == self._current or room >= 0)
        self.more.setVisible(not fits)
        self._line.activate()  # a press may come before the layout hears of it
        names = ", ".join(self._tabs[key].text() for key in self.under_more())
        self.more.setAccessibleName(self.tr("More: {0}").format(names))

    def _open_more(self) -> None:
        waiting = [(key, self._tabs[key].text()) for key in self.under_more()]
        if waiting:
            listed = _MoreList(waiting, self._guard, self)
            listed.chosen.connect(self.choose)
            listed.show_under(self.more)

    def _step(self, step: int, focus: bool) -> None:
        keys = list(self._tabs)
        if not keys:
            return
        place = keys.index(self._current) if self._current else -max(step, 0)
        self.choose(keys[(place + step) % len(keys)])
        if focus:
            self._tabs[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of all tabs on one line."""
        hints = [tab.sizeHint() for tab in self._tabs.values()] or [self.more.sizeHint()]
        gaps = self._line.spacing() * (len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max(h.height() for h in hints))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest tab beside "More"."""
        widest = max((tab.sizeHint().width() for tab in self._tabs.values()), default=0)
        more = self.more.sizeHint()
        return QSize(widest + self._line.spacing() + more.width(), self.sizeHint().height())
