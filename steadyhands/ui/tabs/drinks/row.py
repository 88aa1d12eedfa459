"""One drink of today: what it was, and its amount and time to change."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.entries import Drink, Entry
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.sizes import volume_reader
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.drink_icons import COLOURS, icon_name, paint_icon
from steadyhands.ui.widgets.timeline_state import drink_kind

_GROUP_OF_KIND = {"water": "water", "caffeine": "coffee", "alcohol": "alcohol"}


class DrinkIcon(QWidget):
    """The drawing of a drink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = "glass", "water"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drink(self, drink: Drink) -> None:
        """Draw a drink by its preset, or by what counts in it."""
        kind = drink_kind(drink)
        self._name = icon_name(drink.preset, _GROUP_OF_KIND[kind])
        self._role = COLOURS[kind]
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = current_look().px(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing."""
        with QPainter(self) as painter:
            paint_icon(painter, self._name, QRectF(self.rect()), self._role)


class DrinkRow(QWidget):
    """Name, time, amount and contents with Change and Remove; Change opens two fields below."""

    removed = Signal()
    edited = Signal(float, object)  # ml, datetime.time

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = guard
        self._entry: Entry | None = None
        self._units = ""
        self._editor: RowEditor | None = None
        self._icon = DrinkIcon()
        self._name = label("")
        self._line = label("", "muted")
        self.change = GuardedButton(self.tr("Change"), "quiet", guard)
        self.remove = GuardedButton(self.tr("Remove"), "quiet", guard)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._build_line())
        self.change.pressed_once.connect(self._on_change)
        self.remove.pressed_once.connect(self.removed)

    def _build_line(self) -> QHBoxLayout:
        look = current_look()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._name)
        said.addWidget(self._line)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self._icon)
        row.addLayout(said, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        return row

    def show_entry(self, entry: Entry, units: str) -> None:
        """Show a drink as it stands; a newer revision closes the fields."""
        if entry == self._entry and units == self._units:
            return
        if self._entry is not None and entry.revision != self._entry.revision:
            self._close_editor()
        self._entry, self._units = entry, units
        if isinstance(entry.details, Drink):
            self._icon.show_drink(entry.details)
            name = entry.details.name
            self._name.setText(wording.breakable(name))
            what = words.entry_text(entry, units)
            self.change.setAccessibleName(self.tr("Change {0}").format(what))
            self.remove.setAccessibleName(self.tr("Remove {0}").format(what))
        self._line.setText(wording.drink_line(entry, units))

    @property
    def editor(self) -> RowEditor | None:
        """The two fields while they are open."""
        return self._editor

    def _on_change(self) -> None:
        if self._editor is not None:
            self._close_editor()
            return
        if self._entry is None:
            return
        self._editor = RowEditor(self._entry, self._units, self._guard)
        self._outer.addWidget(self._editor)
        self._editor.saved.connect(self.edited)
        self._editor.cancelled.connect(self._on_cancelled)
        self._editor.amount.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.amount.edit.selectAll()

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


class RowEditor(QWidget):
    """Amount and time of one drink, with Save and Cancel; Escape cancels."""

    saved = Signal(float, object)  # ml, datetime.time
    cancelled = Signal()

    def __init__(
        self, entry: Entry, units: str, guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read: dict[str, object] = {}
        us = words.uses_fl_oz(units)
        self.amount = AmountField(self.tr("Amount"), volume_reader(us))
        self.time = AmountField(self.tr("Time"), clock)
        drink = entry.details
        if isinstance(drink, Drink):
            self.amount.set_text(_exact_volume(drink.ml, us))
        self.time.set_text(f"{entry.at.local():%H:%M}")
        self.save = GuardedButton(self.tr("Save"), "primary", guard)
        self.cancel = GuardedButton(self.tr("Cancel"), "quiet", guard)
        self._build()
        for name, field in (("ml", self.amount), ("at", self.time)):
            field.submitted.connect(lambda value, name=name: self._read.update({name: value}))
            field.edit.returnPressed.connect(self._on_save)
        self.save.pressed_once.connect(self._on_save)
        self.cancel.pressed_once.connect(self.cancelled)

    def _build(self) -> None:
        look = current_look()
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        for line, parts in (
            (fields, (self.amount, self.time)),
            (buttons, (self.save, self.cancel)),
        ):
            line.setSpacing(look.px(8))
            for part in parts:
                line.addWidget(part)
        fields.addStretch(1)
        buttons.addStretch(1)
        for field in (self.amount, self.time):
            field.setMaximumWidth(look.px(200))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(36), 0, 0, look.px(12))
        outer.setSpacing(look.px(8))
        outer.addLayout(fields)
        outer.addLayout(buttons)

    def _on_save(self) -> None:
        self._read.clear()
        self.amount.submit()
        self.time.submit()
        ml, at = self._read.get("ml"), self._read.get("at")
        if isinstance(ml, float) and isinstance(at, time):
            self.saved.emit(ml, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _exact_volume(ml: float, us: bool) -> str:
    return f"{ml / words.ML_PER_FL_OZ:.4g} fl oz" if us else f"{ml:g} ml"
