"""What a profile permits to be shown: goals, limits, reference bars, hints, and why not.

Nothing here suggests to take anything. What is not shown has a reason, a key for words
that end in "ask your clinician".
"""

from __future__ import annotations

from steadyhands.domain.caffeine import CAREFUL_DAY_LIMIT_MG, DAY_LIMIT_MG
from steadyhands.domain.targets import SLEEP_BAND_H
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.profile import Profile

MINOR_MG_PER_KG = 3
"""Caffeine a day under 18, a starting point for want of a firm value (EFSA, as above)."""

POTASSIUM_KEEPING = ("ace_arb", "potassium_sparing")
"""Medicines that hold potassium back: its adequate intake is not meant for those who take
them, nor for kidney disease (PMC9932710, on the National Academies' 2019 values)."""


class Allowed(Value):
    """Whether something may be shown; if not, `reason` says why as a key.

    Reasons: `kidney`, `heart`, `liver`, `fluid_limit`, `medicine`, `minor`.
    """

    shown: bool = True
    reason: str = ""


class DayLimit(Value):
    """A day's limit in mg; 0 where none is shown, for the reason given."""

    shown: bool = True
    reason: str = ""
    mg: float = 0.0


class SleepBand(Value):
    """Hours a night to aim between."""

    low_h: float
    high_h: float


def water_goal(profile: Profile) -> Allowed:
    """No goal for drinks with heart, kidney or liver disease or a limit on fluids."""
    if profile.has("fluid_limit") or profile.fluid_limit_ml is not None:
        return Allowed(False, "fluid_limit")
    return _without(profile, "kidney", "heart", "liver")


def reference_bar(mineral: str, profile: Profile) -> Allowed:
    """Whether `magnesium`, `potassium` or `calcium` from food may stand beside a reference."""
    if mineral == "potassium" and profile.takes(*POTASSIUM_KEEPING) and not profile.has("kidney"):
        return Allowed(False, "medicine")
    return _without(profile, "kidney")


def mineral_hint(mineral: str, profile: Profile) -> Allowed:
    """Whether foods rich in a mineral may be pointed out, as the Plan's steps do."""
    bar = reference_bar(mineral, profile)
    return _without(profile, "heart") if bar.shown else bar


def supplement_figures(profile: Profile) -> Allowed:
    """Whether a supplement's upper limit may be shown: it is meant for healthy people."""
    return _without(profile, "kidney", "heart")


def caffeine_limit(profile: Profile) -> DayLimit:
    """Return a day's limit of caffeine: 400 mg, 200 mg when pregnant or breastfeeding.

    Under 18 there is no firm value; 3 mg for each kg where the weight is known, else
    none (all EFSA Journal 2015;13(5):4102). They are for healthy people: none is shown
    with heart or liver disease.
    """
    allowed = _without(profile, "heart", "liver")
    if not allowed.shown:
        return DayLimit(False, allowed.reason)
    most = CAREFUL_DAY_LIMIT_MG if profile.expecting else DAY_LIMIT_MG
    if not profile.is_minor:
        return DayLimit(mg=most)
    if profile.weight_kg is None:
        return DayLimit(False, "minor")
    return DayLimit(mg=min(most, MINOR_MG_PER_KG * profile.weight_kg))


def sleep_band(profile: Profile) -> SleepBand:
    """Return hours a night by age: 14-17 8-10, 18-64 7-9, from 65 on 7-8.

    National Sleep Foundation 2015, PubMed 29073398; adults' hours where no age was given.
    """
    if profile.is_minor:
        return SleepBand(8.0, 10.0)
    if profile.age_group in ("65-70", "71+"):
        return SleepBand(7.0, 8.0)
    return SleepBand(*SLEEP_BAND_H)


def _without(profile: Profile, *conditions: str) -> Allowed:
    for condition in conditions:
        if profile.has(condition):
            return Allowed(False, condition)
    return Allowed()
