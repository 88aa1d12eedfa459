"""The true shapes of the hand shown for logging, in millimetres."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from steadyhands.domain.pose.camera import PIVOT, Camera
from steadyhands.domain.pose.joints import Pose, Thumb
from steadyhands.domain.pose.project import Limb, picture
from steadyhands.domain.pose.touch import WRIST_TOP, nearest
from steadyhands.ui.widgets.hand_layout import REACH
from steadyhands.ui.widgets.hand_painter import arm_path, palm_path
from steadyhands.ui.widgets.hand_shapes import LimbShape

# The backs of one's own hands, fingers apart so that each is easy to hit.
LOG_POSE = Pose(thumb=Thumb(51.0, 4.0, 0.0, 4.0), spread=14.0)


class HandOutline:
    """One hand as the eye sees it: its scene, and each part's place and outline."""

    def __init__(self, side: str) -> None:
        self.scene = picture(LOG_POSE, Camera(), side)

    def part_at(self, x: float, y: float) -> tuple[str, float]:
        """Return the nearest part and how far off it is (negative: on it)."""
        return nearest(self.scene, x, y)

    def box(self, part: str) -> QRectF:
        """Return a part's bounds, without the price of its exact outline."""
        if part == "wrist":
            limbs: tuple[Limb, ...] = self.scene.palm.arm
        elif part == "palm":
            limbs = self.scene.palm.bones[:6]
        else:
            limbs = self._limbs(part)
        area = QRectF()
        for limb in limbs:
            for (x, y), r in ((limb.a, limb.ra), (limb.b, limb.rb)):
                area = area.united(QRectF(x - r, y - r, 2 * r, 2 * r))
        if part == "wrist":
            area.setBottom(REACH.bottom())
        return area

    def anchor(self, part: str) -> QPointF:
        """Return a point well inside a part."""
        palm = self.scene.palm
        if part == "wrist":
            one, two = palm.arm
            return QPointF((one.b[0] + two.b[0]) / 2, (one.b[1] * 3 + one.a[1]) / 4)
        if part == "palm":
            bone = palm.bones[1]
            return QPointF((bone.a[0] + bone.b[0]) / 2, (bone.a[1] + bone.b[1]) / 2)
        return QPointF(*max(self._limbs(part), key=lambda limb: limb.segment).a)

    def path(self, part: str) -> QPainterPath:
        """Return a part's outline."""
        if part in ("palm", "wrist"):
            whole = palm_path(self.scene.palm).united(arm_path(self.scene.palm))
            seam = PIVOT[1] - WRIST_TOP
            top, high = (seam, 200.0) if part == "wrist" else (seam - 200.0, 200.0)
            band = QPainterPath()
            band.addRect(-200.0, top, 400.0, min(high, REACH.bottom() - top))
            return whole.intersected(band)
        path = QPainterPath()
        for limb in self._limbs(part):
            path = path.united(LimbShape(limb).path)
        return path

    def _limbs(self, part: str) -> tuple[Limb, ...]:
        return tuple(x for x in self.scene.limbs() if x.part == part and x.segment > 0)
