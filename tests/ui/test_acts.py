import pytest

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.services.journal import Done
from steadyhands.ui import acts as module
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from tests.factory import an_entry

DONE = Done(1, (an_entry(),), (None,), Changes(frozenset({"twitch"})))


class Heard:
    """Keeps what Acts and the window's signals said, in order."""

    def __init__(self, acts, signals):
        self.lines = []
        signals.changed.connect(lambda changes: self.lines.append(("changed", changes)))
        acts.done.connect(lambda done: self.lines.append(("done", done)))
        acts.refused.connect(lambda text, again: self.lines.append(("refused", text, again)))
        acts.waiting.connect(lambda waits: self.lines.append(("waiting", waits)))


class Busy:
    """An act that finds the diary held so many times."""

    def __init__(self, times):
        self.left = times
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.left:
            self.left -= 1
            raise DiaryBusy("Another program is using the diary.")
        return DONE


@pytest.fixture
def signals(qapp):
    return Signals()


@pytest.fixture
def acts(signals, monkeypatch):
    monkeypatch.setattr(module, "RETRY_MS", 10)
    acts = Acts(signals)
    yield acts
    acts.forget_waiting()


@pytest.fixture
def heard(acts, signals):
    return Heard(acts, signals)


def test_an_act_is_done_at_once_and_everybody_hears(acts, heard):
    told = []
    acts.perform(lambda: DONE, told.append)
    assert told == [DONE]
    assert heard.lines == [("changed", DONE.changes), ("done", DONE), ("waiting", False)]


def test_a_setting_is_a_change_without_a_toast(acts, heard):
    acts.perform(lambda: SETTINGS_CHANGED)
    assert heard.lines == [("changed", SETTINGS_CHANGED), ("waiting", False)]


def test_nothing_done_is_nothing_said(acts, heard):
    acts.perform(lambda: None)
    assert heard.lines == [("waiting", False)]


def test_a_refusal_is_said_and_what_follows_is_done(acts, heard):
    def refuse():
        raise Problem("{what} cannot be.", what="That")

    acts.perform(refuse)
    acts.perform(lambda: DONE)
    assert ("refused", "That cannot be.", None) in heard.lines
    assert ("done", DONE) in heard.lines


def test_what_the_disk_refused_may_be_tried_again_as_it_was(acts, heard):
    full = [True]

    def act():
        if full:
            raise DiaryUnusable("The disk is full.")
        return DONE

    told = []
    acts.perform(act, told.append)
    (_, sentence, again), *_ = heard.lines
    assert sentence == "The disk is full."
    assert told == []
    full.clear()
    again()
    assert told == [DONE]


def test_acts_wait_in_order_and_lose_nothing(acts, heard, qtbot):
    order = []
    first = Busy(3)
    acts.perform(first, lambda _: order.append(1))
    acts.perform(lambda: DONE, lambda _: order.append(2))
    acts.perform(lambda: DONE, lambda _: order.append(3))
    assert acts.has_waiting()
    assert heard.lines == [("waiting", True)]
    qtbot.waitUntil(lambda: order == [1, 2, 3])
    assert first.calls == 4
    assert not acts.has_waiting()
    assert heard.lines[-1] == ("waiting", False)


def test_trying_once_more_tells_whether_all_is_written(acts, qtbot):
    assert acts.try_waiting()
    acts.perform(Busy(2))
    assert not acts.try_waiting()
    assert acts.try_waiting()


def test_our_own_mistake_does_not_hold_up_what_follows(acts, heard, qtbot):
    def broken():
        raise KeyError("oops")

    acts.perform(Busy(1))
    acts.perform(broken)
    acts.perform(lambda: DONE)
    with qtbot.captureExceptions() as caught:
        qtbot.waitUntil(lambda: not acts.has_waiting())
    assert [kind for kind, *_ in caught] == [KeyError]
    assert sum(line == ("done", DONE) for line in heard.lines) == 2


def test_a_mistake_in_who_listens_does_not_either(acts, heard, qtbot):
    def stumble(_done):
        raise KeyError("oops")

    with pytest.raises(KeyError):
        acts.perform(lambda: DONE, stumble)
    assert not acts.has_waiting()
    acts.perform(lambda: DONE)
    assert ("done", DONE) in heard.lines


def test_an_act_may_ask_for_another(acts, qtbot):
    order = []

    def more(_done):
        order.append("first")
        acts.perform(lambda: DONE, lambda _: order.append("second"))

    acts.perform(lambda: DONE, more)
    assert order == ["first", "second"]


def test_what_waits_can_be_given_up(acts, heard, qtbot):
    busy = Busy(1000)
    acts.perform(busy)
    acts.forget_waiting()
    assert not acts.has_waiting()
    calls = busy.calls
    qtbot.wait(40)
    assert busy.calls == calls
