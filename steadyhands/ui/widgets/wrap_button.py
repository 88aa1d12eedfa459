"""A button of several lines of words that wrap with its width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard


class WrapButton(GuardedButton):
    """As wide as its place, as high as its words; the whole of it is one target.

    `roles` are the style of each line. Words are shown as they are, never read as mark-up.
    """

    def __init__(
        self,
        roles: tuple[str, ...],
        guard: ClickGuard,
        variant: Variant = "row",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", variant, guard, parent)
        look = current_look()
        self._lines: list[QLabel] = []
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(6))
        lines.setSpacing(0)
        lines.addStretch(1)
        for role in roles:
            line = label("", role)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setMinimumWidth(1)
            lines.addWidget(line)
            self._lines.append(line)
        lines.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_lines(self, *texts: str) -> None:
        """Show a text in each line; an empty one takes no room."""
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
            line.setVisible(bool(text))

    def lines(self) -> tuple[str, ...]:
        """Return the words shown, line by line."""
        return tuple(line.text() for line in self._lines)

    def sizeHint(self) -> QSize:
        """Return the size of the words, at least a target."""
        inner, target = self.layout(), current_look().target
        size = inner.sizeHint() if inner is not None else QSize()
        return size.expandedTo(QSize(target, target))

    def minimumSizeHint(self) -> QSize:
        """Return a target: the words wrap."""
        target = current_look().target
        return QSize(target, target)
