"""Food: three letters and Enter log one; minerals over the week, supplements apart, meal times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import ClassVar, NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import Entry, Food
from steadyhands.domain.foods import FoodItem, own_id
from steadyhands.domain.intakes import MINERALS
from steadyhands.domain.meals import OwnMeal, regularity
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.foods import FoodBook
from steadyhands.services.journal import Journal
from steadyhands.services.look import DayLook, Look
from steadyhands.services.profile import ProfileBook
from steadyhands.services.supplements import SupplementBook
from steadyhands.ui.acts import Acts
from steadyhands.ui.profile_words import reference_set
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.food import presenter
from steadyhands.ui.tabs.food.acts import FoodActs
from steadyhands.ui.tabs.food.day_card import DayCard
from steadyhands.ui.tabs.food.finder import Choice, Finder
from steadyhands.ui.tabs.food.just_eaten import JustEaten
from steadyhands.ui.tabs.food.minerals_card import MineralsCard
from steadyhands.ui.tabs.food.own_foods import OwnFoods
from steadyhands.ui.tabs.food.own_meals import OwnMeals
from steadyhands.ui.tabs.food.presenter import DOT_DAYS, MealGroup, State
from steadyhands.ui.tabs.food.search_card import SearchCard
from steadyhands.ui.tabs.food.supplements_card import SupplementsCard
from steadyhands.ui.tabs.food.times_card import TimesCard
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns, column
from steadyhands.ui.widgets.reading_order import put_in_reading_order
from steadyhands.ui.widgets.scroll_page import ScrollPage


class Earlier(NamedTuple):
    """What today's presses leave as it is: foods by day, and each mineral's mean and its days."""

    today: date
    days: dict[date, tuple[Entry, ...]]
    means: dict[str, tuple[float, int]]


class FoodTab(Tab):
    """The field, what was logged last, today's meals; minerals, supplements and times beside."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({"food", "drink", "supplement", "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        foods: FoodBook,
        supplements: SupplementBook,
        profile: ProfileBook,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        at_local: Callable[[datetime], Moment],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look, self._choices, self._foods = look, choices, foods
        self._supplements, self._profile = supplements, profile
        self._acts, self._signals, self._clock = acts, signals, clock
        self._finder = Finder(foods)
        self._does = FoodActs(look=look, journal=journal, acts=acts, clock=clock, at_local=at_local)
        self._earlier: Earlier | None = None
        self._read_as: tuple[object, ...] = ()
        self._build(guard)
        self._connect()

    def _build(self, guard: ClickGuard) -> None:
        self.search = SearchCard(self._found, guard)
        self.just = JustEaten(guard)
        self.own = OwnFoods(guard)
        self.meals = OwnMeals(guard)
        self.day = DayCard(self._item, guard)
        self.minerals = MineralsCard(guard)
        self.supplements = SupplementsCard(guard)
        self.times = TimesCard()
        columns = Columns(400)
        columns.add(column(self.search, self.just, self.own, self.meals, self.day), 3)
        columns.add(column(self.minerals, self.supplements, self.times), 2)
        page = ScrollPage()
        page.body.addWidget(columns)
        page.body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        does, search, just = self._does, self.search, self.just
        search.picked.connect(self._on_picked)
        search.starred.connect(self._on_starred)
        search.unsaid.connect(lambda: does.log([Food("snack")], self._into()))
        search.now_asked.connect(self._on_now_asked)
        search.own_asked.connect(self._on_own_asked)
        search.new_asked.connect(self._on_new_asked)
        just.resized.connect(does.resize)
        just.meal_chosen.connect(does.choose_meal)
        just.moved.connect(does.move)
        just.timed.connect(does.set_time)
        just.figures_asked.connect(self._on_figures_asked)
        self.own.kept.connect(lambda food: self._acts.perform(lambda: self._foods.keep(food)))
        self.own.forgotten.connect(lambda i: self._acts.perform(lambda: self._foods.forget(i)))
        self.meals.kept.connect(self._keep_meal)
        self.meals.forgotten.connect(
            lambda i: self._acts.perform(lambda: self._foods.forget_meal(i))
        )
        self.day.removed.connect(does.remove)
        self.day.edited.connect(does.edit)
        self.day.kept.connect(self._on_meal_kept)
        self.day.emptied.connect(search.take_focus)
        self.supplements.picked.connect(does.take)
        self.supplements.removed.connect(does.remove)
        self.supplements.edited.connect(does.edit_supplement)
        self.minerals.set_chosen.connect(self._on_set_chosen)
        self.minerals.profile_asked.connect(lambda: self._signals.page_asked.emit("profile", None))

    def refresh(self) -> None:
        """Read the day, the week's means, meal times and what is usual, and show them."""
        now = self._clock()
        state = self._state(now, self._look.day(now))
        for part in (self.search, self.day, self.minerals, self.supplements, self.times):
            part.show_state(state)
        self._show_own()
        self._show_added()
        self._follow_reading(state)

    def _follow_reading(self, state: State) -> None:
        """Let Tab go through rows that were made or moved as they are read."""
        shown = (
            [entry.id for group in state.groups for entry in group.entries],
            [entry.id for entry in state.supplements.today],
            state.supplements.known,
            self._foods.own(),
            self._foods.meals(),
        )
        if shown != self._read_as:
            self._read_as = shown
            put_in_reading_order(self)

    def _state(self, now: Moment, day: DayLook) -> State:
        profile = self._profile.read()
        ref_set = reference_set(profile)
        goes = presenter.into(now, self._does.added, day.entries)
        groups = presenter.groups(day)
        eaten = any(group.meal == goes.meal for group in groups)
        earlier = self._before_today(now, day.day)
        known = self._supplements.known(now)
        return State(
            units=self._choices.read().units,
            now=now,
            into=goes,
            choices=self._finder.at_rest(goes.meal, eaten, now),
            is_new=self._finder.is_new(now),
            groups=groups,
            minerals=presenter.minerals(day, earlier.means, profile, ref_set),
            ref_set=ref_set,
            supplements=presenter.supplements(day, known, profile, ref_set),
            times=self._times(day, earlier),
        )

    def _times(self, day: DayLook, earlier: Earlier) -> presenter.MealTimes:
        days = {**earlier.days, day.day: tuple(day.of_kind(Food.KIND))}
        dots = presenter.dots(days, day.day, day.starts_at)
        return presenter.MealTimes(regularity(days, day.starts_at), day.day, day.starts_at, dots)

    def _before_today(self, now: Moment, today: date) -> Earlier:
        """Return what the days before today hold, read once until one of them changes."""
        if self._earlier is None or self._earlier.today != today:
            days = [today - timedelta(days=back) for back in range(1, DOT_DAYS)]
            kinds = (Food.KIND,)
            found = {each: self._look.entries_of(each, now, kinds) for each in days}
            means = {name: self._foods.weekly_mean(f"{name}_mg", now) for name in MINERALS}
            self._earlier = Earlier(today, found, means)
        return self._earlier

    def on_changes(self, changes: Changes) -> None:
        """Read earlier days anew when one of them, or where days begin, has changed."""
        today = self._earlier.today if self._earlier is not None else None
        if changes.touch("settings") or changes.days - {today}:
            self._earlier = None
        super().on_changes(changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the keyboard in the field whenever the page is opened."""
        super().showEvent(event)
        if not event.spontaneous():
            self.search.settle()
            self.search.take_focus()

    def _show_own(self) -> None:
        self.own.show_own(tuple(self._foods.own()))
        names = {food.id: food.name for food in self._foods.all()}
        self.meals.show_own(tuple(self._foods.meals()), names)

    def _show_added(self) -> None:
        added, entries = self._does.added, self._does.newest()
        item = None
        if len(entries) == 1 and isinstance(entries[0].details, Food):
            item = self._item(entries[0].details.food)
        self.just.show_entries(entries, item, added.ago if added is not None else None)

    def _into(self) -> presenter.Into:
        now = self._clock()
        return presenter.into(now, self._does.added, self._look.day(now).entries)

    def _found(self, text: str) -> tuple[Choice, ...]:
        return self._finder.typed(text, self._into().meal, self._clock())

    def _item(self, food_id: str) -> FoodItem | None:
        try:
            return self._foods.food(food_id) if food_id else None
        except Problem:
            return None

    def _on_picked(self, choice: Choice) -> None:
        self._does.log(choice.foods, self._into())

    def _on_starred(self, food_id: str, wanted: bool) -> None:
        self._acts.perform(lambda: self._foods.set_favourite(food_id, wanted))

    def _on_now_asked(self) -> None:
        self._does.forget_choice()
        self.refresh()
        self.search.take_focus()

    def _on_own_asked(self, opened: bool) -> None:
        self.meals.setVisible(opened)
        if opened:
            self._put_chips_away()
            self.own.open()
        else:
            self.own.hide()

    def _on_new_asked(self, name: str) -> None:
        self.search.own.setChecked(True)
        self.search.edit.clear()
        self._put_chips_away()
        self.own.open(name)

    def _put_chips_away(self) -> None:
        """Let what was logged last be, so that what is opened comes right below the field."""
        self._does.added = None
        self.just.hide()

    def _on_figures_asked(self, food_id: str) -> None:
        item = self._item(food_id)
        if item is not None:
            self.search.own.setChecked(True)
            self.own.change(item)

    def _on_meal_kept(self, name: str, group: MealGroup) -> None:
        meal_id = own_id(name) or f"own-{self._clock().utc_ms:x}"
        self._keep_meal(OwnMeal(meal_id, name, group.parts))

    def _keep_meal(self, meal: OwnMeal) -> None:
        self._acts.perform(lambda: self._foods.keep_meal(meal))

    def _on_set_chosen(self, ref_set: str) -> None:
        profile = self._profile.read().replaced(reference_set=ref_set)
        self._acts.perform(lambda: self._profile.keep(profile))
