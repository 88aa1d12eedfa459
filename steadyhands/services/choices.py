"""What the person has chosen about their diary: the day, the hand, goals, units."""

from __future__ import annotations

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.day import DAY_STARTS_AT, check_day_start
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from steadyhands.storage.diary import Diary

UNITS = ("auto", "metric", "us")
SLOWEST_HALF_LIFE_H = 16.0  # late pregnancy, health facts 2b
FASTEST_HALF_LIFE_H = 1.5


class Choices(Value):
    """The choices as they stand; each has a default that needs no asking.

    `bedtime_min` is minutes after midnight; `half_life_h` is caffeine's middle estimate;
    `welcomed` once the first start's two questions were answered or skipped.
    """

    day_starts_at: int = DAY_STARTS_AT
    hand: str = "right"
    glass_ml: int = 250
    water_goal_ml: int = 2000
    bedtime_min: int = 23 * 60
    half_life_h: float = 5.0
    units: str = "auto"
    welcomed: bool = False

    def check(self) -> None:
        """Refuse goals and sizes outside what a person could mean."""
        check_day_start(self.day_starts_at)
        if self.units not in UNITS or self.hand not in ("left", "right"):
            raise Problem("That is not one of the choices.")
        if not 30 <= self.glass_ml <= 2000:
            raise Problem("A glass holds between 30 and 2,000 ml.")
        if not 500 <= self.water_goal_ml <= 5000:
            raise Problem("A goal for drinks is between 500 and 5,000 ml a day.")
        if not 0 <= self.bedtime_min < 24 * 60:
            raise Problem("Bedtime is a time of day.")
        if not FASTEST_HALF_LIFE_H <= self.half_life_h <= SLOWEST_HALF_LIFE_H:
            raise Problem("Caffeine's half-life is between 1.5 and 16 hours.")


class ChoiceBook:
    """Reads and changes the choices of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def read(self) -> Choices:
        """Return the choices; one that no longer makes sense falls back to its default."""
        kept: dict[str, Any] = self._diary.read(self._diary.settings.all)
        found: dict[str, Any] = {}
        for name in Choices._fields:
            if kept.get(name) is not None:
                try:
                    Choices(**{name: kept[name]})
                    found[name] = kept[name]
                except (Problem, TypeError):
                    continue
        return Choices(**found)

    def change(self, **chosen: Any) -> Changes:
        """Keep new choices. Another start of the day counts all days anew."""
        before = self.read()
        after = before.replaced(**chosen)

        def act() -> None:
            for name in chosen:
                self._diary.settings.set(name, after.__dict__[name])
            if after.day_starts_at != before.day_starts_at:
                self._diary.entries.redate(after.day_starts_at)
                self._diary.totals.recount()

        self._diary.write(act)
        if after.day_starts_at == before.day_starts_at:
            return SETTINGS_CHANGED
        return Changes(frozenset({"settings", *self._diary.read(self._diary.entries.kinds)}))
