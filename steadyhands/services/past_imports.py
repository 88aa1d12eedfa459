"""The list of imports, kept in the diary: what came from where, and when."""

from __future__ import annotations

from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.arrival import PastImport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from steadyhands.exchange.format import Format
    from steadyhands.storage.diary import Diary

SETTING = "imports"
MOST_KEPT = 2000


class ImportList:
    """Reads and extends the list; the caller of `add` holds the transaction."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def acts(self) -> list[int]:
        """Return the acts that were imports."""
        return [row["act"] for row in self._rows() if type(row.get("act")) is int]

    def all(self) -> list[PastImport]:
        """Return the imports, newest first; one that a newer version wrote may be left out."""
        found = []
        for row in reversed(self._diary.read(self._rows)):
            try:
                found.append(self._past(row))
            except (KeyError, TypeError, Problem):
                continue
        return found

    def add(self, act: int, found: Format, file: str, at: Moment, count: int) -> None:
        """Put an import on the list."""
        row = {
            "act": act,
            "format": found.key,
            "name": found.name,
            "file": file,
            "at": at.utc_ms,
            "offset": at.offset_min,
            "count": count,
        }
        self._diary.settings.set(SETTING, [*self._rows(), row][-MOST_KEPT:])

    def _past(self, row: dict[str, Any]) -> PastImport:
        act, count = row["act"], row["count"]
        stands = self._diary.stands(act, count)
        at = Moment(row["at"], row["offset"])
        return PastImport(act, row["format"], row["name"], row["file"], at, count, stands)

    def _rows(self) -> list[dict[str, Any]]:
        kept = self._diary.settings.get(SETTING, [])
        return [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []
