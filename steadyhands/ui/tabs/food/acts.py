"""What presses on the Food tab write: foods, meals and supplements, through the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time

from steadyhands.domain.day import day_bounds, wall_in_day
from steadyhands.domain.entries import Details, Entry, Food, Supplement
from steadyhands.domain.meals import meal_at
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.services.journal import Done, Journal
from steadyhands.services.look import Look
from steadyhands.ui.acts import Acts
from steadyhands.ui.tabs.food.amounts import resized
from steadyhands.ui.tabs.food.presenter import Added, Into


class FoodActs:
    """Each method asks the window's `Acts` to write; times are those of the press.

    `added` is what was logged last, as the chips below the field amend it.
    """

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        acts: Acts,
        clock: Callable[[], Moment],
        at_local: Callable[[datetime], Moment],
    ) -> None:
        self._look, self._journal, self._acts = look, journal, acts
        self._clock, self._at_local = clock, at_local
        self.added: Added | None = None

    def log(self, foods: Sequence[Food], goes: Into) -> None:
        """Log foods into a meal as one act."""
        now = self._clock()
        pieces: list[tuple[Details, Moment, Moment | None, str]] = [
            (food.replaced(meal=goes.meal), goes.at, None, "") for food in foods
        ]
        ago = None if goes.said else 0
        self._acts.perform(
            lambda: self._journal.log_all(pieces, now),
            lambda done: self._remember(done, Added((), now, ago, goes.said)),
        )

    def take(self, supplement: Supplement) -> None:
        """Log a supplement now."""
        now = self._clock()
        self._acts.perform(lambda: self._journal.log(supplement, now, now))

    def resize(self, grams: float, said: str) -> None:
        """Change the amount of the food logged last."""
        for entry in self.newest()[:1]:
            if isinstance(entry.details, Food):
                self._amend(entry, details=resized(entry.details, grams, said))

    def choose_meal(self, meal: str) -> None:
        """Put what was logged last into another meal."""
        self._amend_newest(lambda old: _in_meal(old, meal))

    def move(self, minutes: int) -> None:
        """Put what was logged last some minutes before its press, the meal as of then."""
        added = self.added
        if added is not None:
            at = added.pressed.shifted(-minutes * MINUTE_MS)
            self._move_to(added, lambda: at, minutes)

    def set_time(self, at: time) -> None:
        """Put what was logged last at a time of the clock."""
        added, wall = self.added, self._wall(at)
        if added is not None:
            self._move_to(added, lambda: self._at_local(wall), None)

    def edit(self, entry_id: str, said: dict[str, object]) -> None:
        """Change a food of today as its fields say."""
        entry = self._entry(entry_id)
        if entry is not None and isinstance(entry.details, Food):
            food = entry.details.replaced(meal=said.get("meal", entry.details.meal))
            amount = said.get("amount")
            if isinstance(amount, tuple) and amount[0] != food.grams:
                food = resized(food, *amount)
            self._amend_at(entry, food, said.get("at"))

    def edit_supplement(self, entry_id: str, said: dict[str, object]) -> None:
        """Change a supplement of today as its fields say."""
        entry = self._entry(entry_id)
        if entry is not None:
            held = {name: value for name, value in said.items() if name != "at"}
            self._amend_at(entry, entry.details.replaced(**held), said.get("at"))

    def remove(self, entry_id: str) -> None:
        """Take an entry out of the diary."""
        now = self._clock()
        self._acts.perform(lambda: self._journal.remove([entry_id], now))

    def forget_choice(self) -> None:
        """Let the next food go in as the clock has it."""
        if self.added is not None:
            self.added = self.added.replaced(said=False)

    def newest(self) -> list[Entry]:
        """Return what was logged last, as far as it still stands."""
        ids = self.added.ids if self.added is not None else ()
        return [e for e in self._look.day(self._clock()).entries if e.id in ids]

    def _move_to(self, added: Added, when: Callable[[], Moment], ago: int | None) -> None:
        entries, now = self.newest(), self._clock()
        guessed = {e.id for e in entries if _is_guess(e)}

        def act() -> Done:
            at = when()

            def moved(old: Entry) -> Entry:
                new = old.replaced(at=at)
                return _in_meal(new, _meal_of(at)) if old.id in guessed else new

            return self._journal.amend_all([e.id for e in entries], now, moved)

        if entries:
            self._acts.perform(
                act, lambda done: self._remember(done, added.replaced(ago=ago, said=True))
            )

    def _amend_newest(self, change: Callable[[Entry], Entry]) -> None:
        added, now = self.added, self._clock()
        ids = [entry.id for entry in self.newest()]
        if added is not None and ids:
            self._acts.perform(
                lambda: self._journal.amend_all(ids, now, change),
                lambda done: self._remember(done, added.replaced(said=True)),
            )

    def _remember(self, done: Done, added: Added) -> None:
        self.added = added.replaced(ids=tuple(entry.id for entry in done.entries))

    def _amend(self, entry: Entry, **changes: object) -> None:
        now = self._clock()
        self._acts.perform(lambda: self._journal.amend(entry.id, now, **changes))

    def _amend_at(self, entry: Entry, details: Details, at: object) -> None:
        shown = entry.at.local().time().replace(second=0, microsecond=0)
        unmoved = not isinstance(at, time) or at == shown
        wall = entry.at.local() if not isinstance(at, time) else self._wall(at)
        now = self._clock()

        def act() -> Done:
            when = entry.at if unmoved else self._at_local(wall)
            return self._journal.amend(entry.id, now, details=details, at=when)

        self._acts.perform(act)

    def _wall(self, at: time) -> datetime:
        day = self._look.day(self._clock())
        return wall_in_day(at, day_bounds(day.day, day.starts_at)[0])

    def _entry(self, entry_id: str) -> Entry | None:
        now = self._clock()
        return next((e for e in self._look.day(now).entries if e.id == entry_id), None)


def _in_meal(entry: Entry, meal: str) -> Entry:
    return entry.replaced(details=entry.details.replaced(meal=meal))


def _meal_of(at: Moment) -> str:
    wall = at.local()
    return meal_at(wall.hour * 60 + wall.minute)


def _is_guess(entry: Entry) -> bool:
    """Return whether an entry's meal is the one that its time suggests."""
    return isinstance(entry.details, Food) and entry.details.meal == _meal_of(entry.at)
