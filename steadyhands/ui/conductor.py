"""Joins one diary's services to one window: today's strip, undo, toasts, what others write."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from steadyhands.domain.entries import Twitch
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.desk import Desk
from steadyhands.services.journal import Done
from steadyhands.ui import words
from steadyhands.ui.acts import Acts
from steadyhands.ui.header_state import build_header
from steadyhands.ui.main_window import MainWindow
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.watch import DiaryWatch

MINUTE_MS = 60_000
HOUSEWORK_AFTER_MS = 4000  # once the window has long been shown and is quiet
LARGE_WAL_BYTES = 4 * 1024 * 1024


class Conductor(QObject):
    """Listens to the window and the diary, and lets each know of the other."""

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        signals: Signals,
        acts: Acts,
        tasks: Tasks,
        second_folder: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._signals = signals
        self._acts = acts
        self._tasks = tasks
        self._second_folder = second_folder
        self._told_second = False
        self._takes_back = False
        self._kept_on: date | None = None
        self._is_waiting = False
        self._closes_when_saved = False
        self._closes_unsaved = False
        self._watch = DiaryWatch(desk.keeper.path, desk.journal.others_changes, signals, self)
        self._minute = QTimer(self)
        self._minute.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minute.start(MINUTE_MS)
        self._connect()
        self._first_housework = QTimer(self, singleShot=True)
        self._first_housework.timeout.connect(self.do_housework)
        self._first_housework.start(HOUSEWORK_AFTER_MS)

    def _connect(self) -> None:
        window = self._window
        window.log_asked.connect(self.log_twitch)
        window.undo_asked.connect(self.undo)
        window.redo_asked.connect(self.redo)
        window.rebuilt.connect(self.refresh)
        window.closing.connect(self._on_closing)
        window.close_only_if(self._all_saved)
        self._signals.changed.connect(self.refresh)
        self._signals.minute_passed.connect(self.refresh)
        self._signals.page_asked.connect(window.show_page)
        self._minute.timeout.connect(self._on_minute)
        self._acts.done.connect(self._on_done)
        self._acts.refused.connect(self._on_refused)
        self._acts.waiting.connect(self._on_waiting)
        for trouble in (self._tasks.failed, self._signals.trouble):
            trouble.connect(lambda problem: window.say(words.problem_text(problem)))

    def refresh(self) -> None:
        """Show today's figures as they stand."""
        now = self._desk.now()
        try:
            day, choices = self._desk.look.day(now), self._desk.choices.read()
            profile = self._desk.profile.read()
        except Problem as problem:
            self._window.say(words.problem_text(problem))
            return
        self._window.header.show_state(build_header(day, choices, profile, now))
        self._window.header.show_waiting(self._acts.has_waiting())

    def log_twitch(self) -> None:
        """Log a twitch where the last one was, as the large button promises."""
        now = self._desk.now()
        self._acts.perform(lambda: self._log_again(now))

    def _log_again(self, now: Moment) -> Done:
        side, part = self._desk.journal.last_place(now)
        return self._desk.journal.log(Twitch(side, part), now, now)

    def undo(self, act: int | None = None) -> None:
        """Take back an act, or the newest since this window opened."""
        now, journal = self._desk.now(), self._desk.journal
        large = _or_none(lambda: journal.large_undo(journal.session_start, act))
        if large:
            self._take_back_beside(large, now)
            return
        self._acts.perform(lambda: self._said(journal.undo(now, act, journal.session_start)))

    def redo(self) -> None:
        """Do again what was undone last."""
        now, journal = self._desk.now(), self._desk.journal
        large = _or_none(lambda: journal.large_redo(journal.session_start))
        if large:
            self._take_back_beside(large, now)
            return
        self._acts.perform(lambda: self._said(journal.redo(now, journal.session_start)))

    def _take_back_beside(self, act: int, now: Moment) -> None:
        """Take back an act of thousands, as an import is, without holding the window up."""
        if self._takes_back:
            return
        self._takes_back = True
        self._window.say(self.tr("That was a lot: it takes a moment…"))
        keeper = self._desk.keeper

        def work() -> Done | Problem | None:
            from steadyhands.services.many import take_back_beside

            try:
                return take_back_beside(keeper, act, now)
            except Problem as problem:
                return problem

        self._tasks.run(work, self._on_taken_back)

    def _on_taken_back(self, answer: object) -> None:
        self._takes_back = False
        if isinstance(answer, Problem):
            self._window.say(words.problem_text(answer))
        elif isinstance(answer, Done):
            known = (answer.act, answer.size)
            changes = answer.changes.joined(self._desk.journal.others_changes(known))
            self._signals.changed.emit(changes)
            self._acts.done.emit(answer)
        else:
            self._said(None)

    def _said(self, done: Done | None) -> Done | None:
        if done is None:
            self._window.say(self.tr("There is nothing to undo or redo."))
        return done

    def _on_done(self, done: Done) -> None:
        """Say what was saved, and offer to take it back by name."""
        units = self._desk.choices.read().units
        name = words.entry_text(done.entry, units)
        if done.size > 1:
            name = words.entries_text(done.entries, done.size)
        action, spoken = self.tr("Undo"), self.tr("Undo {0}")
        if done.is_undo:
            action, spoken = self.tr("Redo"), self.tr("Redo {0}")
        if done.entry.deleted:
            text = self.tr("Removed: {0}")
            action, spoken = self.tr("Put back"), self.tr("Put back {0}")
        elif done.before[0] is None:
            text = self.tr("Saved: {0}")
        elif done.before[0].deleted:
            text = self.tr("Back in the diary: {0}")
        else:
            text = self.tr("Changed: {0}")
        take_back = partial(self.undo, done.act)
        self._window.say(text.format(name), action, take_back, spoken.format(name))

    def _on_refused(self, sentence: str, again: Callable[[], object] | None) -> None:
        self._window.say(sentence, self.tr("Try again") if again else "", again)

    def _on_waiting(self, waiting: bool) -> None:
        self._window.header.show_waiting(waiting)
        if self._closes_when_saved and not waiting:
            QTimer.singleShot(0, self._window, self._window.close)
        begins, self._is_waiting = waiting and not self._is_waiting, waiting
        if begins:
            self._window.say(
                self.tr(
                    "Another program is using the diary. What you log is kept here "
                    "and saved as soon as it is free."
                )
            )

    def _on_minute(self) -> None:
        self._signals.minute_passed.emit()
        today = self._desk.look.day_of(self._desk.now())
        if self._kept_on is not None and self._kept_on != today:
            self.do_housework()
        elif self._wal_size() > LARGE_WAL_BYTES:
            self._tasks.run(self._desk.keeper.checkpoint, lambda _: None)

    def do_housework(self) -> None:
        """Once a day, beside the window: check the file, back it up, tidy its log."""
        self._kept_on = self._desk.look.day_of(self._desk.now())
        now = self._desk.now().local()
        keeper = self._desk.keeper

        second = self._second_folder()

        def housework() -> Problem | bool:
            from steadyhands.services.backup_shelf import BackupShelf

            if not keeper.is_sound():
                return False
            made = BackupShelf(keeper, second).keep_up(now)
            keeper.checkpoint()
            return made.problem if made is not None and made.problem is not None else True

        self._tasks.run(housework, self._on_checked)

    def _on_checked(self, sound: object) -> None:
        if isinstance(sound, Problem):  # the first backup is made; the second can wait
            if not self._told_second:
                self._told_second = True
                self._window.say(words.problem_text(sound))
        elif not sound:
            self._window.say(
                self.tr(
                    "The diary's file is damaged. Please close SteadyHands and open it again: "
                    "it will offer the newest backup."
                )
            )

    def _wal_size(self) -> int:
        try:
            return os.stat(self._desk.keeper.path + "-wal").st_size
        except OSError:
            return 0

    def _all_saved(self) -> bool:
        """Let the window close if all is written; else close it as soon as that is so."""
        if self._closes_unsaved or self._acts.try_waiting():
            return True
        self._closes_when_saved = True
        self._window.say(
            self.tr(
                "Not all is saved yet: another program is using the diary. "
                "The window closes by itself when it is."
            ),
            self.tr("Close without saving it"),
            self._close_unsaved,
        )
        return False

    def _close_unsaved(self) -> None:
        self._closes_unsaved = True
        self._window.close()

    def _on_closing(self) -> None:
        self._minute.stop()
        self._first_housework.stop()
        self._watch.stop()
        self._acts.forget_waiting()
        self._tasks.finish()
        self._desk.close()


def _or_none(find: Callable[[], int]) -> int:
    """Return an act's number; 0 if the diary cannot be read now, which the act itself will say."""
    try:
        return find()
    except Problem:
        return 0
