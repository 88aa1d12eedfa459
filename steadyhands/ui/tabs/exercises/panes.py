"""A list beside what it chooses; where there is no room for both, one or the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.ui.theme import current_look

_LIST, _DETAIL = 316, 560  # widths at 100 % text


class Panes(QWidget):
    """Side by side in a wide window; in a narrow one `open_detail` says which is seen."""

    narrowed = Signal(bool)

    def __init__(self, listed: QWidget, detail: QWidget, way_back: QWidget) -> None:
        super().__init__()
        self._listed, self._detail, self._way_back = listed, detail, way_back
        self._is_open = False
        self._only_detail = False
        self._was_narrow = False
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(
            0, 0, 0, 0
        )  # each pane keeps its own, so that a page scrolls to the edge
        row.setSpacing(current_look().px(16))
        row.addWidget(listed)
        row.addWidget(detail, 1)
        self._renew()

    def is_narrow(self) -> bool:
        """Return whether there is room for one pane only."""
        look = current_look()
        edges = 2 * look.px(24)
        room = self.width() - edges
        return room < look.px(_LIST) + self._row.spacing() + look.px(_DETAIL)

    def open_detail(self, is_open: bool) -> None:
        """In a narrow window show the detail, or the list."""
        self._is_open = is_open
        self._renew()

    def keep_detail(self, only: bool) -> None:
        """While something plays, a narrow window shows nothing else."""
        self._only_detail = only
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what fits the new width."""
        super().resizeEvent(event)
        self._renew()

    def _renew(self) -> None:
        narrow = self.is_narrow()
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self.narrowed.emit(narrow)
        look = current_look()
        shows_detail = not narrow or self._is_open or self._only_detail
        self._listed.setVisible(not narrow or not shows_detail)
        if narrow:
            self._listed.setMinimumWidth(0)
            self._listed.setMaximumWidth(16_777_215)
        else:
            self._listed.setFixedWidth(look.px(24 + _LIST))
        self._detail.setVisible(shows_detail)
        self._way_back.setVisible(narrow and self._is_open and not self._only_detail)
