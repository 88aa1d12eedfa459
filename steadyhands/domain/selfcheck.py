"""The 30-second self-check: a few taps that end in what to log, never in a finding.

What a person eats or craves cannot show what their body lacks; only a clinician's test can.
So there is no score: the taps choose what is worth writing down for two weeks, and which
step of the plan fits. The topics are those of the article behind the product.
"""

from __future__ import annotations

from steadyhands.domain.plan.steps import BASELINE, STEP_KEYS
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

EATEN = ("greens", "nuts", "beans", "grains")
FELT = ("cravings", "sweating", "alcohol", "late-caffeine", "short-nights")
ASKED = ("medicines",)
QUESTIONS = (*EATEN, *FELT, *ASKED)
"""Each is one tap if it is so; at most ten."""

FEW_FOODS = 2
LOG_DAYS = 14

_LOGGED = {
    "cravings": ("food", "cravings"),
    "sweating": ("drinks", "workout"),
    "alcohol": ("drinks", "sleep"),
    "late-caffeine": ("drinks", "sleep"),
    "short-nights": ("sleep", "tiredness"),
    "medicines": ("medicines",),
}
_STEPS = {
    "sweating": "water",
    "late-caffeine": "water",
    "short-nights": "sleep",
    "alcohol": "sleep",
}


class Outcome(Value):
    """What to log for the next two weeks, and the step that fits; `first` is what comes before it.

    `log` holds keys, twitches first. `clinician` tells whether to ask before changing
    what is eaten or drunk. `step` is empty if none stands out.
    """

    log: tuple[str, ...]
    step: str = ""
    first: str = ""
    clinician: bool = False


def outcome(
    answers: Collection[str],
    order: Iterable[str] = STEP_KEYS,
    left_out: Collection[str] = (),
    done: Collection[str] = (),
    has_baseline: bool = False,
) -> Outcome:
    """Return what the taps lead to; steps left out by the profile or done are not proposed."""
    few = sum(food in answers for food in EATEN) < FEW_FOODS
    log = ["twitches"]
    if few:
        log.append("food")
    for question in (*FELT, *ASKED):
        log += _LOGGED[question] if question in answers else ()
    fitting = {_STEPS[each] for each in FELT if each in answers and each in _STEPS}
    fitting |= {"magnesium"} if few else set()
    open_ones = [key for key in order if key in fitting and key not in (*left_out, *done)]
    return Outcome(
        tuple(dict.fromkeys(log)) if len(log) > 1 else ("twitches", "drinks", "sleep"),
        open_ones[0] if open_ones else "",
        "" if has_baseline else BASELINE,
        "medicines" in answers or bool(fitting & set(left_out)),
    )
