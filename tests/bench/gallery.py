"""Renders every small widget in one window, in both themes, at 100 % and 200 % text.

Run: QT_QPA_PLATFORM=offscreen python -m tests.bench.gallery FOLDER
"""

from __future__ import annotations

import sys
from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from steadyhands.domain.problem import Problem
from steadyhands.ui import theme
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage
from steadyhands.ui.widgets.stat import Stat
from steadyhands.ui.widgets.stepped_slider import SteppedSlider
from steadyhands.ui.widgets.tab_bar import TabBar
from steadyhands.ui.widgets.time_stepper import TimeStepper
from steadyhands.ui.widgets.toast import Toast

TABS = ["Twitches", "Drinks", "Food", "Sleep & day", "Exercises", "Plan", "Trends", "Diary"]


class Header(QFrame):
    """Stands in for the window's strip."""

    def __init__(self) -> None:
        super().__init__()
        look = theme.current_look()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        flow = FlowLayout(gap=look.px(24))
        for caption, role, value, note, part in (
            ("Twitches today", "twitch", "7", "usually 9", None),
            ("Water", "water", "1.25 L", "of 2.0 L", 0.62),
            ("Caffeine", "caffeine", "190 mg", "62 mg in body now", 0.47),
            ("Sleep", "sleep", "7 h 10", "goal 7–9 h", 0.8),
        ):
            stat = Stat(caption, role)
            stat.set_figure(value, note, part)
            flow.addWidget(stat)
        outer.addLayout(flow, 1)
        outer.addWidget(GuardedButton("Log a twitch", "twitch"))


def _no_time(text: str) -> time:
    raise Problem("“{text}” is no time of day. Try 23:10.", text=text)


def _details() -> Card:
    card = Card("Right index finger, 16:18", "Details are optional and can wait.")
    card.body.addWidget(label("Saved", "good"))
    for caption, words, chosen in (
        ("Doing", ("Typing", "Mouse", "Holding a cup", "Resting", "Phone"), "Typing"),
        ("Felt like", ("Flutter", "Jerk", "Pull", "Buzz"), "Flutter"),
        ("Lasted", ("A moment", "Seconds", "Minutes"), ""),
    ):
        row = ChipRow(caption, [(word, word) for word in words])
        row.select(chosen)
        card.body.addWidget(row)
    return card


def _sliders() -> Card:
    card = Card("How is it now?")
    for caption, role, value in (
        ("Stress", "action", 4),
        ("Tiredness", "sleep", None),
        ("Mental load", "caffeine", 10),
    ):
        slider = SteppedSlider(caption, "none", "a great deal", role=role)
        slider.set_value(value)
        card.body.addWidget(slider)
    return card


def _times() -> Card:
    card = Card("Last night")
    card.body.addWidget(TimeStepper("Went to bed", _no_time, time(23, 10)))
    woke = TimeStepper("Woke up", _no_time, time(6, 40))
    woke.edit.setText("twenty")
    woke.edit.editingFinished.emit()
    card.body.addWidget(woke)
    return card


def _fields() -> Card:
    card = Card("Another amount")
    field = AmountField("Water", _no_time, "250 ml")
    field.set_text("a bucket")
    field.submit()
    card.body.addWidget(field)
    card.body.addWidget(AmountField("Coffee", _no_time, "for example 8 oz"))
    combo = QComboBox()
    combo.addItems(["Glass, 250 ml", "Cup, 200 ml"])
    card.body.addWidget(combo)
    flow = FlowLayout()
    for box in (QCheckBox("Count tea as water"), QRadioButton("Left"), QRadioButton("Right")):
        box.setChecked(True)
        flow.addWidget(box)
    card.body.addLayout(flow)
    return card


def _buttons() -> Card:
    card = Card("One primary action a screen")
    flow = FlowLayout()
    for text, variant in (
        ("Start", "primary"),
        ("Log a twitch", "twitch"),
        ("Back", "secondary"),
        ("Clear", "quiet"),
        ("+15", "round"),
    ):
        flow.addWidget(GuardedButton(text, variant))
    off = GuardedButton("Not now", "primary")
    off.setEnabled(False)
    flow.addWidget(off)
    card.body.addLayout(flow)
    return card


class Gallery(QWidget):
    """Everything small, as a window would hold it."""

    def __init__(self) -> None:
        super().__init__()
        look = theme.current_look()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Header())
        tabs = TabBar()
        tabs.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(4))
        for word in TABS:
            tabs.add_tab(word, word)
        outer.addWidget(tabs)
        page = ScrollPage()
        for left, right in ((_details(), _sliders()), (_times(), _fields())):
            row = Columns()
            row.add(left)
            row.add(right)
            page.body.addWidget(row)
        page.body.addWidget(_buttons())
        page.body.addStretch(1)
        outer.addWidget(page, 1)
        self.tabs, self.page, self.toast = tabs, page, Toast(self)


def main(out: Path) -> None:
    """Render to `out`; the window is as high as its content, to see all of it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for name in ("light", "dark"):
        for percent in (100, 200):
            worn = theme.load_theme(name)
            theme.apply(app, worn, percent / 100, calm=True)
            window = Gallery()
            window.resize(1000, 1560 if percent == 100 else 4300)
            window.show()
            window.toast.show_message(
                "Saved: right index finger at 16:18.", "Undo right index finger"
            )
            window.tabs.tab("Twitches").setFocus(Qt.FocusReason.TabFocusReason)
            app.processEvents()
            window.grab().save(str(out / f"{name}-{percent}.png"))
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
