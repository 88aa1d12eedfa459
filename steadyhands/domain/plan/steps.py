"""The plan's steps: which there are, in the article's order, and what each may be."""

from __future__ import annotations

from steadyhands.domain.allowed import mineral_hint, water_goal
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steadyhands.domain.profile import Profile

STEADY, FORTNIGHTS = "steady", "fortnights"
BLOCK_DAYS = 14
LEAST_DAYS = 14
"""A step under two weeks can show nothing (project's simulations, insight facts 5)."""

USUAL_DAYS = 28
MOST_DAYS = 365
EXTENSION_DAYS = 14
LENGTHS = (14, 21, 28, 42, 56)
FORTNIGHT_LENGTHS = (28, 56, 112)
"""On and off in turn: 112 days find half as many twitches in about every second person,
28 + 28 days at a stretch in every third (project's simulations, insight facts 8.4)."""

USUAL_FORTNIGHTS_DAYS = 56


class PlanStep(Value):
    """One step: its key in the diary, and whether it can be switched on and off at will."""

    key: str
    can_switch: bool = False


BASELINE = "baseline"

PLAN_STEPS: tuple[PlanStep, ...] = (
    PlanStep("water", can_switch=True),
    PlanStep("magnesium"),
    PlanStep("balance"),
    PlanStep("sleep"),
    PlanStep("movement", can_switch=True),
    PlanStep("meals"),
    PlanStep("stress"),
)
"""After the baseline, in the article's order: water and late caffeine, magnesium-rich foods,
potassium and calcium in balance, sleep, gentle movement, meal times, stress and mental load."""

STEP_KEYS = tuple(step.key for step in PLAN_STEPS)


def can_switch(key: str) -> bool:
    """Return whether a step can be switched on and off, so that fortnights may alternate."""
    return any(step.key == key and step.can_switch for step in PLAN_STEPS)


def length_of(days: int, rhythm: str) -> int:
    """Return the length a step really has: 14 to 365 days, whole pairs of blocks if they alternate.

    0 is the usual length.
    """
    if rhythm == FORTNIGHTS:
        pair = 2 * BLOCK_DAYS
        pairs = -(-(days or USUAL_FORTNIGHTS_DAYS) // pair)
        return pair * min(max(pairs, 1), MOST_DAYS // pair)
    return min(max(days or USUAL_DAYS, LEAST_DAYS), MOST_DAYS)


def lengths_of(rhythm: str) -> tuple[int, ...]:
    """Return the lengths to choose from."""
    return FORTNIGHT_LENGTHS if rhythm == FORTNIGHTS else LENGTHS


def in_order(wanted: Iterable[object]) -> tuple[str, ...]:
    """Return all steps once: the wanted ones first, in their order, then the others in theirs."""
    known = [key for key in wanted if key in STEP_KEYS]
    return tuple(dict.fromkeys((*map(str, known), *STEP_KEYS)))


def left_out(profile: Profile) -> Mapping[str, str]:
    """Return the steps that a profile leaves to the clinician, each with the reason's key."""
    minerals = {m: mineral_hint(m, profile) for m in ("magnesium", "potassium", "calcium")}
    found = {
        "water": (water_goal(profile),),
        "magnesium": (minerals["magnesium"],),
        "balance": (minerals["potassium"], minerals["calcium"]),
    }
    refused = {
        key: [each.reason for each in answers if not each.shown] for key, answers in found.items()
    }
    return {key: reasons[0] for key, reasons in refused.items() if reasons}
