from datetime import date

import pytest

from steadyhands.domain.browse import Finding, Wanted, Word
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.services import browse
from steadyhands.services.browse import DiarySearch
from steadyhands.storage.database import connect
from tests.factory import a_coffee, a_desk, a_moment, a_twitch
from tests.stubs import FixedClock

COFFEE = Wanted(words=(Word("coffee"),))


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path, FixedClock())
    for day in range(1, 11):
        for hour in (8, 9):
            desk.journal.log(a_coffee(), a_moment(hour, 0, day), desk.now())
        desk.journal.log(a_twitch(), a_moment(11, 0, day), desk.now(), note="no coffee today")
    yield desk
    desk.close()


def steps(search, wanted):
    found = [search.start(wanted)]
    while found[-1].rest:
        found.append(search.go_on(wanted, found[-1].rest))
    return found


def test_a_search_in_no_time_goes_step_by_step_and_finds_it_all(desk, monkeypatch):
    monkeypatch.setattr(browse, "_FIRST_DAYS", 3)
    monkeypatch.setattr(browse, "_MORE_DAYS", 3)
    hurried = DiarySearch(desk.keeper.path, step_s=-1)
    found = steps(hurried, COFFEE)
    assert len(found) == 4
    whole = DiarySearch(desk.keeper.path).whole(COFFEE)
    assert sum((step.found.days for step in found), ()) == whole.found.days
    assert whole.found.total() == 30


def test_a_patient_search_needs_one_step(desk):
    assert len(steps(DiarySearch(desk.keeper.path, step_s=60), COFFEE)) == 1


def test_what_nobody_wrote_is_nowhere(desk):
    assert DiarySearch(desk.keeper.path).start(Wanted(words=(Word("xylophone"),))) == Finding()


def test_pages_see_what_was_just_written(desk):
    pages, today = desk.pages, epoch_day(date(2026, 3, 10))
    assert pages.days(Wanted()).total() == 30
    new = desk.journal.log(a_twitch(), desk.now(), desk.now()).entry
    assert pages.days(Wanted()).total() == 31
    assert pages.page(Wanted(), today, 0, 1) == [new]
    assert pages.kinds_on(today) == {"twitch": 2, "drink": 2}


def test_a_diary_of_an_older_version_is_not_searched(tmp_path):
    path = str(tmp_path / "old.sqlite")
    connection = connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(Problem, match="opened once"):
        DiarySearch(path).start(COFFEE)
