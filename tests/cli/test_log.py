"""Logging from the command line: what was understood, said and kept (on Tue 10 March, 14:00)."""

import json

import pytest


def newest(shell):
    """Return the entry that was written last."""
    entries = json.loads(shell.type("list", "--days", "400", "--json"))
    return max(entries, key=lambda entry: entry["id"])


@pytest.mark.parametrize(
    ("words", "side", "part"),
    [
        ("right index", "right", "index"),
        ("index right", "right", "index"),
        ("r index", "right", "index"),
        ("Right-Index finger", "right", "index"),
        ("left thumb", "left", "thumb"),
        ("my left pinky", "left", "little"),
        ("left wrist", "left", "wrist"),
        ("right", "right", "unsure"),
        ("unsure", "unsure", "unsure"),
        ("right unsure", "right", "unsure"),
    ],
)
def test_places_are_understood_in_any_order(shell, words, side, part):
    shell.type("log", "twitch", *words.split())
    assert shell.code == 0
    assert (newest(shell)["fields"]["side"], newest(shell)["fields"]["part"]) == (side, part)


def test_a_twitch_is_answered_in_one_plain_line(shell):
    assert shell.type("log", "twitch", "right", "index", "--doing", "typing") == (
        "Saved: right index finger, 14:00 (typing)."
    )


def test_all_that_a_twitch_can_say(shell):
    more = (
        "--doing 'falling asleep' --felt=jerk --lasted moment --strength 3 --state rest --note hm"
    )
    said = shell.type("log", "twitch", "left", "thumb", *[w.strip("'") for w in _split(more)])
    assert said == (
        "Saved: left thumb, 14:00 (falling asleep, jerk, a moment, strength 3, at rest)."
    )
    entry = newest(shell)
    assert entry["note"] == "hm"
    assert entry["fields"]["strength"] == 3


def _split(text):
    import shlex

    return shlex.split(text)


def test_without_a_place_a_twitch_is_where_the_last_one_was(shell):
    shell.type("log", "twitch", "left", "ring")
    shell.clock.pass_minutes(5)
    assert shell.type("log", "twitch") == "Saved: left ring finger, 14:05."
    assert shell.type("log", "twitch", "thumb") == "Saved: left thumb, 14:05."


def test_the_very_first_twitch_needs_no_place_either(shell):
    assert shell.type("log", "twitch") == "Saved: right index finger, 14:00."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["indx"], "I do not know where “indx” is. Did you mean index?"),
        (["left", "right"], "One twitch is in one place; please log the other one by itself."),
        (["index", "thumb"], "One twitch is in one place; please log the other one by itself."),
        (["--strength", "6"], "Strength goes from 1 to 5, so not “6”."),
        (["--strength", "nan"], "Strength goes from 1 to 5, so not “nan”."),
        (["--at", "25:00"], "I cannot read “25:00” as a time."),
        (["--at", "yesterday"], "“yesterday” needs a time too, such as 14:05."),
        (["--at", "2026-02-30 12:00"], "“2026-02-30” is not a date. Try 2026-11-20."),
        (["--at", "2026-03-10 14:05"], "2026-03-10 14:05 lies ahead;"),
        (["--at", "99999 min ago"], "I cannot read “99999 min ago” as a time ago."),
        (["--at", ""], "--at needs a TIME after it."),
        (["--at"], "--at needs a TIME after it."),
        (["--doing", "skiing"], "“skiing” is not something that you were doing: typing,"),
        (["--dong", "typing"], "There is no option “--dong” here. Did you mean --doing?"),
        (["--at", "12:00", "--at", "13:00"], "--at is there twice."),
        (["--demo=yes"], "--demo takes nothing after it."),
        (["1", "2", "3", "4", "5", "6", "7"], "“7” is too much; see steadyhands log twitch"),
    ],
)
def test_bad_words_about_a_twitch_are_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("log", "twitch", *words).startswith(sentence)
    assert shell.type("list", "--json") == "[]"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("13:40", "13:40"),
        ("14:01", "14:01"),  # a clock that goes a minute ahead
        ("15:00", "yesterday 15:00"),
        ("half past 1", "13:30"),
        ("quarter past 3 am", "03:15"),
        ("15 min ago", "13:45"),
        ("now", "14:00"),
        ("yesterday 22:30", "yesterday 22:30"),
        ("today 9:05", "09:05"),
        ("2026-03-06 14:05", "Fri 6 Mar 14:05"),
        ("2026-03-06T14:05", "Fri 6 Mar 14:05"),
        ("2025-12-24 18:00", "Wed 24 Dec 2025 18:00"),
    ],
)
def test_times_are_read_and_the_day_said_when_it_is_another(shell, at, said):
    assert shell.type("log", "twitch", "palm", "--at", at) == f"Saved: right palm, {said}."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("water 250ml", "Water 250 ml, 14:00."),
        ("water 250", "Water 250 ml, 14:00."),
        ("Water 0.25l", "Water 250 ml, 14:00."),
        ("water 8 oz", "Water 237 ml, 14:00."),
        ("water half a litre", "Water 500 ml, 14:00."),
        ("drink water 2dl", "Water 200 ml, 14:00."),
        ("espresso 60ml --at 9:15", "Espresso 60 ml, 09:15 (127 mg caffeine)."),
    ],
)
def test_drinks_are_found_by_name_and_amount(shell, words, said):
    assert shell.type("log", *words.split()) == f"Saved: {said}"


