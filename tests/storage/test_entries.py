import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.changes import Changes
from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Note, Other, Sleep, Twitch
from steadyhands.domain.moment import DAY_MS, Moment, date_of_epoch_day
from steadyhands.storage.entries import Act, as_json
from steadyhands.system.identity import new_id
from tests.factory import AN_ID, a_coffee, a_diary, a_moment, a_twitch, an_entry
from tests.strategies import ENTRIES, MOMENTS, OTHERS

ONE_DIARY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def diary(tmp_path):
    diary = a_diary(tmp_path / "diary.sqlite")
    yield diary
    diary.close()


def an_id(number):
    return f"{number:032x}"


def write(diary, *entries, starts_at=4):
    """Write revisions as one act, without the journal's care."""

    def act():
        first = diary.entries.newest_seq() + 1
        for seq, entry in enumerate(entries, start=first):
            diary.entries.add(entry, seq, Act(first, 0), starts_at)
        return first

    return diary.write(act)


class Refused(Exception):
    """Ends a transaction, so that every example meets an empty diary."""


def written_and_read(diary, entry):
    """Return an entry as it reads back, and its quantities; nothing stays."""
    found = []

    def act():
        diary.entries.add(entry, 1, Act(1, 0), 4)
        found.append(diary.entries.current(entry.id).entry)
        found.append(dict(diary.entries._amounts(1)))
        raise Refused

    with pytest.raises(Refused):
        diary.write(act)
    assert diary.entries.newest_seq() == 0
    return found


# ---- What is written comes back ----


@ONE_DIARY
@given(ENTRIES)
def test_any_entry_comes_back(diary, entry):
    read, amounts = written_and_read(diary, entry)
    assert read == entry
    assert hash(read) == hash(entry)
    assert amounts == pytest.approx(entry.amounts(), abs=0.00051)


@ONE_DIARY
@given(OTHERS, MOMENTS, st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=9))
def test_any_kind_of_another_version_comes_back(diary, other, at, note):
    entry = an_entry(other, at, note=note)
    read, _ = written_and_read(diary, entry)
    assert read.replaced(details=other) == entry
    assert read.kind == other.kind
    assert read.details.fields() == other.fields()
    assert read.amounts() == other.amounts()


@pytest.mark.parametrize("year", [1900, 1950, 1990, 2100, 2199])
def test_any_year_comes_back(diary, year):
    entry = an_entry(at=a_moment(12, 0, 2, 1, year))
    write(diary, entry)
    assert diary.entries.current(AN_ID).entry == entry


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers() | st.booleans()))
def test_quick_json_is_json(fields):
    assert json.loads(as_json(fields)) == fields


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_quick_json_keeps_numbers(number):
    assert json.loads(as_json({"ml": number, "n": 3})) == {"ml": number, "n": 3}


# ---- Revisions ----


def test_a_revision_takes_the_place_of_the_one_before(diary):
    old = an_entry(a_twitch("left"))
    new = old.replaced(details=a_twitch("right"), revision=2)
    write(diary, old)
    act = write(diary, new)
    assert diary.entries.current(AN_ID).entry == new
    assert diary.entries.before(AN_ID, act).entry == old
    assert [row.entry for row in diary.entries.of_act(act)] == [new]
    assert diary.entries.between(["twitch"], 0, 10**13) == [new]


def test_a_tombstone_is_current_but_not_living(diary):
    old = an_entry()
    write(diary, old)
    write(diary, old.replaced(revision=2, deleted=True))
    assert diary.entries.current(AN_ID).entry.deleted
    assert diary.entries.between(["twitch"], 0, 10**13) == []
    assert diary.entries.kinds() == []
    assert diary.entries.last("twitch", 10**13) is None


def test_an_entry_that_never_was_is_none(diary):
    assert diary.entries.current(AN_ID) is None
    assert diary.entries.before(AN_ID, 5) is None
    assert diary.entries.of_act(5) == []
    assert diary.entries.undoes(5) is None


def test_acts_come_newest_first_each_once(diary):
    one = write(diary, an_entry(id=an_id(1)), an_entry(id=an_id(2)))
    other = write(diary, an_entry(id=an_id(3)))
    assert list(diary.entries.acts()) == [(other, None), (one, None)]


# ---- Looking things up ----


