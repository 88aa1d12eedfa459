"""What was noticed: the hand's symptoms, where they were, and the rarer ones on demand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.details import BODY_SYMPTOMS, HAND_SYMPTOMS, NOTICED_ON
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import symptom_names


class SymptomChips(QWidget):
    """Any that fit. The side is asked once the hand has a symptom; the rest waits under More."""

    changed = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = _row(
            self.tr("Noticed in the hand or arm today (any that fit)"), HAND_SYMPTOMS, guard
        )
        self.side = ChipRow(
            self.tr("Where was it?"), _named(NOTICED_ON), exclusive=True, guard=guard
        )
        self.body = _row(self.tr("Anything else today?"), BODY_SYMPTOMS, guard)
        self.more = GuardedButton(self.tr("Something else noticed…"), "quiet", guard)
        self._build()
        for row in (self.hand, self.side, self.body):
            row.changed.connect(self._on_changed)
        self.more.pressed_once.connect(self._on_more)

    def _build(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(current_look().px(10))
        foot = FlowLayout(gap=8)
        foot.addWidget(self.more)
        for row in (self.hand, self.side, self.body):
            lines.addWidget(row)
        lines.addLayout(foot)
        self._show_rows(False)

    def keys(self) -> tuple[str, ...]:
        """Return what is chosen; a side only beside a symptom of the hand."""
        hand = self.hand.keys()
        return (*hand, *self.body.keys(), *(self.side.keys() if hand else ()))

    def select(self, chosen: Iterable[str]) -> None:
        """Show what was chosen, without any signal."""
        keys = tuple(chosen)
        for row in (self.hand, self.side, self.body):
            row.select(*keys)
        self._show_rows(bool(self.body.keys()))

    def _on_changed(self) -> None:
        self._show_rows(not self.body.isHidden())
        self.changed.emit()

    def _on_more(self) -> None:
        self._show_rows(True)
        self.body.chips()[0].setFocus()

    def _show_rows(self, more: bool) -> None:
        self.side.setVisible(bool(self.hand.keys()))
        self.body.setVisible(more)
        self.more.setVisible(not more)


def _row(caption: str, keys: Iterable[str], guard: ClickGuard) -> ChipRow:
    return ChipRow(caption, _named(keys), exclusive=False, guard=guard)


def _named(keys: Iterable[str]) -> list[tuple[str, str]]:
    names = symptom_names()
    return [(key, names[key]) for key in keys]
