"""The composition root: chooses the diary and the face, and hands each what it needs."""

from __future__ import annotations

import gc

from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.system import paths
from steadyhands.system.clock import Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WINDOW_WORDS = ("--demo", "--shots")


def main(words: Sequence[str]) -> int:
    """Run what the words ask for and return the exit code: a command, or else the window."""
    if words[:1] != ["--shots"] and any(word not in WINDOW_WORDS for word in words):
        from steadyhands.cli import main as cli

        return cli.main(words, open_desk)
    if words[:1] == ["--shots"]:
        from steadyhands.ui import shots

        return shots.main(words)
    gc.disable()  # until the window rests: what a start makes, it keeps
    from steadyhands.ui.plain_import import import_plainly

    import_plainly()
    from steadyhands.ui.start import run_window

    return run_window(words, open_desk, the_keeper())


def open_desk(demo: bool = False, wait_ms: int = 250) -> Desk:
    """Open the person's diary, or a sample one in a temporary folder.

    Raises Problem in words if the diary cannot be opened.
    """
    if demo:
        from steadyhands.services.sample import sample_desk

        return sample_desk(Clock())
    return Desk(the_keeper(), Clock(), wait_ms)


def the_keeper() -> Keeper:
    """Return who looks after the person's diary."""
    path = paths.diary_path()
    return Keeper(path, paths.backup_folder(path))
