"""What somebody looks for in the diary, and how many entries of each day it is."""

from __future__ import annotations

import unicodedata

from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

TWITCH = "twitch"
NAMELESS = ("twitch", "sleep", "checkin", "note")  # kinds whose details hold no name


class Word(Value):
    """One word that was typed, `folded`, and what it may mean on the screen.

    An entry fits if the text stands in its note or its name, if it is of one of the
    `kinds`, or if one of the `values` (kind, field, word in the diary) is in its details.
    """

    text: str
    kinds: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str, str]] = frozenset()

    def may_be_in(self, kind: str) -> bool:
        """Return whether an entry of a kind may fit by more than its note."""
        meant = kind in self.kinds or any(kind == of for of, _, _ in self.values)
        return meant or kind not in NAMELESS


class Wanted(Value):
    """Which entries are wanted; what is left empty leaves none out.

    `side`, `part` and `doing` are of twitches, so that naming one leaves out all other kinds.
    """

    kinds: tuple[str, ...] = ()
    side: str = ""
    part: str = ""
    doing: str = ""
    first: date | None = None
    last: date | None = None
    words: tuple[Word, ...] = ()

    def twitch_fields(self) -> dict[str, str]:
        """Return what is asked of twitches, by field."""
        asked = {"side": self.side, "part": self.part, "doing": self.doing}
        return {field: word for field, word in asked.items() if word}

    def is_everything(self) -> bool:
        """Return whether nothing is left out."""
        return self == Wanted()


class DayCounts(Value):
    """Days since 1970, newest first, and beside each how many of its entries are wanted."""

    days: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()

    def joined(self, later: DayCounts) -> DayCounts:
        """Return these days and, behind them, older ones."""
        return DayCounts(self.days + later.days, self.counts + later.counts)

    def total(self) -> int:
        """Return the number of entries."""
        return sum(self.counts)


class Finding(Value):
    """A search under way: what was found in the newest days, and the days not looked at yet."""

    found: DayCounts = DayCounts()
    rest: tuple[int, ...] = ()


def folded(text: str) -> str:
    """Return text as it is compared: in small letters and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))
