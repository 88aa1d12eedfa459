from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import Note, Other, Sleep, Twitch
from steadyhands.domain.moment import HOUR_MS, MINUTE_MS
from steadyhands.domain.problem import Problem
from steadyhands.services.journal import AHEAD_MS
from tests.factory import (
    a_beer,
    a_checkin,
    a_coffee,
    a_desk,
    a_moment,
    a_twitch,
    a_water,
    log_a_night,
)
from tests.stubs import FixedClock

TODAY = date(2026, 3, 10)
YESTERDAY = date(2026, 3, 9)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def journal(desk):
    return desk.journal


@pytest.fixture
def now(desk):
    return desk.now()


@pytest.fixture
def reopened(tmp_path):
    """Return a function that opens the diary once more, as after a restart."""
    desks = []

    def reopen():
        desks.append(a_desk(tmp_path))
        return desks[-1]

    yield reopen
    for desk in desks:
        desk.close()


def held(desk):
    """Return the details of all that is in the diary, newest first."""
    found = desk.look.entries(date(1990, 1, 1), date(2100, 1, 1), desk.now())
    return [entry.details for entry in found]


# ---- Log ----


def test_a_log_is_in_the_diary_when_it_returns(desk, journal, now, reopened):
    done = journal.log(a_twitch(), a_moment(13), now, note=" while typing ")
    assert done.entry.note == "while typing"
    assert done.entry.revision == 1
    assert done.before == (None,)
    assert not done.is_undo
    assert done.changes == Changes(frozenset({"twitch"}), frozenset({TODAY}))
    (read,) = reopened().look.entries_of(TODAY, now)
    assert read == done.entry


def test_every_entry_has_an_id_of_its_own_and_the_diarys_device(journal, now, reopened):
    dones = [journal.log(a_twitch(), a_moment(13), now) for _ in range(20)]
    dones += [reopened().journal.log(a_twitch(), a_moment(13), now)]
    assert len({done.entry.id for done in dones}) == 21
    assert len({done.entry.device for done in dones}) == 1
    assert dones[0].entry.device


def test_a_device_that_could_not_be_kept_is_not_used(desk, journal, now, monkeypatch):
    store = desk.journal._diary.entries

    def fail(*_):
        raise Problem("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(store, "add", fail)
        with pytest.raises(Problem):
            journal.log(a_twitch(), a_moment(13), now)
    done = journal.log(a_twitch(), a_moment(13), now)
    assert desk.journal._diary.settings.get("device") == done.entry.device


@pytest.mark.parametrize("late_ms", [0, 1, AHEAD_MS])
def test_now_and_a_little_ahead_can_be_logged(journal, now, late_ms):
    journal.log(a_twitch(), now.shifted(late_ms), now)


@pytest.mark.parametrize("late_ms", [AHEAD_MS + 1, HOUR_MS, 400 * 24 * HOUR_MS])
def test_what_lies_ahead_is_refused(desk, journal, now, late_ms):
    with pytest.raises(Problem, match="lies ahead"):
        journal.log(a_twitch(), now.shifted(late_ms), now)
    with pytest.raises(Problem, match="lies ahead"):
        at = now.shifted(late_ms - HOUR_MS)
        journal.log(Sleep(), at, now, until=now.shifted(late_ms))
    assert held(desk) == []


def test_long_ago_can_be_logged(desk, journal, now):
    journal.log(a_twitch(), a_moment(2, year=1990), now)
    assert desk.look.totals("twitches", date(1990, 3, 9), date(1990, 3, 9)) == {date(1990, 3, 9): 1}


@pytest.mark.parametrize(
    "note", ["🙂" * 4000, "שלום עולם", "a\0b", "\x1b[0m", "line\nline", "\udcff"]
)
def test_any_note_is_kept_or_cleaned(journal, now, note, reopened):
    done = journal.log(a_twitch(), now, now, note=note)
    (read,) = reopened().look.entries_of(TODAY, now)
    assert read.note == done.entry.note
    assert "\0" not in read.note


def test_a_note_too_long_is_refused_before_anything_is_written(desk, journal, now):
    with pytest.raises(Problem, match="4000"):
        journal.log(Note(), now, now, note="x" * 10_000)
    assert held(desk) == []


def test_many_pieces_are_one_act(desk, journal, now):
    pieces = [(a_twitch(), a_moment(9), None, ""), (a_water(), a_moment(2), None, "at night")]
    done = journal.log_all(pieces, now)
    assert len(done.entries) == 2
    assert done.changes.days == {TODAY, YESTERDAY}
    journal.undo(now)
    assert held(desk) == []
    journal.redo(now)
    assert len(held(desk)) == 2


def test_one_wrong_piece_and_none_is_written(desk, journal, now):
    pieces = [(a_twitch(), a_moment(9), None, ""), (Sleep(), a_moment(9), None, "")]
    with pytest.raises(Problem):
        journal.log_all(pieces, now)
    assert held(desk) == []


def test_nothing_to_log_or_remove_is_no_act(desk, journal, now):
    journal.log(a_twitch(), now, now)
    for done in (journal.log_all([], now), journal.remove([], now)):
        assert not done.changes
        assert journal.undo(now, act=done.act) is None
    assert held(desk) == [a_twitch()]
    journal.log(a_coffee(), now, now)
    assert journal.undo(now, act=done.act) is None


# ---- Sleep ----


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((22, 30), (6, 0)),
        ((23, 0), (23, 30)),
        ((1, 0), (2, 0)),
        ((6, 0), (9, 0)),
        ((6, 29), (7, 0)),
    ],
)
def test_nobody_sleeps_twice_at_once(desk, journal, now, start, end):
    journal.log(Sleep(), a_moment(22, 45, 9), now, until=a_moment(6, 30))
    at = a_moment(*start, 9 if start[0] > 20 else 10)
    until = a_moment(*end, 9 if end[0] > 20 else 10)
    with pytest.raises(Problem, match="from 22:45 to 06:30"):
        journal.log(Sleep(), at, now, until=until)
    assert len(held(desk)) == 1


