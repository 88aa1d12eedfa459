"""All small widgets together, as a window holds them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.bench.gallery import Gallery
from tests.ui.dress import SCALES, dress, shown, spoken_name


@pytest.fixture(params=[(name, scale) for name in ("light", "dark") for scale in SCALES])
def gallery(request, qapp, qtbot):
    name, scale = request.param
    dress(qapp, scale, name)
    made = shown(qtbot, Gallery(), 1000, 800)
    QApplication.processEvents()
    return made


def visible(gallery: QWidget, kind: type) -> list:
    return [part for part in gallery.findChildren(kind) if part.isVisible()]


def test_everything_the_keyboard_reaches_has_a_name(gallery):
    reached = [
        part for part in visible(gallery, QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    # A combo box and its kind in a real screen are named by their label or their tab.
    unnamed = [part for part in reached if not spoken_name(part)]
    assert {type(part).__name__ for part in unnamed} <= {"QComboBox"}


def test_everything_to_press_is_large_enough(gallery):
    for part in visible(gallery, QAbstractButton) + visible(gallery, QLineEdit):
        assert min(part.width(), part.height()) >= 44, part


def test_no_words_are_cut_off(gallery):
    for label in visible(gallery, QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in visible(gallery, QAbstractButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_nothing_runs_while_nothing_happens(gallery):
    assert [timer for timer in gallery.findChildren(QTimer) if timer.isActive()] == []
    moving = QAbstractAnimation.State.Running
    assert [a for a in gallery.findChildren(QAbstractAnimation) if a.state() == moving] == []
