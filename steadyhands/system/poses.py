"""Reads the poses a hand can be shown in from a TOML file."""

from __future__ import annotations

import tomllib
from typing import Any

from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import FINGERS, LIMITS, Finger, Pose, Thumb
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.system.resources import read_resource

_FILE = "poses.toml"
_JOINTS = ("mcp", "pip", "dip")
_WRIST = ("spread", "extension", "deviation")
_THUMB = {"abduction": "abduction", "palmar": "palmar", "mcp": "thumb_mcp", "ip": "thumb_ip"}
_CAMERA = ("yaw", "pitch", "roll")
_KEYS = frozenset((*_JOINTS, *_WRIST, "thumb", "camera"))


class NamedPose(Value):
    """A pose by its name in the data, and from where it is best seen."""

    name: str
    pose: Pose
    camera: Camera


def shipped_poses() -> dict[str, NamedPose]:
    """Return the program's own poses. Raises Problem if their file is damaged."""
    return parse_poses(read_resource(_FILE), _FILE)


def parse_poses(text: str, file: str) -> dict[str, NamedPose]:
    """Return the poses in `text` by name, in its order.

    Raises Problem that names the file, the pose and the key at fault.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem("{file} is not a file of poses: {reason}", file=file, reason=error) from None
    return {name: _Reader(file, name, table).pose() for name, table in data.items()}


class _Reader:
    """Reads one pose's table and says where it is wrong."""

    def __init__(self, file: str, name: str, table: Any) -> None:
        self._file, self._name = file, name
        self._table: dict[str, Any] = self._checked_table(name, table, _KEYS)

    def pose(self) -> NamedPose:
        """Return the pose."""
        joints = {joint: self._four(joint) for joint in _JOINTS}
        values: dict[str, Any] = {
            finger: Finger(**{joint: joints[joint][place] for joint in _JOINTS})
            for place, finger in enumerate(FINGERS)
        }
        for key in _WRIST:
            values[key] = self._angle(key, self._table.get(key, 0), key)
        return NamedPose(self._name, Pose(thumb=self._thumb(), **values), self._camera())

    def _thumb(self) -> Thumb:
        table = self._checked_table("thumb", self._table.get("thumb"), _THUMB)
        return Thumb(
            **{
                key: self._angle(f"thumb.{key}", table.get(key, 0), joint)
                for key, joint in _THUMB.items()
            }
        )

    def _camera(self) -> Camera:
        table = self._checked_table("camera", self._table.get("camera", {}), _CAMERA)
        return Camera(**{key: self._number(f"camera.{key}", table.get(key, 0)) for key in _CAMERA})

    def _four(self, key: str) -> list[float]:
        value = self._table.get(key)
        values = value if isinstance(value, list) else [value] * 4
        if len(values) != 4:
            raise self._wrong(key, "it needs one number, or four for index, middle, ring, little")
        return [self._angle(key, one, key) for one in values]

    def _angle(self, key: str, value: Any, joint: str) -> float:
        number = self._number(key, value)
        low, high = LIMITS[joint]
        if not low <= number <= high:
            raise self._wrong(key, f"{value} degrees; a hand bends there from {low} to {high}")
        return number

    def _number(self, key: str, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "a number of degrees is missing")
        return float(value)

    def _checked_table(self, key: str, table: Any, known: Any) -> dict[str, Any]:
        if not isinstance(table, dict):
            raise self._wrong(key, "a table is missing")
        for odd in sorted(set(table) - set(known)):
            raise self._wrong(odd, "no such key")
        return table

    def _wrong(self, key: str, reason: str) -> Problem:
        return Problem(
            "{file}, pose {pose}, {key}: {reason}.",
            file=self._file,
            pose=self._name,
            key=key,
            reason=reason,
        )
