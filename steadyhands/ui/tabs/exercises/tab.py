"""The Exercises tab: choose a hand routine, follow it, and it is in the diary."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from steadyhands.domain.moment import Moment
from steadyhands.domain.routine import player
from steadyhands.domain.routine.player import Playing
from steadyhands.domain.routine.view import Cue
from steadyhands.services.choices import ChoiceBook
from steadyhands.services.journal import Journal
from steadyhands.services.look import Look
from steadyhands.services.routines import RoutineBook
from steadyhands.system.poses import NamedPose
from steadyhands.system.preferences import Preferences
from steadyhands.ui.acts import Acts
from steadyhands.ui.awake import Awake
from steadyhands.ui.signals import Signals
from steadyhands.ui.sounds import Sounds
from steadyhands.ui.speech import Speech
from steadyhands.ui.tab import Tab
from steadyhands.ui.tabs.exercises.editor.files import RoutineFiles
from steadyhands.ui.tabs.exercises.faces import Faces
from steadyhands.ui.tabs.exercises.finish_view import FinishView
from steadyhands.ui.tabs.exercises.intro_view import IntroView
from steadyhands.ui.tabs.exercises.news_bar import NewsBar
from steadyhands.ui.tabs.exercises.player_view import PlayerView
from steadyhands.ui.tabs.exercises.presenter import (
    CHOOSE,
    PLAY,
    WRITE,
    State,
    build_state,
    now_of,
)
from steadyhands.ui.tabs.exercises.record import Record
from steadyhands.ui.tabs.exercises.routine_list import RoutineList
from steadyhands.ui.tabs.exercises.session import Session
from steadyhands.ui.tabs.exercises.sound_row import SoundRow
from steadyhands.ui.tabs.exercises.stands import Stands
from steadyhands.ui.tabs.exercises.voice import Voice
from steadyhands.ui.tabs.exercises.workshop import Workshop
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import now_ms
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.frame_clock import FPS_CHOICES, FrameClock
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN

UNSEEN_MS = 250  # the beat of a routine that is followed by ear alone


class ExercisesTab(Tab):
    """Routines on the left; on the right what to know, the player, or what was done."""

    SUBJECTS = frozenset({"routine", "settings"})

    def __init__(
        self,
        *,
        look: Look,
        journal: Journal,
        choices: ChoiceBook,
        routines: RoutineBook,
        poses: Mapping[str, NamedPose],
        session: Session,
        preferences: Callable[[], Preferences],
        on_preferences: Callable[[Preferences], object],
        can_speak: bool,
        acts: Acts,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        sounds: Sounds | None = None,
        speech: Speech | None = None,
        awake: Awake | None = None,
        files: RoutineFiles | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._choices = choices
        self._routines = routines
        self._session = session
        self._preferences = preferences
        self._on_preferences = on_preferences
        self._can_speak = can_speak
        self._clock = clock
        self._guard = guard
        self._voice = Voice(self, preferences, can_speak, sounds, speech)
        self._record = Record(session, journal, look, acts, clock)
        self._awake = awake if awake is not None else Awake()
        self._stands = Stands(poses)
        self._beat, self._face = -1, CHOOSE
        self._workshop = self._made_workshop(poses, acts, files)
        self._build(preferences())
        self._connect()

    def _made_workshop(
        self, poses: Mapping[str, NamedPose], acts: Acts, files: RoutineFiles | None
    ) -> Workshop:
        return Workshop(
            routines=self._routines,
            poses=poses,
            session=self._session,
            acts=acts,
            guard=self._guard,
            skin=self._preferences().skin or DEFAULT_SKIN,
            files=files,
        )

    def _build(self, preferences: Preferences) -> None:
        guard, skin = self._guard, preferences.skin or DEFAULT_SKIN
        self._list = RoutineList(guard)
        self._sound_row = SoundRow(preferences, self._can_speak, current_look().calm, guard)
        self._intro = IntroView(self._stands, skin, guard, self._sound_row)
        self._player = PlayerView(self._stands, skin, guard)
        self._finish = FinishView(guard)
        self._faces = Faces(self._list, self._intro, self._player, self._finish, guard)
        self._panes = self._faces.panes
        self._news = NewsBar(guard)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._news)
        outer.addWidget(self._faces, 1)
        outer.addWidget(self._workshop, 1)
        self._frames = FrameClock(self._player)
        self._frames.fps = self._player.hand.fps = FPS_CHOICES[preferences.smooth]
        self._unseen = QTimer(self, interval=UNSEEN_MS)
        self._keys = [
            self._key(Qt.Key.Key_Space, self._toggle),
            self._key(Qt.Key.Key_Left, self._back),
            self._key(Qt.Key.Key_Right, self._skip),
            self._key(Qt.Key.Key_Escape, self._end),
        ]

    def _key(self, key: Qt.Key, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._on_key(key, act))
        return shortcut

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._list.new_asked.connect(self._workshop.write_new)
        self._list.bring_asked.connect(lambda: self._list.say(self._workshop.bring()))
        self._intro.change_asked.connect(self._workshop.change)
        self._workshop.changed.connect(self._renew)
        self._news.put_back.connect(self._workshop.put_back)
        self._news.read.connect(self._on_news_read)
        self._intro.start_asked.connect(self._on_start)
        self._sound_row.chosen.connect(self._on_sound)
        controls = self._player.controls
        controls.pause_asked.connect(self._toggle)
        controls.back_asked.connect(self._back)
        controls.skip_asked.connect(self._skip)
        controls.end_asked.connect(self._end)
        controls.hurt_asked.connect(self._on_hurt)
        self._finish.felt_chosen.connect(self._record.amend_felt)
        self._finish.again_asked.connect(self._on_again)
        self._finish.others_asked.connect(self._on_others)
        self._frames.tick.connect(self._on_tick)
        self._frames.seen_changed.connect(self._on_seen)
        self._unseen.timeout.connect(self._on_tick)

    def refresh(self) -> None:
        """Read the routines and the session's entry, and show them."""
        session = self._session
        hand, routines = self._choices.read().hand, self._routines.routines()
        self._workshop.know(routines)
        own = self._routines.own_ids()
        kept = self._record.kept()
        state = build_state(
            routines, session.chosen, hand, session.playing, kept, session.hurt, own
        )
        self.show_state(state.replaced(face=WRITE) if session.writing is not None else state)

    def on_minute(self) -> None:
        """Nothing here follows the time of day."""

    def show_state(self, state: State) -> None:
        """Show the page to write on; or the cards and the one face that counts."""
        was, self._face = self._face, state.face
        self._list.show_cards(state.cards, state.chosen)
        self._faces.show_face(CHOOSE if state.face == WRITE else state.face)
        if state.intro is not None:
            self._intro.show_intro(state.intro)
        if state.finish is not None:
            self._finish.show_finish(state.finish)
        for key in self._keys:
            key.setEnabled(state.face == PLAY)
        if state.now is not None:
            self._show_playing()
        else:
            self._rest()
        self._show_workshop(was)

    def _show_workshop(self, was: str) -> None:
        """Show the editor, or the routines again with what became of what was written."""
        writes = self._face == WRITE
        if writes:
            self._workshop.go_on()
        shown, other = (self._workshop, self._faces) if writes else (self._faces, self._workshop)
        other.hide()  # first, so that never both ask for room
        shown.show()
        had_news = self._news.isVisible()
        self._news.show_news(None if writes else self._session.news)
        if writes and was != WRITE:
            self._workshop.take_focus()
        elif self._news.offers_back() and not had_news:
            self._news.take_focus()
        elif was == WRITE and not writes:
            self._panes.open_detail(False)
            self._list.focus_chosen()

    # -- the routine goes on ------------------------------------------------------------------

    def _show_playing(self) -> None:
        """Bring the picture up to date; called at every frame."""
        state = self._session.playing
        if state is None or state.is_over:
            return
        now = now_of(state)
        self._player.show_now(now, state)
        if state.beat != self._beat:
            self._beat = state.beat
            self._player.show_strip(now, state)
            self._player.prepare(state)
        running = state.is_running
        self._frames.run(running)
        self._awake.keep(running)
        if running and not self._frames.is_seen():
            self._unseen.start()
        else:
            self._unseen.stop()

    def _rest(self) -> None:
        self._beat = -1
        self._frames.run(False)
        self._unseen.stop()
        self._player.hand.rest()
        self._awake.keep(False)

    def _on_tick(self) -> None:
        if self._session.is_running:
            self._follow(self._session.tick())

    def _follow(self, heard: tuple[Cue, ...]) -> None:
        """Show and sound what an act or the time led to."""
        self._voice.let_hear(heard)
        state = self._session.playing
        if state is None:
            return
        if state.is_over:
            self._keep(state, hurt=False)
        else:
            self._show_playing()

    def _on_seen(self, seen: bool) -> None:
        """A routine that nobody can see or hear pauses; one that is spoken goes on."""
        if self._session.is_running and not seen:
            if self._voice.is_spoken:
                self._show_playing()
            else:
                self._follow(self._session.toggle())
        elif seen and self._session.is_on:
            self._show_playing()

    def _keep(self, state: Playing, hurt: bool) -> None:
        """Write down what was done, and show it."""
        self._rest()
        self._record.keep(state, hurt)
        self.refresh()
        self._finish.again.setFocus(_reason())

    # -- slots --------------------------------------------------------------------------------

    def _on_key(self, key: Qt.Key, act: Callable[[], object]) -> None:
        if self._guard.allows(f"exercise key {key}", now_ms()):
            act()

    def _on_chosen(self, routine_id: str) -> None:
        if self._session.is_on:
            return
        self._session.clear()
        self._session.chosen, self._session.news = routine_id, None
        self._list.say(None)
        self._panes.open_detail(True)
        self.refresh()

    def _on_start(self, first: str) -> None:
        chosen, now = self._session.chosen, self._clock()
        found = {routine.id: routine for routine in self._routines.routines()}
        routine = found.get(chosen) or next(iter(found.values()))
        self._session.news = None
        heard = self._session.start(routine, first, now)
        self.refresh()
        self._player.controls.pause.setFocus(_reason())
        self._faces.show_hand()
        self._follow(heard)

    def _on_news_read(self) -> None:
        self._session.news = None
        self._news.show_news(None)
        self._list.focus_chosen()

    def _toggle(self) -> None:
        self._follow(self._session.toggle())

    def _back(self) -> None:
        self._follow(self._session.act(player.back))

    def _skip(self) -> None:
        self._follow(self._session.act(player.skip))

    def _end(self) -> None:
        self._voice.hush()
        self._follow(self._session.act(player.end))

    def _on_hurt(self) -> None:
        self._voice.hush()
        self._voice.let_hear(self._session.act(player.end))
        if self._session.playing is not None:
            self._keep(self._session.playing, hurt=True)

    def _on_again(self) -> None:
        playing = self._session.playing
        if playing is not None:
            self._on_start(playing.plan.first)

    def _on_others(self) -> None:
        self._session.clear()
        self._panes.open_detail(False)
        self.refresh()

    def _on_sound(self, chosen: dict) -> None:
        self._on_preferences(self._preferences().replaced(**chosen))
        self._frames.fps = self._player.hand.fps = FPS_CHOICES[self._preferences().smooth]
        if "sound" in chosen:
            self._voice.sound("ding")

    def showEvent(self, event: object) -> None:
        """Hear when the window is about to close: what was done by then is kept."""
        self.window().installEventFilter(self)
        super().showEvent(event)  # type: ignore[arg-type]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End a routine before its window goes."""
        if event.type() == QEvent.Type.Close and watched is self.window() and self._session.is_on:
            self._end()
        return False


def _reason() -> Qt.FocusReason:
    """Return why the keyboard goes on: a ring is shown to those who use it, not after a click."""
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        return Qt.FocusReason.OtherFocusReason
    return Qt.FocusReason.MouseFocusReason
