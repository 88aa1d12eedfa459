"""What can be in the diary: one frozen value for each kind of entry.

A kind's value knows its `KIND`, checks itself, and answers `amounts()`: the
quantities that count towards the day's totals, by name (see `quantities`).
Words are plain strings so that code, database, interface and exports agree.
"""

from __future__ import annotations

from steadyhands.domain.details import NAME_LIMIT as NAME_LIMIT
from steadyhands.domain.details import SYMPTOMS as SYMPTOMS
from steadyhands.domain.details import Details as Details
from steadyhands.domain.details import between, is_text, one_of
from steadyhands.domain.details import clean_text as clean_text
from steadyhands.domain.eating import Food as Food
from steadyhands.domain.eating import Supplement as Supplement
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.milestones import PlanMark as PlanMark
from steadyhands.domain.milestones import SafetyNotice as SafetyNotice
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment
from steadyhands.domain.practice import RoutineSession as RoutineSession
from steadyhands.domain.practice import Symptom as Symptom
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

DOING = ("typing", "mouse", "phone", "cup", "pen", "resting", "falling-asleep", "after-exercise")
FELT = ("flutter", "ripple", "jerk", "shake", "pull", "buzz", "lock", "cramp")
LASTED = ("moment", "seconds", "minutes", "longer")
HAND_STATE = ("rest", "use")
STRENGTH = (1, 2, 3, 4, 5)

NOTE_LIMIT = 4000
AMOUNT_LIMIT = 9e15  # its thousandths still fit SQLite's 64 bits
LONGEST_SLEEP_MS = 24 * HOUR_MS


class Twitch(Details):
    """One twitch: where, and optionally what the hand was doing and how it felt."""

    KIND: ClassVar[str] = "twitch"

    side: str = UNSURE
    part: str = UNSURE
    doing: str = ""
    felt: str = ""
    lasted: str = ""
    strength: int | None = None
    state: str = ""

    def check(self) -> None:
        """Accept only the words of `hand` and of the lists above; strength is 1–5."""
        one_of(self.side, (*SIDES, UNSURE), "a side")
        one_of(self.part, (*PARTS, UNSURE), "a finger or part of the hand")
        one_of(self.doing, ("", *DOING), "something that you were doing")
        one_of(self.felt, ("", *FELT), "a way that a twitch feels")
        one_of(self.lasted, ("", *LASTED), "how long a twitch lasts")
        one_of(self.state, ("", *HAND_STATE), "a state of the hand")
        if self.strength is not None and self.strength not in STRENGTH:
            raise Problem("Strength goes from 1 to 5, not {given}.", given=self.strength)

    def amounts(self) -> dict[str, float]:
        """Return one twitch."""
        return {"twitches": 1}


