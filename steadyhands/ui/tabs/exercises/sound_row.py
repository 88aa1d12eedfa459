"""Chips for what is heard and how smoothly the hand moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.system.preferences import Preferences
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class SoundRow(QWidget):
    """`chosen` carries the changed fields of the preferences."""

    chosen = Signal(dict)

    def __init__(
        self, preferences: Preferences, can_speak: bool, is_calm: bool, guard: ClickGuard
    ) -> None:
        super().__init__()
        self._sound = preferences.sound
        flow = FlowLayout(self, gap=16)
        names = (
            ("off", self.tr("Off")),
            ("quiet", self.tr("Quiet")),
            ("normal", self.tr("Normal")),
        )
        self._volume = ChipRow(self.tr("Sound"), names, guard=guard)
        self._volume.select(self._sound)
        self._volume.chosen.connect(self._on_volume)
        flow.addWidget(self._volume)
        more = []
        if can_speak:
            more.append(("speak", self.tr("Speak the steps")))
        if not is_calm:
            more.append(("smooth", self.tr("Smoother motion")))
        self._more = ChipRow(self.tr("Also"), more, exclusive=False, guard=guard, parent=self)
        self._more.select(*[key for key, _ in more if getattr(preferences, key)])
        self._more.changed.connect(self._on_more)
        self._more.setVisible(bool(more))
        if more:
            flow.addWidget(self._more)
        self._offered = tuple(key for key, _ in more)

    def _on_volume(self, key: str) -> None:
        self._sound = key or self._sound
        self._volume.select(self._sound)
        self.chosen.emit({"sound": self._sound})

    def _on_more(self, keys: tuple[str, ...]) -> None:
        self.chosen.emit({key: key in keys for key in self._offered})
