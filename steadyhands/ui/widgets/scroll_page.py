"""A page that scrolls down when the text grows, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look


class ScrollPage(QScrollArea):
    """Fill `body`; it is always as wide as the page, and at least as high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("page")
        page.setMinimumWidth(1)  # the page's width decides, not its content's wish
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(20))
        self.body.setSpacing(look.px(16))
        self.setWidget(page)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what the keyboard reached into sight; a press stays under the finger."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        page = self.widget()
        if now is not None and page is not None and page.isAncestorOf(now) and not pressed:
            self.ensureWidgetVisible(now, 0, 24)
