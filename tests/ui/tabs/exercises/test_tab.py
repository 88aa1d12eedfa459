"""The Exercises tab by clicks, keys and a clock of its own, on a real diary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from steadyhands.domain.entries import Entry, RoutineSession
from steadyhands.domain.practice import Symptom
from steadyhands.domain.routine.steps import OwnPose, Routine, Shape, Step
from steadyhands.system.poses import shipped_poses
from steadyhands.system.preferences import Preferences
from steadyhands.ui.acts import Acts
from steadyhands.ui.awake import Awake
from steadyhands.ui.signals import Signals
from steadyhands.ui.sounds import Sounds
from steadyhands.ui.tabs.exercises.session import Session
from steadyhands.ui.tabs.exercises.tab import ExercisesTab
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_desk
from tests.stubs import FixedClock
from tests.ui.dress import SCALES, dress, shown, spoken_name

SHORT = Routine(
    "short",
    "Short one",
    (
        Step("Fist", (Shape("full_fist"), Shape("spread")), "Soft.", hold_s=2, repetitions=1),
        Step("Stretch", (Shape("wrist_back"),), "Easy.", 2, 1, "together", helper="draws-back"),
    ),
    "To test with.",
    ("Not with a sore wrist.",),
    "A test.",
    ready_s=2,
)


class SilentRun:
    """Notes what would be played."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def __call__(self, program: str, words: list[str]) -> None:
        self.played.append(Path(words[-1]).name)


class NotedKeeper:
    """Notes whether the screen is held."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def hold(self) -> None:
        self.calls.append("hold")

    def release(self) -> None:
        self.calls.append("release")


class NotedSpeech:
    """Notes what would be said."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.said.append("…")


class Bench:
    """A tab on a diary of its own, with what a test asks of both."""

    def __init__(self, folder: Path, preferences: Preferences) -> None:
        self.clock = FixedClock()
        self.desk = a_desk(folder, self.clock)
        self.desk.routines.keep(SHORT)
        self.signals = Signals()
        self.acts = Acts(self.signals)
        self.time = 0.0
        self.session = Session(lambda: self.time)
        self.session.chosen = "short"
        self.preferences = preferences
        self.run, self.keeper, self.speech = SilentRun(), NotedKeeper(), NotedSpeech()
        self.done: list = []
        self.acts.done.connect(self.done.append)
        self.tab = self.build()

    def build(self) -> ExercisesTab:
        return ExercisesTab(
            look=self.desk.look,
            journal=self.desk.journal,
            choices=self.desk.choices,
            routines=self.desk.routines,
            poses=shipped_poses(),
            session=self.session,
            preferences=lambda: self.preferences,
            on_preferences=self._prefer,
            can_speak=True,
            acts=self.acts,
            signals=self.signals,
            clock=self.clock.now,
            guard=ClickGuard(0),
            sounds=Sounds("quiet", "linux", self.run, lambda name: f"/bin/{name}"),
            speech=self.speech,
            awake=Awake(self.keeper),
        )

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = preferences

    def entries(self, kind: str = "routine") -> list[Entry]:
        return self.desk.look.day(self.clock.now()).of_kind(kind)

    def session_entry(self) -> RoutineSession:
        (entry,) = self.entries()
        assert isinstance(entry.details, RoutineSession)
        return entry.details

    def button(self, name: str) -> QAbstractButton:
        found = [
            b
            for b in self.tab.findChildren(QAbstractButton)
            if b.isVisible() and spoken_name(b).removesuffix(", selected") == name
        ]
        assert len(found) == 1, name
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def pass_seconds(self, seconds: float) -> None:
        """Let time go by as frames do, without waiting for it."""
        for _ in range(round(seconds * 10)):
            self.time += 0.1
            self.tab._on_tick()
            if not self.session.is_on:
                return

    def reads(self, text: str) -> bool:
        labels = self.tab.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())


@pytest.fixture
def bench(tmp_path: Path, qtbot, qapp) -> Iterator[Bench]:
    dress(qapp, calm=True)
    made = Bench(tmp_path, Preferences())
    shown(qtbot, made.tab, 1200, 760)
    yield made
    made.session.clear()
    made.tab.hide()
    made.desk.close()


