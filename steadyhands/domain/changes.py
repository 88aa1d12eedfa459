"""What an act changed, so that each screen can tell whether it concerns it."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.value import Value


class Changes(Value):
    """The kinds of entry (or `settings`) and the days that are no longer as they were."""

    kinds: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touch(self, *kinds: str) -> bool:
        """Return whether any of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)

    def joined(self, other: Changes) -> Changes:
        """Return both changes as one."""
        return Changes(self.kinds | other.kinds, self.days | other.days)


SETTINGS_CHANGED = Changes(frozenset({"settings"}))
