"""What to know before a routine, and the button that starts it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.tabs.exercises.presenter import ONE_AFTER_OTHER, Intro
from steadyhands.ui.tabs.exercises.sound_row import SoundRow
from steadyhands.ui.tabs.exercises.stands import Stands
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.hand_frames import Motion
from steadyhands.ui.widgets.moving_hand import MovingHand


class IntroView(QWidget):
    """Calm facts beside a still hand. `start_asked` carries the hand to begin with."""

    start_asked = Signal(str)
    change_asked = Signal(object, bool)  # the Routine; whether it is one's own

    def __init__(self, stands: Stands, skin: str, guard: ClickGuard, sounds: SoundRow) -> None:
        super().__init__()
        self._stands = stands
        self._first = "right"
        look = current_look()
        self._title = label("", "heading")
        self._purpose = label("", "muted")
        self._hand = MovingHand(skin)
        self._hand.set_calm(True)
        self._hand.setAccessibleName(self.tr("Picture of the exercise"))
        self._facts = label("")
        self._cautions = label("", "muted")
        self._stop = label(self.tr("Stop if it hurts, tingles or goes numb."), "good")
        self._source = label("", "caption")
        self._sides = ChipRow(
            self.tr("Begin with"),
            [("left", self.tr("Left hand")), ("right", self.tr("Right hand"))],
            guard=guard,
        )
        self._sides.chosen.connect(self._on_side)
        self._start = GuardedButton(self.tr("Start"), "primary", guard)
        self._start.pressed_once.connect(lambda: self.start_asked.emit(self._first))
        self._change = GuardedButton("", "quiet", guard)
        self._change.pressed_once.connect(self._on_change)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self._title)
        outer.addWidget(self._purpose)
        columns = Columns(least=240)
        columns.add(self._hand, 1)
        columns.add(self._build_facts(), 1)
        outer.addWidget(columns, 1)
        foot = QWidget()
        flow = FlowLayout(foot, gap=16)
        flow.addWidget(sounds)
        flow.addWidget(self._change)
        outer.addWidget(foot)

    def _build_facts(self) -> QWidget:
        look = current_look()
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(10))
        box.addStretch(1)
        for part in (self._facts, self._stop, self._cautions, self._sides):
            box.addWidget(part)
        box.addSpacing(look.px(4))
        self._start.setMinimumHeight(look.px(56))
        box.addWidget(self._start)
        box.addWidget(self._source)
        box.addStretch(1)
        return column

    @property
    def start_button(self) -> GuardedButton:
        """The button that starts."""
        return self._start

    def show_intro(self, intro: Intro) -> None:
        """Show a routine that may begin."""
        routine = intro.routine
        self._first = intro.first
        self._title.setText(routine.name)
        self._purpose.setText(routine.purpose)
        self._cautions.setText("\n".join(routine.cautions))
        self._cautions.setVisible(bool(routine.cautions))
        self._source.setText(self.tr("Source: {0}").format(routine.source))
        self._source.setVisible(bool(routine.source))
        self._sides.setVisible(intro.hands == ONE_AFTER_OTHER)
        self._show_facts(intro)
        own, copy = self.tr("Change"), self.tr("Copy and change")
        self._change.setText(own if intro.is_own else copy)
        said = self.tr("Change {0}") if intro.is_own else self.tr("Copy and change {0}")
        self._change.setAccessibleName(said.format(routine.name))
        self._start.setAccessibleName(self.tr("Start {0}").format(routine.name))
        step, stand = self._stands.preview(routine)
        side = "both" if step.sides == "together" else intro.first
        self._hand.set_exercise([stand], side)
        self._hand.show_motion(Motion(stand, stand, side))

    def _show_facts(self, intro: Intro) -> None:
        self._sides.select(self._first)
        length = wording.length_text(intro.routine.length_s())
        hands = wording.hands_text(intro.hands, self._first)
        self._facts.setText(self.tr("About {0}. {1}").format(length, hands))
        self._intro = intro

    def _on_change(self) -> None:
        self.change_asked.emit(self._intro.routine, self._intro.is_own)

    def _on_side(self, side: str) -> None:
        self._first = side or self._first
        self._show_facts(self._intro)
