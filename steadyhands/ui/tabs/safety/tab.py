"""The Safety page: when to seek help, from everywhere one press away."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.moment import Moment
from steadyhands.domain.redflags import Spoken
from steadyhands.services.safety import KINDS, SafetyDesk
from steadyhands.ui.acts import Acts
from steadyhands.ui.safety_words import call_text, numbers_text
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.safety.cards import FactsCard, GroupCard, SourcedCard, ToldCard
from steadyhands.ui.tabs.safety.presenter import State, build_state
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage


class SafetyTab(Tab):
    """Shows every sign by urgency; what the diary tells stands above."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({*KINDS, "twitch", "settings"})

    def __init__(
        self,
        *,
        safety: SafetyDesk,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._safety = safety
        self._acts = acts
        self._clock = clock
        self._guard = guard
        self._state: State | None = None
        self._cards: list[SourcedCard] = []
        self.page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        self._told = QVBoxLayout()
        self.sources = GuardedButton(self.tr("Show where this comes from"), "quiet", guard)
        self.sources.setCheckable(True)
        self.sources.pressed_once.connect(self._on_sources)

    def on_minute(self) -> None:
        """Stay as it is: the page does not show the time of day."""

    def refresh(self) -> None:
        """Read what the diary tells and show it."""
        now = self._clock()
        safety = self._safety
        self.show_state(build_state(safety.shipped(), safety.told(now), safety.day(now)))

    def open_at(self, _place: object) -> None:
        """Begin with what the diary tells, where the card above the pages leads to."""
        self.page.verticalScrollBar().setValue(0)
        item = self._told.itemAt(0)
        card = item.widget() if item is not None else None
        if isinstance(card, ToldCard) and card.buttons:
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: State) -> None:
        """Show a state; the list of signs is built once."""
        if self._state is None:
            self._build(state)
        if self._state is None or self._state.told != state.told:
            self._show_told(state)
        self._state = state

    def _build(self, state: State) -> None:
        body = self.page.body
        intro = self.tr(
            "Most twitches are harmless. These signs should be looked at, whatever the charts "
            "show. Nothing here is a diagnosis."
        )
        head = QVBoxLayout()
        head.setSpacing(current_look().px(6))
        for text, role in (
            (self.tr("When to seek help"), "heading"),
            (intro, ""),
            (call_text(), "title"),
            (numbers_text(), "muted"),
        ):
            head.addWidget(label(text, role))
        body.addLayout(self._told)
        body.addLayout(head)
        self._cards = [*(GroupCard(group) for group in state.groups), FactsCard(state.facts)]
        for card in self._cards:
            body.addWidget(card)
        foot = FlowLayout(gap=8)
        foot.addWidget(self.sources)
        body.addLayout(foot)
        body.addStretch(1)

    def _show_told(self, state: State) -> None:
        """Show what fits the diary, in place of what was shown of it."""
        had_focus = self._clear_told()
        if not state.told:
            return
        card = ToldCard(state.told, state.today, self._guard)
        card.read_asked.connect(self._on_read)
        card.show_sources(self.sources.isChecked())
        self._told.addWidget(card)
        if had_focus:
            (card.buttons[0] if card.buttons else self.sources).setFocus()

    def _clear_told(self) -> bool:
        """Take the old card away; return whether the keyboard was in it."""
        item = self._told.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is None:
            return False
        focused = self.window().focusWidget()
        held = focused is not None and gone.isAncestorOf(focused)
        gone.hide()
        gone.deleteLater()
        return held

    def _on_read(self, told: Spoken) -> None:
        now = self._clock()
        self._acts.perform(lambda: self._safety.keep_read([told], now))

    def _on_sources(self) -> None:
        shown = not self.sources.isChecked()
        self.sources.setChecked(shown)
        self.sources.setText(
            self.tr("Hide where this comes from")
            if shown
            else self.tr("Show where this comes from")
        )
        told = self._told.itemAt(0)
        card = told.widget() if told is not None else None
        cards = [*self._cards, *([card] if isinstance(card, SourcedCard) else [])]
        for each in cards:
            each.show_sources(shown)
