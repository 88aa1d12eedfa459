"""A pose being changed by sliders: every finger, the thumb and the wrist, within their limits."""

from __future__ import annotations

from collections.abc import Collection

from steadyhands.domain.details import NAME_LIMIT
from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import FINGERS, LIMITS, Pose, clamped
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import OwnPose
from steadyhands.domain.value import Value
from steadyhands.ui.tabs.exercises.editor.checks import line

TOGETHER, THUMB, WRIST = "fingers", "thumb", "wrist"
GROUPS = (TOGETHER, *FINGERS, THUMB, WRIST)
_BENDS = ("mcp", "pip", "dip")
_THUMB = {"abduction": "abduction", "palmar": "palmar", "thumb_mcp": "mcp", "thumb_ip": "ip"}


class PoseDraft(Value):
    """A pose on its way from `base`. `own_name` is the own pose it may replace, if any."""

    name: str
    base: Pose
    pose: Pose
    camera: Camera
    own_name: str = ""

    def angle(self, group: str, joint: str) -> int:
        """Return a joint's angle in whole degrees; of fingers together, their mean."""
        if group == TOGETHER and joint in _BENDS:
            return round(_mean(self.pose, joint))
        if group in FINGERS:
            return round(getattr(self.pose.finger(group), joint))
        if group == THUMB:
            return round(getattr(self.pose.thumb, _THUMB[joint]))
        return round(getattr(self.pose, joint))

    def bent(self, group: str, joint: str, angle: float) -> PoseDraft:
        """Return it with a joint bent as far as a hand can go."""
        angle = clamped(joint, angle)
        pose = self.pose
        if group == TOGETHER and joint in _BENDS:
            return self.replaced(pose=self._together(joint, angle))
        if group in FINGERS:
            finger = pose.finger(group).replaced(**{joint: angle})
            return self.replaced(pose=pose.replaced(**{group: finger}))
        if group == THUMB:
            thumb = pose.thumb.replaced(**{_THUMB[joint]: angle})
            return self.replaced(pose=pose.replaced(thumb=thumb))
        return self.replaced(pose=pose.replaced(**{joint: angle}))

    def _together(self, joint: str, angle: float) -> Pose:
        """Bend all fingers; the few degrees by which they differed at first go near a limit."""
        middle = _mean(self.base, joint)
        offs = {name: getattr(self.base.finger(name), joint) - middle for name in FINGERS}
        low, high = LIMITS[joint]
        most = max(abs(off) for off in offs.values())
        share = min(1.0, (angle - low) / most, (high - angle) / most) if most else 1.0
        fingers = {}
        for name, off in offs.items():
            bent = clamped(joint, round(angle + off * share, 1))
            fingers[name] = self.pose.finger(name).replaced(**{joint: bent})
        return self.pose.replaced(**fingers)

    def own_pose(self, shipped: Collection[str]) -> OwnPose:
        """Return the pose to keep. Raises Problem for a name that cannot be."""
        name = line(self.name)
        if not 1 <= len(name) <= NAME_LIMIT:
            raise Problem("A pose needs a name of 1 to {most} letters.", most=NAME_LIMIT)
        if name in shipped:
            raise Problem("The program has a pose of this name; please choose another.")
        return OwnPose(name, self.pose, self.camera)


def joints_of(group: str) -> tuple[str, ...]:
    """Return the joints that a group's sliders move."""
    if group == TOGETHER:
        return (*_BENDS, "spread")
    if group in FINGERS:
        return _BENDS
    return tuple(_THUMB) if group == THUMB else ("extension", "deviation")


def limits_of(joint: str) -> tuple[int, int]:
    """Return how far a joint bends, in whole degrees."""
    low, high = LIMITS[joint]
    return int(low), int(high)


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return a name like `wanted` that no pose has: "Hook fist 2"."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted} {number}"
    return found


def _mean(pose: Pose, joint: str) -> float:
    return sum(getattr(pose.finger(name), joint) for name in FINGERS) / len(FINGERS)
