"""What a legend says of one mark; Qt-free."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """One entry of a legend: its words, its colour role, and how it is drawn.

    Shapes: box, line, squares (a line with them), gap, band, pale, dot, shade, tint0, tint1;
    "" is words only.
    """

    words: str
    role: str
    shape: str = "box"
