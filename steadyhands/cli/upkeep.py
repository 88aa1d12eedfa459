"""steadyhands where, check, backup and restore: the diary as a file."""

from __future__ import annotations

import os

from steadyhands.cli.call import Refused
from steadyhands.domain.problem import DiaryBusy, DiaryDamaged
from steadyhands.services.keeper import Keeper
from steadyhands.system import paths
from steadyhands.system.clock import Clock
from steadyhands.system.logs import log_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from steadyhands.cli.call import Call
    from steadyhands.services.backup_shelf import BackupShelf


def where(call: Call) -> str:
    """Return the places, whether or not anything lies there yet."""
    keeper = _keeper(call)
    rows = {
        "Diary": keeper.path,
        "Backups": keeper.backup_folder,
        "Settings": paths.config_folder(),
        "Log": log_path(),
    }
    return "\n".join(f"{word:<9} {path}{_not_yet(path)}" for word, path in rows.items())


def check(call: Call) -> str:
    """Read the whole diary; say if anything in it is broken, and which backup is whole."""
    keeper = _keeper(call)
    if keeper.is_sound():
        return f"The diary is sound. {_newest_backup(keeper)}"
    raise Refused("{wrong} {rescue}", wrong=_what_is_wrong(call, keeper), rescue=_rescue(keeper))


def backup(call: Call) -> str:
    """Copy the diary into the folder of backups."""
    return f"Backed up to {_keeper(call).back_up(_wall_clock())}"


def restore(call: Call) -> str:
    """Put a named backup in the diary's place, or the newest good one in that of a damaged diary.

    Without a name a sound diary stays, and the backups are listed.
    """
    keeper = _keeper(call)
    if call.asked.operands:
        return _restore_named(keeper, " ".join(call.asked.operands))
    if keeper.is_sound():
        return _listed(keeper)
    _what_is_wrong(call, keeper)
    newest = keeper.newest_backup()
    if newest is None:
        raise Refused("There is no good backup in {folder}.", folder=keeper.backup_folder)
    made, path = newest
    aside = keeper.restore(path, _wall_clock())
    return f"The backup of {_said(made)} is the diary now. The damaged file is kept as {aside}"


def _listed(keeper: Keeper) -> str:
    from steadyhands.services.backup_shelf import BackupShelf

    found = BackupShelf(keeper).all()
    if not found:
        return "The diary is sound, and there is no backup of it yet."
    lines = [f"  {_said(b.made)}  {b.size / 1e6:8.1f} MB  kept for the {b.kept}" for b in found]
    return "\n".join(
        [
            "The diary is sound. Its backups:",
            *lines,
            "To go back to one: steadyhands restore 2026-03-09, or the path of a file.",
            "The present diary is kept beside it.",
        ]
    )


def _restore_named(keeper: Keeper, name: str) -> str:
    from steadyhands.services.backup_shelf import BackupShelf

    shelf = BackupShelf(keeper)
    path = os.path.expanduser(name)
    if not os.path.exists(path):
        path = _backup_of(shelf, name)
    try:
        aside = shelf.take_place(shelf.stage(path), _wall_clock())
    except DiaryBusy:
        raise Refused("A window or another program has the diary open. Please close it.") from None
    kept = f" The diary before it is kept as {aside}" if aside else ""
    return f"{path} is the diary now.{kept}"


def _backup_of(shelf: BackupShelf, when: str) -> str:
    """Return the newest backup of a day, or of a minute, such as `2026-03-09 18:31`."""
    typed = when.strip().replace("T", " ")
    fits = [b for b in shelf.all() if typed and f"{b.made:%Y-%m-%d %H:%M:%S}".startswith(typed)]
    if not fits or len(typed) < len("2026-03-09"):
        raise Refused(
            "There is no backup of “{when}”, and no such file. "
            "steadyhands restore lists what there is.",
            when=when[:80],
        )
    return fits[0].path


def _what_is_wrong(call: Call, keeper: Keeper) -> str:
    """Return how the diary is damaged. Raises what else keeps it from being read."""
    try:
        call.desk  # noqa: B018  only to see whether it opens
    except DiaryDamaged as problem:
        return str(problem)
    return f"The diary at {keeper.path} is damaged."


def _wall_clock() -> datetime:
    return Clock().now().local()


def _keeper(call: Call) -> Keeper:
    """Return the keeper of the diary, without opening one that may be damaged."""
    if call.is_demo:
        return call.desk.keeper
    path = paths.diary_path()
    return Keeper(path, paths.backup_folder(path))


def _not_yet(path: str) -> str:
    return "" if os.path.exists(path) else "  (not there yet)"


def _newest_backup(keeper: Keeper) -> str:
    newest = keeper.newest_backup()
    if newest is None:
        return "There is no backup of it yet."
    made, path = newest
    return f"Its newest good backup is of {_said(made)}: {path}"


def _rescue(keeper: Keeper) -> str:
    newest = keeper.newest_backup()
    if newest is None:
        return "No good backup was found beside it."
    return (
        f"There is a good backup of {_said(newest[0])}; steadyhands restore puts it in its place "
        "and keeps the damaged file."
    )


def _said(made: datetime) -> str:
    return f"{made:%Y-%m-%d %H:%M}"
