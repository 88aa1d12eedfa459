import math
from datetime import date

import pytest

from steadyhands.domain.changes import SETTINGS_CHANGED
from steadyhands.domain.problem import Problem
from steadyhands.services.choices import Choices
from tests.factory import a_coffee, a_desk, a_moment, a_twitch, log_a_day

TODAY = date(2026, 3, 10)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def test_a_new_diary_has_choices_that_need_no_asking(desk):
    assert desk.choices.read() == Choices()
    assert Choices().day_starts_at == 4


def test_a_choice_is_kept_in_the_diary(desk, tmp_path):
    changes = desk.choices.change(glass_ml=300, hand="left", half_life_h=6.5, welcomed=True)
    assert changes == SETTINGS_CHANGED
    again = a_desk(tmp_path)
    assert again.choices.read() == Choices(
        glass_ml=300, hand="left", half_life_h=6.5, welcomed=True
    )
    again.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"glass_ml": 0},
        {"glass_ml": -5},
        {"glass_ml": math.nan},
        {"water_goal_ml": 10**9},
        {"bedtime_min": 1440},
        {"bedtime_min": math.inf},
        {"half_life_h": 0},
        {"half_life_h": math.nan},
        {"units": "furlongs"},
        {"hand": "third"},
        {"day_starts_at": 13},
        {"day_starts_at": 2.5},
    ],
)
def test_nonsense_is_refused_and_nothing_kept(desk, wrong):
    desk.choices.change(glass_ml=300)
    with pytest.raises(Problem) as caught:
        desk.choices.change(**{"bedtime_min": 60, **wrong})
    assert str(caught.value).endswith(".")
    assert desk.choices.read() == Choices(glass_ml=300)


def test_a_choice_that_is_none_is_a_mistake_of_ours(desk):
    with pytest.raises(TypeError):
        desk.choices.change(colour="red")


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("glass_ml", "large"),
        ("glass_ml", [1]),
        ("glass_ml", -1),
        ("day_starts_at", 99),
        ("day_starts_at", "four"),
        ("units", 5),
        ("hand", {"a": 1}),
        ("half_life_h", 1e300),
    ],
)
def test_a_stored_choice_that_makes_no_sense_is_its_default(desk, name, stored):
    diary = desk.journal._diary
    diary.write(lambda: diary.settings.set(name, stored))
    diary.write(lambda: diary.settings.set("water_goal_ml", 1500))
    assert desk.choices.read() == Choices(water_goal_ml=1500)
    assert desk.look.day(desk.now()).starts_at == desk.choices.read().day_starts_at
    desk.choices.change(glass_ml=200)
    assert desk.choices.read().glass_ml == 200


def test_another_start_of_the_day_counts_all_days_anew(desk):
    now = desk.now()
    desk.journal.log(a_twitch(), a_moment(2), now)
    desk.journal.log(a_coffee(), a_moment(3), now)
    assert desk.look.totals("twitches", TODAY, TODAY) == {}
    changes = desk.choices.change(day_starts_at=2)
    assert changes.touch("settings", "twitch")
    assert changes.kinds == {"settings", "twitch", "drink"}
    assert desk.look.totals("twitches", TODAY, TODAY) == {TODAY: 1}
    assert len(desk.look.entries_of(TODAY, now)) == 2
    assert desk.journal._diary.totals.wrong() == 0


def test_undo_after_another_start_of_the_day_keeps_totals_right(desk):
    now = desk.now()
    log_a_day(desk.journal, now)
    done = desk.journal.log(a_twitch(), a_moment(2), now)
    desk.journal.remove([done.entry.id], now)
    desk.choices.change(day_starts_at=0)
    desk.journal.undo(now)
    assert desk.look.totals("twitches", TODAY, TODAY) == {TODAY: 4}
    desk.choices.change(day_starts_at=6)
    assert desk.look.totals("twitches", TODAY, TODAY) == {TODAY: 3}
    assert desk.journal._diary.totals.wrong() == 0
