"""The player's buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.click_guard import ClickGuard

_BESIDE = 236  # width of the column beside the hand, at 100 % text


def beside_width() -> int:
    """Return the width of what stands beside the hand; it grows less than the text."""
    return round(_BESIDE * (1 + current_look().scale) / 2)


class Controls(QWidget):
    """Pause, back, skip, end, and "this hurt"; each says so by a signal."""

    pause_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()
    end_asked = Signal()
    hurt_asked = Signal()

    def __init__(self, guard: ClickGuard) -> None:
        super().__init__()
        self._guard = guard
        self.pause = self._button("", "", "primary")
        self.back = self._button(self.tr("← Back"), self.tr("Back"))
        self.skip = self._button(self.tr("Skip →"), self.tr("Skip"))
        self.end = self._button(self.tr("End"), self.tr("End"))
        self.hurt = self._button(self.tr("This hurt"), self.tr("This hurt"))
        self.end.setToolTip(self.tr("Esc"))
        self.pause.pressed_once.connect(self.pause_asked)
        self.back.pressed_once.connect(self.back_asked)
        self.skip.pressed_once.connect(self.skip_asked)
        self.end.pressed_once.connect(self.end_asked)
        self.hurt.pressed_once.connect(self.hurt_asked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._room = 0
        self._is_narrow = self._is_paused = False
        self._places: dict[str, tuple[int, int, int, int]] = {}
        self.set_narrow(False)

    def _button(self, text: str, name: str, variant: Variant = "secondary") -> GuardedButton:
        button = GuardedButton(text, variant, self._guard, self)
        button.setAccessibleName(name)
        button.setStyleSheet("padding-left: 6px; padding-right: 6px;")
        return button

    def set_narrow(self, narrow: bool) -> None:
        """Stand in a row along the foot, in two if one is too short; else in a column."""
        self._is_narrow = narrow
        look = current_look()
        self.pause.setMinimumHeight(look.target + (0 if narrow else look.px(8)))
        self.show_paused(self._is_paused)
        self._arrange()

    def set_room(self, width: int) -> None:
        """Know how long a row may be."""
        self._room = width
        self._arrange()

    def _arrange(self) -> None:
        wished = sum(getattr(self, name).sizeHint().width() + 8 for name in _ROW) - 8
        places = _COLUMN if not self._is_narrow else _ROW if wished <= self._room else _ROWS
        if places is not self._places:
            self._places = places
            for name, place in places.items():
                self._grid.addWidget(getattr(self, name), *place)

    def show_paused(self, paused: bool) -> None:
        """Offer to go on, or to pause."""
        self._is_paused = paused
        name = self.tr("Go on") if paused else self.tr("Pause")
        text = name if self._is_narrow else self.tr("{0}   Space").format(name)
        if text != self.pause.text():
            self.pause.setText(text)
            self.pause.setAccessibleName(name)
            self._arrange()


# Row, column, rows and columns of each button.
_COLUMN = {
    "pause": (0, 0, 1, 2),
    "back": (1, 0, 1, 1),
    "skip": (1, 1, 1, 1),
    "end": (2, 0, 1, 1),
    "hurt": (2, 1, 1, 1),
}
_ROW = {
    "pause": (0, 0, 1, 1),
    "back": (0, 1, 1, 1),
    "skip": (0, 2, 1, 1),
    "end": (0, 3, 1, 1),
    "hurt": (0, 4, 1, 1),
}
_ROWS = {
    "pause": (0, 0, 1, 2),
    "back": (0, 2, 1, 1),
    "skip": (0, 3, 1, 1),
    "end": (1, 0, 1, 2),
    "hurt": (1, 2, 1, 2),
}
