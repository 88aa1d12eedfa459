"""A card around one chart: legend, the chosen day in words, its table and its picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.ui.charts import export
from steadyhands.ui.charts.legend import Legend
from steadyhands.ui.charts.table_view import TableView
from steadyhands.ui.documents import in_documents
from steadyhands.ui.tabs.trends.skeleton import Skeleton
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import problem_text

AskPath = Callable[[QWidget, str, str], str]  # parent, suggested name, filter; "" if taken back


def ask_path(parent: QWidget, name: str, kinds: str) -> str:
    """Ask for the file to save to."""
    return QFileDialog.getSaveFileName(parent, "", in_documents(name), kinds)[0]


class ChartCard(Card):
    """Shows a skeleton until `set_chart`; a chart follows the contract of ui/charts."""

    def __init__(
        self, title: str, guard: ClickGuard, ask: AskPath = ask_path, hint: str = ""
    ) -> None:
        super().__init__(title, fills=True)
        look = current_look()
        self._title_words, self._guard, self._ask, self._hint = title, guard, ask, hint
        self.chart: Any = None
        self._table: TableView | None = None
        self._tools: QWidget | None = None
        self.head = FlowLayout(gap=8)
        self._slot = QVBoxLayout()
        self._skeleton: QWidget | None = Skeleton()
        self._slot.addWidget(self._skeleton)
        self.legend = Legend()
        self.legend.hide()
        self.reading = label(hint, "")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.table_button = GuardedButton(self.tr("Table"), "quiet", guard)
        self.picture_button = GuardedButton(self.tr("Picture"), "quiet", guard)
        self.body.setSpacing(look.px(8))
        self.body.addLayout(self.head)
        self.body.addLayout(self._slot, 1)
        self.body.addWidget(self.legend)
        self.body.addLayout(self._foot())
        self._extra = QVBoxLayout()
        self.body.addLayout(self._extra)
        self._name_buttons()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reading, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.table_button, self.picture_button):
            button.setCheckable(True)
            button.setEnabled(False)
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.table_button.pressed_once.connect(self._on_table)
        self.picture_button.pressed_once.connect(self._on_picture)
        return foot

    def _name_buttons(self) -> None:
        self.table_button.setAccessibleName(self.tr("{0}, as table").format(self._title_words))
        self.picture_button.setAccessibleName(self.tr("{0}, as picture").format(self._title_words))

    def rename(self, title: str) -> None:
        """Give the card and its buttons another title."""
        self._title_words = title
        self.set_title(title)
        self._name_buttons()

    def set_chart(self, chart: QWidget) -> None:
        """Put a chart in the skeleton's, or another chart's, place."""
        if chart is self.chart:
            return
        if self._skeleton is not None:
            self._slot.removeWidget(self._skeleton)
            self._skeleton.hide()
            self._skeleton.deleteLater()
            self._skeleton = None
        if self.chart is not None:
            self.chart.hide()
        if self._slot.indexOf(chart) < 0:
            self._slot.addWidget(chart)
            chart.read.connect(self._on_read)  # type: ignore[attr-defined]
        self.chart = chart
        chart.show()
        for button in (self.table_button, self.picture_button):
            button.setEnabled(True)

    def refreshed(self) -> None:
        """Follow the chart's new data with legend and table."""
        if self.chart is None:
            return
        self.legend.show_keys(self.chart.legend())
        if self._table is not None:
            self._table.show_table(self.chart.table())
        if not self.reading.text():
            self.reading.setText(self._hint)

    def table_view(self) -> TableView | None:
        """Return the table, once it was opened."""
        return self._table

    def _on_read(self, said: str) -> None:
        if self.sender() is self.chart or self.chart is None:
            self.reading.setText(said or self._hint)

    def _on_table(self) -> None:
        if self._table is None:
            name = self.tr("{0}, table").format(self._title_words)
            self._table = TableView(name)
            self._table.hide()
            self._extra.addWidget(self._table)
        opened = self._table.isHidden()
        self.table_button.setChecked(opened)
        if opened:
            self._table.show_table(self.chart.table())
        self._table.setVisible(opened)
        if opened:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picture(self) -> None:
        if self._tools is None:
            self._tools = self._build_tools()
            self._extra.insertWidget(0, self._tools)
            self._tools.hide()
        opened = self._tools.isHidden()
        self.picture_button.setChecked(opened)
        self._tools.setVisible(opened)

    def _build_tools(self) -> QWidget:
        tools = QWidget()
        row = FlowLayout(tools, gap=8)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Copy picture"), self._copy),
            (self.tr("Save as PNG"), lambda: self._save("png", self.tr("Picture (*.png)"))),
            (self.tr("Save as SVG"), lambda: self._save("svg", self.tr("Drawing (*.svg)"))),
        )
        for words, act in acts:
            button = GuardedButton(words, "secondary", self._guard)
            button.setAccessibleName(self.tr("{0}: {1}").format(words, self._title_words))
            button.pressed_once.connect(act)
            row.addWidget(button)
        return tools

    def _copy(self) -> None:
        export.copy(self.chart, self._title_words)
        self._tell(self.tr("Copied as a picture."))

    def _save(self, ending: str, kinds: str) -> None:
        name = re.sub(r"[^\w-]+", "-", self._title_words.lower()).strip("-")
        path = self._ask(self, f"{name}.{ending}", kinds)
        if not path:
            return
        if not path.lower().endswith(f".{ending}"):
            path = f"{path}.{ending}"
        try:
            export.save(self.chart, self._title_words, path, self.chart.describe())
        except Problem as problem:
            self._tell(problem_text(problem))
        else:
            self._tell(self.tr("Saved at {0}").format(path))

    def _tell(self, said: str) -> None:
        self.reading.setText(said)
        announce(self, said)
