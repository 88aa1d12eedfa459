"""How we know: what the program does before it says that something goes with twitching."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage


def tr(text: str) -> str:
    """Return a text of this page translated."""
    return QCoreApplication.translate("how we know", text)


class HowWeKnowPage(QWidget):
    """Words only: how it is done, what each word for sureness means, and where it ends."""

    page_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trends = GuardedButton(tr("Open Trends"), "secondary", guard)
        self.plan = GuardedButton(tr("Open Plan"), "secondary", guard)
        self.trends.pressed_once.connect(lambda: self.page_asked.emit("trends"))
        self.plan.pressed_once.connect(lambda: self.page_asked.emit("plan"))
        page = ScrollPage()
        page.body.addWidget(label(tr("How we know"), "heading"))
        page.body.addWidget(_pair(_card(*_looking()), _levels()))
        page.body.addWidget(_pair(_card(*_limits()), _card(*_steps())))
        buttons = FlowLayout(gap=current_look().px(8))
        buttons.addWidget(self.trends)
        buttons.addWidget(self.plan)
        page.body.addLayout(buttons)
        page.body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)


def _pair(left: QWidget, right: QWidget) -> Columns:
    row = Columns(380)
    row.add(left)
    row.add(right)
    return row


def _card(title: str, *said: str) -> Card:
    card = Card(title)
    for text in said:
        card.body.addWidget(label(text))
    return card


def _looking() -> tuple[str, ...]:
    return (
        tr("How your days are looked at"),
        tr(
            "Each day is one number, the twitches you logged, and what else you logged with it:"
            " drinks, sleep, food, stress, screen time. Today is left out, as it is not over. A"
            " day without any entry is missing; it is never counted as a day without twitches."
        ),
        tr(
            "Then days with more of one thing are compared with days with less of it. Weekends,"
            " slow ups and downs over weeks, and good and bad spells that last some days are"
            " taken into account, because they make things look linked that are not."
        ),
        tr(
            "For caffeine, alcohol and hand routines the hours after them are also compared with"
            " the other awake hours of the same day."
        ),
        tr(
            "All of it happens on this computer, once a week. Between two weekly looks the"
            " numbers may move a little; the words do not."
        ),
    )


def _levels() -> Card:
    """Return what each word means, the word itself above."""
    card = Card(tr("What the words mean"))
    card.body.setSpacing(current_look().px(6))
    for word, meaning in (
        (
            tr("Not enough days yet"),
            tr("Nothing is reckoned before 28 days, 21 of them recorded, with 30 twitches and six"
               " days on either side."),
        ),
        (
            tr("No clear link"),
            tr("Looked at and not found. The range shows what could still be true."),
        ),
        (
            tr("Little or no link"),
            tr("Any difference is smaller than about a quarter."),
        ),
        (
            tr("Possible link"),
            tr("So clear that, of a hundred people with no link at all, about three would be told"
               " of any in half a year. It can still be chance."),
        ),
        (
            tr("Likely link"),
            tr("It held up in later days alone, or a step of the plan agreed."),
        ),
        (
            tr("Was a possible link, no longer clear"),
            tr("Later days did not bear it out."),
        ),
        (
            tr("The range"),
            tr("What fits your data, in about 95 of 100 cases. A link just found gets a wider one,"
               " because it was picked for being large."),
        ),
    ):  # fmt: skip
        card.body.addWidget(label(word, "strong"))
        card.body.addWidget(label(meaning))
    return card


def _limits() -> tuple[str, ...]:
    return (
        tr("Where it ends"),
        tr(
            "Goes with is not because of. After a short night you may have more coffee and sit"
            " longer; the diary sees them together and cannot see which of them matters."
        ),
        tr(
            "Logged twitches are not all twitches. On busy days less is noticed, and less is"
            " logged. How fully a day was logged is taken into account, as far as it shows, and"
            " links that such days could make by themselves are made smaller."
        ),
        tr(
            "Silence is an answer. Something that makes a third more or fewer twitches stays"
            " hidden from most people for months; something that doubles them is found in about"
            " three months by two in three people with three twitches a day or more."
        ),
        tr(
            "Why only once a week: whoever looks every day finds something by chance. With plain"
            " comparisons nearly everybody would be told of a trigger they do not have."
        ),
        tr(
            "What you were doing is told as a share of twitches, since nobody knows how long you"
            " did each. The time of day is told per awake hour."
        ),
    )


def _steps() -> tuple[str, ...]:
    return (
        tr("Why steps answer more"),
        tr(
            "Changing one thing on purpose, from a day you did not choose for being bad, is the"
            " best test there is at home. Two weeks on and two weeks off, in turn, is better"
            " still: what comes and goes by itself then falls on both sides."
        ),
        tr(
            "A step is judged once, at its planned end, never in between. Before it starts, you"
            " are told how large a change would have to be to show at all."
        ),
        tr(
            "Even then the verdict says that something changed with the step. Hoping for it,"
            " the season, or another change in those weeks may have had a part."
        ),
        tr(
            "Signs that should be seen by a clinician never wait for any of this: they speak as"
            " soon as you log them, and no figure can keep them from speaking."
        ),
    )
