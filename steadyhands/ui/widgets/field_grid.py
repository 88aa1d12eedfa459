"""Fields in as many equal columns as fit, one under the other where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from steadyhands.ui.theme import current_look


class FieldGrid(QWidget):
    """Sets its parts in columns at least `least` px wide (at 100 % text)."""

    def __init__(self, least: int = 160, most: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._parts: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_look().px(8))

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        self._parts.append(part)
        self._arrange(self._columns or 1)

    def columns(self) -> int:
        """Return how many columns there are now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns that fits the new width."""
        super().resizeEvent(event)
        gap = self._grid.spacing()
        fit = (event.size().width() + gap) // (current_look().px(self._least) + gap)
        columns = max(1, min(fit, self._most, len(self._parts)))
        rows = -(-len(self._parts) // columns)
        columns = -(-len(self._parts) // max(1, rows))  # no part alone on a row if it can be
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *divmod(place, columns))
        self.updateGeometry()
