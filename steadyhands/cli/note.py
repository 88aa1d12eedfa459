"""steadyhands log note: words of one's own."""

from __future__ import annotations

from steadyhands.cli.twitch import save
from steadyhands.domain.entries import Note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.cli.call import Call


def log_note(call: Call) -> str:
    """Log the words as they stand."""
    return save(call, Note(), note=" ".join(call.asked.operands))
