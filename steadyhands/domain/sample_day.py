"""One believable day for the sample diary.

Short nights bring clearly more twitches and caffeine in the hours before a few more,
so that whoever looks for what goes together has something to find.
"""

from __future__ import annotations

from math import exp

from steadyhands.domain.caffeine import doses_in, remaining
from steadyhands.domain.entries import CheckIn, Drink, Entry, Note, Sleep, Twitch
from steadyhands.domain.moment import DAY_MS, MINUTE_MS, Moment, epoch_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from random import Random
    from typing import TypeVar

    from steadyhands.domain.drinks import DrinkPreset
    from steadyhands.domain.entries import Details

    Piece = tuple[Details, Moment, Moment | None, str]
    Word = TypeVar("Word")

RESTED_H = 7.5
SHELF = ("water", "coffee", "tea", "herbal-tea", "cola", "beer", "red-wine")
MOST_TWITCHES = 25

_SLOT_MIN = 30
_EVENING_ENDS = 22 * 60 + 30  # before the earliest bedtime
_EARLIEST_WAKE = 5 * 60
_PER_SLOT = 0.3
_MORE_PER_HOUR_SHORT = 0.28  # growth of the rate, e-folds per hour of sleep missed
_MORE_PER_MG = 0.0022

_PARTS = {"index": 52, "thumb": 15, "middle": 12, "ring": 8, "little": 7, "palm": 3, "wrist": 3}
_SIDES = {"right": 77, "left": 20, "unsure": 3}
_AT_WORK = {"typing": 50, "mouse": 22, "phone": 8, "cup": 8, "pen": 7, "resting": 5}
_AT_HOME = {"phone": 35, "resting": 35, "cup": 15, "typing": 10, "mouse": 5}
_LATE = {"falling-asleep": 60, "resting": 40}
_FELT = {"flutter": 42, "jerk": 18, "buzz": 12, "pull": 12, "ripple": 10, "shake": 6}
_LASTED = {"moment": 50, "seconds": 38, "minutes": 12}
_STRENGTH = {1: 25, 2: 45, 3: 22, 4: 8}
_STATE = {"use": 60, "rest": 40}

_NOTES = (
    "A calm day. My hands felt easy.",
    "Took a walk after lunch, that did me good.",
    "Tried the hand stretches before breakfast.",
    "Spinach and pumpkin seeds for dinner.",
    "Noticed it mostly while holding the cup.",
    "Gardening in the afternoon.",
    "Quiet evening with a book.",
)
_TIRED_NOTES = ("Slept badly, took it slowly.", "Short night. Early to bed today.")


class Wall:
    """The wall clock of one date, at a fixed offset from UTC."""

    def __init__(self, day: date, offset_min: int) -> None:
        self.day = day
        self._offset_min = offset_min
        self._midnight = epoch_day(day) * DAY_MS - offset_min * MINUTE_MS

    def minute(self, minute: float) -> Moment:
        """Return the moment so many minutes after midnight; below 0 is the day before."""
        return Moment(self._midnight + round(minute) * MINUTE_MS, self._offset_min)

    def clock(self, text: str) -> Moment:
        """Return the moment of `HH:MM`."""
        hour, minute = text.split(":")
        return self.minute(int(hour) * 60 + int(minute))


