"""A step's poses as small pictures in a row, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.hand_frames import Frame, HandFrames, Motion
from steadyhands.ui.widgets.hand_look import HandColors
from steadyhands.ui.widgets.hand_stage import Stand, fit

_WIDE, _HIGH, _GAP, _PAD, _LEAST = 104, 74, 8, 7, 56


class PoseStrip(QWidget):
    """Pictures only; the words stand elsewhere. Each picture is painted once."""

    def __init__(self, skin: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skin = skin
        self._stands: tuple[Stand, ...] = ()
        self._side = "right"
        self._marked = -1
        self._frames: list[Frame] = []
        self._made_for: tuple[object, ...] = ()
        self.setAccessibleName(self.tr("The poses of this exercise"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_poses(self, stands: Sequence[Stand], side: str, marked: int = -1) -> None:
        """Show these poses of one side, `marked` (counted from 0, -1: none) as the present one."""
        shown = (tuple(stands), side, marked)
        if shown != (self._stands, self._side, self._marked):
            self._stands, self._side, self._marked = shown
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all pictures at their full width."""
        look = current_look()
        count = max(1, len(self._stands))
        return QSize(count * (look.px(_WIDE) + _GAP) - _GAP, self._high())

    def minimumSizeHint(self) -> QSize:
        """Return the room for all pictures squeezed together."""
        return QSize(_LEAST * 3, self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures anew when they get another width."""
        super().resizeEvent(event)
        self.update()

    def _high(self) -> int:
        return round(_HIGH * (1 + current_look().scale) / 2)

    def _cell(self, number: int) -> QRectF:
        count = max(1, len(self._stands))
        wide = min(current_look().px(_WIDE), (self.width() + _GAP) / count - _GAP)
        place = number
        left = place * (wide + _GAP)
        if self.isRightToLeft():
            left = self.width() - left - wide
        return QRectF(left, 0, wide, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every cell and its hand."""
        if not self._stands:
            return
        look = current_look()
        self._make(look)
        radius = look.px(10)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, frame in enumerate(self._frames):
                marked = number == self._marked
                painter.setBrush(look.colour("action_pale" if marked else "window"))
                painter.setPen(QPen(look.colour("action" if marked else "card_edge"), 1))
                painter.drawRoundedRect(self._cell(number), radius, radius)
                painter.drawPixmap(frame.x, frame.y, frame.picture)

    def _make(self, look: Look) -> None:
        wanted = (self._stands, self._side, self.size(), look, self.devicePixelRatioF())
        if wanted == self._made_for:
            return
        self._made_for = wanted
        self._frames = [self._picture(number, look) for number in range(len(self._stands))]

    def _picture(self, number: int, look: Look) -> Frame:
        stand = self._stands[number]
        frames = HandFrames()
        frames.dress(
            self._skin, HandColors(*map(look.colour, ("card", "muted", "action", "twitch")))
        )
        room = self._cell(number).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        frames.place(fit([stand], self._side, room), self.devicePixelRatioF())
        return frames.frame(Motion(stand, stand, self._side), 1)
