"""The one place where the window hears that the diary, or the minute, has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """`changed` carries Changes after every act, here or in another process.

    `minute_passed` comes once a minute, for what depends on the time of day; `trouble`
    carries the Problem of a page that could not be read. `page_asked` asks for another page by
    its key and, if not None, where in it to look: for the diary, a date. `diary_asked` asks for
    the diary in another file, such as a backup, to take the present one's place.
    """

    changed = Signal(object)
    minute_passed = Signal()
    trouble = Signal(object)
    page_asked = Signal(str, object)
    diary_asked = Signal(str)
