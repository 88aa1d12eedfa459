"""The colours and sizes the window wears: read from data, put on the whole application.

A `Theme` is a set of colours by role; a `Look` is a theme at a text size. Widgets that
paint themselves ask `current_look()` at the moment they paint, so a change of theme
reaches them with Qt's own repaint and nobody keeps a stale copy.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value
from steadyhands.system.resources import read_resource, resource

SUBJECTS = ("twitch", "water", "caffeine", "sleep", "minerals", "action")
_GROUNDS = ("window", "card", "card_edge", "line", "text", "muted", "faint", "focus", "focus_gap")
_CONTROLS = ("field", "field_edge", "control", "control_down", "control_text", "track")
_ACTION = ("action_down", "on_action", "action_pale", "on_action_pale", "twitch_down", "on_twitch")
_SPOKEN = ("notice_text", "notice_pale", "toast", "on_toast", "toast_action")
_HAND = ("skin", "skin_far", "skin_line")
_SUBJECT_TEXTS = tuple(f"{subject}_text" for subject in SUBJECTS)
ROLES = frozenset(
    (*_GROUNDS, *_CONTROLS, *_ACTION, *_SPOKEN, *_HAND, *SUBJECTS, *_SUBJECT_TEXTS),
)

_BASE_PX = 16
_TARGET_PX = 44
_LARGEST = 2.0
# The size a system's own font has before anybody enlarges it, in pixels.
_USUAL_FONT_PX = {"win32": 12.0, "darwin": 13.0}
_USUAL_FONT_PX_ELSEWHERE = 15.0
_LOOK_PROPERTY = "steadyhands_look"


class Theme(Value):
    """Every colour of the window by role, as `#rrggbb`."""

    name: str
    dark: bool
    colours: Mapping[str, str]

    def check(self) -> None:
        """Raise `Problem` when a role is missing or unknown."""
        odd = sorted(ROLES.symmetric_difference(self.colours))
        if odd:
            raise Problem(
                "The theme {name} does not fit this version: {roles}.",
                name=self.name,
                roles=", ".join(odd),
            )

    def __hash__(self) -> int:
        return hash((self.name, *sorted(self.colours.items())))

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return a new colour for `role`, `alpha` from 0 (clear) to 1 (solid)."""
        colour = QColor(self.colours[role])
        colour.setAlphaF(alpha)
        return colour


class Look(Value):
    """A theme at a text size: what every widget is drawn with."""

    theme: Theme
    scale: float = 1.0
    calm: bool = False  # the person asked for no moving things

    def px(self, size: float) -> int:
        """Return a length that grows with the text, from its size at 100 %."""
        return round(size * self.scale)

    @property
    def target(self) -> int:
        """Least height and width of anything to press: 44 px, 66 px at 200 % text."""
        return round(_TARGET_PX * (1 + self.scale) / 2)

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the theme's colour for `role`."""
        return self.theme.colour(role, alpha)


def load_theme(name: str) -> Theme:
    """Read the theme `name` from the shipped ones; `Problem` when it does not fit."""
    tables = read_tables(read_resource("themes", f"{name}.toml"))
    named, top = tables["colours"], tables[""]
    roles = {role: named[colour] for role, colour in tables["roles"].items()}
    return Theme(top["name"], top["dark"] == "true", roles)


def read_tables(text: str) -> dict[str, dict[str, str]]:
    """Return the words of simple TOML by table ("" is the top): a name and a word on a line.

    That is all a theme needs, and `tomllib` would take 8 ms of every start.
    """
    found: dict[str, dict[str, str]] = {"": {}}
    table = found[""]
    for line in text.splitlines():
        if line.startswith("["):
            table = found.setdefault(line.strip("[] "), {})
        elif " = " in line and not line.startswith("#"):
            name, _, word = line.partition(" = ")
            table[name.strip()] = word.strip().strip('"')
    return found


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for what the style sheet leaves to the style."""
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Button: "control",
        QPalette.ColorRole.ButtonText: "control_text",
        QPalette.ColorRole.BrightText: "on_action",
        QPalette.ColorRole.Highlight: "action",
        QPalette.ColorRole.HighlightedText: "on_action",
        QPalette.ColorRole.Accent: "action",
        QPalette.ColorRole.Link: "action_text",
        QPalette.ColorRole.LinkVisited: "action_text",
        QPalette.ColorRole.ToolTipBase: "toast",
        QPalette.ColorRole.ToolTipText: "on_toast",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "field_edge",
    }
    made = QPalette(theme.colour("control"), theme.colour("window"))
    for role, name in roles.items():
        made.setColor(role, theme.colour(name))
    for written in ("WindowText", "Text", "ButtonText"):
        made.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole[written], theme.colour("faint")
        )
    return made


def style_sheet(template: str, look: Look) -> str:
    """Fill `template`: `@role` is a colour, `@12px` a length at 100 % text, `@target` a height."""

    def filled(found: re.Match[str]) -> str:
        word = found[1]
        if word in look.theme.colours:
            return look.theme.colours[word]
        target = look.target
        heights = {"target": target, "pill": target // 2, "edged": target - 2, "inner": target - 4}
        if word in heights:
            return f"{heights[word]}px"
        if word == "icons":
            return resource("icons", look.theme.name).replace("\\", "/")
        if word.endswith("px") and word[:-2].isdigit():
            return f"{look.px(int(word[:-2]))}px"
        raise Problem("The style sheet asks for {word}, which no theme has.", word=word)

    without_comments = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    return re.sub(r"@(\w+)", filled, without_comments)


def system_scale() -> float:
    """Return how much larger than usual the system's font is, from 1.0 up."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * _pixels_per_point()
    usual = _USUAL_FONT_PX.get(sys.platform, _USUAL_FONT_PX_ELSEWHERE)
    return max(1.0, size / usual)


def _pixels_per_point() -> float:
    screen = QApplication.primaryScreen()
    return screen.logicalDotsPerInch() / 72 if screen is not None else 96 / 72


def apply(app: QApplication, theme: Theme, text_scale: float = 1.0, calm: bool = False) -> Look:
    """Dress the application: style, palette, font and style sheet; return the look worn.

    `text_scale` (1.0–2.0) is the person's own; it multiplies the system's, together at most 2.0.
    """
    scale = min(_LARGEST, max(1.0, text_scale) * system_scale())
    look = Look(theme, scale, calm)
    if not app.styleSheet():  # once: below a style sheet the style no longer tells its name
        app.setStyle("Fusion")
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(look.px(_BASE_PX))
    app.setProperty(_LOOK_PROPERTY, look)
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(read_resource("style.qss"), look))
    return look


def current_look() -> Look:
    """Return the look the application wears; the light one before anybody has dressed it."""
    app = QApplication.instance()
    look = app.property(_LOOK_PROPERTY) if app is not None else None
    if look is None:
        look = Look(load_theme("light"))
        if app is not None:
            app.setProperty(_LOOK_PROPERTY, look)
    return look
