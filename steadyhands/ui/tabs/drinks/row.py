"""One drink of today: what it was, and its amount and time to change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.clocktext import clock
from steadyhands.domain.entries import Drink, Entry
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks import wording
from steadyhands.ui.tabs.drinks.sizes import volume_reader
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.drink_icons import COLOURS, icon_name, paint_icon
from steadyhands.ui.widgets.editable_row import EditableRow, RowEditor
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


class DrinkRow(EditableRow):
    """Name, time, amount and contents of a drink; its amount and time can be changed."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        self._icon = DrinkIcon()
        super().__init__(self._icon, guard, parent)

    def describe(self, entry: Entry, units: str) -> tuple[str, str]:
        """Return the drink's name, and time, amount and contents; draw its icon."""
        name = ""
        if isinstance(entry.details, Drink):
            self._icon.show_drink(entry.details)
            name = entry.details.name
        return name, wording.drink_line(entry, units)

    def make_editor(self, entry: Entry, units: str) -> RowEditor:
        """Return fields for amount and time."""
        return DrinkEditor(entry, units, self._guard)

    @property
    def editor(self) -> DrinkEditor | None:
        """The two fields while they are open."""
        return self._editor if isinstance(self._editor, DrinkEditor) else None


class DrinkEditor(RowEditor):
    """Amount and time of one drink."""

    def __init__(
        self, entry: Entry, units: str, guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        us = words.uses_fl_oz(units)
        self.amount = AmountField(wording.tr("Amount"), volume_reader(us))
        self.time = AmountField(wording.tr("Time"), clock)
        super().__init__({"ml": self.amount, "at": self.time}, guard, parent=parent)
        if isinstance(entry.details, Drink):
            self.amount.set_text(_exact_volume(entry.details.ml, us))
        self.time.set_text(f"{entry.at.local():%H:%M}")


def _exact_volume(ml: float, us: bool) -> str:
    return f"{ml / words.ML_PER_FL_OZ:.4g} fl oz" if us else f"{ml:g} ml"
