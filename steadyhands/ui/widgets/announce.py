"""Has a screen reader say a line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, said: str) -> None:
    """Let a screen reader say `said` now, about `widget`; nothing is said for an empty line."""
    if said:
        # Large to load, and not needed before the first line is said.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(widget, said)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
