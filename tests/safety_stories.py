"""For each rule of the red flags, what a person logs until it speaks: (days ago, details)."""

from __future__ import annotations

from datetime import timedelta

from steadyhands.domain.entries import CheckIn, Details, Supplement, Symptom, Twitch
from steadyhands.domain.moment import DAY_MS, Moment
from steadyhands.domain.profile import Profile
from steadyhands.domain.value import Value
from steadyhands.services.desk import Desk


class Story(Value):
    """What is logged, the profile it is logged under, and the flag that is first of those due."""

    flag: str
    logged: tuple[tuple[int, Details], ...]
    urgency: str
    profile: Profile = Profile()


def noticed(*symptoms: str) -> CheckIn:
    return CheckIn(symptoms=symptoms)


SHAKE = Twitch("right", "index", felt="shake")
TWITCH = Twitch("right", "index")
MAGNESIUM = Supplement("Magnesium", magnesium_mg=100)
POTASSIUM = Supplement("Potassium", potassium_mg=99)
KIDNEY = Profile(conditions=("kidney",))

STORIES = (
    Story("sudden", ((0, noticed("sudden-weakness")),), "emergency"),
    Story("sudden", ((0, noticed("sudden-face-speech")),), "emergency"),
    Story(
        "breathless-and-weak", ((1, noticed("weakness")), (0, noticed("breathless"))), "emergency"
    ),
    Story(
        "weak-both-sides",
        ((20, noticed("spreading")), (0, noticed("weakness", "both-sides"))),
        "emergency",
    ),
    Story(
        "weak-both-sides",
        (
            (9, Symptom("weakness", "left")),
            (1, noticed("spreading")),
            (0, Symptom("weakness", "right")),
        ),
        "emergency",
    ),
    Story("after-stopping", ((1, SHAKE), (0, noticed("fever-confusion"))), "emergency"),
    Story(
        "new-medicine-fever",
        ((1, SHAKE), (0, noticed("fever-confusion"))),
        "emergency",
        Profile(medicines=("ssri",)),
    ),
    Story("magnesium-too-much", ((1, MAGNESIUM), (0, noticed("faint-drowsy"))), "emergency"),
    Story("magnesium-too-much", ((1, MAGNESIUM), (0, noticed("weakness"))), "emergency", KIDNEY),
    Story("heart", ((0, noticed("palpitations", "breathless")),), "emergency"),
    Story("hot-finger", ((0, noticed("hot-swollen")),), "soon"),
    Story(
        "hot-finger", ((1, noticed("hot-swollen")), (0, noticed("fever-confusion"))), "emergency"
    ),
    Story("speech-or-swallowing", ((0, noticed("speech-swallowing")),), "soon"),
    Story("weak-one-side", ((0, Symptom("weakness", "right", "index")),), "soon"),
    Story("weak-one-side", ((0, noticed("dropping-things", "left-side")),), "soon"),
    Story("weak-for-weeks", ((12, noticed("weakness")), (0, noticed("dropping-things"))), "soon"),
    Story("thinner-muscle", ((0, noticed("thinner-hand")),), "soon"),
    Story("kidney-magnesium", ((0, MAGNESIUM),), "soon", KIDNEY),
    Story("potassium-held-back", ((0, POTASSIUM),), "soon", KIDNEY),
    Story("potassium-held-back", ((0, POTASSIUM),), "soon", Profile(medicines=("ace_arb",))),
    Story("shaking-fast-pulse", ((10, SHAKE), (0, noticed("palpitations"))), "soon"),
    Story(
        "numb",
        ((9, noticed("numbness")), (4, noticed("numbness")), (0, noticed("numbness"))),
        "routine",
    ),
    Story(
        "numb", ((5, Symptom("numbness", severity=3)), (0, Symptom("numbness", severity=5))), "soon"
    ),
    Story("shaking-uneven", ((6, SHAKE), (3, noticed("slow-unsteady")), (0, SHAKE)), "routine"),
    Story(
        "shaking-uneven",
        (
            (9, SHAKE),
            (7, noticed("stiffness")),
            (3, noticed("stiffness")),
            (0, noticed("stiffness")),
        ),
        "routine",
    ),
    Story("weak-or-stiff", ((3, TWITCH), (0, noticed("weakness"))), "routine"),
    Story(
        "weak-or-stiff",
        (
            (8, TWITCH),
            (8, noticed("stiffness")),
            (4, noticed("stiffness")),
            (0, noticed("stiffness")),
        ),
        "routine",
    ),
    Story(
        "finger-locks",
        ((6, noticed("finger-locks")), (0, Twitch("left", "ring", felt="lock"))),
        "routine",
    ),
    Story(
        "pain",
        ((20, noticed("pain")), (9, noticed("pain")), (0, Symptom("pain", "left"))),
        "routine",
    ),
    Story("pain", ((9, Symptom("pain", severity=2)), (0, Symptom("pain", severity=6))), "routine"),
    Story(
        "after-medicine",
        ((3, SHAKE), (0, SHAKE)),
        "routine",
        Profile(medicine_changed="2026-03-01"),
    ),
)


def live_through(desk: Desk, story: Story, now: Moment) -> None:
    """Log all of a story, up to `now`."""
    desk.profile.keep(story.profile)
    for days, details in story.logged:
        at = now.shifted(-days * DAY_MS)
        desk.journal.log(details, at, at)


def later(now: Moment, **time: float) -> Moment:
    return now.shifted(int(timedelta(**time).total_seconds() * 1000))
