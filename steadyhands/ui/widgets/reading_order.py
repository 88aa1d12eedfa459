"""Lets Tab go through a page as it is read, also after parts of it were made or moved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def put_in_reading_order(root: QWidget) -> None:
    """Chain everything below `root` that takes the keyboard, in the order of the layouts."""
    for one, two in pairwise(_chained(root)):
        QWidget.setTabOrder(one, two)


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard, in the order in which it is laid out."""
    for part in _chained(widget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
            yield part


def _chained(widget: QWidget) -> Iterator[QWidget]:
    """Yield also the fields that hand the keyboard on to a part of theirs."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _chained(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inside = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _chained(widget)
        elif inside is not None:
            yield from _laid_out(inside)
