"""The drinks to choose from: the shipped ones and one's own."""

from __future__ import annotations

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.problem import Problem
from steadyhands.system.drinks import shipped_drinks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from steadyhands.storage.diary import Diary

_OWN = "own_drinks"


class DrinkBook:
    """Reads and changes the presets of one diary.

    An own drink with a shipped one's id stands in its place: that is how a cup of
    one's own size, or a coffee of one's own strength, is kept.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def presets(self) -> list[DrinkPreset]:
        """Return every preset, own ones first where they are new, in place where they replace."""
        own = {preset.id: preset for preset in self._own()}
        shipped = shipped_drinks()
        replaced = [own.pop(preset.id, preset) for preset in shipped]
        return [*own.values(), *replaced]

    def preset(self, preset_id: str) -> DrinkPreset:
        """Return one preset by its id."""
        for preset in self.presets():
            if preset.id == preset_id:
                return preset
        raise Problem("There is no drink “{name}” any more.", name=preset_id)

    def is_own(self, preset_id: str) -> bool:
        """Return whether a preset is the person's own."""
        return any(preset.id == preset_id for preset in self._own())

    def keep(self, preset: DrinkPreset) -> Changes:
        """Keep an own drink, replacing the one with its id."""
        own = [known for known in self._own() if known.id != preset.id]
        return self._write([preset, *own])

    def forget(self, preset_id: str) -> Changes:
        """Let an own drink go; a shipped one it replaced comes back."""
        return self._write([known for known in self._own() if known.id != preset_id])

    def _own(self) -> list[DrinkPreset]:
        stored = self._diary.read(lambda: self._diary.settings.get(_OWN, []))
        found = []
        for fields in stored if isinstance(stored, list) else []:
            try:
                found.append(DrinkPreset(**_fields(fields)))
            except (Problem, TypeError):
                continue  # written by a newer version; it stays in the diary
        return found

    def _write(self, own: list[DrinkPreset]) -> Changes:
        rows = [preset.__dict__ for preset in own]
        self._diary.write(lambda: self._diary.settings.set(_OWN, rows))
        return SETTINGS_CHANGED


def _fields(stored: Any) -> dict[str, Any]:
    return {n: tuple(v) if isinstance(v, list) else v for n, v in dict(stored).items()}