def begin(bench: Bench) -> None:
    bench.press("Start Short one")
    bench.tab._frames._timer.stop()  # the test is the clock


def test_before_a_session_it_says_who_should_leave_it(bench):
    assert bench.reads("Not with a sore wrist.")
    assert bench.reads("Stop if it hurts, tingles or goes numb.")
    assert bench.reads("Source: A test.")


def test_a_whole_routine_is_an_entry(bench):
    begin(bench)
    bench.clock.pass_minutes(1)
    bench.pass_seconds(60)
    done = bench.session_entry()
    assert (done.routine, done.share, done.sides, done.hurt) == (
        "short",
        1,
        ("left", "right"),
        False,
    )
    assert done.total_s > done.held_s > 9
    assert bench.reads("both sides")
    assert bench.reads("Done")


def test_how_it_felt_amends_the_entry(bench):
    begin(bench)
    bench.pass_seconds(60)
    bench.press("How do your hands feel now? Only if you want to say.: Worse")
    assert bench.session_entry().felt == "worse"
    assert bench.reads("smaller next time")


def test_escape_keeps_the_part_done_and_undo_takes_it_back(bench):
    begin(bench)
    bench.pass_seconds(4)
    QTest.keyClick(bench.tab.window().windowHandle(), Qt.Key.Key_Escape)
    assert 0 < bench.session_entry().share < 1
    bench.acts.perform(lambda: bench.desk.journal.undo(bench.clock.now(), bench.done[-1].act))
    assert bench.entries() == []
    assert bench.reads("Taken back")


def test_ending_before_any_hold_writes_nothing(bench):
    begin(bench)
    bench.pass_seconds(1)
    bench.press("End")
    assert bench.entries() == []
    assert bench.reads("nothing is written down")


def test_this_hurt_stops_and_writes_a_symptom_and_the_part_done(bench):
    begin(bench)
    bench.pass_seconds(4)
    bench.press("This hurt")
    (symptom,) = bench.entries("symptom")
    assert symptom.details == Symptom("pain", "right", during="short")
    assert bench.session_entry().hurt
    assert len(bench.done) == 1  # one act: one Undo takes both back
    assert not bench.session.is_on
    assert bench.reads("Let the hand rest")


def test_keys_pause_skip_and_go_back(bench):
    begin(bench)
    window = bench.tab.window().windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert bench.session.playing.paused
    assert bench.button("Go on")
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert bench.session.is_running
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert bench.session.playing.now.phase == "move"
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert bench.session.playing.now.phase == "ready"


def test_after_the_machine_slept_it_waits(bench):
    begin(bench)
    bench.pass_seconds(3)
    bench.time += 3600
    bench.tab._on_tick()
    assert not bench.session.is_running
    assert bench.reads("Paused while the computer slept")
    assert not bench.tab._frames.is_running()


def test_no_frame_is_asked_for_while_paused_or_hidden(bench, qtbot):
    begin(bench)
    bench.tab._frames.run(True)
    assert bench.tab._frames.is_running()
    bench.press("Pause")
    assert not bench.tab._frames.is_running()
    bench.press("Go on")
    bench.tab.hide()
    assert not bench.tab._frames.is_running()
    assert not bench.tab._unseen.isActive()
    assert bench.session.playing.paused  # nobody saw or heard it


