"""An own food or meal in a list, with two buttons beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.food.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class OwnLine(QWidget):
    """Name, a line under it, Change (or Rename) and Remove."""

    def __init__(
        self,
        key: str,
        name: str,
        said: str,
        guard: ClickGuard,
        rename: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(key)
        text, spoken = (
            (tr("Rename"), tr("Rename {0}")) if rename else (tr("Change"), tr("Change {0}"))
        )
        self.change = GuardedButton(text, "quiet", guard)
        self.change.setAccessibleName(spoken.format(name))
        self.remove = GuardedButton(tr("Remove"), "quiet", guard)
        self.remove.setAccessibleName(tr("Remove {0}").format(name))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(words.breakable(name)))
        lines.addWidget(label(words.breakable(said), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_look().px(8))
        row.addLayout(lines, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
