"""today, list, undo and redo."""

import json
from datetime import datetime

import pytest

from steadyhands.domain.profile import Profile
from tests.factory import a_desk, log_a_day


@pytest.fixture
def full(shell):
    """A shell over a diary that holds one believable day."""
    desk = a_desk(shell.folder, shell.clock)
    log_a_day(desk.journal, desk.now())
    desk.close()
    return shell


def test_an_empty_day_is_friendly(shell):
    assert shell.type("today").splitlines() == [
        "Tuesday 10 March",
        "  Twitches  none so far",
        "  Drinks    0 of 2,000 ml",
        "  Caffeine  none so far",
        "  Sleep     not logged yet",
    ]


def test_today_counts_the_day(full):
    said = full.type("today").splitlines()
    assert said[0] == "Tuesday 10 March"
    assert said[1] == "  Twitches  3"
    assert said[2] == "            last: right ring finger, 13:00 (strength 2)"
    assert said[3] == "  Drinks    726 of 2,000 ml"
    assert said[4].startswith("  Caffeine  192 mg, about ")
    assert "in your body now (people differ: " in said[4]
    assert said[5] == "  Sleep     7 h 30 min (23:15–06:45)"
    assert said[6] == "  Check-in  stress 4, tiredness 3, stiffness"
    assert said[7] == "  Notes     1 note"


def test_today_names_no_goal_where_the_profile_permits_none(full):
    desk = a_desk(full.folder, full.clock)
    desk.profile.keep(Profile(conditions=("kidney",)))
    desk.close()
    assert full.type("today").splitlines()[3] == (
        "  Drinks    726 ml (no goal, as you noted kidney disease; please ask your clinician)"
    )


def test_today_of_the_sample_knows_what_is_usual_and_says_whose_it_is(shell):
    assert ", usually " in shell.type("today", "--demo")
    assert shell.complaint == "This is the sample diary; your own is untouched."
    assert not (shell.folder / "diary.sqlite").exists()


def test_list_goes_back_in_time_by_days(full):
    full.clock.set(datetime(2026, 3, 11, 9, 0))
    full.type("log", "twitch", "right", "index", "--note", "a  b\nc" + "d" * 100)
    said = full.type("list").splitlines()
    assert said[0] == "Today, Wed 11 Mar"
    assert said[1] == "  09:00        right index finger: a b c" + "d" * 54 + "…"
    assert said[2:4] == ["", "Yesterday, Tue 10 Mar"]
    assert said[4] == "  13:00        right ring finger (strength 2)"
    assert said[-1] == "  23:15–06:45  sleep (7 h 30 min, quality 3)"
    assert len(full.type("list", "--days", "1").splitlines()) == 2


def test_an_empty_list_says_so(shell):
    assert shell.type("list") == "Nothing was logged in the last 7 days."
    assert shell.type("list", "--days", "1") == "Nothing today yet."


@pytest.mark.parametrize("days", ["0", "-1", "nan", "1.5", "9999999999", "", "seven"])
def test_a_bad_number_of_days_is_refused(shell, days):
    assert shell.refused("list", "--days", days).startswith("--days ")


def test_many_days_are_fine(full):
    assert len(json.loads(full.type("list", "--days", "36,600".replace(",", ""), "--json"))) == 9


def test_json_says_everything_with_its_offset(full):
    entries = json.loads(full.type("list", "--json"))
    assert len(entries) == 9
    assert all(set(e) == {"id", "kind", "at", "until", "fields", "note"} for e in entries)
    sleep = next(e for e in entries if e["kind"] == "sleep")
    assert sleep["at"] == "2026-03-09T23:15:00.000+01:00"
    assert sleep["until"] == "2026-03-10T06:45:00.000+01:00"
    times = [datetime.fromisoformat(e["at"]) for e in entries]
    assert times == sorted(times, reverse=True)
    coffee = next(e for e in entries if e["fields"].get("preset") == "coffee")
    assert coffee["fields"]["caffeine_mg"] == 96


def test_json_brings_back_what_was_logged(shell):
    shell.type("log", "twitch", "left", "palm", "--felt", "buzz", "--note", '„שלום“ 😀 \\ "x"')
    (entry,) = json.loads(shell.type("list", "--json"))
    assert entry["fields"] == {"side": "left", "part": "palm", "felt": "buzz"}
    assert entry["note"] == '„שלום“ 😀 \\ "x"'


def test_undo_and_redo_name_what_they_did(shell):
    shell.type("log", "twitch", "right", "index")
    shell.type("log", "note", "hello")
    assert shell.type("undo") == "Undone: note, 14:00."
    assert shell.type("undo") == "Undone: right index finger, 14:00."
    assert shell.failed("undo") == "There is nothing to undo."
    assert shell.type("redo") == "Done again: right index finger, 14:00."
    assert shell.type("redo") == "Done again: note, 14:00."
    assert shell.failed("redo") == "There is nothing to do again."


def test_undo_of_a_change_says_how_it_reads_now(shell):
    shell.type("log", "twitch", "right", "index")
    (entry,) = json.loads(shell.type("list", "--json"))
    desk = a_desk(shell.folder, shell.clock)
    desk.journal.amend(entry["id"], desk.now(), note="oh")
    desk.close()
    assert shell.type("undo") == "Undone: a change; it now reads right index finger, 14:00."


def test_undo_of_many_counts_them(shell):
    desk = a_desk(shell.folder, shell.clock)
    done = log_a_day(desk.journal, desk.now())
    desk.journal.remove([one.entry.id for one in done], desk.now())
    desk.close()
    assert shell.type("undo") == "Undone: 9 entries."


def test_a_sample_has_nothing_to_undo(shell):
    assert shell.failed("undo", "--demo") == "There is nothing to undo."


def test_logging_into_the_sample_leaves_ones_own_diary_alone(shell):
    assert shell.type("log", "--demo", "twitch", "left", "thumb").startswith("Saved: left thumb,")
    assert shell.complaint == "This is the sample diary; your own is untouched."
    assert shell.type("list", "--json") == "[]"
