"""One thing of today in a list: what it was, with Change and Remove, and fields to change it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.domain.entries import Entry
from steadyhands.ui import words
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.reading_order import put_in_reading_order


class RowEditor(QWidget):
    """Fields side by side with Save and Cancel below; Escape cancels.

    `more` are parts under the fields whose answers the subclass adds. `saved` carries what
    the fields said, by their names, once all of them are understood.
    """

    saved = Signal(dict)
    cancelled = Signal()

    def __init__(
        self,
        fields: Mapping[str, AmountField],
        guard: ClickGuard,
        more: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = dict(fields)
        self._read: dict[str, object] = {}
        self.save = GuardedButton(self.tr("Save"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._build(more)
        for name, field in self._fields.items():
            field.submitted.connect(lambda value, name=name: self._read.update({name: value}))
            field.edit.returnPressed.connect(self._on_save)
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self.cancelled)

    def _build(self, more: QWidget | None) -> None:
        look = current_look()
        fields, buttons = QHBoxLayout(), FlowLayout(gap=look.px(8))
        fields.setSpacing(look.px(8))
        for field in self._fields.values():
            field.setMaximumWidth(look.px(200))
            fields.addWidget(field)
        fields.addStretch(1)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(36), 0, 0, look.px(12))
        outer.setSpacing(look.px(8))
        outer.addLayout(fields)
        if more is not None:
            outer.addWidget(more)
        outer.addLayout(buttons)

    def answers(self) -> dict[str, object]:
        """Return what is answered besides the fields."""
        return {}

    def _on_save(self) -> None:
        self._read.clear()
        for field in self._fields.values():
            field.submit()
        if len(self._read) == len(self._fields):
            self.saved.emit(self._read | self.answers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class EditableRow(QWidget):
    """Icon, name and a line with Change and Remove; Change opens the editor below.

    A subclass says what an entry reads like (`describe`) and makes its editor.
    """

    removed = Signal()
    edited = Signal(dict)  # the editor's answers

    def __init__(self, icon: QWidget, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._entry: Entry | None = None
        self._units = ""
        self._editor: RowEditor | None = None
        self._name = label("")
        self._line = label("", "muted")
        self.change = GuardedButton(self.tr("Change"), "quiet", guard)
        self.remove = GuardedButton(self.tr("Remove"), "quiet", guard)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._build_line(icon))
        self.change.pressed_once.connect(self._on_change)
        self.remove.pressed_once.connect(self.removed)

    def _build_line(self, icon: QWidget) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._name)
        said.addWidget(self._line)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current_look().px(8))
        row.addWidget(icon)
        row.addLayout(said, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        return row

    def describe(self, entry: Entry, units: str) -> tuple[str, str]:
        """Return the entry's name, and the line under it."""
        raise NotImplementedError(type(self).__name__)

    def make_editor(self, entry: Entry, units: str) -> RowEditor:
        """Return fields that say how the entry stands now."""
        raise NotImplementedError(type(self).__name__)

    def show_entry(self, entry: Entry, units: str) -> None:
        """Show an entry as it stands; a newer revision closes the fields."""
        if entry == self._entry and units == self._units:
            return
        if self._entry is not None and entry.revision != self._entry.revision:
            self._close_editor()
        self._entry, self._units = entry, units
        name, line = self.describe(entry, units)
        self._name.setText(words.breakable(name))
        self._line.setText(line)
        what = words.entry_text(entry, units)
        self.change.setAccessibleName(self.tr("Change {0}").format(what))
        self.remove.setAccessibleName(self.tr("Remove {0}").format(what))

    def said(self) -> tuple[str, str]:
        """Return name and line as they are shown."""
        return self._name.text(), self._line.text()

    def _on_change(self) -> None:
        if self._editor is not None:
            self._close_editor()
            return
        if self._entry is None:
            return
        self._editor = self.make_editor(self._entry, self._units)
        self._outer.addWidget(self._editor)
        self._editor.saved.connect(self.edited)
        self._editor.cancelled.connect(self._on_cancelled)
        put_in_reading_order(self)
        first = self._editor.findChildren(AmountField)[0].edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _on_cancelled(self) -> None:
        self._close_editor()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        if self._editor is not None:
            had_focus = self._editor.isAncestorOf(self.focusWidget() or self)
            self._outer.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            if had_focus:
                self.change.setFocus(Qt.FocusReason.OtherFocusReason)
