"""What insight found, in the person's language: names, levels, sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

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
    Standing,
    StepVerdict,
)
from steadyhands.domain.insight_view import (
    FEWER,
    HOURS_AFTER,
    MORE,
    TIMES,
    by_hour,
    change,
    difference,
    is_chance,
    span,
    wanting,
)
from steadyhands.services.insight import Headline
from steadyhands.ui.widgets.timeline_words import hour_text
from steadyhands.ui.words import (
    breakable,
    capital,
    doing_names,
    duration_text,
    number_text,
    state_names,
    volume_text,
)

_NIGHTS = ("sleep_h", "sleep_shift_h")
_SHARES_NAMED = 5


def tr(text: str) -> str:
    """Return a text about insight translated."""
    return QCoreApplication.translate("insight", text)


def factor_name(key: str) -> str:
    """Return what a factor is called; an own tracker by its own name."""
    return {
        "water_ml": tr("Water"),
        "caffeine_mg": tr("Caffeine"),
        "alcohol_g": tr("Alcohol"),
        "workout_min": tr("Workout"),
        "routine_min": tr("Hand routines"),
        "sleep_h": tr("Sleep"),
        "stress": tr("Stress"),
        "screen_hours": tr("Screen time"),
        "magnesium_mg": tr("Magnesium in food"),
        "potassium_mg": tr("Potassium in food"),
        "calcium_mg": tr("Calcium in food"),
        "caffeine_late_mg": tr("Caffeine after 14:00"),
        "sleep_shift_h": tr("Unusual sleep times"),
        "tiredness": tr("Tiredness"),
        "mental_load": tr("Mental load"),
        "meal_shift_h": tr("Unusual meal times"),
        "supplement_magnesium_mg": tr("Magnesium supplement"),
    }.get(key) or breakable(key.removeprefix(OWN))


def title(finding: Finding) -> str:
    """Return a finding's name with its day or hours: “Alcohol the day before”."""
    if by_hour(finding):
        return tr("{0} in the hours before").format(factor_name(finding.key))
    return link_name(finding.key, finding.lag)


def link_name(key: str, lag: int) -> str:
    """Return the name of a factor on its day."""
    name = factor_name(key)
    if key in _NIGHTS:
        said = tr("{0} two nights before") if lag else tr("{0} the night before")
        return said.format(name)
    return tr("{0} the day before").format(name) if lag == DAY_BEFORE else name


def news_text(headline: Headline) -> str:
    """Return one line about links that the last check-up gave their level; else nothing."""
    names = level_names()
    found = [(link_name(key, lag), level) for key, lag, level in headline.fresh]
    hourly = tr("{0} in the hours before")
    found += [(hourly.format(factor_name(key)), level) for key, _, level in headline.hours]
    if headline.seen or not found:
        return ""
    said = "; ".join(tr("{0}, a {1}").format(name, names[level]) for name, level in found)
    return tr("New this week: {0}. More in Trends.").format(said)


def level_names() -> dict[str, str]:
    """Return the words for how sure a link is."""
    return {
        NOT_ENOUGH: tr("not enough days yet"),
        NONE: tr("no clear link"),
        LITTLE: tr("little or no link"),
        POSSIBLE: tr("possible link"),
        LIKELY: tr("likely link"),
        FADED: tr("was a possible link, no longer clear"),
    }


def pattern_names() -> dict[str, str]:
    """Return the words for how sure a pattern over the day is."""
    return level_names() | {
        NONE: tr("no clear pattern"),
        POSSIBLE: tr("possible pattern"),
        LIKELY: tr("likely pattern"),
        FADED: tr("was a possible pattern, no longer clear"),
    }


def level_text(finding: Finding, standing: Standing) -> str:
    """Return how sure a finding is, or what it still waits for."""
    if finding.level != NOT_ENOUGH:
        return level_names()[finding.level]
    lacks = wanting(finding, standing)
    said = {
        "age": tr("not enough days yet ({0} of {1})"),
        "days": tr("not enough days yet ({0} of {1})"),
        "known": tr("not enough days with it yet ({0} of {1})"),
        "twitches": tr("not enough twitches yet ({0} of {1})"),
        "high": tr("too few days with more of it yet ({0} of {1})"),
        "low": tr("too few days with less of it yet ({0} of {1})"),
        "inside": tr("not enough twitches in those hours yet ({0} of {1})"),
        "outside": tr("not enough twitches in other hours yet ({0} of {1})"),
        "next": tr("enough days now; the next check-up tells"),
    }[lacks.what]
    return said.format(number_text(lacks.have), number_text(lacks.need))


def amount_text(amount: float, unit: str, units: str = "auto") -> str:
    """Return an amount: “150 mg”, “1 h 15 min”, “2 points”."""
    if unit == "h":
        return duration_text(max(5, round(amount * 12) * 5))
    if unit == "score":
        one = round(amount, 1) == 1
        return (tr("{0} point") if one else tr("{0} points")).format(number_text(amount, 1))
    if unit == "ml":
        return volume_text(amount, units)
    return f"{number_text(amount, 1)}\u00a0{unit}".rstrip("\u00a0")


