"""The card that takes the diary out: as what, which days, then a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from steadyhands.domain.problem import Problem
from steadyhands.services.export import (
    COPY,
    CSV,
    ENDINGS,
    FHIR,
    FIRST_DAY,
    FORMATS,
    JSON,
    LAST_DAY,
    LINES,
    Exported,
    Exporter,
)
from steadyhands.ui.tabs.diary.date_stepper import DateStepper
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer import files, wording
from steadyhands.ui.transfer.errand import Errand
from steadyhands.ui.transfer.progress_line import ProgressLine
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.field_grid import FieldGrid
from steadyhands.ui.words import breakable, problem_text

Days = tuple[date, date]


class ExportModel(QObject):
    """What is being taken out, and how it went. It outlives the page."""

    changed = Signal()
    far = Signal(int, int)

    def __init__(self, exporter: Exporter, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exporter = exporter
        self.form = CSV
        self.days: tuple[date | None, date | None] = (None, None)
        self.answer: Exported | Problem | None = None
        self._errand = Errand(tasks, self)
        self._errand.progressed.connect(self.far)
        self._errand.ended.connect(self._on_ended)

    def is_busy(self) -> bool:
        """Return whether a file is being written."""
        return self._errand.is_busy()

    def write(self, path: str, form: str, days: Days | None) -> None:
        """Write the diary to a file."""
        self.answer = None
        self._errand.start(lambda *told: self.exporter.write(path, form, days, *told))
        self.changed.emit()

    def stop(self) -> None:
        """Stop; no file is left."""
        self._errand.stop()

    def _on_ended(self, answer: object) -> None:
        self.answer = answer if isinstance(answer, Exported | Problem) else None
        self.changed.emit()


class ExportCard(Card):
    """Shows an `ExportModel`."""

    def __init__(
        self,
        model: ExportModel,
        today: Callable[[], date],
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model = model
        self.set_title(
            self.tr("Take out"),
            self.tr(
                "Your diary in a file, to keep where you like. The diary itself stays as it is."
            ),
        )
        self.form = ChipRow(self.tr("As"), self._forms(), guard=guard)
        self.about = label("", "muted")
        self.first = DateStepper(self.tr("From"), guard, today, may_be_empty=True)
        self.last = DateStepper(self.tr("Until"), guard, today, may_be_empty=True)
        self.days = FieldGrid(least=220, most=2)
        self.days.add(self.first)
        self.days.add(self.last)
        self.save = GuardedButton(self.tr("Save…"), "secondary", guard)
        self.progress = ProgressLine(guard)
        self.said = label("")
        for part in (self.form, self.about, self.days, self.progress, self.said):
            self.body.addWidget(part)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()
        self.form.select(model.form)
        self.first.set_value(model.days[0])
        self.last.set_value(model.days[1])
        self.show_model()

    def _connect(self) -> None:
        self.form.chosen.connect(self._on_form)
        self.save.pressed_once.connect(self._on_save)
        self.progress.stopped.connect(self._model.stop)
        self._model.changed.connect(self.show_model)
        self._model.far.connect(self.progress.show_far)
        for stepper in (self.first, self.last):
            stepper.changed.connect(self._on_days)

    def _forms(self) -> list[tuple[str, str]]:
        names = {
            CSV: self.tr("Tables (CSV)"),
            JSON: self.tr("JSON"),
            LINES: self.tr("JSON Lines"),
            FHIR: self.tr("FHIR"),
            COPY: self.tr("Complete copy"),
        }
        return [(form, names[form]) for form in FORMATS]

    def _about(self, form: str) -> str:
        return {
            CSV: self.tr("One table for each kind of entry in a zip, for any spreadsheet."),
            JSON: self.tr("Everything, in one document that programs read. It comes back whole."),
            LINES: self.tr("Everything, one entry a line. It comes back whole."),
            FHIR: self.tr("Observations as clinics' systems exchange them (HL7 FHIR R4)."),
            COPY: self.tr("The whole diary with its history and your choices, as one file."),
        }[form]

    def show_model(self) -> None:
        """Show how it stands."""
        model, answer = self._model, self._model.answer
        self.about.setText(self._about(model.form))
        self.days.setVisible(model.form != COPY)
        self.save.setVisible(not model.is_busy())
        if model.is_busy():
            self.progress.begin(self.tr("Writing…"))
        else:
            self.progress.end()
        said = ""
        if isinstance(answer, Problem):
            said = problem_text(answer)
        elif answer is not None:
            said = self._written(answer)
        if said and said != self.said.text():
            announce(self.said, said)
        self.said.setText(breakable(said))
        self.said.setVisible(bool(said))

    def _written(self, answer: Exported) -> str:
        said = self.tr("Saved {0} in {1}").format(wording.entries(answer.entries), answer.path)
        if answer.left_out:
            said += " " + self.tr("{0} that observe nothing (plan, advice) are not in it.").format(
                wording.entries(answer.left_out)
            )
        return said

    def _on_form(self, key: str) -> None:
        self._model.form = key or self._model.form
        self.form.select(self._model.form)
        self.show_model()

    def _on_days(self, _: object) -> None:
        self._model.days = (self.first.value(), self.last.value())

    def _on_save(self) -> None:
        if not (self.first.read_typed() and self.last.read_typed()):
            return
        form, ending = self._model.form, ENDINGS[self._model.form]
        first, last = self._model.days
        days = None
        if form != COPY and (first is not None or last is not None):
            days = (first or FIRST_DAY, last or LAST_DAY)
        name = self._model.exporter.usual_name(form)
        path = files.ask_to_save(self, name, f"*{ending}")
        if path:
            whole = path if path.casefold().endswith(ending) else path + ending
            self._model.write(whole, form, days)
