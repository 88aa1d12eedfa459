import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steadyhands.domain.caffeine import (
    BEDTIME_RESIDUE_MG,
    LOOK_BACK_MS,
    Dose,
    _peak_h,
    _share,
    band,
    band_curve,
    bands,
    curve,
    doses_in,
    latest_time_for,
    remaining,
)
from steadyhands.domain.entries import Drink, Entry, Twitch
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS, Moment
from steadyhands.domain.problem import Problem

NOON = 1_770_000_000_000
DOSES = st.lists(
    st.builds(
        Dose,
        at_ms=st.integers(NOON - 48 * HOUR_MS, NOON + 24 * HOUR_MS),
        mg=st.floats(0, 500),
        slow=st.booleans(),
    ),
    max_size=8,
)
TIMES = st.integers(NOON - 60 * HOUR_MS, NOON + 60 * HOUR_MS)
HALF_LIVES = st.floats(0.5, 60)


def hours(number: float) -> int:
    return round(number * HOUR_MS)


@pytest.mark.parametrize(
    ("after_h", "mg"),
    [(0.5, 87.3), (1, 88.8), (2, 78.0), (4, 59.1), (6, 44.8), (8, 33.9), (10, 25.7), (12, 19.5)],
)
def test_a_hundred_milligrams_over_twelve_hours(after_h, mg):
    assert remaining([Dose(NOON, 100)], NOON + hours(after_h)) == pytest.approx(mg, abs=0.05)


@pytest.mark.parametrize(
    ("half_life_h", "mg"), [(2.5, 40), (3.4, 61), (5, 90), (8.3, 123), (10, 134)]
)
def test_two_hundred_milligrams_after_six_hours(half_life_h, mg):
    left = remaining([Dose(NOON, 200)], NOON + hours(6), half_life_h)
    assert left == pytest.approx(mg, abs=0.5)


def test_the_peak_comes_after_three_quarters_of_an_hour_at_nine_tenths():
    at_ms, most = max(
        curve([Dose(NOON, 100)], NOON, NOON + hours(4), MINUTE_MS), key=lambda p: p[1]
    )
    assert (at_ms - NOON) / HOUR_MS == pytest.approx(0.74, abs=0.02)
    assert most == pytest.approx(90, abs=0.6)


def test_cola_peaks_after_an_hour_and_a_half():
    cola = [Dose(NOON, 100, slow=True)]
    at_ms, _ = max(curve(cola, NOON, NOON + hours(4), MINUTE_MS), key=lambda p: p[1])
    assert (at_ms - NOON) / HOUR_MS == pytest.approx(1.5, abs=0.05)


def test_both_published_cut_offs_leave_about_the_bedtime_residue():
    for mg, before_h in ((107, 8.8), (217.5, 13.2)):
        left = remaining([Dose(NOON, mg)], NOON + hours(before_h))
        assert left == pytest.approx(34, abs=2)


def test_a_dose_still_to_come_adds_nothing():
    assert remaining([Dose(NOON, 100)], NOON) == 0
    assert remaining([Dose(NOON, 100)], NOON - 1) == 0


def test_nothing_drunk_is_nothing_left():
    assert remaining([], NOON) == 0
    assert band([], NOON).high == 0


@given(DOSES, TIMES, HALF_LIVES)
@example([Dose(NOON, 500)], NOON + 60 * HOUR_MS, 0.5)
def test_never_negative_and_never_more_than_was_drunk(doses, at_ms, half_life_h):
    left = remaining(doses, at_ms, half_life_h)
    assert 0 <= left <= sum(d.mg for d in doses if d.at_ms <= at_ms) * (1 + 1e-9)


@given(DOSES, DOSES, TIMES)
def test_doses_add_up(some, more, at_ms):
    together = remaining(some + more, at_ms)
    assert together == pytest.approx(remaining(some, at_ms) + remaining(more, at_ms))


@given(st.floats(1, 500), HALF_LIVES, st.booleans())
def test_it_only_falls_after_the_peak(mg, half_life_h, slow):
    points = curve([Dose(NOON, mg, slow)], NOON, NOON + hours(30), 15 * MINUTE_MS, half_life_h)
    amounts = [amount for _, amount in points]
    falling = amounts[amounts.index(max(amounts)) :]
    assert falling == sorted(falling, reverse=True)


