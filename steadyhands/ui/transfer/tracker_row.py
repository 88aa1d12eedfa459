"""One tracker of another program, and what it becomes here, changed by chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.hand import PARTS, UNSURE
from steadyhands.exchange import targets
from steadyhands.exchange.format import Subject
from steadyhands.ui import words
from steadyhands.ui.theme import current_look
from steadyhands.ui.transfer import wording
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard


class TargetChips(QWidget):
    """Chips for what something becomes: first the kind of thing, then which one."""

    chosen = Signal(str)

    def __init__(
        self,
        caption: str,
        target: str,
        presets: Sequence[DrinkPreset],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presets = presets
        self._target = target
        self.kind = ChipRow(caption, wording.target_names().items(), guard=guard)
        self.which = ChipRow(self.tr("Which"), guard=guard)
        self.side = ChipRow(self.tr("Hand"), self._sides(), guard=guard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(8))
        for row in (self.kind, self.side, self.which):
            outer.addWidget(row)
        self.kind.chosen.connect(self._on_kind)
        self.which.chosen.connect(self._on_which)
        self.side.chosen.connect(self._on_side)
        self.show_target(target)

    def _sides(self) -> list[tuple[str, str]]:
        return [
            ("left", self.tr("Left")),
            ("right", self.tr("Right")),
            (UNSURE, self.tr("Not sure which")),
        ]

    def show_target(self, target: str) -> None:
        """Show a target as chosen."""
        self._target = target
        first, _, rest = target.partition(":")
        side, _, part = rest.partition(":")
        choices = self._choices(first)
        if tuple(key for key, _ in choices) != tuple(chip.key for chip in self.which.chips()):
            self.which.set_choices(choices)
        self.kind.select(first)
        self.side.setVisible(first == targets.TWITCH)
        self.side.select(side or UNSURE)
        self.which.setVisible(bool(choices))
        self.which.select(part or UNSURE if first == targets.TWITCH else rest)

    def _choices(self, first: str) -> list[tuple[str, str]]:
        if first == targets.TWITCH:
            named = [(part, words.capital(words.part_name("", part))) for part in PARTS]
            return [(part, text) for part, text in named if part != UNSURE] + [
                (UNSURE, self.tr("Not sure where"))
            ]
        if first == "drink":
            return [(preset.id, preset.name) for preset in self._presets]
        if first == "supplement":
            return list(wording.nutrient_names().items())
        if first == "symptom":
            return list(wording.symptom_names().items())
        return []

    def _on_kind(self, key: str) -> None:
        """Take the first of its kind at once; which one is then changed."""
        if not key:
            self.show_target(self._target)
            return
        choices = self._choices(key)
        rest = f":{choices[0][0]}" if choices and key != targets.TWITCH else ""
        self._choose(key + rest)

    def _on_which(self, key: str) -> None:
        first, _, rest = self._target.partition(":")
        if first == targets.TWITCH:
            side = rest.partition(":")[0] or UNSURE
            self._choose(_twitch(side, key or UNSURE))
        elif key:
            self._choose(f"{first}:{key}")
        else:
            self.show_target(self._target)

    def _on_side(self, key: str) -> None:
        part = self._target.partition(":")[2].partition(":")[2] or UNSURE
        self._choose(_twitch(key or UNSURE, part))

    def _choose(self, target: str) -> None:
        self.show_target(target)
        self.chosen.emit(target)


def _twitch(side: str, part: str) -> str:
    if side == part == UNSURE:
        return targets.TWITCH
    return f"{targets.TWITCH}:{side}:{part}"


class TrackerRow(QWidget):
    """Its name, an example, what it becomes, and Change, which opens the chips."""

    chosen = Signal(str, str)  # key, target
    opened = Signal(str)

    def __init__(
        self,
        subject: Subject,
        presets: Sequence[DrinkPreset],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = current_look()
        self.subject, self._presets, self._guard = subject, presets, guard
        self._chips: TargetChips | None = None
        name = label(words.breakable(subject.name), "name")
        name.setTextFormat(Qt.TextFormat.PlainText)
        becomes = wording.target_text(subject.becomes, presets)
        example = self.tr(", such as {0}").format(subject.example) if subject.example else ""
        line = label(words.breakable(self.tr("→ {0}{1}").format(becomes, example)), "muted")
        line.setTextFormat(Qt.TextFormat.PlainText)
        self.change = GuardedButton(self.tr("Change"), "quiet", guard)
        self.change.setAccessibleName(self.tr("Change what “{0}” becomes").format(subject.name))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(name)
        said.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addLayout(said, 1)
        row.addWidget(self.change)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(look.px(8))
        self._outer.addLayout(row)
        self.change.pressed_once.connect(self._on_change)

    def open(self) -> None:
        """Show the chips."""
        if self._chips is not None:
            return
        caption = self.tr("“{0}” becomes").format(self.subject.name)
        self._chips = TargetChips(caption, self.subject.becomes, self._presets, self._guard)
        self._chips.chosen.connect(lambda target: self.chosen.emit(self.subject.key, target))
        self._outer.addWidget(self._chips)
        self.change.setText(self.tr("Close"))

    def close_chips(self) -> None:
        """Take the chips away."""
        if self._chips is not None:
            self._outer.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
            self.change.setText(self.tr("Change"))

    def _on_change(self) -> None:
        if self._chips is None:
            self.open()
            self.opened.emit(self.subject.key)
        else:
            self.close_chips()
            self.opened.emit("")
