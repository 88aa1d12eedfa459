from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.clocktext import ago_minutes, clock, clock_span, says_ago
from steadyhands.domain.problem import Problem

TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))
NONSENSE = (
    "",
    "now",
    "25",
    "24:01",
    "14:60",
    "1:5",
    "7:05:10",
    "-7",
    "13pm",
    "0am",
    "noon pm",
    "half past",
    "half 7",
    "61 past 3",
    "99999",
    "🕒",
    "nan",
    "1 4:05",
    "-" * 10_000,
    "to" * 5000,
)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("14:05", 14, 5),
        ("14.05", 14, 5),
        ("1405", 14, 5),
        ("14h05", 14, 5),
        ("905", 9, 5),
        ("7", 7, 0),
        ("07", 7, 0),
        ("14h", 14, 0),
        ("2pm", 14, 0),
        ("2 PM", 14, 0),
        ("2 p.m.", 14, 0),
        ("2:05 pm", 14, 5),
        ("2:05am", 2, 5),
        ("12am", 0, 0),
        ("12pm", 12, 0),
        ("noon", 12, 0),
        ("midday", 12, 0),
        ("midnight", 0, 0),
        ("24:00", 0, 0),
        ("half past 3", 3, 30),
        ("half past 3 pm", 15, 30),
        ("quarter to 7", 6, 45),
        ("a quarter to seven", 6, 45),
        ("quarter past 23", 23, 15),
        ("20 past 8", 8, 20),
        ("twenty-five to six pm", 17, 35),
        ("ten to midnight", 23, 50),
        ("quarter to 1 pm", 12, 45),
        ("7 o’clock", 7, 0),
        ("seven o'clock", 7, 0),
        ("٧:٠٥", 7, 5),
    ],
)
def test_a_time_is_read_as_people_type_it(text, hour, minute):
    assert clock(text) == time(hour, minute)


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_answered_with_what_is_understood(text):
    with pytest.raises(Problem, match=r"Try 14:05, 2:05 pm, half past 3 or noon\."):
        clock(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("23:10-06:40", (23, 10), (6, 40)),
        ("23:10 – 06:40", (23, 10), (6, 40)),
        ("23:10 to 6:40", (23, 10), (6, 40)),
        ("2310-0640", (23, 10), (6, 40)),
        ("11pm–6:40am", (23, 0), (6, 40)),
        ("10:30pm until quarter past six", (22, 30), (6, 15)),
        ("quarter to 7 to 8", (6, 45), (8, 0)),
        ("midnight-7", (0, 0), (7, 0)),
        ("7-7", (7, 0), (7, 0)),
    ],
)
def test_a_span_has_two_times(text, start, end):
    assert clock_span(text) == (time(*start), time(*end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2-3pm", 14, 15),
        ("11-7am", 23, 7),
        ("10-2pm", 10, 14),
        ("11-noon", 11, 12),
        ("2pm-3", 14, 15),
        ("11pm-7", 23, 7),
        ("9am-5", 9, 17),
        ("2pm-03:00", 14, 3),
        ("22-7am", 22, 7),
    ],
)
def test_am_or_pm_of_one_time_settles_the_other(text, start, end):
    assert clock_span(text) == (time(start), time(end))


@pytest.mark.parametrize("text", ["", "7", "23:10", "a-b", "23:10-", "25-26", "-" * 10_000])
def test_what_is_no_span_is_refused(text):
    with pytest.raises(Problem, match="Try 23:10-06:40"):
        clock_span(text)


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("now", 0),
        ("Just now", 0),
        ("15 min ago", 15),
        ("15min  ago", 15),
        ("2h ago", 120),
        ("an hour ago", 60),
        ("half an hour ago", 30),
        ("1h30 ago", 90),
    ],
)
def test_a_time_ago_is_read(text, ago):
    assert says_ago(text)
    assert ago_minutes(text) == ago


@pytest.mark.parametrize("text", ["", "ago", "15", "-5 min ago", "30h ago", "a while ago", "14:05"])
def test_what_is_no_time_ago_is_refused(text):
    with pytest.raises(Problem, match="Try now, 15 min ago or 2h ago"):
        ago_minutes(text)


@given(TIMES)
def test_every_minute_is_read_in_every_spelling(when):
    assert clock(f"{when:%H:%M}") == clock(f"{when:%H.%M}") == clock(f"{when:%H%M}") == when
    assert clock(f"{when.hour % 12 or 12}:{when:%M} {'pm' if when.hour > 11 else 'am'}") == when


@given(TIMES, TIMES)
def test_every_span_on_the_24_hour_clock_is_read(start, end):
    assert clock_span(f"{start:%H:%M}-{end:%H:%M}") == (start, end)


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused(text):
    for read in (clock, clock_span, ago_minutes):
        try:
            read(text)
        except Problem as refused:
            assert str(refused)
