"""What happens to files on their way: cut, converted, renamed, tampered with.

A format's test calls `try_broken(good_bytes, tmp_path)`: at least twenty variants are
brought into a diary, and nothing but `Problem` may be raised, nothing half brought in.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from steadyhands.domain.problem import Problem
from steadyhands.services.arrival import NEW, Wishes
from steadyhands.services.desk import Desk
from steadyhands.services.transfer import Importer
from tests.exchange.reading import a_file
from tests.factory import a_desk

Variant = tuple[str, bytes]
BOMB_BYTES = 80 << 20  # above what is free, cheap to make


def variants(good: bytes) -> list[Variant]:
    """Return broken and odd forms of a good file, each with what was done to it."""
    made = [*cut(good), *garbled(good), *made_up()]
    if good.startswith(b"PK"):
        made += zipped(good)
    elif not good.startswith(b"SQLite"):
        made += converted(good)
    return made


def cut(good: bytes) -> Iterator[Variant]:
    for share in (0.05, 0.3, 0.5, 0.8, 0.97):
        yield f"cut at {share:.0%}", good[: max(int(len(good) * share), 1)]
    yield "last byte lost", good[:-1]
    yield "first byte lost", good[1:]
    yield "middle lost", good[: len(good) // 3] + good[2 * len(good) // 3 :]
    yield "twice in one file", good + good


def garbled(good: bytes) -> Iterator[Variant]:
    chance = random.Random(7)
    for number in range(8):
        some = bytearray(good)
        for _ in range(1 + number * 3):
            some[chance.randrange(len(some))] = chance.randrange(256)
        yield f"{1 + number * 3} bytes changed", bytes(some)
    yield "zeros at the end", good + bytes(5000)
    yield "zeros within", good[: len(good) // 2] + bytes(64) + good[len(good) // 2 :]
    yield "all zeros", bytes(len(good))


def converted(good: bytes) -> Iterator[Variant]:
    """Yield a text as other programs save it."""
    text = good.decode("utf-8", "replace").removeprefix("\ufeff")
    yield "with a mark", b"\xef\xbb\xbf" + text.encode()
    yield "UTF-16", text.encode("utf-16")
    yield "UTF-16 without a mark", text.encode("utf-16-le")
    yield "cp1252", (text + "\né").encode("cp1252", "replace")
    yield "no UTF-8", good + b"\n\xff\xfe\xfa,\x80,\xc3\n"
    yield "semicolons", text.replace(",", ";").encode()
    yield "tabs", text.replace(",", "\t").encode()
    yield "decimal commas", text.replace(",", ";").replace(".", ",").encode()
    yield "lone returns", text.replace("\r\n", "\n").replace("\n", "\r").encode()
    yield "Windows' ends", text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    yield "quotes lost", text.replace('"', "").encode()
    yield "a stray quote", (text[: len(text) // 2] + '"' + text[len(text) // 2 :]).encode()
    yield "a huge field", (text.rstrip() + '\n"' + "x" * 300_000 + '",1,2\n').encode()
    yield "a huge line", good + b"y" * (2 << 20)
    yield "huge numbers", _digits_grown(text).encode()
    yield "negative numbers", text.replace(",1", ",-1").encode()
    yield "no numbers", text.replace("1", "x").replace("2", "nan").encode()
    yield "blank lines", text.replace("\n", "\n\n\n").encode()
    yield "commas at the ends", text.replace("\n", ",,,\n").encode()
    lines = text.splitlines(keepends=True)
    yield "no head", "".join(lines[1:]).encode() or b"\n"
    yield "only the head", "".join(lines[:1]).encode()
    yield "backwards", "".join(reversed(lines)).encode()
    yield "deep", ("[" * 100_000).encode()


def _digits_grown(text: str) -> str:
    head, end, rest = text.partition("\n")
    return head + end + rest.replace("1", "1" + "0" * 30)


def zipped(good: bytes) -> Iterator[Variant]:
    """Yield a zip with other names, other contents, or tricks."""
    held = _members(good)
    yield "climbing names", _zip({f"../../{name}": data for name, data in held.items()})
    yield "absolute names", _zip({f"/etc/{name}": data for name, data in held.items()})
    yield "Windows' names", _zip({f"C:\\{name}": data for name, data in held.items()})
    yield "in a folder", _zip({f"some/folder/{name}": data for name, data in held.items()})
    yield "a zip in a zip", _zip({"inner.zip": good})
    yield "no members", _zip({})
    yield "empty members", _zip(dict.fromkeys(held, b""))
    yield "locked", _locked(good)
    yield "wrong sums", _wrong_sums(good)
    yield "a bomb for each", _zip(dict.fromkeys(list(held)[:1], _Bomb))
    for name, data in list(held.items())[:3]:
        for what, other in (*cut(data), *converted(data)) if data else ():
            yield f"{name}: {what}", _zip({**held, name: other})


class _Bomb(bytes):
    """Stands for a member of nothing but zeros."""


def _members(good: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}


def _zip(members: dict[str, bytes | type[_Bomb]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if data is _Bomb:
                with archive.open(name, "w") as stream:
                    for _ in range(BOMB_BYTES >> 20):
                        stream.write(bytes(1 << 20))
            else:
                assert isinstance(data, bytes)
                archive.writestr(name, data)
    return made.getvalue()


def _locked(good: bytes) -> bytes:
    """Return a zip whose directory says that its members need a password."""
    some, at = bytearray(good), 0
    while (at := some.find(b"PK\x01\x02", at)) >= 0:
        some[at + 8] |= 1
        at += 4
    return bytes(some)


def _wrong_sums(good: bytes) -> bytes:
    some, at = bytearray(good), 0
    while (at := some.find(b"PK\x01\x02", at)) >= 0:
        some[at + 16] ^= 0xFF
        at += 4
    return bytes(some)


def made_up() -> Iterator[Variant]:
    yield "one byte", b"x"
    yield "a picture", b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(4000)
    yield "a zip's beginning", b"PK\x03\x04" + bytes(40)
    yield "a database's beginning", b"SQLite format 3\x00" + bytes(4096)
    yield "a page", b"<!DOCTYPE html><html><body>Please sign in</body></html>"


def try_broken(good: bytes, folder: Path, wishes: Wishes | None = None) -> int:
    """Bring every variant into a diary; return how many were tried, twenty at least.

    Fails if anything but Problem is raised, if a diary that refused a file has changed, or if
    other than what was announced came in. `wishes` are what the format needs (targets, answers).
    """
    desk = a_desk(folder)
    try:
        tried = [_try(desk, what, content, folder, wishes) for what, content in variants(good)]
        wrong = desk._diary.totals.wrong()
    finally:
        desk.close()
    assert not wrong
    assert len(tried) >= 20
    return len(tried)


def _try(desk: Desk, what: str, content: bytes, folder: Path, wishes: Wishes | None) -> None:
    path = os.fspath(a_file(content, folder, "broken"))
    before = desk._diary.entries.count()
    state = desk._diary.state()
    came = 0
    try:
        brought = Importer(desk.keeper, desk.clock).bring_in(path, wishes)
        came = brought.what.count(NEW)
        if brought.act:
            desk.journal.undo(desk.now(), act=brought.act)
            assert desk._diary.entries.count() == before, what
            desk.journal.redo(desk.now())
    except Problem as problem:
        assert str(problem), what
        assert desk._diary.state() == state, what
    except Exception as error:  # name the variant
        raise AssertionError(f"{what}: {type(error).__name__}: {error}") from error
    assert desk._diary.entries.count() == before + came, what
