"""What goes with more or less twitching: a forest plot in words, with how sure each thing is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.insight import Finding, Standing
from steadyhands.domain.insight_view import Shown, shown, stands
from steadyhands.services.insight import Insight
from steadyhands.ui import insight_words
from steadyhands.ui.charts.table_view import TableView
from steadyhands.ui.charts.wording import date_text
from steadyhands.ui.tabs.trends.insight_table import insight_table
from steadyhands.ui.tabs.trends.link_row import LinkHead, LinkRow
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import number_text

FEW = 6  # rows before somebody asks for all


class InsightCard(Card):
    """What stands comes first; what was looked at and not found is there as well."""

    days_asked = Signal(object)  # Finding
    page_asked = Signal(str)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What goes with more or less twitching"), " ", parent=parent)
        self._guard = guard
        self._shows_all = False
        self._insight: Insight | None = None
        self._units = "auto"
        self.rows: list[LinkRow] = []
        self.table: TableView | None = None
        self._axis = LinkHead()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)  # between targets
        self._notes = [label("", "") for _ in range(3)]
        self._unlogged = label("", "muted")
        self.all_button = GuardedButton("", "quiet", guard)
        self.table_button = GuardedButton(self.tr("Table"), "quiet", guard)
        self.how_button = GuardedButton(self.tr("How we know"), "quiet", guard)
        self._build()

    def _build(self) -> None:
        look = current_look()
        self.body.setSpacing(look.px(8))
        self.body.addWidget(self._axis)
        self.body.addLayout(self._lines)
        buttons = FlowLayout(gap=8)
        for button in (self.all_button, self.table_button, self.how_button):
            buttons.addWidget(button)
        for line in (self._unlogged, *self._notes):
            line.setTextFormat(Qt.TextFormat.PlainText)
            self.body.addWidget(line)
        self.body.addLayout(buttons)
        self.table_button.setCheckable(True)
        self.table_button.setAccessibleName(self.tr("Everything looked at, as table"))
        self.all_button.pressed_once.connect(self._on_all)
        self.table_button.pressed_once.connect(self._on_table)
        self.how_button.pressed_once.connect(lambda: self.page_asked.emit("how-we-know"))
        self._show_waiting()

    def show_insight(self, insight: Insight | None, units: str) -> None:
        """Show the newest answers; None while they are worked out for the first time."""
        self._insight, self._units = insight, units
        if insight is None:
            self._show_waiting()
            return
        standing = insight.standing
        self.set_title(self.tr("What goes with more or less twitching"), self._when(standing))
        self._show_rows(insight)
        self._show_notes(standing)
        self.table_button.setVisible(bool(standing.findings))
        if self.table is not None:
            self.table.show_table(insight_table(insight, units))

    def _show_waiting(self) -> None:
        waiting = self.tr("Your days are being looked at, beside the window …")
        self.set_title(self.tr("What goes with more or less twitching"), waiting)
        for part in (self._axis, self._unlogged, self.all_button, self.table_button, *self._notes):
            part.hide()

    def _when(self, standing: Standing) -> str:
        following = date_text(standing.next_checkup)
        if not standing.findings:
            return self.tr("Nothing was logged before today. The first look needs 28 days.")
        if not standing.checkup:
            return self.tr(
                "The first look is on {0}, 28 days after your first entry. Until then there is"
                " nothing to say, and that is fine."
            ).format(following)
        return self.tr(
            "Looked at once a week: last on {0}, next on {1}. {2} recorded days, {3} twitches."
        ).format(
            date_text(standing.checkup),
            following,
            number_text(standing.days),
            number_text(standing.twitches),
        )

    def _show_rows(self, insight: Insight) -> None:
        standing, view = insight.standing, shown(insight.standing, insight.unlogged)
        wanted = _in_order(view)
        few = sum(stands(f) for f in wanted) + 2
        hidden = 0 if self._shows_all else max(0, len(wanted) - max(FEW, few))
        while len(self.rows) < len(wanted):
            row = LinkRow(self._guard)
            row.pressed_once.connect(lambda row=row: self.days_asked.emit(row.finding))
            self._lines.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(wanted) - hidden)
            if place < len(wanted):
                row.show_finding(wanted[place], standing, self._units)
        drawn = any(f.ratio is not None for f in wanted)
        for part in (self._axis, *(row.bar for row in self.rows)):
            part.setVisible(drawn)
        self.all_button.setVisible(len(wanted) > max(FEW, few))
        every = self.tr("Show all that was looked at ({0})").format(number_text(len(wanted)))
        self.all_button.setText(self.tr("Show fewer") if self._shows_all else every)
        told = []
        if view.unlogged and standing.findings:
            told.append(self.tr("Not logged in these days: {0}.").format(_names(view.unlogged)))
        if insight.withheld and standing.findings:
            said = self.tr("With your health profile, left to you and your clinician: {0}.")
            told.append(said.format(_names(insight.withheld)))
        self._unlogged.setText(" ".join(told))
        self._unlogged.setVisible(bool(told))

    def _show_notes(self, standing: Standing) -> None:
        trends = " ".join(filter(None, map(insight_words.rising_text, standing.rising)))
        told = (insight_words.clock_text(standing), insight_words.shares_text(standing), trends)
        for line, text in zip(self._notes, told, strict=True):
            line.setText(text)
            line.setVisible(bool(text))

    def shown_rows(self) -> list[LinkRow]:
        """Return the rows that are to be seen."""
        return [row for row in self.rows if not row.isHidden()]

    def notes(self) -> list[str]:
        """Return what stands below the rows."""
        return [line.text() for line in (self._unlogged, *self._notes) if not line.isHidden()]

    def open_table(self) -> None:
        """Show all that was looked at as a table, or put it away."""
        self._on_table()

    def _on_all(self) -> None:
        self._shows_all = not self._shows_all
        if self._insight is not None:
            self._show_rows(self._insight)

    def _on_table(self) -> None:
        if self.table is None:
            self.table = TableView(self.tr("What goes with more or less twitching, table"))
            self.table.hide()
            self.body.addWidget(self.table)
        opened = self.table.isHidden()
        self.table_button.setChecked(opened)
        if opened and self._insight is not None:
            self.table.show_table(insight_table(self._insight, self._units))
        self.table.setVisible(opened)
        if opened:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _names(keys: tuple[str, ...]) -> str:
    return ", ".join(insight_words.factor_name(key) for key in keys)


def _in_order(view: Shown) -> list[Finding]:
    """Return what stands by day and by hour, then all else in its fixed order."""
    both = (*view.rows, *view.hours)
    first = [finding for finding in both if stands(finding)]
    return first + [finding for finding in both if not stands(finding)]
