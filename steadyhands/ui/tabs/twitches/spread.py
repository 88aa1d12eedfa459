"""How the tab's three cards lie: the chips beside the rest where there is room, else between."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from steadyhands.ui.theme import current_look


class Spread(QWidget):
    """Hands over timeline with the panel beside both; or hands, panel, timeline in a row down."""

    def __init__(self, hands: QWidget, panel: QWidget, timeline: QWidget, least: int) -> None:
        super().__init__()
        self._parts = (hands, panel, timeline)
        self._least = least
        self._is_wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_look().px(16))
        self._arrange(True)

    def is_wide(self) -> bool:
        """Return whether the panel lies beside the hands."""
        return bool(self._is_wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits the new width."""
        super().resizeEvent(event)
        self._arrange(event.size().width() >= self._least)

    def _arrange(self, wide: bool) -> None:
        if wide == self._is_wide:
            return
        self._is_wide = wide
        hands, panel, timeline = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(hands, 0, 0)
        if wide:
            self._grid.addWidget(panel, 0, 1, 2, 1)
            self._grid.addWidget(timeline, 1, 0)
        else:
            self._grid.addWidget(panel, 1, 0)
            self._grid.addWidget(timeline, 2, 0)
        self._grid.setColumnStretch(0, 60)
        self._grid.setColumnStretch(1, 40 if wide else 0)
        self._grid.setRowStretch(0, 1)
        self.updateGeometry()
