"""Entries that change together: the foods of one meal."""

from __future__ import annotations

import pytest

from steadyhands.domain.entries import Food
from steadyhands.domain.moment import HOUR_MS
from steadyhands.domain.problem import Problem
from tests.factory import a_checkin, a_desk, a_moment, a_twitch, a_water


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ids(desk):
    now = desk.now()
    return [desk.journal.log(Food("lunch", name, 90), now, now).entry.id for name in "AB"]


def test_several_entries_change_as_one_act_and_are_taken_back_as_one(desk, ids):
    now = desk.now()
    earlier = now.shifted(-HOUR_MS)
    done = desk.journal.amend_all(ids, now, lambda old: old.replaced(at=earlier))
    assert [entry.at for entry in done.entries] == [earlier, earlier]
    undone = desk.journal.undo(now)
    assert [entry.at for entry in undone.entries] == [now, now]


def test_of_several_entries_none_moves_ahead_of_now(desk, ids):
    now = desk.now()
    with pytest.raises(Problem, match="lies ahead"):
        desk.journal.amend_all(ids, now, lambda old: old.replaced(at=now.shifted(HOUR_MS)))


def test_an_act_that_the_window_knows_of_is_not_looked_at(tmp_path):
    desk, other = a_desk(tmp_path), a_desk(tmp_path)
    try:
        other.journal.log(a_water(), a_moment(8), other.now())
        done = other.journal.log_all([(a_twitch(), a_moment(9), None, "")] * 3, other.now())
        other.journal.log(a_checkin(), a_moment(10), other.now())
        assert desk.journal.others_changes((done.act, 3)).kinds == {"drink", "checkin", "settings"}
        assert not desk.journal.others_changes()
    finally:
        desk.close()
        other.close()
