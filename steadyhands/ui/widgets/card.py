"""The white rounded box that holds one subject."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look


def label(text: str = "", role: str = "", wrap: bool = True) -> QLabel:
    """Return a label in one of the style sheet's roles: title, muted, caption, figure, notice…"""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class Card(QFrame):
    """A card with a title, an optional line under it, and `body`, a layout to fill.

    With `fills` the body takes all the height there is (a chart, the hands); otherwise it
    keeps its own height and stays at the top.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(20), look.px(14), look.px(20), look.px(18))
        outer.setSpacing(look.px(8))
        self._title = label(title, "title")
        self._subtitle = label(subtitle, "muted")
        outer.addWidget(self._title)
        outer.addWidget(self._subtitle)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        outer.addLayout(self.body, 1 if fills else 0)
        if not fills:
            outer.addStretch(1)
        self.set_title(title, subtitle)

    def head_a_page(self) -> None:
        """Stand at the top of a page: a larger title, and no box around it."""
        self.setProperty("plain", True)
        self._title.setProperty("role", "heading")
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(0, 0, 0, 0)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the words at the top; empty ones take no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
