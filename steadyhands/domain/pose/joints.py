"""How a hand is bent: joint angles in degrees, their limits, and moving between poses."""

from __future__ import annotations

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from steadyhands.domain.hand import Part

FINGERS: tuple[Part, ...] = ("index", "middle", "ring", "little")

# Typical active range in degrees: AAOS and textbook tables (health facts 6a).
LIMITS: dict[str, tuple[float, float]] = {
    "mcp": (-45, 90),
    "pip": (0, 100),
    "dip": (0, 90),
    "spread": (0, 20),
    "abduction": (-20, 60),  # negative: swept across the palm
    "palmar": (0, 45),
    "thumb_mcp": (-10, 55),
    "thumb_ip": (-20, 80),
    "extension": (-75, 70),
    "deviation": (-35, 20),
}


def checked(joint: str, angle: float) -> float:
    """Return the angle, or raise `Problem` when a hand does not bend that far."""
    low, high = LIMITS[joint]
    if not low <= angle <= high:
        raise Problem(
            "{joint} bends from {low} to {high} degrees, not {angle}.",
            joint=joint,
            low=low,
            high=high,
            angle=angle,
        )
    return angle


def clamped(joint: str, angle: float) -> float:
    """Return the angle moved inside the joint's range (for sliders)."""
    low, high = LIMITS[joint]
    return min(max(angle, low), high)


class Finger(Value):
    """One finger: flexion at knuckle, middle and end joint."""

    mcp: float = 0.0
    pip: float = 0.0
    dip: float = 0.0

    def check(self) -> None:
        """Raise `Problem` outside the joint limits."""
        for joint in ("mcp", "pip", "dip"):
            checked(joint, getattr(self, joint))


class Thumb(Value):
    """The thumb: away from the index finger, away from the palm, and its two joints."""

    abduction: float = 30.0
    palmar: float = 15.0
    mcp: float = 0.0
    ip: float = 0.0

    def check(self) -> None:
        """Raise `Problem` outside the joint limits."""
        checked("abduction", self.abduction)
        checked("palmar", self.palmar)
        checked("thumb_mcp", self.mcp)
        checked("thumb_ip", self.ip)


class Pose(Value):
    """A whole hand; `extension` and `deviation` are the wrist's (thumb side positive)."""

    index: Finger = Finger()
    middle: Finger = Finger()
    ring: Finger = Finger()
    little: Finger = Finger()
    thumb: Thumb = Thumb()
    spread: float = 0.0
    extension: float = 0.0
    deviation: float = 0.0

    def check(self) -> None:
        """Raise `Problem` outside the joint limits."""
        for joint in ("spread", "extension", "deviation"):
            checked(joint, getattr(self, joint))

    def finger(self, name: str) -> Finger:
        """Return the finger called `name`."""
        found: Finger = getattr(self, name)
        return found


def minimum_jerk(share: float) -> float:
    """Return the eased share of a move at `share` (0..1) of its time, as arms do it.

    Flash & Hogan 1985: 10 t^3 - 15 t^4 + 6 t^5. Outside 0..1 the move has not begun or is over.
    """
    t = min(max(share, 0.0), 1.0)
    return t * t * t * (10.0 + t * (6.0 * t - 15.0))


def between(
    start: Pose, end: Pose, share: float, ease: Callable[[float], float] = minimum_jerk
) -> Pose:
    """Return the pose at `share` (0..1) of the time from `start` to `end`."""
    if share <= 0.0 or start == end:
        return start if share <= 0.0 else end
    if share >= 1.0:
        return end
    eased = min(1.0, max(0.0, ease(share)))  # rounding must not pass a joint limit
    merged = {name: _blend(start.finger(name), end.finger(name), eased) for name in FINGERS}
    thumb = _blend(start.thumb, end.thumb, eased)
    wrist = {
        name: getattr(start, name) + (getattr(end, name) - getattr(start, name)) * eased
        for name in ("spread", "extension", "deviation")
    }
    return Pose(**merged, thumb=thumb, **wrist)


def _blend(a: Any, b: Any, share: float) -> Any:
    """Return the value whose number fields lie `share` of the way from a to b."""
    if a == b:
        return a
    fields = b.__dict__
    return type(a)(**{n: v + (fields[n] - v) * share for n, v in a.__dict__.items()})
