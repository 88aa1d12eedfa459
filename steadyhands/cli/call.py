"""One call of the command line: what was asked, the diary it is about, and when."""

from __future__ import annotations

from time import monotonic

from steadyhands.cli.table import DEMO
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.cli.words import Asked
    from steadyhands.domain.moment import Moment
    from steadyhands.services.desk import Desk

    OpenDesk = Callable[[bool, int], Desk]

BUSY_MS = 2000  # how long SQLite itself waits for another program before we say so


class Refused(Problem):
    """The words were good, but what they ask for cannot be done now."""


class Call:
    """What a command gets to work with. The diary is opened when it is first needed."""

    def __init__(self, asked: Asked, open_desk: OpenDesk) -> None:
        self.asked = asked
        self._open_desk = open_desk
        self._began = monotonic()
        self._desk: Desk | None = None
        self._now: Moment | None = None

    @property
    def desk(self) -> Desk:
        """Return the services of the diary."""
        if self._desk is None:
            self._desk = self._open_desk(self.is_demo, BUSY_MS)
        return self._desk

    @property
    def is_demo(self) -> bool:
        """Return whether the call is about the sample diary."""
        return self.asked.has(DEMO)

    @property
    def now(self) -> Moment:
        """Return when the words were typed, however long the diary was busy since."""
        if self._now is None:
            now = self.desk.now()
            waited_ms = int((monotonic() - self._began) * 1000)
            self._now = now.shifted(-waited_ms) if waited_ms >= BUSY_MS else now
        return self._now

    def close(self) -> None:
        """Close the diary, if it was opened."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None
