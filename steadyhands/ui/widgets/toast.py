"""The line at the bottom that says what was saved, with an Undo that says what it undoes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QElapsedTimer,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    Qt,
    QTimer,
)
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard

SHOWN_MS = 6500
_SLIDE_MS = 160


class Toast(QFrame):
    """Lies over the bottom of its parent for 6.5 s, longer while pointed at or focused.

    The newest message replaces the one before. No timer runs while it is hidden.
    """

    def __init__(self, parent: QWidget, guard: ClickGuard | None = None) -> None:
        super().__init__(parent)
        self._over = parent
        self._row = QHBoxLayout(self)
        self._on_action: Callable[[], object] | None = None
        self._left_ms = SHOWN_MS
        self._running = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._build(guard)
        parent.installEventFilter(self)
        self.hide()

    def _build(self, guard: ClickGuard | None) -> None:
        self._text = label(wrap=True)
        self._button = GuardedButton("", "quiet", guard, self)
        self._button.pressed_once.connect(self._on_button)
        self._button.installEventFilter(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)

    def show_message(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        spoken: str = "",
    ) -> None:
        """Show `text`, and a button `action` that calls `on_action` and closes the toast.

        `spoken` is the button's name for a screen reader, which may come upon it alone.
        """
        self._text.setText(text)
        self._button.setText(action)
        self._button.setAccessibleName(spoken or action)
        self._button.setVisible(bool(action))
        self._on_action = on_action
        self._left_ms = SHOWN_MS
        self._timer.stop()
        self._appear()
        announce(self, text)
        self._resume()

    def dismiss(self) -> None:
        """Hide now; the action can no longer be taken here."""
        self._timer.stop()
        self._slide.stop()
        self._on_action = None
        if self._button.hasFocus():
            self._button.clearFocus()
        self.hide()

    def text(self) -> str:
        """Return the words now shown."""
        return self._text.text()

    @property
    def button(self) -> GuardedButton:
        """The button that undoes."""
        return self._button

    def is_counting(self) -> bool:
        """Return whether the time to hide is running."""
        return self._timer.isActive()

    def _on_button(self) -> None:
        act = self._on_action
        self.dismiss()
        if act is not None:
            act()

    def _appear(self) -> None:
        was_hidden = self.isHidden()
        end = self._place()
        self.show()
        self.raise_()
        self._slide.stop()
        if was_hidden and not current_look().calm:
            self._slide.setStartValue(end + QPoint(0, current_look().px(24)))
            self._slide.setEndValue(end)
            self._slide.start()

    def _place(self) -> QPoint:
        look = current_look()
        pad = look.px(8)
        self._row.setContentsMargins(look.px(20), pad, look.px(12), pad)
        self._row.setSpacing(look.px(16))
        room = self._over.rect().adjusted(16, 16, -16, -16)
        width = min(self._wanted_width(), room.width())
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        self.resize(width, height)
        end = QPoint(room.center().x() - width // 2, room.bottom() - height)
        self.move(end)
        return end

    def _wanted_width(self) -> int:
        edges = self._row.contentsMargins()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        button = self._button.sizeHint().width() if not self._button.isHidden() else 0
        return edges.left() + words + self._row.spacing() + button + edges.right()

    def _pause(self) -> None:
        if self._timer.isActive():
            self._left_ms = max(1000, self._left_ms - self._running.elapsed())
            self._timer.stop()

    def _resume(self) -> None:
        waiting = self.underMouse() or self._button.hasFocus()
        if self.isHidden() or waiting or self._timer.isActive():
            return
        self._running.start()
        self._timer.start(self._left_ms)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while pointed at."""
        self._pause()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        super().leaveEvent(event)
        QTimer.singleShot(0, self, self._resume)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the words again when the text size changes meanwhile."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            QTimer.singleShot(0, self, self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size; wait while the button has the keyboard."""
        kind = event.type()
        if watched is self._over and kind == QEvent.Type.Resize and not self.isHidden():
            self._slide.stop()
            self._place()
        elif watched is self._button and kind == QEvent.Type.FocusIn:
            self._pause()
        elif watched is self._button and kind == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._resume)
        return False
