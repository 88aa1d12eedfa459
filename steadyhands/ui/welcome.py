"""The first start: two questions, both of which may be skipped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.services.choices import Choices
from steadyhands.ui import words
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage

GLASSES_ML = (150, 200, 250, 330, 500)


class Welcome(QWidget):
    """Asks which hand and which glass; `answered` carries what was chosen, maybe nothing."""

    answered = Signal(dict)

    def __init__(self, guard: ClickGuard, units: str = "auto") -> None:
        super().__init__()
        defaults = Choices()
        self._hand = ChipRow(
            self.tr("Which hand do you use most?"),
            [("left", self.tr("Left")), ("right", self.tr("Right"))],
            guard=guard,
        )
        self._hand.select(defaults.hand)
        self._glass = ChipRow(
            self.tr("How much does your usual glass hold?"),
            [(str(ml), words.volume_text(ml, units)) for ml in GLASSES_ML],
            guard=guard,
        )
        self._glass.select(str(defaults.glass_ml))
        page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        middle = QHBoxLayout()  # an aligned card would not be given the height its text needs
        middle.addStretch(1)
        middle.addWidget(self._card(guard), 1000)
        middle.addStretch(1)
        page.body.addStretch(1)
        page.body.addLayout(middle)
        page.body.addStretch(2)

    def _card(self, guard: ClickGuard) -> Card:
        look = current_look()
        card = Card()
        card.setMaximumWidth(look.px(680))
        card.body.setSpacing(look.px(14))
        card.body.addWidget(label(self.tr("A quiet diary for twitching fingers"), "heading"))
        promise = self.tr(
            "One press saves a twitch. Water, caffeine and sleep stand beside it, so that "
            "after some weeks you can see what goes with what. Everything stays on this "
            "computer, and nothing here is a diagnosis."
        )
        card.body.addWidget(label(promise))
        card.body.addWidget(self._hand)
        card.body.addWidget(self._glass)
        card.body.addLayout(self._buttons(guard))
        return card

    def _buttons(self, guard: ClickGuard) -> QHBoxLayout:
        row = QHBoxLayout()
        self.start = GuardedButton(self.tr("Start"), "primary", guard)
        self.skip = GuardedButton(self.tr("Skip"), "quiet", guard)
        self.start.pressed_once.connect(self._on_start)
        self.setFocusProxy(self.start)  # Enter begins, and logs no twitch
        self.skip.pressed_once.connect(lambda: self.answered.emit({}))
        row.addWidget(self.start)
        row.addWidget(self.skip)
        row.addStretch(1)
        return row

    def _on_start(self) -> None:
        hands, glasses = self._hand.keys(), self._glass.keys()
        chosen: dict[str, object] = {"hand": hands[0]} if hands else {}
        if glasses:
            chosen["glass_ml"] = int(glasses[0])
        self.answered.emit(chosen)