def test_one_may_fall_asleep_again_at_once_and_nap(desk, journal, now):
    journal.log(Sleep(), a_moment(22, 45, 9), now, until=a_moment(6, 30))
    journal.log(Sleep(), a_moment(6, 30), now, until=a_moment(7))
    journal.log(Sleep(), a_moment(13), now, until=a_moment(13, 20))
    journal.log(Sleep(), a_moment(21, 0, 9), now, until=a_moment(22, 45, 9))
    assert len(held(desk)) == 4


def test_a_removed_sleep_is_in_nobodys_way(journal, now):
    done = log_a_night(journal, now, datetime(2026, 3, 10, 7))
    journal.remove([done.entry.id], now)
    log_a_night(journal, now, datetime(2026, 3, 10, 7))


def test_a_sleep_may_be_amended_over_its_own_time(journal, now):
    done = log_a_night(journal, now, datetime(2026, 3, 10, 7))
    journal.amend(done.entry.id, now, until=a_moment(7, 15))
    other = journal.log(Sleep(), a_moment(8), now, until=a_moment(9))
    with pytest.raises(Problem, match="in the diary already"):
        journal.amend(other.entry.id, now, at=a_moment(7))


def test_sleeps_that_came_overlapping_can_still_be_annotated(journal, now):
    pieces = [(Sleep(), a_moment(n), a_moment(9), "") for n in (1, 2)]
    done = journal.log_all(pieces, now)
    assert journal.amend(done.entry.id, now, note="from the watch").entry.note
    assert journal.amend(done.entry.id, now, details=Sleep(5)).entry.details == Sleep(5)


# ---- Amend and remove ----


def test_an_amended_entry_counts_where_it_is_now(desk, journal, now):
    first = journal.log(a_coffee(), a_moment(9), now).entry
    done = journal.amend(first.id, now, at=a_moment(9, day=8), details=a_beer(), note="party")
    assert done.before == (first,)
    assert done.entry.revision == 2
    assert done.changes.days == {TODAY, date(2026, 3, 8)}
    assert desk.look.totals("caffeine_mg", date(2026, 3, 1), TODAY) == {}
    assert desk.look.totals("alcohol_g", date(2026, 3, 1), TODAY) == {date(2026, 3, 8): 13}


def test_another_kind_touches_both_kinds(journal, now):
    first = journal.log(a_twitch(), a_moment(9), now).entry
    done = journal.amend(first.id, now, details=a_checkin())
    assert done.changes.kinds == {"twitch", "checkin"}
    assert journal.undo(now).changes.kinds == {"twitch", "checkin"}


@pytest.mark.parametrize(
    "changes", [{"at": a_moment(23)}, {"note": "x" * 5000}, {"until": a_moment(8)}]
)
def test_an_amendment_that_cannot_be_changes_nothing(desk, journal, now, changes):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    with pytest.raises(Problem):
        journal.amend(entry.id, now, **changes)
    assert desk.look.entries_of(TODAY, now) == (entry,)


