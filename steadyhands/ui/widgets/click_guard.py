"""Takes the second press of a trembling hand on the same target as a bounce."""

from __future__ import annotations

LONGEST_MS = 2000


class ClickGuard:
    """Remembers the last press; a different target is never held back. 0 ms switches it off."""

    def __init__(self, ms: int = 400) -> None:
        self._target: object = None
        self._pressed_ms: int | None = None
        self.ms = ms

    @property
    def ms(self) -> int:
        """The length of the window, 0..2000 ms."""
        return self._ms

    @ms.setter
    def ms(self, ms: int) -> None:
        self._ms = min(max(int(ms), 0), LONGEST_MS)

    def allows(self, target: object, now_ms: int) -> bool:
        """Say whether a press on `target` at `now_ms` is meant.

        A bounce restarts nothing: the window runs from the press that counted, so a person
        who presses on and on is heard again after it.
        """
        since = None if self._pressed_ms is None else now_ms - self._pressed_ms
        if target == self._target and since is not None and 0 <= since < self._ms:
            return False
        self._target, self._pressed_ms = target, now_ms
        return True
