"""What a person may say about themselves, all of it optional, so that hints fit or stay away."""

from __future__ import annotations

from datetime import date, timedelta

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

AGE_GROUPS = ("14-17", "18", "19-24", "25-30", "31-50", "51-64", "65-70", "71+")
"""Finer than any one table, so that each age lies in one row of each: reference intakes
divide at 18/19, 30/31, 50/51, 70/71 (US) and 17/18, 24/25 (EU), sleep at 17/18 and 64/65."""

SEXES = ("women", "men")
CONDITIONS = ("kidney", "heart", "liver", "thyroid", "fluid_limit")
REFERENCE_SETS = ("eu", "us")

MEDICINES = (
    "ace_arb",
    "potassium_sparing",
    "loop_thiazide",
    "ppi",
    "levothyroxine",
    "tetracycline",
    "quinolone",
    "bisphosphonate",
    "iron",
    "nitrofurantoin",
    "penicillamine",
    "aminoquinoline",
    "eltrombopag",
    "salbutamol",
    "theophylline",
    "lithium",
    "valproate",
    "ssri",
    "fluvoxamine",
    "amitriptyline",
    "antipsychotic",
    "stimulant",
    "corticosteroid",
    "cholinesterase",
    "amiodarone",
    "immunosuppressant",
    "benzodiazepine",
)
"""The medicines asked for; `resources/medicines.toml` has a row for each, with its reason."""

HEIGHT_CM = (100, 250)
WEIGHT_KG = (25.0, 350.0)
FLUID_LIMIT_ML = (300, 5000)
OTHER_MEDICINES_MOST = 500
RECENT_DAYS = 8 * 7


class Profile(Value):
    """What was said; everything unsaid keeps its default.

    `sex` picks the column of a table and nothing else. `conditions` and `medicines` are
    ids from the lists above. `medicine_changed` is the day (ISO) on which the person
    said that a medicine had changed in the eight weeks before. `reference_set` is
    empty until one is chosen; the locale then decides.
    """

    age_group: str = ""
    sex: str = ""
    pregnant: bool = False
    breastfeeding: bool = False
    conditions: tuple[str, ...] = ()
    fluid_limit_ml: int | None = None
    medicines: tuple[str, ...] = ()
    other_medicines: str = ""
    medicine_changed: str = ""
    height_cm: int | None = None
    weight_kg: float | None = None
    smokes: bool = False
    contraceptive_pill: bool = False
    reference_set: str = ""

    def check(self) -> None:
        """Refuse what is on none of the lists, and sizes no person has."""
        _one_of(self.age_group, AGE_GROUPS)
        _one_of(self.sex, SEXES)
        _one_of(self.reference_set, REFERENCE_SETS)
        _all_of(self.conditions, CONDITIONS)
        _all_of(self.medicines, MEDICINES)
        flags = (self.pregnant, self.breastfeeding, self.smokes, self.contraceptive_pill)
        if not all(isinstance(flag, bool) for flag in flags):
            raise Problem("That is a yes or no.")
        _check_sizes(self)
        if not isinstance(self.other_medicines, str):
            raise Problem("Other medicines are written in words.")
        if len(self.other_medicines) > OTHER_MEDICINES_MOST:
            raise Problem(
                "Please keep the other medicines to {most} letters.", most=OTHER_MEDICINES_MOST
            )
        if self.medicine_changed != "":
            _day(self.medicine_changed)

    def has(self, condition: str) -> bool:
        """Return whether the person noted this condition."""
        return condition in self.conditions

    def takes(self, *medicines: str) -> bool:
        """Return whether the person noted any of these medicines."""
        return not set(medicines).isdisjoint(self.medicines)

    @property
    def expecting(self) -> bool:
        """Return whether pregnant or breastfeeding, which several limits depend on."""
        return self.pregnant or self.breastfeeding

    @property
    def is_minor(self) -> bool:
        """Return whether the person said to be under 18."""
        return self.age_group == "14-17"

    def changed_medicine_by(self, today: date) -> bool:
        """Return whether a medicine changed lately: said so within the last eight weeks."""
        if not self.medicine_changed:
            return False
        return today - _day(self.medicine_changed) <= timedelta(days=RECENT_DAYS)


def _one_of(given: str, known: tuple[str, ...]) -> None:
    if given != "" and given not in known:
        raise Problem("{given} is not one of the choices.", given=given)


def _all_of(given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for each in given:
        _one_of(each, known)
    if len(set(given)) < len(given):
        raise Problem("Please say each thing once.")


def _check_sizes(profile: Profile) -> None:
    if not _within(profile.height_cm, HEIGHT_CM):
        raise Problem("A height is between 100 and 250 cm.")
    if not _within(profile.weight_kg, WEIGHT_KG):
        raise Problem("A weight is between 25 and 350 kg.")
    if not _within(profile.fluid_limit_ml, FLUID_LIMIT_ML):
        raise Problem("A limit for drinks is between 300 and 5,000 ml a day.")


def _within(given: float | None, ends: tuple[float, float]) -> bool:
    return given is None or (not isinstance(given, bool) and ends[0] <= given <= ends[1])


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise Problem("{given} is not a date.", given=given) from None
