"""From entries to days: the table that every analysis starts from."""

from __future__ import annotations

from steadyhands.domain.day import DAY_STARTS_AT
from steadyhands.domain.day_table import DayTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.domain.entries import Entry


def day_table(
    entries: Iterable[Entry],
    today: int,
    starts_at: int = DAY_STARTS_AT,
    first: int | None = None,
    earlier: int = 0,
) -> DayTable:
    """Return the recorded days before `today` (an epoch day), whatever the entries' order.

    Hand in `WINDOW_DAYS` + 52 weeks of entries (`checkup.reads_from`), not ten years of them:
    `first` is then the first recorded day of the whole diary, `earlier` how many recorded days
    lie before the entries handed in.
    """
    raise NotImplementedError
