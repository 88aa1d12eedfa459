"""The signs that a clinician should look at, and what in a diary tells of them.

They and their sources are rows of `resources/redflags.toml`; `redflag_rules` reads them.
"""

from __future__ import annotations

from datetime import date

from steadyhands.domain.details import BODY_SYMPTOMS, HAND_SYMPTOMS, NOTICED_ON
from steadyhands.domain.hand import SIDES
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import CONDITIONS, MEDICINES
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.domain.entries import Entry

URGENCIES = ("emergency", "soon", "routine")
QUIET_DAYS = {"emergency": 3, "soon": 14, "routine": 28}
"""How long a flag that was read says nothing of more of the same: a choice of this program."""

BOTH = "both"
MEDICINE_CHANGED = "medicine-changed"
TRENDS = ("twitching", "one-side")

_OF_TWITCHES = ("shaking", "twitch")
_TAKEN = ("supplement-magnesium", "supplement-potassium")
WORDS = (*HAND_SYMPTOMS, *BODY_SYMPTOMS, *_OF_TWITCHES, *_TAKEN)
"""What patterns can ask for: symptoms, twitches that shake or any, supplements taken."""

PROFILE_WORDS = (*CONDITIONS, *MEDICINES, MEDICINE_CHANGED)


class Sign(Value):
    """One thing the diary tells: a word of WORDS, when, on which side, how much of 10."""

    what: str
    day: date
    at_ms: int
    side: str = ""
    severity: int | None = None


class Rising(Value):
    """What the statistics found (`twitching` or `one-side`, rising for so many weeks).

    A rising trend can make a flag speak; the want of one never keeps a flag from speaking.
    """

    what: str
    weeks: int


class Pattern(Value):
    """What must stand in the diary for a flag to speak.

    One of `signs` on at least `days` days among the last `within`, the first and last of
    them `span` days apart or more; with one of `also` in that time; `side` "one" or "both";
    grown by `rise` of 10; and one of `profile` noted. Or else a `trend` of so many `weeks`.
    An `urgency` here is more than the flag's own.
    """

    signs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    days: int = 1
    within: int = 2
    span: int = 0
    side: str = ""
    rise: int = 0
    profile: tuple[str, ...] = ()
    trend: str = ""
    weeks: int = 0
    urgency: str = ""

    def check(self) -> None:
        """Words are known ones, numbers fit each other."""
        _known(self.signs, WORDS)
        _known(self.also, WORDS)
        _known(self.profile, PROFILE_WORDS)
        _known((self.trend,) if self.trend else (), TRENDS)
        _known((self.side,) if self.side else (), ("one", BOTH))
        _known((self.urgency,) if self.urgency else (), URGENCIES)
        if bool(self.signs) == bool(self.trend):
            raise Problem("A pattern needs either signs or a trend.")
        numbers = (self.days, self.within, self.span, self.rise, self.weeks)
        if not all(type(n) is int and n >= 0 for n in numbers):
            raise Problem("Its numbers are whole and not below zero.")
        if not 1 <= self.days <= self.within or self.span >= self.within:
            raise Problem("Its days do not fit into the time it looks at.")


class RedFlag(Value):
    """A sign, how urgent it is, what to do, and who says so.

    `covers` are the flags that have nothing to add while this one speaks. `again_days`
    replaces QUIET_DAYS. A flag without `when` is only ever read on the page.
    """

    id: str
    sign: str
    urgency: str
    action: str
    key: str
    source: str
    when: tuple[Pattern, ...] = ()
    covers: tuple[str, ...] = ()
    again_days: int | None = None

    def check(self) -> None:
        """All texts are there, the urgency is one of three."""
        for name in ("id", "sign", "action", "key", "source"):
            text = self.__dict__[name]
            if not isinstance(text, str) or not text.strip():
                raise Problem("It needs words for {name}.", name=name)
        _known((self.urgency,), URGENCIES)
        if self.again_days is not None and (
            type(self.again_days) is not int or self.again_days < 1
        ):
            raise Problem("It can speak again after a day at the earliest.")

    def quiet_days(self) -> int:
        """Return after how many days more of the same is worth saying again."""
        return self.again_days or QUIET_DAYS[self.urgency]


class Fact(Value):
    """A reassuring fact and who found it: shown with the flags, never instead of them."""

    text: str
    key: str
    source: str

    def check(self) -> None:
        """No text is empty."""
        for name in self._fields:
            if not isinstance(self.__dict__[name], str) or not self.__dict__[name].strip():
                raise Problem("It needs words for {name}.", name=name)


class Notice(Value):
    """That a flag was shown or read, and when."""

    rule: str
    act: str
    day: date
    at_ms: int


class Spoken(Value):
    """A flag that fits the diary now: with what urgency, by which signs, read on which day."""

    flag: RedFlag
    urgency: str
    signs: tuple[Sign, ...] = ()
    due: bool = True
    read: date | None = None

    def noticed(self) -> list[Sign]:
        """Return what it speaks of, each thing and side once, the newest first."""
        newest = {(sign.what, sign.side): sign for sign in self.signs}
        return sorted(newest.values(), key=lambda sign: sign.at_ms, reverse=True)


def signs_of(entry: Entry, day: date) -> list[Sign]:
    """Return what an entry of that day tells, in the words of patterns."""
    at_ms, said = entry.at.utc_ms, entry.details.fields()
    if entry.kind == "checkin":
        words = said.get("symptoms", ())
        noticed = tuple(words) if isinstance(words, tuple | list) else ()
        side = next((w.removesuffix("-side") for w in noticed if w in NOTICED_ON), "")
        side = BOTH if side == "both-sides" else side
        placed = dict.fromkeys(HAND_SYMPTOMS, side)
        return [Sign(w, day, at_ms, placed.get(w, "")) for w in noticed if w not in NOTICED_ON]
    if entry.kind == "symptom":
        severity = said.get("severity")
        much = severity if isinstance(severity, int) else None
        return [Sign(str(said.get("what", "")), day, at_ms, _side(said), much)]
    if entry.kind == "twitch":
        word = {"lock": "finger-locks", "shake": "shaking"}.get(str(said.get("felt", "")))
        words = ("twitch", word) if word else ("twitch",)
        return [Sign(w, day, at_ms, _side(said)) for w in words]
    if entry.kind == "supplement":
        return [
            Sign(f"supplement-{mineral}", day, at_ms)
            for mineral in ("magnesium", "potassium")
            if said.get(f"{mineral}_mg")
        ]
    return []


def _side(said: dict[str, object]) -> str:
    side = said.get("side")
    return str(side) if side in SIDES else ""


def _known(given: Iterable[str], known: Iterable[str]) -> None:
    for word in given:
        if word not in known:
            raise Problem("“{word}” is not one of its words.", word=word)
