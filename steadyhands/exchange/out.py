"""Writing files so that a half one never has the name of a whole one."""

from __future__ import annotations

import os
from contextlib import contextmanager

from steadyhands.domain.moment import Moment
from steadyhands.domain.value import Value
from steadyhands.exchange.mishaps import written_plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO, TextIO


class Head(Value):
    """What an export says of itself: when it was made, by which version, how much it holds.

    `settings` are those that another diary may take over; `owner` is a UUID in hexadecimal that
    stands for the person, who is not named.
    """

    made: Moment
    program: str
    entries: int
    settings: Mapping[str, object] = {}
    owner: str = "0" * 32


@contextmanager
def fresh_path(path: str) -> Iterator[str]:
    """Yield a path beside `path` to write to; it takes its name once the block has ended well.

    Raises Problem for a full disk, a folder that may not be written, and the like; the part is
    removed then, and a file that was there before stays as it was.
    """
    part = f"{path}.{os.getpid()}.part"
    with written_plainly(path):
        try:
            yield part
            os.replace(part, path)
        finally:
            for ending in ("", "-journal"):
                if os.path.exists(part + ending):
                    os.remove(part + ending)


@contextmanager
def fresh_bytes(path: str) -> Iterator[BinaryIO]:
    """Yield a stream for the file `path`, readable by its owner only, safe on disk at the end."""
    with fresh_path(path) as part, open(_private(part), "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def fresh_text(path: str) -> Iterator[TextIO]:
    """Yield a stream of text for the file `path`: UTF-8, lines end in \\n unless written so."""
    with (
        fresh_path(path) as part,
        open(_private(part), "w", encoding="utf-8", newline="") as stream,
    ):
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _private(path: str) -> int:
    return os.open(path, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600)


_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "'")


def safe_cell(text: str) -> str:
    """Return a cell of words that no spreadsheet takes for a formula; `plain_cell` undoes it."""
    return "'" + text if text.startswith(_FORMULAS) else text


def plain_cell(text: str) -> str:
    """Return the words that `safe_cell` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULAS) else text
