"""One diary in one window: builds the pieces and remembers how the window was left."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from steadyhands.domain.problem import DiaryBusy, Problem
from steadyhands.services.backup_shelf import BackupShelf
from steadyhands.services.desk import Desk
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui import words
from steadyhands.ui.acts import Acts
from steadyhands.ui.appearance import Appearance, Choice
from steadyhands.ui.conductor import Conductor
from steadyhands.ui.main_window import MainWindow
from steadyhands.ui.pages import Pages
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.click_guard import ClickGuard

SAFETY_AFTER_MS = 200
REOPEN_WAIT_MS = 40  # as at the start: a click must never freeze the window
_CALM: dict[str, bool | None] = {"system": None, "reduced": True, "full": False}

log = logging.getLogger(__name__)


class Shell(QObject):
    """Owns the window of one open diary. The diary is closed with the window."""

    def __init__(self, desk: Desk, appearance: Appearance, file: PreferenceFile) -> None:
        super().__init__()
        self._appearance = appearance
        self._file = file
        self._preferences = file.read()
        self._guard = ClickGuard(self._preferences.guard_ms)
        self._open(desk)

    def _open(self, desk: Desk) -> None:
        """Build all that belongs to one open diary."""
        self._desk = desk
        self.signals = Signals(self)
        self.acts = Acts(self.signals, self)
        self.tasks = Tasks(self)
        desk.keep_quick()
        self.window = self._build_window()
        self.conductor = Conductor(
            desk,
            self.window,
            self.signals,
            self.acts,
            self.tasks,
            lambda: self._preferences.backup_folder,
        )
        self.window.closing.connect(self._on_closing)
        self._appearance.changed.connect(self.window.rebuild)
        self.signals.diary_asked.connect(self.open_instead)
        self._safety_soon = QTimer(self.window, singleShot=True)  # once the window is seen
        self._safety_soon.timeout.connect(self._watch_safety)
        self.window.closing.connect(self._safety_soon.stop)

    def open_instead(self, path: str) -> None:
        """Let the diary in another file take this one's place; the window opens anew on it.

        The slow part, a checked copy, is made beside the window. This diary is kept, under
        another name, and the window says where.
        """
        shelf, desk = BackupShelf(self._desk.keeper), self._desk
        self.window.say(self.tr("Checking that diary…"))

        def stage() -> str | Problem:
            try:
                return shelf.stage(path)
            except Problem as problem:
                return problem

        def then(staged: object) -> None:
            if isinstance(staged, Problem):
                self.window.say(words.problem_text(staged))
            elif desk is self._desk:
                # Not from within the worker's answer: closing waits for that worker.
                QTimer.singleShot(0, self, partial(self._swap, shelf, str(staged)))

        self.tasks.run(stage, then)

    def _swap(self, shelf: BackupShelf, staged: str) -> None:
        """Close the window and its diary, put the other in its place, open a new window on it."""
        if not self.acts.try_waiting():
            shelf.discard(staged)
            self.window.say(self.tr("Not all is saved yet. Please try again in a moment."))
            return
        old = (self.window, self.acts, self.tasks, self.signals)
        desk, app = self._desk, QGuiApplication
        quits = app.quitOnLastWindowClosed()
        app.setQuitOnLastWindowClosed(False)
        try:
            if not self.window.close():  # something is not saved yet, which the window says
                shelf.discard(staged)
                return
            said = self._taken_place(shelf, staged)
            self._appearance.changed.disconnect(old[0].rebuild)
            again = self._reopened(desk)
            if again is None:
                app.quit()
                return
            self._open(again)
            self.show()
            self.window.say(said)
        finally:
            app.setQuitOnLastWindowClosed(quits)
        for thing in old:
            thing.deleteLater()

    def _reopened(self, desk: Desk) -> Desk | None:
        """Open the diary that lies there now; ask what to do if it does not open, None to quit."""

        def reopen() -> Desk:
            return Desk(desk.keeper, desk.clock, REOPEN_WAIT_MS, desk.is_sample)

        try:
            return reopen()
        except Problem as problem:
            from steadyhands.ui.rescue import rescue

            return rescue(problem, desk.keeper, reopen, desk.now().local())

    def _taken_place(self, shelf: BackupShelf, staged: str) -> str:
        """Return what to say afterwards, how it went or why it did not."""
        try:
            aside = shelf.take_place(staged, self._desk.now().local())
        except DiaryBusy:
            shelf.discard(staged)
            return self.tr(
                "Another program has the diary open, so it stayed as it is. Please close that "
                "program and try again."
            )
        except Problem as problem:
            shelf.discard(staged)
            return words.problem_text(problem)
        return self.tr("That diary is open now. The one before is kept as {0}").format(aside)

    def _build_window(self) -> MainWindow:
        pages = Pages(
            self._desk,
            self.acts,
            self.signals,
            self.tasks,
            self._guard,
            lambda: self._preferences,
            self._on_preferences,
        )
        notice = ""
        if self._desk.is_sample:
            notice = self.tr("A sample diary: nothing here is yours, and nothing is kept.")
        window = MainWindow(pages.all(), self._guard, notice)
        window.resize(self._size(window))
        self.insight = pages.insight
        window.closing.connect(self.insight.stop)  # before anybody waits for the workers
        return window

    def _size(self, window: MainWindow) -> QSize:
        """Return the size kept, no larger than the screen, which may be another one today."""
        kept = QSize(self._preferences.width, self._preferences.height)
        if QGuiApplication.platformName() == "offscreen":  # a screen nobody sees has no edges
            return kept
        return kept.boundedTo(window.screen().availableSize())

    def show(self) -> None:
        """Show the window as it was left; at the very first start, the welcome."""
        self.conductor.refresh()
        if self._desk.choices.read().welcomed or self._desk.is_sample:
            self.window.show_page(self._preferences.tab)
        else:
            self._welcome()
        if self._preferences.maximized:
            self.window.showMaximized()
        else:
            self.window.show()

        self._safety_soon.start(SAFETY_AFTER_MS)

    def _watch_safety(self) -> None:
        """Show what should be looked at from now on, beginning with what waits to be read."""
        from steadyhands.ui.insight_news import InsightNews
        from steadyhands.ui.safety_watch import SafetyWatch

        own = not self._desk.is_sample
        self.news = InsightNews(self.insight, self.window, self._desk.safety, own)
        self.news.look()
        self.safety = SafetyWatch(
            safety=self._desk.safety,
            window=self.window,
            acts=self.acts,
            signals=self.signals,
            clock=self._desk.now,
            guard=self._guard,
        )
        self.news.trends_changed.connect(self.safety.look)
        self.safety.look()

    def _welcome(self) -> None:
        from steadyhands.ui.welcome import Welcome

        def build() -> Welcome:
            welcome = Welcome(self._guard, self._desk.choices.read().units)
            welcome.answered.connect(self._on_welcomed)
            return welcome

        self.window.show_first(build)

    def _on_welcomed(self, chosen: dict[str, object]) -> None:
        self.acts.perform(lambda: self._desk.choices.change(**chosen, welcomed=True))
        self.window.show_page(self._preferences.tab)

    def _on_preferences(self, chosen: Preferences) -> None:
        before, self._preferences = self._preferences, chosen
        self._guard.ms = chosen.guard_ms
        self._keep()
        unseen = {"guard_ms": chosen.guard_ms, "backup_folder": chosen.backup_folder}
        if before.replaced(**unseen) != chosen:
            self._appearance.suit(*look_of(chosen))

    def _on_closing(self) -> None:
        maximized = self.window.isMaximized()
        size = self.window.normalGeometry() if maximized else self.window.geometry()
        self._preferences = self._preferences.replaced(
            width=max(200, size.width()),
            height=max(200, size.height()),
            maximized=maximized,
            tab=self.window.last_tab or self._preferences.tab,
        )
        self._keep()

    def _keep(self) -> None:
        if self._desk.is_sample:
            return
        try:
            self._file.write(self._preferences)
        except Problem as problem:
            log.info("Preferences not kept: %s", problem)
            self.window.say(words.problem_text(problem))


def look_of(preferences: Preferences) -> tuple[Choice, float, bool | None]:
    """Return theme, text size and stillness as `Appearance.suit` takes them."""
    theme: dict[str, Choice] = {"system": "system", "light": "light", "dark": "dark"}
    return theme[preferences.theme], preferences.text_scale, _CALM[preferences.motion]
