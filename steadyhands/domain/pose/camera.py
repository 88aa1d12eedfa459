"""From where a hand is looked at."""

from __future__ import annotations

from steadyhands.domain.pose.vectors import Vec, turn_x, turn_y, turn_z
from steadyhands.domain.value import Value

PIVOT: Vec = (0.0, 62.0, -8.0)
DISTANCE = 620.0  # mm from the eye to the middle of the hand: an arm's length


class Camera(Value):
    """Degrees the hand is turned by, before the eye; all zero looks at the back of the hand.

    `yaw` turns it about the forearm, `pitch` tips the fingertips towards the eye,
    `roll` turns the picture anticlockwise. Said for a right hand; a left one is mirrored.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0

    def other_face(self) -> Camera:
        """Return the view of the same hand from its other face."""
        return self.replaced(yaw=(180.0 - self.yaw) % 360.0)


class Lens:
    """Turns points and directions of a hand into the eye's space: x right, y down, z near."""

    def __init__(self, camera: Camera, mirrored: bool) -> None:
        self._camera = camera
        ex, ey, ez = (self._turned(v) for v in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
        flip = -1.0 if mirrored else 1.0
        self._x = (ex[0] * flip, ey[0] * flip, ez[0] * flip)
        self._y = (-ex[1], -ey[1], -ez[1])
        self._z = (ex[2], ey[2], ez[2])

    def _turned(self, v: Vec) -> Vec:
        camera = self._camera
        return turn_z(turn_x(turn_y(v, camera.yaw), camera.pitch), camera.roll)

    def direction(self, v: Vec) -> Vec:
        """Return a direction as the eye has it."""
        (a, b, c), x, y, z = v, self._x, self._y, self._z
        return (
            x[0] * a + x[1] * b + x[2] * c,
            y[0] * a + y[1] * b + y[2] * c,
            z[0] * a + z[1] * b + z[2] * c,
        )

    def place(self, v: Vec) -> Vec:
        """Return a point in eye space, before perspective."""
        return self.direction((v[0] - PIVOT[0], v[1] - PIVOT[1], v[2] - PIVOT[2]))


def flat(v: Vec) -> tuple[float, float]:
    """Return where a point of eye space lies in the picture (mm, y down)."""
    scale = DISTANCE / (DISTANCE - v[2])
    return (v[0] * scale, v[1] * scale)
