"""What a file would bring: how much, from when, what it becomes, what stays out and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.drinks import DrinkPreset
from steadyhands.services import arrival
from steadyhands.services.arrival import Preview
from steadyhands.ui.theme import current_look
from steadyhands.ui.transfer import wording
from steadyhands.ui.transfer.import_model import Found
from steadyhands.ui.transfer.tracker_row import TrackerRow
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import breakable, problem_text

REASONS_SHOWN, SAMPLES_SHOWN, TRACKERS_SHOWN = 5, 5, 40


class PreviewView(QWidget):
    """Built anew for each look at a file; which tracker is open is kept by `open_tracker`."""

    target_chosen = Signal(str, str)
    rows_asked = Signal()
    back_wished = Signal(bool)
    tracker_opened = Signal(str)

    def __init__(
        self,
        found: Found,
        units: str,
        presets: Sequence[DrinkPreset],
        restore: bool,
        open_tracker: str,
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._guard, self._presets, self._open = guard, presets, open_tracker
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(current_look().px(10))
        seen = found.preview
        self._add(wording.coming_text(seen), "lead")
        self._add(wording.kinds_text(seen))
        self._add_trackers(found)
        self._add_samples(seen, units)
        self._add_left_out(seen, restore)

    def _add(self, text: str, role: str = "") -> None:
        if text:
            made = label(breakable(text), role)
            made.setTextFormat(Qt.TextFormat.PlainText)
            self._outer.addWidget(made)

    def _add_list(self, caption: str, lines: Sequence[str]) -> None:
        if lines:
            self._add(caption, "caption")
            self._add("\n".join(lines))

    def _add_trackers(self, found: Found) -> None:
        if not found.subjects:
            return
        self._add(self.tr("What the trackers in it become"), "caption")
        self.trackers = [
            TrackerRow(subject, self._presets, self._guard)
            for subject in found.subjects[:TRACKERS_SHOWN]
        ]
        for row in self.trackers:
            row.chosen.connect(self.target_chosen)
            row.opened.connect(self._on_opened)
            self._outer.addWidget(row)
            if row.subject.key == self._open:
                row.open()
        more = len(found.subjects) - TRACKERS_SHOWN
        if more > 0:
            self._add(self.tr("… and {0} more, as they are called there.").format(more), "muted")

    def _on_opened(self, key: str) -> None:
        for row in self.trackers:
            if row.subject.key != key:
                row.close_chips()
        self.tracker_opened.emit(key)

    def _add_samples(self, seen: Preview, units: str) -> None:
        if seen.coming:
            lines = [wording.entry_line(e, units) for e in seen.sample[:SAMPLES_SHOWN]]
            self._add_list(self.tr("The first entries in it"), lines)

    def _add_left_out(self, seen: Preview, restore: bool) -> None:
        stays = wording.staying_out(seen)
        refused = seen.count(arrival.REFUSED)
        if refused:
            stays.append(
                self.tr("{0} cannot be read:").format(
                    wording.counted(refused, self.tr("row"), self.tr("rows"))
                )
            )
            stays += [f"    {r.where}: {problem_text(r.reason)}" for r in seen.refused[:5]]
            if refused > REASONS_SHOWN:
                stays.append(self.tr("    and {0} more").format(refused - REASONS_SHOWN))
        passed = wording.passed_text(seen)
        stays += [passed] if passed else []
        stays += [problem_text(remark) for remark in seen.remarks]
        self._add_list(self.tr("What does not come in"), stays)
        if seen.settings:
            self._add(self.tr("Choices you have not made here come along too."), "muted")
        if seen.count(arrival.REMOVED) or restore:
            self._add_bring_back(restore)
        if stays:
            self.rows = GuardedButton(self.tr("Save the list of rows…"), "secondary", self._guard)
            self.rows.setAccessibleDescription(
                self.tr("Every row of the file, what becomes of it, and why, as a table")
            )
            self.rows.pressed_once.connect(self.rows_asked)
            self._outer.addWidget(self.rows, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_bring_back(self, restore: bool) -> None:
        choices = [("no", self.tr("Leave out")), ("yes", self.tr("Bring back"))]
        row = ChipRow(self.tr("What you had removed here"), choices, guard=self._guard)
        row.select("yes" if restore else "no")
        row.chosen.connect(lambda key: self.back_wished.emit(key == "yes"))
        self._outer.addWidget(row)
