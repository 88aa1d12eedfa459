"""Beside the hands: the newest twitch in words, and chips to say more about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.entries import Entry, Twitch
from steadyhands.ui import words
from steadyhands.ui.tabs.twitches.earlier import EarlierToday
from steadyhands.ui.tabs.twitches.presenter import State
from steadyhands.ui.tabs.twitches.wording import before_text, said_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.ui.tabs.twitches.detail_chips import DetailChips


class DetailsPanel(Card):
    """Shows one twitch; says which field was answered with what, and changes nothing itself.

    The chips are made when first wanted: after a log here, or on "Say more".
    """

    answered = Signal(str, object)  # a field of Twitch, its new value
    moved = Signal(int)  # happened so many minutes before it was logged
    remove_asked = Signal()
    other_asked = Signal(str)  # the id of another of today's twitches

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(fills=True, parent=parent)
        self._guard = guard
        self._chips: DetailChips | None = None
        self._twitch: Twitch | None = None
        self._ago_min = 0
        self._build()
        self._undo.pressed_once.connect(self.remove_asked)
        self._more.pressed_once.connect(self._on_more)
        self._earlier.chosen.connect(self.other_asked)

    def _build(self) -> None:
        self._name = label("", "title")
        self._saved = label("", "good")
        self._undo = GuardedButton(self.tr("Undo"), "secondary", self._guard)
        top = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(current_look().px(2))
        names.addWidget(self._name)
        names.addWidget(self._saved)
        top.addLayout(names, 1)
        top.addWidget(self._undo)
        self.body.addLayout(top)
        self._said = label("")
        self.body.addWidget(self._said)
        self._more = GuardedButton(self.tr("Say more"), "secondary", self._guard)
        self.body.addWidget(self._more)
        self._hint = label("", "muted")
        self.body.addWidget(self._hint)
        self._before = label("", "muted")
        self.body.addWidget(self._before)
        self._earlier = EarlierToday(self._guard)
        self.body.addWidget(self._earlier)
        self.body.addStretch(1)

    def show_state(self, state: State, ago_min: int) -> None:
        """Show a twitch as it stands, logged `ago_min` minutes after it happened; or none."""
        self._twitch, self._ago_min = state.twitch, ago_min
        for part in (self._undo, self._saved):
            part.setVisible(self._twitch is not None)
        self._hint.setVisible(self._twitch is None)
        if self._twitch is None or state.entry is None:
            self._show_none()
        else:
            self._show_names(self._twitch, state.entry)
        self._before.setText(before_text(state.look_back, state.units))
        self._earlier.show_entries(state.others)
        self._show_details()

    def show_chips(self) -> None:
        """Have the chips there from now on, whichever twitch is shown."""
        if self._chips is None:
            from steadyhands.ui.tabs.twitches.detail_chips import DetailChips

            self._chips = DetailChips(self._guard)
            self._chips.answered.connect(self.answered)
            self._chips.moved.connect(self.moved)
            self.body.insertWidget(self.body.indexOf(self._more), self._chips)
            self._show_details()

    def _on_more(self) -> None:
        self.show_chips()
        if self._chips is not None:
            self._chips.take_focus()

    def _show_details(self) -> None:
        """Show what is said about the twitch: in the chips if they are there, else in words."""
        twitch, chips = self._twitch, self._chips
        if twitch is not None and chips is not None:
            chips.show_twitch(twitch, self._ago_min)
        if chips is not None:
            chips.setVisible(twitch is not None)
        said = said_text(twitch) if twitch is not None and chips is None else ""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._more.setVisible(twitch is not None and chips is None)

    def _show_names(self, twitch: Twitch, entry: Entry) -> None:
        place = words.capital(words.part_name(twitch.side, twitch.part))
        self._name.setText(
            self.tr("{0}, {1}").format(place, words.clock_text(entry.at.local())),
        )
        self._saved.setText(self.tr("Saved"))
        name = words.entry_text(entry)
        self._undo.setAccessibleName(self.tr("Undo {0}").format(name))
        self._more.setAccessibleName(self.tr("Say more about {0}").format(name))

    def _show_none(self) -> None:
        self._name.setText(self.tr("Nothing logged yet today"))
        self._hint.setText(
            self.tr(
                "Press a finger when it twitches, or Ctrl+T from anywhere in this window. "
                "It is saved at once; here you can then say what your hand was doing and "
                "how it felt, if you like. You do not need to catch every one."
            )
        )
