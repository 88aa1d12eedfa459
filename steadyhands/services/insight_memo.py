"""What earlier check-ups saw, kept from one run to the next; losing it costs only time."""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FORM = 1


class MemoFile:
    """A small private file in `folder` for the diary at `path`; without a folder, nothing is kept.

    Whatever is wrong with the file, it reads as empty.
    """

    def __init__(self, folder: str | None, path: str) -> None:
        name = blake2b(os.path.abspath(path).encode(), digest_size=6).hexdigest()
        self.path = None if folder is None else os.path.join(folder, f"insight-{name}.json")
        self._held: dict[str, Any] = {}

    def read(self, part: str) -> Any:
        """Return a part as it was kept, None if there is none."""
        return self._all().get(part)

    def keep(self, **parts: Any) -> None:
        """Keep some parts beside the others; where that cannot be, they are found anew."""
        held = {**self._all(), **parts, "form": _FORM}
        if self.path is None:
            self._held = held
            return
        folder = os.path.dirname(self.path)
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            # Made 0600, under a name of its own: two programs may write at a time.
            number, written = tempfile.mkstemp(".part", "insight-", folder)
            with open(number, "w", encoding="utf-8") as file:
                json.dump(held, file)
            os.replace(written, self.path)
        except OSError:
            return

    def _all(self) -> dict[str, Any]:
        if self.path is None:
            return self._held
        try:
            with open(self.path, encoding="utf-8") as file:
                found = json.load(file)
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(found, dict) and found.get("form") == _FORM
        return found if is_ours else {}
