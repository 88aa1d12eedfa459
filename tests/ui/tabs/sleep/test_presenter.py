"""The state of the Sleep & day tab, without Qt."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from steadyhands.domain.entries import CheckIn, Entry, Note, Sleep
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.sleep import presenter
from steadyhands.ui.tabs.sleep.presenter import SleepDraft, build_state

OFFSET = 60


def at(text: str) -> Moment:
    wall = datetime.fromisoformat(text) - datetime(1970, 1, 1)
    return Moment(wall // timedelta(milliseconds=1) - OFFSET * MINUTE_MS, OFFSET)


def at_local(wall: datetime) -> Moment:
    return at(wall.isoformat())


def slept(began: str, woke: str, quality: int | None = None) -> Entry:
    return Entry(f"s{began}", at(began), Sleep(quality), at(woke))


NOW = at("2026-03-15 09:00")


def state_of(*sleeps: Entry, entries: tuple[Entry, ...] = (), now: Moment = NOW):
    found = {one.until.local().date(): [] for one in sleeps if one.until}
    for one in sleeps:
        found[one.until.local().date()].append(one)
    return build_state(now, found, entries)


def test_an_empty_diary_offers_usual_times_and_shows_gaps() -> None:
    state = state_of()
    assert state.today == date(2026, 3, 15)
    assert state.offered == (time(23), time(7))
    assert state.offered_nap == (time(8, 40), time(9))
    assert state.bars[-1].minutes is None
    assert len(state.bars) == 14
    assert state.bars[0].day == date(2026, 3, 2)
    assert all(bar.minutes is None for bar in state.bars)
    assert (state.recorded, state.mean_min, state.spread_min) == (0, None, None)


def test_last_night_and_naps() -> None:
    state = state_of(
        slept("2026-03-14 23:10", "2026-03-15 06:50", 4),
        slept("2026-03-15 08:00", "2026-03-15 08:20"),
    )
    night, nap = state.bars[-1].slept
    assert (night.minutes, night.quality, night.nap) == (460, 4, False)
    assert (nap.minutes, nap.nap) == (20, True)
    assert state.bars[-1].minutes == 460
    assert state.bars[-1].nap_minutes == 20
    assert state.mean_min == 460


def test_a_nap_alone_leaves_the_night_open() -> None:
    state = state_of(slept("2026-03-15 08:00", "2026-03-15 08:20"))
    assert state.bars[-1].minutes is None
    assert state.recorded == 0


def test_an_earlier_night_is_offered_at_the_usual_times_of_its_own_day() -> None:
    state = state_of(slept("2026-03-14 00:30", "2026-03-14 08:00"))
    day = date(2026, 3, 10)
    draft = state.draft(day)
    assert (draft.fell, draft.woke) == (time(0, 30), time(8))
    assert draft.span(NOW, at_local) == (at("2026-03-10 00:30"), at("2026-03-10 08:00"))
    nap = state.nap_draft(day).span(NOW, at_local)
    assert nap == (at("2026-03-10 13:40"), at("2026-03-10 14:00"))


def test_averages_count_recorded_nights_only() -> None:
    nights = [
        slept(f"2026-03-{day:02} 23:00", f"2026-03-{day + 1:02} 06:00") for day in range(5, 10)
    ]
    state = state_of(*nights)
    assert state.recorded == 5
    assert state.mean_min == 420
    assert state.spread_min == 0
    assert state.offered == (time(23), time(6))


def test_a_night_before_the_chart_does_not_count() -> None:
    state = state_of(slept("2026-02-28 23:00", "2026-03-01 06:00"))
    assert state.recorded == 0


def test_the_newest_check_in_and_the_notes_of_today() -> None:
    entries = (
        Entry("a", at("2026-03-15 08:00"), CheckIn(stress=3)),
        Entry("n", at("2026-03-15 08:10"), Note(), note="cold hands"),
        Entry("b", at("2026-03-15 08:30"), CheckIn(stress=0, symptoms=("pain",))),
    )
    state = state_of(entries=entries)
    assert state.checked_in is not None
    assert state.checked_in.entry_id == "b"
    assert state.checked_in.count == 2
    assert state.checked_in.answers.stress == 0
    assert [note.text for note in state.notes] == ["cold hands"]


def test_a_draft_of_a_new_sleep() -> None:
    draft = SleepDraft(time(23, 10), time(6, 50))
    assert draft.span(NOW, at_local) == (at("2026-03-14 23:10"), at("2026-03-15 06:50"))


def test_a_draft_of_a_changed_sleep_stays_on_its_day() -> None:
    state = state_of(slept("2026-03-14 23:10", "2026-03-15 06:50"))
    draft = SleepDraft(time(23, 30), time(6, 45), changes=state.bars[-1].slept[0])
    assert draft.span(NOW, at_local) == (at("2026-03-14 23:30"), at("2026-03-15 06:45"))


def test_a_draft_with_equal_times_is_refused() -> None:
    with pytest.raises(Problem, match="Both times are the same"):
        SleepDraft(time(7), time(7)).span(NOW, at_local)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", None),
        ("6", 360),
        ("1.5", 90),
        ("6 h", 360),
        ("6h30", 390),
        ("90 min", 90),
        ("1:30", 90),
    ],
)
def test_screen_time_without_a_unit_is_hours(typed: str, minutes: float | None) -> None:
    assert presenter.screen_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["much", "-3", "25", "nan", "1,500"])
def test_nonsense_screen_time_is_answered_in_a_sentence(typed: str) -> None:
    with pytest.raises(Problem) as caught:
        presenter.screen_minutes(typed)
    assert f"“{typed}”" in str(caught.value)


@pytest.mark.parametrize(("typed", "minutes"), [(" ", None), ("45", 45), ("1h15", 75), ("0", 0)])
def test_workout_without_a_unit_is_minutes(typed: str, minutes: float | None) -> None:
    assert presenter.workout_minutes(typed) == minutes
