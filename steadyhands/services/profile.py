"""What the person said about themselves: kept in their diary and nowhere else."""

from __future__ import annotations

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from steadyhands.domain.changes import Changes
    from steadyhands.storage.diary import Diary

_NAME = "profile"
_LISTS = ("conditions", "medicines")


class ProfileBook:
    """Reads and keeps the profile of one diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def read(self) -> Profile:
        """Return the profile; a field that makes no sense falls back, the rest stays."""
        kept = self._diary.read(lambda: self._diary.settings.get(_NAME))
        if not isinstance(kept, dict):
            return Profile()
        found: dict[str, Any] = {}
        for name in Profile._fields:
            if name in kept:
                found.update(_sound(name, kept[name]))
        return Profile(**found)

    def keep(self, profile: Profile) -> Changes:
        """Keep a profile whole; one in which nothing is said is forgotten."""
        said = {
            name: value
            for name, value in profile.__dict__.items()
            if value != getattr(Profile, name)
        }
        self._diary.write(lambda: self._diary.settings.set(_NAME, said or None))
        return SETTINGS_CHANGED

    def change(self, **said: Any) -> Changes:
        """Keep what was said anew; everything else stays. Raises Problem for nonsense."""
        return self.keep(self.read().replaced(**said))


def _sound(name: str, value: object) -> dict[str, Any]:
    """Return the field if it makes sense; of a list, what of it does."""
    if name in _LISTS:
        each = value if isinstance(value, list) else []
        parts = [part for part in each if _fits(name, (part,))]
        return {name: tuple(dict.fromkeys(parts))}
    return {name: value} if _fits(name, value) else {}


def _fits(name: str, value: object) -> bool:
    try:
        made: dict[str, Any] = {name: value}
        Profile(**made)
    except (Problem, TypeError):
        return False
    return True
