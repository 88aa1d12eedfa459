"""Where it twitches: both hands, each part coloured by its share, held against before."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from steadyhands.domain.hand import SIDES
from steadyhands.domain.trends import Places, Shares
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.wording import tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.focus_ring import FocusRing
from steadyhands.ui.widgets.hand_canvas import HandCanvas, Spot
from steadyhands.ui.widgets.hand_layout import Layout, Outlines, spatial_order
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, HandColors
from steadyhands.ui.words import capital, number_text, part_name

_LEAST_HEAT = 0.18
_NARROW = 12.0  # px a finger must at least be wide: it is read here, not aimed at
CHANGED = 0.1  # of all twitches: less is not called a change
FEW = 20  # twitches; shares of fewer are not compared


class HandMap(FocusRing, QWidget):
    """Left and Right walk over the parts; the chosen one is ringed and read."""

    read = Signal(str)

    def __init__(self, skin: str = DEFAULT_SKIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current_look()
        colors = HandColors(
            look.colour("card"), look.colour("muted"), look.colour("text"), look.colour("twitch")
        )
        self._canvas = HandCanvas(skin or DEFAULT_SKIN, colors)
        self._outlines = Outlines()
        self._layout: Layout | None = None
        self._shares = Shares(Places())
        self._spot: Spot | None = None
        self._drawn: set[Spot] = set()  # parts whose heat is drawn at the present size
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._draw_next)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Where"))

    def show_data(self, shares: Shares) -> None:
        """Show the shares of these days."""
        self._shares, self._spot = shares, None
        self.setAccessibleName(tr("Where"))
        self.setAccessibleDescription(self.describe())
        self.read.emit("")
        self._turn.start(0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in the new size."""
        super().resizeEvent(event)
        self._turn.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was left undone while hidden."""
        super().showEvent(event)
        self._turn.start(0)

    def order(self) -> list[Spot]:
        """Return the parts in the order they are walked, from left to right."""
        found: list[Spot] = []
        for side in SIDES:
            digits: list[Spot] = [(side, part) for part in spatial_order(side)]
            found += [*digits, (side, "palm"), (side, "wrist")]
        return found

    def choose(self, spot: Spot, told: bool = True) -> None:
        """Choose a part."""
        self._spot = spot
        said = self.reading(spot)
        self.setAccessibleName(tr("Where. {0}").format(said))
        self.read.emit(said)
        self.update()
        if told:
            announce(self, said)

    def chosen(self) -> Spot | None:
        """Return the part chosen."""
        return self._spot

    def reading(self, spot: Spot) -> str:
        """Return a part's share in words, against before where there is enough to compare."""
        now, before = self._shares.now, self._shares.before
        name = capital(part_name(*spot))
        share = now.share(*spot)
        if share is None:
            return tr("{0}: no twitches in these days.").format(name)
        said = tr("{0}: {1} of twitches ({2} of {3})").format(
            name, _percent(share), number_text(now.count(*spot)), number_text(now.total)
        )
        was = before.share(*spot) if before is not None else None
        if was is None or before is None or min(before.total, now.total) < FEW:
            return tr("{0}.").format(said)
        if abs(share - was) < CHANGED:
            return tr("{0}, much as before ({1}).").format(said, _percent(was))
        if share > was:
            return tr("{0}, up from {1} before.").format(said, _percent(was))
        return tr("{0}, down from {1} before.").format(said, _percent(was))

    def summary(self) -> str:
        """Return the part with most twitches, and how many are of no known place."""
        now = self._shares.now
        if not now.total:
            return tr("No twitches in these days.")
        side, part, _ = max(now.counts, key=lambda each: each[2])
        said = self.reading((side, part))
        unsure = sum(n for _, p, n in now.counts if p == "unsure")
        if unsure and part != "unsure":
            return tr("{0} {1} without a known place.").format(said, number_text(unsure))
        return said

    def describe(self) -> str:
        """Return the map in words, and how to walk in it."""
        return "\n".join((self.summary(), tr("Left and Right go from finger to finger.")))

    def table(self) -> Table:
        """Return every place with its counts and shares."""
        now, before = self._shares.now, self._shares.before
        headers = (tr("Where"), tr("Twitches"), tr("Share"), tr("Share before"))
        rows = []
        for side, part, count in sorted(now.counts, key=lambda each: -each[2]):
            was = before.share(side, part) if before is not None else None
            rows.append(
                (
                    capital(part_name(side, part)),
                    number_text(count),
                    _percent(now.share(side, part) or 0),
                    "–" if was is None else _percent(was),
                )
            )
        return Table(headers, tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return what the colour means."""
        return (Key(tr("none"), "twitch", "tint0"), Key(_percent(self._most()), "twitch", "tint1"))

    def _most(self) -> float:
        now = self._shares.now
        return max((now.share(*spot) or 0.0 for spot in self.order()), default=0.0)

    def _place(self) -> Layout:
        look = current_look()
        size = (self.width(), self.height())
        if self._layout is None or (self._layout.width, self._layout.height) != size:
            self._canvas.forget()
            self._drawn.clear()
            label = self.fontMetrics().height() + look.px(2)
            self._layout = Layout(self._outlines, *size, float(label), _NARROW)
        return self._layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hands, their heat, and the chosen part."""
        with QPainter(self) as painter:
            self._paint(painter, self._drawn)
            self.paint_ring(painter, current_look().px(10))

    def paint_on(self, painter: QPainter) -> None:
        """Paint the whole map at the painter's origin."""
        self._paint(painter, set(self.order()))

    def is_drawn(self) -> bool:
        """Return whether the heat of every part can be seen."""
        return not self._hot().keys() - self._drawn

    def _hot(self) -> dict[Spot, float]:
        """Return how strongly each part is coloured."""
        most, now = self._most(), self._shares.now
        found = ((spot, now.share(*spot)) for spot in self.order())
        return {s: _LEAST_HEAT + (1 - _LEAST_HEAT) * share / most for s, share in found if share}

    def _draw_next(self) -> None:
        """Draw one part's heat a turn: all at once would hold the window up."""
        layout = self._place()
        left = [spot for spot in self._hot() if spot not in self._drawn]
        if left and self.isVisible():
            self._canvas.prepare(layout, left[0])
            self._drawn.add(left[0])
            if len(left) > 1:
                self._turn.start(0)
            else:
                self.update()

    def _paint(self, painter: QPainter, parts: set[Spot]) -> None:
        layout = self._place()
        self._canvas.paint_base(painter, layout, self.devicePixelRatioF())
        for spot, heat in self._hot().items():
            if spot in parts:
                self._canvas.paint_mark(painter, layout, spot, heat)
        names = {"left": tr("Left"), "right": tr("Right")}
        self._canvas.paint_labels(painter, layout, names)
        if self._spot is not None and self._spot[0] in SIDES:
            self._canvas.paint_ring(painter, layout, self._spot, is_focus=True)

    def part_at(self, point: QPointF) -> Spot | None:
        """Return the part at a pixel."""
        return self._place().part_at(point, current_look().px(40))

    def part_center(self, side: str, part: str) -> QPointF:
        """Return a pixel well inside a part."""
        return self._place().hands[side].anchor(part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the part that was pressed."""
        spot = self.part_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or spot is None:
            event.ignore()
            return
        self.choose(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the parts."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        self.show_ring(True)
        order = self.order()
        place = order.index(self._spot) if self._spot in order else (-1 if step > 0 else 0)
        self.choose(order[(place + step) % len(order)])

    def sizeHint(self) -> QSize:
        """Return hands that read well."""
        look = current_look()
        return QSize(look.px(380), look.px(250))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is readable."""
        return QSize(200, current_look().px(210))


def _percent(share: float) -> str:
    return tr("{0}\u00a0%").format(number_text(100 * share))
