"""Copies of the diary, beside it: made whole, kept for days, weeks and months."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime

from steadyhands.domain.problem import DiaryBusy, DiaryUnusable
from steadyhands.storage.database import APPLICATION_ID, connect_reader
from steadyhands.storage.faults import SaidPlainly, explained

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 7, 4, 12
_STAMP = "diary-%Y-%m-%dT%H%M%S.sqlite"
_PAGES_A_STEP = 2000


def make_backup(source: sqlite3.Connection, folder: str, now: datetime) -> str:
    """Copy the diary into `folder` and return the copy's path.

    SQLite's backup API copies a consistent state while others go on writing; the
    copy gets its name only once it is whole and on the disk.
    """
    path = os.path.join(folder, now.strftime(_STAMP))
    # Two that make a backup in the same second must not write to one file.
    part = f"{path}.{os.getpid()}-{id(source):x}.part"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        try:
            copy_whole(source, part)
            os.replace(part, path)
        except BaseException:
            _discard(part)
            raise
    except OSError as error:
        raise DiaryUnusable(
            "The backup could not be made in {folder}: {reason}.",
            folder=folder,
            reason=error.strerror,
        ) from error
    return path


def copy_whole(
    source: sqlite3.Connection, target: str, told: Callable[[int, int], None] | None = None
) -> None:
    """Copy a diary to a new file, whole and on the disk; `told(done, total)` hears of pages."""

    def on_pages(_: int, remaining: int, total: int) -> None:
        if told is not None:
            told(total - remaining, total)

    os.close(os.open(target, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    with SaidPlainly(target):
        copy = sqlite3.connect(target, isolation_level=None)
        try:
            source.backup(copy, pages=_PAGES_A_STEP, progress=on_pages)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    _sync(target)


def _discard(part: str) -> None:
    """Remove a copy that was not finished, so that it does not fill the disk."""
    for ending in ("", "-journal"):
        if os.path.exists(part + ending):
            os.remove(part + ending)


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_into(backup: str, folder: str) -> str:
    """Copy a backup into another folder under its own name; return the copy's path.

    Raises DiaryUnusable in words: the folder is gone, full, or may not be written.
    """
    path = os.path.join(folder, os.path.basename(backup))
    part = f"{path}.{os.getpid()}.part"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        try:
            with open(backup, "rb") as source, open(part, "wb") as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
                target.flush()
                os.fsync(target.fileno())
            os.replace(part, path)
        finally:
            _discard(part)
    except OSError as error:
        raise DiaryUnusable(
            "The backup could not be copied to {folder}: {reason}.",
            folder=folder,
            reason=error.strerror,
        ) from error
    return path


def backups(folder: str) -> list[tuple[datetime, str]]:
    """Return when each backup was made and its path, newest first."""
    found = []
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        try:
            found.append((datetime.strptime(name, _STAMP), os.path.join(folder, name)))
        except ValueError:
            continue
    return sorted(found, reverse=True)


def rotate(folder: str) -> list[str]:
    """Delete the backups that `to_keep` gives up; return their paths."""
    found = backups(folder)
    kept = to_keep(stamp for stamp, _ in found)
    gone = [path for stamp, path in found if stamp not in kept]
    for path in gone:
        os.remove(path)
    return gone


def to_keep(stamps: Iterable[datetime]) -> set[datetime]:
    """Return the newest of each of the last 7 days, 4 weeks and 12 months that have any."""
    return set(kept_for(stamps))


def kept_for(stamps: Iterable[datetime]) -> dict[datetime, str]:
    """Return what each backup that stays is kept as: the `day`'s, else its `week`'s, `month`'s."""
    newest_first = sorted(stamps, reverse=True)
    rules: list[tuple[str, Callable[[datetime], object], int]] = [
        ("day", lambda stamp: stamp.date(), KEEP_DAYS),
        ("week", lambda stamp: stamp.isocalendar()[:2], KEEP_WEEKS),
        ("month", lambda stamp: (stamp.year, stamp.month), KEEP_MONTHS),
    ]
    kept: dict[datetime, str] = {}
    for name, period_of, most in rules:
        newest_of: dict[object, datetime] = {}
        for stamp in newest_first:
            newest_of.setdefault(period_of(stamp), stamp)
        for stamp in list(newest_of.values())[:most]:
            kept.setdefault(stamp, name)
    return kept


def is_sound(path: str) -> bool:
    """Return whether a file is a whole diary: ours, and nothing in it is broken.

    Raises DiaryBusy if another program does not let it be read.
    """
    try:
        connection = connect_reader(path)
        try:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            connection.close()
    except DiaryUnusable:
        return False
    except sqlite3.Error as error:
        problem = explained(error, path)
        if isinstance(problem, DiaryBusy):
            raise problem from error
        return False
    return (owner, answer) == (APPLICATION_ID, "ok")


def newest_sound(folder: str) -> tuple[datetime, str] | None:
    """Return the newest backup that is whole."""
    return next(((stamp, path) for stamp, path in backups(folder) if is_sound(path)), None)


def _link_aside(diary: str, aside: str) -> None:
    """Give the file a second name where that can be, so that there is a diary at every moment."""
    if not os.path.exists(diary):
        return
    try:
        os.link(diary, aside)
    except OSError:  # a file system without hard links, or a name that is taken
        os.replace(diary, aside)


def put_aside(diary: str, now: datetime) -> str:
    """Rename a closed diary that is damaged, so that a new one can begin; return its new path."""
    try:
        aside = set_aside(diary, f"damaged-{_stamp(now)}")
        if os.path.exists(diary):  # it has two names now
            os.unlink(diary)
        return aside
    except OSError as error:
        raise DiaryUnusable(
            "The damaged diary could not be moved aside: {reason}.", reason=error.strerror
        ) from error


def _stamp(now: datetime) -> str:
    return f"{now:%Y-%m-%dT%H%M%S}"


def set_aside(diary: str, ending: str) -> str:
    """Give a closed diary and its log a name with this ending, or one like it; return it.

    Where the system can, the diary keeps its old name too, until something takes its place.
    """
    aside, number = f"{diary}.{ending}", 1
    while os.path.exists(aside):  # set aside twice within a second
        number += 1
        aside = f"{diary}.{ending}-{number}"
    for ending in ("-wal", "-shm"):
        if os.path.exists(diary + ending):
            os.replace(diary + ending, aside + ending)
    _link_aside(diary, aside)
    return aside


def restore(diary: str, backup: str, now: datetime) -> str:
    """Put a backup in the diary's place; return where the old file was set aside.

    The diary must be closed. The old file and its WAL are renamed, never deleted.
    """
    fresh = diary + ".part"
    source = connect_reader(backup)
    try:
        copy_whole(source, fresh)
        aside = set_aside(diary, f"damaged-{_stamp(now)}")
        os.replace(fresh, diary)
    except OSError as error:
        raise DiaryUnusable(
            "The backup could not take the diary's place: {reason}.", reason=error.strerror
        ) from error
    finally:
        source.close()
    return aside
