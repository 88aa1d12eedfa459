"""What to look for besides words: kinds, where and doing what, which days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.diary import wording
from steadyhands.ui.tabs.diary.date_stepper import DateStepper
from steadyhands.ui.tabs.diary.panel import Panel
from steadyhands.ui.tabs.diary.presenter import Filters
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard


class FilterPanel(Panel):
    """Every press is followed at once by the list."""

    chosen = Signal(object)  # Filters

    def __init__(
        self, guard: ClickGuard, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__("", guard, parent)
        self.set_title(self.tr("Show only"))
        self._filters = Filters()
        self.spans = ChipRow(self.tr("When"), span_names().items(), guard=guard)
        self.first = DateStepper(self.tr("From"), guard, today, may_be_empty=True)
        self.last = DateStepper(self.tr("Until"), guard, today, may_be_empty=True)
        kinds = wording.kind_names().items()
        self.kinds = ChipRow(self.tr("Kind (any that fit)"), kinds, exclusive=False, guard=guard)
        self.sides = ChipRow(
            self.tr("Twitches: which hand"), wording.side_names().items(), guard=guard
        )
        self.parts = ChipRow(self.tr("Twitches: where"), wording.part_names().items(), guard=guard)
        self.doing = ChipRow(self.tr("Twitches: while"), words.doing_names().items(), guard=guard)
        for part in (self.spans, self.first, self.last, self.kinds, self.sides, self.parts):
            self.form.addWidget(part)
        self.form.addWidget(self.doing)
        self.form.addStretch(1)
        self.close_button = self.add_button(self.tr("Done"), "primary")
        self.clear = self.add_button(self.tr("Show everything"), "quiet")
        self._connect()

    def _connect(self) -> None:
        self.spans.chosen.connect(lambda key: self._take(span=key or "all"))
        self.first.changed.connect(lambda day: self._take(first=day))
        self.last.changed.connect(lambda day: self._take(last=day))
        self.kinds.changed.connect(lambda keys: self._take(kinds=keys))
        self.sides.chosen.connect(lambda key: self._take(side=key))
        self.parts.chosen.connect(lambda key: self._take(part=key))
        self.doing.chosen.connect(lambda key: self._take(doing=key))
        self.clear.pressed_once.connect(lambda: self._tell(Filters(text=self._filters.text)))
        self.close_button.pressed_once.connect(self.closed)

    def show_filters(self, filters: Filters) -> None:
        """Show filters without any signal."""
        self._filters = filters
        self.spans.select(filters.span)
        self.kinds.select(*filters.kinds)
        self.sides.select(filters.side)
        self.parts.select(filters.part)
        self.doing.select(filters.doing)
        for stepper, day in ((self.first, filters.first), (self.last, filters.last)):
            if stepper.value() != day:
                stepper.set_value(day)
            stepper.setVisible(filters.span == "dates")

    def _take(self, **changes: object) -> None:
        self._tell(self._filters.replaced(**changes))

    def _tell(self, filters: Filters) -> None:
        self.show_filters(filters)
        self.chosen.emit(filters)

    def take_focus(self) -> None:
        """Give the keyboard to the first row."""
        chips = self.spans.chips()
        next((chip for chip in chips if chip.isChecked()), chips[0]).setFocus()


def span_names() -> dict[str, str]:
    """Return the spans of days to choose from."""
    return {
        "all": wording.tr("All days"),
        "week": wording.tr("This week"),
        "month": wording.tr("This month"),
        "dates": wording.tr("From – until"),
    }
