"""Day totals: what charts and counters read instead of entries."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.moment import date_of_epoch_day, epoch_day
from steadyhands.domain.quantities import from_thousandths
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


class Total(Value):
    """A day's amount of one quantity, and the entries it comes from."""

    amount: float
    entries: int

    def mean(self) -> float:
        """Return the amount per entry, for quantities that a day averages."""
        return self.amount / self.entries


class Totals:
    """Reads the totals that the schema's triggers keep."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def span(self, name: str, first: date, last: date) -> dict[date, Total]:
        """Return a quantity's totals from `first` to `last`; days without any are left out."""
        rows = self._connection.execute(
            "SELECT day, amount, entries FROM day_total WHERE name = ? AND day BETWEEN ? AND ?",
            (name, epoch_day(first), epoch_day(last)),
        )
        return {
            date_of_epoch_day(day): Total(from_thousandths(amount), entries)
            for day, amount, entries in rows
        }

    def day(self, day: date) -> dict[str, Total]:
        """Return all of one day's totals by name."""
        found = {name: self.span(name, day, day).get(day) for name in self.names()}
        return {name: total for name, total in found.items() if total is not None}

    def recorded(self, first: date, last: date) -> set[date]:
        """Return the days from `first` to `last` on which anything was counted."""
        names = self.names()
        rows = self._connection.execute(
            f"SELECT DISTINCT day FROM day_total WHERE name IN ({','.join('?' * len(names))})"
            " AND day BETWEEN ? AND ?",
            (*names, epoch_day(first), epoch_day(last)),
        )
        return {date_of_epoch_day(day) for (day,) in rows}

    def recount(self) -> None:
        """Make all totals anew from the entries, for when the hour that days start at changes."""
        from steadyhands.storage.recount import recount  # not on the path of a log

        recount(self._connection)

    def wrong(self) -> int:
        """Return how many totals differ from a recount: 0, unless something is broken."""
        from steadyhands.storage.recount import wrong

        return wrong(self._connection)

    def names(self) -> list[str]:
        """Return the names in use, hopping from one to the next over the key, not over the days."""
        rows = self._connection.execute(
            "WITH RECURSIVE used (name) AS (SELECT min(name) FROM day_total UNION ALL"
            " SELECT (SELECT min(name) FROM day_total WHERE name > used.name) FROM used"
            " WHERE used.name IS NOT NULL) SELECT name FROM used WHERE name IS NOT NULL"
        )
        return [name for (name,) in rows]