class Drink(Details):
    """Something drunk: its volume, and what it holds in all."""

    KIND: ClassVar[str] = "drink"

    name: str
    ml: float
    water_ml: float
    caffeine_mg: float = 0
    alcohol_g: float = 0
    magnesium_mg: float = 0
    potassium_mg: float = 0
    calcium_mg: float = 0
    preset: str = ""
    slow: bool = False

    def check(self) -> None:
        """Refuse empty names, volumes outside 1–5,000 ml and contents nobody drinks at once."""
        if not self.name.strip() or len(self.name) > NAME_LIMIT or not is_text(self.name):
            raise Problem("A drink needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        between(self.ml, 1, 5000, "A drink is between 1 and 5,000 ml, not {given}.")
        between(self.water_ml, 0, 5000, "The water in a drink is at most 5,000 ml, not {given}.")
        between(self.caffeine_mg, 0, 2000, "Caffeine in one drink is 0 to 2,000 mg, not {given}.")
        between(self.alcohol_g, 0, 500, "Alcohol in one drink is 0 to 500 g, not {given}.")
        for mineral in (self.magnesium_mg, self.potassium_mg, self.calcium_mg):
            between(mineral, 0, 10_000, "A mineral in one drink is 0 to 10,000 mg, not {given}.")

    def fields(self) -> dict[str, object]:
        """Return the drink without the contents that are zero."""
        kept = super().fields()
        return {n: v for n, v in kept.items() if n in ("name", "ml", "water_ml") or v}

    def amounts(self) -> dict[str, float]:
        """Return water, caffeine, alcohol and minerals, whichever there are."""
        names = ("water_ml", "caffeine_mg", "alcohol_g")
        minerals = ("magnesium_mg", "potassium_mg", "calcium_mg")
        return {n: self.__dict__[n] for n in (*names, *minerals) if self.__dict__[n]}


class Sleep(Details):
    """A night or a nap, from the entry's `at` to its `until`."""

    KIND: ClassVar[str] = "sleep"

    quality: int | None = None

    def check(self) -> None:
        """Quality is 1–5 or not said."""
        if self.quality is not None and self.quality not in STRENGTH:
            raise Problem("Sleep quality goes from 1 to 5, not {given}.", given=self.quality)

    def check_span(self, at: Moment, until: Moment | None) -> None:
        """Sleep ends after it starts and lasts at most a day."""
        if until is None:
            raise Problem("Sleep needs the time you woke, such as 23:10-06:40.")
        asleep = until.utc_ms - at.utc_ms
        if asleep <= 0:
            raise Problem("Sleep ends before it starts. Please check the two times.")
        if asleep > LONGEST_SLEEP_MS:
            raise Problem(
                "That would be {hours} hours of sleep. Please check the two times.",
                hours=round(asleep / HOUR_MS),
            )


class CheckIn(Details):
    """How the day feels: 0–10 scales, minutes of exercise, screen hours, symptoms noticed."""

    KIND: ClassVar[str] = "checkin"

    stress: int | None = None
    tiredness: int | None = None
    mental_load: int | None = None
    workout_min: float | None = None
    screen_hours: float | None = None
    symptoms: tuple[str, ...] = ()

    def check(self) -> None:
        """Scales are 0–10, exercise 0–1,440 minutes, screens 0–24 hours; one answer at least."""
        for scale in (self.stress, self.tiredness, self.mental_load):
            if scale is not None and (scale != scale or scale not in range(11)):
                raise Problem("The scales go from 0 to 10, not {given}.", given=scale)
        if self.workout_min is not None:
            between(self.workout_min, 0, 1440, "A day has 0 to 1,440 minutes, not {given}.")
        if self.screen_hours is not None:
            between(self.screen_hours, 0, 24, "A day has 0 to 24 hours, not {given}.")
        for symptom in self.symptoms:
            one_of(symptom, SYMPTOMS, "a symptom on the list")
        if not self.fields():
            raise Problem("A check-in needs at least one answer.")

    def amounts(self) -> dict[str, float]:
        """Return each scale and amount that was answered, zero included."""
        names = ("stress", "tiredness", "mental_load", "workout_min", "screen_hours")
        return {n: self.__dict__[n] for n in names if self.__dict__[n] is not None}


class Note(Details):
    """Words only; they stand in the entry's note."""

    KIND: ClassVar[str] = "note"


class Other(Details):
    """An entry of a kind this version does not know, kept as it is.

    A newer program, an import or a tracker of one's own may have written it.
    """

    kind: str
    contents: tuple[tuple[str, object], ...] = ()
    counted: tuple[tuple[str, float], ...] = ()

    def check(self) -> None:
        """A kind and what it counts have names; the diary can hold the amounts."""
        for name in (self.kind, *(name for name, _ in self.counted)):
            if not 1 <= len(name) <= NAME_LIMIT or not is_text(name):
                raise Problem(
                    "A kind of entry needs a name of 1 to {most} letters.", most=NAME_LIMIT
                )
        for _, amount in self.counted:
            between(amount, -AMOUNT_LIMIT, AMOUNT_LIMIT, "The diary cannot count up to {given}.")

    def fields(self) -> dict[str, object]:
        """Return the fields as they were read."""
        return dict(self.contents)

    def amounts(self) -> dict[str, float]:
        """Return the quantities as they were read."""
        return dict(self.counted)


_OWN_KINDS: tuple[type[Details], ...] = (
    Twitch,
    Drink,
    Sleep,
    CheckIn,
    Note,
    RoutineSession,
    Symptom,
    Food,
    Supplement,
    PlanMark,
    SafetyNotice,
)
KINDS: dict[str, type[Details]] = {c.KIND: c for c in _OWN_KINDS}


class Entry(Value):
    """One thing that happened, as it stands now.

    `id` is a UUIDv7 in hexadecimal; `revision` counts from 1; `device` is where
    this revision was written; a deleted entry stays as a tombstone.
    """

    id: str
    at: Moment
    details: Details
    until: Moment | None = None
    note: str = ""
    revision: int = 1
    device: str = ""
    deleted: bool = False

    @property
    def kind(self) -> str:
        """Return the kind's name, `twitch`, `drink`, …"""
        return self.details.kind if isinstance(self.details, Other) else self.details.KIND

    def check(self) -> None:
        """Times fit the kind, the note is at most 4,000 characters of text."""
        self.details.check_span(self.at, self.until)
        if len(self.note) > NOTE_LIMIT:
            raise Problem(
                "A note can have {most} characters; this one has {given}.",
                most=NOTE_LIMIT,
                given=len(self.note),
            )
        if isinstance(self.details, Note) and not self.deleted and not self.note.strip():
            raise Problem("A note needs some words.")

    def amounts(self) -> dict[str, float]:
        """Return what the entry adds to its day; sleep is known by its times."""
        if isinstance(self.details, Sleep) and self.until is not None:
            return {"sleep_min": (self.until.utc_ms - self.at.utc_ms) / MINUTE_MS}
        return self.details.amounts()

    def belongs_at(self) -> Moment:
        """Return the moment that decides the entry's day: sleep belongs to the day of waking."""
        return self.until if self.kind == Sleep.KIND and self.until else self.at


def details_of(
    kind: str, fields: Mapping[str, object], amounts: Mapping[str, float] | None = None
) -> Details:
    """Return the typed value of a kind from its stored fields.

    What this version cannot read as its own kind comes back as `Other`, unchanged.
    """
    known = KINDS.get(kind)
    if known is not None and set(fields) <= set(known._fields):
        given = {n: tuple(v) if isinstance(v, list) else v for n, v in fields.items()}
        try:
            return known(**given)
        except (ValueError, TypeError, AttributeError):  # a word where a number was, and so on
            pass
    counted = tuple((amounts or {}).items())
    return Other(kind, tuple(fields.items()), counted)
