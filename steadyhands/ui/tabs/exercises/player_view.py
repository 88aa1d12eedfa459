"""A routine as it is followed: the hand, the ring, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from steadyhands.domain.routine.plan import Plan
from steadyhands.domain.routine.player import Playing
from steadyhands.ui.tabs.exercises import wording
from steadyhands.ui.tabs.exercises.controls import Controls, beside_width
from steadyhands.ui.tabs.exercises.pose_strip import PoseStrip
from steadyhands.ui.tabs.exercises.presenter import Now, ring_of
from steadyhands.ui.tabs.exercises.ring import CountRing
from steadyhands.ui.tabs.exercises.stands import Stands
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.moving_hand import LEAST, MovingHand

_FULL = 1000
QWIDGETSIZE_MAX = 16_777_215
_LOW, _AROUND_RING, _LEAST_RING = 580, 428, 112  # at 100 % text
_LEAST_HAND = 200  # px, to show the words above it too


class PlayerView(QWidget):
    """Shows a playing routine; `controls` are its buttons.

    In a narrow window they stand in `foot`, below the page that scrolls.
    """

    def __init__(self, stands: Stands, skin: str, guard: ClickGuard) -> None:
        super().__init__()
        self._stands = stands
        self._place: tuple[int, ...] = ()
        self._plan: Plan | None = None
        self._is_low = False
        self._room = (QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
        look = current_look()
        self._title = label("", "heading")
        self._cue = label("", "muted")
        self._cue.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hand = MovingHand(skin)
        self.hand.set_calm(look.calm)
        self.first_seen: QWidget = self.hand  # in a narrow window there may be no room for more
        self.strip = PoseStrip(skin)
        self.ring = CountRing()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self._title)
        outer.addWidget(self._cue)
        self._middle = QGridLayout()
        self._middle.setSpacing(look.px(12))
        self._middle.setColumnStretch(0, 1)
        self._middle.setRowStretch(0, 1)
        self._info = self._build_info()
        self._controls = Controls(guard)
        self.foot = QWidget()
        self._foot_box = QVBoxLayout(self.foot)
        self._foot_box.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(12))
        self.set_narrow(False)
        outer.addLayout(self._middle, 1)
        outer.addWidget(self.strip)
        outer.addLayout(self._build_whole())
        self._keep_cue_room()

    def _keep_cue_room(self) -> None:
        """Two lines always, so that the hand does not jump when the words change."""
        self._cue.setMinimumHeight(2 * self._cue.fontMetrics().lineSpacing() + 2)

    def _build_info(self) -> QWidget:
        look = current_look()
        info = QWidget()
        box = QVBoxLayout(info)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(4))
        self._repetition, self._side, self._next = label(""), label(""), label("", "muted")
        bold = self._repetition.font()
        bold.setBold(True)
        self._repetition.setFont(bold)
        for part in (self._repetition, self._side, self._next):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(part)
        box.addStretch(1)
        return info

    @property
    def controls(self) -> Controls:
        """The buttons."""
        return self._controls

    def set_narrow(self, narrow: bool) -> None:
        """Lay words and buttons below the hand where there is little room, else beside it."""
        grid, middle = self._middle, Qt.AlignmentFlag.AlignHCenter
        self._is_narrow = narrow
        grid.addWidget(self.hand, 0, 0, 1 if narrow else 3, 1)
        grid.addWidget(self.ring, 0, 1, middle | Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._info, 1, 0 if narrow else 1, 1, 2 if narrow else 1)
        if narrow:
            self._foot_box.addWidget(self._controls)
        else:
            grid.addWidget(self._controls, 2, 1)
        wide = QWIDGETSIZE_MAX if narrow else beside_width()
        for part in (self._info, self._controls):
            part.setMaximumWidth(wide)
            part.setMinimumWidth(1 if narrow else wide)
        self._controls.set_narrow(narrow)
        grid.setRowStretch(1, 0 if narrow else 1)
        self.set_room(*self._room)

    def set_room(self, width: int, height: int) -> None:
        """Fit into what is seen at once: a smaller ring and hand, no small pictures."""
        look = current_look()
        self._room = (width, height)
        self._is_low = height < look.px(_LOW)
        seen = height - 8
        above = self._cue.minimumHeight() + self._title.sizeHint().height() + look.px(48)
        self.first_seen = self._title if seen - above >= _LEAST_HAND else self.hand
        if self._is_narrow and self.first_seen is self._title:
            seen -= above
        beside = seen if self._is_narrow else height - look.px(_AROUND_RING)
        self.ring.set_most(max(beside, _LEAST_RING if self._is_narrow else look.px(_LEAST_RING)))
        least = min(LEAST.height(), max(seen, _LEAST_RING))
        self.hand.setMinimumHeight(least)
        self.hand.setMaximumHeight(min(max(seen, least), QWIDGETSIZE_MAX))
        edges = self._foot_box.contentsMargins()
        self._controls.set_room(width - edges.left() - edges.right())

    def _build_whole(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_look().px(12))
        self._bar = QProgressBar()
        self._bar.setRange(0, _FULL)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("The whole routine"))
        self._time = label("", "caption", wrap=False)
        row.addWidget(self._bar, 1)
        row.addWidget(self._time)
        return row

    def show_now(self, now: Now, state: Playing) -> None:
        """Show a routine as it is playing; what stays the same is not touched."""
        seen = now.view
        place = (seen.step, seen.turn)
        if place != self._place or state.plan is not self._plan:
            self._place, self._plan = place, state.plan
            self._set_exercise(state)
        self._show_words(now)
        self.hand.show_motion(self._stands.motion(state), self._stands.ghost(state))
        self.ring.show_count(
            ring_of(now),
            str(now.seconds),
            wording.ring_word(seen.phase, now.is_paused),
            now.is_paused,
        )

    def prepare(self, state: Playing) -> None:
        """Let the coming moves be painted ahead."""
        self.hand.foresee(self._stands.coming(state))

    def _set_exercise(self, state: Playing) -> None:
        now = state.now
        if now is not None:
            step = state.plan.step_of(now)
            self.hand.set_exercise(self._stands.of_step(state.plan.routine, step), now.side)

    def _show_words(self, now: Now) -> None:
        seen = now.view
        title = self.tr("Paused while the computer slept") if now.slept else seen.title
        _say(self._title, title)
        shown = self.tr("{0}: {1}").format(wording.side_name(seen.side), seen.title)
        if shown != self.hand.accessibleName():
            self.hand.setAccessibleName(shown)
        _say(self._cue, seen.cue)
        _say(self._repetition, wording.repetition_text(seen))
        _say(self._side, wording.side_name(seen.side))
        _say(self._next, wording.next_text(seen))
        _say(self._time, self._time_text(now))
        self._bar.setValue(round(seen.progress * _FULL))
        self._controls.show_paused(now.is_paused)

    def _time_text(self, now: Now) -> str:
        done, whole = wording.clock_text(now.played_s), wording.clock_text(now.length_s)
        return self.tr("{0} of {1}").format(done, whole)

    def show_strip(self, now: Now, state: Playing) -> None:
        """Show the poses of the step that is played."""
        beat = state.now
        if beat is None:
            return
        step = state.plan.step_of(beat)
        numbers = {shape.pose: n for n, shape in reversed(list(enumerate(step.poses)))}
        found = [self._stands.shape(step, numbers[name]) for name in now.shapes]
        self.strip.setVisible(len(found) > 1 and not self._is_low)
        side = "right" if beat.side == "both" else beat.side
        self.strip.show_poses(found, side, now.shape)


def _say(target: object, text: str) -> None:
    if target.text() != text:  # type: ignore[attr-defined]
        target.setText(text)  # type: ignore[attr-defined]
