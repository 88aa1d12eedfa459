import pytest

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import Profile
from tests.factory import a_desk

FULL = Profile(
    "31-50",
    "women",
    pregnant=True,
    conditions=("kidney", "fluid_limit"),
    fluid_limit_ml=1500,
    medicines=("ppi", "iron"),
    other_medicines="vitamin D, 20 µg",
    medicine_changed="2026-03-01",
    height_cm=168,
    weight_kg=64.5,
    smokes=True,
    reference_set="us",
)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def spoil(desk, value):
    """Write what no version of the program would."""
    desk._diary.write(lambda: desk._diary.settings.set("profile", value))


def test_at_first_nothing_was_said(desk):
    assert desk.profile.read() == Profile()


def test_what_was_said_is_there_after_opening_again(desk, tmp_path):
    assert desk.profile.keep(FULL) == SETTINGS_CHANGED
    desk.close()
    again = a_desk(tmp_path)
    assert again.profile.read() == FULL
    again.close()


def test_one_answer_leaves_the_others(desk):
    desk.profile.keep(FULL)
    desk.profile.change(sex="", pregnant=False)
    assert desk.profile.read() == FULL.replaced(sex="", pregnant=False)


def test_a_refused_answer_changes_nothing(desk):
    desk.profile.keep(FULL)
    with pytest.raises(Problem):
        desk.profile.change(height_cm=20)
    assert desk.profile.read() == FULL


def test_clearing_all_leaves_nothing_in_the_file(desk):
    desk.profile.keep(FULL)
    desk.profile.keep(Profile())
    assert desk._diary.read(lambda: desk._diary.settings.get("profile")) is None


def test_garbage_falls_back_field_by_field(desk):
    spoil(
        desk,
        {
            "age_group": "31-50",
            "sex": 7,
            "conditions": ["kidney", "gout", ["heart"], "kidney"],
            "medicines": "ppi",
            "weight_kg": "heavy",
            "height_cm": 168,
            "shoe_size": 39,
        },
    )
    assert desk.profile.read() == Profile("31-50", conditions=("kidney",), height_cm=168)


@pytest.mark.parametrize("garbage", ["kidney", 5, ["kidney"], True])
def test_no_profile_at_all_is_an_empty_one(desk, garbage):
    spoil(desk, garbage)
    assert desk.profile.read() == Profile()
