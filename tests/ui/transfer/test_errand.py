"""Errands beside the window: told how far, stopped at once, one in the place of another."""

import threading

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.services.transfer import Cancelled
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer.errand import Errand


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.finish()
    tasks.deleteLater()


@pytest.fixture
def errand(tasks):
    return Errand(tasks, tasks)


def test_the_answer_comes_with_how_far_it_was(errand, qtbot):
    far = []
    errand.progressed.connect(lambda *how: far.append(how))

    def work(progress, cancelled):
        progress(3 << 32, 4 << 32)  # bytes of a file larger than a signal's whole number
        assert not cancelled()
        return "done"

    with qtbot.waitSignal(errand.ended) as ended:
        errand.start(work)
    assert ended.args == ["done"]
    assert far == [(750, 1000)]
    assert not errand.is_busy()


def test_a_problem_is_an_answer(errand, qtbot):
    def work(progress, cancelled):
        raise Problem("The disk is full.")

    with qtbot.waitSignal(errand.ended) as ended:
        errand.start(work)
    assert str(ended.args[0]) == "The disk is full."


def waiting(begun):
    def work(progress, cancelled):
        begun.set()
        while not cancelled():
            pass
        raise Cancelled

    return work


def test_stopping_answers_none_at_once(errand, qtbot):
    begun = threading.Event()
    errand.start(waiting(begun))
    assert begun.wait(5)
    with qtbot.waitSignal(errand.ended) as ended:
        errand.stop()
    assert ended.args == [None]
    assert not errand.is_busy()


def test_a_new_errand_takes_the_place_of_one_that_runs(errand, qtbot):
    answers = []
    errand.ended.connect(answers.append)
    begun = threading.Event()
    errand.start(waiting(begun))
    assert begun.wait(5)
    errand.start(lambda *_: "second")
    qtbot.waitUntil(lambda: not errand.is_busy())
    assert answers == ["second"]


def test_closing_the_window_stops_it(tasks, errand):
    begun = threading.Event()
    errand.start(waiting(begun))
    assert begun.wait(5)
    tasks.finish()  # would wait for ever
    assert not errand.is_busy()
