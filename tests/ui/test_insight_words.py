"""Findings in the window's words; in English they say what the report says."""

from __future__ import annotations

import pytest

from steadyhands.domain.factors import FACTORS
from steadyhands.domain.insight import (
    FADED,
    LEVELS,
    LIKELY,
    LITTLE,
    NONE,
    NOT_ENOUGH,
    POSSIBLE,
    Basis,
    ClockFinding,
    Needs,
    Rising,
    Share,
    StepVerdict,
)
from steadyhands.report import insight_words as plain
from steadyhands.services.insight import Headline
from steadyhands.ui import insight_words as words
from tests.domain.test_insight_view import a_finding, a_standing

CLEAR = {"ratio": 1.31, "low": 1.05, "high": 1.6, "basis": Basis(300, 100, "mg"), "days": 84}


def test_every_factor_and_level_has_a_name(qapp):
    for factor in FACTORS:
        assert words.factor_name(factor.key) == plain.name(factor.key)
    assert set(words.level_names()) == set(plain.LEVEL_NAMES) == set(LEVELS)
    assert words.level_names() == plain.LEVEL_NAMES
    assert words.factor_name("own:{0}") == "{0}"


@pytest.mark.parametrize("level", [NONE, LITTLE, POSSIBLE, LIKELY, FADED])
@pytest.mark.parametrize("lag", [0, 1])
@pytest.mark.parametrize("key", ["caffeine_mg", "sleep_h", "stress", "alcohol_g", "own:walk {1}"])
def test_sentences_say_the_same_in_both_faces(qapp, key, lag, level):
    for basis in (Basis(3, 1, "score"), Basis(7.5, 6, "h"), Basis(22, 0, "g", True)):
        finding = a_finding(key, lag, level, **{**CLEAR, "basis": basis})
        told = words.sentence(finding)
        assert words.capital(words.when(finding)) == plain.capital(plain.when(finding))
        assert plain.range_text(1.05, 1.6) in told or level == LITTLE
        assert "84 days" in told
        assert ("Goes with, not because of." in told) == (level in (POSSIBLE, LIKELY))
        assert words.title(finding) == plain.title(finding)


def test_a_possible_link_in_full(qapp):
    told = words.sentence(a_finding(level=POSSIBLE, partner="sleep_h", **CLEAR))
    assert told.replace("\u00a0", " ") == (
        "On days with 200 mg more caffeine, about 30 % more logged twitches; the range that fits"
        " the data is 5 to 60 % more; 84 days. Goes with, not because of. It could still be"
        " chance; a step of the plan can test it. Your days cannot tell it from this: Sleep."
    )


def test_without_enough_days_there_is_a_count_and_no_sentence(qapp):
    finding = a_finding(level=NOT_ENOUGH, needs=Needs(40, 90, 11, 6, 6, 10))
    assert words.level_text(finding, a_standing()) == "not enough days with it yet (11 of 21)"
    assert words.sentence(finding) == ""
    young = a_standing(day=100, checkup=0, next_checkup=117)
    assert words.level_text(finding, young) == "not enough days yet (11 of 28)"


def test_the_clock_and_hands_are_rates_and_shares(qapp):
    block = ClockFinding(12, 18, POSSIBLE, 2.1, 1.8, 2.4, 116, 900)
    told = words.clock_text(a_standing(clock=(block,)))
    assert "per awake hour: 12:00–18:00 2.1 times as many as at other times" in told
    desk = block.replaced(per="active", ratio=0.7, low=0.6, high=0.8)
    told = words.clock_text(a_standing(clock=(desk,))).replace("\u00a0", " ")
    assert "per hour at the desk: 12:00–18:00 30 % fewer than at other times" in told
    assert words.clock_text(a_standing()) == ""
    told = words.shares_text(a_standing(shares=(Share("doing:typing", 30, 60, 0.5, 0.4, 0.6),)))
    assert "typing 50\u00a0% (40–60)" in told and "names no cause" in told


def test_a_rise_is_calm(qapp):
    alarm = Rising("", True, 1.08, 1.03, 1.13, weeks=14, days=90)
    told = words.rising_text(alarm).replace("\u00a0", " ")
    assert told.startswith("Logged twitching has been rising for 14 weeks: about 8 % more a week")
    assert "This often settles" in told
    assert "growing for 14 weeks" in words.rising_text(alarm.replaced(side="left"))
    assert words.rising_text(alarm.replaced(side="left", alarm=False)) == ""
    assert words.rising_text(Rising("", False)) == ""


def test_verdicts_and_what_a_step_can_show(qapp):
    verdict = StepVerdict("water", LIKELY, 90, 26, 28, 0.65, 0.44, 0.95)
    told = words.verdict_text(verdict).replace("\u00a0", " ")
    assert told.startswith("Likely change: about 35 % fewer logged twitches (5 to 56 % fewer fits")
    assert "not yet because of it" in told
    assert "No clear change" in words.verdict_text(verdict.replaced(level=NONE))
    assert words.verdict_text(StepVerdict("water", NOT_ENOUGH, 90, 26, 28)) == ""
    assert words.expect_text(0.4, 28).replace("\u00a0", " ") == (
        "With your ups and downs, 4 weeks can show a change only if it is about 60 % or more."
    )


def test_news_is_one_line_or_nothing(qapp):
    new = Headline(98, 105, fresh=(("sleep_h", 0, POSSIBLE),), hours=(("caffeine_mg", 1, LIKELY),))
    assert words.news_text(new) == (
        "New this week: Sleep the night before, a possible link; Caffeine in the hours before, a"
        " likely link. More in Trends."
    )
    assert words.news_text(new.replaced(seen=True)) == ""
    assert words.news_text(Headline(98, 105)) == ""
