"""Magnesium, potassium and calcium: a week's mean beside the reference, today in small."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from steadyhands.domain.intakes import MINERALS
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.presenter import MineralFigure, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.flow_layout import FlowLayout

_ROOM = 1.25  # the bar's end, as a share of the reference


class MineralBar(QWidget):
    """The mean as a bar up to and past a mark at the reference; today as a thin bar below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mean: float | None = None
        self._today = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, mean: float | None, today: float) -> None:
        """Show shares of the reference; no mean leaves its bar empty."""
        self._mean, self._today = mean, today
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of both bars and the mark's ends."""
        look = current_look()
        return QSize(look.px(160), look.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both bars and the mark."""
        look = current_look()
        wide, top = float(self.width()), look.px(4)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isRightToLeft():
                painter.translate(wide, 0)
                painter.scale(-1, 1)
            self._paint_bar(painter, QRectF(0, top, wide, look.px(14)), self._mean or 0, 1.0)
            below = QRectF(0, top + look.px(18), wide, look.px(6))
            self._paint_bar(painter, below, self._today, 0.55)
            x = wide / _ROOM
            for role, width in (("card", look.px(5)), ("text", look.px(2))):
                painter.setPen(QPen(look.colour(role), width))
                painter.drawLine(round(x), 0, round(x), self.height())

    def _paint_bar(self, painter: QPainter, place: QRectF, share: float, alpha: float) -> None:
        look, high = current_look(), place.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        if share > 0:
            done = QRectF(place)
            done.setWidth(max(high, place.width() * min(1.0, share / _ROOM)))
            painter.setBrush(look.colour("minerals", alpha))
            painter.drawRoundedRect(done, high / 2, high / 2)


class MineralLine(QWidget):
    """One mineral: its name, the mean, its share in words, the bars, and today so far."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.mean = label("", "figure", wrap=False)
        self.share = label("")
        self.bar = MineralBar()
        self.today = label("", "muted")
        look = current_look()
        top = FlowLayout(gap=look.px(8))
        top.addWidget(label(name, "name", wrap=False))
        top.addWidget(self.mean)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, look.px(4))
        outer.setSpacing(look.px(3))
        outer.addLayout(top)
        for part in (self.bar, self.share, self.today):
            outer.addWidget(part)

    def show_figure(self, figure: MineralFigure, alone: bool = False) -> None:
        """Show a mineral's figures; without a reference there is no bar to compare by.

        `alone` leaves out why there is none, which the card says for all.
        """
        known = figure.reference is not None
        self.mean.setText(wording.mean_text(figure) if figure.days else "–")
        said = "" if alone else wording.share_text(figure)
        self.share.setText(said)
        self.share.setVisible(bool(said))
        self.today.setText(wording.today_text(figure))
        self.bar.setVisible(known)
        if figure.reference is not None:
            self.bar.set_shares(figure.share, figure.today_mg / figure.reference.amount_mg)
        spoken = (self.mean.text(), said, self.today.text())
        self.bar.setAccessibleName(f"{self._name}: {', '.join(p for p in spoken if p)}")


class MineralsCard(Card):
    """The three minerals, over which days, and whose reference."""

    set_chosen = Signal(str)  # us or eu
    profile_asked = Signal()

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Magnesium, potassium, calcium"),
            self.tr("From food and drinks. A diary estimate; it cannot show what your body has."),
            parent=parent,
        )
        names = wording.mineral_names()
        self._set = ""
        self._days = label("", "muted")
        self._why = label("")
        self.lines = {key: MineralLine(names[key]) for key in MINERALS}
        self._unknown = label(
            self.tr(
                "References differ by age and sex. Saying them is optional; once you have, "
                "a reference stands here."
            ),
            "muted",
        )
        self.profile = GuardedButton(self.tr("About you"), "quiet", guard)
        choices = [("eu", self.tr("Europe")), ("us", self.tr("US and Canada"))]
        self.sets = ChipRow(self.tr("Reference values from"), choices, guard=guard)
        self._sources = label("", "caption")
        self._notes = label(
            self.tr(
                "Figures of foods: USDA National Nutrient Database, release 26. Cooking and "
                "variety change what a food holds; from spinach, chard and beet greens the body "
                "takes up little of the calcium."
            ),
            "caption",
        )
        self._build()
        self.sets.chosen.connect(self._on_set)
        self.profile.pressed_once.connect(self.profile_asked)

    def _build(self) -> None:
        self.body.addWidget(self._days)
        self.body.addWidget(self._why)
        for line in self.lines.values():
            self.body.addWidget(line)
        self.body.addWidget(self._unknown)
        self.body.addWidget(self.profile, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.sets, self._sources, self._notes):
            self.body.addWidget(part)

    def show_state(self, state: State) -> None:
        """Show the figures as they stand."""
        reasons = {figure.hidden for figure in state.minerals}
        why = reasons.pop() if len(reasons) == 1 else ""
        self._why.setText(wording.hidden_text(why) if why else "")
        self._why.setVisible(bool(why))
        for figure in state.minerals:
            self.lines[figure.mineral].show_figure(figure, alone=bool(why))
        self._days.setText(wording.days_text(state.minerals[0].days))
        unknown = any(figure.missing == "profile" for figure in state.minerals)
        for part in (self._unknown, self.profile):
            part.setVisible(unknown)
        self._set = state.ref_set
        self.sets.select(state.ref_set)
        self.sets.setVisible(not why)
        sources = wording.sources_text(state.minerals)
        self._sources.setText(sources)
        self._sources.setVisible(bool(sources))

    def _on_set(self, key: str) -> None:
        if key:
            self.set_chosen.emit(key)
        else:
            self.sets.select(self._set)
