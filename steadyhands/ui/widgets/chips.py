"""A row of chips: small questions answered by one press."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Chip(GuardedButton):
    """One answer; remembers the `key` it stands for."""

    stepped = Signal(int)  # arrow key: -1 back, 1 on
    focused = Signal()

    def __init__(self, key: str, text: str, guard: ClickGuard, parent: QWidget) -> None:
        super().__init__(text, "chip", guard, parent)
        self.key = key
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows walk along the row."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.isRightToLeft():
            step = -step
        self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the row, which has one stop for the Tab key."""
        super().focusInEvent(event)
        self.focused.emit()


class ChipRow(QWidget):
    """Chips under a caption; one may be chosen, or several when not `exclusive`.

    Pressing a chosen chip takes the choice back. The row is one stop for Tab; arrows walk in it.
    """

    chosen = Signal(str)  # one answer only: the key, "" when taken back
    changed = Signal(tuple)  # every key now chosen, in the row's order

    def __init__(
        self,
        caption: str,
        choices: Iterable[tuple[str, str]] = (),
        exclusive: bool = True,
        guard: ClickGuard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        self._exclusive = exclusive
        self._guard = guard if guard is not None else ClickGuard()
        self._chips: list[Chip] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(4))
        self._label = label(caption, "caption")
        outer.addWidget(self._label)
        if not caption:
            self._label.hide()
        self._flow = FlowLayout(gap=8)
        outer.addLayout(self._flow)
        outer.addStretch(1)
        self.setAccessibleName(caption)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Replace the chips by `(key, text)` pairs; nothing is chosen."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(key, text, self._guard, self) for key, text in choices]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.pressed_once.connect(lambda chip=chip: self._on_pressed(chip))
            chip.stepped.connect(lambda step, chip=chip: self._on_stepped(chip, step))
            chip.focused.connect(lambda chip=chip: self._give_tab_stop(chip))
        self._show_marks()

    def keys(self) -> tuple[str, ...]:
        """Return the keys now chosen, in the row's order."""
        return tuple(chip.key for chip in self._chips if chip.isChecked())

    def select(self, *keys: str) -> None:
        """Show `keys` as chosen, without any signal."""
        for chip in self._chips:
            chip.setChecked(chip.key in keys)
        self._show_marks()

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips in order."""
        return tuple(self._chips)

    def _on_pressed(self, chip: Chip) -> None:
        on = not chip.isChecked()
        if self._exclusive:
            for other in self._chips:
                other.setChecked(False)
        chip.setChecked(on)
        self._show_marks()
        if self._exclusive:
            self.chosen.emit(chip.key if on else "")
        self.changed.emit(self.keys())

    def _on_stepped(self, chip: Chip, step: int) -> None:
        place = (self._chips.index(chip) + step) % len(self._chips)
        self._chips[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_marks(self) -> None:
        for chip in self._chips:
            said = f"{self._caption}: {chip.text()}" if self._caption else chip.text()
            if chip.isChecked():
                said = self.tr("{0}, selected").format(said)
            chip.setAccessibleName(said)
        stop = next((chip for chip in self._chips if chip.isChecked()), None)
        if stop is None and self._chips:
            stop = self._chips[0]
        if stop is not None and not any(chip.hasFocus() for chip in self._chips):
            self._give_tab_stop(stop)

    def _give_tab_stop(self, stop: Chip) -> None:
        for chip in self._chips:
            policy = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
