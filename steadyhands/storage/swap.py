"""Putting another diary's file in the place of this one, with nothing lost at any moment.

First a copy is made ready beside the diary, which may go on being used; then, once the
diary is closed, two renames put the copy in its place.
"""

from __future__ import annotations

import os
import sqlite3

from steadyhands.domain.problem import DiaryBusy, DiaryDamaged, DiaryUnusable, Problem
from steadyhands.storage import backups, database
from steadyhands.storage.faults import SaidPlainly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_ENDINGS = ("", "-wal", "-shm", "-journal")
_WAIT_MS = 1000
_OWNER_AT = 68  # where a database's header holds the application's number


def is_diary(head: bytes) -> bool:
    """Return whether a file that begins with these 100 bytes or more is one of our diaries."""
    owner = head[_OWNER_AT : _OWNER_AT + 4]
    return head.startswith(b"SQLite format 3\x00") and owner == database.APPLICATION_ID.to_bytes(4)


def stage(chosen: str, diary: str, told: Callable[[int, int], None] | None = None) -> str:
    """Copy a chosen diary beside this one, whole, checked and up to date; return the copy.

    `told(done, total)` hears of pages. Raises Problem and leaves nothing behind.
    """
    _check_chosen(chosen, diary)
    staged = f"{diary}.coming"
    discard(staged)
    try:
        _copy(chosen, staged, told)
        database.open_database(staged).close()  # brings an older one up to date
        _fold(staged)
        if not backups.is_sound(staged):
            raise DiaryDamaged("")
    except DiaryDamaged:
        discard(staged)
        raise DiaryUnusable("{path} is damaged, so it was not used.", path=chosen) from None
    except BaseException:
        discard(staged)
        raise
    return staged


def _check_chosen(chosen: str, diary: str) -> None:
    if not os.path.isfile(chosen):
        raise DiaryUnusable("There is no file {path}.", path=chosen)
    if os.path.exists(diary) and os.path.samefile(chosen, diary):
        raise Problem("{path} is the diary that is open.", path=chosen)
    try:
        with open(chosen, "rb") as file:
            head = file.read(100)
    except OSError as error:
        raise DiaryUnusable(
            "{path} cannot be read: {reason}.", path=chosen, reason=error.strerror
        ) from error
    if not is_diary(head):
        raise DiaryUnusable("{path} is no diary of SteadyHands.", path=chosen)


def _copy(chosen: str, staged: str, told: Callable[[int, int], None] | None) -> None:
    try:
        os.makedirs(os.path.dirname(os.path.abspath(staged)), mode=0o700, exist_ok=True)
        source = database.connect_reader(chosen, at_rest=_is_at_rest(chosen))
        try:
            backups.copy_whole(source, staged, told)
        finally:
            source.close()
    except OSError as error:
        raise DiaryUnusable(
            "A copy of {path} could not be made: {reason}.", path=chosen, reason=error.strerror
        ) from error


def _is_at_rest(path: str) -> bool:
    """Return whether no log lies beside a file, whose newest entries would be in there."""
    return not any(
        os.path.exists(path + ending) and os.path.getsize(path + ending)
        for ending in ("-wal", "-journal")
    )


def _fold(path: str) -> None:
    """Move the log into the file, so that the file alone is the diary.

    Raises DiaryBusy while any other connection is open: nobody may write to a file that
    is on its way out.
    """
    with SaidPlainly(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=_WAIT_MS / 1000)
        try:
            mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        finally:
            connection.close()
    if mode != "delete":
        raise DiaryBusy("Another program is using the diary just now. Please try again.")


def take_place(diary: str, staged: str, now: datetime) -> str:
    """Put a staged copy in the closed diary's place; return where the old one lies, "" if none.

    Raises DiaryBusy if another program has the diary open; then all is as it was.
    """
    had_one = os.path.exists(diary)
    try:
        if had_one:
            _fold_if_sound(diary)
        aside = backups.set_aside(diary, f"before-{now:%Y-%m-%dT%H%M%S}")
        os.replace(staged, diary)
    except OSError as error:
        raise DiaryUnusable(
            "The backup could not take the diary's place: {reason}.", reason=error.strerror
        ) from error
    return aside if had_one else ""


def _fold_if_sound(diary: str) -> None:
    try:
        _fold(diary)
    except DiaryDamaged:
        return  # it is set aside with its log, as it is


def discard(staged: str) -> None:
    """Remove a copy that is not wanted after all."""
    for ending in _ENDINGS:
        if os.path.exists(staged + ending):
            os.remove(staged + ending)
