"""Where each thing of a day lies on the timeline: lanes from top to bottom, time from left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.caffeine_band import scale_top
from steadyhands.ui.widgets.timeline_state import (
    SLEEP,
    SWALLOWED,
    TWITCH,
    TimelineEvent,
    TimelineState,
)

_TICK_ROWS, _DRINK_ROWS = 4, 3
_HEIGHT, _EMPTY_HEIGHT = 222, 150  # px at 100 % text with one row of drinks and meals
Mark = tuple[TimelineEvent, QRectF]


class TimelineLayout:
    """The lanes of one state at one size; `edges` is the room for words left and right."""

    def __init__(self, state: TimelineState, size: QSizeF, edges: tuple[float, float]) -> None:
        self._state = state
        look = current_look()
        self.left, self.right = edges[0], max(edges[0] + 1, size.width() - edges[1])
        self._icon = look.px(22)
        drinks = state.of_kinds(*SWALLOWED)
        rows = stacked_rows([self.x(e.minute) for e in drinks], self._icon, _DRINK_ROWS)
        self._drink_rows = max(rows, default=0) + 1
        base = _HEIGHT if state.curve else _EMPTY_HEIGHT
        self.needed_height = look.px(base) + (self._drink_rows - 1) * (self._icon + 2)
        self._set_lanes(size.height())
        self.scale_mg = scale_top(state.most_mg)
        self.marks = self._place_marks(drinks, rows)

    def _set_lanes(self, height: float) -> None:
        look = current_look()
        width = self.right - self.left
        y = float(look.px(22))  # the words beside the now line
        self.ticks = QRectF(self.left, y, width, look.px(34))
        y = self.ticks.bottom() + look.px(8)
        self.drinks = QRectF(self.left, y, width, self._drink_rows * (self._icon + 2))
        self.axis_y = height - look.px(22)
        self.sleep = QRectF(self.left, self.axis_y - look.px(24), width, look.px(22))
        top = self.drinks.bottom() + look.px(4)
        floor = self.sleep.top() - look.px(4)
        self.body = QRectF(self.left, top, width, max(1.0, floor - top))

    def x(self, minute: float) -> float:
        """Return where a minute lies; before the start and after the end, the edge."""
        span = self._state.end - self._state.start
        share = min(1.0, max(0.0, (minute - self._state.start) / span))
        return self.left + share * (self.right - self.left)

    def y(self, mg: float) -> float:
        """Return the height of an amount of caffeine."""
        return self.body.bottom() - self.body.height() * min(1.0, mg / self.scale_mg)

    def nearest(self, point: QPointF) -> TimelineEvent | None:
        """Return the event that lies nearest to a point, None on an empty day."""
        found = min(self.marks, key=lambda mark: _distance(mark[1], point), default=None)
        return found[0] if found else None

    def rect_of(self, event: TimelineEvent) -> QRectF | None:
        """Return where an event is painted."""
        return next((rect for known, rect in self.marks if known == event), None)

    def _place_marks(self, drinks: Sequence[TimelineEvent], rows: Sequence[int]) -> list[Mark]:
        marks = [*self._tick_marks(self._state.of_kinds(TWITCH))]
        for event, row in zip(drinks, rows, strict=True):
            place = QRectF(0, 0, self._icon, self._icon)
            place.moveCenter(QPointF(self.x(event.minute), 0))
            place.moveBottom(self.drinks.bottom() - row * (self._icon + 2))
            marks.append((event, place))
        for event in self._state.of_kinds(SLEEP):
            until = event.minute if event.until is None else event.until
            x = self.x(event.minute)
            width = max(2.0, self.x(until) - x)
            marks.append((event, QRectF(x, self.sleep.top(), width, self.sleep.height())))
        return marks

    def _tick_marks(self, twitches: Sequence[TimelineEvent]) -> list[Mark]:
        """Return the ticks; those that would touch share the lane's height among them."""
        wide = current_look().px(4)
        marks = []
        for group in clusters([self.x(event.minute) for event in twitches], wide + 2):
            rows = stacked_rows([self.x(twitches[i].minute) for i in group], wide + 2, _TICK_ROWS)
            count = max(rows) + 1
            high = self.ticks.height() / count
            for i, row in zip(group, rows, strict=True):
                x = self.x(twitches[i].minute)
                top = self.ticks.bottom() - (row + 1) * high
                gap = 2 if count > 1 else 0
                marks.append((twitches[i], QRectF(x - wide / 2, top + gap, wide, high - gap)))
        return marks


def clusters(places: Sequence[float], width: float) -> list[list[int]]:
    """Return the indices of places (in order) in groups whose neighbours lie within `width`."""
    groups: list[list[int]] = []
    for i, place in enumerate(places):
        if groups and place - places[i - 1] < width:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def stacked_rows(places: Sequence[float], width: float, most: int) -> list[int]:
    """Return a row for each place (in order) so that none overlap, as far as `most` rows do."""
    ends: list[float] = []
    rows = []
    for place in places:
        row = next((r for r, end in enumerate(ends) if place >= end), len(ends))
        if row == most:  # no room: over the one that lies furthest back
            row = ends.index(min(ends))
        if row == len(ends):
            ends.append(0)
        ends[row] = place + width
        rows.append(row)
    return rows


def _distance(rect: QRectF, point: QPointF) -> float:
    across = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    down = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return across * across + down * down
