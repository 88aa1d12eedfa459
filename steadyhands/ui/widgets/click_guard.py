"""A second press on the same thing too soon is a tremor's bounce, not a wish."""

from __future__ import annotations

from collections.abc import Hashable


class ClickGuard:
    """Tells wanted presses from bounces; `ms` (0 = off) may be changed at any time."""

    def __init__(self, ms: int = 400) -> None:
        self.ms = ms
        self._target: Hashable = None
        self._at: int | None = None

    def allows(self, target: Hashable, now_ms: int) -> bool:
        """Return whether a press on `target` at `now_ms` counts.

        A bounce does not lengthen the pause: the time is counted from the last press that counted.
        """
        since = None if self._at is None else now_ms - self._at
        if target == self._target and since is not None and 0 <= since < self.ms:
            return False
        self._target, self._at = target, now_ms
        return True
