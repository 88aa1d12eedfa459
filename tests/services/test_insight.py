"""Insight read from real diaries: as of any day, with and without memory (it is 10 March 2026)."""

import json
import os
import stat
from datetime import date, timedelta

import pytest

from steadyhands.domain.entries import Other
from steadyhands.domain.insight import LIKELY, NOT_ENOUGH, POSSIBLE, Rising, Standing
from steadyhands.domain.problem import Problem
from steadyhands.domain.redflags import Rising as Risen
from steadyhands.services.insight import InsightReader, Outdated, desk_hours, headline_of
from tests.domain.test_insight_view import a_finding
from tests.factory import a_desk, a_moment, a_twitch, an_entry
from tests.insight_days import DAYS, fill, pieces

TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("insight"))
    fill(desk, planned=True)
    yield desk
    desk.close()


@pytest.fixture
def reader(desk):
    return InsightReader(desk.keeper.path)


@pytest.fixture(scope="module")
def known(desk):
    return InsightReader(desk.keeper.path).insight(TODAY, TODAY)


def sleep_of(insight):
    return next(f for f in insight.standing.findings if (f.key, f.lag) == ("sleep_h", 0))


def test_a_true_link_is_found_and_points_the_right_way(known):
    found = sleep_of(known)
    assert found.level in (POSSIBLE, LIKELY)
    assert found.ratio < 1 and found.high < 1, "more sleep, fewer twitches"
    standing = [f for f in known.standing.findings if f.level in (POSSIBLE, LIKELY)]
    assert {f.key for f in standing} <= {"sleep_h", "sleep_shift_h"}


def test_as_of_a_day_is_what_a_diary_that_ends_there_says(desk, known, tmp_path):
    as_of = TODAY - timedelta(days=20)
    cut = a_desk(tmp_path)
    now = cut.now()
    ends = a_moment(4, 0, as_of.day, as_of.month).utc_ms
    kept = [p for p in pieces(now, planned=True) if (p[2] or p[1]).utc_ms < ends]
    cut.journal.log_all(kept, now)
    found = InsightReader(cut.keeper.path).insight(as_of, as_of)
    cut.close()
    assert found == InsightReader(desk.keeper.path).insight(as_of, TODAY)
    assert found.standing.day == known.standing.day - 20


def test_memory_changes_nothing_but_the_time(desk, known, tmp_path):
    folder = str(tmp_path / "cache")
    first = InsightReader(desk.keeper.path, folder).insight(TODAY, TODAY)
    again = InsightReader(desk.keeper.path, folder)
    assert again.insight(TODAY, TODAY) == first == known


def test_memory_is_private_and_may_be_lost_or_broken(desk, known, tmp_path):
    folder = str(tmp_path / "cache")
    reader = InsightReader(desk.keeper.path, folder)
    reader.insight(TODAY, TODAY)
    path = reader.memo.path
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    assert os.listdir(folder) == [os.path.basename(path)]
    for junk in ("", "[1]", '{"form": 99}', '{"form": 1, "headline": {"checkup": "x"}}'):
        with open(path, "w") as file:
            file.write(junk)
        assert reader.headline(TODAY) is None
    assert reader.insight(TODAY, TODAY) == known


def test_an_edited_past_is_looked_at_anew(tmp_path):
    desk = a_desk(tmp_path / "diary")
    fill(desk)
    reader = InsightReader(desk.keeper.path, str(tmp_path / "cache"))
    before = reader.insight(TODAY, TODAY)
    more = [(a_twitch(), a_moment(12, n, day), None, "") for day in range(2, 9) for n in range(9)]
    desk.journal.log_all(more, desk.now())
    after = reader.insight(TODAY, TODAY)
    assert after.standing.twitches == before.standing.twitches + 63
    assert after == InsightReader(desk.keeper.path).insight(TODAY, TODAY)
    desk.close()


def test_today_is_never_looked_at(desk, known, reader):
    now = desk.now()
    done = desk.journal.log(a_twitch(), now, now)
    assert reader.insight(TODAY, TODAY) == known
    desk.journal.remove([done.entries[0].id], now)


def test_a_finished_step_has_its_verdict_and_others_what_they_can_show(known):
    (verdict,) = known.standing.verdicts
    assert verdict.step == "water"
    assert verdict.due == known.runs[0].last + 1 <= known.standing.day
    assert verdict.level != NOT_ENOUGH
    assert 0 < known.expect(28, "steady") < 1
    assert known.expect(17, "steady") is None
    assert known.suggestion.step != "water"


