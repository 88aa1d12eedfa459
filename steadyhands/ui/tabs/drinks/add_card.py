"""The drinks to press: one's favourites, and on demand every drink by group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.presenter import State, Tile
from steadyhands.ui.tabs.drinks.tile import DrinkTile, TileGrid
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout


class AddCard(Card):
    """One press on a tile adds that drink now."""

    picked = Signal(object)  # Tile
    own_asked = Signal(bool)  # show or hide one's own drinks

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Add a drink"),
            self.tr("One press saves it. Size and time can be changed afterwards."),
            parent=parent,
        )
        self._guard = guard
        self._groups: tuple[tuple[str, tuple[Tile, ...]], ...] = ()
        self._units = "auto"
        self.favourites = TileGrid()
        self.more = GuardedButton(self.tr("More drinks"), "quiet", guard)
        self.own = GuardedButton(self.tr("Your own drinks"), "quiet", guard)
        for button in (self.more, self.own):
            button.setCheckable(True)
        self.all = QWidget()
        self._all = QVBoxLayout(self.all)
        self._all.setContentsMargins(0, 0, 0, 0)
        self.all.hide()
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.more)
        buttons.addWidget(self.own)
        self.body.addWidget(self.favourites)
        self.body.addLayout(buttons)
        self.body.addWidget(self.all)
        self.more.pressed_once.connect(self._on_more)
        self.own.pressed_once.connect(self._on_own)

    def show_state(self, state: State) -> None:
        """Show the tiles; the groups only while they are open."""
        known = [tile.tile for tile in self.favourites.tiles()]
        if len(known) != len(state.tiles):
            self.favourites.set_tiles([self._made() for _ in state.tiles])
        for tile, shown in zip(self.favourites.tiles(), state.tiles, strict=True):
            tile.show_tile(shown, state.units)
        changed = (state.groups, state.units) != (self._groups, self._units)
        self._groups, self._units = state.groups, state.units
        if self.more.isChecked() and changed:
            self._fill_groups()

    def tile(self, preset_id: str) -> DrinkTile:
        """Return the first tile of a drink that is shown."""
        found = [t for t in self._shown_tiles() if t.tile and t.tile.preset_id == preset_id]
        return found[0]

    def close_own(self) -> None:
        """Show that one's own drinks are folded away."""
        self.own.setChecked(False)

    def _shown_tiles(self) -> Sequence[DrinkTile]:
        grids = self.all.findChildren(TileGrid) if self.more.isChecked() else []
        return [tile for grid in (self.favourites, *grids) for tile in grid.tiles()]

    def _made(self) -> DrinkTile:
        tile = DrinkTile(self._guard)
        tile.pressed_once.connect(lambda: self.picked.emit(tile.tile))
        return tile

    def _on_more(self) -> None:
        opened = not self.more.isChecked()
        self.more.setChecked(opened)
        self.more.setText(self.tr("Fewer drinks") if opened else self.tr("More drinks"))
        if opened:
            self._fill_groups()
        self.all.setVisible(opened)

    def _on_own(self) -> None:
        self.own.setChecked(not self.own.isChecked())
        self.own_asked.emit(self.own.isChecked())

    def _fill_groups(self) -> None:
        while (item := self._all.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        names = wording.group_names()
        for group, tiles in self._groups:
            grid = TileGrid()
            made = [self._made() for _ in tiles]
            for tile, shown in zip(made, tiles, strict=True):
                tile.show_tile(shown, self._units)
            grid.set_tiles(made)
            caption = label(names[group], "caption")
            caption.setContentsMargins(0, current_look().px(6), 0, 0)
            self._all.addWidget(caption)
            self._all.addWidget(grid)
