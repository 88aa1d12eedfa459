"""What every test of the window shares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(autouse=True)
def no_button_stays_down(qapp):
    """Let go of a mouse button that a test only pressed: the next one would see it held."""
    yield
    down = QApplication.mouseButtons()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if down & button:
            nowhere = QWidget()
            nowhere.show()
            QTest.mouseRelease(nowhere, button)
            nowhere.close()
            nowhere.deleteLater()
