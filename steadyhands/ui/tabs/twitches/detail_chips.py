"""The chips that say more about a twitch: six small questions, each answered by one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import Twitch
from steadyhands.ui import words
from steadyhands.ui.tabs.twitches.presenter import AGO_MIN
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard


class DetailChips(QWidget):
    """Shows what is said about one twitch; tells what a press answers, and changes nothing."""

    answered = Signal(str, object)  # a field of Twitch, its new value
    moved = Signal(int)  # happened so many minutes before it was logged

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ChipRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_look().px(8))
        strengths = [(str(n), words.number_text(n)) for n in range(1, 6)]
        rows = (
            ("when", self.tr("How long ago"), self._when_choices()),
            ("doing", self.tr("Doing"), list(words.doing_names().items())),
            ("felt", self.tr("Felt like"), list(words.felt_names().items())),
            ("lasted", self.tr("Lasted"), list(words.lasted_names().items())),
            ("strength", self.tr("Strength, 1 faint to 5 strong"), strengths),
            ("state", self.tr("The hand was"), list(words.state_names().items())),
        )
        for field, caption, choices in rows:
            row = self._rows[field] = ChipRow(caption, choices, guard=guard)
            row.chosen.connect(lambda key, field=field: self._on_chosen(field, key))
            column.addWidget(row)

    def _when_choices(self) -> list[tuple[str, str]]:
        return [("0", self.tr("Now"))] + [(str(n), words.duration_text(n)) for n in AGO_MIN[1:]]

    def _on_chosen(self, field: str, key: str) -> None:
        if field == "when":
            self._rows["when"].select(key or "0")
            self.moved.emit(int(key or 0))
        elif field == "strength":
            self.answered.emit(field, int(key) if key else None)
        else:
            self.answered.emit(field, key)

    def show_twitch(self, twitch: Twitch, ago_min: int) -> None:
        """Show a twitch as it stands, logged `ago_min` minutes after it happened."""
        self._rows["when"].select(str(ago_min))
        for field in ("doing", "felt", "lasted", "state"):
            self._rows[field].select(getattr(twitch, field))
        self._rows["strength"].select(str(twitch.strength or ""))

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        first = self._rows["when"].chips()
        stop = next((chip for chip in first if chip.isChecked()), first[0])
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
