"""The Twitches tab: press a finger, and it is in the diary."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.domain.entries import Entry, Twitch
from steadyhands.domain.hand import UNSURE
from steadyhands.domain.moment import MINUTE_MS, Moment
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Journal
from steadyhands.services.look import Look
from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.twitches.details_panel import DetailsPanel
from steadyhands.ui.tabs.twitches.presenter import build_state
from steadyhands.ui.tabs.twitches.spread import Spread
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.hand_layout import side_by_side_width
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS, HandColors
from steadyhands.ui.widgets.hand_view import HandView
from steadyhands.ui.widgets.picture_folder import PictureFolder
from steadyhands.ui.widgets.scroll_page import ScrollPage
from steadyhands.ui.widgets.timeline import Timeline
from steadyhands.ui.widgets.timeline_state import TimelineState, build_timeline

PANEL_PX = 480  # the chips beside the hands with the gap and both paddings, at 100 % text


class TwitchesTab(Tab):
    """Two hands to press, more to say about the newest twitch, and today hour by hour.

    A twitch logged since the diary was opened is asked about at once.
    """

    SUBJECTS = frozenset({"twitch", "drink", "food", "sleep", "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        skin: str,
        folder: PictureFolder | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look = look
        self._journal = journal
        self._choices = choices
        self._acts = acts
        self._clock = clock
        self._guard = guard
        self._entry: Entry | None = None
        self._known: set[str] = set()
        self._drawn: TimelineState | None = None
        self._logged_at: Moment | None = None
        self._folder = folder
        self._build(skin)
        self._connect()

    def _build(self, skin: str) -> None:
        look = current_look()
        page = ScrollPage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        hands = self._build_hands(skin)
        self._panel = DetailsPanel(self._guard)
        timeline = Card(self.tr("Today, hour by hour"))
        self._timeline = Timeline()
        timeline.body.addWidget(self._timeline)
        least = side_by_side_width(look.target) + look.px(PANEL_PX)
        page.body.addWidget(Spread(hands, self._panel, timeline, round(least)), 1)

    def _build_hands(self, skin: str) -> QWidget:
        card = Card(
            self.tr("Press the finger that twitched"),
            self.tr("One press saves it. Details are optional and can wait."),
            fills=True,
        )
        self._hands = HandView(guard=self._guard, folder=self._folder)
        look = current_look()
        self._hands.set_colors(HandColors(*map(look.colour, ("card", "muted", "action", "twitch"))))
        self._hands.set_skin(skin if skin in SKINS else DEFAULT_SKIN)
        self._hands.set_reduced_motion(look.calm)
        self._hands.set_hit_min(look.target)
        self._unsure = GuardedButton(self.tr("Not sure which"), "secondary", self._guard)
        self._unsure.setParent(self._hands)
        self._hands.installEventFilter(self)
        card.body.addWidget(self._hands, 1)
        return card

    def _connect(self) -> None:
        self._hands.part_pressed.connect(self._on_part_pressed)
        self._unsure.pressed_once.connect(lambda: self._on_part_pressed(UNSURE, UNSURE))
        self._panel.answered.connect(self._on_answered)
        self._panel.moved.connect(self._on_moved)
        self._panel.remove_asked.connect(self._on_remove_asked)
        self._panel.other_asked.connect(self._on_other_asked)

    def get_ready(self) -> None:
        """Let the first press on a hand be as quick as the next."""
        self._hands.get_ready()

    def refresh(self) -> None:
        """Read today and the twitch to describe, and show them."""
        now = self._clock()
        day = self._look.day(now)
        twitches = day.of_kind("twitch")
        self._follow(twitches)
        before = self._look.before(self._entry.at) if self._entry else None
        choices = self._choices.read()
        state = build_state(self._entry, before, twitches, choices.units)
        self._panel.show_state(state, self._ago_min())
        self._show_last()
        self._drawn = build_timeline(day, now, choices.half_life_h, self._drawn)
        self._timeline.show_state(self._drawn, choices.units)

    def _follow(self, twitches: list[Entry]) -> None:
        """Describe the twitch that is new here; else the one shown, as it stands now."""
        shown_id = self._entry.id if self._entry is not None else ""
        new = [entry for entry in twitches if entry.id not in self._known]
        same = [entry for entry in twitches if entry.id == shown_id]
        found = new or same or twitches
        self._entry = found[-1] if found else None
        self._known.update(entry.id for entry in new)
        if self._entry is not None and self._entry.id != shown_id:
            self._logged_at = self._entry.at
            if self._journal.is_of_session(self._entry.id):
                self._panel.show_chips()

    def _ago_min(self) -> int:
        if self._entry is None or self._logged_at is None:
            return 0
        return round((self._logged_at.utc_ms - self._entry.at.utc_ms) / MINUTE_MS)

    def _show_last(self) -> None:
        details = self._entry.details if self._entry is not None else None
        if isinstance(details, Twitch) and details.part != UNSURE:
            self._hands.set_last(details.side, details.part)
        else:
            self._hands.set_last("right", None)

    def _on_part_pressed(self, side: str, part: str) -> None:
        now = self._clock()
        if part != UNSURE:
            self._hands.flash(side, part)  # seen before it is written; "Saved" comes after
        self._acts.perform(lambda: self._journal.log(Twitch(side, part), now, now))

    def _on_answered(self, field: str, value: object) -> None:
        entry = self._entry
        if entry is not None:
            details = entry.details.replaced(**{field: value})
            now = self._clock()
            self._acts.perform(lambda: self._journal.amend(entry.id, now, details=details))

    def _on_moved(self, minutes: int) -> None:
        entry, logged_at = self._entry, self._logged_at
        if entry is not None and logged_at is not None:
            at, now = logged_at.shifted(-minutes * MINUTE_MS), self._clock()
            self._acts.perform(lambda: self._journal.amend(entry.id, now, at=at))

    def _on_other_asked(self, entry_id: str) -> None:
        """Describe another of today's twitches from now on."""
        twitches = self._look.day(self._clock()).of_kind("twitch")
        for entry in twitches:
            if entry.id == entry_id:
                self._entry, self._logged_at = entry, entry.at
                self.refresh()

    def _on_remove_asked(self) -> None:
        entry = self._entry
        if entry is not None:
            now = self._clock()
            self._acts.perform(lambda: self._journal.remove([entry.id], now))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep "Not sure which" in the free space between the hands."""
        if watched is self._hands and event.type() == QEvent.Type.Resize:
            gap = self._hands.gap_rect()
            size = self._unsure.sizeHint()
            self._unsure.resize(size)
            # In the middle: the index fingers lean in at their tips, the thumbs begin below.
            top = max(gap.top(), gap.center().y() - size.height() // 2)
            self._unsure.move(gap.center().x() - size.width() // 2, top)
        return False