class SampleDay:
    """Draws one day: the night before it, drinks, twitches, a check-in, a note."""

    def __init__(self, wall: Wall, chance: Random, shelf: Mapping[str, DrinkPreset]) -> None:
        self._wall = wall
        self._chance = chance
        self._shelf = shelf
        self._weekday = wall.day.weekday()
        self._free = self._weekday >= 5
        short = chance.random() < 0.17
        self._slept_h = _within(4.3, chance.gauss(5.4, 0.5) if short else chance.gauss(7.4, 0.6), 9)
        bed = _within(-75, chance.gauss(20 if short else -30, 25), 90) + 20 * self._free
        wake = max(_EARLIEST_WAKE, bed + self._slept_h * 60)
        self._wake = round(wake / 5) * 5
        self._bed = self._wake - round(self._slept_h * 12) * 5

    def pieces(self) -> Iterator[Piece]:
        """Yield the day's entries, kind by kind."""
        nap = self._nap()
        drinks = list(self._drinks())
        yield from self._night()
        yield from nap
        for piece in [*drinks, *self._twitches(drinks)]:
            if not any(_within_span(piece, asleep) for asleep in nap):
                yield piece
        yield from self._checkin()
        yield from self._note()

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _pick(self, weights: Mapping[Word, int]) -> Word:
        return self._chance.choices(list(weights), list(weights.values()))[0]

    def _maybe(self, share: float, weights: Mapping[str, int]) -> str:
        return self._pick(weights) if self._happens(share) else ""

    def _night(self) -> Iterator[Piece]:
        quality = round(_within(1, self._slept_h - 3.4 + self._chance.gauss(0, 0.6), 5))
        if self._happens(0.95):
            said = Sleep(quality if self._happens(0.75) else None)
            yield said, self._wall.minute(self._bed), self._wall.minute(self._wake), ""

    def _nap(self) -> list[Piece]:
        if not self._happens(0.22 if self._slept_h < 6 else 0.03):
            return []
        start = self._chance.randrange(13 * 60 + 30, 15 * 60 + 30, 5)
        end = start + self._chance.randrange(20, 45, 5)
        return [(Sleep(), self._wall.minute(start), self._wall.minute(end), "")]

    def _drinks(self) -> Iterator[Piece]:
        yield from self._glasses()
        for share, name, first, last in self._habits():
            if self._happens(share):
                yield self._drink(name, self._chance.uniform(first, last))
        if self._happens(0.45 if self._weekday in (4, 5) else 0.06):
            name = self._chance.choice(("beer", "red-wine"))
            for first in (19.5 * 60, 20.8 * 60)[: 2 if self._happens(0.35) else 1]:
                yield self._drink(name, first + self._chance.uniform(0, 50))

    def _habits(self) -> tuple[tuple[float, str, float, float], ...]:
        """Return how likely each drink is, and between which minutes of the day."""
        tired = self._slept_h < 6
        return (
            (0.93, "coffee", self._wake + 20, self._wake + 55),
            (0.45 + 0.25 * tired, "coffee", 10 * 60, 11.25 * 60),
            (0.5, "coffee", 13 * 60, 15 * 60),
            (0.12 + 0.2 * tired, "coffee", 15.5 * 60, 17 * 60),
            (0.15, "cola", 12.25 * 60, 14 * 60),
            (0.3, "tea", 16 * 60, 17.5 * 60),
            (0.25, "herbal-tea", 20 * 60, 21 * 60),
        )

    def _glasses(self) -> Iterator[Piece]:
        glasses = self._chance.randint(4, 8)
        between = (21 * 60 - self._wake) / glasses
        for nth in range(glasses):
            at = self._wake + 15 + (nth + self._chance.uniform(0.05, 0.8)) * between
            yield self._drink("water", at, self._chance.choice((200, 250, 250, 300)))

    def _drink(self, name: str, minute: float, ml: float | None = None) -> Piece:
        return self._shelf[name].serving(ml), self._wall.minute(minute), None, ""

    def _twitches(self, drinks: Sequence[Piece]) -> Iterator[Piece]:
        doses = doses_in(
            Entry("", at, what) for what, at, _, _ in drinks if isinstance(what, Drink)
        )
        level = self._chance.gammavariate(9, 1 / 9) * (0.75 if self._free else 1)
        level *= _PER_SLOT * exp(_MORE_PER_HOUR_SHORT * max(0, RESTED_H - self._slept_h))
        left = MOST_TWITCHES
        for start in range(self._wake + 20, _EVENING_ENDS - _SLOT_MIN, _SLOT_MIN):
            in_body = remaining(doses, self._wall.minute(start).utc_ms)
            rate = level * _time_of_day(start / 60) * (1 + _MORE_PER_MG * in_body)
            for _ in range(min(left, self._how_often(rate))):
                left -= 1
                minute = start + self._chance.randrange(_SLOT_MIN)
                yield self._twitch(minute), self._wall.minute(minute), None, ""

    def _how_often(self, rate: float) -> int:
        """Return a Poisson-distributed number."""
        count, product = 0, self._chance.random()
        while product > exp(-rate):
            count += 1
            product *= self._chance.random()
        return count

    def _twitch(self, minute: int) -> Twitch:
        at_work = not self._free and 9 * 60 <= minute < 17 * 60 + 30
        doing = _AT_WORK if at_work else _LATE if minute >= 22 * 60 else _AT_HOME
        return Twitch(
            self._pick(_SIDES),
            self._pick(_PARTS) if self._happens(0.97) else "unsure",
            self._maybe(0.6, doing),
            self._maybe(0.45, _FELT),
            self._maybe(0.35, _LASTED),
            self._pick(_STRENGTH) if self._happens(0.25) else None,
            self._maybe(0.2, _STATE),
        )

    def _checkin(self) -> Iterator[Piece]:
        if not self._happens(0.78):
            return
        tired = 2.6 + 1.2 * max(0, RESTED_H - self._slept_h)
        screen = self._chance.gauss(2.5 if self._free else 7, 1)
        yield (
            CheckIn(
                stress=self._score(3 if self._free else 4.4),
                tiredness=self._score(tired),
                mental_load=self._score(2.5 if self._free else 5.5),
                workout_min=self._chance.choice((20, 30, 30, 45, 60)) if self._happens(0.35) else 0,
                screen_hours=round(_within(0.5, screen, 11) * 2) / 2,
                symptoms=("stiffness",) if self._happens(0.03) else (),
            ),
            self._wall.minute(self._chance.randrange(20 * 60, 21 * 60 + 45)),
            None,
            "",
        )

    def _score(self, mean: float) -> int:
        return round(_within(0, self._chance.gauss(mean, 1.4), 10))

    def _note(self) -> Iterator[Piece]:
        if self._happens(0.09):
            words = self._chance.choice(_TIRED_NOTES if self._slept_h < 6 else _NOTES)
            yield Note(), self._wall.minute(21 * 60 + 50), None, words


def _time_of_day(hour: float) -> float:
    """Return how much more likely a twitch is at an hour: most from two to six."""
    return float(0.35 + 0.65 * exp(-(((hour - 16) / 3.2) ** 2)))


def _within(least: float, value: float, most: float) -> float:
    return max(least, min(value, most))


def _within_span(piece: Piece, span: Piece) -> bool:
    _, start, end, _ = span
    return end is not None and start.utc_ms <= piece[1].utc_ms <= end.utc_ms
