"""Poses as pictures to press, in rows; one stop for Tab, arrows walk from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.editor.hand_picture import Waiting
from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.focus_ring import paint_focus_ring
from steadyhands.ui.widgets.hand_stage import Stand

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_WIDE, _PICTURE, _LINES = 116, 96, 2


class PoseTile(GuardedButton):
    """A painted hand with its name; `pose` is what it stands for."""

    stepped = Signal(int)  # an arrow key
    focused = Signal()

    def __init__(
        self, pose: str, words: str, stand: Stand, pictures: PosePictures, guard: ClickGuard
    ) -> None:
        super().__init__(words, "row", guard)
        self.pose = pose
        self._stand = stand
        self._side = "right"
        self._waiting = Waiting(pictures, self)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(words)
        pictures.painted.connect(self._on_painted)

    def picture_side(self) -> int:
        """Return the height and width of the picture, 96 px at 100 %."""
        return round(_PICTURE * (1 + current_look().scale) / 2)

    def sizeHint(self) -> QSize:
        """Return room for the picture and two lines of words."""
        look = current_look()
        high = QFontMetricsF(self._font()).height()
        pad = 2 * look.px(6)
        return QSize(look.px(_WIDE), self.picture_side() + round(_LINES * high) + pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, hand and name."""
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = self.isChecked()
            ground = "action_pale" if chosen else "card"
            ground = "control" if not chosen and (self.isDown() or self.underMouse()) else ground
            painter.setBrush(look.colour(ground))
            edge = look.colour("action") if chosen else look.colour("field_edge", 0.55)
            wide = 2.0 if chosen else 1.0
            painter.setPen(QPen(edge, wide))
            inner = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            painter.drawRoundedRect(inner, self._radius(), self._radius())
            side, top = self.picture_side(), look.px(5)
            corner = QPoint((self.width() - side) // 2, top)
            self._waiting.paint(painter, self._stand, self._side, QSize(side, side), corner)
            painter.setFont(self._font())
            painter.setPen(look.colour("on_action_pale" if chosen else "text"))
            below = QRectF(self.rect()).adjusted(look.px(4), top + side, -look.px(4), -look.px(4))
            how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(below, how, self.text())
            if self._ring and self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()), self._radius())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows walk."""
        if event.key() in _ARROWS:
            self.stepped.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the rows, which have one stop for Tab."""
        super().focusInEvent(event)
        self.focused.emit()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(current_look().px(13))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _on_painted(self, wanted: object) -> None:
        self._waiting.on_painted(wanted)


class PoseTiles(QWidget):
    """Tiles in rows. `pressed` says which one, counted from 0."""

    pressed = Signal(int)

    def __init__(self, pictures: PosePictures, guard: ClickGuard) -> None:
        super().__init__()
        self._pictures = pictures
        self._guard = guard
        self._tiles: list[PoseTile] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(gap=8)
        outer.addLayout(self._flow)

    def set_tiles(self, tiles: Iterable[tuple[str, str, Stand]]) -> None:
        """Show poses: what they stand for, their words, how they are seen."""
        for old in self._tiles:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [PoseTile(*one, self._pictures, self._guard) for one in tiles]
        for place, tile in enumerate(self._tiles):
            self._flow.addWidget(tile)
            tile.pressed_once.connect(lambda place=place: self.pressed.emit(place))
            tile.stepped.connect(lambda key, tile=tile: self._on_stepped(tile, key))
            tile.focused.connect(lambda tile=tile: self._give_tab_stop(tile))
        self.choose(-1)

    def tiles(self) -> tuple[PoseTile, ...]:
        """Return the tiles in order."""
        return tuple(self._tiles)

    def choose(self, place: int) -> None:
        """Show one as chosen, or none (-1), without any signal."""
        for number, tile in enumerate(self._tiles):
            tile.setChecked(number == place)
            said = tile.text()
            chosen = self.tr("{0}, selected").format(said)
            tile.setAccessibleName(chosen if number == place else said)
        if self._tiles:
            self._give_tab_stop(self._tiles[max(place, 0)])

    def focus(self, place: int) -> None:
        """Bring the keyboard to a tile."""
        if self._tiles:
            tile = self._tiles[min(max(place, 0), len(self._tiles) - 1)]
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stepped(self, tile: PoseTile, key: int) -> None:
        place = self._tiles.index(tile)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            back = (key == Qt.Key.Key_Left) != self.isRightToLeft()
            goal = (place + (-1 if back else 1)) % len(self._tiles)
        else:
            goal = self._in_row(place, 1 if key == Qt.Key.Key_Down else -1)
        self._tiles[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def _in_row(self, place: int, way: int) -> int:
        """Return the tile above or below, the same one where there is none."""
        here = self._tiles[place]
        beyond = [t for t in self._tiles if (t.y() - here.y()) * way > 0]
        if not beyond:
            return place
        near = min(beyond, key=lambda t: (abs(t.y() - here.y()), abs(t.x() - here.x())))
        return self._tiles.index(near)

    def _give_tab_stop(self, stop: PoseTile) -> None:
        for tile in self._tiles:
            policy = Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(policy)
