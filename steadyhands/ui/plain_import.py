"""Takes PySide's check of every imported module back out of Python's `import`.

PySide looks into the source of each module imported after it, whether it asks for
`__feature__`, and into every `import` statement that runs. We never ask; without
the check a start takes a tenth less.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 (it puts the check in)


def import_plainly() -> None:
    """Let `import` be as it was before the check; nothing happens where there is none."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
