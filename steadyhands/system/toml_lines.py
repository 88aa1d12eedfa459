"""Finds the lines that a TOML file's keys stand on, for sentences that point at a mistake."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Path = tuple[str | int, ...]

_SPACE = " \t\r\n"
_BARE_ENDS = ",]}#\n"
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def lines_of(text: str) -> dict[Path, int]:
    """Return the line of every table, key and list item of a text that `tomllib` accepts.

    `("step", 0, "hold_s")` is a key of the first `[[step]]`; lines count from 1.
    """
    return _Walk(text).lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a path, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Walk:
    """Goes through the text once. The text is known to be right, so little is checked."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._line, self._counted = 1, 0
        self._lists: dict[Path, int] = {}  # how many tables [[...]] has made
        table: Path = ()
        while self._skip(_SPACE):
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        keys = self._keys()
        self._at += 2 if is_list else 1
        path = self._inside(keys[:-1])
        path += (keys[-1],)
        if is_list:
            self._lists[path] = self._lists.get(path, -1) + 1
            self.lines.setdefault(path, self._line)
        if path in self._lists:
            path += (self._lists[path],)
        self.lines[path] = self._line
        return path

    def _inside(self, keys: list[str]) -> Path:
        """Return the path of the table that keys lead to: of a list, its newest."""
        path: Path = ()
        for key in keys:
            path += (key,)
            self.lines.setdefault(path, self._line)
            if path in self._lists:
                path += (self._lists[path],)
        return path

    def _pair(self, table: Path) -> None:
        keys = self._keys()
        for end in range(1, len(keys) + 1):
            self.lines.setdefault((*table, *keys[:end]), self._line)
        self._at += 1  # the equals sign
        self._value((*table, *keys))

    def _value(self, path: Path) -> None:
        self._skip(" \t")
        first = self._peek()
        if first == "[":
            self._items(path, "]")
        elif first == "{":
            self._items(path, "}")
        elif first in "\"'":
            self._string()
        else:
            while self._at < len(self._text) and self._peek() not in _BARE_ENDS:
                self._at += 1

    def _items(self, path: Path, closing: str) -> None:
        """Go through a list or an inline table."""
        self._at += 1
        number = 0
        while self._skip(_SPACE + ",") and self._peek() != closing:
            if closing == "}":
                self._pair(path)
            else:
                self.lines[*path, number] = self._line
                self._value((*path, number))
                number += 1
        self._at += 1

    def _keys(self) -> list[str]:
        """Return the parts of a dotted key, up to its `=` or `]`."""
        keys = []
        while True:
            self._skip(" \t.")
            if self._peek() in "\"'":
                keys.append(self._string())
            elif self._peek() in "=]\0":
                return keys
            else:
                start = self._at
                while self._peek() not in " \t.=]\0":
                    self._at += 1
                keys.append(self._text[start : self._at])

    def _string(self) -> str:
        quote = self._peek()
        mark = quote * 3 if self._text.startswith(quote * 3, self._at) else quote
        start = self._at = self._at + len(mark)
        while self._at < len(self._text) and not self._text.startswith(mark, self._at):
            self._at += 2 if quote == '"' and self._peek() == "\\" else 1
        inside = self._text[start : self._at]
        self._at += len(mark)
        while len(mark) == 3 and self._peek() == quote:  # up to two quotes may end the text
            self._at += 1
        return _unescaped(inside) if quote == '"' else inside

    def _skip(self, letters: str) -> bool:
        """Go past letters, and comments where lines may end; return whether text is left."""
        text = self._text
        while self._at < len(text):
            if text[self._at] == "#" and "\n" in letters:
                end = text.find("\n", self._at)
                self._at = len(text) if end < 0 else end
            elif text[self._at] in letters:
                self._at += 1
            else:
                break
        self._line += text.count("\n", self._counted, self._at)
        self._counted = max(self._counted, self._at)
        return self._at < len(text)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1] or "\0"


def _unescaped(text: str) -> str:
    """Return the text of a key in double quotes."""
    if "\\" not in text:
        return text
    out, at = "", 0
    while at < len(text):
        if text[at] != "\\":
            out, at = out + text[at], at + 1
        elif text[at + 1] in "uU":
            end = at + (6 if text[at + 1] == "u" else 10)
            out, at = out + chr(int(text[at + 2 : end], 16)), end
        else:
            out, at = out + _ESCAPES.get(text[at + 1], text[at + 1]), at + 2
    return out
