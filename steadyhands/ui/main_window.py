"""The window: the strip, the tabs, the toast. Navigation only; tabs know the diary, not this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from steadyhands.ui.header import Header
from steadyhands.ui.refocus import give_focus, place_in
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.tab_bar import TabBar
from steadyhands.ui.widgets.toast import Toast

SETTINGS = "settings"


class Page(NamedTuple):
    """A page of the window: its key, its name on the tab, and how to build it when first shown."""

    key: str
    title: str
    build: Callable[[], QWidget]


class MainWindow(QMainWindow):
    """Shows one page at a time; each is built when it is first opened."""

    log_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    closing = Signal()
    rebuilt = Signal()

    def __init__(self, pages: Sequence[Page], guard: ClickGuard, notice: str = "") -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("SteadyHands")
        self._pages = {page.key: page for page in pages}
        self._guard = guard
        self._notice = notice
        self._may_close: Callable[[], bool] = lambda: True
        self._first: Callable[[], QWidget] | None = None
        self.last_tab = ""  # the page shown last that is not the settings
        self._assemble()
        self._add_shortcuts()

    def _assemble(self) -> None:
        """Build the strip, the bar and the empty stack at the present size of text."""
        self._built: dict[str, QWidget] = {}
        self.header = Header(self._guard)
        self.tabs = TabBar(self._guard)
        self._stack = QStackedWidget()
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self._notice:
            outer.addWidget(_banner(self._notice))
        outer.addWidget(self.header)
        outer.addLayout(self._build_bar())
        outer.addWidget(self._stack, 1)
        self.setCentralWidget(page)
        self.toast = Toast(page, self._guard)
        self.header.log_pressed.connect(self.log_asked)
        self.tabs.current_changed.connect(self.show_page)

    def _build_bar(self) -> QHBoxLayout:
        look = current_look()
        bar = QHBoxLayout()
        bar.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(6))
        bar.addWidget(self.tabs, 1)
        for shown in self._pages.values():
            if shown.key != SETTINGS:
                self.tabs.add_tab(shown.key, shown.title)
        bar.setSpacing(look.px(8))
        self._settings = GuardedButton(self.tr("Settings"), "tab", self._guard)
        self._settings.setCheckable(True)
        self._settings.pressed_once.connect(lambda: self.show_page(SETTINGS))
        bar.addWidget(self._settings, 0, Qt.AlignmentFlag.AlignTop)
        return bar

    def _add_shortcuts(self) -> None:
        asked = {"Ctrl+T": self.log_asked, "Ctrl+Z": self.undo_asked, "Ctrl+Y": self.redo_asked}
        asked["Ctrl+Shift+Z"] = self.redo_asked
        for keys, signal in asked.items():
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        QShortcut(QKeySequence("Ctrl+,"), self).activated.connect(lambda: self.show_page(SETTINGS))

    def show_page(self, key: str) -> None:
        """Show a page, built now if it never was; an unknown key shows the first."""
        if key not in self._pages:
            key = next(iter(self._pages))
        if key not in self._built:
            self._built[key] = self._pages[key].build()
            self._stack.addWidget(self._built[key])
        self._first = None
        self._stack.setCurrentWidget(self._built[key])
        if key == SETTINGS:
            self.tabs.clear_choice()
        else:
            self.last_tab = key
            self.tabs.choose(key)
        self._mark_settings(key == SETTINGS)

    def _mark_settings(self, chosen: bool) -> None:
        name = self.tr("Settings")
        self._settings.setChecked(chosen)
        self._settings.setAccessibleName(self.tr("{0}, selected").format(name) if chosen else name)

    def show_first(self, build: Callable[[], QWidget]) -> None:
        """Show a greeting in the pages' place until a page is shown."""
        self._first = build
        greeting = build()
        self._stack.addWidget(greeting)
        self._stack.setCurrentWidget(greeting)
        self.tabs.clear_choice()

    def page(self, key: str) -> QWidget | None:
        """Return a page that has been built."""
        return self._built.get(key)

    def page_keys(self) -> list[str]:
        """Return the keys of all pages, in the order of their tabs."""
        return list(self._pages)

    def current_page(self) -> str:
        """Return the key of the page shown."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._built.items() if page is shown), "")

    def rebuild(self) -> None:
        """Build everything anew, as another size of text or theme asks for."""
        shown, focus = (
            self.current_page(),
            place_in(self._stack.currentWidget(), self.focusWidget()),
        )
        self._assemble()
        if self._first is not None:
            self.show_first(self._first)
        else:
            self.show_page(shown)
        self.rebuilt.emit()
        page = self._stack.currentWidget()
        if page is not None:
            QTimer.singleShot(0, page, partial(give_focus, page, focus))

    def say(
        self,
        text: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        spoken: str = "",
    ) -> None:
        """Show a line at the bottom, with a button if `action` names one."""
        self.toast.show_message(text, action, act, spoken)

    def close_only_if(self, may_close: Callable[[], bool]) -> None:
        """Ask `may_close` before the window closes."""
        self._may_close = may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is left to save."""
        if not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _banner(text: str) -> QWidget:
    banner = label(text, "banner")
    banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return banner
