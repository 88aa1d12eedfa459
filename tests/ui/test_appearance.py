from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from steadyhands.ui.appearance import Appearance
from steadyhands.ui.theme import current_look


@pytest.fixture
def make(qapp):
    made = []

    def _make(**wishes):
        made.append(Appearance(qapp, **wishes))
        return made[-1]

    yield _make
    for appearance in made:
        appearance.set_choice("system")
        qapp.styleHints().colorSchemeChanged.disconnect(appearance._on_system_changed)
        appearance.setParent(None)
        appearance.deleteLater()


def test_a_choice_beats_the_system(make, qtbot):
    appearance = make()
    with qtbot.waitSignal(appearance.changed):
        appearance.set_choice("dark")
    assert current_look().theme.name == "dark"
    appearance.set_choice("light")
    assert current_look().theme.name == "light"


@pytest.mark.parametrize(("window", "name"), [("#202020", "dark"), ("#f0f0f0", "light")])
def test_the_first_palette_tells_where_the_system_does_not(qapp, make, window, name):
    palette = QPalette(qapp.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    qapp.setPalette(palette)
    make().wear()
    assert current_look().theme.name == name


def test_text_size_and_stillness_are_the_person_s(make):
    appearance = make(choice="light")
    appearance.set_text_scale(1.5)
    appearance.set_calm(True)
    assert (current_look().scale, current_look().calm) == (1.5, True)
    appearance.set_calm(False)
    assert current_look().calm is False
