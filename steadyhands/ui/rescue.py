"""When the diary does not open: says why, and offers the newest good backup of a damaged one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from steadyhands.domain.problem import DiaryDamaged, Problem
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.ui import words
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label


class RescueDialog(QDialog):
    """Says why the diary did not open; `choice` tells which button was pressed."""

    def __init__(self, problem: Problem, backup: datetime | None, now: datetime) -> None:
        super().__init__()
        look = current_look()
        self.choice = ""
        self.setWindowTitle("SteadyHands")
        room = self.screen().availableSize().width() - look.px(32)
        self.setMinimumWidth(min(look.px(560), room))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        outer.setSpacing(look.px(16))
        outer.addWidget(label(self.tr("The diary could not be opened"), "heading"))
        outer.addWidget(label(words.problem_text(problem)))
        row = QHBoxLayout()
        if backup is not None:
            day, at = words.day_text(backup, now), words.clock_text(backup)
            outer.addWidget(
                label(
                    self.tr(
                        "There is a good backup, made {0} at {1}. The damaged file is kept "
                        "beside it, under another name."
                    ).format(day, at)
                )
            )
            self._add(row, "restore", self.tr("Use that backup"), primary=True)
        elif isinstance(problem, DiaryDamaged):
            outer.addWidget(
                label(
                    self.tr(
                        "No good backup was found beside it. A new diary can be started; the "
                        "damaged file is kept beside it, under another name."
                    )
                )
            )
        self._add(row, "again", self.tr("Try again"), primary=False)
        if backup is None and isinstance(problem, DiaryDamaged):
            self._add(row, "anew", self.tr("Start a new diary"), primary=False)
        self._add(row, "quit", self.tr("Quit"), primary=False)
        row.addStretch(1)
        outer.addLayout(row)

    def _add(self, row: QHBoxLayout, choice: str, text: str, primary: bool) -> None:
        button = GuardedButton(text, "primary" if primary else "secondary")
        button.setObjectName(choice)
        button.pressed_once.connect(lambda: self._on_chosen(choice))
        row.addWidget(button)

    def _on_chosen(self, choice: str) -> None:
        self.choice = choice
        self.accept()


def rescue(
    problem: Problem, keeper: Keeper, reopen: Callable[[], Desk], now: datetime
) -> Desk | None:
    """Ask what to do until the diary is open; None if the person quits instead."""
    while True:
        backup = keeper.newest_backup() if isinstance(problem, DiaryDamaged) else None
        dialog = RescueDialog(problem, backup[0] if backup else None, now)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        if choice not in ("restore", "anew", "again"):
            return None
        try:
            if choice == "restore" and backup is not None:
                keeper.restore(backup[1], now)
            elif choice == "anew":
                keeper.put_aside(now)
            return reopen()
        except Problem as again:
            problem = again
