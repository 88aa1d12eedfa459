"""Which questions belong to which kind of entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.entries import (
    CheckIn,
    Details,
    Drink,
    Food,
    Note,
    RoutineSession,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.hand import UNSURE
from steadyhands.ui import words
from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.fields import (
    Choice,
    Choices,
    Field,
    Scale,
    grams_field,
    mg_field,
    minutes_field,
    text_field,
    volume_field,
)
from steadyhands.ui.widgets.click_guard import ClickGuard

ADDED = ("twitch", "drink", "food", "supplement", "sleep", "checkin", "symptom", "routine", "note")


def tr(text: str) -> str:
    """Return a text of this module translated."""
    return QCoreApplication.translate("DiaryQuestions", text)


def questions(kind: str, units: str, guard: ClickGuard) -> list[Field]:
    """Return the fields of a kind, empty for one that is only shown."""
    made: dict[str, Callable[[], list[Field]]] = {
        "twitch": lambda: _twitch(guard),
        "drink": lambda: _drink(units),
        "food": lambda: _food(guard),
        "supplement": _supplement,
        "sleep": lambda: [_quality(guard)],
        "checkin": lambda: _checkin(guard),
        "symptom": lambda: _symptom(guard),
        "routine": lambda: _routine(guard),
    }
    return made[kind]() if kind in made else []


def blank(kind: str) -> Details:
    """Return the details a new entry of a kind begins with, before anything is answered."""
    made: dict[str, Callable[[], Details]] = {
        "twitch": Twitch,
        "drink": lambda: Drink(tr("Water"), 250, 250, preset="water"),
        "food": lambda: Food("snack"),
        "supplement": lambda: Supplement(tr("Supplement")),
        "sleep": Sleep,
        "checkin": lambda: CheckIn(symptoms=("stiffness",)),
        "symptom": lambda: Symptom("stiffness"),
        "routine": lambda: RoutineSession("elsewhere", tr("Hand exercises"), total_s=300),
    }
    return made[kind]() if kind in made else Note()


def unanswered(kind: str) -> dict[str, object]:
    """Return the fields of `blank` that a new form shows empty, for somebody to answer."""
    shown: dict[str, dict[str, object]] = {
        "checkin": {"symptoms": ()},
        "symptom": {"what": ""},
        "supplement": {"name": ""},
    }
    return shown.get(kind, {})


def _twitch(guard: ClickGuard) -> list[Field]:
    strengths = [(str(n), words.number_text(n)) for n in range(1, 6)]
    return [
        *_place(guard),
        Choice("doing", tr("Doing"), words.doing_names().items(), guard),
        Choice("felt", tr("Felt like"), words.felt_names().items(), guard),
        Choice("lasted", tr("Lasted"), words.lasted_names().items(), guard),
        Choice("strength", tr("Strength, 1 faint to 5 strong"), strengths, guard, numbers=True),
        Choice("state", tr("The hand was"), words.state_names().items(), guard),
    ]


def _place(guard: ClickGuard) -> list[Field]:
    sides, parts = wording.side_names(), wording.part_names()
    parts = {key: parts[key] for key in parts if key != UNSURE} | {UNSURE: parts[UNSURE]}
    return [
        Choice("side", tr("Hand"), sides.items(), guard, needed=True),
        Choice("part", tr("Where"), parts.items(), guard, needed=True),
    ]


def _drink(units: str) -> list[Field]:
    return [
        text_field("name", tr("Drink")),
        volume_field("ml", tr("Amount"), units),
        mg_field("caffeine_mg", tr("Caffeine in it")),
        grams_field("alcohol_g", tr("Alcohol in it")),
    ]


def _food(guard: ClickGuard) -> list[Field]:
    return [
        Choice("meal", tr("Meal"), words.meal_names().items(), guard, needed=True),
        text_field("name", tr("Food")),
        grams_field("grams", tr("Amount")),
    ]


def _supplement() -> list[Field]:
    return [
        text_field("name", tr("Supplement")),
        mg_field("magnesium_mg", tr("Magnesium")),
        mg_field("potassium_mg", tr("Potassium")),
        mg_field("calcium_mg", tr("Calcium")),
    ]


def _quality(guard: ClickGuard) -> Field:
    named = {1: tr("Poor"), 2: tr("Fair"), 3: tr("Okay"), 4: tr("Good"), 5: tr("Very good")}
    choices = [(str(n), name) for n, name in named.items()]
    return Choice("quality", tr("How was it? (optional)"), choices, guard, numbers=True)


def _checkin(guard: ClickGuard) -> list[Field]:
    ends = (tr("none"), tr("a great deal"))
    return [
        Scale("stress", tr("Stress"), ends, guard),
        Scale("tiredness", tr("Tiredness"), ends, guard),
        Scale("mental_load", tr("Mental load"), ends, guard),
        minutes_field("workout_min", tr("Workout"), 1, None),
        minutes_field("screen_hours", tr("Screen time"), 1 / 60, None),
        Choices("symptoms", tr("Noticed in the hand or arm"), words.symptom_names().items(), guard),
    ]


def _symptom(guard: ClickGuard) -> list[Field]:
    names = words.symptom_names().items()
    return [
        Choice("what", tr("What"), names, guard, needed=True),
        *_place(guard),
        Scale("severity", tr("How much"), (tr("barely"), tr("a great deal")), guard),
    ]


def _routine(guard: ClickGuard) -> list[Field]:
    after = words.afterwards_names().items()
    return [
        text_field("name", tr("Exercise")),
        minutes_field("total_s", tr("How long"), 60, 0.0),
        Choice("felt", tr("Afterwards"), after, guard),
    ]
