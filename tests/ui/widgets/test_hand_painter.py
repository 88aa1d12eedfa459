"""What the painter does with a projected hand: highlights, sizes, clean edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import Pose, Thumb
from steadyhands.domain.pose.project import Scene, picture
from steadyhands.system.poses import shipped_poses
from steadyhands.ui.widgets.hand_look import HandColors, Look, skin
from steadyhands.ui.widgets.hand_painter import paint_hand

SPAN = 300.0
OPEN = Pose(thumb=Thumb(50, 5), spread=12)
HOT = QColor("#0000FF")


def painted(scene: Scene, size: int = 300, tints=None, skin_name: str = "peach") -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(size / 2, size / 2)
    painter.scale(size / SPAN, size / SPAN)
    paint_hand(painter, scene, Look(skin(skin_name, HandColors()), tints or {}, SPAN / size))
    painter.end()
    return image


def at(image: QImage, x: float, y: float) -> QColor:
    size = image.width()
    return image.pixelColor(int((x / SPAN + 0.5) * size), int((y / SPAN + 0.5) * size))


def middle(scene: Scene, part: str, segment: int) -> tuple[float, float]:
    limb = next(x for x in scene.limbs() if x.part == part and x.segment == segment)
    return (limb.a[0] + limb.b[0]) / 2, (limb.a[1] + limb.b[1]) / 2


@pytest.mark.parametrize("part", ["thumb", "index", "middle", "ring", "little"])
def test_heat_colours_its_own_digit_and_no_other(qapp, part):
    scene = picture(OPEN, Camera(), "right")
    plain, hot = painted(scene), painted(scene, tints={part: (HOT, 1.0)})
    for other in ("thumb", "index", "middle", "ring", "little"):
        x, y = middle(scene, other, 2)
        if other == part:
            assert at(hot, x, y).blue() > at(plain, x, y).blue() + 40
        else:
            assert at(hot, x, y) == at(plain, x, y)


def test_more_heat_is_more_colour(qapp):
    scene = picture(OPEN, Camera(), "left")
    x, y = middle(scene, "ring", 2)
    reds = [at(painted(scene, tints={"ring": (HOT, h)}), x, y).red() for h in (0.0, 0.4, 0.8, 1.0)]
    assert reds == sorted(reds, reverse=True) and reds[0] > reds[-1] + 60


def test_palm_and_wrist_can_be_coloured(qapp):
    scene = picture(OPEN, Camera(), "right")
    hot = painted(scene, tints={"palm": (HOT, 1.0)})
    assert at(hot, 0, 10).red() < 100 < at(hot, 0, 95).red()
    hot = painted(scene, tints={"wrist": (HOT, 1.0)})
    assert at(hot, 0, 85).red() < 100 < at(hot, 0, 10).red()


@pytest.mark.parametrize("size", [48, 300])
@pytest.mark.parametrize("name", list(shipped_poses()))
def test_every_pose_is_painted_from_both_faces_at_any_size(qapp, name, size):
    named = shipped_poses()[name]
    for camera in (named.camera, named.camera.other_face()):
        image = painted(picture(named.pose, camera, "right"), size)
        step = max(size // 40, 1)
        places = [(x, y) for x in range(0, size, step) for y in range(0, size, step)]
        covered = sum(image.pixelColor(x, y).alpha() > 200 for x, y in places)
        assert 0.04 < covered / len(places) < 0.5


def test_the_forearm_fades_out(qapp):
    image = painted(picture(OPEN, Camera(), "right"))
    assert at(image, 0, 100).alpha() > 200
    assert at(image, 0, 135).alpha() == 0


def test_the_line_drawing_uses_the_card_and_the_ink_only(qapp):
    image = painted(picture(OPEN, Camera(), "right"), skin_name="line")
    for x in range(0, 300, 7):
        for y in range(0, 300, 7):
            color = image.pixelColor(x, y)
            assert color.alpha() < 250 or color.saturation() < 60
