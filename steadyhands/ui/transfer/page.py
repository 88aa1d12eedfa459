"""Bring in and take out: other programs' files, exports, backups, a new computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.changes import Changes
from steadyhands.domain.entries import KINDS
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer.backups_card import BackupsCard
from steadyhands.ui.transfer.backups_model import BackupsModel
from steadyhands.ui.transfer.export_card import ExportCard, ExportModel
from steadyhands.ui.transfer.import_card import ImportCard
from steadyhands.ui.transfer.import_model import ImportModel
from steadyhands.ui.transfer.move_card import MoveCard
from steadyhands.ui.transfer.past_card import PastCard, PastModel
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns, column
from steadyhands.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from steadyhands.services.desk import Desk


class Transfers(QObject):
    """What goes on, whether or not the page is built anew meanwhile."""

    def __init__(
        self,
        desk: Desk,
        acts: Acts,
        signals: Signals,
        tasks: Tasks,
        second: Callable[[], str],
    ) -> None:
        super().__init__(tasks)
        far, near = tasks.beside(), tasks.beside()  # a list must not wait for a huge file
        self.units: Callable[[], str] = lambda: desk.choices.read().units
        self.today: Callable[[], date] = lambda: desk.now().local().date()
        self.now: Callable[[], datetime] = lambda: desk.now().local()
        importer = desk.importer
        self.importing = ImportModel(
            importer, desk.tables, desk.drinks.presets, desk.journal, acts, signals, far, self
        )
        self.past = PastModel(importer, self.importing.tell, acts, near, self)
        self.exporting = ExportModel(desk.exporter, tasks.beside(), self)
        self.moving = ExportModel(desk.exporter, tasks.beside(), self)
        self.backups = BackupsModel(desk.keeper, second, self.now, near, self)


class TransferPage(Tab):
    """A card for each way in and out."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({*KINDS, "settings"})

    def __init__(
        self,
        *,
        transfers: Transfers,
        on_folder: Callable[[str], object],
        signals: Signals,
        guard: ClickGuard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._transfers, self._on_folder = transfers, on_folder
        self.bring = ImportCard(transfers.importing, transfers.units, guard)
        self.past = PastCard(transfers.past, guard)
        self.take = ExportCard(transfers.exporting, transfers.today, guard)
        self.backups = BackupsCard(transfers.backups, guard)
        self.move_card = MoveCard(transfers.moving, guard)
        self.back = GuardedButton(self.tr("To the diary"), "secondary", guard)
        self.back.pressed_once.connect(lambda: signals.page_asked.emit("diary", None))
        self._build()
        for card in (self.bring, self.backups):
            card.use_asked.connect(signals.diary_asked)
        self.backups.folder_chosen.connect(self._on_second)

    def _build(self) -> None:
        page = ScrollPage()
        page.body.addWidget(self._top())
        page.body.addWidget(self.bring)
        page.body.addWidget(self.past)
        columns = Columns(least=440)
        columns.add(column(self.take, self.move_card))
        columns.add(column(self.backups))
        page.body.addWidget(columns)
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _top(self) -> Card:
        card = Card()
        card.set_title(
            self.tr("Bring in and take out"),
            self.tr("Files of other programs, copies of your diary, and its backups."),
        )
        card.head_a_page()
        card.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def refresh(self) -> None:
        """Read what was brought in and what is backed up."""
        self._transfers.past.read()
        self._transfers.backups.read()

    def on_changes(self, changes: Changes) -> None:
        """Only acts on entries can change whether an import stands."""
        if changes:
            self._renew()

    def on_minute(self) -> None:
        """Nothing here depends on the time of day."""

    def is_settled(self) -> bool:
        """Return whether all lists are read and nothing is under way."""
        model = self._transfers
        is_read = model.past.is_read and model.backups.is_read
        return is_read and not (model.importing.is_busy() or model.exporting.is_busy())

    def _on_second(self, folder: str) -> None:
        """Keep the folder if it is a good place, and copy the newest backup there at once."""
        backups = self._transfers.backups
        if not folder or backups.may_be_second(folder):
            self._on_folder(folder)
            if folder:
                backups.copy_there()
        backups.changed.emit()