@ONE_DIARY
@given(
    st.lists(st.tuples(st.sampled_from(["twitch", "drink"]), st.integers(0, 20)), max_size=12),
    st.sets(st.sampled_from(["twitch", "drink", "note"])),
    st.integers(0, 20),
    st.integers(0, 20),
    st.booleans(),
)
def test_between_finds_just_those(diary, drawn, kinds, start, end, newest_first):
    made = {"twitch": a_twitch(), "drink": a_coffee()}
    entries = [
        an_entry(made[kind], Moment(at, 0), id=an_id(n)) for n, (kind, at) in enumerate(drawn)
    ]
    found = []

    def act():
        for seq, entry in enumerate(entries, start=1):
            diary.entries.add(entry, seq, Act(1, 0), 4)
        found.extend(diary.entries.between(kinds, start, end, newest_first))
        raise Refused

    with pytest.raises(Refused):
        diary.write(act)
    wanted = [e for e in entries if e.kind in kinds and start <= e.at.utc_ms < end]
    wanted.sort(key=lambda e: (e.at.utc_ms, e.id), reverse=newest_first)
    assert found == wanted


def test_last_is_the_newest_up_to_a_time(diary):
    for hour in (9, 11, 13):
        write(diary, an_entry(at=a_moment(hour), id=an_id(hour)))
    assert diary.entries.last("twitch", a_moment(12).utc_ms).id == an_id(11)
    assert diary.entries.last("twitch", a_moment(13).utc_ms).id == an_id(13)
    assert diary.entries.last("twitch", a_moment(8).utc_ms) is None


@ONE_DIARY
@given(
    st.lists(MOMENTS.map(lambda m: Moment(m.utc_ms % (6 * DAY_MS) + 10**12, m.offset_min))),
    st.integers(0, 1439),
    st.integers(0, 12),
)
def test_counts_until_a_minute_follow_the_wall_clock(diary, moments, minute, starts_at):
    days = [day_of(moment, starts_at) for moment in moments]
    first, last = (min(days), max(days)) if days else (date(2001, 9, 9), date(2001, 9, 9))
    found = []

    def act():
        for seq, moment in enumerate(moments, start=1):
            diary.entries.add(an_entry(at=moment, id=an_id(seq)), seq, Act(1, 0), starts_at)
        found.append(diary.entries.counts_until("twitch", first, last, minute, starts_at))
        raise Refused

    with pytest.raises(Refused):
        diary.write(act)
    wanted: dict = {}
    for moment, day in zip(moments, days, strict=True):
        local = moment.local()
        if (local.hour * 60 + local.minute - starts_at * 60) % 1440 <= minute:
            wanted[day] = wanted.get(day, 0) + 1
    assert found == [wanted]


def test_changes_since_name_where_an_entry_was_and_is(diary):
    old = an_entry(at=a_moment(day=9))
    seen = write(diary, old)
    write(diary, old.replaced(at=a_moment(day=5), details=Note(), note="x", revision=2))
    assert diary.entries.changes_since(seen) == Changes(
        frozenset({"twitch", "note"}), frozenset({date(2026, 3, 9), date(2026, 3, 5)})
    )
    assert diary.entries.changes_since(seen + 1) == Changes()


@pytest.mark.parametrize("starts_at", [0, 3, 12])
def test_redate_gives_every_revision_the_day_of_the_new_hour(diary, starts_at):
    night = an_entry(Sleep(), a_moment(21, 0, 9), until=a_moment(3, 30), id=an_id(1))
    early = an_entry(at=a_moment(2), id=an_id(2))
    old = an_entry(Other("mood"), a_moment(11, year=1960), id=an_id(3))
    write(diary, night, early, old)
    write(diary, early.replaced(revision=2, details=Twitch("left")))
    diary.write(lambda: diary.entries.redate(starts_at))
    days = {
        date.fromordinal(day + 719_163)
        for (day,) in diary.entries._run("SELECT day FROM entry").fetchall()
    }
    entries = (night, early, old)
    assert days == {day_of(entry.belongs_at(), starts_at) for entry in entries}


def test_an_entry_only_a_newer_version_allows_is_read_as_it_stands(diary):
    night = an_entry(Sleep(4), until=a_moment(7), at=a_moment(0))
    write(diary, night)
    diary._connection.execute("UPDATE entry SET until = at + 30 * 3600000")
    read = diary.entries.current(night.id).entry
    assert (read.id, read.kind, read.details.fields()) == (night.id, "sleep", {"quality": 4})
    assert read.amounts() == night.amounts()


@ONE_DIARY
@given(entries=st.lists(ENTRIES, max_size=8), starts_at=st.integers(0, 12))
def test_another_start_of_the_day_gives_each_entry_the_day_that_day_of_says(
    diary, entries, starts_at
):
    for number, entry in enumerate(entries):
        write(diary, entry.replaced(id=new_id(number), revision=1))
    diary.entries.redate(starts_at)
    for seq, day in diary._connection.execute("SELECT seq, day FROM entry"):
        (written,) = diary.entries.of_act(seq)
        assert date_of_epoch_day(day) == day_of(written.entry.belongs_at(), starts_at)
