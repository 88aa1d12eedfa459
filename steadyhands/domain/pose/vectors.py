"""The few operations on 3-D vectors (plain tuples) the hand needs."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def along(a: Vec, direction: Vec, distance: float) -> Vec:
    """Return the point `distance` from `a` in `direction`."""
    return (
        a[0] + direction[0] * distance,
        a[1] + direction[1] * distance,
        a[2] + direction[2] * distance,
    )


def mix(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point that lies `share` (0..1) of the way from a to b."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def unit(a: Vec) -> Vec:
    """Return `a` with length 1; a null vector points at the viewer."""
    size = sqrt(dot(a, a))
    return (a[0] / size, a[1] / size, a[2] / size) if size > 1e-9 else (0.0, 0.0, 1.0)


def turn_x(a: Vec, degrees: float) -> Vec:
    """Turn about the x axis; positive brings y towards z."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (a[0], a[1] * c - a[2] * s, a[1] * s + a[2] * c)


def turn_y(a: Vec, degrees: float) -> Vec:
    """Turn about the y axis; positive brings z towards x."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (a[0] * c + a[2] * s, a[1], a[2] * c - a[0] * s)


def turn_z(a: Vec, degrees: float) -> Vec:
    """Turn about the z axis; positive brings x towards y."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (a[0] * c - a[1] * s, a[0] * s + a[1] * c, a[2])
