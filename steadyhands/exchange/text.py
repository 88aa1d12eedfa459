"""Text out of bytes of any common encoding, line by line and within bounds."""

from __future__ import annotations

import codecs

from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from steadyhands.exchange.source import Source

LONGEST_LINE = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSED = "Some letters of “{name}” were read as Windows text (cp1252); it is not UTF-8."


def encoding_of(head: bytes) -> tuple[str, int]:
    """Return the encoding that the first bytes tell, and how many of them are its mark.

    Without a mark it is UTF-16 where every other byte of plain letters is zero, else
    UTF-8, whose lines that are none are read as cp1252 (see `lines`).
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    sample = head[:400]
    if len(sample) >= 4:
        half = len(sample) // 2
        if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) == 0:
            return "utf-16-le", 0
        if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) == 0:
            return "utf-16-be", 0
    return "utf-8", 0


def head_text(head: bytes) -> str:
    """Return the first bytes as text, for recognising a format: never fails, ends anywhere."""
    encoding, mark = encoding_of(head)
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head[mark:])
    except UnicodeDecodeError:
        text = head[mark:].decode("cp1252", "replace")
    return text.lstrip("\ufeff").replace("\x00", "")  # some programs mark twice


def lines(source: Source, stream: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[str]:
    """Yield a stream's lines with their ends (`\\n`, `\\r\\n` or a lone `\\r`), and close it.

    A line that is no UTF-8 is read as cp1252, which the source then remarks. Raises Problem
    for a line of `longest` bytes or more, 1 MiB: no text that people export has one.
    """
    try:
        yield from _lines(source, stream, longest)
    finally:
        stream.close()


def _lines(source: Source, stream: BinaryIO, longest: int) -> Iterator[str]:
    head = stream.peek(4096)[:4096] if hasattr(stream, "peek") else b""
    encoding, mark = encoding_of(head)
    stream.read(mark)
    if encoding != "utf-8":
        yield from _split(source, _decoded(stream, encoding), longest)
        return
    if b"\r" in head and b"\n" not in head:  # as old Macs end lines
        yield from _split(source, _decoded(stream, "utf-8"), longest)
        return
    said = False
    while line := stream.readline(longest):
        if len(line) == longest:
            raise too_long(source)
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")
            if not said:
                source.remarks.append(Problem(GUESSED, name=source.name))
                said = True


def _decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while piece := stream.read(1 << 16):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _split(source: Source, texts: Iterator[str], longest: int) -> Iterator[str]:
    """Yield lines out of pieces of text that end anywhere."""
    rest = ""
    for text in texts:
        held = (rest + text).splitlines(keepends=True)
        # A `\r` at the end may be half of a `\r\n`.
        rest = held.pop() if held and not held[-1].endswith("\n") else ""
        if len(rest) > longest:
            raise too_long(source)
        yield from held
    if rest:
        yield rest


def too_long(source: Source) -> Problem:
    """Return the Problem of a line that no export has."""
    return Problem("“{name}” has a line too long to be a diary's.", name=source.name)