def when(finding: Finding, units: str = "auto") -> str:
    """Return on which days, or after what: “on days with 150 mg more caffeine”."""
    basis = finding.basis
    amount = amount_text(difference(finding), basis.unit if basis else "", units)
    if by_hour(finding):
        first, last = HOURS_AFTER[finding.key]
        said = tr("{0} to {1} hours after {2} of {3}") if first else tr("in the {1} hours after {2} of {3}")  # fmt: skip # noqa: E501
        return said.format(first, last, amount, _doses()[finding.key])
    has = basis is not None and basis.with_or_without
    what = (_with(finding.key) if has else _more(finding.key)).format(amount)
    if finding.key in _NIGHTS:
        said = tr("two nights after {0}") if finding.lag else tr("after nights with {0}")
    else:
        said = tr("on the day after {0}") if finding.lag == DAY_BEFORE else tr("on days with {0}")
    return said.format(what)


def _doses() -> dict[str, str]:
    return {
        "caffeine_mg": tr("caffeine"),
        "alcohol_g": tr("alcohol"),
        "routine_min": tr("hand routines"),
    }


def _with(key: str) -> str:
    """Return what days with something have, against days without it."""
    return {
        "alcohol_g": tr("alcohol"),
        "workout_min": tr("a workout"),
        "routine_min": tr("hand routines"),
        "caffeine_mg": tr("caffeine"),
        "caffeine_late_mg": tr("caffeine after 14:00"),
        "supplement_magnesium_mg": tr("a magnesium supplement"),
    }.get(key) or factor_name(key).replace("{", "{{").replace("}", "}}")


def _more(key: str) -> str:
    """Return what days with more of something have, the amount in place of {0}."""
    own = factor_name(key).replace("{", "{{").replace("}", "}}")
    return {
        "water_ml": tr("{0} more water"),
        "caffeine_mg": tr("{0} more caffeine"),
        "alcohol_g": tr("{0} more alcohol"),
        "workout_min": tr("{0} more exercise"),
        "routine_min": tr("{0} more of hand routines"),
        "sleep_h": tr("{0} more sleep"),
        "stress": tr("stress {0} higher"),
        "screen_hours": tr("{0} more at a screen"),
        "magnesium_mg": tr("{0} more magnesium in food"),
        "potassium_mg": tr("{0} more potassium in food"),
        "calcium_mg": tr("{0} more calcium in food"),
        "caffeine_late_mg": tr("{0} more caffeine after 14:00"),
        "sleep_shift_h": tr("sleep {0} further from its usual time"),
        "tiredness": tr("tiredness {0} higher"),
        "mental_load": tr("mental load {0} higher"),
        "meal_shift_h": tr("meals {0} further from their usual times"),
        "supplement_magnesium_mg": tr("{0} more magnesium from a supplement"),
    }.get(key) or tr("{0} more of {1}").replace("{1}", own)


def change_text(ratio: float, rough: bool = False) -> str:
    """Return “30 % more”, “40 % fewer”, “2.4 times as many”."""
    said = change(ratio, rough)
    return _kinds()[said.kind].format(number_text(said.amount, 1))


def _kinds() -> dict[str, str]:
    return {
        MORE: tr("{0}\u00a0% more"),
        FEWER: tr("{0}\u00a0% fewer"),
        TIMES: tr("{0} times as many"),
    }


def range_text(low: float, high: float) -> str:
    """Return “5 to 60 % more”, “18 % fewer to 30 % more”."""
    first, last = span(low, high)
    if first.kind != last.kind:
        return tr("{0} to {1}").format(change_text(low), change_text(high))
    ends = (number_text(first.amount, 1), number_text(last.amount, 1))
    return _kinds()[first.kind].format(tr("{0} to {1}").format(*ends))


def sentence(finding: Finding, units: str = "auto") -> str:
    """Return what is known of a finding; nothing where nothing could be reckoned."""
    if finding.level == NOT_ENOUGH:
        return ""
    if finding.ratio is None or finding.low is None or finding.high is None:
        return tr("The present days cannot say how much.")
    facts = {
        "when": capital(when(finding, units)),
        "about": change_text(finding.ratio, rough=True),
        "fits": range_text(finding.low, finding.high),
        "days": number_text(finding.days),
    }
    if finding.level in (POSSIBLE, LIKELY):
        said = tr(
            "{when}, about {about} logged twitches; the range that fits the data is {fits};"
            " {days} days. Goes with, not because of."
        ).format(**facts)
        return " ".join([said, *_how_sure(finding)])
    if finding.level == LITTLE:
        return tr(
            "{when}, any difference is smaller than about 25\u00a0% ({fits} fits; {days} days)."
        ).format(**facts)
    said = tr("{when}, {fits} fits the data; {days} days.").format(**facts)
    if is_chance(finding):
        said = tr("{0} Among so many things looked at, that is no sign.").format(said)
    return said


