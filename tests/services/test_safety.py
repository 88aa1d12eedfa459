"""What the diary tells that a clinician should look at (it is Tue 10 March 2026, 14:00)."""

import pytest

from steadyhands.domain.entries import CheckIn, Symptom
from steadyhands.domain.redflag_rules import longest_days
from steadyhands.domain.redflags import Rising
from steadyhands.services.safety import LOOK_BACK_DAYS
from steadyhands.services.sample import sample_desk
from tests.factory import a_coffee, a_desk, a_twitch
from tests.safety_stories import MAGNESIUM, SHAKE, STORIES, TWITCH, later, live_through, noticed
from tests.stubs import FixedClock


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desk(tmp_path, clock):
    desk = a_desk(tmp_path, clock)
    yield desk
    desk.close()


def ids(told):
    return [one.flag.id for one in told]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.flag)
def test_each_rule_speaks_stays_until_read_and_is_not_repeated(desk, story):
    now = desk.now()
    live_through(desk, story, now)
    due = desk.safety.due(now)
    assert due[0].flag.id == story.flag
    assert due[0].urgency == story.urgency

    desk.safety.keep_shown(due, now)
    assert ids(desk.safety.due(later(now, days=2))) == ids(due), "it stays until it is read"

    desk.safety.keep_read(due, later(now, days=2, hours=1))
    assert desk.safety.due(later(now, days=2, hours=2)) == []
    assert desk.safety.due(later(now, days=3)) == []
    assert desk.safety.due(later(now, days=120)) == []


def test_every_rule_has_its_story(desk):
    flags = desk.safety.shipped().flags
    by_signs = {flag.id for flag in flags for pattern in flag.when if pattern.signs}
    assert {story.flag for story in STORIES} == by_signs


def test_no_rule_looks_back_further_than_is_read(desk):
    assert longest_days(desk.safety.shipped().flags) <= LOOK_BACK_DAYS


def test_twitches_drinks_and_a_calm_check_in_say_nothing(desk):
    now = desk.now()
    for days in range(60):
        at = now.shifted(-days * 86_400_000)
        for details in (a_twitch(), a_twitch("left", "thumb", felt="jerk"), a_coffee()):
            desk.journal.log(details, at, at)
        desk.journal.log(CheckIn(stress=9, tiredness=9), at, at)
    assert desk.safety.due(now) == []


@pytest.mark.parametrize("symptom", ["numbness", "pain", "stiffness", "finger-locks", "spreading"])
def test_one_mild_symptom_once_says_nothing(desk, symptom):
    now = desk.now()
    desk.journal.log(TWITCH, now, now)
    desk.journal.log(noticed(symptom), now, now)
    assert desk.safety.due(now) == []


def test_the_most_urgent_comes_first(desk):
    now = desk.now()
    for days in (8, 4, 0):
        at = now.shifted(-days * 86_400_000)
        desk.journal.log(noticed("numbness", "finger-locks"), at, at)
    desk.journal.log(noticed("speech-swallowing"), now, now)
    desk.journal.log(noticed("sudden-weakness"), now, now)
    due = desk.safety.due(now)
    assert [one.urgency for one in due] == ["emergency", "soon", "routine", "routine"]
    assert ids(due)[:2] == ["sudden", "speech-or-swallowing"]


def test_what_is_less_urgent_and_says_the_same_waits(desk):
    now = desk.now()
    desk.journal.log(TWITCH, now, now)
    desk.journal.log(noticed("weakness", "right-side"), now, now)
    due = desk.safety.due(now)
    assert ids(due) == ["weak-one-side"]
    desk.safety.keep_read(due, now)
    for days in range(1, 30):  # its reading counts for what it covered, too
        assert desk.safety.due(later(now, days=days)) == []


def test_more_of_the_same_is_said_again_after_the_quiet_days(desk, clock):
    now = desk.now()
    desk.journal.log(noticed("thinner-hand"), now, now)
    desk.safety.keep_read(desk.safety.due(now), now)
    for days, due in ((1, []), (13, []), (14, ["thinner-muscle"])):
        at = later(now, days=days)
        desk.journal.log(noticed("thinner-hand"), at, at)
        assert ids(desk.safety.due(at)) == due, days


