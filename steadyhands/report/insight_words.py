"""What insight found, in plain English sentences: for the report and the command line."""

from __future__ import annotations

from steadyhands.domain.factors import DAY_BEFORE, OWN
from steadyhands.domain.insight import (
    FADED,
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    POSSIBLE,
    ClockFinding,
    Finding,
    Rising,
    Share,
    Standing,
    StepVerdict,
    Suggestion,
)
from steadyhands.domain.insight_view import (
    FEWER,
    HOURS_AFTER,
    TIMES,
    by_hour,
    change,
    difference,
    is_chance,
    span,
    wanting,
)

LEVEL_NAMES = {
    NOT_ENOUGH: "not enough days yet",
    NONE: "no clear link",
    LITTLE: "little or no link",
    POSSIBLE: "possible link",
    LIKELY: "likely link",
    FADED: "was a possible link, no longer clear",
}
VERDICT_NAMES = {
    NOT_ENOUGH: "not known yet",
    NONE: "no clear change",
    POSSIBLE: "possible change",
    LIKELY: "likely change",
}
NOT_BECAUSE = "Goes with, not because of."
NAMES = {
    "water_ml": "Water",
    "caffeine_mg": "Caffeine",
    "alcohol_g": "Alcohol",
    "workout_min": "Workout",
    "routine_min": "Hand routines",
    "sleep_h": "Sleep",
    "stress": "Stress",
    "screen_hours": "Screen time",
    "magnesium_mg": "Magnesium in food",
    "potassium_mg": "Potassium in food",
    "calcium_mg": "Calcium in food",
    "caffeine_late_mg": "Caffeine after 14:00",
    "sleep_shift_h": "Unusual sleep times",
    "tiredness": "Tiredness",
    "mental_load": "Mental load",
    "meal_shift_h": "Unusual meal times",
    "supplement_magnesium_mg": "Magnesium supplement",
}
_PERCENT = "\N{NO-BREAK SPACE}%"
_NIGHTS = ("sleep_h", "sleep_shift_h")
_MORE = {
    "water_ml": "{0} more water",
    "caffeine_mg": "{0} more caffeine",
    "alcohol_g": "{0} more alcohol",
    "workout_min": "{0} more exercise",
    "routine_min": "{0} more of hand routines",
    "sleep_h": "{0} more sleep",
    "stress": "stress {0} higher",
    "screen_hours": "{0} more at a screen",
    "magnesium_mg": "{0} more magnesium in food",
    "potassium_mg": "{0} more potassium in food",
    "calcium_mg": "{0} more calcium in food",
    "caffeine_late_mg": "{0} more caffeine after 14:00",
    "sleep_shift_h": "sleep {0} further from its usual time",
    "tiredness": "tiredness {0} higher",
    "mental_load": "mental load {0} higher",
    "meal_shift_h": "meals {0} further from their usual times",
    "supplement_magnesium_mg": "{0} more magnesium from a supplement",
}
_WITH = {
    "alcohol_g": "alcohol",
    "workout_min": "a workout",
    "routine_min": "hand routines",
    "caffeine_mg": "caffeine",
    "caffeine_late_mg": "caffeine after 14:00",
    "supplement_magnesium_mg": "a magnesium supplement",
}


def name(key: str) -> str:
    """Return what a factor is called; an own tracker by its own name."""
    return NAMES.get(key, key.removeprefix(OWN))


def title(finding: Finding) -> str:
    """Return a finding's name with its day: “Alcohol the day before”."""
    said = name(finding.key)
    if by_hour(finding):
        return f"{said} in the hours before"
    if finding.key in _NIGHTS:
        return f"{said} two nights before" if finding.lag else f"{said} the night before"
    return f"{said} the day before" if finding.lag == DAY_BEFORE else said


def when(finding: Finding) -> str:
    """Return on which days, or after what: “on days with 150 mg more caffeine”."""
    basis, key = finding.basis, finding.key
    amount = amount_text(difference(finding), basis.unit if basis else "")
    if by_hour(finding):
        first, last = HOURS_AFTER[key]
        what = {"caffeine_mg": "caffeine", "alcohol_g": "alcohol"}.get(key, "hand routines")
        begins = f"{first} to {last} hours after" if first else f"in the {last} hours after"
        return f"{begins} {amount} of {what}"
    if basis is not None and basis.with_or_without:
        what = _WITH.get(key, name(key))
    else:
        known = _MORE.get(key)
        what = known.format(amount) if known else f"{amount} more of {name(key)}"
    if key in _NIGHTS:
        return f"after nights with {what}" if not finding.lag else f"two nights after {what}"
    return f"on the day after {what}" if finding.lag == DAY_BEFORE else f"on days with {what}"


