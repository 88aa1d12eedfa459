import math
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.storage.diary import Diary
from tests.factory import a_diary

JSON = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@pytest.fixture
def diary(tmp_path):
    diary = a_diary(tmp_path / "diary.sqlite")
    yield diary
    diary.close()


def keep(diary: Diary, name: str, value: object) -> None:
    diary.write(lambda: diary.settings.set(name, value))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(JSON)
def test_what_is_kept_comes_back_with_its_type(diary, value):
    keep(diary, "it", value)
    found = diary.settings.get("it")
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["", '"', 'a"b', "\\", "007", "12", "true", "null", "½", "a b"])
def test_words_that_look_like_json_stay_words(diary, text):
    keep(diary, "it", text)
    assert diary.settings.get("it") == text


def test_what_was_never_set_is_the_default(diary):
    assert diary.settings.get("it") is None
    assert diary.settings.get("it", 4) == 4


def test_none_forgets(diary):
    keep(diary, "it", 5)
    keep(diary, "it", None)
    assert diary.settings.get("it", "gone") == "gone"
    keep(diary, "never", None)


def test_the_diary_takes_no_number_that_is_none(diary):
    keep(diary, "it", 5)
    with pytest.raises(sqlite3.IntegrityError):
        keep(diary, "it", math.nan)
    assert diary.settings.get("it") == 5


def test_settings_outlive_the_connection(diary, tmp_path):
    keep(diary, "it", [1, "zwei"])
    other = a_diary(tmp_path / "diary.sqlite")
    assert other.settings.get("it") == [1, "zwei"]
    other.close()


@pytest.mark.parametrize("hour", [99, -1, "four", 3.5, True, [4]])
def test_a_nonsense_start_of_the_day_is_four_oclock(diary, hour):
    keep(diary, "day_starts_at", hour)
    assert diary.day_starts_at() == 4