def test_a_drink_without_an_amount_is_a_serving_and_may_be_several(shell):
    shell.type("log", "beer")
    once = newest(shell)["fields"]["ml"]
    shell.clock.pass_minutes(1)
    shell.type("log", "beer", "2x")
    assert newest(shell)["fields"]["ml"] == 2 * once
    shell.clock.pass_minutes(1)
    shell.type("log", "beer", "x", "3")
    assert newest(shell)["fields"]["ml"] == 3 * once


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("water -5", "I cannot read “-5” as an amount."),
        ("water NaN", "I cannot read “NaN” as an amount."),
        ("water inf", "I cannot read “inf” as an amount."),
        ("water 1e99", "I cannot read “1e99” as an amount."),
        ("water 0", "An amount goes from 1 to 5,000 ml, so not “0”."),
        ("water 99l", "An amount goes from 1 to 5,000 ml, so not “99l”."),
        ("water 1,500", "“1,500” can be read in two ways."),
        ("beer 99x", "A drink is between 1 and 5,000 ml"),
        ("beer 0x", "A drink is between 1 and 5,000 ml"),
        ("watr", "I do not know the drink “watr”. Did you mean Water"),
        ("twich right", "I do not know “twich”. Did you mean twitch?"),
        ("250ml water", "Please say the drink first and then how much, as in water 250ml."),
        ("drink", "Which drink? Try steadyhands log water 250ml."),
    ],
)
def test_bad_words_about_a_drink_are_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("log", *words.split()).startswith(sentence)
    assert shell.type("list", "--json") == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["23:10-06:40"], "sleep, 23:10–06:40 (7 h 30 min)."),
        (["11pm to 6:40am", "--quality", "4"], "sleep, 23:00–06:40 (7 h 40 min, quality 4)."),
        (["13:00", "-", "13:20"], "sleep, 13:00–13:20 (20 min)."),
        (["22:00-15:00"], "sleep, yesterday 22:00–15:00 (17 h)."),
        (["23:10-06:40", "--day", "yesterday"], "sleep, yesterday 23:10–06:40 (7 h 30 min)."),
        (["23:10-06:40", "--day", "2026-03-01"], "sleep, Sun 1 Mar 23:10–06:40 (7 h 30 min)."),
        (["--from", "yesterday 22:30", "--until", "6:40"], "sleep, 22:30–06:40 (8 h 10 min)."),
    ],
)
def test_sleep_ends_at_the_last_coming_of_its_second_time(shell, words, said):
    assert shell.type("log", "sleep", *words) == f"Saved: {said}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Sleep needs two times, such as 23:10-06:40."),
        (["bed-time"], "I cannot read “bed-time” as two times."),
        (["23:10-23:10"], "Those two times are the same. Please check them."),
        (["--from", "6:40", "--until", "yesterday 22:30"], "Sleep ends before it starts."),
        (
            ["--from", "2026-03-08 06:00", "--until", "2026-03-09 12:00"],
            "That would be 30 hours of sleep.",
        ),
        (["--from", "6:40"], "Please give --from and --until together"),
        (["1:00-2:00", "--from", "1:00", "--until", "2:00"], "Please give --from and --until"),
        (["23:10-06:40", "--day", "someday"], "“someday” is not a day."),
        (["23:10-06:40", "--quality", "9"], "Sleep quality goes from 1 to 5, so not “9”."),
        (["1:00-16:00", "--day", "today"], "2026-03-10 16:00 lies ahead;"),
    ],
)
def test_impossible_sleep_is_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("log", "sleep", *words).startswith(sentence)
    assert shell.type("list", "--json") == "[]"


