"""A file that somebody chose, read safely: plain, or members of a zip, never unpacked to disk."""

from __future__ import annotations

import io
import os

from steadyhands.domain.problem import Problem
from steadyhands.exchange.mishaps import read_plainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator
    from typing import Any, BinaryIO

    OnRead = Callable[[int, int], None]

MIB = 1 << 20
HEAD = 64 * 1024
ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
SQLITE_MAGIC = b"SQLite format 3\x00"
MOST_MEMBERS = 100_000
# Deflate reaches 1,032 to 1, on nothing but repetition; the most repetitive XML stays below 100.
FREE_OUTPUT = 64 * MIB
WIDEST_RATIO = 250
LARGEST_OUTPUT = 64 * 1024 * MIB


class Source:
    """A chosen file.

    `on_read(done, total)` hears of every read, in bytes of the file, and may raise
    `Cancelled`. `remarks` gather what the person should know of how the file was read.
    Use it as a `with` block; every method may raise Problem.
    """

    def __init__(self, path: str | os.PathLike[str], on_read: OnRead = lambda *_: None) -> None:
        self.path = os.fspath(path)
        self.name = os.path.basename(self.path)
        self.remarks: list[Problem] = []
        self._on_read = on_read
        self._archive: zipfile.ZipFile | None = None
        self._raw: BinaryIO | None = None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self.done = 0
        with read_plainly(self.name):
            if not os.path.isfile(self.path):
                raise Problem("There is no file {path}.", path=self.path)
            self.size = os.path.getsize(self.path)
            with open(self.path, "rb") as file:
                self.head = file.read(HEAD)
        if not self.head:
            raise Problem("“{name}” is empty.", name=self.name)

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        if self._archive is not None:
            self._archive.close()
        if self._raw is not None:
            self._raw.close()
        self._archive = self._raw = None

    @property
    def is_zip(self) -> bool:
        """Return whether the content is a zip."""
        return self.head.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC))

    @property
    def is_sqlite(self) -> bool:
        """Return whether the content is an SQLite database."""
        return self.head.startswith(SQLITE_MAGIC)

    def advance(self, done: int) -> None:
        """Tell how far reading is, in bytes of the file; for what reads in its own way."""
        self.done = done
        self._on_read(min(done, self.size), self.size)

    def open(self) -> BinaryIO:
        """Return the file as a stream of bytes, from its start."""
        with read_plainly(self.name):
            raw = open(self.path, "rb")  # noqa: SIM115  closed by whom it is given
        return io.BufferedReader(_Told(raw, self.name, self.advance), MIB)

    def members(self) -> tuple[str, ...]:
        """Return the names of a zip's files, folders and odd names left out, in its order."""
        return tuple(self._infos())

    def find(self, *endings: str) -> tuple[str, ...]:
        """Return the members whose path is or ends in one of these (`a/b.csv`), in any case."""
        wanted = [ending.casefold() for ending in endings]
        return tuple(
            name
            for name in self.members()
            if any(f"/{name.casefold()}".endswith(f"/{ending}") for ending in wanted)
        )

    def open_member(self, name: str) -> BinaryIO:
        """Return a zip's member as a stream of bytes; it is bounded, and counted as it is read."""
        info = self._infos()[name]
        if info.flag_bits & 0x1:
            raise Problem(
                "“{name}” is locked with a password. Please unlock it first.", name=self.name
            )
        with read_plainly(self.name):
            assert self._archive is not None
            stream = self._archive.open(info)
        before = self.done

        def told(done: int) -> None:
            share = min(done / max(info.file_size, 1), 1.0)
            self.advance(before + int(share * info.compress_size))

        bounded = _Told(stream, self.name, told, most=_allowed(info.compress_size))
        return io.BufferedReader(bounded, MIB)

    def member_head(self, name: str, length: int = HEAD) -> bytes:
        """Return the first bytes of a member, for recognising it."""
        done = self.done
        stream = self.open_member(name)
        try:
            return stream.read(length)
        finally:
            stream.close()
            self.done = done

    def _infos(self) -> dict[str, zipfile.ZipInfo]:
        if self._archive is None:
            import zipfile

            with read_plainly(self.name):
                self._raw = open(self.path, "rb")  # noqa: SIM115  closed by `close`
                self._archive = zipfile.ZipFile(self._raw)
                infos = self._archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise Problem("“{name}” holds too many files.", name=self.name)
            self._members = {i.filename: i for i in infos if _is_honest(i)}
        return self._members


def _is_honest(info: Any) -> bool:
    """Return whether a member is a plain file inside the zip: nothing is ever written, even so."""
    parts = info.filename.replace("\\", "/").split("/")
    return not (info.is_dir() or parts[0] == "" or ".." in parts or ":" in parts[0])


def _allowed(compressed: int) -> int:
    """Return how many bytes a member may unfold to."""
    return min(max(FREE_OUTPUT, compressed * WIDEST_RATIO), LARGEST_OUTPUT)


class _Told(io.RawIOBase):
    """A stream that says how far it was read, stops at `most` bytes, and fails in words."""

    def __init__(
        self,
        inner: Any,
        name: str,
        told: Callable[[int], None],
        most: int | None = None,
    ) -> None:
        self._inner = inner
        self._name = name
        self._told = told
        self._most = most
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with read_plainly(self._name):
            data: bytes = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._count += len(data)
        if self._most is not None and self._count > self._most:
            raise Problem(
                "“{name}” unfolds to far more than a diary could be. It was not read.",
                name=self._name,
            )
        self._told(self._count)
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def pieces(stream: BinaryIO, size: int = MIB) -> Iterator[bytes]:
    """Yield a stream's bytes, piece by piece, and close it."""
    try:
        while piece := stream.read(size):
            yield piece
    finally:
        stream.close()
