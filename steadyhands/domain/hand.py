"""Where on which hand: the words every floor uses for it.

Plain strings, spelled the same in code, database, command line and exports.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Side = Literal["left", "right", "unsure"]
    Part = Literal["thumb", "index", "middle", "ring", "little", "palm", "wrist", "unsure"]

SIDES: tuple[Side, ...] = ("left", "right")
DIGITS: tuple[Part, ...] = ("thumb", "index", "middle", "ring", "little")
PARTS: tuple[Part, ...] = (*DIGITS, "palm", "wrist")
UNSURE: Literal["unsure"] = "unsure"
