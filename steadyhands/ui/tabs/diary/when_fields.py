"""When an entry was: a date and a time; for sleep the date of waking and two times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.ui.tabs.diary.date_stepper import DateStepper
from steadyhands.ui.tabs.diary.presenter import sleep_span
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.time_stepper import TimeStepper


class WhenFields(QWidget):
    """Two or three fields one under the other."""

    def __init__(
        self,
        sleeps: bool,
        guard: ClickGuard,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sleeps = sleeps
        self.day = DateStepper(
            self.tr("Date of waking") if sleeps else self.tr("Date"), guard, today
        )
        self.time = TimeStepper(
            self.tr("Fell asleep") if sleeps else self.tr("Time"), clock, guard=guard
        )
        self.woke = TimeStepper(self.tr("Woke up"), clock, guard=guard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(8))
        for part in (self.day, self.time, self.woke):
            outer.addWidget(part)
        self.woke.setVisible(sleeps)

    def show_span(self, began: datetime, ended: datetime) -> None:
        """Show when an entry began and, for sleep, ended."""
        self.day.set_value((ended if self._sleeps else began).date())
        self.time.set_value(began.time().replace(second=0, microsecond=0))
        self.woke.set_value(ended.time().replace(second=0, microsecond=0))

    def read_typed(self) -> bool:
        """Take what is typed; return False if some of it cannot be read, and go there."""
        for stepper in (self.time, self.woke):
            if not stepper.isHidden():
                # A press through a screen reader leaves the keyboard in the field.
                stepper.edit.editingFinished.emit()
                if stepper.problem():
                    stepper.edit.setFocus()
                    return False
        if not self.day.read_typed():
            self.day.edit.setFocus()
            return False
        return True

    def span(self) -> tuple[datetime, datetime]:
        """Return begin and end by the wall clock; the same unless it is a sleep."""
        day = self.day.value() or date.min
        if self._sleeps:
            return sleep_span(self.time.value(), self.woke.value(), day)
        began = datetime.combine(day, self.time.value())
        return began, began
