"""Where the program's data files lie: beside the package when built, in `resources/` of a clone."""

from __future__ import annotations

import os

from steadyhands.domain.problem import Problem


def resources_root() -> str:
    """Return the folder of the data files; the bundled one first, so no stray folder wins."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    bundled = os.path.join(package, "_resources")  # wheel, PyInstaller, Flatpak
    if os.path.isdir(bundled):
        return bundled
    return os.path.join(os.path.dirname(package), "resources")


def resource(*parts: str) -> str:
    """Return the path of a data file, such as `resource("themes", "dark.toml")`."""
    return os.path.join(resources_root(), *parts)


def read_resource(*parts: str) -> str:
    """Return the text of a data file. Raises Problem if it is missing or not text."""
    path = resource(*parts)
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        raise Problem(
            "A file of the program cannot be read: {path}. Please install it again.", path=path
        ) from None