def amount_text(amount: float, unit: str) -> str:
    """Return an amount: `150 mg`, `1 h 15 min`, `2 points`."""
    if unit == "h":
        minutes = round(amount * 60 / 5) * 5
        hours, rest = divmod(max(minutes, 5), 60)
        return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))
    if unit == "score":
        return "1 point" if round(amount, 1) == 1 else f"{amount:.2g} points"
    if unit == "ml" and amount >= 1000:
        return f"{amount / 1000:.2g} L"
    return f"{amount:,.10g} {unit}".rstrip()


def change_text(ratio: float, rough: bool = False) -> str:
    """Return `30 % more`, `40 % fewer`, `2.4 times as many`."""
    said = change(ratio, rough)
    if said.kind == TIMES:
        return f"{said.amount:g} times as many"
    return f"{said.amount:g}{_PERCENT} {said.kind}"


def range_text(low: float, high: float) -> str:
    """Return `5 to 60 % more`, `18 % fewer to 30 % more`, the smaller change first."""
    first, last = span(low, high)
    if first.kind != last.kind:
        return f"{change_text(low)} to {change_text(high)}"
    unit = " times as many" if first.kind == TIMES else f"{_PERCENT} {first.kind}"
    return f"{first.amount:g} to {last.amount:g}{unit}"


def sentence(finding: Finding, standing: Standing) -> str:
    """Return all that is known of a finding, in plain words."""
    if finding.level == NOT_ENOUGH:
        return f"{capital(wanting_text(finding, standing))}."
    days = f"{finding.days:,} days"
    begins = capital(when(finding))
    if finding.ratio is None or finding.low is None or finding.high is None:
        return f"{capital(LEVEL_NAMES[finding.level])}. The present days cannot say how much."
    fits = range_text(finding.low, finding.high)
    if finding.level in (POSSIBLE, LIKELY):
        about = change_text(finding.ratio, rough=True)
        said = f"{begins}, about {about} logged twitches; the range that fits the data is {fits}; "
        return " ".join([f"{said}{days}.", *_how_sure(finding), NOT_BECAUSE])
    if finding.level == LITTLE:
        return f"{begins}, any difference is smaller than about 25{_PERCENT} ({fits} fits; {days})."
    said = f"{begins}, {fits} fits the data; {days}."
    return (
        f"{said} Among so many things looked at, that is no sign." if is_chance(finding) else said
    )


def _how_sure(finding: Finding) -> list[str]:
    said = ["It held up in later days." if finding.confirmed else ""]
    if finding.level == POSSIBLE:
        said = ["It could still be chance; a step of the plan can test it."]
    if finding.partner:
        said.append(f"These days cannot tell it from {name(finding.partner).lower()}.")
    return [each for each in said if each]


def level_text(finding: Finding, standing: Standing) -> str:
    """Return the level in words, with what is missing for one."""
    if finding.level == NOT_ENOUGH:
        return wanting_text(finding, standing)
    return LEVEL_NAMES[finding.level]


def wanting_text(finding: Finding, standing: Standing) -> str:
    """Return `not enough days yet (11 of 28)`, or what else is missing."""
    lacks = wanting(finding, standing)
    of = f"({lacks.have} of {lacks.need})"
    return {
        "age": f"not enough days yet {of}",
        "days": f"not enough days yet {of}",
        "known": f"not enough days with it yet {of}",
        "twitches": f"not enough twitches yet {of}",
        "high": f"too few days with more of it yet {of}",
        "low": f"too few days with less of it yet {of}",
        "inside": f"not enough twitches in those hours yet {of}",
        "outside": f"not enough twitches in other hours yet {of}",
        "next": "enough days now; the next check-up tells",
    }[lacks.what]


def clock_text(standing: Standing) -> str:
    """Return which part of the day stands out per hour awake, or that none does."""
    found = [block for block in standing.clock if block.level in (POSSIBLE, LIKELY)]
    if not found:
        tested = any(block.level == NONE for block in standing.clock)
        return "No part of the day stands out clearly." if tested else ""
    return " ".join(_block(block) for block in found)


