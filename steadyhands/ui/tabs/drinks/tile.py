"""One drink to press, drawn large, and the grid that such tiles stand in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.presenter import GLASS, Tile
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.drink_icons import COLOURS, icon_name, paint_icon
from steadyhands.ui.widgets.focus_ring import paint_focus_ring

_WIDE, _HIGH, _ICON, _PAD = 118, 118, 38, 10
_GAP = 8


class DrinkTile(GuardedButton):
    """Logs its drink with one press."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__("", "secondary", guard, parent)
        self.tile: Tile | None = None
        self._units = "auto"

    def show_tile(self, tile: Tile, units: str) -> None:
        """Become the tile of a drink."""
        if tile == self.tile and units == self._units:
            return
        self.tile, self._units = tile, units
        self.setAccessibleName(wording.tile_spoken(tile, units))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least size that holds icon, two lines of name and the note."""
        look = current_look()
        return QSize(look.px(_WIDE), look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole tile; the style has no such button."""
        if self.tile is None:
            return
        look = current_look()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            whole = QRectF(self.rect())
            icon = QRectF(0, look.px(_PAD), look.px(_ICON), look.px(_ICON))
            icon.moveLeft(whole.center().x() - icon.width() / 2)
            name = icon_name(self.tile.preset_id, self.tile.group)
            paint_icon(painter, name, icon, COLOURS[self.tile.kind])
            self._paint_words(painter, icon.bottom() + look.px(6))
            if self._ring and self.hasFocus():
                paint_focus_ring(painter, whole, self._radius())

    def _paint_ground(self, painter: QPainter) -> None:
        look = current_look()
        glass = self.tile is not None and self.tile.preset_id == GLASS
        ground = look.colour("water", 0.16) if glass else look.colour("card")
        if self.isDown() or self.underMouse():
            ground = look.colour("water", 0.3) if glass else look.colour("control")
        edge = look.colour("water" if glass else "field_edge", 1.0 if glass else 0.55)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1))
        inner = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, self._radius(), self._radius())

    def _paint_words(self, painter: QPainter, top: float) -> None:
        tile = self.tile
        if tile is None:
            return
        look = current_look()
        room = self.width() - 2 * look.px(6)
        bold = QFont(self.font())
        bold.setPixelSize(look.px(15))
        bold.setWeight(QFont.Weight.DemiBold)
        small = QFont(self.font())
        small.setPixelSize(look.px(13))
        small.setWeight(QFont.Weight.Normal)
        note = QFontMetricsF(small).elidedText(
            wording.tile_note(tile, self._units), Qt.TextElideMode.ElideRight, room
        )
        lines = fitted_lines(wording.tile_name(tile), QFontMetricsF(bold), room)
        high, low = QFontMetricsF(bold).height(), QFontMetricsF(small).height()
        top += max(0.0, (self.height() - look.px(6) - top - len(lines) * high - low) / 2)
        painter.setFont(bold)
        painter.setPen(look.colour("text"))
        for line in lines:
            painter.drawText(QRectF(0, top, self.width(), high), Qt.AlignmentFlag.AlignCenter, line)
            top += high
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        painter.drawText(QRectF(0, top, self.width(), low), Qt.AlignmentFlag.AlignCenter, note)


class TileGrid(QWidget):
    """Tiles in rows of equal width, as many in a row as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[DrinkTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiles(self, tiles: Sequence[DrinkTile]) -> None:
        """Show these tiles, which become the grid's own."""
        for old in self._tiles:
            if old not in tiles:
                old.hide()
                old.deleteLater()
        self._tiles = list(tiles)
        for tile in tiles:
            tile.setParent(self)
            tile.show()
        self._arrange()

    def tiles(self) -> tuple[DrinkTile, ...]:
        """Return the tiles in order."""
        return tuple(self._tiles)

    def sizeHint(self) -> QSize:
        """Return three columns; the height follows from the width it is given."""
        return QSize(current_look().px(_WIDE) * 3, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return one column."""
        return QSize(current_look().px(_WIDE), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the tiles out anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def _columns(self, width: int) -> int:
        fit = (width + _GAP) // (current_look().px(_WIDE) + _GAP)
        rows = -(-len(self._tiles) // max(1, fit))
        return max(1, -(-len(self._tiles) // max(1, rows)))  # no row much shorter than the others

    def _arrange(self) -> None:
        columns = self._columns(self.width())
        wide = (self.width() + _GAP) / columns
        most = current_look().px(_WIDE * 1.5) + _GAP  # a few tiles do not fill a wide row
        wide = min(wide, most)
        high = current_look().px(_HIGH)
        rows = -(-len(self._tiles) // columns)
        self.setFixedHeight(max(0, rows * (high + _GAP) - _GAP))
        for i, tile in enumerate(self._tiles):
            row, column = divmod(i, columns)
            left = round(column * wide)
            right = round((column + 1) * wide) - _GAP
            if self.isRightToLeft():
                left, right = self.width() - right, self.width() - left
            tile.setGeometry(left, row * (high + _GAP), right - left, high)


def fitted_lines(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return text on one or two lines no wider than `room`, shortened with … if it must be."""
    first, rest = "", text.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)]
    if not rest:
        return [first]
    return [first, metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, room)]
