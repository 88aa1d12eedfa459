"""Where the keyboard was in a page, so that it is there again when the page is built anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def place_in(page: QWidget | None, widget: QWidget | None) -> list[int] | None:
    """Return which child of which child of `page` a widget is; None if it is outside."""
    place: list[int] = []
    while widget is not None and widget is not page:
        parent = widget.parentWidget()
        if parent is None:
            return None
        place.insert(0, _children(parent).index(widget))
        widget = parent
    return place if widget is page and page is not None else None


def widget_at(page: QWidget, place: Sequence[int] | None) -> QWidget | None:
    """Return the widget at a place that `place_in` told, if the page still has one there."""
    found: QWidget | None = page if place else None
    for index in place or ():
        children = _children(found) if found is not None else []
        found = children[index] if index < len(children) else None
    return found


def give_focus(page: QWidget, place: Sequence[int] | None) -> None:
    """Give the keyboard to the widget at a place, and bring it into sight."""
    widget = widget_at(page, place)
    if widget is None:
        return
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if inner is not None and inner.isAncestorOf(widget):
            area.ensureWidgetVisible(widget)


def _children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if isinstance(child, QWidget)]
