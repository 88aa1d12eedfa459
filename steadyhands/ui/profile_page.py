"""About you: what a person may say about themselves, all of it optional, kept in the diary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.medicines import Medicine
from steadyhands.domain.moment import Moment
from steadyhands.domain.profile import Profile
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.profile import ProfileBook
from steadyhands.ui.about.effects_card import EffectsCard
from steadyhands.ui.about.health_card import CaffeineCard, HealthCard
from steadyhands.ui.about.intro_card import IntroCard
from steadyhands.ui.about.medicines_card import MedicinesCard
from steadyhands.ui.about.person_card import PersonCard
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns, column
from steadyhands.ui.widgets.scroll_page import ScrollPage


class ProfilePage(Tab):
    """Each answer is kept when it is given, and taken back by pressing it again."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({"settings"})

    def __init__(
        self,
        *,
        profile: ProfileBook,
        choices: ChoiceBook,
        medicines: Sequence[Medicine],
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._book, self._choices = profile, choices
        self._acts, self._signals, self._clock = acts, signals, clock
        self._cleared: Profile | None = None
        units = choices.read().units
        self.intro = IntroCard(guard)
        self.effects = EffectsCard()
        self.person = PersonCard(units, guard)
        self.health = HealthCard(units, guard)
        self.caffeine = CaffeineCard(guard)
        self.medicines = MedicinesCard(medicines, guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        page = ScrollPage()
        columns = Columns(420)
        columns.add(column(self.person))
        columns.add(column(self.health, self.caffeine))
        for part in (self.intro, columns, self.effects, self.medicines):
            page.body.addWidget(part)
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        for card in (self.person, self.health, self.caffeine, self.medicines):
            card.said.connect(self._on_said)
        self.caffeine.half_life_set.connect(
            lambda hours: self._acts.perform(lambda: self._choices.change(half_life_h=hours))
        )
        self.intro.cleared.connect(self._on_cleared)
        self.intro.put_back.connect(self._on_put_back)
        self.intro.settings_asked.connect(lambda: self._signals.page_asked.emit("settings", None))

    def on_minute(self) -> None:
        """Nothing here depends on the minute."""

    def refresh(self) -> None:
        """Read the profile and show it."""
        profile, choices = self._book.read(), self._choices.read()
        for card in (self.person, self.health):
            card.show_profile(profile, choices.units)
        self.caffeine.show_profile(profile, choices.half_life_h)
        self.medicines.show_profile(profile, self._today())
        self.effects.show_profile(profile, choices.water_goal_ml, choices.units)
        self.intro.show_state(profile != Profile(), self._cleared is not None)

    def _today(self) -> date:
        return self._clock().local().date()

    def _on_said(self, said: dict[str, object]) -> None:
        if said.get("medicine_changed") == "now":
            said = {"medicine_changed": self._today().isoformat()}
        self._cleared = None

        def act() -> Changes:
            return self._book.change(**said)

        self._acts.perform(act)

    def _on_cleared(self) -> None:
        self._cleared = self._book.read()
        self._acts.perform(lambda: self._book.keep(Profile()))

    def _on_put_back(self) -> None:
        cleared, self._cleared = self._cleared, None
        if cleared is not None:
            self._acts.perform(lambda: self._book.keep(cleared))
