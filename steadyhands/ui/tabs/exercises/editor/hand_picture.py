"""One hand that keeps still: the picture of a pose."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures, Wanted
from steadyhands.ui.widgets.hand_stage import Stand


class Waiting:
    """Has the picture of one pose; until a new one is painted, the one before it."""

    def __init__(self, pictures: PosePictures, widget: QWidget) -> None:
        self._pictures = pictures
        self._widget = widget
        self._wanted: Wanted | None = None
        self._last: QPixmap | None = None

    def paint(self, painter: QPainter, stand: Stand, side: str, size: QSize, at: QPoint) -> None:
        """Lay the picture with its corner there, or see that it comes."""
        ratio = self._widget.devicePixelRatioF()
        wanted = self._pictures.wanted(stand, side, size, ratio)
        if self._wanted not in (None, wanted):
            self._pictures.give_up(self._wanted)
        self._wanted = wanted
        found = self._pictures.picture(wanted)
        if found is not None:
            self._last = found
        if self._last is not None:
            painter.drawPixmap(at, self._last)

    def on_painted(self, wanted: object) -> None:
        """Show the picture if it is the one."""
        if wanted == self._wanted:
            self._widget.update()


class HandPicture(QWidget):
    """Paints a stand in a square of `side_px`."""

    def __init__(self, pictures: PosePictures, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = Waiting(pictures, self)
        self._shown: tuple[Stand, str] | None = None
        self.setFixedSize(side_px, side_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pictures.painted.connect(self._on_painted)

    def show_stand(self, stand: Stand, side: str = "right") -> None:
        """Show a pose by one hand, or by both."""
        if (stand, side) != self._shown:
            self._shown = (stand, side)
            self.update()

    def shown(self) -> tuple[Stand, str] | None:
        """Return what it shows."""
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as soon as there is one."""
        if self._shown is not None:
            with QPainter(self) as painter:
                self._waiting.paint(painter, *self._shown, self.size(), QPoint(0, 0))

    def _on_painted(self, wanted: object) -> None:
        self._waiting.on_painted(wanted)
