"""The card that brings a file in: choose it, see what would come, then press once."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.problem import Problem
from steadyhands.services import arrival
from steadyhands.services.arrival import Brought
from steadyhands.ui.refocus import give_focus, place_in
from steadyhands.ui.transfer import files, wording
from steadyhands.ui.transfer.import_model import (
    BRINGING,
    DONE,
    FAILED,
    IDLE,
    READING,
    SEEN,
    TABLED,
    Found,
    ImportModel,
)
from steadyhands.ui.transfer.preview_view import PreviewView
from steadyhands.ui.transfer.progress_line import ProgressLine
from steadyhands.ui.transfer.table_form import TableForm
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton, Variant
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import breakable, problem_text


class ImportCard(Card):
    """Shows an `ImportModel`; `use_asked` carries the path of a diary to be opened as one's own."""

    use_asked = Signal(str)

    def __init__(
        self,
        model: ImportModel,
        units: Callable[[], str],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model, self._units, self._guard = model, units, guard
        self._view: QWidget | None = None
        self._table_form: TableForm | None = None
        self._open_tracker = ""
        self._asks_use = False
        self.said = label("", "lead")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = ProgressLine(guard)
        self.progress.stopped.connect(model.stop)
        self._place = QVBoxLayout()
        self._buttons = FlowLayout(gap=8)
        self.choose = self._button(self.tr("Choose a file…"), "primary", self._on_choose)
        self.bring = self._button("", "primary", model.bring_in)
        self.go_on = self._button(self.tr("Go on"), "primary", model.read_table)
        self.columns = self._button(self.tr("Columns…"), "secondary", model.back_to_table)
        self.use = self._button(self.tr("Use this as my diary"), "primary", self._on_use)
        self.other = self._button(self.tr("Choose another file…"), "secondary", self._on_choose)
        self.never = self._button(self.tr("Never mind"), "quiet", self._on_never)
        self.body.addWidget(self.said)
        self.body.addLayout(self._place)
        self.body.addWidget(self.progress)
        self.body.addLayout(self._buttons)
        model.changed.connect(self.show_model)
        model.far.connect(self.progress.show_far)
        self.show_model()

    def _button(self, text: str, variant: Variant, slot: Callable[[], object]) -> GuardedButton:
        button = GuardedButton(text, variant, self._guard)
        button.pressed_once.connect(slot)
        self._buttons.addWidget(button)
        return button

    def show_model(self) -> None:
        """Show where the import stands."""
        model, had_keyboard = self._model, any(b.hasFocus() for b in self._steps())
        self._show_title()
        stage = model.stage
        if stage in (READING, BRINGING):
            self.progress.begin(
                self.tr("Reading the file…") if stage == READING else self.tr("Bringing in…")
            )
        else:
            self.progress.end()
        self._show_view()
        self._say(self._sentence())
        self._show_buttons()
        if had_keyboard and not any(b.hasFocus() for b in self._steps()):
            self._take_keyboard()

    def _steps(self) -> list[GuardedButton]:
        """Return the buttons that lead on, the likeliest first."""
        ways = [self.progress.stop, self.bring, self.use, self.go_on, self.choose]
        return [*ways, self.other, self.columns, self.never]

    def _take_keyboard(self) -> None:
        """Give the keyboard, whose button has gone, to the button that leads on."""
        for button in self._steps():
            if button.isVisibleTo(self) and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_title(self) -> None:
        if self._model.stage == IDLE:
            self.set_title(
                self.tr("Bring in"),
                self.tr(
                    "A file of SteadyHands, or of a habit tracker, a health app or a watch. You "
                    "first see what would come in; nothing comes in twice, and all of it can be "
                    "taken back."
                ),
            )
            return
        found = self._model.found
        name = breakable(os.path.basename(self._model.path))
        self.set_title(name, found.preview.format_name if found is not None else "")

    def _show_view(self) -> None:
        """Put in what belongs to the stage; a form that fits is kept, with its focus."""
        model = self._model
        if model.stage == TABLED and model.table is not None:
            if self._table_form is None:
                form = TableForm(model.table, model.presets(), self._guard)
                form.role_chosen.connect(model.set_role)
                form.row_target_chosen.connect(model.set_row_target)
                form.day_first_chosen.connect(model.set_day_first)
                self._put(form)
                self._table_form = form
            self._table_form.show_wishes(model.wishes, model.first, model.problem, self._units())
        elif model.stage == SEEN and model.found is not None:
            self._put_anew(self._preview(model.found))
        elif model.stage not in (READING, BRINGING) or self._table_form is not None:
            self._put(None)

    def _preview(self, found: Found) -> PreviewView:
        model = self._model
        view = PreviewView(
            found,
            self._units(),
            model.presets(),
            model.wishes.restore,
            self._open_tracker,
            self._guard,
        )
        view.target_chosen.connect(model.become)
        view.back_wished.connect(model.bring_back)
        view.tracker_opened.connect(self._on_tracker)
        view.rows_asked.connect(self._on_rows)
        return view

    def _put_anew(self, view: QWidget) -> None:
        """Put in the view of another look; the keyboard stays where it was."""
        had, focus = self._view, self.window().focusWidget()
        is_inside = had is not None and focus is not None and had.isAncestorOf(focus)
        place = place_in(self, focus) if is_inside else None
        self._put(view)
        if place is not None:
            give_focus(self, place)

    def _put(self, view: QWidget | None) -> None:
        if self._view is not None:
            self._place.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
        self._view, self._table_form = view, None
        if view is not None:
            self._place.addWidget(view)
            view.show()

    def _sentence(self) -> str:
        model = self._model
        if model.stage == FAILED and model.problem is not None:
            return problem_text(model.problem)
        if model.stage == DONE and model.brought is not None:
            return self._done_text(model.brought)
        if model.stage != SEEN or model.found is None:
            return ""
        if isinstance(model.saved_rows, Problem):
            return problem_text(model.saved_rows)
        if model.saved_rows:
            return self.tr("The list of rows is in {0}").format(model.saved_rows)
        if self._asks_use:
            return self.tr(
                "Open this file's diary instead of the present one? The present one is kept "
                "beside it, under another name, and can be opened again."
            )
        if model.found.is_diary:
            return self.tr(
                "This is a whole diary. Use it as your diary, as on a new computer, or bring in "
                "what is missing here."
            )
        return ""

    def _done_text(self, brought: Brought) -> str:
        coming = brought.what.coming
        if not coming:
            return wording.nothing_text(brought.what)
        left = brought.what.count(arrival.REFUSED)
        said = self.tr("{0} came in.").format(wording.entries(coming))
        if left:
            rows = wording.counted(left, self.tr("row"), self.tr("rows"))
            said += " " + self.tr("{0} could not be read.").format(rows)
        return said

    def _say(self, said: str) -> None:
        if self.said.text() != breakable(said):
            announce(self.said, said)
        self.said.setText(breakable(said))
        self.said.setVisible(bool(said))

    def _show_buttons(self) -> None:
        model, found = self._model, self._model.found
        seen = model.stage == SEEN and found is not None
        coming = found.preview.coming if found is not None else 0
        is_diary = found is not None and found.is_diary
        can_bring = (
            seen
            and not self._asks_use
            and (coming > 0 or (found is not None and bool(found.preview.settings)))
        )
        self.bring.setText(self.tr("Bring in {0}").format(wording.entries(coming)))
        self._wear(self.bring, "secondary" if is_diary else "primary")
        self.use.setText(
            self.tr("Yes, open it") if self._asks_use else self.tr("Use this as my diary")
        )
        self.go_on.setEnabled(bool(model.first.items))
        shown = {
            self.choose: model.stage == IDLE,
            self.bring: can_bring,
            self.use: seen and is_diary,
            self.go_on: model.stage == TABLED,
            self.columns: seen and model.table is not None,
            self.other: model.stage in (SEEN, TABLED, DONE, FAILED) and not self._asks_use,
            self.never: model.stage in (SEEN, TABLED),
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)

    @staticmethod
    def _wear(button: GuardedButton, variant: Variant) -> None:
        if button.property("variant") != variant:
            button.setProperty("variant", variant)
            button.style().unpolish(button)
            button.style().polish(button)

    def _on_choose(self) -> None:
        path = files.ask_to_open(self, self.tr("Bring in"))
        if path:
            self._open_tracker, self._asks_use = "", False
            self._model.choose(path)

    def _on_never(self) -> None:
        if self._asks_use:
            self._asks_use = False
            self.show_model()
        else:
            self._model.forget()

    def _on_use(self) -> None:
        """Ask in place first; the second press opens it."""
        if self._asks_use:
            self._asks_use = False
            self.use_asked.emit(self._model.path)
        else:
            self._asks_use = True
            self.show_model()

    def _on_tracker(self, key: str) -> None:
        self._open_tracker = key

    def _on_rows(self) -> None:
        stem = os.path.splitext(os.path.basename(self._model.path))[0]
        path = files.ask_to_save(self, f"{stem}-rows.csv", self.tr("Table (*.csv)"))
        if path:
            self._model.save_rows(path)
