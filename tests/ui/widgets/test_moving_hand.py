"""The moving hand: what is painted, and that nothing is when nobody looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QWidget

from steadyhands.domain.pose.camera import Camera
from steadyhands.system.poses import shipped_poses
from steadyhands.ui.widgets.frame_clock import FrameClock
from steadyhands.ui.widgets.hand_frames import HandFrames, Motion, steps_of
from steadyhands.ui.widgets.hand_stage import Stand, figures, fit, midway
from steadyhands.ui.widgets.moving_hand import MovingHand
from tests.ui.dress import dress, shown

POSES = shipped_poses()
CAMERA = Camera(150, 8)
OPEN, FIST = (Stand(POSES[name].pose, CAMERA) for name in ("spread", "full_fist"))
STRETCH = Stand(POSES["wrist_back"].pose, POSES["wrist_back"].camera, "draws-back", 1.0)
PRAYER = Stand(POSES["prayer"].pose, CAMERA, "palm-to-palm", 1.0)


class Paints(QObject):
    """Counts a widget's paint events."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def hand(qtbot, qapp):
    dress(qapp, calm=False)
    widget = MovingHand()
    widget.set_exercise([OPEN, FIST], "right")
    return shown(qtbot, widget, 260, 260)


def test_the_same_picture_is_not_painted_twice(qtbot, hand):
    move = Motion(OPEN, FIST, "right")
    hand.show_motion(move._replace(share=0.5))
    qtbot.waitUntil(lambda: hand.pictures_painted() == 1)
    paints = Paints(hand)
    for share in (0.5, 0.501, 0.499):
        hand.show_motion(move._replace(share=share))
    QTest.qWait(60)
    assert paints.count == 0
    hand.show_motion(move._replace(share=0.6))
    qtbot.waitUntil(lambda: paints.count == 1)


def test_the_way_back_uses_the_pictures_of_the_way_there(hand):
    frames = hand._frames
    for number in range(11):
        frames.frame(Motion(OPEN, FIST, "right", number / 10, seconds=1 / 3), 30)
    painted = frames.painted
    for number in range(11):
        frames.frame(Motion(FIST, OPEN, "right", number / 10, seconds=1 / 3), 30)
    assert frames.painted == painted


def test_what_is_foreseen_need_not_be_painted_later(qtbot, hand):
    move = Motion(OPEN, FIST, "right", seconds=0.2)
    hand.show_motion(move._replace(share=0.0))
    hand.foresee([move])
    qtbot.waitUntil(lambda: not hand.is_working())
    painted = hand.pictures_painted()
    for number in range(steps_of(move, hand.fps) + 1):
        hand._frames.frame(move._replace(share=number / steps_of(move, hand.fps)), hand.fps)
    assert hand.pictures_painted() == painted


def test_a_hidden_hand_does_nothing(qtbot, hand):
    hand.show_motion(Motion(OPEN, FIST, "right", 0.1))
    hand.foresee([Motion(OPEN, FIST, "right", seconds=2.0)])
    hand.hide()
    paints, painted = Paints(hand), hand.pictures_painted()
    hand.foresee([Motion(FIST, OPEN, "right")])
    hand.show_motion(Motion(OPEN, FIST, "right", 0.9))
    QTest.qWait(80)
    assert (paints.count, hand.pictures_painted(), hand.is_working()) == (0, painted, False)


def test_a_calm_hand_stands_where_it_goes_at_once(qtbot, hand):
    hand.set_calm(True)
    hand.show_motion(Motion(OPEN, FIST, "right", 0.2))
    QTest.qWait(40)
    paints = Paints(hand)
    hand.show_motion(Motion(OPEN, FIST, "right", 0.7))
    QTest.qWait(60)
    assert paints.count == 0


def test_old_pictures_go_when_there_are_too_many():
    frames = HandFrames(most_bytes=600_000)
    frames.place(fit([OPEN, FIST], "right", QRectF(0, 0, 250, 250)), 1.0)
    for number in range(20):
        frames.frame(Motion(OPEN, FIST, "right", number / 20), 20)
    assert frames._bytes <= 600_000


def test_all_stands_fit_the_widget():
    area = QRectF(0, 0, 400, 300)
    for stand, side in ((STRETCH, "left"), (PRAYER, "both"), (OPEN, "both"), (FIST, "right")):
        place = fit([stand], side, area)
        for figure in figures(stand, side, place.apart):
            box = figure.area()
            assert box.left() * place.scale + place.x >= -1
            assert box.right() * place.scale + place.x <= 401
            assert box.bottom() * place.scale + place.y <= 301


@pytest.mark.parametrize("helper", ["draws-back", "draws-in", "draws-thumb"])
def test_the_other_hand_helps_and_is_mirrored_for_the_left(helper):
    stand = STRETCH._replace(helper=helper)
    right, left = (figures(stand, side) for side in ("right", "left"))
    assert [f.scene.side for f in right] == ["right", "left"]
    assert [f.scene.side for f in left] == ["left", "right"]
    for one, two in zip(right, left, strict=True):
        assert one.area().left() == pytest.approx(-two.area().right(), abs=0.01)


def test_the_other_hand_comes_from_away():
    start = Stand(POSES["rest"].pose, STRETCH.camera, "draws-back", 0.0)
    assert len(figures(start, "right")) == 1
    near, far = (figures(midway(start, STRETCH, share), "right")[1] for share in (0.9, 0.4))
    assert near.opacity > far.opacity


def test_palms_meet_in_the_middle():
    left, right = figures(PRAYER, "both")
    tips = [f.scene.limbs()[-1] for f in (left, right)]
    assert left.scene.side == "left"
    assert tips
    apart = right.area().center().x() - left.area().center().x()
    assert 20 < apart < 130


def test_frames_come_only_while_seen(qtbot, qapp):
    stack, page, other = QStackedWidget(), QWidget(), QWidget()
    stack.addWidget(page)
    stack.addWidget(other)
    clock = FrameClock(page)
    clock.run(True)
    assert not clock.is_running()
    shown(qtbot, stack)
    assert clock.is_running()
    stack.setCurrentWidget(other)
    assert not clock.is_running()
    stack.setCurrentWidget(page)
    assert clock.is_running()
    stack.showMinimized()
    qtbot.waitUntil(lambda: not clock.is_running())
    stack.showNormal()
    qtbot.waitUntil(clock.is_running)
    clock.run(False)
    assert not clock.is_running()


def test_what_was_painted_ahead_is_painted_again_for_another_size(qtbot, hand):
    move = Motion(OPEN, FIST, "right", seconds=0.3)
    hand.show_motion(move._replace(share=0.0))
    hand.foresee([move])
    hand.resize(220, 240)
    qtbot.waitUntil(lambda: not hand.is_working())
    QTest.qWait(20)
    painted = hand.pictures_painted()
    hand._frames.frame(move._replace(share=0.5), hand.fps)
    assert hand.pictures_painted() == painted


def test_at_rest_no_pictures_are_kept(qtbot, hand):
    hand.show_motion(Motion(OPEN, FIST, "right", 0.3))
    qtbot.waitUntil(lambda: hand.pictures_painted() == 1)
    hand.rest()
    assert hand._frames._bytes == 0
