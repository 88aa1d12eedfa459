"""All poses to choose from, as pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures
from steadyhands.ui.tabs.exercises.editor.pose_tile import PoseTiles
from steadyhands.ui.tabs.exercises.editor.shelf import Shelf
from steadyhands.ui.tabs.exercises.editor.wording import pose_name
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.hand_stage import Stand


class PosePicker(QWidget):
    """Asks which pose it shall be; `chosen` carries its name, `left` that it stays as it is."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, pictures: PosePictures, guard: ClickGuard) -> None:
        super().__init__()
        self.tiles = PoseTiles(pictures, guard)
        self.leave = GuardedButton(self.tr("Choose none"), "secondary", guard)
        self._names: tuple[str, ...] = ()
        self._shown: tuple[tuple[str, str, Stand], ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(8))
        outer.addWidget(label(self.tr("Choose a pose"), "title"))
        outer.addWidget(self.tiles)
        outer.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.tiles.pressed.connect(lambda place: self.chosen.emit(self._names[place]))
        self.leave.pressed_once.connect(self.left)

    def open(self, shelf: Shelf, pose: str = "") -> None:
        """Show the poses, with the keyboard at the one there is now."""
        self._names = shelf.names()
        tiles = tuple((name, pose_name(name), shelf.stand(name)) for name in self._names)
        if tiles != self._shown:
            self._shown = tiles
            self.tiles.set_tiles(tiles)
        place = self._names.index(pose) if pose in self._names else -1
        self.tiles.choose(place)
        self.show()
        self.tiles.focus(place)
