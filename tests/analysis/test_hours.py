"""The hours: what was in them, awake or not, before and after; the clock and its blocks."""

import numpy as np
import pytest

from steadyhands.analysis.hours import Hours
from steadyhands.analysis.hours_before import _conditional, hours_before
from steadyhands.analysis.rhythm import clock_blocks, shares
from tests.simulate.tables import FIRST, a_table, hours_of


def nights(days, bed=23, up=7):
    """Return sleep from `bed` to `up` by the clock before each day, on the scale of diary hours."""
    return tuple((day * 24 + bed - 28, day * 24 + up - 4) for day in days)


def a_rhythm(days=60, **by_clock):
    numbers = range(FIRST, FIRST + days)
    hours = tuple(row for day in numbers for row in hours_of(day, **by_clock))
    counts = (len(by_clock.get("twitches", ())),) * days
    return a_table(days, twitches=counts, hours=hours, asleep=nights(numbers))


def test_hours_know_their_clock_and_sleep():
    hours = Hours(a_rhythm(3, twitches=(9, 9, 23)))
    awake = dict(zip(hours.clock.astype(int).tolist(), hours.awake[1].tolist(), strict=True))

    assert [int(h) for h in hours.clock[:3]] == [4, 5, 6]
    assert hours.of("twitches")[1, 5] == 2 and hours.of("twitches")[1, 19] == 1
    assert awake[6] == 0 and awake[7] == 1 and awake[22] == 1 and awake[23] == 0 and awake[3] == 0


def test_a_sleep_that_was_not_logged_is_the_usual_one():
    told = a_rhythm(9, twitches=(9,))
    silent = told.replaced(asleep=tuple(s for n, s in enumerate(told.asleep) if n != 4))

    assert Hours(silent).awake == pytest.approx(Hours(told).awake)


def test_half_an_hour_asleep_is_half_an_hour():
    table = a_rhythm(3, twitches=(9,))
    early = tuple((start, end - 0.5) for start, end in table.asleep)

    assert Hours(table.replaced(asleep=early)).awake[1, 2] == 0.5


def test_before_counts_the_hours_named_and_no_others():
    hours = Hours(a_rhythm(3, drinks=(12,)))
    clock = hours.clock.astype(int).tolist()
    reached = {clock[k] for k in np.flatnonzero(hours.before("drinks", 1, 6)[1])}

    assert reached == {13, 14, 15, 16, 17}
    assert {clock[k] for k in np.flatnonzero(hours.before("drinks", 0, 1)[1])} == {12}


def test_days_compared_with_themselves_give_the_ratio_of_their_hours():
    """One hour with and one without a day: the answer is a ratio of two sums."""
    rng = np.random.default_rng(2)
    days = 40
    y = np.column_stack([rng.poisson(4, days), rng.poisson(2, days)]).astype(float)
    x = np.zeros((days, 2, 1))
    x[:, 0, 0] = 1
    effect = _conditional(y, x, np.ones((days, 2), dtype=bool))
    inside, outside, total = y[:, 0].sum(), y[:, 1].sum(), y.sum(axis=1)
    share = inside / (inside + outside)
    pull = (y[:, 0] - total * share) / (total.sum() * share * (1 - share))
    pull /= 1 - total / total.sum()  # as if the day had been left out

    assert effect.b == pytest.approx(np.log(inside / outside), abs=1e-5)
    assert effect.se == pytest.approx(float(((pull**2).sum() * days / (days - 1)) ** 0.5), rel=1e-4)


def coffee_days(ratio, days=100, seed=4):
    """Return days with a coffee at a random hour and twitches that follow it by `ratio`."""
    rng = np.random.default_rng(seed)
    hours, counts = [], []
    for day in range(FIRST, FIRST + days):
        taken = int(rng.integers(8, 18))
        clocks = range(7, 23)
        rate = [0.4 * (ratio if 1 <= clock - taken < 6 else 1) for clock in clocks]
        twitches = [c for c, r in zip(clocks, rate, strict=True) for _ in range(rng.poisson(r))]
        water = [int(h) for h in rng.integers(7, 23, 6)]
        rows = hours_of(day, twitches=twitches, drinks=(taken, *water), caffeinated=(taken,))
        cup = {day * 24 + taken - 4: 100.0}
        hours += [row.replaced(caffeine_mg=cup.get(row.hour, 0)) for row in rows]
        counts.append(len(twitches))
    asleep = nights(range(FIRST, FIRST + days))
    return a_table(days, twitches=counts, hours=hours, asleep=asleep)


def test_caffeine_in_the_hours_before_is_found_and_measured():
    caffeine, alcohol, _ = hours_before(coffee_days(2.5))

    assert caffeine.effect.p < 1e-4 and alcohol.effect is None
    assert np.log(1.7) < caffeine.effect.b < np.log(3.4)
    assert caffeine.exposed_days > 90 and caffeine.inside + caffeine.outside == caffeine.twitches


def test_coffee_that_does_nothing_is_left_alone():
    caffeine = hours_before(coffee_days(1.0))[0]

    assert caffeine.effect.range()[0] < 0 < caffeine.effect.range()[1]


def test_twitches_written_down_with_a_drink_are_not_taken_for_its_doing():
    """All are logged in the hour of a coffee: that hour itself is no hour after."""
    table = coffee_days(1.0)
    moved = tuple(r.replaced(twitches=r.twitches + 2 * r.caffeinated) for r in table.hours)
    caffeine = hours_before(table.replaced(hours=moved))[0]

    assert caffeine.effect.p > 0.005


def test_too_few_hours_are_not_judged():
    assert all(answer.effect is None for answer in hours_before(coffee_days(2.5, days=10)))


def test_an_even_day_has_no_pattern_and_an_evening_person_has():
    even = clock_blocks(a_rhythm(40, twitches=range(7, 23)))
    evening = clock_blocks(a_rhythm(40, twitches=(9, 13, 18, 19, 20, 21, 22, 19, 20)))

    assert all(block.p == 1 for block in even)
    assert evening[2].p < 0.005 and evening[2].effect.b > np.log(1.25)
    assert [block.per for block in even] == ["awake"] * 3


def test_rates_are_per_hour_at_the_desk_where_that_is_known():
    """Most twitches come while most is typed: no pattern an hour at the desk."""
    table = a_rhythm(40, twitches=(9, 9, 9, 10, 10, 10, 14, 19))
    active = [
        (day * 24 + clock - 4, minutes)
        for day in table.days
        for clock, minutes in ((9, 60), (10, 60), (14, 20), (19, 20))
    ]
    awake, desk = clock_blocks(table), clock_blocks(table.replaced(active=tuple(active)))

    assert awake[0].p < 0.005
    assert {block.per for block in desk} == {"active"} and desk[0].p > 0.05


def test_shares_have_ranges_and_add_up():
    tags = tuple((FIRST + day, "doing:typing", 2) for day in range(30))
    tags += tuple((FIRST + day, "doing:resting", 1) for day in range(0, 30, 2))
    tags += ((FIRST, "state:rest", 3),)
    found = shares(a_table(30, tags=tags))

    assert [share.tag for share in found] == ["doing:typing", "doing:resting"]
    assert sum(share.share for share in found) == pytest.approx(1)
    assert found[0].low < found[0].share == 60 / 75 < found[0].high
