from __future__ import annotations

import itertools
import math
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton

from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource
from steadyhands.ui import theme
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.ui.dress import SCALES, dress

THEMES = ("light", "dark")
WRITTEN = [
    *itertools.product(
        ("text", "muted", "faint", "notice_text", "action_text"), ("window", "card", "field")
    ),
    *itertools.product((f"{s}_text" for s in theme.SUBJECTS), ("window", "card")),
    *itertools.product(("control_text", "text", "faint"), ("control",)),
    ("control_text", "control_down"),
    ("on_action", "action"),
    ("on_action", "action_down"),
    ("on_action_pale", "action_pale"),
    ("on_twitch", "twitch"),
    ("on_twitch", "twitch_down"),
    ("text", "notice_pale"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
]
DRAWN = [
    *itertools.product((*theme.SUBJECTS, "field_edge", "focus"), ("window", "card")),
    ("field_edge", "field"),
    ("focus", "focus_gap"),
    ("skin_line", "skin"),
]
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def _linear(colour: QColor) -> tuple[float, ...]:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def _luminance(colour: QColor) -> float:
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG 2 contrast ratio, 1–21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _oklab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = (max(0.0, c) for c in rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    mid = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * mid - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * mid + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * mid - 0.8086757660 * short,
    )


@pytest.fixture(params=THEMES)
def worn(request) -> theme.Theme:
    return theme.load_theme(request.param)


@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_text_is_readable(worn, ink, ground):
    assert contrast(worn.colour(ink), worn.colour(ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), DRAWN)
def test_what_is_drawn_can_be_seen(worn, mark, ground):
    assert contrast(worn.colour(mark), worn.colour(ground)) >= 3.0


@pytest.mark.parametrize("kind", BLINDNESS)
def test_subjects_are_told_apart_by_every_eye(worn, kind):
    seen = {}
    for subject in theme.SUBJECTS:
        rgb = _linear(worn.colour(subject))
        mixed = (sum(w * c for w, c in zip(row, rgb, strict=True)) for row in BLINDNESS[kind])
        seen[subject] = _oklab(tuple(mixed))
    for one, other in itertools.combinations(theme.SUBJECTS, 2):
        # Vermillion and blue of Okabe and Ito lie 0.3 apart; below 0.07 patches look alike.
        assert math.dist(seen[one], seen[other]) >= 0.07, (one, other)


def test_both_themes_have_the_same_roles():
    light, dark = (theme.load_theme(name) for name in THEMES)
    assert set(light.colours) == set(dark.colours) == theme.ROLES
    assert (light.dark, dark.dark) == (False, True)


def test_every_colour_is_named_once_and_used(worn):
    text = read_resource("themes", f"{worn.name}.toml")
    names = re.findall(r'^(\w+) = "#[0-9a-f]{6}"$', text, re.MULTILINE)
    assert len(names) == len(set(names))
    unused = [name for name in names if f'= "{name}"' not in text]
    assert unused == []


def test_a_theme_with_a_missing_role_is_refused(worn):
    colours = dict(worn.colours)
    del colours["water"]
    with pytest.raises(Problem, match=r"does not fit this version: water\."):
        theme.Theme("odd", False, colours)


def test_colours_given_out_are_not_shared(worn):
    worn.colour("water").setAlpha(0)
    assert worn.colour("water").alpha() == 255
    assert worn.colour("water", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("scale", SCALES)
def test_no_placeholder_of_the_style_sheet_stays_unfilled(worn, scale):
    template = read_resource("style.qss")
    filled = theme.style_sheet(template, theme.Look(worn, scale))
    assert "@" not in filled
    assert "/*" not in filled
    assert filled.count("{") == filled.count("}")
    for icon in re.findall(r'url\("(.+?)"\)', filled):
        assert Path(icon).is_file(), icon


def test_an_unknown_placeholder_is_named(worn):
    with pytest.raises(Problem, match="asks for colour_of_sea"):
        theme.style_sheet("QLabel { color: @colour_of_sea; }", theme.Look(worn))


@pytest.mark.parametrize("name", THEMES)
def test_qt_takes_the_style_sheet_without_a_word(qapp, qtbot, name):
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if "propagateSizeHints" not in message:
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        dress(qapp, 1.0, name)
        edit = QLineEdit()
        qtbot.addWidget(edit)
        edit.show()
        edit.grab()
    finally:
        qInstallMessageHandler(before)
    assert said == []


@pytest.mark.parametrize("name", THEMES)
def test_applying_a_theme_dresses_everything(qapp, qtbot, name):
    look = dress(qapp, 1.0, name)
    assert theme.current_look() is look
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("window")
    assert qapp.font().pixelSize() == 16
    button = QPushButton("Save")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 44


def test_the_text_grows_with_the_person_s_wish_up_to_twice(qapp):
    assert dress(qapp, 1.5).px(16) == 24
    assert dress(qapp, 2.0).px(16) == 32
    assert dress(qapp, 9.0).px(16) == 32
    assert dress(qapp, 0.1).px(16) == 16
    assert qapp.font().pixelSize() == 16


def test_targets_never_shrink():
    worn = theme.load_theme("light")
    assert theme.Look(worn, 1.0).target == 44
    assert theme.Look(worn, 2.0).target == 66


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_quick_reader_agrees_with_tomllib(name):
    text = read_resource("themes", f"{name}.toml")
    exact = tomllib.loads(text)
    tables = theme.read_tables(text)
    assert tables["colours"] == exact["colours"] and tables["roles"] == exact["roles"]
    read = theme.load_theme(name)
    assert (read.name, read.dark) == (exact["name"], exact["dark"])


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_fields_chips_and_buttons_are_equally_high(qapp, qtbot, scale):
    dress(qapp, scale)
    chips = ChipRow("", [("a", "A")], guard=ClickGuard())
    parts = [QLineEdit(), GuardedButton("A", "secondary", ClickGuard()), chips.chips()[0]]
    for part in (*parts, chips):
        qtbot.addWidget(part)
        part.ensurePolished()
    assert {part.sizeHint().height() for part in parts} == {theme.current_look().target}