@pytest.mark.parametrize("nearness", [0, 1e-15, 1e-12, 1e-9, 1e-6])
def test_the_share_is_smooth_where_the_rates_meet(nearness):
    assert _share(HOUR_MS, 1.0, 1.0 + nearness) == pytest.approx(0.3678794, abs=1e-5)
    assert _share(HOUR_MS, 1.0 + nearness, 1.0) == pytest.approx(0.3678794, abs=1e-5)
    assert _peak_h(1.0 + nearness, 1.0) == pytest.approx(1, abs=1e-5)


def test_a_very_old_dose_or_a_short_half_life_does_not_overflow():
    assert remaining([Dose(0, 2000)], NOON, 0.5) == 0
    assert remaining([Dose(0, 2000)], NOON, 200) == pytest.approx(0)


def test_a_dose_beyond_the_look_back_hardly_counts():
    assert band([Dose(NOON - LOOK_BACK_MS, 100)], NOON).high < 1


@given(DOSES, TIMES, HALF_LIVES)
def test_the_band_holds_the_middle(doses, at_ms, half_life_h):
    found = band(doses, at_ms, half_life_h)
    assert found.low <= found.mid + 1e-9
    assert found.mid <= found.high + 1e-9


def test_a_band_curve_has_both_ends():
    points = band_curve([Dose(NOON, 95)], NOON, NOON + hours(2), hours(1))
    assert [p.at_ms for p in points] == [NOON, NOON + hours(1), NOON + hours(2)]
    assert points[0].mid == 0 < points[1].low < points[1].high


def test_the_last_coffee_leaves_the_residue_at_bedtime():
    bedtime = NOON + hours(11)
    last = latest_time_for(95, bedtime, [])
    assert (bedtime - last) / HOUR_MS == pytest.approx(7.4, abs=0.1)
    assert remaining([Dose(last, 95)], bedtime) == pytest.approx(BEDTIME_RESIDUE_MG, abs=0.01)


def test_a_small_dose_may_be_drunk_until_bedtime():
    assert latest_time_for(20, NOON, []) == NOON
    assert latest_time_for(0, NOON, []) == NOON


def test_there_is_no_time_left_when_too_much_was_drunk():
    assert latest_time_for(95, NOON, [Dose(NOON - hours(2), 200)]) is None
    # A cup just before bed has not arrived yet, but it will.
    assert latest_time_for(95, NOON, [Dose(NOON - MINUTE_MS, 95)]) is None


def test_a_dose_after_bedtime_is_tomorrows():
    assert latest_time_for(20, NOON, [Dose(NOON + 1, 300)]) == NOON


@given(st.floats(1, 400), DOSES, HALF_LIVES, st.booleans())
def test_drinking_at_the_last_time_keeps_to_the_residue(mg, doses, half_life_h, slow):
    bedtime = NOON + hours(10)
    last = latest_time_for(mg, bedtime, doses, half_life_h=half_life_h, slow=slow)
    if last is not None:
        assert last <= bedtime
        with_it = remaining([*doses, Dose(last, mg, slow)], bedtime, half_life_h)
        assert with_it <= BEDTIME_RESIDUE_MG + 1e-6


def test_doses_are_found_in_entries():
    at = Moment(NOON, 60)
    entries = [
        Entry("01", at, Twitch()),
        Entry("02", at, Drink("Cola", 355, 330, caffeine_mg=33, slow=True)),
        Entry("03", at, Drink("Water", 250, 250)),
    ]
    assert doses_in(entries) == [Dose(NOON, 33, slow=True)]


@pytest.mark.parametrize("mg", [-1, 2001, float("nan"), float("inf")])
def test_a_dose_that_nobody_takes_is_refused(mg):
    with pytest.raises(Problem):
        Dose(NOON, mg)


@pytest.mark.parametrize("half_life_h", [0, -5, float("nan"), float("inf"), 1000])
def test_a_half_life_that_nobody_has_is_refused(half_life_h):
    with pytest.raises(Problem):
        remaining([Dose(NOON, 95)], NOON, half_life_h)


@given(DOSES, st.lists(TIMES, max_size=12).map(sorted), HALF_LIVES)
def test_bands_at_many_times_are_those_at_each(doses, times, half_life_h):
    for quick in bands(doses, times, half_life_h):
        one = band(doses, quick.at_ms, half_life_h)
        expected = pytest.approx((one.low, one.mid, one.high), abs=1e-6)
        assert (quick.low, quick.mid, quick.high) == expected
