"""What hypothesis draws the diary's values from: anything that the domain allows."""

from __future__ import annotations

from hypothesis import strategies as st

from steadyhands.domain import entries as e
from steadyhands.domain.eating import MEALS
from steadyhands.domain.entries import (
    KINDS,
    CheckIn,
    Details,
    Drink,
    Entry,
    Food,
    Note,
    Other,
    PlanMark,
    RoutineSession,
    SafetyNotice,
    Sleep,
    Supplement,
    Symptom,
    Twitch,
)
from steadyhands.domain.hand import PARTS, SIDES, UNSURE
from steadyhands.domain.milestones import LONGEST_STEP_DAYS, NOTICE_ACTS, PLAN_ACTS
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment
from steadyhands.domain.practice import AFTERWARDS
from tests.factory import AN_ID

# From 1990 to 2050, at any offset of the world's.
MOMENTS = st.builds(
    Moment, st.integers(631_152_000_000, 2_524_608_000_000), st.integers(-12 * 60, 14 * 60)
)
TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "So", "Mn"]), max_size=40
).map(e.clean_text)
IDS = st.uuids().map(lambda key: key.hex)


def _amounts(most: int) -> st.SearchStrategy[float]:
    return st.integers(0, most) | st.floats(0, most).map(lambda x: round(x, 3))


TWITCHES = st.builds(
    Twitch,
    side=st.sampled_from((*SIDES, UNSURE)),
    part=st.sampled_from((*PARTS, UNSURE)),
    doing=st.sampled_from(("", *e.DOING)),
    felt=st.sampled_from(("", *e.FELT)),
    lasted=st.sampled_from(("", *e.LASTED)),
    strength=st.none() | st.sampled_from(e.STRENGTH),
    state=st.sampled_from(("", *e.HAND_STATE)),
)
DRINKS = st.builds(
    Drink,
    name=TEXTS.filter(bool),
    ml=st.integers(1, 5000) | st.floats(1, 5000),
    water_ml=_amounts(5000),
    caffeine_mg=_amounts(2000),
    alcohol_g=_amounts(500),
    magnesium_mg=_amounts(10_000),
    potassium_mg=_amounts(10_000),
    calcium_mg=_amounts(10_000),
    preset=st.sampled_from(("", "water", "coffee-brewed")),
    slow=st.booleans(),
)
SLEEPS = st.builds(Sleep, quality=st.none() | st.sampled_from(e.STRENGTH))
SCALES = st.none() | st.integers(0, 10)
CHECKINS = st.builds(
    CheckIn,
    stress=st.integers(0, 10),
    tiredness=SCALES,
    mental_load=SCALES,
    workout_min=st.none() | _amounts(1440),
    screen_hours=st.none() | _amounts(24),
    symptoms=st.lists(st.sampled_from(e.SYMPTOMS), unique=True).map(tuple),
)
SESSIONS = st.builds(
    RoutineSession,
    routine=st.sampled_from(("fists", "tendon-glides", "own-2")),
    name=TEXTS.filter(bool),
    share=st.none() | st.floats(0, 1).map(lambda x: round(x, 3)),
    sides=st.lists(st.sampled_from(SIDES), unique=True).map(tuple),
    held_s=_amounts(60),
    total_s=st.floats(60, 3600).map(lambda x: round(x, 3)),
    felt=st.sampled_from(("", *AFTERWARDS)),
    hurt=st.booleans(),
)
SYMPTOMS = st.builds(
    Symptom,
    what=st.sampled_from(e.SYMPTOMS),
    side=st.sampled_from((*SIDES, UNSURE)),
    part=st.sampled_from((*PARTS, UNSURE)),
    severity=SCALES,
    during=st.sampled_from(("", "fists")),
)
FOODS = st.builds(
    Food,
    meal=st.sampled_from(MEALS),
    name=TEXTS,
    grams=_amounts(5000),
    portion=st.sampled_from(("", "1 oz", "1/2 cup")),
    food=st.sampled_from(("", "12061", "own-oats")),
    magnesium_mg=_amounts(20_000),
    potassium_mg=_amounts(20_000),
    calcium_mg=_amounts(20_000),
    food_water_ml=_amounts(5000),
    caffeine_mg=_amounts(2000),
)
SUPPLEMENTS = st.builds(
    Supplement,
    name=TEXTS.filter(bool),
    magnesium_mg=_amounts(10_000),
    potassium_mg=_amounts(10_000),
    calcium_mg=_amounts(10_000),
)
PLAN_MARKS = st.builds(
    PlanMark,
    act=st.sampled_from(PLAN_ACTS),
    step=st.sampled_from(("", "baseline", "water")),
    days=st.integers(0, LONGEST_STEP_DAYS),
    rhythm=st.sampled_from(("steady", "fortnights")),
    keep=st.booleans(),
)
NOTICES = st.builds(
    SafetyNotice, rule=st.sampled_from(("weakness", "numbness")), act=st.sampled_from(NOTICE_ACTS)
)
DETAILS: dict[str, st.SearchStrategy[Details]] = {
    "twitch": TWITCHES,
    "drink": DRINKS,
    "sleep": SLEEPS,
    "checkin": CHECKINS,
    "note": st.builds(Note),
    "routine": SESSIONS,
    "symptom": SYMPTOMS,
    "food": FOODS,
    "supplement": SUPPLEMENTS,
    "plan": PLAN_MARKS,
    "notice": NOTICES,
}
assert set(DETAILS) == set(KINDS)

_NAMES = TEXTS.filter(bool)
OTHERS = st.builds(
    Other,
    kind=TEXTS.filter(bool).map(lambda text: "x" + text),
    contents=st.dictionaries(
        st.text(max_size=9), st.text(max_size=5) | st.integers(-9, 9) | st.booleans() | st.none()
    ).map(lambda fields: tuple(fields.items())),
    counted=st.dictionaries(_NAMES, st.integers(-(10**6), 10**6)).map(
        lambda amounts: tuple((name, amount / 1000) for name, amount in amounts.items())
    ),
)


@st.composite
def entries_of(draw: st.DrawFn, kind: str) -> Entry:
    """Draw an entry of a kind; sleep ends within a day, in whichever zone the person woke."""
    at, until = draw(MOMENTS), None
    if kind == "sleep":
        asleep = draw(st.integers(MINUTE_MS, 24 * HOUR_MS))
        until = Moment(at.utc_ms + asleep, draw(st.just(at.offset_min) | st.integers(-720, 840)))
    note = draw(TEXTS.filter(bool) if kind == "note" else TEXTS)
    return Entry(AN_ID, at, draw(DETAILS[kind]), until, note)


ENTRIES = st.sampled_from(sorted(DETAILS)).flatmap(entries_of)
