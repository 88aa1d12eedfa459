"""A field with buttons beside it, level with each other under the field's caption."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label


def beside(field: AmountField, *buttons: GuardedButton) -> QWidget:
    """Return the field and its buttons as one line; a sentence under the field moves neither."""
    look = current_look()
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    row.addWidget(field, 1)
    for button in buttons:
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(label(" ", "caption", wrap=False))  # as high as the field's caption
        column.addWidget(button)
        column.addStretch(1)
        row.addLayout(column)
    row.addStretch(1)
    return line
