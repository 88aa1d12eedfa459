"""steadyhands where, check and backup: the diary as a file."""

from __future__ import annotations

import os

from steadyhands.cli.call import Refused
from steadyhands.services.keeper import Keeper
from steadyhands.system import paths
from steadyhands.system.logs import log_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.cli.call import Call


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
    call.desk  # noqa: B018  opening it says better what is wrong, if it fails
    raise Refused(
        "The diary at {path} is damaged. {backup}",
        path=keeper.path,
        backup=_newest_backup(keeper),
    )


def backup(call: Call) -> str:
    """Copy the diary into the folder of backups."""
    return f"Backed up to {_keeper(call).back_up(call.now.local())}"


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
    return f"Its newest good backup is of {made:%Y-%m-%d %H:%M}: {path}"
