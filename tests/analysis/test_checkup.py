"""Check-ups: what was answered on a day, what is remembered, and when a level changes."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.analysis.checkup import reads_from, standing_as_of
from steadyhands.analysis.looks import Look, checkup_days
from steadyhands.analysis.table import day_table
from steadyhands.analysis.verdicts import Verdicts
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import (
    FADED,
    LEVELS,
    LIKELY,
    LITTLE,
    NOT_ENOUGH,
    POSSIBLE,
    StepRun,
    StepVerdict,
)
from tests.simulate.diary import Diary
from tests.simulate.person import FIRST_DAY, Person, Scenario
from tests.simulate.tables import FIRST, a_table

DAYS = 80
CAFFEINE = ("caffeine_mg", 0)


@pytest.fixture(scope="module")
def entries():
    truth = Scenario(effects={CAFFEINE: 4.0}, base=6, easy=True)
    return Diary(Person(truth, 21, DAYS + 10)).entries


@pytest.fixture(scope="module")
def table(entries):
    return day_table(entries, FIRST_DAY + DAYS)


@pytest.fixture(scope="module")
def standing(table):
    return standing_as_of(table, FIRST_DAY + DAYS)


def test_a_strong_link_is_told_with_all_that_stands_behind_it(standing):
    found = next(f for f in standing.findings if (f.key, f.lag) == CAFFEINE)

    assert found.level in (POSSIBLE, LIKELY)
    assert found.low < found.ratio < found.high and found.ratio > 1.5
    assert found.days > 40 and found.twitches > 100 and found.rule and found.method
    assert found.since in checkup_days(FIRST_DAY, FIRST_DAY + DAYS)
    assert found.basis.high > found.basis.low
    assert standing.next_checkup == standing.checkup + 7 == FIRST_DAY + 84


def test_what_was_not_found_is_told_too(standing):
    told = {(f.key, f.lag) for f in standing.findings}

    assert ("water_ml", 0) in told and ("stress", 1) in told
    assert {f.level for f in standing.findings} <= set(LEVELS)
    short = next(f for f in standing.findings if f.key == "supplement_magnesium_mg")
    assert short.level == NOT_ENOUGH and short.ratio is None and short.needs.wait == 6


def test_as_of_a_day_is_what_the_diary_held_that_day(entries, table):
    for day in (FIRST_DAY + 20, FIRST_DAY + 55, FIRST_DAY + 56):
        held = [e for e in entries if e.belongs_at().utc_ms < (day + 1) * 86_400_000]
        assert standing_as_of(table, day) == standing_as_of(day_table(held, day), day)


def test_todays_entries_change_nothing(entries, table, standing):
    with_today = day_table(entries, FIRST_DAY + DAYS + 10)

    assert len(with_today.days) > len(table.days)
    assert standing_as_of(with_today, FIRST_DAY + DAYS) == standing


def test_the_same_diary_gives_the_same_bytes(table, standing):
    assert repr(standing_as_of(table, FIRST_DAY + DAYS)) == repr(standing)


def test_remembered_check_ups_give_the_same_answer_and_go_when_days_change(table, standing):
    memo: dict[str, str] = {}
    standing_as_of(table, FIRST_DAY + DAYS - 7, memo)
    looked = dict(memo)

    assert standing_as_of(table, FIRST_DAY + DAYS, memo) == standing
    assert set(looked) <= set(memo) and all(json.loads(text) for text in memo.values())
    mended = table.replaced(twitches=(table.twitches[0] + 9, *table.twitches[1:]))
    fresh = standing_as_of(mended, FIRST_DAY + DAYS)
    assert standing_as_of(mended, FIRST_DAY + DAYS, memo) == fresh
    assert not set(looked) & set(memo), "what was looked at before is of no use any more"


def test_levels_change_at_check_ups_only(table):
    days = range(FIRST_DAY + 49, FIRST_DAY + 56)
    memo: dict[str, str] = {}
    levels = {
        tuple(f.level for f in standing_as_of(table, day, memo).findings if f.since) for day in days
    }

    assert len(levels) == 1


def test_before_the_first_check_up_nothing_is_judged():
    table = a_table(27, caffeine_mg=[0, 100, 200] * 9)
    early = standing_as_of(table, FIRST + 27)

    assert early.checkup == 0 and early.next_checkup == FIRST + 28
    assert {f.level for f in early.findings} == {NOT_ENOUGH} and early.rising == ()


def test_an_empty_diary_has_a_standing():
    empty = standing_as_of(day_table([], FIRST), FIRST)

    assert empty.days == 0 and empty.findings == empty.hours == empty.clock == ()


def test_check_ups_come_weekly_and_a_year_of_them_counts():
    assert checkup_days(0, 27) == []
    assert checkup_days(0, 28) == [28] and checkup_days(0, 48) == [28, 35, 42]
    long = checkup_days(0, 3650)
    assert len(long) == 52 and long[-1] <= 3650 < long[-1] + 7
    assert reads_from(3650) <= long[0] - 365


def test_what_can_only_be_small_is_called_little():
    busy = a_table(84, twitches=[30, 31, 29, 30, 30, 31, 29] * 12, caffeine_mg=[0, 100, 200] * 28)
    found = standing_as_of(busy, FIRST + 84).findings
    level = {(f.key, f.lag): f.level for f in found}

    assert level[CAFFEINE] == LITTLE
    assert level["stress", 0] == NOT_ENOUGH


def test_numbers_of_a_confirmed_link_are_of_later_days_only():
    rng = np.random.default_rng(8)
    coffee = rng.choice([0.0, 100.0, 300.0], 112)
    table = a_table(112, twitches=rng.poisson(4 * 2.5 ** (coffee / 300)), caffeine_mg=coffee)
    found = {}
    for day in (49, 112):
        findings = standing_as_of(table, FIRST + day).findings
        found[day] = next(f for f in findings if (f.key, f.lag) == CAFFEINE)

    early, late = found[49], found[112]
    assert early.level == POSSIBLE and not early.confirmed and early.days == 49
    assert late.level == LIKELY and late.confirmed and late.days == FIRST + 112 - early.since
    width = {day: np.log(f.high / f.low) for day, f in found.items()}
    assert width[112] < width[49]


def test_a_standing_can_be_written_as_json(standing):
    text = json.dumps(standing, default=lambda value: value.__dict__)

    assert json.loads(text)["findings"][0]["needs"]["days_needed"] == 21


class Looks:
    """Says what each check-up saw, without days."""

    def __init__(self, *seen, fresh=(0.5, 1.0)):
        self.seen, self.answer = seen, fresh

    def look(self, day):
        claims, p = self.seen[day // 7]
        links = {CAFFEINE: (0.4, p), ("caffeine_mg", 1): (0.3, 0.5)}
        return Look(day, 0.005, claims, links, {}, {})

    def fresh(self, day, link, since):
        return self.answer

    def fresh_days(self, day, since):
        return day - since


def folded(looks, steps=()):
    verdicts, levels = Verdicts(looks, steps), []
    for week in range(len(looks.seen)):
        verdicts.fold(week * 7)
        found = verdicts.links.get(CAFFEINE)
        levels.append(found.level if found else "")
    return levels


HIT, MISS, GONE = ((CAFFEINE,), 1e-5), ((), 0.03), ((), 0.2)


def test_a_link_enters_at_the_threshold_and_leaves_only_when_nothing_shows():
    assert folded(Looks(MISS, HIT, MISS, MISS, GONE, MISS, HIT)) == [
        "",
        POSSIBLE,
        POSSIBLE,
        POSSIBLE,
        FADED,
        FADED,
        POSSIBLE,
    ]


def test_a_link_is_likely_once_28_later_days_say_the_same():
    weeks = [HIT] + [MISS] * 5
    same, other = Looks(*weeks, fresh=(0.3, 0.019)), Looks(*weeks, fresh=(-0.3, 0.001))

    assert folded(same) == [POSSIBLE] * 4 + [LIKELY] * 2
    assert folded(other) == [POSSIBLE] * 6, "the other direction is no confirmation"
    assert folded(Looks(*weeks, fresh=(0.3, 0.021))) == [POSSIBLE] * 6


@pytest.mark.parametrize(
    ("ratio", "raises", "level"), [(0.6, False, LIKELY), (0.6, True, POSSIBLE)]
)
def test_a_step_that_agrees_makes_a_link_likely(ratio, raises, level):
    run = StepRun("caffeine", 0, 7, 20, ((7, 20),), "caffeine_mg", raises)
    verdict = StepVerdict("caffeine", POSSIBLE, 21, 28, 14, ratio, 0.4, 0.9)
    levels = folded(Looks(HIT, MISS, MISS, MISS), [(run, verdict)])

    assert levels == [POSSIBLE] * 3 + [level]


def test_the_other_lag_of_a_standing_factor_is_no_second_link():
    looks = Looks(HIT, ((("caffeine_mg", 1),), 0.03))
    verdicts = Verdicts(looks)
    verdicts.fold(0)
    verdicts.fold(7)

    assert list(verdicts.links) == [CAFFEINE]


COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=60)
AMOUNTS = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 100.0]), st.floats(-10, 1e6))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_diary_however_odd_is_too_much(data):
    counts = data.draw(COUNTS)
    n = len(counts)
    columns = {
        key: data.draw(st.lists(AMOUNTS, min_size=n, max_size=n))
        for key in ("caffeine_mg", "stress", "own:x")
    }
    told = [data.draw(st.lists(st.integers(0, 1), min_size=n, max_size=n)) for _ in range(2)]
    table = a_table(
        n,
        twitches=counts,
        left=counts,
        sleep_told=told[0],
        stress_told=told[1],
        **columns,
        magnesium_mg=columns["stress"],
    )
    standing = standing_as_of(table, FIRST + n + 1)

    assert standing.days == n
    for finding in standing.findings:
        assert finding.ratio is None or finding.low <= finding.ratio <= finding.high


def test_a_table_out_of_order_is_refused():
    with pytest.raises(ValueError, match="not in order"):
        DayTable(FIRST, 4, (2, 1), (0, 0), (0, 0), (0, 0), (1, 1), (1, 1), (3, 3))
