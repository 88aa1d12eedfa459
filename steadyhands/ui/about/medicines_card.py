"""Medicines that matter, each with its reason once chosen; others in one's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.medicines import GROUPS, Medicine
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import OTHER_MEDICINES_MOST, Profile
from steadyhands.ui.about import wording
from steadyhands.ui.about.lines import Lines
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard


class MedicinesCard(Card):
    """Chips in groups of one reason; nothing here blames a medicine or says to stop one."""

    said = Signal(dict)

    def __init__(
        self, medicines: Sequence[Medicine], guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        about = self.tr("Only those that matter here. Please never stop one on your own.")
        super().__init__(self.tr("Medicines"), about, parent=parent)
        self._medicines = tuple(medicines)
        self.groups = [self._row(group, guard) for group in GROUPS]
        self.reasons = Lines()
        self.others = AmountField(
            self.tr("Other medicines"), _read_others, self.tr("for your own record")
        )
        self.others.setMaximumWidth(current_look().px(720))
        self.others.edit.setMaxLength(OTHER_MEDICINES_MOST)
        changed = [("yes", self.tr("A medicine changed in the last 8 weeks"))]
        self.changed = ChipRow("", changed, exclusive=False, guard=guard)
        for part in (*self.groups, self.reasons, self.others, self.changed):
            self.body.addWidget(part)
        self._connect()

    def _row(self, group: str, guard: ClickGuard) -> ChipRow:
        names = [(m.id, wording.medicine_text(m)) for m in self._medicines if m.group == group]
        caption = wording.group_names()[group]
        return ChipRow(caption, names, exclusive=False, guard=guard)

    def _connect(self) -> None:
        for row in self.groups:
            row.changed.connect(lambda _keys: self.said.emit({"medicines": self._chosen()}))
        self.others.submitted.connect(self._on_others)
        self.others.edit.editingFinished.connect(self._on_left)
        self.changed.changed.connect(
            lambda keys: self.said.emit({"medicine_changed": "now" if keys else ""})
        )

    def show_profile(self, profile: Profile, today: date) -> None:
        """Show what was said, with the reasons of what was chosen."""
        for row in self.groups:
            row.select(*profile.medicines)
        chosen = [m for m in self._medicines if m.id in profile.medicines]
        self.reasons.show_lines([(wording.full_name(m), m.why) for m in chosen])
        if not self.others.edit.isModified():
            self.others.set_text(profile.other_medicines)
        self.changed.select(*(["yes"] if profile.changed_medicine_by(today) else []))

    def _chosen(self) -> tuple[str, ...]:
        chosen: tuple[str, ...] = ()
        for row in self.groups:
            chosen += row.keys()
        return chosen

    def _on_others(self, text: object) -> None:
        self.others.edit.setModified(False)
        self.said.emit({"other_medicines": text})

    def _on_left(self) -> None:
        """Take what was typed when the field is left without Enter."""
        if self.others.edit.isModified():
            self.others.submit()


def _read_others(text: str) -> str:
    said = " ".join(text.split())
    if len(said) > OTHER_MEDICINES_MOST:
        raise Problem(
            "Please keep the other medicines to {most} letters.", most=OTHER_MEDICINES_MOST
        )
    return said
