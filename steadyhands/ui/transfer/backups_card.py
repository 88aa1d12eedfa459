"""The card of backups: what there is, one more, a second folder, and back to one of them."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from steadyhands.services.backup_shelf import Backup
from steadyhands.ui.theme import current_look
from steadyhands.ui.transfer import files, wording
from steadyhands.ui.transfer.backups_model import LIVE, BackupsModel
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.words import breakable, problem_text

FEW = 4


class BackupsCard(Card):
    """Shows a `BackupsModel`. `use_asked` carries the path of a backup to be gone back to."""

    use_asked = Signal(str)
    folder_chosen = Signal(str)

    def __init__(
        self, model: BackupsModel, guard: ClickGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.set_title(
            self.tr("Backups"),
            self.tr(
                "One is made each day you open SteadyHands: the last 7 days, 4 weeks and 12 "
                "months are kept, beside the diary."
            ),
        )
        self._model, self._guard = model, guard
        self._all, self._asked = False, ""
        self._shown: object = None
        self.make = GuardedButton(self.tr("Back up now"), "secondary", guard)
        self.check = GuardedButton(self.tr("Check the diary"), "secondary", guard)
        self.said = label("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current_look().px(8))
        self.more = GuardedButton("", "quiet", guard)
        self.second = label("", "muted")
        self.folder = GuardedButton(self.tr("Choose a folder…"), "secondary", guard)
        self.no_folder = GuardedButton(self.tr("No second folder"), "quiet", guard)
        self._build()
        self._connect()
        self.show_model()

    def _build(self) -> None:
        top, below = FlowLayout(gap=8), FlowLayout(gap=8)
        for button in (self.make, self.check):
            top.addWidget(button)
        for button in (self.folder, self.no_folder):
            below.addWidget(button)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.body.addLayout(top)
        self.body.addWidget(self.said)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(line)
        self.body.addWidget(label(self.tr("A second folder"), "name"))
        self.body.addWidget(self.second)
        self.body.addLayout(below)

    def _connect(self) -> None:
        self.make.pressed_once.connect(self._model.make)
        self.check.pressed_once.connect(lambda: self._model.check(LIVE))
        self.more.pressed_once.connect(self._on_more)
        self.folder.pressed_once.connect(self._on_folder)
        self.no_folder.pressed_once.connect(lambda: self.folder_chosen.emit(""))
        self._model.changed.connect(self.show_model)

    def show_model(self) -> None:
        """Show how things stand."""
        model = self._model
        said = self._sentence()
        if said != self.said.text():
            announce(self.said, said)
        self.said.setText(breakable(said))
        self.said.setVisible(bool(said))
        self.make.setEnabled(not model.is_making)
        self._show_second()
        state = (
            tuple(model.backups),
            tuple(sorted(model.sound.items())),
            tuple(sorted(model.checking)),
            self._all,
            self._asked,
        )
        if state != self._shown:
            self._shown = state
            self._fill()

    def _sentence(self) -> str:
        model = self._model
        if model.is_making:
            return self.tr("Making a backup…")
        if model.problem is not None:
            return problem_text(model.problem)
        if model.made is not None:
            return self.tr("Backup made: {0}").format(os.path.basename(model.made.path))
        if LIVE in model.checking:
            return self.tr("Checking the diary…")
        if LIVE in model.sound:
            good = self.tr("The diary is sound.")
            return good if model.sound[LIVE] else self.tr("The diary's file is damaged.")
        if model.is_read and not model.backups:
            return self.tr("There is no backup yet.")
        return ""

    def _show_second(self) -> None:
        folder = self._model.second()
        self.no_folder.setVisible(bool(folder))
        self.folder.setText(self.tr("Another folder…") if folder else self.tr("Choose a folder…"))
        if folder:
            there = self._model.shelf().second_folder()
            said = self.tr("Each backup is copied to {0}").format(there)
        else:
            said = self.tr(
                "Each backup can be copied to another drive, or to a folder that is synced. Only "
                "backups go there, never the diary itself."
            )
        self.second.setText(breakable(said))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        found = self._model.backups
        for backup in found if self._all else found[:FEW]:
            self._rows.addWidget(self._row(backup))
        self.more.setVisible(len(found) > FEW)
        self.more.setText(self.tr("Fewer") if self._all else self.tr("All {0}").format(len(found)))
        self.more.setAccessibleName(
            self.tr("Show fewer backups") if self._all else self.tr("Show all backups")
        )

    def _row(self, backup: Backup) -> QWidget:
        row = QWidget()
        kept = {
            "day": self.tr("kept for the day"),
            "week": self.tr("kept for the week"),
            "month": self.tr("kept for the month"),
        }
        when = wording.when_text(backup.made)
        said = [wording.size_text(backup.size), kept.get(backup.kept, "")]
        if backup.path in self._model.checking:
            said.append(self.tr("checking…"))
        elif backup.path in self._model.sound:
            sound = self._model.sound[backup.path]
            said.append(self.tr("sound") if sound else self.tr("damaged"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(when, "name"))
        names.addWidget(label(self.tr(", ").join(filter(None, said)), "muted"))
        across = QHBoxLayout()
        across.setSpacing(current_look().px(8))
        across.addLayout(names, 1)
        outer = QVBoxLayout(row)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(current_look().px(8))
        outer.addLayout(across)
        if self._asked == backup.path:
            self._add_question(outer, backup.path)
        else:
            for button in self._buttons(backup, when):
                across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _add_question(self, outer: QVBoxLayout, path: str) -> None:
        outer.addWidget(
            label(
                self.tr(
                    "Go back to the diary as it was then? The present diary is kept beside it, "
                    "under another name."
                )
            )
        )
        yes = GuardedButton(self.tr("Yes, go back to it"), "primary", self._guard)
        yes.pressed_once.connect(lambda: self.use_asked.emit(path))
        no = GuardedButton(self.tr("No"), "secondary", self._guard)
        no.pressed_once.connect(lambda: self._ask(""))
        yes.spot = no.spot = self
        buttons = FlowLayout(gap=8)
        for button in (yes, no):
            buttons.addWidget(button)
        outer.addLayout(buttons)

    def _buttons(self, backup: Backup, when: str) -> list[GuardedButton]:
        check = GuardedButton(self.tr("Check"), "quiet", self._guard)
        check.setAccessibleName(self.tr("Check the backup of {0}").format(when))
        check.pressed_once.connect(lambda: self._model.check(backup.path))
        use = GuardedButton(self.tr("Go back…"), "quiet", self._guard)
        use.setAccessibleName(self.tr("Go back to the backup of {0}").format(when))
        use.pressed_once.connect(lambda: self._ask(backup.path))
        use.spot = self
        return [check, use]

    def _ask(self, path: str) -> None:
        self._asked = path
        self.show_model()

    def _on_more(self) -> None:
        self._all = not self._all
        self.show_model()

    def _on_folder(self) -> None:
        folder = files.ask_for_folder(self, self.tr("A second folder for backups"))
        if folder:
            self.folder_chosen.emit(folder)