def _block(block: ClockFinding) -> str:
    hours, per = (
        f"{block.first}:00 to {block.last % 24}:00",
        "active" if block.per == "active" else "awake",
    )
    if block.ratio is None or block.low is None or block.high is None:
        return f"{hours} stood out per {per} hour."
    than = "as" if change(block.ratio, True).kind == TIMES else "than"
    return (
        f"Per {per} hour, {hours} has {change_text(block.ratio, True)} logged twitches {than} the"
        f" rest of the day ({range_text(block.low, block.high)} fits; {block.days:,} days)."
    )


def shares_text(shares: tuple[Share, ...], kind: str, names: dict[str, str]) -> str:
    """Return the shares of what was said about twitches, most frequent first."""
    told = [share for share in shares if share.tag.startswith(f"{kind}:")]
    if not told:
        return ""
    parts = [
        f"{names.get(each.tag.partition(':')[2], each.tag.partition(':')[2])}"
        f" {each.share * 100:.0f}{_PERCENT} ({each.low * 100:.0f} to {each.high * 100:.0f})"
        for each in told[:5]
    ]
    return f"Of {told[0].of:,} twitches that say so: {', '.join(parts)}."


def rising_text(rising: Rising) -> str:
    """Return a trend over weeks in calm words."""
    if rising.weekly is None or rising.low is None or rising.high is None:
        return "Over the weeks: not enough days yet."
    fits = f"{range_text(rising.low, rising.high)} a week fits"
    weeks = f"{rising.weeks} weeks"
    if rising.side:
        part = f"The {rising.side} hand's part"
        if rising.alarm:
            return (
                f"{part} has been growing for {weeks}. This often settles; if it goes on, show the"
                " chart to a clinician."
            )
        return f"{part} has not clearly grown over {weeks}."
    if rising.alarm:
        about = change_text(rising.weekly)
        return (
            f"Logged twitching has been rising for {weeks}: about {about} a week ({fits})."
            " This often settles; if it goes on, show the chart to a clinician."
        )
    return f"Over {weeks} logged twitching has not clearly risen ({fits}; {rising.days:,} days)."


def verdict_text(verdict: StepVerdict) -> str:
    """Return what changed with a step, and over how many days."""
    days = f"{verdict.step_days} days against {verdict.baseline_days} before"
    if verdict.level == NOT_ENOUGH or verdict.low is None or verdict.high is None:
        return f"Not enough recorded days to tell ({days})."
    fits = f"{range_text(verdict.low, verdict.high)} fits; {days}"
    if verdict.level == NONE:
        return f"No clear change in logged twitches ({fits})."
    about = change_text(verdict.ratio or 1.0, rough=True)
    return (
        f"{capital(VERDICT_NAMES[verdict.level])}: about {about} logged twitches ({fits})."
        " Changed with the step, which is not yet because of it."
    )


def expect_text(expect: float | None) -> str:
    """Return the smallest change that a step can show."""
    if expect is None:
        return ""
    smallest = f"{change(expect, True).amount:g}{_PERCENT}"
    return f"can show a change only if it is about {smallest} {FEWER} or more"


def capital(text: str) -> str:
    """Return text with its first letter large."""
    return text[:1].upper() + text[1:]


STEP_NAMES = {
    "baseline": "Baseline",
    "water": "Water and late caffeine",
    "magnesium": "Magnesium-rich foods",
    "balance": "Potassium and calcium in balance",
    "sleep": "Enough sleep at regular times",
    "movement": "Gentle hand movement",
    "meals": "Meals at consistent times",
    "stress": "Stress and mental load",
}


def step_name(key: str) -> str:
    """Return what a step of the plan is called."""
    return STEP_NAMES.get(key, key)


def suggestion_text(suggestion: Suggestion) -> str:
    """Return which step to do next, how, for how long, and what it can show."""
    turns = ", two weeks on and two off in turn" if suggestion.design == "fortnights" else ""
    said = f"{step_name(suggestion.step)}, {suggestion.weeks} weeks{turns}."
    if suggestion.why == "link":
        said += f" {name(suggestion.factor)} is a possible link; a step can test it."
    expect = expect_text(suggestion.expect)
    return f"{said} It {expect}." if expect else said
