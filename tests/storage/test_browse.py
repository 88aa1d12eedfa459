from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.browse import NAMELESS, Wanted, Word, folded
from steadyhands.domain.day import day_of
from steadyhands.domain.entries import Food, Note, Sleep
from steadyhands.domain.moment import Moment, date_of_epoch_day, epoch_day
from steadyhands.services.journal import Journal
from tests.factory import a_checkin, a_coffee, a_diary, a_moment, a_twitch, a_water, without_sync
from tests.storage.diary_model import NOW, PLACES
from tests.strategies import TWITCHES

FAR_MS = 40 * 24 * 3_600_000
TIMES = st.builds(
    lambda back, place: Moment(NOW.utc_ms - back, place),
    st.integers(0, FAR_MS) | st.integers(0, 40).map(lambda days: days * 86_400_000),
    st.sampled_from(PLACES),
)
NOTES = st.sampled_from(["", "", "", "Headache", "at the café", "ÜBEL and tired", "100 % typing"])
DETAILS = TWITCHES | st.sampled_from(
    [
        a_water(),
        a_coffee(),
        a_checkin(3, symptoms=("pain", "numbness")),
        Food("lunch", "Typing soup"),
        Food("snack"),
        Note(),
    ]
)
WORDS = st.sampled_from(
    [
        Word("headache"),
        Word("cafe"),
        Word("ubel"),
        Word("water", frozenset({"note"})),
        Word("typing", values=frozenset({("twitch", "doing", "typing")})),
        Word(
            "pain", values=frozenset({("checkin", "symptoms", "pain"), ("twitch", "felt", "lock")})
        ),
        Word("lunch", values=frozenset({("food", "meal", "lunch")})),
        Word("twitch", frozenset({"twitch"})),
    ]
)
DAYS = st.none() | st.integers(0, 45).map(lambda back: date(2026, 3, 10) - timedelta(days=back))
WANTED = st.builds(
    Wanted,
    kinds=st.lists(st.sampled_from(["twitch", "drink", "note", "sleep", "food"]), max_size=3).map(
        tuple
    ),
    side=st.sampled_from(["", "", "left", "right", "unsure"]),
    part=st.sampled_from(["", "", "index", "thumb", "unsure"]),
    doing=st.sampled_from(["", "", "typing", "cup"]),
    first=DAYS,
    last=DAYS,
    words=st.lists(WORDS, max_size=2).map(tuple),
)


def fits(entry, wanted, starts_at=4):
    """The same in plain Python."""
    day = day_of(entry.belongs_at(), starts_at)
    if (wanted.first and day < wanted.first) or (wanted.last and day > wanted.last):
        return False
    if wanted.kinds and entry.kind not in wanted.kinds:
        return False
    fields = entry.details.fields()
    asked = wanted.twitch_fields()
    if asked and (entry.kind != "twitch" or any(fields.get(f) != w for f, w in asked.items())):
        return False
    return all(means(word, entry, fields) for word in wanted.words)


def means(word, entry, fields):
    if entry.kind in word.kinds or word.text in folded(entry.note):
        return True
    if entry.kind not in NAMELESS and word.text in folded(str(fields.get("name", ""))):
        return True
    told = [(of, field) for of, field, said in word.values if said in as_list(fields.get(field))]
    return any(of == entry.kind for of, _ in told)


def as_list(value):
    return list(value) if isinstance(value, tuple | list) else [value]


@pytest.fixture
def diary(tmp_path):
    diary = without_sync(a_diary(tmp_path / "diary.sqlite"))
    yield diary
    diary.close()


def in_order(entries):
    """Return entries by day as the diary lists them: newest first."""
    days = {}
    for entry in entries:
        days.setdefault(epoch_day(day_of(entry.belongs_at(), 4)), []).append(entry)
    return dict(sorted(days.items(), reverse=True))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.lists(st.tuples(DETAILS, TIMES, NOTES), max_size=25), st.lists(WANTED, min_size=3))
def test_any_wish_finds_what_a_plain_list_finds(diary, pieces, wishes):
    journal, browse = Journal(diary), diary.browse
    logged = journal.log_all(
        [(d, at, None, note or ("words" if isinstance(d, Note) else "")) for d, at, note in pieces],
        NOW,
    )
    there = list(logged.entries)
    if there:
        journal.remove([there.pop().id], NOW)
    for wanted in wishes:
        expected = in_order([entry for entry in there if fits(entry, wanted)])
        searched = browse.counts(wanted, browse.candidates(wanted))
        found = dict(zip(searched.days, searched.counts, strict=True))
        assert found == {day: len(entries) for day, entries in expected.items()}
        assert list(searched.days) == sorted(searched.days, reverse=True)
        quick = browse.days(wanted)
        assert quick is None or quick == searched
        for day, entries in expected.items():
            pages = [browse.page(wanted, day, skip, 2) for skip in range(0, len(entries) + 2, 2)]
            read = [entry.id for page in pages for entry in page]
            assert sorted(read) == sorted(entry.id for entry in entries)
            times = [entry.at.utc_ms for page in pages for entry in page]
            assert times == sorted(times, reverse=True)
    left = [entry.id for entry in there]
    if left:
        journal.remove(left, NOW)
    assert browse.days(Wanted()).total() == 0


def test_entries_of_one_instant_stand_the_last_written_first(diary):
    journal, at = Journal(diary), a_moment(9)
    ids = [journal.log(a_twitch(), at, NOW).entry.id for _ in range(5)]
    day = epoch_day(date(2026, 3, 10))
    assert [e.id for e in diary.browse.page(Wanted(), day, 0, 9)] == ids[::-1]
    assert [e.id for e in diary.browse.page(Wanted(), day, 2, 2)] == [ids[2], ids[1]]


def test_sleep_stands_on_the_day_of_waking(diary):
    Journal(diary).log(Sleep(3), a_moment(23, 0, 9), NOW, until=a_moment(6, 30))
    found = diary.browse.days(Wanted())
    assert [date_of_epoch_day(day) for day in found.days] == [date(2026, 3, 10)]
    assert len(diary.browse.page(Wanted(kinds=("sleep",)), found.days[0], 0, 9)) == 1


def test_the_longest_sleep_from_the_farthest_zone_is_found(diary):
    west, east = -720, 840
    Journal(diary).log(
        Sleep(), a_moment(5, 0, 8, offset_min=west), NOW, until=a_moment(6, 0, 10, offset_min=east)
    )
    found = diary.browse.days(Wanted())
    assert len(diary.browse.page(Wanted(), found.days[0], 0, 9)) == 1


def test_kinds_of_a_day_are_counted_whatever_is_wanted(diary):
    journal = Journal(diary)
    for details in (a_twitch(), a_twitch(), a_water()):
        journal.log(details, a_moment(9), NOW)
    assert diary.browse.kinds_on(epoch_day(date(2026, 3, 10))) == {"twitch": 2, "drink": 1}


def test_a_twitch_without_a_note_is_in_no_search_index(diary):
    journal = Journal(diary)
    journal.log(a_twitch(), a_moment(9), NOW)
    run = diary.totals._connection.execute
    for index in ("entry_named", "entry_noted"):
        where = run("SELECT sql FROM sqlite_schema WHERE name = ?", (index,)).fetchone()[0]
        inside = where.split("WHERE")[1]
        assert run(f"SELECT count(*) FROM entry WHERE {inside}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("text", "plain"), [("Café", "cafe"), ("STRASSE", "strasse"), ("straße", "strasse"), ("İ", "i")]
)
def test_folding(text, plain):
    assert folded(text) == plain
