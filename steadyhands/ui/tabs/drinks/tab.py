"""Drinks: one press adds one; water, caffeine and alcohol count at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_bounds, wall_in_day
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Drink, Entry
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.drinks import DrinkBook
from steadyhands.services.journal import Done, Journal
from steadyhands.services.look import Look
from steadyhands.services.profile import ProfileBook
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.drinks.add_card import AddCard
from steadyhands.ui.tabs.drinks.alcohol_card import AlcoholCard
from steadyhands.ui.tabs.drinks.caffeine_card import CaffeineCard
from steadyhands.ui.tabs.drinks.day_list import DayList
from steadyhands.ui.tabs.drinks.goal_card import GoalCard
from steadyhands.ui.tabs.drinks.just_added import JustAdded
from steadyhands.ui.tabs.drinks.own_drinks import OwnDrinks
from steadyhands.ui.tabs.drinks.presenter import (
    FAVOURITE_DAYS,
    GLASS,
    State,
    Tile,
    build_state,
    stepped_bedtime,
    stepped_goal,
)
from steadyhands.ui.tabs.drinks.sizes import resized
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns, column
from steadyhands.ui.widgets.scroll_page import ScrollPage


class DrinksTab(Tab):
    """Tiles to press, what was added last, today's list; goal, caffeine and alcohol beside."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({"drink", "sleep", "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        drinks: DrinkBook,
        profile: ProfileBook,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        at_local: Callable[[datetime], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look, self._journal, self._choices, self._drinks = look, journal, choices, drinks
        self._acts, self._clock, self._at_local = acts, clock, at_local
        self._profile, self._signals = profile, signals
        self._presets: list[DrinkPreset] = []
        self._recent: tuple[date, Sequence[Entry]] | None = None  # drinks, and the day of counting
        self._added: tuple[str, Moment, int] | None = None  # entry, when pressed, minutes back
        self._build(guard)
        self._connect()

    def _build(self, guard: ClickGuard) -> None:
        self.add = AddCard(guard)
        self.own = OwnDrinks(self._new_id, guard)
        self.just = JustAdded(guard)
        self.day = DayList(guard)
        self.goal = GoalCard(guard)
        self.caffeine = CaffeineCard(guard)
        self.alcohol = AlcoholCard()
        columns = Columns(400)
        columns.add(column(self.add, self.own, self.just, self.day), 3)
        columns.add(column(self.goal, self.caffeine, self.alcohol), 2)
        page = ScrollPage()
        page.body.addWidget(columns)
        page.body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self.add.picked.connect(self._on_picked)
        self.add.own_asked.connect(self._on_own_asked)
        self.own.kept.connect(lambda preset: self._acts.perform(lambda: self._drinks.keep(preset)))
        self.own.forgotten.connect(self._on_forgotten)
        self.just.resized.connect(self._on_resized)
        self.just.moved.connect(self._on_moved)
        self.day.removed.connect(self._on_removed)
        self.day.edited.connect(self._on_edited)
        self.goal.goal_stepped.connect(self._on_goal_stepped)
        self.goal.goal_set.connect(lambda ml: self._choose(water_goal_ml=ml))
        self.caffeine.bedtime_moved.connect(self._on_bedtime_moved)
        self.goal.profile_asked.connect(lambda: self._signals.page_asked.emit("profile", None))

    def refresh(self) -> None:
        """Read the day, the favourites and the choices, and show them."""
        now = self._clock()
        day, choices, profile = self._look.day(now), self._choices.read(), self._profile.read()
        if not self._presets:
            self._presets = self._drinks.presets()
        if self._recent is None or self._recent[0] != day.day:
            drinks = self._look.before(now, FAVOURITE_DAYS * 24).drinks
            self._recent = (day.day, drinks)
        recent = self._recent[1]
        self.show_state(build_state(day, recent, choices, profile, self._presets, now))

    def on_changes(self, changes: Changes) -> None:
        """Read the list of drinks anew with the settings, the favourites after an import.

        Otherwise favourites are counted once a day: no tile moves under the hand.
        """
        if changes.touch("settings"):
            self._presets = []
        if len(changes.days) > 1:
            self._recent = None
        super().on_changes(changes)

    def show_state(self, state: State) -> None:
        """Paint a state."""
        for part in (self.add, self.day, self.goal, self.caffeine, self.alcohol):
            part.show_state(state)
        self.own.show_own(tuple(p for p in self._presets if not p.ndb_no), state.units)
        self._show_added(state)

    def _show_added(self, state: State) -> None:
        standing = {entry.id: entry for entry in state.entries}
        if self._added is None or self._added[0] not in standing:
            self.just.hide()
            return
        entry_id, _, ago = self._added
        entry = standing[entry_id]
        if isinstance(entry.details, Drink):
            preset = self._preset_of(entry.details)
            usual = preset.serving_ml if preset else entry.details.ml
            group = preset.group if preset else "water"
            self.just.show_entry(entry, group, usual, ago, state.units)

    def _preset_of(self, drink: Drink) -> DrinkPreset | None:
        return next((p for p in self._presets if p.id == drink.preset), None)

    def _on_picked(self, tile: Tile) -> None:
        now = self._clock()
        preset = self._drinks.preset("water" if tile.preset_id == GLASS else tile.preset_id)
        drink = preset.serving(tile.ml)
        self._acts.perform(
            lambda: self._journal.log(drink, now, now), lambda done: self._remember(done, now, 0)
        )

    def _remember(self, done: Done, pressed: Moment, ago: int) -> None:
        self._added = (done.entry.id, pressed, ago)

    def _on_resized(self, ml: float) -> None:
        if self._added is not None:
            self._amend_size(self._added[0], ml)

    def _amend_size(self, entry_id: str, ml: float, at: Moment | None = None) -> None:
        entry = self._entry(entry_id)
        if entry is None or not isinstance(entry.details, Drink):
            return
        now, details, when = self._clock(), resized(entry.details, ml), at or entry.at
        self._acts.perform(lambda: self._journal.amend(entry_id, now, details=details, at=when))

    def _on_moved(self, minutes: int) -> None:
        if self._added is None:
            return
        entry_id, pressed, _ = self._added
        now, at = self._clock(), pressed.shifted(-minutes * MINUTE_MS)
        self._acts.perform(
            lambda: self._journal.amend(entry_id, now, at=at),
            lambda done: self._remember(done, pressed, minutes),
        )

    def _on_removed(self, entry_id: str) -> None:
        now = self._clock()
        self._acts.perform(lambda: self._journal.remove([entry_id], now))

    def _on_edited(self, entry_id: str, ml: float, at: time) -> None:
        entry = self._entry(entry_id)
        if entry is None or not isinstance(entry.details, Drink):
            return
        day = self._look.day(self._clock())
        shown = entry.at.local().time().replace(second=0, microsecond=0)
        wall = wall_in_day(at, day_bounds(day.day, day.starts_at)[0])
        unmoved = at == shown
        now, details = self._clock(), resized(entry.details, ml)

        def act() -> Done:
            when = entry.at if unmoved else self._at_local(wall)
            return self._journal.amend(entry_id, now, details=details, at=when)

        self._acts.perform(act)

    def _entry(self, entry_id: str) -> Entry | None:
        now = self._clock()
        return next((e for e in self._look.day(now).entries if e.id == entry_id), None)

    def _on_own_asked(self, opened: bool) -> None:
        if opened:
            self.own.open()
        else:
            self.own.hide()

    def _on_forgotten(self, preset_id: str) -> None:
        self._acts.perform(lambda: self._drinks.forget(preset_id))

    def _on_goal_stepped(self, ml: int) -> None:
        self._choose(water_goal_ml=stepped_goal(self._choices.read().water_goal_ml, ml))

    def _on_bedtime_moved(self, minutes: int) -> None:
        bedtime = stepped_bedtime(self._choices.read().bedtime_min, minutes)
        self._choose(bedtime_min=bedtime)

    def _choose(self, **chosen: int) -> None:
        def act() -> Changes:
            return self._choices.change(**chosen)

        self._acts.perform(act)

    def _new_id(self) -> str:
        return f"own-{self._clock().utc_ms:x}"