def test_a_sudden_sign_is_said_again_the_next_day(desk):
    now = desk.now()
    desk.journal.log(noticed("sudden-weakness"), now, now)
    desk.safety.keep_read(desk.safety.due(now), now)
    assert desk.safety.due(later(now, days=1)) == []
    tomorrow = later(now, days=1)
    desk.journal.log(noticed("sudden-weakness"), tomorrow, tomorrow)
    assert ids(desk.safety.due(tomorrow)) == ["sudden"]


def test_what_became_worse_is_said_at_once(desk):
    now = desk.now()
    desk.journal.log(Symptom("weakness", "right", severity=3), now, now)
    desk.safety.keep_read(desk.safety.due(now), now)
    soon = later(now, hours=5)
    desk.journal.log(Symptom("weakness", "right", severity=4), soon, soon)
    assert desk.safety.due(soon) == []
    desk.journal.log(
        Symptom("weakness", "right", severity=5), later(now, hours=6), later(now, hours=6)
    )
    assert ids(desk.safety.due(later(now, hours=6))) == ["weak-one-side"]


def test_what_was_logged_by_mistake_is_taken_back_with_its_advice(desk):
    now = desk.now()
    done = desk.journal.log(noticed("sudden-weakness"), now, now)
    desk.safety.keep_shown(desk.safety.due(now), now)
    undone = desk.journal.undo(now)
    assert undone is not None
    assert undone.entry.id == done.entry.id, "the notice is nobody's act to undo"
    assert desk.safety.due(now) == []
    desk.journal.redo(now)
    assert ids(desk.safety.due(now)) == ["sudden"]


def test_shown_is_kept_once(desk):
    now = desk.now()
    desk.journal.log(noticed("sudden-weakness"), now, now)
    due = desk.safety.due(now)
    assert desk.safety.keep_shown(due, now) is not None
    assert desk.safety.keep_shown(due, later(now, minutes=5)) is None


def test_unread_advice_stays_for_months_whatever_else_is_logged(desk):
    now = desk.now()
    desk.journal.log(TWITCH, now, now)
    desk.journal.log(noticed("weakness"), now, now)
    desk.safety.keep_shown(desk.safety.due(now), now)
    for days in (30, 90, 200):
        at = later(now, days=days)
        desk.journal.log(TWITCH, at, at)
        assert ids(desk.safety.due(at)) == ["weak-or-stiff"]


def test_read_advice_is_still_told_with_the_day_it_was_read(desk):
    now = desk.now()
    desk.journal.log(noticed("hot-swollen"), now, now)
    desk.safety.keep_read(desk.safety.due(now), now)
    (told,) = desk.safety.told(now)
    assert not told.due
    assert told.read == now.local().date()


def test_a_rising_trend_speaks_and_its_end_silences_nothing(desk):
    now = desk.now()
    desk.safety.hear([Rising("twitching", 3)])
    assert desk.safety.due(now) == []
    desk.safety.hear([Rising("twitching", 4), Rising("one-side", 6)])
    due = desk.safety.due(now)
    assert set(ids(due)) == {"twitching-rising", "one-side-rising"}
    desk.safety.keep_shown(due, now)
    desk.safety.hear([])
    assert len(desk.safety.due(later(now, days=9))) == 2, "unread advice stays"
    desk.safety.keep_read(due, now)
    desk.journal.log(noticed("hot-swollen"), now, now)
    desk.safety.hear([Rising("twitching", 5)])
    assert ids(desk.safety.due(now)) == ["hot-finger"]


def test_a_supplement_alone_says_nothing_without_a_reason(desk):
    now = desk.now()
    desk.journal.log(MAGNESIUM, now, now)
    assert desk.safety.due(now) == []


def test_the_sample_diary_shows_no_card(clock):
    desk = sample_desk(clock)
    assert desk.safety.due(desk.now()) == []
    desk.close()


def test_a_shaking_hand_alone_says_nothing(desk):
    now = desk.now()
    for days in range(30):
        at = now.shifted(-days * 86_400_000)
        desk.journal.log(SHAKE, at, at)
    assert desk.safety.due(now) == []
