"""What was done, and how the hands feel now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.tabs.exercises.presenter import WORSE, Finish
from steadyhands.ui.tabs.exercises.ring import CountRing
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_WIDE = 560


class FinishView(QWidget):
    """Nothing here needs an answer."""

    felt_chosen = Signal(str)
    again_asked = Signal()
    others_asked = Signal()

    def __init__(self, guard: ClickGuard) -> None:
        super().__init__()
        look = current_look()
        self._title, self._name = label("", "heading"), label("", "muted")
        self._done, self._note = label("", "figure"), label("")
        self._ring = CountRing()
        self._felt = ChipRow(
            self.tr("How do your hands feel now? Only if you want to say."),
            wording.felt_names(),
            guard=guard,
        )
        self._felt.chosen.connect(self.felt_chosen)
        self.again = GuardedButton(self.tr("Again"), "primary", guard)
        self.again.pressed_once.connect(self.again_asked)
        self.others = GuardedButton(self.tr("Back to the routines"), "secondary", guard)
        self.others.pressed_once.connect(self.others_asked)
        column = QWidget()
        column.setMaximumWidth(look.px(_WIDE))
        self._fill(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 8)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)

    def _fill(self, column: QWidget) -> None:
        look = current_look()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(14))
        head = QHBoxLayout()
        head.setSpacing(look.px(24))
        head.addWidget(self._ring)
        texts = QVBoxLayout()
        texts.setSpacing(look.px(6))
        texts.addStretch(1)
        for part in (self._title, self._name, self._done):
            texts.addWidget(part)
        texts.addStretch(1)
        head.addLayout(texts, 1)
        box.addLayout(head)
        box.addWidget(self._note)
        box.addWidget(self._felt)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.again)
        flow.addWidget(self.others)
        box.addSpacing(look.px(4))
        box.addWidget(buttons)

    def show_finish(self, finish: Finish) -> None:
        """Show what was done."""
        share = min(finish.done_s / finish.length_s, 1.0)
        percent = self.tr("{0} %").format(words.number_text(round(share * 100)))
        self._ring.show_count(share, percent, self.tr("done"), finish.kept is False)
        self._ring.setVisible(finish.kept is not None)
        self._title.setText(self._title_of(finish))
        self._name.setText(finish.name)
        self._done.setText(wording.done_text(finish))
        self._done.setVisible(finish.kept is not None)
        note = self._note_of(finish)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._felt.setVisible(bool(finish.kept))
        self._felt.select(*filter(None, [finish.felt]))

    def _title_of(self, finish: Finish) -> str:
        if finish.hurt:
            return self.tr("Stopped")
        if finish.kept is None:
            return self.tr("Ended")
        return self.tr("Done") if finish.is_whole else self.tr("Done so far")

    def _note_of(self, finish: Finish) -> str:
        if finish.hurt:
            return self.tr(
                "It is written down. Let the hand rest; if it still hurts after half an hour, "
                "do less next time."
            )
        if finish.kept is None:
            return self.tr("No pose was held yet, so nothing is written down.")
        if not finish.kept:
            return self.tr("Taken back: the diary does not have it.")
        if finish.felt == WORSE:
            return self.tr("Make the movements smaller next time, or do fewer of them.")
        return "" if finish.is_whole else self.tr("The part you did is in the diary.")
