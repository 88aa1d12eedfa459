"""A date set by two large buttons or by typing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.diary.wording import date_text
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.problem_line import ProblemLine

A_DAY = timedelta(days=1)
_FORMATS = ("d MMM yyyy", "d MMMM yyyy", "d.M.yyyy", "yyyy-MM-dd", "yyyy-M-d")


class DateStepper(QWidget):
    """A date, or none where it `may_be_empty`; it understands "yesterday" and usual forms."""

    changed = Signal(object)  # date or None

    def __init__(
        self,
        caption: str,
        guard: ClickGuard,
        today: Callable[[], date],
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._may_be_empty = may_be_empty
        self._day: date | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(caption)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setPlaceholderText(self.tr("any day") if may_be_empty else "")
        self.earlier = GuardedButton("‹", "round", guard)
        self.later = GuardedButton("›", "round", guard)
        self.earlier.setAccessibleName(self.tr("{0}: one day earlier").format(caption))
        self.later.setAccessibleName(self.tr("{0}: one day later").format(caption))
        self._problem = ProblemLine(self.edit)
        self._build(caption)
        self.earlier.pressed_once.connect(lambda: self._step(-A_DAY))
        self.later.pressed_once.connect(lambda: self._step(A_DAY))
        self.edit.editingFinished.connect(self.read_typed)

    def _build(self, caption: str) -> None:
        look = current_look()
        words = label(caption, "caption")
        words.setBuddy(self.edit)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part, stretch in ((self.earlier, 0), (self.edit, 1), (self.later, 0)):
            row.addWidget(part, stretch)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        outer.addWidget(words)
        outer.addLayout(row)
        outer.addWidget(self._problem)

    def value(self) -> date | None:
        """Return the last date that was understood."""
        return self._day

    def set_value(self, day: date | None) -> None:
        """Show a date without any signal."""
        self._day = day
        self._problem.clear_problem()
        self.edit.setText(date_text(day) if day is not None else "")

    def problem(self) -> str:
        """Return the sentence now shown, empty when there is none."""
        return self._problem.text()

    def read_typed(self) -> bool:
        """Take what is typed; return whether it could be read, else say why not."""
        if self.edit.text() == (date_text(self._day) if self._day is not None else ""):
            self._problem.clear_problem()
            return True
        try:
            self._take(self._read(self.edit.text()))
        except Problem as problem:
            self._problem.show_problem(problem)
            return False
        return True

    def _read(self, text: str) -> date | None:
        said = plain(text)
        if not said and self._may_be_empty:
            return None
        named = {"today": self._today(), "yesterday": self._today() - A_DAY}
        if said in named:
            return named[said]
        locale = QLocale()
        short = QLocale.FormatType.ShortFormat
        for form in (
            locale.dateFormat(short).replace("yyyy", "yy").replace("yy", "yyyy"),
            *_FORMATS,
        ):
            found = locale.toDate(text.strip(), form)
            if found.isValid():
                return date(found.year(), found.month(), found.day())
        raise Problem("“{given}” is not a date. Try 2026-11-20 or yesterday.", given=shown(text))

    def _step(self, by: timedelta) -> None:
        if self._day is None:
            self._take(self._today())
        elif date(1900, 1, 2) < self._day < date(2199, 12, 30):
            self._take(self._day + by)

    def _take(self, day: date | None) -> None:
        moved = day != self._day
        self.set_value(day)
        if moved:
            self.changed.emit(day)
