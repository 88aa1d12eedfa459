"""Draws every pose, palm and back, left and right, into one picture to look at.

python -m tests.bench.hand_sheet OUT.png [--skin peach] [--dark] [--size 220] [--pose NAME]...
"""

from __future__ import annotations

import argparse
import os

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from steadyhands.domain.pose.project import bounds, picture
from steadyhands.system.poses import NamedPose, shipped_poses
from steadyhands.ui.widgets.hand_look import SKINS, HandColors, Look, skin
from steadyhands.ui.widgets.hand_painter import paint_hand

DARK = HandColors(QColor("#22252B"), QColor("#C9CED6"), QColor("#2DD4BF"), QColor("#F0704F"))
SPAN = 250.0  # mm across one cell
COLUMNS = 3


def hand(pose: NamedPose, side: str, is_other: bool, size: int, look: Look) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    camera = pose.camera.other_face() if is_other else pose.camera
    painter = QPainter(image)
    scene = picture(pose.pose, camera, side)
    left, top, right, bottom = bounds(scene)
    painter.translate(size / 2, size / 2)
    painter.scale(size / SPAN, size / SPAN)
    painter.translate(-(left + right) / 2, -(top + bottom) / 2)
    paint_hand(painter, scene, look)
    painter.end()
    return image


def sheet(poses: list[NamedPose], size: int, skin_name: str, colors: HandColors) -> QImage:
    look = Look(skin(skin_name, colors), {}, SPAN / size)
    rows = -(-len(poses) // COLUMNS)
    views = (("right", False), ("right", True), ("left", False))
    width = COLUMNS * len(views) * size
    image = QImage(width, rows * (size + 20), QImage.Format.Format_RGB32)
    image.fill(colors.card)
    painter = QPainter(image)
    painter.setPen(colors.text)
    for place, pose in enumerate(poses):
        left, top = place % COLUMNS * len(views) * size, place // COLUMNS * (size + 20)
        painter.drawText(QRect(left + 8, top, 300, 20), 0, pose.name)
        for step, (side, is_other) in enumerate(views):
            painter.drawImage(left + step * size, top + 20, hand(pose, side, is_other, size, look))
    painter.end()
    return image


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--skin", default="peach", choices=SKINS)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", type=int, default=220)
    parser.add_argument("--pose", action="append")
    given = parser.parse_args()
    application = QGuiApplication([])
    poses = [p for p in shipped_poses().values() if not given.pose or p.name in given.pose]
    colors = DARK if given.dark else HandColors()
    sheet(poses, given.size, given.skin, colors).save(given.out)
    application.quit()


if __name__ == "__main__":
    main()