def test_after_the_clock_was_set_back_chips_still_work(journal, now):
    entry = journal.log(a_twitch(), now, now).entry
    an_hour_ago = now.shifted(-HOUR_MS)
    assert journal.amend(entry.id, an_hour_ago, details=a_twitch(strength=4)).entry
    assert journal.amend(entry.id, an_hour_ago, at=now.shifted(-2 * HOUR_MS)).entry


def test_what_is_gone_can_be_neither_amended_nor_removed(journal, now):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    journal.remove([entry.id], now)
    for act in (
        lambda: journal.amend(entry.id, now, note="x"),
        lambda: journal.remove([entry.id], now),
        lambda: journal.remove(["0" * 32], now),
    ):
        with pytest.raises(Problem, match="no longer in the diary"):
            act()


def test_several_go_as_one_act_each_once(desk, journal, now):
    ids = [journal.log(a_twitch(), a_moment(hour), now).entry.id for hour in (8, 9, 10)]
    done = journal.remove([*ids[:2], ids[0]], now)
    assert len(done.entries) == 2
    assert len(held(desk)) == 1
    journal.undo(now)
    assert len(held(desk)) == 3


def test_of_many_to_remove_one_gone_and_all_stay(desk, journal, now):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    with pytest.raises(Problem):
        journal.remove([entry.id, "0" * 32], now)
    assert held(desk) == [a_twitch()]


def test_an_entry_changed_elsewhere_meanwhile_is_not_overwritten(desk, journal, now, reopened):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    other = reopened()

    def change(old):
        other.journal.amend(entry.id, now, note="theirs")
        return old.replaced(note="mine")

    with pytest.raises(Problem, match="changed elsewhere"):
        journal._revise([entry.id], change, now)
    assert desk.look.entries_of(TODAY, now)[0].note == "theirs"


# ---- Undo and redo ----


def test_undo_and_redo_walk_back_and_forth(desk, journal, now):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    journal.amend(entry.id, now, details=a_twitch(strength=5))
    journal.remove([entry.id], now)
    states = [[], [a_twitch()], [a_twitch(strength=5)], []]
    for state in reversed(states[:-1]):
        assert journal.undo(now).is_undo
        assert held(desk) == state
    assert journal.undo(now) is None
    for state in states[1:]:
        assert journal.redo(now).is_undo
        assert held(desk) == state
    assert journal.redo(now) is None


def test_undo_says_what_changed(journal, now):
    entry = journal.log(a_twitch(), a_moment(9), now).entry
    journal.amend(entry.id, now, at=a_moment(9, day=8))
    done = journal.undo(now)
    assert done.changes == Changes(frozenset({"twitch"}), frozenset({TODAY, date(2026, 3, 8)}))
    assert done.entry.at == a_moment(9)
    assert done.entry.revision == 3
    assert journal.undo(now).entry.deleted


def test_something_new_ends_redo(journal, now):
    journal.log(a_twitch(), a_moment(9), now)
    journal.undo(now)
    journal.log(a_coffee(), a_moment(9), now)
    assert journal.redo(now) is None
    assert journal.undo(now).entry.details == a_coffee()
    assert journal.redo(now).entry.details == a_coffee()


def test_nothing_to_undo_in_a_new_diary(journal, now):
    assert journal.undo(now) is None
    assert journal.redo(now) is None
    assert journal.next_undo() is None


def test_next_undo_names_what_undo_takes_back(journal, now):
    journal.log(a_twitch(), a_moment(9), now)
    second = journal.log(a_coffee(), a_moment(10), now)
    assert journal.next_undo() == second.entry
    journal.undo(now)
    assert isinstance(journal.next_undo().details, Twitch)
    assert journal.next_undo(since=second.act) is None


def test_undo_reaches_back_over_a_restart_only_as_far_as_asked(desk, journal, now, reopened):
    journal.log(a_twitch(), a_moment(9), now)
    journal.log(a_coffee(), a_moment(10), now)
    again = reopened()
    start = again.journal.session_start
    assert again.journal.next_undo(since=start) is None
    assert again.journal.undo(now, since=start) is None
    new = again.journal.log(a_water(), a_moment(11), now)
    assert again.journal.undo(now, since=start).entry.id == new.entry.id
    assert again.journal.undo(now, since=start) is None
    assert again.journal.undo(now).entry.details == a_coffee()
    assert held(desk) == [a_twitch()]
    assert again.journal.redo(now).entry.details == a_coffee()


