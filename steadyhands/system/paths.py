"""Where SteadyHands keeps things on this machine."""

from __future__ import annotations

import os
import sys

APP = "steadyhands"


def data_folder() -> str:
    """Return the folder of the diary and its backups.

    On Linux this is the XDG rule itself, in one line: importing platformdirs, which
    answers for the other systems, takes longer than logging a twitch does.
    """
    if _is_xdg():
        return os.path.join(_xdg("XDG_DATA_HOME", ".local", "share"), APP)
    import platformdirs

    return platformdirs.user_data_dir(APP, appauthor=False)


def config_folder() -> str:
    """Return the folder of what concerns this machine only: window, theme."""
    if _is_xdg():
        return os.path.join(_xdg("XDG_CONFIG_HOME", ".config"), APP)
    import platformdirs

    return platformdirs.user_config_dir(APP, appauthor=False, roaming=True)


def cache_folder() -> str:
    """Return the folder of what can be made anew at any time."""
    if _is_xdg():
        return os.path.join(_xdg("XDG_CACHE_HOME", ".cache"), APP)
    import platformdirs

    return platformdirs.user_cache_dir(APP, appauthor=False)


def log_folder() -> str:
    """Return the folder of the log file."""
    if _is_xdg():
        return os.path.join(_xdg("XDG_STATE_HOME", ".local", "state"), APP, "log")
    import platformdirs

    return platformdirs.user_log_dir(APP, appauthor=False)


def diary_path() -> str:
    """Return the diary's file; STEADYHANDS_DIARY names another."""
    return os.environ.get("STEADYHANDS_DIARY") or os.path.join(data_folder(), "diary.sqlite")


def backup_folder(diary: str) -> str:
    """Return the folder of a diary's backups, beside it."""
    return os.path.join(os.path.dirname(os.path.abspath(diary)), "backups")


def _is_xdg() -> bool:
    return sys.platform not in ("win32", "darwin", "android")


def _xdg(variable: str, *default: str) -> str:
    given = os.environ.get(variable, "").strip()
    return given or os.path.join(os.path.expanduser("~"), *default)
