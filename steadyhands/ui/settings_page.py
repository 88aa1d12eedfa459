"""The settings: how the window looks and answers, how a day is counted, where the diary lies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain import targets
from steadyhands.domain.allowed import water_goal
from steadyhands.domain.amounts import volume_ml
from steadyhands.domain.clocktext import clock
from steadyhands.domain.problem import Problem
from steadyhands.services.choices import UNITS, ChoiceBook
from steadyhands.services.keeper import Keeper
from steadyhands.services.profile import ProfileBook
from steadyhands.system.preferences import Preferences
from steadyhands.ui import profile_words, words
from steadyhands.ui.acts import Acts
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS
from steadyhands.ui.widgets.scroll_page import ScrollPage

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
GUARDS_MS = (0, 200, 400, 700, 1000)
DAY_STARTS = (0, 2, 3, 4, 5, 6)


class SettingsPage(QWidget):
    """Each choice takes effect when it is pressed. `preferences_chosen` carries the new ones."""

    preferences_chosen = Signal(object)
    page_asked = Signal(str, object)

    def __init__(
        self,
        *,
        preferences: Preferences,
        choices: ChoiceBook,
        profile: ProfileBook,
        keeper: Keeper,
        acts: Acts,
        tasks: Tasks,
        guard: ClickGuard,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._choices = choices
        self._profile = profile
        self._keeper = keeper
        self._acts = acts
        self._tasks = tasks
        self._guard = guard
        self._now = now
        page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        for left, right in (
            (self._look_card(), self._hands_card()),
            (self._day_card(), self._diary_card()),
        ):
            pair = Columns(least=420)
            pair.add(left)
            pair.add(right)
            page.body.addWidget(pair)
        page.body.addWidget(self._you_card())
        page.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer a goal for drinks only where the profile, said on another page, permits one."""
        may = water_goal(self._profile.read())
        self._goal.setVisible(may.shown)
        self._no_goal.setVisible(not may.shown)
        self._no_goal.setText("" if may.shown else profile_words.no_goal_text(may.reason))
        super().showEvent(event)

    def _you_card(self) -> Card:
        card = Card(self.tr("About you"))
        text = self.tr(
            "Age, health and medicines, all optional: they fit goals and limits to you, or take "
            "them away where they could mislead."
        )
        card.body.addWidget(label(text, "muted"))
        button = GuardedButton(self.tr("Open “About you”"), "secondary", self._guard)
        button.pressed_once.connect(lambda: self.page_asked.emit("profile", None))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _look_card(self) -> Card:
        card = Card(self.tr("How it looks"))
        themes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        motions = {
            "system": self.tr("As the system"),
            "reduced": self.tr("Reduced"),
            "full": self.tr("Full"),
        }
        percents = {str(s): self.tr("{0} %").format(round(s * 100)) for s in TEXT_SCALES}
        shown = self._preferences
        self._prefer(card, self.tr("Theme"), "theme", themes.items(), shown.theme, str)
        scale = str(float(shown.text_scale))
        self._prefer(card, self.tr("Text size"), "text_scale", percents.items(), scale, float)
        self._prefer(card, self.tr("Motion"), "motion", motions.items(), shown.motion, str)
        return card

    def _hands_card(self) -> Card:
        card = Card(self.tr("Your hands"))
        skins = {
            "porcelain": self.tr("Porcelain"),
            "peach": self.tr("Peach"),
            "honey": self.tr("Honey"),
            "almond": self.tr("Almond"),
            "chestnut": self.tr("Chestnut"),
            "ebony": self.tr("Ebony"),
            "line": self.tr("Line drawing"),
        }
        skin = self._preferences.skin if self._preferences.skin in SKINS else DEFAULT_SKIN
        self._prefer(card, self.tr("Drawn as"), "skin", skins.items(), skin, str)
        pauses = {str(ms): self._pause_text(ms) for ms in GUARDS_MS}
        self._prefer(
            card,
            self.tr("A second press on the same place counts as one for"),
            "guard_ms",
            pauses.items(),
            str(self._preferences.guard_ms),
            int,
        )
        hands = {"left": self.tr("Left"), "right": self.tr("Right")}
        chosen = self._choices.read().hand
        self._choose(card, self.tr("The hand you use most"), "hand", hands.items(), chosen, str)
        return card

    def _pause_text(self, ms: int) -> str:
        if ms == 0:
            return self.tr("Off")
        return self.tr("{0} s").format(words.number_text(ms / 1000, 1))

    def _day_card(self) -> Card:
        card = Card(self.tr("Your day"))
        choices = self._choices.read()
        hours = {str(h): words.clock_text(time(h)) for h in DAY_STARTS}
        caption = self.tr("A new day starts at")
        self._choose(card, caption, "day_starts_at", hours.items(), str(choices.day_starts_at), int)
        names = (self.tr("As the system"), self.tr("ml and L"), self.tr("fl oz"))
        units = zip(UNITS, names, strict=True)
        self._choose(card, self.tr("Amounts in"), "units", units, choices.units, str)
        bed = time(*divmod(choices.bedtime_min, 60))
        self._type(card, self.tr("Bedtime"), "bedtime_min", _minutes, words.clock_text(bed))
        glass = words.volume_text(choices.glass_ml, choices.units)
        self._type(card, self.tr("Your glass"), "glass_ml", _whole_ml, glass)
        goal = words.volume_text(choices.water_goal_ml, choices.units)
        caption = self.tr("Goal for drinks a day")
        self._goal = self._type(card, caption, "water_goal_ml", _goal_ml, goal)
        self._no_goal = label("", "muted")
        card.body.addWidget(self._no_goal)
        return card

    def _diary_card(self) -> Card:
        card = Card(self.tr("Your diary"))
        card.body.addWidget(label(self.tr("It is one file on this computer:"), "muted"))
        path = QLineEdit(self._keeper.path)  # however long, it can be read and copied
        path.setReadOnly(True)
        path.setCursorPosition(0)
        path.setMinimumHeight(current_look().target)
        path.setAccessibleName(self.tr("The diary's file"))
        card.body.addWidget(path)
        self._answer = label(self.tr("A backup is made once a day, beside it."), "muted")
        card.body.addWidget(self._answer)
        buttons = FlowLayout(gap=8)
        for text, slot in (
            (self.tr("Back up now"), self._on_back_up),
            (self.tr("Check the file"), self._on_check),
            (self.tr("All backups, bring in, take out…"), partial(self._ask_page, "transfer")),
            (self.tr("Report for a clinician"), partial(self._ask_page, "report")),
        ):
            button = GuardedButton(text, "secondary", self._guard)
            button.pressed_once.connect(slot)
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _ask_page(self, key: str) -> None:
        self.page_asked.emit(key, None)

    def _on_back_up(self) -> None:
        now = self._now()
        self._answer.setText(self.tr("Making a backup…"))

        def made(path: object) -> None:
            name = os.path.basename(str(path))
            self._answer.setText(self.tr("Backup made: {0}").format(name))

        self._tasks.run(lambda: self._keeper.back_up(now), made)

    def _on_check(self) -> None:
        self._answer.setText(self.tr("Checking…"))

        def checked(sound: object) -> None:
            good, bad = self.tr("The file is sound."), self.tr("The file is damaged.")
            self._answer.setText(good if sound else bad)

        self._tasks.run(self._keeper.is_sound, checked)

    def _prefer(
        self,
        card: Card,
        caption: str,
        name: str,
        options: Iterable[tuple[str, str]],
        chosen: str,
        read: Callable[[str], object],
    ) -> None:
        def choose(key: str) -> None:
            self._preferences = self._preferences.replaced(**{name: read(key)})
            self.preferences_chosen.emit(self._preferences)

        self._add_row(card, caption, options, chosen, choose)

    def _choose(
        self,
        card: Card,
        caption: str,
        name: str,
        options: Iterable[tuple[str, str]],
        chosen: str,
        read: Callable[[str], object],
    ) -> None:
        def choose(key: str) -> None:
            self._acts.perform(lambda: self._choices.change(**{name: read(key)}))

        self._add_row(card, caption, options, chosen, choose)

    def _add_row(
        self,
        card: Card,
        caption: str,
        options: Iterable[tuple[str, str]],
        chosen: str,
        choose: Callable[[str], object],
    ) -> None:
        row = ChipRow(caption, list(options), guard=self._guard)
        row.select(chosen)

        def on_chosen(key: str) -> None:
            nonlocal chosen
            chosen = key or chosen  # one of them is always chosen
            row.select(chosen)
            if key:
                choose(key)

        row.chosen.connect(on_chosen)
        card.body.addWidget(row)

    def _type(
        self, card: Card, caption: str, name: str, read: Callable[[str], int], shown: str
    ) -> AmountField:
        field = AmountField(caption, read)
        field.set_text(shown)
        field.submitted.connect(
            lambda value: self._acts.perform(lambda: self._choices.change(**{name: value}))
        )
        field.setMaximumWidth(current_look().px(360))
        card.body.addWidget(field)
        return field


def _minutes(text: str) -> int:
    at = clock(text)
    return at.hour * 60 + at.minute


def _whole_ml(text: str) -> int:
    ml = round(volume_ml(text))
    if not 30 <= ml <= 2000:
        raise Problem("A glass holds between 30 and 2,000 ml.")
    return ml


def _goal_ml(text: str) -> int:
    return round(targets.checked_goal(volume_ml(text)))
