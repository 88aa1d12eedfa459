"""What insight says about the plan: verdicts, what steps can show, and the one to do next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from steadyhands.domain.insight import POSSIBLE, StepVerdict, Suggestion
from steadyhands.services.insight import Insight
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tabs.plan.tab import PlanTab
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.domain.test_insight_view import a_standing
from tests.factory import a_desk
from tests.stubs import FixedClock
from tests.ui.dress import dress, shown

DAY_MIN = 24 * 60
TURNS = Suggestion("movement", "routine_min", "fortnights", 8, 0.55, "link")


class StillFeed(QObject):
    """Holds answers; nothing is reckoned."""

    renewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.insight: Insight | None = None
        self.wanted = 0

    def want(self) -> None:
        self.wanted += 1

    def is_settled(self) -> bool:
        return True

    def answer(self, **more) -> None:
        verdicts = more.pop("verdicts", ())
        self.insight = Insight(a_standing(verdicts=verdicts), **more)
        self.renewed.emit()


class Bench:
    """A Plan tab on a diary of its own, with answers given by hand."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.feed, self.signals = FixedClock(), StillFeed(), Signals()
        self.desk = a_desk(folder, self.clock)
        self.pages: list[str] = []
        self.signals.page_asked.connect(lambda page, _: self.pages.append(page))
        self.tab = PlanTab(
            journal=self.desk.journal,
            plan=self.desk.plan,
            acts=Acts(self.signals, self.signals),
            signals=self.signals,
            clock=self.clock.now,
            guard=ClickGuard(0),
            insight=self.feed,
        )

    def does(self, act: str, *more: object, **named: object) -> None:
        now = self.clock.now()
        mark = getattr(self.desk.plan, act)(*more, now=now, **named)
        self.signals.changed.emit(self.desk.journal.log(mark, now, now).changes)

    def waits(self, days: int) -> None:
        self.clock.pass_minutes(days * DAY_MIN)
        self.signals.minute_passed.emit()

    def has_baseline(self) -> None:
        self.does("start", "baseline", days=14)
        self.waits(14)
        self.does("finish")

    def reads(self) -> str:
        labels = [label for label in self.tab.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Bench]:
    dress(qapp)
    one = Bench(tmp_path)
    shown(qtbot, one.tab, 1240, 820)
    yield one
    one.tab.close()
    one.desk.close()


def press(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_nothing_is_reckoned_before_there_is_a_baseline(bench):
    assert bench.feed.wanted == 0
    bench.has_baseline()
    assert bench.feed.wanted > 0


def test_a_finished_step_shows_its_verdict_in_the_place_of_bare_means(bench):
    bench.has_baseline()
    bench.does("start", "water", days=14)
    bench.waits(14)
    bench.does("finish")
    verdict = StepVerdict("water", POSSIBLE, 90, 14, 14, 0.65, 0.44, 0.95)
    bench.feed.answer(verdicts=(verdict,))
    assert "Possible change: about 35 % fewer logged twitches (5 to 56 % fewer" in bench.reads()
    assert "Not yet tested" not in bench.reads()


def test_before_a_step_starts_it_is_told_what_it_can_show(bench):
    bench.has_baseline()
    bench.feed.answer(expects=((28, "steady", 0.4),))
    told = "With your ups and downs, 4 weeks can show a change only if it is about 60 % or more."
    assert told in bench.reads()
    bench.does("start", "water")
    waits = StepVerdict("water", "not-enough", 128, 14, 0, expect=0.5)
    bench.waits(3)
    bench.feed.answer(verdicts=(waits,))
    assert told.replace("60 %", "50 %") in bench.reads()


def test_a_step_in_the_list_says_what_its_chosen_length_can_show(bench):
    bench.has_baseline()
    bench.feed.answer(expects=((28, "steady", 0.4),))
    row = bench.tab.steps.rows["sleep"]
    press(row.more)
    assert row.inside._expect.isVisible()


def test_the_suggested_step_becomes_the_next_one(bench):
    bench.has_baseline()
    card = bench.tab.suggestion
    assert not card.isVisible()
    bench.feed.answer(suggestion=TURNS)
    assert card.isVisible()
    said = bench.reads()
    assert "Gentle hand movement: 8 weeks, two on and two off in turn" in said
    assert "“Hand routines” is a possible link." in said
    assert "8 weeks can show a change only if it is about 45 % or more" in said
    assert card.take.text() == "Make it the next step"
    press(card.take)
    wishes = bench.desk.plan.wishes()
    assert wishes.order[0] == "movement"
    assert (wishes.days("movement"), wishes.rhythm("movement")) == (56, "fortnights")
    assert "Next: Gentle hand movement" in bench.reads()
    assert not card.take.isVisible(), "it is as suggested"


def test_what_the_plan_says_already_is_not_said_twice(bench):
    bench.has_baseline()
    as_planned = Suggestion("water", "water_ml", "steady", 4, 0.55, "order")
    bench.feed.answer(suggestion=as_planned)
    assert not bench.tab.suggestion.isVisible()
    bench.feed.answer(suggestion=as_planned.replaced(design="fortnights", weeks=8))
    assert bench.tab.suggestion.take.text() == "Do it like this"


def test_finished_steps_keep_their_place_before_the_one_taken_next(bench):
    bench.has_baseline()
    bench.does("start", "water", days=14)
    bench.waits(14)
    bench.does("finish")
    bench.desk.plan.take_next("stress", 28, "steady", bench.clock.now())
    assert bench.desk.plan.wishes().order[:3] == ("water", "stress", "magnesium")


def test_nothing_is_suggested_while_a_step_is_open_or_left_to_the_clinician(bench):
    bench.has_baseline()
    bench.feed.answer(suggestion=TURNS.replaced(step="water"))
    assert bench.tab.suggestion.isVisible()
    bench.signals.changed.emit(
        bench.desk.profile.keep(bench.desk.profile.read().replaced(conditions=("heart",)))
    )
    assert not bench.tab.suggestion.isVisible()
    bench.feed.answer(suggestion=TURNS)
    assert bench.tab.suggestion.isVisible()
    bench.does("start", "sleep")
    assert not bench.tab.suggestion.isVisible()


def test_how_we_know_can_be_opened_from_the_plan(bench):
    press(bench.tab.about.how)
    bench.has_baseline()
    bench.feed.answer(suggestion=TURNS)
    press(bench.tab.suggestion.how)
    assert bench.pages == ["how-we-know", "how-we-know"]
