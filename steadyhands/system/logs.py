"""The log file: what went wrong inside, for whoever mends the program. Nothing of the diary.

`logging` is imported when there is something to write; a quick command never loads it.
"""

from __future__ import annotations

import os

from steadyhands.system import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    import logging
    from io import TextIOWrapper

NAME = "steadyhands"
_FILE = "steadyhands.log"
_MOST_BYTES = 256 * 1024
_KEPT = 3


def log_path() -> str:
    """Return where the log file is, or will be."""
    return os.path.join(paths.log_folder(), _FILE)


def open_log() -> logging.Logger:
    """Return the program's logger, writing to the log file (0600, in a 0700 folder).

    Raises OSError if the file cannot be written.
    """
    import logging
    from logging.handlers import RotatingFileHandler

    class PrivateFile(RotatingFileHandler):
        """A rotating file that only its owner may read."""

        def _open(self) -> TextIOWrapper:
            handle = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
            return open(handle, "a", encoding="utf-8")

    logger = logging.getLogger(NAME)
    if not logger.handlers:
        os.makedirs(paths.log_folder(), mode=0o700, exist_ok=True)
        handler = PrivateFile(log_path(), maxBytes=_MOST_BYTES, backupCount=_KEPT)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    return logger


def close_log() -> None:
    """Close the log file."""
    import logging

    logger = logging.getLogger(NAME)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def keep_details(error: BaseException) -> str:
    """Write an unexpected error with its traceback to the log; return a sentence to show."""
    try:
        open_log().error("Unexpected error", exc_info=error)
    except OSError:
        return f"Something went wrong ({type(error).__name__})."
    return f"Something went wrong; the details are in {log_path()}."
