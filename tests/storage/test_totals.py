import random
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from steadyhands.domain.entries import Note, Sleep
from steadyhands.domain.moment import HOUR_MS, Moment
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Journal
from steadyhands.storage.totals import Total
from tests.factory import (
    a_checkin,
    a_coffee,
    a_diary,
    a_moment,
    a_twitch,
    a_water,
    log_a_day,
    without_sync,
)
from tests.storage.diary_model import DETAILS, NOW, PLACES, Pair, random_act

TIMES = st.builds(
    lambda minutes, place: Moment(NOW.utc_ms - minutes * 60_000, place),
    st.integers(0, 72 * 60),
    st.sampled_from(PLACES),
)
PIECES = st.tuples(st.sampled_from(DETAILS), TIMES)


class AnySequence(RuleBasedStateMachine):
    """Whatever is done in whatever order, the totals are those of a recount."""

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp(prefix="totals-"))
        self.diary = without_sync(a_diary(self.folder / "diary.sqlite"))
        self.pair = Pair(self.diary)

    def a_living(self, data):
        living = self.pair.model.living()
        return data.draw(st.sampled_from(living), label="entry")

    @rule(piece=PIECES)
    def log(self, piece):
        self.pair.log(*piece)

    @rule(at=TIMES)
    def note(self, at):
        self.pair.log(Note(), at)

    @rule(at=TIMES, hours=st.sampled_from([0.1, 1.5, 8, 24]))
    def sleep(self, at, hours):
        self.pair.log(Sleep(), at.shifted(-24 * HOUR_MS), hours)

    @rule(pieces=st.lists(PIECES, max_size=3))
    def log_all(self, pieces):
        self.pair.log_all(pieces)

    @precondition(lambda self: self.pair.model.living())
    @rule(data=st.data(), ms=st.sampled_from([0, 1, 60_000, 4 * HOUR_MS, 48 * HOUR_MS]))
    def move(self, data, ms):
        self.pair.move(self.a_living(data), ms)

    @precondition(lambda self: any(e.kind != "sleep" for e in self.pair.model.living()))
    @rule(data=st.data(), details=st.sampled_from(DETAILS))
    def become(self, data, details):
        others = [e for e in self.pair.model.living() if e.kind != "sleep"]
        self.pair.become(data.draw(st.sampled_from(others), label="entry"), details)

    @rule(data=st.data())
    def remove(self, data):
        living = self.pair.model.living()
        some = st.lists(st.sampled_from(living), unique=True, max_size=3) if living else st.just([])
        self.pair.remove(data.draw(some, label="entries"))

    @rule()
    def undo(self):
        self.pair.undo()

    @precondition(lambda self: self.pair.model.acts)
    @rule(data=st.data())
    def undo_named(self, data):
        standing = sorted(self.pair.model.standing)
        if standing:
            self.pair.undo(data.draw(st.sampled_from(standing), label="act"))

    @rule()
    def redo(self):
        self.pair.redo()

    @rule(hour=st.integers(0, 12))
    def start_day_at(self, hour):
        self.pair.start_day_at(hour)

    @rule()
    def restart(self):
        """Undo, redo and all else go on after the program was closed."""
        model = self.pair.model
        self.diary.close()
        self.diary = without_sync(a_diary(self.folder / "diary.sqlite"))
        self.pair = Pair(self.diary)
        self.pair.model = model

    @invariant()
    def as_the_model_says(self):
        if hasattr(self, "pair"):
            self.pair.check()

    def teardown(self):
        if hasattr(self, "diary"):
            self.diary.close()
            shutil.rmtree(self.folder)


AnySequence.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestAnySequence = AnySequence.TestCase


@pytest.fixture
def diary(tmp_path):
    diary = without_sync(a_diary(tmp_path / "diary.sqlite"))
    yield diary
    diary.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_thousand_random_acts_leave_right_totals(diary, seed):
    pair, chance = Pair(diary), random.Random(seed)
    for number in range(1000):
        random_act(pair, chance)
        if number % 100 == 99:
            pair.check()


def test_a_day_adds_up(diary):
    log_a_day(Journal(diary), NOW)
    today = date(2026, 3, 10)
    assert diary.totals.day(today) == {
        "twitches": Total(3, 3),
        "water_ml": Total(726, 3),
        "caffeine_mg": Total(192, 2),
        "sleep_min": Total(450, 1),
        "stress": Total(4, 1),
        "tiredness": Total(3, 1),
    }
    assert diary.totals.span("twitches", today, today) == {today: Total(3, 3)}
    assert diary.totals.span("alcohol_g", today, today) == {}
    assert diary.totals.recorded(date(2026, 3, 1), date(2026, 3, 31)) == {today}


def test_a_mean_is_per_entry(diary):
    journal = Journal(diary)
    for stress in (2, 4, 9):
        journal.log(a_checkin(stress), a_moment(9), NOW)
    assert diary.totals.day(date(2026, 3, 10))["stress"].mean() == 5


def test_a_day_without_entries_has_no_totals(diary):
    assert diary.totals.day(date(2026, 3, 10)) == {}
    assert diary.totals.recorded(date(2026, 1, 1), date(2026, 12, 31)) == set()


def test_a_total_goes_with_its_last_entry(diary):
    journal = Journal(diary)
    done = journal.log(a_coffee(), a_moment(9), NOW)
    journal.log(a_water(), a_moment(9), NOW)
    journal.remove([done.entry.id], NOW)
    assert set(diary.totals.day(date(2026, 3, 10))) == {"water_ml"}


def test_wrong_counts_what_a_recount_would_mend(diary):
    Journal(diary).log(a_twitch(), a_moment(9), NOW)
    run = diary.totals._connection.execute
    run("UPDATE day_total SET amount = amount + 1")
    run("INSERT INTO day_total VALUES ('water_ml', 5, 5, 1)")
    # One total is wrong (as stored, as counted) and one too many; so are their months.
    assert diary.totals.wrong() == 6
    diary.totals.recount()
    assert diary.totals.wrong() == 0


def test_the_hour_at_which_days_start_moves_early_entries(diary):
    journal = Journal(diary)
    journal.log(a_twitch(), a_moment(2), NOW)
    journal.log(a_twitch(), a_moment(9), NOW)
    assert diary.totals.span("twitches", date(2026, 3, 9), date(2026, 3, 10)) == {
        date(2026, 3, 9): Total(1, 1),
        date(2026, 3, 10): Total(1, 1),
    }
    ChoiceBook(diary).change(day_starts_at=0)
    assert diary.totals.day(date(2026, 3, 10)) == {"twitches": Total(2, 2)}
