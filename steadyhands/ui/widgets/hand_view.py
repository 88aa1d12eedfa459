"""Both hands, drawn: press a finger, the thumb, the palm or the wrist to log a twitch there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.hand_canvas import HandCanvas, mark_area
from steadyhands.ui.widgets.hand_keys import NUMBER_KEYS, moved
from steadyhands.ui.widgets.hand_layout import Layout, Outlines, least_height, side_by_side_width
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS, HandColors
from steadyhands.ui.widgets.hand_part_button import PartButton
from steadyhands.ui.widgets.hand_words import HandWords
from steadyhands.ui.widgets.picture_folder import PictureFolder

LEAST_WIDTH = 360
FLASH_MS, HELD = 1400, 0.35  # a flash is full for the first third, then settles
CALM = 0.42  # how strongly the part logged last stays coloured
_PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)

Spot = tuple[str, str]


class HandView(QWidget):
    """The left and the right hand as one sees the backs of one's own.

    `part_pressed(side, part)` is emitted when a part is pressed, by pointer, key or screen
    reader. Idle, it runs no timer and paints nothing.
    """

    part_pressed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None = None,
        guard: ClickGuard | None = None,
        folder: PictureFolder | None = None,
    ) -> None:
        super().__init__(parent)
        self.guard = guard if guard is not None else ClickGuard()
        self._hit_min = 44
        self._is_still = False
        self._last: Spot | None = None
        self._hover: Spot | None = None
        self._is_ringed = True  # the keyboard's ring, which a press takes away
        self._heat = 0.0  # 1 at the flash, 0 once settled
        self._outlines = Outlines()
        self._folder = folder
        self._layout: Layout | None = None
        self._canvas = HandCanvas(DEFAULT_SKIN, HandColors(), folder)
        self._flash = QVariantAnimation(self, duration=FLASH_MS, startValue=1.0, endValue=0.0)
        self._flash.valueChanged.connect(self._cooled)
        self.setMouseTracking(True)
        self._buttons: dict[Spot, PartButton] = {}
        self._make_buttons()
        self._name_parts()

    # -- what the tab sets ---------------------------------------------------------------

    def flash(self, side: str, part: str) -> None:
        """Mark a part at once; its colour then settles to the calm mark of the last log."""
        before, self._last = self._last, (side, part)
        self._flash.stop()
        self._heat = 0.0 if self._is_still else 1.0
        if self.isVisible():
            self.repaint(self._area(self._last))
            if not self._is_still:
                self._flash.start()
        if before is not None and before != self._last:  # the new mark shows first
            self.update(self._area(before))

    def set_last(self, side: str, part: str | None) -> None:
        """Show which part was logged last, or none."""
        spot = (side, part) if part in PARTS else None
        if spot == self._last:
            return
        self._flash.stop()
        self._heat = 0.0
        for changed in (self._last, spot):
            if changed is not None:
                self.update(self._area(changed))
        self._last = spot

    def set_skin(self, name: str) -> None:
        """Choose the skin, one of `hand_look.SKINS`."""
        self._dress(name, self._canvas.colors)

    def set_colors(self, colors: HandColors) -> None:
        """Take the theme's colours."""
        self._dress(self._canvas.skin_name, colors)

    def _dress(self, skin_name: str, colors: HandColors) -> None:
        known = skin_name if skin_name in SKINS else DEFAULT_SKIN
        if (known, colors) != (self._canvas.skin_name, self._canvas.colors):
            self._canvas = HandCanvas(known, colors, self._folder)
            self.update()

    def set_reduced_motion(self, is_still: bool) -> None:
        """Let a flash be a mark that does not move."""
        self._is_still = is_still
        if is_still:
            self._flash.stop()
            self._cooled(0.0)

    def set_hit_min(self, pixels: int) -> None:
        """Set the least breadth of a target; the hands grow, or stack, to reach it."""
        if pixels == self._hit_min:
            return
        self._hit_min = pixels
        self._relaid()
        self.updateGeometry()

    def gap_rect(self) -> QRect:
        """Return the free space between the hands (a strip across when they are stacked)."""
        return self._placed().gap_rect().toAlignedRect()

    def part_center(self, side: str, part: str) -> QPointF:
        """Return a point well inside a part, in this widget's coordinates."""
        return self._placed().hands[side].anchor(part)

    def label_rect(self, side: str) -> QRect:
        """Return where a hand's name is written."""
        return self._placed().label_rect(side).toAlignedRect()

    def get_ready(self) -> None:
        """Make now what the first press needs."""
        self._outlines.make()

    def focus_part(self, side: str, part: str) -> None:
        """Give a part the keyboard focus."""
        self._buttons[side, part].setFocus(Qt.FocusReason.OtherFocusReason)

    def is_moving(self) -> bool:
        """Return whether a flash is still settling."""
        return self._flash.state() == QVariantAnimation.State.Running

    def part_at(self, point: QPointF) -> Spot | None:
        """Return the (side, part) a press at `point` means, or None well away from both."""
        return self._placed().part_at(point, max(self._hit_min / 2, 22.0))

    # -- size ----------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """The narrower, the sooner the hands must stack."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the hands in full at `width`."""
        return self._canvas.natural_height(width, self._label_height(), self._hit_min)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that keeps every target wide enough."""
        stacked = self.width() < side_by_side_width(self._hit_min)
        height = least_height(self._hit_min, self._label_height(), stacked)
        return QSize(LEAST_WIDTH, int(height) + 1)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(720, self.heightForWidth(720))

    def _label_height(self) -> float:
        return self.fontMetrics().height() + 8.0

    def _placed(self) -> Layout:
        if self._layout is None:
            size = self.size()
            label = self._label_height()
            self._layout = Layout(self._outlines, size.width(), size.height(), label, self._hit_min)
            for (side, part), button in self._buttons.items():
                area = self._layout.hands[side].box(part)
                button.setGeometry(area.toAlignedRect())
        return self._layout

    def _relaid(self) -> None:
        self._layout = None
        self._canvas.forget()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the hands out anew; stacked or side by side they need another height."""
        self._relaid()
        self._placed()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing move that nobody sees."""
        self._flash.stop()
        self._cooled(0.0)
        self._canvas.keep(self._last[1] if self._last is not None else None)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font's size and the language."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._relaid()
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name_parts()
            self.update()
        super().changeEvent(event)

    # -- paint ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the cached picture down and mark the few parts that differ."""
        layout, canvas = self._placed(), self._canvas
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        canvas.paint_base(painter, layout, self.devicePixelRatioF())
        if event.rect().bottom() >= layout.label_top():
            canvas.paint_labels(painter, layout, HandWords().sides)
        if self._last is not None:
            canvas.paint_mark(painter, layout, self._last, CALM + (1.0 - CALM) * self._heat)
        focus = self._focused()
        if self._hover is not None and self._hover != focus:
            canvas.paint_ring(painter, layout, self._hover, is_focus=False)
        if focus is not None and self._is_ringed:
            canvas.paint_ring(painter, layout, focus, is_focus=True)

    def _area(self, spot: Spot) -> QRect:
        side, part = spot
        return mark_area(self._placed().hands[side], part).adjusted(-4, -4, 4, 4)

    def _cooled(self, heat: float) -> None:
        heat = min(1.0, heat / (1.0 - HELD))
        if self._last is not None and heat != self._heat:
            self._heat = heat
            self.update(self._area(self._last))

    # -- pointer -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Log on press; where the pointer is at release does not matter."""
        spot = self.part_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        event.accept()
        self._is_ringed = False
        if (focus := self._focused()) is not None:
            self.update(self._area(focus))
        self._press(spot, event.timestamp())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second press of a quick pair like any other."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which part a press would log."""
        self._hovered(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no hover any more."""
        self._hovered(None)
        super().leaveEvent(event)

    def _hovered(self, spot: Spot | None) -> None:
        if spot == self._hover:
            return
        for changed in (self._hover, spot):
            if changed is not None:
                self.update(self._area(changed))
        self._hover = spot
        if spot is not None:
            self._canvas.prepare(self._placed(), spot)
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)

    def _press(self, spot: Spot, now_ms: int) -> None:
        if self.guard.allows(spot, now_ms):
            self.part_pressed.emit(*spot)

    # -- keys and screen readers ---------------------------------------------------------

    def _make_buttons(self) -> None:
        for side in SIDES:
            for part in PARTS:
                spot = (side, part)
                button = PartButton(side, part, partial(self._key, spot), self)
                button.acted.connect(self.part_pressed)
                button.focus_changed.connect(self._focus_moved)
                button.set_tab_stop(part == "index")
                self._buttons[spot] = button

    def _focused(self) -> Spot | None:
        for spot, button in self._buttons.items():
            if button.hasFocus():
                return spot
        return None

    def _focus_moved(self, side: str, part: str) -> None:
        if self._buttons[side, part].hasFocus():
            self._is_ringed = True
            for other in PARTS:
                self._buttons[side, other].set_tab_stop(other == part)
            self._canvas.prepare(self._placed(), (side, part))
        self.update(self._area((side, part)))

    def _key(self, spot: Spot, event: QKeyEvent) -> None:
        key = event.key()
        target = moved(spot, key)
        event.accept()
        self._focus_moved(*spot)
        if key in _PRESS_KEYS or key in NUMBER_KEYS:
            part = NUMBER_KEYS.get(key, spot[1])
            if not event.isAutoRepeat():
                self._buttons[spot[0], part].setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._press((spot[0], part), event.timestamp())
        elif target is not None:
            self._buttons[target].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    # -- words ---------------------------------------------------------------------------

    def _name_parts(self) -> None:
        words = HandWords()
        self.setAccessibleName(self.tr("Your hands"))
        self.setAccessibleDescription(words.keys)
        for spot, button in self._buttons.items():
            button.setAccessibleName(words.act(*spot))
            button.setAccessibleDescription(words.keys)
