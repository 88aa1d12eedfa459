"""Beside the hands: the twitch just logged, and chips to say more about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.twitches.presenter import AGO_MIN, LookBack, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard


class DetailsPanel(Card):
    """Shows one twitch; says which field was answered with what, and changes nothing itself."""

    answered = Signal(str, object)  # a field of Twitch, its new value
    moved = Signal(int)  # happened so many minutes before it was logged
    remove_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(fills=True, parent=parent)
        self._guard = guard
        self._rows: dict[str, ChipRow] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        look = current_look()
        self._name = label("", "title")
        self._saved = label("", "good")
        self._undo = GuardedButton(self.tr("Undo"), "secondary", self._guard)
        top = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(look.px(2))
        names.addWidget(self._name)
        names.addWidget(self._saved)
        top.addLayout(names, 1)
        top.addWidget(self._undo)
        self.body.addLayout(top)
        self._chips = QWidget()
        column = QVBoxLayout(self._chips)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._build_rows(column)
        self.body.addWidget(self._chips)
        self._hint = label("", "muted")
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self._before = label("", "muted")
        self.body.addWidget(self._before)

    def _build_rows(self, column: QVBoxLayout) -> None:
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
            self._rows[field] = ChipRow(caption, choices, guard=self._guard)
            column.addWidget(self._rows[field])

    def _when_choices(self) -> list[tuple[str, str]]:
        return [("0", self.tr("Now"))] + [(str(n), words.duration_text(n)) for n in AGO_MIN[1:]]

    def _connect(self) -> None:
        self._undo.pressed_once.connect(self.remove_asked)
        for field, row in self._rows.items():
            row.chosen.connect(lambda key, field=field: self._on_chosen(field, key))

    def _on_chosen(self, field: str, key: str) -> None:
        if field == "when":
            self._rows["when"].select(key or "0")
            self.moved.emit(int(key or 0))
        elif field == "strength":
            self.answered.emit(field, int(key) if key else None)
        else:
            self.answered.emit(field, key)

    def show_state(self, state: State, ago_min: int) -> None:
        """Show a twitch as it stands, logged `ago_min` minutes after it happened; or none."""
        twitch, entry = state.twitch, state.entry
        has_one = twitch is not None and entry is not None
        for part in (self._chips, self._undo, self._saved):
            part.setVisible(has_one)
        self._hint.setVisible(not has_one)
        if twitch is None or entry is None:
            self._show_none()
            return
        place = words.capital(words.part_name(twitch.side, twitch.part))
        self._name.setText(
            self.tr("{0}, {1}").format(place, words.clock_text(entry.at.local())),
        )
        self._saved.setText(self.tr("Saved"))
        self._undo.setAccessibleName(self.tr("Undo {0}").format(words.entry_text(entry)))
        self._rows["when"].select(str(ago_min))
        for field in ("doing", "felt", "lasted", "state"):
            self._rows[field].select(getattr(twitch, field))
        self._rows["strength"].select(str(twitch.strength or ""))
        self._before.setText(self._before_text(state.look_back, state.units))

    def _show_none(self) -> None:
        self._name.setText(self.tr("Nothing logged yet today"))
        self._hint.setText(
            self.tr(
                "Press a finger when it twitches, or Ctrl+T from anywhere in this window. "
                "It is saved at once; here you can then say what your hand was doing and "
                "how it felt, if you like. You do not need to catch every one."
            )
        )
        self._before.setText("")

    def _before_text(self, back: LookBack | None, units: str) -> str:
        if back is None:
            return ""
        parts = []
        if back.caffeine_min_ago is not None:
            mg, ago = words.mg_text(back.caffeine_mg), words.ago_text(back.caffeine_min_ago)
            parts.append(self.tr("{0} caffeine (last {1})").format(mg, ago))
        if back.water_ml:
            parts.append(self.tr("{0} water").format(words.volume_text(back.water_ml, units)))
        if back.alcohol_g:
            parts.append(self.tr("{0} g alcohol").format(words.number_text(back.alcohol_g)))
        drunk = ", ".join(parts) or self.tr("no drinks logged")
        text = self.tr("In the {0} hours before: {1}.").format(back.hours, drunk)
        if back.sleep_min is not None and back.awake_min is not None:
            slept, awake = map(words.duration_text, (back.sleep_min, back.awake_min))
            text += " " + self.tr("Slept {0}, awake for {1}.").format(slept, awake)
        return text
