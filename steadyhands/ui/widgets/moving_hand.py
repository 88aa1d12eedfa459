"""One hand or two that move from pose to pose, as an exercise shows them."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets.frame_clock import FPS
from steadyhands.ui.widgets.hand_frames import Frame, HandFrames, Motion, steps_of
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS, HandColors
from steadyhands.ui.widgets.hand_stage import Stand, figures, fit, moved_most

LEAST = QSize(180, 180)
AHEAD_MS = 15  # between two frames painted ahead: presses are answered in between


class MovingHand(QWidget):
    """Paints the motion it is given; moves only when told to, and no faster than `fps`.

    It is given all stands of an exercise first, so that the hand keeps its size and place.
    While it is seen it paints what will come, one frame at a time, and never when hidden.
    """

    def __init__(self, skin: str = DEFAULT_SKIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fps = FPS
        self._skin = skin if skin in SKINS else DEFAULT_SKIN
        self._calm = False
        self._frames = HandFrames()
        self._stands: tuple[Stand, ...] = ()
        self._side = "right"
        self._motion: Motion | None = None
        self._next: Stand | None = None
        self._step = (-1, -1)
        self._dressed: Look | None = None
        self._coming: tuple[Motion, ...] = ()
        self._is_placed = False
        self._ahead = QTimer(self, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._on_ahead)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST)

    def set_calm(self, calm: bool) -> None:
        """Show still pictures with an arrow instead of motion."""
        self._calm = calm
        self.update()

    def set_skin(self, skin: str) -> None:
        """Paint in another skin, or as a line drawing."""
        self._skin = skin if skin in SKINS else DEFAULT_SKIN
        self._dressed = None
        self.update()

    def set_exercise(self, stands: Iterable[Stand], side: str) -> None:
        """Make room for all these stands of one exercise, done by `side`: left, right, both."""
        stands = tuple(dict.fromkeys(stands))
        if (stands, side) != (self._stands, self._side):
            self._stands, self._side = stands, side
            self._is_placed = False
            self._motion = self._next = None
            self.update()

    def show_motion(self, motion: Motion, ghost: Stand | None = None) -> None:
        """Show a motion at its share of time, and faintly what comes after it.

        Nothing is painted when the picture is the one that is shown already.
        """
        if self._calm:
            motion = motion._replace(share=1.0)
        last = steps_of(motion, self.fps)
        step = (round(motion.share * last), last)
        shown, still = self._motion, motion._replace(share=0.0)
        same = shown is not None and shown._replace(share=0.0) == still
        if same and step == self._step and ghost == self._next:
            return
        self._motion, self._step, self._next = motion, step, ghost
        self.update()

    def foresee(self, motions: Iterable[Motion]) -> None:
        """Paint these motions ahead while there is time."""
        if self._calm or not self.isVisible():
            return
        self._coming = tuple(motions)
        self._prepare()
        self._frames.foresee(self._coming, self.fps)
        self._ahead.start()

    def rest(self) -> None:
        """Paint nothing ahead any more, and give the pictures' memory back."""
        self._ahead.stop()
        self._frames.forget()

    def is_working(self) -> bool:
        """Return whether frames are being painted ahead."""
        return self._ahead.isActive()

    def pictures_painted(self) -> int:
        """Return how many pictures of hands were painted so far."""
        return self._frames.painted

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing while nobody looks."""
        self._ahead.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the hands anew."""
        self._is_placed = False
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the size at which a hand is well seen."""
        side = current_look().px(400)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the ghost and the hand on whatever is below."""
        if self._motion is None:
            return
        self._prepare()
        motion = self._motion
        with QPainter(self) as painter:
            if self._is_calm_move():
                _lay(painter, self._frames.ghost(motion.start, motion.side))
            elif self._next is not None and self._next != motion.end:
                _lay(painter, self._frames.ghost(self._next, motion.side))
            _lay(painter, self._frames.frame(motion, self.fps))
            if self._is_calm_move():
                self._arrow(painter, motion)

    def _is_calm_move(self) -> bool:
        motion = self._motion
        return self._calm and motion is not None and motion.start != motion.end

    def _on_ahead(self) -> None:
        if not self._frames.work():
            self._ahead.stop()

    def _prepare(self) -> None:
        """Bring colours and size up to date before anything is painted."""
        look = current_look()
        if look is not self._dressed:
            self._dressed = look
            colors = HandColors(*map(look.colour, ("card", "muted", "action", "twitch")))
            self._frames.dress(self._skin, colors)
        if not self._is_placed and self._stands:
            self._is_placed = True
            room = QRectF(self.rect()).adjusted(6, 6, -6, -6)
            self._frames.place(fit(self._stands, self._side, room), self.devicePixelRatioF())
            if self._ahead.isActive():  # what was painted ahead had another size
                self._frames.foresee(self._coming, self.fps)

    def _arrow(self, painter: QPainter, motion: Motion) -> None:
        """Show the way of the fingertip that goes furthest."""
        apart = self._frames.fit.apart
        one, two = (figures(stand, motion.side, apart)[0] for stand in (motion.start, motion.end))
        way = moved_most(one, two)
        if way is None:
            return
        place = self._frames.fit
        start, end = (
            QPointF(p.x() * place.scale + place.x, p.y() * place.scale + place.y) for p in way
        )
        color = current_look().colour("action")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        bow, head = _bow(start, end)
        painter.drawPath(bow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPath(head)


def _lay(painter: QPainter, frame: Frame) -> None:
    painter.drawPixmap(frame.x, frame.y, frame.picture)


def _bow(start: QPointF, end: QPointF) -> tuple[QPainterPath, QPainterPath]:
    """Return a bent line and the head of its arrow."""
    way = end - start
    bend = (start + end) / 2.0 + QPointF(way.y(), -way.x()) * 0.22
    line = QPainterPath(start)
    line.quadTo(bend, end)
    turn = atan2(end.y() - bend.y(), end.x() - bend.x())
    head = QPainterPath(end + QPointF(cos(turn), sin(turn)) * 9.0)
    for side in (1, -1):
        angle = turn + side * pi * 0.72
        head.lineTo(end + QPointF(cos(angle), sin(angle)) * 12.0)
    head.closeSubpath()
    return line, head
