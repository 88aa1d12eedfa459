"""The plan's steps and what goes with twitching, as a clinician reads them."""

from datetime import date

import pytest

from steadyhands.domain.insight import (
    FADED,
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    POSSIBLE,
    Basis,
    ClockFinding,
    Rising,
    Share,
    StepRun,
    StepVerdict,
    Suggestion,
)
from steadyhands.domain.moment import epoch_day
from steadyhands.report import findings, insight_words
from tests.domain.test_insight_view import a_finding, a_standing

MG = Basis(300, 100, "mg")
CLEAR = {"ratio": 1.31, "low": 1.05, "high": 1.6, "basis": MG, "days": 84}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(finding) -> str:
    return plain(insight_words.sentence(finding, a_standing(finding)))


def test_a_possible_link_says_range_days_and_that_it_is_no_cause():
    assert said(a_finding(level=POSSIBLE, **CLEAR)) == (
        "On days with 200 mg more caffeine, about 30 % more logged twitches; the range that fits"
        " the data is 5 to 60 % more; 84 days. It could still be chance; a step of the plan can"
        " test it. Goes with, not because of."
    )


def test_a_likely_link_held_up_and_names_what_cannot_be_told_from_it():
    sleep = {"ratio": 0.71, "low": 0.55, "high": 0.91, "basis": Basis(7.75, 6.5, "h"), "days": 40}
    told = said(a_finding("sleep_h", level=LIKELY, confirmed=True, partner="caffeine_mg", **sleep))
    assert told.startswith("After nights with 1 h 15 min more sleep, about 30 % fewer logged")
    assert "9 to 45 % fewer" in told
    assert "It held up in later days. These days cannot tell it from caffeine." in told


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"low": 0.82, "high": 1.3, "level": NONE}, "18 % fewer to 30 % more fits the data"),
        ({"low": 1.05, "level": NONE}, "Among so many things looked at, that is no sign."),
        ({"low": 0.9, "high": 1.1, "level": LITTLE}, "any difference is smaller than about 25 %"),
        ({"level": FADED}, "5 to 60 % more fits the data"),
        ({"level": POSSIBLE, "ratio": None}, "The present days cannot say how much."),
    ],
)
def test_each_level_has_its_words_and_no_more(more, words):
    told = said(a_finding(**(CLEAR | more)))
    assert words in told
    assert ("about" in told.replace("smaller than about", "")) == (more.get("level") == "nothing")


def test_the_day_before_and_days_with_and_without_are_said_as_such():
    with_it = {**CLEAR, "basis": Basis(22, 0, "g", with_or_without=True), "level": NONE}
    assert said(a_finding("alcohol_g", 1, **with_it)).startswith("On the day after alcohol, ")
    assert insight_words.title(a_finding("alcohol_g", 1)) == "Alcohol the day before"
    assert insight_words.title(a_finding("sleep_h", 1)) == "Sleep two nights before"
    own = a_finding("own:long walks", **{**CLEAR, "basis": Basis(3, 1, ""), "level": NONE})
    assert said(own).startswith("On days with 2 more of long walks, ")


def test_the_hours_before_name_their_hours():
    hour = a_finding(lag=1, method="case-crossover", **{**CLEAR, "basis": Basis(100, 0, "mg")})
    assert insight_words.title(hour) == "Caffeine in the hours before"
    assert said(hour).startswith("1 to 6 hours after 100 mg of caffeine, ")
    routine = hour.replaced(key="routine_min", basis=Basis(5, 0, "min"))
    assert said(routine).startswith("In the 4 hours after 5 min of hand routines, ")


def test_the_clock_and_what_hands_did_are_rates_and_shares():
    block = ClockFinding(12, 18, POSSIBLE, 2.1, 1.8, 2.4, 116, 900)
    told = plain(insight_words.clock_text(a_standing(clock=(block,))))
    assert told == (
        "Per awake hour, 12:00 to 18:00 has 2.1 times as many logged twitches as the rest of the"
        " day (1.8 to 2.4 times as many fits; 116 days)."
    )
    desk = block.replaced(per="active", ratio=1.4, low=1.2, high=1.6)
    told = insight_words.clock_text(a_standing(clock=(desk,)))
    assert "Per active hour" in told and "more logged twitches than" in told
    flat = a_standing(clock=(block.replaced(level=NONE),))
    assert insight_words.clock_text(flat) == "No part of the day stands out clearly."
    shares = (Share("doing:typing", 30, 60, 0.5, 0.4, 0.6), Share("state:rest", 9, 9, 1, 0.7, 1))
    told = plain(insight_words.shares_text(shares, "doing", {}))
    assert told == "Of 60 twitches that say so: typing 50 % (40 to 60)."


