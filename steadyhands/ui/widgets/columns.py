"""Cards side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look


class Columns(QWidget):
    """Stacks its parts when a column would be narrower than `least` px (at 100 % text)."""

    def __init__(self, least: int = 320, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_look().px(16))

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Add a part; `stretch` is its share of the width when side by side."""
        self._row.addWidget(widget, stretch)

    def is_stacked(self) -> bool:
        """Return whether the parts now lie one under the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that fits the new width."""
        super().resizeEvent(event)
        count = self._row.count()
        needed = count * current_look().px(self._least) + (count - 1) * self._row.spacing()
        stacked = event.size().width() < needed
        if stacked != self.is_stacked():
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._row.setDirection(down if stacked else across)
            self.updateGeometry()


def column(*parts: QWidget) -> QWidget:
    """Return parts one under the other, at the top, as one part of `Columns`."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(current_look().px(16))
    for part in parts:
        lines.addWidget(part)
    lines.addStretch(1)
    return made