def test_sleep_over_sleep_is_refused(shell):
    shell.type("log", "sleep", "23:10-06:40")
    assert "is in the diary already" in shell.refused("log", "sleep", "2:00-9:00")


def test_a_checkin_takes_what_was_answered(shell):
    said = shell.type(
        *("log", "checkin", "--stress", "4", "--tiredness", "7/10", "--load", "0"),
        *("--workout", "1h30", "--screen", "6.5", "--symptom", "numbness"),
        *("--symptom", "Finger locks,pain"),
    )
    assert said == (
        "Saved: check-in, 14:00 (stress 4, tiredness 7, mental load 0, workout 1 h 30 min, "
        "screen 6 h 30 min, numbness, finger locks, pain)."
    )
    assert newest(shell)["fields"]["screen_hours"] == 6.5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "A check-in needs an answer, such as --stress 4"),
        ("--note hello", "A check-in needs an answer, such as --stress 4"),
        ("--stress 11", "I cannot read “11” on the scale."),
        ("--stress nan", "I cannot read “nan” on the scale."),
        ("--stress -1", "I cannot read “-1” on the scale."),
        ("--workout 25h", "A length of time is at most 24 hours, so not “25h”."),
        ("--screen inf", "I cannot read “inf” as a length of time."),
        ("--screen 30", "A length of time is at most 24 hours, so not “30"),
        ("--symptom sneezing", "“sneezing” is not a symptom on the list: weakness,"),
    ],
)
def test_bad_answers_of_a_checkin_are_refused_in_a_sentence(shell, words, sentence):
    assert shell.refused("log", "checkin", *words.split()).startswith(sentence)


@pytest.mark.parametrize(
    "note",
    ["New chair, feet on the floor", "😀 👩🏽‍🔬 better", "היד רעדה قليلا", "tab\there\nand line"],
)
def test_a_note_is_kept_as_it_was_written(shell, note):
    assert shell.type("log", "note", *note.split(" ")) == "Saved: note, 14:00."
    assert newest(shell)["note"] == note


def test_nul_and_escapes_are_left_out_of_a_note(shell):
    shell.type("log", "note", "a\0b\x1b[31mc")
    assert newest(shell)["note"] == "ab[31mc"


def test_bytes_that_are_no_text_become_a_sign_for_it(shell):
    shell.type("log", "note", "caf\udce9")
    assert shell.code == 0
    assert newest(shell)["note"] == "caf�"


def test_words_after_two_dashes_are_no_options(shell):
    shell.type("log", "note", "--", "--demo", "is", "a", "word")
    assert newest(shell)["note"] == "--demo is a word"


def test_a_note_can_be_too_long_and_can_be_empty(shell):
    assert "can have 4000 characters" in shell.refused("log", "note", "x" * 10_000)
    assert shell.refused("log", "note") == "A note needs some words."
    assert shell.refused("log", "note", "  ", "\0") == "A note needs some words."
    assert shell.type("list", "--json") == "[]"