def test_an_entry_is_of_the_opening_it_was_first_written_in(journal, now, reopened):
    old = journal.log(a_twitch(), a_moment(9), now).entry
    again = reopened()
    again.journal.amend(old.id, now, note="later")
    new = again.journal.log(a_twitch(), a_moment(8), now).entry
    assert not again.journal.is_of_session(old.id)
    assert again.journal.is_of_session(new.id)
    assert not again.journal.is_of_session("00" * 16)


def test_redo_goes_on_after_a_restart(journal, now, reopened):
    journal.log(a_twitch(), a_moment(9), now)
    journal.undo(now)
    again = reopened()
    assert again.journal.redo(now, since=again.journal.session_start) is None
    assert again.journal.redo(now).entry.details == a_twitch()


def test_a_toast_takes_back_its_own_act_whatever_came_after(desk, journal, now):
    first = journal.log(a_twitch(), a_moment(9), now)
    journal.log(a_coffee(), a_moment(10), now)
    assert journal.undo(now, act=first.act).entry.id == first.entry.id
    assert held(desk) == [a_coffee()]


def test_a_toast_whose_entry_was_changed_since_is_refused(desk, journal, now):
    first = journal.log(a_twitch(), a_moment(9), now)
    journal.amend(first.entry.id, now, note="more")
    with pytest.raises(Problem, match="changed again since"):
        journal.undo(now, act=first.act)
    journal.undo(now)
    assert journal.undo(now, act=first.act) is not None
    assert held(desk) == []


def test_a_toast_works_once(desk, journal, now):
    first = journal.log(a_twitch(), a_moment(9), now)
    journal.undo(now, act=first.act)
    with pytest.raises(Problem):
        journal.undo(now, act=first.act)
    assert held(desk) == []


def test_an_act_that_never_was_is_nothing_to_undo(journal, now):
    journal.log(a_twitch(), a_moment(9), now)
    assert journal.undo(now, act=99) is None


def test_undo_of_another_kind_of_entry_keeps_all_of_it(desk, journal, now):
    mood = Other("mood", (("word", "calm"), ('odd "name"', 3)), (("mood", 2.5),))
    entry = journal.log(mood, a_moment(9), now).entry
    journal.remove([entry.id], now)
    journal.undo(now)
    (back,) = desk.look.entries_of(TODAY, now)
    assert back.details == mood
    assert desk.look.totals("mood", TODAY, TODAY) == {TODAY: 2.5}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["undo", "redo"]), max_size=12))
def test_any_walk_of_undo_and_redo_is_like_an_editors(desk, journal, now, walk):
    since = journal._diary.entries.newest_seq()
    logged = [journal.log(a_water(n), a_moment(9, n), now).entry.id for n in range(1, 4)]
    standing = 3
    for step in walk:
        if step == "undo":
            done = journal.undo(now, since=since)
            assert (done is None) == (standing == 0)
            standing = max(0, standing - 1)
        else:
            done = journal.redo(now, since=since)
            assert (done is None) == (standing == 3)
            standing = min(3, standing + 1)
    living = {e.id for e in desk.look.entries_of(TODAY, now)} & set(logged)
    assert living == set(logged[:standing])


# ---- The clock ----


def test_a_journey_west_leaves_room_for_the_same_hour_twice(tmp_path):
    clock = FixedClock(datetime(2026, 3, 10, 14), offset_min=60)
    desk = a_desk(tmp_path / "journey", clock)
    desk.journal.log(a_twitch(), clock.now(), clock.now())
    clock.travel(-300)
    clock.pass_minutes(60)
    desk.journal.log(a_twitch(), clock.now(), clock.now())
    hours = [e.at.local().hour for e in desk.look.entries_of(TODAY, clock.now())]
    assert hours == [14, 9]
    assert desk.look.day(clock.now()).total("twitches") == 2
    desk.close()


def test_minutes_ago_across_the_start_of_the_day(tmp_path):
    clock = FixedClock(datetime(2026, 3, 10, 4, 5))
    desk = a_desk(tmp_path / "early", clock)
    done = desk.journal.log(a_twitch(), clock.now(), clock.now())
    done = desk.journal.amend(done.entry.id, clock.now(), at=done.entry.at.shifted(-15 * MINUTE_MS))
    assert done.changes.days == {TODAY, YESTERDAY}
    assert desk.look.totals("twitches", YESTERDAY, TODAY) == {YESTERDAY: 1}
    desk.close()
