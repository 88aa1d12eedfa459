"""Days that are kept: joined with later ones, they are the table made at once."""

import pytest

from steadyhands.analysis.table import day_table
from steadyhands.analysis.table_memory import LOOK_BACK_DAYS, as_json, from_json, joined
from steadyhands.domain.entries import Other
from tests.simulate.diary import Diary, moment
from tests.simulate.person import FIRST_DAY, Person, Scenario

DAYS = 70


@pytest.fixture(scope="module")
def entries():
    made = Diary(Person(Scenario(gappy=True), 12, DAYS)).entries
    own = [
        made[0].replaced(id=f"{n:031x}a", at=moment(day, 12), details=tracker(name))
        for n, (day, name) in enumerate(((5, "mood"), (60, "art"), (61, "mood")))
    ]
    return made + own


def tracker(name):
    return Other(name, (), ((name, 3.0),))


@pytest.mark.parametrize("boundary", [1, 30, 45, 61, DAYS])
def test_kept_and_new_days_together_are_all_days(entries, boundary):
    whole = day_table(entries, FIRST_DAY + DAYS)
    boundary += FIRST_DAY
    since = boundary - LOOK_BACK_DAYS
    later = [e for e in entries if e.belongs_at().utc_ms >= since * 86_400_000]
    made = day_table(later, FIRST_DAY + DAYS, first=FIRST_DAY)

    assert joined(whole.cut(boundary), made, boundary) == whole


def test_a_table_comes_back_from_its_text_as_it_was(entries):
    table = day_table(entries, FIRST_DAY + DAYS, active=[(FIRST_DAY * 24 + 5, 30.0)])

    assert from_json(as_json(table)) == table
    assert repr(from_json(as_json(table))) == repr(table)


@pytest.mark.parametrize("text", ["{}", "[]", "no", '{"days": 3}'])
def test_what_is_no_table_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)
