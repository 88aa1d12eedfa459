"""A slider for unsteady hands: press anywhere on it, or the buttons beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.step_track import StepTrack


class SteppedSlider(QWidget):
    """A question answered from `low` to `high` in steps of one, or not answered at all."""

    changed = Signal(object)  # int, or None when the answer was taken back

    def __init__(
        self,
        caption: str,
        low_word: str = "",
        high_word: str = "",
        low: int = 0,
        high: int = 10,
        role: str = "action",
        guard: ClickGuard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        guard = guard if guard is not None else ClickGuard()
        self.track = StepTrack(caption, (low, high), (low_word, high_word), role, guard)
        self.fewer = GuardedButton("−", "round", guard)
        self.more = GuardedButton("+", "round", guard)
        self.clear = GuardedButton(self.tr("Clear"), "quiet", guard)
        self.fewer.setAccessibleName(self.tr("{0}: one less").format(caption))
        self.more.setAccessibleName(self.tr("{0}: one more").format(caption))
        self.clear.setAccessibleName(self.tr("{0}: clear the answer").format(caption))
        self._answer = label("", "muted", wrap=False)
        kept = self.clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(kept)
        self._build()
        self.track.answered.connect(self._on_answered)
        self.fewer.pressed_once.connect(lambda: self.track.step(-1))
        self.more.pressed_once.connect(lambda: self.track.step(1))
        self.clear.pressed_once.connect(lambda: self.track.answer(None))
        self._show_answer()

    def _build(self) -> None:
        look = current_look()
        words = label(self._caption, "title", wrap=True)
        words.setBuddy(self.track)
        top = QHBoxLayout()
        top.addWidget(words, 1)
        top.addWidget(self._answer)
        top.addWidget(self.clear)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part, stretch in ((self.fewer, 0), (self.track, 1), (self.more, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        for line in (top, row):
            outer.addLayout(line)
        outer.addStretch(1)

    def value(self) -> int | None:
        """Return the answer, None while there is none."""
        return self.track.answer_given()

    def set_value(self, value: int | None) -> None:
        """Show an answer, or none, without any signal."""
        self.track.show_answer(value)
        self._show_answer()

    def _on_answered(self, value: object) -> None:
        self._show_answer()
        self.changed.emit(value)

    def _show_answer(self) -> None:
        value = self.value()
        if value is None:
            self._answer.setText(self.tr("Not answered"))
        else:
            self._answer.setText(self.tr("{0} of {1}").format(value, self.track.maximum()))
        if value is None and self.clear.hasFocus():
            self.track.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear.setVisible(value is not None)
