"""The pictures of the README come out whole, in the size and look asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage


@pytest.mark.slow
@pytest.mark.parametrize("tab", ["sleep", "trends"])
def test_a_page_is_pictured_as_asked(tmp_path, tab):
    words = ["--shots", str(tmp_path), "--tab", tab, "--theme", "dark", "--size", "1000x700"]
    done = subprocess.run(
        [sys.executable, "-m", "steadyhands", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    picture = QImage(str(tmp_path / f"{tab}-dark-100.png"))
    assert (picture.width(), picture.height()) == (1000, 700)
    assert picture.pixelColor(500, 3).lightness() < 128
    assert f"{tab}-dark-100.png" in done.stdout
