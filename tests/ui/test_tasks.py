import threading
from concurrent.futures import Future

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.finish()


def test_work_is_done_elsewhere_and_answered_here(tasks, qtbot):
    threads, answers = [], []

    def work():
        threads.append(threading.current_thread())
        return 42

    def then(answer):
        threads.append(threading.current_thread())
        answers.append(answer)

    tasks.run(work, then)
    qtbot.waitUntil(lambda: answers == [42])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


class Done:
    """A pool whose work is done before `submit` returns, as a quick task may be."""

    def submit(self, work):
        future = Future()
        future.set_result(work())
        return future

    def shutdown(self, **_):
        pass


def test_an_answer_never_comes_before_run_returns(tasks, qtbot):
    tasks._pool = Done()
    answers = []
    tasks.run(lambda: 42, answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: answers == [42])


def test_tasks_are_done_one_after_another(tasks, qtbot):
    order = []
    for number in range(20):
        tasks.run(lambda number=number: number, order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_a_problem_is_told(tasks, qtbot):
    def work():
        raise Problem("The disk is full.")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(work, lambda _: None)
    assert str(told.args[0]) == "The disk is full."


@pytest.mark.expects_log("A task failed")
def test_a_mistake_of_ours_goes_to_the_log_and_the_next_task_runs(tasks, qtbot):
    answers = []
    tasks.run(lambda: 1 // 0, answers.append)
    tasks.run(lambda: "next", answers.append)
    qtbot.waitUntil(lambda: answers == ["next"])


def test_finishing_waits_for_what_runs_and_forgets_the_rest(tasks, qtbot):
    began, go, done = threading.Event(), threading.Event(), []

    def first():
        began.set()
        go.wait(5)
        done.append("first")

    tasks.run(first, lambda _: None)
    tasks.run(lambda: done.append("second"), lambda _: None)
    began.wait(5)
    threading.Timer(0.05, go.set).start()
    tasks.finish()
    assert done == ["first"]


def test_finishing_what_never_began_is_fine(qapp):
    Tasks().finish()


def test_a_second_worker_does_not_wait_and_finishes_with_the_first(qtbot):
    tasks, heard, gate = Tasks(), [], threading.Event()
    tasks.run(gate.wait, lambda _: heard.append("first"))
    beside = tasks.beside()
    beside.run(lambda: None, lambda _: heard.append("second"))
    qtbot.waitUntil(lambda: heard == ["second"])
    gate.set()
    tasks.finish()
    assert not [t for t in threading.enumerate() if t.name.startswith("steadyhands-task")]
