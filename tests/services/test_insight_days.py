"""Days that are kept: read once, and anew as soon as anything in them changes."""

from datetime import date, timedelta

import pytest

from steadyhands.services.insight import InsightReader
from tests.factory import a_desk, a_moment, a_twitch
from tests.insight_days import fill

TODAY = date(2026, 3, 10)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    fill(desk)
    yield desk
    desk.close()


def read_since(monkeypatch):
    """Return a list of the days from which entries are read."""
    from steadyhands.services import insight

    asked, made = [], insight._Look._made

    def noting(self, since):
        asked.append(since)
        return made(self, since)

    monkeypatch.setattr(insight._Look, "_made", noting)
    return asked


def test_later_answers_read_recent_days_and_are_the_same(desk, monkeypatch):
    asked = read_since(monkeypatch)
    kept = InsightReader(desk.keeper.path)
    first = kept.insight(TODAY, TODAY)

    assert kept.insight(TODAY, TODAY) == first
    assert asked[1] > asked[0] + 365


@pytest.mark.parametrize("days_ago", [2, 60])
def test_what_is_added_or_taken_out_later_is_seen(desk, days_ago):
    kept = InsightReader(desk.keeper.path)
    kept.insight(TODAY, TODAY)
    day = TODAY - timedelta(days=days_ago)
    at = a_moment(12, 0, day.day, day.month)
    done = [desk.journal.log(a_twitch(), at, desk.now()) for _ in range(9)]
    added = kept.insight(TODAY, TODAY)

    assert added == InsightReader(desk.keeper.path).insight(TODAY, TODAY)
    desk.journal.remove([each.entry.id for each in done], desk.now())
    taken = kept.insight(TODAY, TODAY)
    assert taken == InsightReader(desk.keeper.path).insight(TODAY, TODAY)
    assert taken.standing.twitches == added.standing.twitches - 9


def test_an_earlier_day_is_answered_too(desk):
    kept, then = InsightReader(desk.keeper.path), TODAY - timedelta(days=40)
    kept.insight(TODAY, TODAY)

    assert kept.insight(then, TODAY) == InsightReader(desk.keeper.path).insight(then, TODAY)
    assert kept.insight(TODAY, TODAY) == InsightReader(desk.keeper.path).insight(TODAY, TODAY)


def test_another_diary_in_its_place_is_read_anew(desk, tmp_path):
    kept = InsightReader(desk.keeper.path)
    kept.insight(TODAY, TODAY)
    other = a_desk(tmp_path / "other")
    fill(other)
    kept._path = other.keeper.path
    found = kept.insight(TODAY, TODAY)
    expected = InsightReader(other.keeper.path).insight(TODAY, TODAY)
    other.close()

    assert found == expected
