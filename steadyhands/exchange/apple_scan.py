"""One pass over Apple Health's export.xml, without a tree: only what is wanted is looked at."""

from __future__ import annotations

from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Refused
from steadyhands.exchange.mishaps import broken
from steadyhands.exchange.source import MIB, pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, BinaryIO

    from steadyhands.exchange.apple_values import Attributes
    from steadyhands.exchange.source import Source

ROOT = b"<HealthData"
WORKOUT = "Workout"
_DOCTYPE, _ENTITY = b"<!DOCTYPE", b"<!ENTITY"
_HEAD_MOST = MIB
_LONGEST_TAG = 8 * MIB
_KINDS_MOST = 1000
_OTHER = "other records"
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r")  # a notes' app once wrote some


class Taker:
    """Takes the records of some types, and hears what their metadata say."""

    def take(self, record: Attributes, line: int) -> int:
        """Keep a record; return its number, -1 if metadata do not matter. Raises Problem."""
        raise NotImplementedError

    def tell(self, number: int, key: str, value: str) -> None:
        """Hear an item of metadata of the record with this number."""


class Scan:
    """What a pass counts and refuses; what it takes lies with the takers."""

    def __init__(self, source: Source, takers: Mapping[str, Taker]) -> None:
        self._source = source
        self._takers = takers
        self._refused: list[Refused] = []
        self._current: tuple[Taker, int] | None = None
        self._within = False
        self.passed: dict[str, int] = {}
        self._parser = _parser()
        self._parser.StartElementHandler = self._handler()
        self._parser.EntityDeclHandler = _refuse_entity

    def run(self, stream: BinaryIO) -> Iterator[Refused]:
        """Read the stream to its end, and yield the records that make no sense. Raises Problem."""
        from xml.parsers.expat import ExpatError

        fed = 0
        try:
            for piece in _readable(pieces(stream, MIB // 4)):
                self._parser.Parse(piece, False)
                fed += len(piece)
                if fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
                    raise broken(self._source.name)
                yield from self._refused
                self._refused.clear()
            self._parser.Parse(b"", True)
        except ExpatError as error:
            raise broken(self._source.name) from error
        yield from self._refused

    def _handler(self) -> Callable[[str, list[str]], None]:
        """Return what hears each element's start: it decides a million times, so it is flat."""
        taker_of, passed, within = self._takers.get, self.passed, self._is_within

        def start(tag: str, attributes: list[str]) -> None:
            if tag == "Record":
                kind = attributes[1] if attributes[:1] == ["type"] else _type_in(attributes)
                taker = taker_of(kind)
                if taker is not None:
                    self._take(taker, attributes)
                    return
                self._current = None
                if not within():
                    try:
                        passed[kind] += 1
                    except KeyError:
                        self._first_of(kind)
            elif tag == "MetadataEntry":
                if self._current is not None:
                    self._tell(attributes)
            elif tag == WORKOUT:
                self._take(self._takers[WORKOUT], attributes)
            elif tag == "Correlation":
                self._enter()

        return start

    def _take(self, taker: Taker, attributes: list[str]) -> None:
        record = dict(zip(attributes[::2], attributes[1::2], strict=True))
        line: int = self._parser.CurrentLineNumber
        self._current = None
        try:
            number = taker.take(record, line)
        except Problem as problem:
            self._refused.append(Refused(f"line {line}", problem, str(record)))
            return
        if number >= 0:
            self._current = (taker, number)

    def _tell(self, attributes: list[str]) -> None:
        assert self._current is not None
        taker, number = self._current
        entry = dict(zip(attributes[::2], attributes[1::2], strict=True))
        taker.tell(number, entry.get("key", ""), entry.get("value", ""))

    def _first_of(self, kind: str) -> None:
        name = kind[:200] if len(self.passed) < _KINDS_MOST else _OTHER
        self.passed[name] = self.passed.get(name, 0) + 1

    def _is_within(self) -> bool:
        return self._within

    def _enter(self) -> None:
        """Note that a group of records begins: each of them also stands outside of it."""
        self._within, self._current = True, None
        self._parser.EndElementHandler = self._leave

    def _leave(self, tag: str) -> None:
        if tag == "Correlation":
            self._within = False
            self._parser.EndElementHandler = None


def _parser() -> Any:
    from xml.parsers.expat import ParserCreate

    parser = ParserCreate()
    parser.ordered_attributes = True
    return parser


def _refuse_entity(*_: object) -> None:
    raise Problem("The file defines words of its own (entities). No health export does.")


def _type_in(attributes: list[str]) -> str:
    return dict(zip(attributes[::2], attributes[1::2], strict=True)).get("type", "")


def _readable(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the text with two faults of real exports mended: the DTD, and control characters.

    Some versions write a DTD that is not well formed, so it goes; its lines stay.
    """
    head = b""
    for part in parts:
        head += part
        if ROOT in head or len(head) > _HEAD_MOST:
            break
    wide = b"\x00" in head[:200]  # UTF-16
    yield _without_dtd(head) if wide else _without_dtd(head).translate(None, _CONTROL)
    for part in parts:
        yield part if wide else part.translate(None, _CONTROL)


def _without_dtd(head: bytes) -> bytes:
    begins = head.find(_DOCTYPE)
    ends = head.find(ROOT, begins)
    if begins < 0 or ends < 0:
        return head
    dtd = head[begins:ends]
    if _ENTITY in dtd:
        _refuse_entity()
    return head[:begins] + b"\n" * dtd.count(b"\n") + head[ends:]
