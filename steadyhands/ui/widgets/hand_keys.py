"""Which key leads to which part of the hands."""

from __future__ import annotations

from PySide6.QtCore import Qt

from steadyhands.ui.widgets.hand_layout import spatial_order

# Within the hand that has the focus; 9 lies next to 0 on the keyboard.
NUMBER_KEYS: dict[int, str] = {
    Qt.Key.Key_1: "thumb",
    Qt.Key.Key_2: "index",
    Qt.Key.Key_3: "middle",
    Qt.Key.Key_4: "ring",
    Qt.Key.Key_5: "little",
    Qt.Key.Key_0: "palm",
    Qt.Key.Key_9: "wrist",
}
Spot = tuple[str, str]


def moved(spot: Spot, key: int) -> Spot | None:
    """Return where `key` leads from `spot`; None when it is no key of the hands'."""
    side, part = spot
    if key in (Qt.Key.Key_L, Qt.Key.Key_R):
        return ("left" if key == Qt.Key.Key_L else "right", part)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return _beside(side, part, -1 if key == Qt.Key.Key_Left else 1)
    if key == Qt.Key.Key_Down:
        return (side, "wrist" if part in ("palm", "wrist") else "palm")
    if key == Qt.Key.Key_Up:
        return (side, "palm" if part == "wrist" else "middle" if part == "palm" else part)
    return None


def _beside(side: str, part: str, step: int) -> Spot:
    """Return the neighbour in the row of ten digits, or the same part of the other hand."""
    if part in ("palm", "wrist"):
        return ("left" if step < 0 else "right", part)
    row = [(hand, digit) for hand in ("left", "right") for digit in spatial_order(hand)]
    place = row.index((side, part)) + step
    return row[min(max(place, 0), len(row) - 1)]