def test_a_rise_is_said_calmly_and_steadiness_too():
    alarm = Rising("", True, 1.08, 1.03, 1.13, weeks=14, days=90)
    told = plain(insight_words.rising_text(alarm))
    assert told.startswith("Logged twitching has been rising for 14 weeks: about 8 % more a week")
    assert told.endswith("This often settles; if it goes on, show the chart to a clinician.")
    calm = plain(insight_words.rising_text(alarm.replaced(alarm=False, low=0.97)))
    assert "has not clearly risen (3 % fewer to 13 % more a week fits; 90 days)" in calm
    assert "right hand's part has been growing" in insight_words.rising_text(
        alarm.replaced(side="right")
    )
    assert "not enough days" in insight_words.rising_text(Rising("", False))


DAY = epoch_day(date(2026, 3, 1))
RUN = StepRun("water", DAY - 60, DAY - 32, DAY - 5, ((DAY - 32, DAY - 5),), "water_ml", True)
VERDICT = StepVerdict("water", POSSIBLE, DAY - 4, 26, 28, 0.65, 0.44, 0.95, 0.6)


def test_a_step_has_its_verdict_or_the_day_it_is_due():
    late = RUN.replaced(step="magnesium", first=DAY - 4, last=DAY + 23, on=((DAY - 4, DAY + 23),))
    waits = StepVerdict("magnesium", NOT_ENOUGH, DAY + 24, 28, 4)
    standing = a_standing(day=DAY, verdicts=(VERDICT, waits))
    section = findings.plan((RUN, late), standing)
    one, two = (tuple(map(plain, row)) for row in section.blocks[0].rows)
    assert one[:2] == ("Water and late caffeine", "28 Jan to 24 Feb")
    assert one[2].startswith("Possible change: about 35 % fewer logged twitches (5 to 56 % fewer")
    assert "not yet because of it" in one[2]
    assert two[2] == "told at its planned end, 25 Mar (4 days so far)"
    assert findings.plan((), a_standing()) is None


def test_a_step_without_a_change_or_enough_days_says_so():
    none = plain(insight_words.verdict_text(VERDICT.replaced(level=NONE, high=1.25)))
    assert none.startswith("No clear change in logged twitches (56 % fewer to 25 % more fits")
    few = VERDICT.replaced(level=NOT_ENOUGH, ratio=None, low=None, high=None, step_days=9)
    assert insight_words.verdict_text(few).startswith("Not enough recorded days to tell (9 days")


def test_the_section_shows_what_was_not_found_too_and_nothing_if_nothing_was_looked_at():
    none = a_finding("water_ml", **{**CLEAR, "low": 0.9, "basis": Basis(900, 200, "ml")})
    link = a_finding(level=POSSIBLE, **CLEAR)
    section = findings.insight(a_standing(none, link, a_finding("stress", level=NOT_ENOUGH)))
    first, second = (tuple(map(plain, row)) for row in section.blocks[0].rows)
    assert first == (
        "Caffeine", "possible link", "on days with 200 mg more caffeine",
        "30 % more (5 to 60 % more)", "84",
    )  # fmt: skip
    assert second[1] == "no clear link"
    assert second[3] == "10 % fewer to 60 % more", "no estimate before a link is possible"
    assert "not because of" in section.blocks[-1].text
    assert findings.insight(a_standing(a_finding(level=NOT_ENOUGH))) is None


def test_stretches_of_a_step_are_cut_to_the_report_and_pauses_do_not_part_them():
    first, last = date(2026, 2, 1), date(2026, 2, 28)
    paused = RUN.replaced(on=((DAY - 32, DAY - 20), (DAY - 17, DAY - 5)))
    assert findings.phases((paused,), first, last) == [("Water", first, date(2026, 2, 24))]
    turns = RUN.replaced(on=((DAY - 60, DAY - 47), (DAY - 32, DAY - 19)))
    assert findings.phases((turns,), first, last) == [("Water", first, date(2026, 2, 10))]


def test_a_suggestion_names_step_length_and_what_it_can_show():
    told = plain(insight_words.suggestion_text(
        Suggestion("water", "water_ml", "fortnights", 8, 0.55, "link")
    ))  # fmt: skip
    assert told == (
        "Water and late caffeine, 8 weeks, two weeks on and two off in turn. Water is a possible"
        " link; a step can test it. It can show a change only if it is about 45 % fewer or more."
    )
