"""The pages of the window, in order: a new tab is one folder and one line here."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from steadyhands.ui.main_window import ASKED, BAR, Page
from steadyhands.ui.widgets.buttons import GuardedButton

if TYPE_CHECKING:
    from steadyhands.services.desk import Desk
    from steadyhands.system.preferences import Preferences
    from steadyhands.ui.acts import Acts
    from steadyhands.ui.insight_feed import InsightFeed
    from steadyhands.ui.signals import Signals
    from steadyhands.ui.tabs.exercises.session import Session
    from steadyhands.ui.tasks import Tasks
    from steadyhands.ui.transfer.page import Transfers
    from steadyhands.ui.widgets.click_guard import ClickGuard


class Pages:
    """Builds each page with just the services it needs, when it is first opened."""

    def __init__(
        self,
        desk: Desk,
        acts: Acts,
        signals: Signals,
        tasks: Tasks,
        guard: ClickGuard,
        preferences: Callable[[], Preferences],
        on_preferences: Callable[[Preferences], object],
    ) -> None:
        self._desk = desk
        self._acts = acts
        self._signals = signals
        self._tasks = tasks
        self._guard = guard
        self._preferences = preferences
        self._on_preferences = on_preferences
        self._session: Session | None = None  # a routine goes on in a window built anew
        self._reads: Tasks | None = None
        self._feed: InsightFeed | None = None
        self._searches: Tasks | None = None
        self._transfers: Transfers | None = None

    def all(self) -> list[Page]:
        """Return the window's pages in the order of their tabs."""
        tr = QCoreApplication.translate
        return [
            Page("twitches", tr("Pages", "Twitches"), self._twitches),
            Page("drinks", tr("Pages", "Drinks"), self._drinks),
            Page("food", tr("Pages", "Food"), self._food),
            Page("sleep", tr("Pages", "Sleep & day"), self._sleep),
            Page("exercises", tr("Pages", "Exercises"), self._exercises),
            Page("plan", tr("Pages", "Plan"), self._plan),
            Page("trends", tr("Pages", "Trends"), self._trends),
            Page("diary", tr("Pages", "Diary"), self._diary),
            Page("safety", tr("Pages", "Safety"), self._safety, BAR, "F1"),
            Page("settings", tr("Pages", "Settings"), self._settings, BAR, "Ctrl+,"),
            Page("profile", tr("Pages", "About you"), self._profile, ASKED),
            Page("how-we-know", tr("Pages", "How we know"), self._how_we_know, ASKED),
            Page("report", tr("Pages", "Report for a clinician"), self._report, ASKED),
            Page("transfer", tr("Pages", "Bring in and take out"), self._transfer, ASKED),
        ]

    @property
    def insight(self) -> InsightFeed:
        """Return what goes with the twitching: one for all pages, through every rebuild."""
        if self._feed is None:
            from steadyhands.services.insight import reader_for
            from steadyhands.ui.insight_feed import InsightFeed

            desk = self._desk
            self._feed = InsightFeed(
                reader_for(desk),
                self._tasks.beside,
                self._signals,
                lambda: desk.look.day_of(desk.now()),
                self._tasks,
            )
        return self._feed

    def _shared(self) -> dict[str, Any]:
        """Return what every tab needs: where to read, how to write, what to listen to."""
        return {
            "look": self._desk.look,
            "journal": self._desk.journal,
            "choices": self._desk.choices,
            "acts": self._acts,
            "signals": self._signals,
            "clock": self._desk.now,
            "guard": self._guard,
        }

    def _twitches(self) -> QWidget:
        from steadyhands.system.paths import cache_folder
        from steadyhands.ui.tabs.twitches.tab import TwitchesTab
        from steadyhands.ui.widgets.picture_folder import PictureFolder

        folder = None if self._desk.is_sample else PictureFolder(cache_folder())
        return TwitchesTab(**self._shared(), skin=self._preferences().skin, folder=folder)

    def _drinks(self) -> QWidget:
        from steadyhands.ui.tabs.drinks.tab import DrinksTab

        return DrinksTab(
            **self._shared(),
            drinks=self._desk.drinks,
            profile=self._desk.profile,
            at_local=self._desk.clock.at_local,
        )

    def _food(self) -> QWidget:
        from steadyhands.ui.tabs.food.tab import FoodTab

        return FoodTab(
            **self._shared(),
            foods=self._desk.foods,
            supplements=self._desk.supplements,
            profile=self._desk.profile,
            at_local=self._desk.clock.at_local,
        )

    def _sleep(self) -> QWidget:
        from steadyhands.ui.tabs.sleep.tab import SleepTab

        return SleepTab(
            **self._shared(), profile=self._desk.profile, at_local=self._desk.clock.at_local
        )

    def _exercises(self) -> QWidget:
        from steadyhands.system.poses import shipped_poses
        from steadyhands.ui.speech import can_speak
        from steadyhands.ui.tabs.exercises.session import Session
        from steadyhands.ui.tabs.exercises.tab import ExercisesTab

        if self._session is None:
            self._session = Session(time.monotonic)
        return ExercisesTab(
            **self._shared(),
            routines=self._desk.routines,
            poses=shipped_poses(),
            session=self._session,
            preferences=self._preferences,
            on_preferences=self._on_preferences,
            can_speak=can_speak(),
        )

    def _plan(self) -> QWidget:
        from steadyhands.ui.tabs.plan.tab import PlanTab

        return PlanTab(
            journal=self._desk.journal,
            plan=self._desk.plan,
            acts=self._acts,
            signals=self._signals,
            clock=self._desk.now,
            guard=self._guard,
            insight=self.insight,
        )

    def _trends(self) -> QWidget:
        from steadyhands.services.trends import TrendReader
        from steadyhands.ui.tabs.trends.tab import TrendsTab

        if self._reads is None:  # a check of the whole file must not hold up the charts
            self._reads = self._tasks.beside()
        return TrendsTab(
            look=self._desk.look,
            choices=self._desk.choices,
            reader=TrendReader(self._desk.keeper.path),
            tasks=self._reads,
            signals=self._signals,
            clock=self._desk.now,
            guard=self._guard,
            insight=self.insight,
            skin=self._preferences().skin,
        )

    def _profile(self) -> QWidget:
        from steadyhands.system.medicines import shipped_medicines
        from steadyhands.ui.profile_page import ProfilePage

        return ProfilePage(
            profile=self._desk.profile,
            choices=self._desk.choices,
            medicines=shipped_medicines(),
            acts=self._acts,
            signals=self._signals,
            clock=self._desk.now,
            guard=self._guard,
        )

    def _safety(self) -> QWidget:
        from steadyhands.ui.tabs.safety.tab import SafetyTab

        return SafetyTab(
            safety=self._desk.safety,
            acts=self._acts,
            signals=self._signals,
            clock=self._desk.now,
            guard=self._guard,
        )

    def _how_we_know(self) -> QWidget:
        from steadyhands.ui.how_we_know import HowWeKnowPage

        page = HowWeKnowPage(self._guard)
        page.page_asked.connect(lambda key: self._signals.page_asked.emit(key, None))
        return page

    def _diary(self) -> QWidget:
        from steadyhands.services.browse import DiarySearch
        from steadyhands.ui.tabs.diary.tab import DiaryTab

        if self._searches is None:  # charts being read must not hold up a search
            self._searches = self._tasks.beside()
        tab = DiaryTab(
            **self._shared(),
            pages=self._desk.pages,
            search=DiarySearch(self._desk.keeper.path),
            presets=self._desk.drinks.presets,
            tasks=self._searches,
            at_local=self._desk.clock.at_local,
        )
        tr = QCoreApplication.translate
        for key, text in (
            ("report", tr("Pages", "Report for a clinician")),
            ("transfer", tr("Pages", "Bring in, take out…")),
        ):
            button = GuardedButton(text, "secondary", self._guard)
            button.pressed_once.connect(partial(self._signals.page_asked.emit, key, None))
            tab.add_tool(button)
        return tab

    def _transfer(self) -> QWidget:
        from steadyhands.ui.transfer.page import TransferPage, Transfers

        if self._transfers is None:
            self._transfers = Transfers(
                self._desk,
                self._acts,
                self._signals,
                self._tasks,
                lambda: self._preferences().backup_folder,
            )
        return TransferPage(
            transfers=self._transfers,
            on_folder=lambda folder: self._on_preferences(
                self._preferences().replaced(backup_folder=folder)
            ),
            signals=self._signals,
            guard=self._guard,
        )

    def _report(self) -> QWidget:
        from steadyhands.services.insight import reader_for
        from steadyhands.services.report import ReportDesk
        from steadyhands.ui.report.page import ReportPage

        return ReportPage(
            look=self._desk.look,
            book=self._desk.report_wishes,
            desk=ReportDesk(self._desk.keeper.path, reader_for(self._desk)),
            acts=self._acts,
            tasks=self._tasks.beside(),
            signals=self._signals,
            clock=self._desk.now,
            guard=self._guard,
        )

    def _settings(self) -> QWidget:
        from steadyhands.ui.settings_page import SettingsPage

        page = SettingsPage(
            preferences=self._preferences(),
            choices=self._desk.choices,
            profile=self._desk.profile,
            keeper=self._desk.keeper,
            acts=self._acts,
            tasks=self._tasks,
            guard=self._guard,
            now=lambda: self._desk.now().local(),
        )
        page.preferences_chosen.connect(self._on_settings)
        page.page_asked.connect(self._signals.page_asked)
        return page

    def _on_settings(self, chosen: Preferences) -> None:
        """Take what the settings page asks; what other pages keep stays as they left it."""
        now = self._preferences()
        kept = {name: getattr(now, name) for name in ("sound", "speak", "smooth", "backup_folder")}
        self._on_preferences(chosen.replaced(**kept))
