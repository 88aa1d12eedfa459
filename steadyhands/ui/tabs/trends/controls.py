"""Which days the charts show: ranges to choose, and buttons to go earlier, later, nearer, wider."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.trends import wording
from steadyhands.ui.tabs.trends.presenter import USUAL_RANGE, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class Controls(QWidget):
    """Above the charts: the range, the moves, the days shown, and some sentences."""

    range_chosen = Signal(str)
    moved = Signal(int)  # -1 earlier, 1 later
    zoomed = Signal(int)  # 1 nearer, -1 wider

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = ChipRow("", wording.range_names(), guard=guard)
        self.ranges.select(USUAL_RANGE)
        self.ranges.setAccessibleName(self.tr("Days shown"))
        self.earlier = GuardedButton("‹", "round", guard)
        self.later = GuardedButton("›", "round", guard)
        self.nearer = GuardedButton("+", "round", guard)
        self.wider = GuardedButton("−", "round", guard)
        self.earlier.setAccessibleName(self.tr("Earlier days"))
        self.later.setAccessibleName(self.tr("Later days"))
        self.nearer.setAccessibleName(self.tr("Fewer days, larger"))
        self.wider.setAccessibleName(self.tr("More days, smaller"))
        self.span = label("", "muted", wrap=False)
        self.sentences = label("", "")
        self._build()
        self.ranges.chosen.connect(self._on_range)
        self.earlier.pressed_once.connect(lambda: self.moved.emit(-1))
        self.later.pressed_once.connect(lambda: self.moved.emit(1))
        self.nearer.pressed_once.connect(lambda: self.zoomed.emit(1))
        self.wider.pressed_once.connect(lambda: self.zoomed.emit(-1))

    def _build(self) -> None:
        look = current_look()
        for button in (self.earlier, self.later, self.nearer, self.wider):
            button.setToolTip(button.accessibleName())
        row = FlowLayout(gap=8)
        for part in (self.ranges, self.earlier, self.later, self.wider, self.nearer):
            row.addWidget(part)
        self.span.setMinimumHeight(look.target)
        row.addWidget(self.span)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addLayout(row)
        outer.addWidget(self.sentences)

    def show_state(self, state: State) -> None:
        """Show the days and what they come to."""
        self.ranges.select(state.range)
        self.span.setText(wording.span_words(state.span))
        self.sentences.setText(wording.sentences(state))
        self.later.setEnabled(state.can_go_later)
        self.earlier.setEnabled(state.can_go_earlier)

    def _on_range(self, key: str) -> None:
        if not key:  # pressed again: the choice stays
            chosen = self.ranges.sender()
            key = getattr(chosen, "key", "") or ""
        self.range_chosen.emit(key)
