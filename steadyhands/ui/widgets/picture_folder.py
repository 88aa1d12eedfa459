"""Pictures kept from one window to the next; the folder may be emptied at any time."""

from __future__ import annotations

import os

from PySide6.QtGui import QImage

_UNPACKED = 100  # Qt's quality for a PNG that is quick to write and to read


class PictureFolder:
    """Keeps pictures by name as PNG; each knows what it shows, and is of use for nothing else."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def get(self, name: str, shows: str) -> QImage | None:
        """Return the picture if it is there, whole, and shows just that."""
        path = self._path(name)
        image = QImage(path, "PNG") if os.path.exists(path) else QImage()  # type: ignore[call-overload]
        return image if not image.isNull() and image.text("shows") == shows else None

    def put(self, name: str, shows: str, image: QImage) -> None:
        """Keep a picture; where that cannot be, the next window paints it anew."""
        path = self._path(name)
        image.setText("shows", shows)
        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            if image.save(path + ".part", "PNG", _UNPACKED):  # type: ignore[call-overload]
                os.replace(path + ".part", path)
        except OSError:
            return

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, f"{name}.png")
