"""What the person chose, kept in the diary itself so that it moves with it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


class Settings:
    """Named JSON values."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: object = None) -> object:
        """Return a setting, or `default` if it was never set."""
        row = self._connection.execute(
            "SELECT value FROM setting WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return default
        return _plain(row[0])

    def all(self) -> dict[str, object]:
        """Return every setting that was ever set."""
        rows = self._connection.execute("SELECT name, value FROM setting")
        return {name: _plain(value) for name, value in rows}

    def set(self, name: str, value: object) -> None:
        """Keep a setting; None forgets it."""
        import json

        if value is None:
            self._connection.execute("DELETE FROM setting WHERE name = ?", (name,))
        else:
            self._connection.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, json.dumps(value)),
            )


def _plain(text: str) -> object:
    """Return what JSON text holds; every log reads a number and a word, without `json`."""
    if text.isdigit():
        return int(text)
    if text[1:-1].isalnum() and text[0] == text[-1] == '"':
        return text[1:-1]
    import json

    value: object = json.loads(text)
    return value
