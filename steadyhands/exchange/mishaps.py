"""What can go wrong with files, in words a person can act on."""

from __future__ import annotations

import errno
from contextlib import contextmanager

from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def read_plainly(name: str) -> Iterator[None]:
    """Say in words what keeps the file `name` from being read: the disk, or what is in it."""
    try:
        yield
    except Problem:
        raise
    except OSError as error:
        if error.errno is None:  # zipfile and bz2 say so of bad content
            raise broken(name) from error
        raise Problem(
            "“{name}” cannot be read: {reason}.", name=name, reason=error.strerror
        ) from error
    except NotImplementedError as error:
        raise Problem(
            "“{name}” is packed in a way this program cannot unpack. "
            "Please unpack it and choose the file inside.",
            name=name,
        ) from error
    except (EOFError, ValueError, RuntimeError) as error:
        raise broken(name) from error
    except Exception as error:
        if any(kind.__name__ in _OF_CONTENT for kind in type(error).__mro__):
            raise broken(name) from error
        raise


# By name, so that nothing is imported for an error that does not happen.
_OF_CONTENT = ("BadZipFile", "LargeZipFile", "LZMAError", "ParseError", "JSONError", "error")


def broken(name: str) -> Problem:
    """Return the Problem of a file whose content ends early or makes no sense."""
    return Problem(
        "“{name}” is damaged, or it was not copied whole. Please export it again.", name=name
    )


@contextmanager
def written_plainly(path: str) -> Iterator[None]:
    """Say in words what keeps the file at `path` from being written."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Problem("The disk is full. {path} was not written.", path=path) from error
        raise Problem(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror
        ) from error