def _how_sure(finding: Finding) -> list[str]:
    said = []
    if finding.level == POSSIBLE:
        said.append(tr("It could still be chance; a step of the plan can test it."))
    elif finding.confirmed:
        said.append(tr("It held up in later days."))
    if finding.partner:
        other = factor_name(finding.partner)
        said.append(tr("Your days cannot tell it from this: {0}.").format(other))
    return said


def clock_text(standing: Standing) -> str:
    """Return which part of the day stands out, or that none does; nothing if not looked at."""
    found = [block for block in standing.clock if block.level in (POSSIBLE, LIKELY)]
    if found:
        return " ".join(_block(block) for block in found)
    tested = any(block.level == NONE for block in standing.clock)
    return tr("Over the day: no part of it stands out clearly.") if tested else ""


def _block(block: ClockFinding) -> str:
    hours = tr("{0}–{1}").format(hour_text(block.first), hour_text(block.last % 24))
    if block.ratio is None or block.low is None or block.high is None:
        return tr("Over the day: {0} stood out.").format(hours)
    times = change(block.ratio, rough=True).kind == TIMES
    about = tr("{0} as at other times") if times else tr("{0} than at other times")
    said = {
        "awake": tr("Over the day, per awake hour: {0} {1} ({2} fits; {3} days)."),
        "active": tr("Over the day, per hour at the desk: {0} {1} ({2} fits; {3} days)."),
    }[block.per]
    return said.format(
        hours,
        about.format(change_text(block.ratio, rough=True)),
        range_text(block.low, block.high),
        number_text(block.days),
    )


def shares_text(standing: Standing) -> str:
    """Return what hands were doing, as shares of the twitches that say so; no rate, no cause."""
    names = doing_names() | state_names()
    told = [share for share in standing.shares if share.tag.startswith("doing:")]
    if not told:
        return ""
    parts = [
        tr("{0} {1}\u00a0% ({2}–{3})").format(
            names.get(share.tag.partition(":")[2], share.tag.partition(":")[2]).lower(),
            *(number_text(100 * each) for each in (share.share, share.low, share.high)),
        )
        for share in told[:_SHARES_NAMED]
    ]
    return tr(
        "What hands were doing, of {0} twitches that say so: {1}. How long you did each is not"
        " known, so this names no cause."
    ).format(number_text(told[0].of), ", ".join(parts))


def rising_text(rising: Rising) -> str:
    """Return a trend over weeks in calm words; nothing where there are too few days."""
    if rising.weekly is None or rising.low is None or rising.high is None:
        return ""
    weeks, fits = number_text(rising.weeks), range_text(rising.low, rising.high)
    if rising.side:
        if not rising.alarm:
            return ""
        said = {
            "left": tr("The left hand's part of the twitches has been growing for {0} weeks."),
            "right": tr("The right hand's part of the twitches has been growing for {0} weeks."),
        }[rising.side]
        return f"{said.format(weeks)} {_settles()}"
    if rising.alarm:
        about = change_text(rising.weekly)
        said = tr("Logged twitching has been rising for {0} weeks: about {1} a week ({2} fits).")
        return f"{said.format(weeks, about, fits)} {_settles()}"
    said = tr("Over {0} weeks, logged twitching has not clearly risen ({1} a week fits).")
    return said.format(weeks, fits)


def _settles() -> str:
    return tr("This often settles; if it goes on, show the chart to a clinician.")


def verdict_text(verdict: StepVerdict) -> str:
    """Return what changed with a step; nothing before it is due or with too few days."""
    if verdict.ratio is None or verdict.low is None or verdict.high is None:
        return ""
    facts = {
        "about": change_text(verdict.ratio, rough=True),
        "fits": range_text(verdict.low, verdict.high),
        "days": number_text(verdict.step_days),
        "before": number_text(verdict.baseline_days),
    }
    said = {
        NONE: tr("No clear change in logged twitches ({fits} fits; {days} days, {before} before)."),
        POSSIBLE: tr(
            "Possible change: about {about} logged twitches ({fits} fits; {days} days,"
            " {before} before). It came with the step, which is not yet because of it."
        ),
        LIKELY: tr(
            "Likely change: about {about} logged twitches ({fits} fits; {days} days,"
            " {before} before). It came with the step, which is not yet because of it."
        ),
    }
    return said[verdict.level].format(**facts) if verdict.level in said else ""


def expect_text(expect: float, days: int) -> str:
    """Return what a step of so many days can show, with ups and downs as they are now."""
    weeks = number_text(days / 7, 1)
    smallest = number_text(change(expect, True).amount)
    return tr(
        "With your ups and downs, {0} weeks can show a change only if it is about {1}\u00a0% or"
        " more."
    ).format(weeks, smallest)
