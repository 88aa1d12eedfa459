"""The Qt binding must not lose references to None.

PySide6 6.12.0 gives one back too many for every Qt call that returns nothing; on Python 3.11
and older the program then dies within minutes. This is what keeps that version out.
"""

import sys

from PySide6.QtWidgets import QLabel


def test_thousand_calls_leave_as_many_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(1_000):
        label.setText("twitch")

    # A leaking binding loses a thousand; a handful come and go with the interpreter's own work.
    assert abs(sys.getrefcount(None) - before) < 100
