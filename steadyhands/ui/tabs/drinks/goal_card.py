"""Water so far, against the goal and an even pace through the day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.targets import checked_goal
from steadyhands.ui import profile_words, words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.presenter import Goal, State
from steadyhands.ui.tabs.drinks.sizes import volume_reader
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.beside import beside
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

STEP_ML = 250
_STEP_FL_OZ = 8


class PaceBar(QWidget):
    """What was drunk as a filled bar, with a mark where an even pace would be now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._pace = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, done: float, pace: float) -> None:
        """Show shares of the goal, 0–1; more fills it all."""
        self._done, self._pace = (min(1.0, max(0.0, share)) for share in (done, pace))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a bar with a line of words under it."""
        look = current_look()
        return QSize(look.px(200), look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, the mark through it, and what the mark means."""
        look = current_look()
        wide, top, high = self.width(), look.px(6), look.px(14)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isRightToLeft():
                painter.translate(wide, 0)
                painter.scale(-1, 1)
            painter.setPen(Qt.PenStyle.NoPen)
            for share, role in ((1.0, "track"), (self._done, "water")):
                painter.setBrush(look.colour(role))
                bar = QRectF(0, top, max(wide * share, high if share else 0), high)
                painter.drawRoundedRect(bar, high / 2, high / 2)
            x = min(max(wide * self._pace, 2), wide - 2)
            for role, width in (("card", look.px(6)), ("text", look.px(2))):
                painter.setPen(QPen(look.colour(role), width))
                painter.drawLine(QPointF(x, top - look.px(4)), QPointF(x, top + high + look.px(4)))
            painter.resetTransform()
            self._paint_words(painter, wide - x if self.isRightToLeft() else x)

    def _paint_words(self, painter: QPainter, x: float) -> None:
        look = current_look()
        font = QFont(self.font())
        font.setPixelSize(look.px(13))
        painter.setFont(font)
        said = self.tr("pace by now")
        width = QFontMetricsF(font).horizontalAdvance(said) + 2
        left = min(max(0.0, x - width / 2), self.width() - width)
        painter.setPen(look.colour("muted"))
        place = QRectF(left, look.px(25), width, look.px(19))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)


class GoalCard(Card):
    """The day's drinking in a figure, a bar and a sentence; the goal is set right here."""

    goal_stepped = Signal(int)  # ml, may be negative
    goal_set = Signal(int)
    profile_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Drunk today"), parent=parent)
        self._units = ""
        self._figure = label("", "heading", wrap=False)
        self._of = label("", "muted", wrap=False)
        self._bar = PaceBar()
        self._sentence = label("")
        note = self.tr("Coffee, tea, milk and beer count as fluid too. Food brings about a fifth.")
        self._note = label(note, "muted")
        self.less = GuardedButton("", "secondary", guard)
        self.more = GuardedButton("", "secondary", guard)
        self.goal = AmountField(self.tr("Goal a day"), self._read)
        self.noted = GuardedButton(self.tr("What you noted"), "quiet", guard)
        self.noted.pressed_once.connect(self.profile_asked)
        self._build()
        self.less.pressed_once.connect(lambda: self.goal_stepped.emit(-self._step_ml()))
        self.more.pressed_once.connect(lambda: self.goal_stepped.emit(self._step_ml()))
        self.goal.submitted.connect(self._on_goal)
        self.goal.edit.editingFinished.connect(self._on_left)

    def _build(self) -> None:
        look = current_look()
        line = FlowLayout(gap=look.px(8))
        line.addWidget(self._figure)
        line.addWidget(self._of)
        self.goal.setMaximumWidth(look.px(180))
        self.goal.setMinimumWidth(look.px(100))
        self.body.addLayout(line)
        for part in (self._bar, self._sentence, self._note):
            self.body.addWidget(part)
        self._set = beside(self.goal, self.less, self.more)
        self.body.addWidget(self._set)
        self.body.addWidget(self.noted, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: State) -> None:
        """Show how the day's drinking stands; a goal being typed is left alone."""
        goal, units = state.goal, state.units
        if units != self._units:
            self._units = units
            step = words.volume_text(self._step_ml(), units)
            self.less.setText(self.tr("−{0}").format(step))
            self.more.setText(self.tr("+{0}").format(step))
            self.less.setAccessibleName(self.tr("Lower the goal by {0}").format(step))
            self.more.setAccessibleName(self.tr("Raise the goal by {0}").format(step))
        self._figure.setText(words.volume_text(goal.drunk_ml, units))
        for part in (self._of, self._bar, self._set):
            part.setVisible(goal.allowed.shown)
        self.noted.setVisible(not goal.allowed.shown)
        if not goal.allowed.shown:
            self._show_without_goal(goal, units)
            return
        self._of.setText(self.tr("of {0}").format(words.volume_text(goal.goal_ml, units)))
        self._bar.set_shares(goal.drunk_ml / goal.goal_ml, goal.pace_ml / goal.goal_ml)
        self._sentence.setText(wording.goal_sentence(goal, units))
        if not self.goal.edit.isModified():
            self.goal.set_text(words.volume_text(goal.goal_ml, units))
        self._describe(goal, units)

    def _show_without_goal(self, goal: Goal, units: str) -> None:
        """Say why no goal stands here, and the limit that a clinician gave."""
        said = [profile_words.no_goal_text(goal.allowed.reason)]
        if goal.limit_ml is not None:
            limit = words.volume_text(goal.limit_ml, units)
            said.append(self.tr("The limit you noted: {0} a day.").format(limit))
        if goal.much_at_once:
            said.append(wording.much_at_once(units))
        self._sentence.setText(" ".join(said))

    def sentence(self) -> str:
        """Return the sentence now shown."""
        return self._sentence.text()

    def figure(self) -> str:
        """Return the large figure now shown."""
        return self._figure.text()

    def _describe(self, goal: Goal, units: str) -> None:
        pace = words.volume_text(goal.pace_ml, units)
        said = self.tr("Drunk today: {0} {1}; an even pace would be at {2} by now").format(
            self._figure.text(), self._of.text(), pace
        )
        self._bar.setAccessibleName(said)

    def _on_goal(self, ml: object) -> None:
        self.goal.edit.setModified(False)
        if isinstance(ml, float):
            self.goal_set.emit(round(ml))

    def _on_left(self) -> None:
        """Take what was typed when the field is left without Enter."""
        if self.goal.edit.isModified():
            self.goal.submit()

    def _step_ml(self) -> int:
        return round(_STEP_FL_OZ * words.ML_PER_FL_OZ) if self._us() else STEP_ML

    def _read(self, text: str) -> float:
        return checked_goal(volume_reader(self._us())(text))

    def _us(self) -> bool:
        return words.uses_fl_oz(self._units)