def test_a_verdict_waits_for_the_planned_end(reader):
    (verdict,) = reader.insight(TODAY - timedelta(days=15), TODAY).standing.verdicts
    assert (verdict.level, verdict.ratio) == (NOT_ENOUGH, None)


def test_what_nobody_waits_for_is_given_up(reader, known):
    asked = []

    def is_wanted():
        asked.append(1)
        return len(asked) < 3

    with pytest.raises(Outdated):
        reader.insight(TODAY, TODAY, is_wanted)
    assert reader.memo.read("looks"), "what was looked at so far is kept"
    assert reader.insight(TODAY, TODAY) == known


def test_the_headline_says_what_is_new_until_it_was_seen(desk, tmp_path):
    reader = InsightReader(desk.keeper.path, str(tmp_path))
    assert reader.headline(TODAY) is None
    claimed = sleep_of(reader.insight(TODAY, TODAY)).since
    day = date.fromordinal(claimed + 719_163)
    reader.insight(day, day)
    found = reader.headline(day)
    assert ("sleep_h", 0) in [link[:2] for link in found.fresh]
    assert not found.seen
    reader.keep_seen(day)
    assert reader.headline(day).seen
    reader.insight(day, day)
    assert reader.headline(day).seen, "another look makes no news of it"
    assert reader.headline(day + timedelta(days=7)) is None, "the next check-up is due"


def test_rising_trends_go_to_the_safety_rules_as_they_name_them():
    alarm = Rising("", True, 1.1, 1.05, 1.15, weeks=12)
    side = Rising("right", True, 1.1, 1.05, 1.15, weeks=9)
    calm = Rising("left", False)
    told = headline_of(Standing(100, 98, 105, 90, 400, rising=(alarm, calm, side)))
    assert told.rising == (Risen("twitching", 12), Risen("one-side", 9))


def test_only_links_of_this_checkup_are_new():
    new = a_finding("stress", level=POSSIBLE, since=98)
    old = a_finding("sleep_h", level=LIKELY, since=91)
    told = headline_of(Standing(100, 98, 105, 90, 400, findings=(old, new)))
    assert told.fresh == (("stress", 0, POSSIBLE),)


def test_an_empty_diary_has_nothing_to_say(tmp_path):
    desk = a_desk(tmp_path)
    found = InsightReader(desk.keeper.path).insight(TODAY, TODAY)
    assert found.standing.findings == () and found.suggestion is not None
    assert (found.standing.days, found.standing.checkup) == (0, 0)
    desk.close()


def test_a_diary_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(Problem):
        InsightReader(str(tmp_path / "none.sqlite")).insight(TODAY, TODAY)


def test_what_was_never_logged_is_known(known):
    assert "stress" in known.unlogged and "alcohol_g" in known.unlogged
    assert "caffeine_mg" not in known.unlogged


def test_hours_at_the_desk_come_from_entries_with_a_span():
    at = a_moment(10, 30)
    spent = Other("desk", (), (("desk_min", 60.0),))
    found = desk_hours([an_entry(spent, at, until=at.shifted(7_200_000))], 4)
    assert [round(minutes) for _, minutes in found] == [15, 30, 15]
    assert found[0][0] % 24 == 6, "10 o'clock is the seventh hour of a day that begins at 4"
    whole_day = Other("desk", (), (("desk_min", 400.0),))
    assert desk_hours([an_entry(whole_day, at)], 4) == []


def test_the_same_diary_gives_the_same_bytes(desk):
    from steadyhands.cli.insight import as_data

    one, two = (InsightReader(desk.keeper.path).insight(TODAY, TODAY) for _ in range(2))
    assert json.dumps(as_data(one)) == json.dumps(as_data(two))
    assert DAYS >= one.standing.days > 60


def test_what_a_profile_leaves_to_the_clinician_is_not_told(tmp_path):
    desk = a_desk(tmp_path)
    fill(desk, 40)
    desk.profile.keep(desk.profile.read().replaced(conditions=("kidney",)))
    found = InsightReader(desk.keeper.path).insight(TODAY, TODAY)
    desk.close()
    told = {finding.key for finding in found.standing.findings}
    hidden = {"water_ml", "magnesium_mg", "supplement_magnesium_mg", "potassium_mg"}
    assert hidden <= set(found.withheld)
    assert not told & set(found.withheld) and not set(found.unlogged) & set(found.withheld)
    assert {"sleep_h", "caffeine_mg"} <= told