def test_nothing_is_painted_while_paused(bench, qtbot):
    class Paints(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    begin(bench)
    bench.pass_seconds(4)
    bench.press("Pause")
    qtbot.waitUntil(lambda: not bench.tab._player.hand.is_working())
    QTest.qWait(30)
    paints = Paints()
    for widget in (bench.tab._player.hand, bench.tab._player.ring, bench.tab._player.strip):
        widget.installEventFilter(paints)
    QTest.qWait(150)
    assert paints.count == 0


def test_a_spoken_routine_goes_on_unseen(bench):
    bench.preferences = Preferences(speak=True)
    begin(bench)
    bench.tab.hide()
    assert bench.session.is_running
    assert bench.tab._unseen.isActive()
    assert any("Get ready" in said for said in bench.speech.said)


def test_sounds_follow_the_volume_chosen(bench):
    begin(bench)
    bench.pass_seconds(3)
    assert bench.run.played[:2] == ["ding-quiet.wav", "tick-quiet.wav"]
    bench.preferences = Preferences(sound="off")
    heard = len(bench.run.played)
    bench.pass_seconds(5)
    assert len(bench.run.played) == heard


def test_the_screen_stays_on_only_while_it_plays(bench):
    begin(bench)
    bench.press("Pause")
    bench.press("Go on")
    bench.press("End")
    assert bench.keeper.calls == ["hold", "release", "hold", "release"]


def test_the_other_hand_can_begin(bench):
    bench.press("Begin with: Left hand")
    begin(bench)
    assert bench.session.playing.plan.first == "left"


def test_a_rebuilt_page_goes_on_where_it_was(bench, qtbot):
    begin(bench)
    bench.pass_seconds(4)
    bench.press("Pause")
    again = bench.build()
    shown(qtbot, again, 1200, 760)
    bench.tab.hide()
    bench.tab = again
    assert bench.reads("Repetition 1 of 1")
    assert bench.button("Go on")


def test_closing_the_window_keeps_the_part_done(bench):
    begin(bench)
    bench.pass_seconds(4)
    bench.tab.window().close()
    assert bench.session_entry().share > 0


def test_volume_is_kept_in_the_preferences(bench):
    bench.press("Sound: Normal")
    assert bench.preferences.sound == "normal"
    bench.press("Also: Speak the steps")
    assert bench.preferences.speak


def test_a_narrow_window_shows_one_pane(bench, qtbot):
    bench.tab.resize(640, 760)
    assert bench.tab._list.isVisible() != bench.tab._intro.isVisible()
    bench.tab._panes.open_detail(True)
    assert bench.tab._intro.isVisible()
    bench.press("All routines")
    assert bench.tab._list.isVisible()


def test_a_narrow_window_scrolls_as_a_page_and_keeps_the_buttons_in_sight(bench):
    bench.tab.resize(640, 300)
    QTest.qWait(20)
    listed = bench.tab._list.findChildren(QScrollArea)
    assert len(listed) == 1
    assert bench.tab._list.isAncestorOf(listed[0])
    card = bench.tab._list.new
    assert card.mapTo(listed[0].widget(), card.rect().bottomLeft()).y() > 300  # unrolled
    bench.tab._panes.open_detail(True)
    begin(bench)
    controls = bench.tab._player.controls
    QTest.qWait(20)
    for button in (controls.pause, controls.back, controls.skip, controls.end):
        assert button.visibleRegion().boundingRect() == button.rect()
    bench.tab.resize(1200, 760)
    QTest.qWait(20)
    assert not bench.tab._player.foot.isVisible()
    assert controls.pause.isVisible()


def test_an_own_pose_is_what_the_hand_shows(bench):
    own = OwnPose("my_claw", shipped_poses()["hook"].pose)
    mine = SHORT.replaced(
        id="claw",
        name="Claw",
        steps=(Step("Claw", (Shape("my_claw"),), repetitions=1),),
        poses=(own,),
    )
    bench.desk.routines.keep(mine)
    poses = bench.desk.routines.poses(mine)
    _, stand = bench.tab._stands.preview(mine)
    assert stand.pose == poses["my_claw"].pose == own.pose


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("face", ["choose", "play", "done"])
def test_targets_are_large_and_named(tmp_path, qtbot, qapp, scale, face):
    look = dress(qapp, scale)
    bench = Bench(tmp_path, Preferences())
    shown(qtbot, bench.tab, 1240, 900)
    bench.tab._panes.open_detail(True)
    if face != "choose":
        begin(bench)
        bench.pass_seconds(4 if face == "play" else 60)
    QTest.qWait(20)
    buttons = [b for b in bench.tab.findChildren(QAbstractButton) if b.isVisible()]
    assert buttons
    bench.session.clear()
    for button in buttons:
        assert spoken_name(button)
        assert button.height() >= look.target, spoken_name(button)
        assert button.width() >= 44, spoken_name(button)
    bench.tab.hide()
    bench.desk.close()


def test_the_painted_ring_says_its_number(bench):
    begin(bench)
    bench.pass_seconds(1)
    ring: QWidget = bench.tab._player.ring
    assert spoken_name(ring) == "1 get ready"
