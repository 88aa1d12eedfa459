"""Supplements that somebody takes already: one press logs a known one. None is ever proposed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.entries import Entry, Supplement
from steadyhands.ui import words
from steadyhands.ui.profile_words import why_text
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.amounts import read_mg
from steadyhands.ui.tabs.food.presenter import State
from steadyhands.ui.tabs.food.supplement_form import SupplementForm
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.editable_row import EditableRow, RowEditor
from steadyhands.ui.widgets.row_list import RowList
from steadyhands.ui.widgets.wrap_button import WrapButton


class SupplementRow(EditableRow):
    """One supplement taken today."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), guard, parent)

    def describe(self, entry: Entry, units: str) -> tuple[str, str]:
        """Return the name, and when and how much."""
        taken, at = entry.details, words.clock_text(entry.at.local())
        if not isinstance(taken, Supplement):
            return "", at
        return taken.name, " · ".join((at, wording.supplement_line(taken)))

    def make_editor(self, entry: Entry, units: str) -> RowEditor:
        """Return fields for the elements it has, and the time."""
        return SupplementEditor(entry, self._guard)

    @property
    def editor(self) -> SupplementEditor | None:
        """The fields while they are open."""
        return self._editor if isinstance(self._editor, SupplementEditor) else None


class SupplementEditor(RowEditor):
    """Magnesium and time of one supplement, with the other elements where it has them."""

    def __init__(self, entry: Entry, guard: ClickGuard, parent: QWidget | None = None) -> None:
        taken, names = entry.details, wording.mineral_names()
        held = {key: float(getattr(taken, f"{key}_mg", 0)) for key in names}
        shown = {key: mg for key, mg in held.items() if mg or key == "magnesium"}
        fields = {
            f"{key}_mg": AmountField(wording.tr("{0}, mg").format(names[key]), read_mg)
            for key in shown
        }
        self.time = AmountField(wording.tr("Time"), clock)
        super().__init__({**fields, "at": self.time}, guard, parent=parent)
        for key, mg in shown.items():
            fields[f"{key}_mg"].set_text(f"{mg:g}")
        self.magnesium = fields["magnesium_mg"]
        self.time.set_text(f"{entry.at.local():%H:%M}")


class SupplementsCard(Card):
    """Today's magnesium from supplements, apart from food; known ones to press; a form."""

    picked = Signal(object)  # Supplement
    removed = Signal(str)  # entry id
    edited = Signal(str, dict)

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Supplements you already take"),
            self.tr("Counted apart from food. Nothing here asks you to start one."),
            parent=parent,
        )
        self._guard = guard
        self._known: tuple[Supplement, ...] = ()
        self._total = label("", "name")
        self._over = label("")
        self._why = label("", "muted")
        self._lines = QVBoxLayout()
        self.list = RowList(self._made)
        self.another = GuardedButton(self.tr("Log a supplement"), "secondary", guard)
        self.form = SupplementForm(guard)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._lines.setSpacing(8)
        for part in (self._total, self._over, self._why, self.list):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.form)
        self.form.hide()

    def _connect(self) -> None:
        self.another.pressed_once.connect(self._on_another)
        self.form.saved.connect(self._on_saved)
        self.form.cancelled.connect(self._close_form)

    def show_state(self, state: State) -> None:
        """Show today's supplements and those known from before."""
        figures = state.supplements
        mg = words.mg_text(figures.magnesium_mg)
        self._total.setText(self.tr("Today {0} magnesium from supplements").format(mg))
        self._total.setVisible(bool(figures.today))
        self._over.setText(wording.limit_text(figures.over) if figures.over is not None else "")
        self._over.setVisible(figures.over is not None)
        limits = self.tr("Limits for supplements")
        why = why_text(figures.hidden) if figures.hidden else ""
        self._why.setText(self.tr("{0}: {1}").format(limits, why))
        self._why.setVisible(bool(figures.hidden and figures.today))
        self.list.setVisible(bool(figures.today))
        self.list.show_entries(tuple(reversed(figures.today)), state.units)
        if figures.known != self._known:
            self._known = figures.known
            self._show_known()
            new, other = self.tr("Log a supplement"), self.tr("Log another supplement")
            self.another.setText(other if figures.known else new)

    def known_button(self, name: str) -> GuardedButton:
        """Return the button that logs a known supplement."""
        return self.findChildren(GuardedButton, f"log {name}")[0]

    def sentences(self) -> list[str]:
        """Return what is said about today now."""
        said = (self._total, self._over, self._why)
        return [part.text() for part in said if not part.isHidden()]

    def _show_known(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for known in self._known:
            said = self.tr("{0}, {1}").format(known.name, wording.supplement_line(known))
            button = WrapButton(("name",), self._guard, "secondary")
            button.set_lines(words.breakable(self.tr("Log {0}").format(said)))
            button.setAccessibleName(self.tr("Log {0}").format(said))
            button.setObjectName(f"log {known.name}")
            button.pressed_once.connect(partial(self.picked.emit, known))
            self._lines.addWidget(button)

    def _made(self, entry_id: str) -> SupplementRow:
        row = SupplementRow(self._guard)
        row.removed.connect(lambda: self.removed.emit(entry_id))
        row.edited.connect(lambda said: self.edited.emit(entry_id, said))
        return row

    def _on_another(self) -> None:
        self.another.hide()
        self.form.open()

    def _on_saved(self, supplement: object) -> None:
        self._close_form()
        self.picked.emit(supplement)

    def _close_form(self) -> None:
        self.form.hide()
        self.another.show()
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)
