"""Paints a day's timeline: hours, sleep, drinks, meals, caffeine, twitches, now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from steadyhands.ui import words
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets import timeline_words
from steadyhands.ui.widgets.caffeine_band import BandPainter
from steadyhands.ui.widgets.drink_icons import COLOURS, paint_icon
from steadyhands.ui.widgets.timeline_layout import TimelineLayout
from steadyhands.ui.widgets.timeline_state import (
    SLEEP,
    SWALLOWED,
    TWITCH,
    TimelineEvent,
    TimelineState,
)

ICONS = {"water": "drop", "caffeine": "mug", "alcohol": "wine", "meal": "apple"}
_EACH_H = 3


class TimelinePainter:
    """Paints one state in one layout with the look worn now."""

    def __init__(self, state: TimelineState, layout: TimelineLayout, font: QFont) -> None:
        self._state = state
        self._layout = layout
        self._look = current_look()
        self._icons: dict[str, QPixmap] = {}
        self._font = QFont(font)
        self._font.setPixelSize(self._look.px(13))
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.Bold)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the hours and the curve, which a new twitch leaves as they are."""
        painter.setFont(self._font)
        self._paint_hours(painter)
        self._paint_curve(painter)

    def paint_marks(self, painter: QPainter) -> None:
        """Paint what happened, and now."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for event, rect in self._layout.marks:
            if event.kind == SLEEP:
                self._paint_sleep(painter, event, rect)
            elif event.kind in SWALLOWED:
                place = QPointF(round(rect.left()), round(rect.top()))
                painter.drawPixmap(place, self._icon(painter, event.kind, rect.width()))
        self._paint_ticks(painter)
        if self._state.now is not None:
            self._paint_now(painter, self._state.now)
        if not self._state.events:
            self._paint_empty(painter)

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("twitch"))
        for event, rect in self._layout.marks:
            if event.kind == TWITCH:
                painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)

    def _icon(self, painter: QPainter, kind: str, side: float) -> QPixmap:
        """Return the drawing of a drink or a meal, made once a paint."""
        made = self._icons.get(kind)
        if made is None:
            ratio = painter.device().devicePixelRatioF()
            made = self._icons[kind] = QPixmap(round(side * ratio), round(side * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            with QPainter(made) as onto:
                paint_icon(onto, ICONS[kind], QRectF(0, 0, side, side), COLOURS[kind])
        return made

    def paint_chosen(self, painter: QPainter, event: TimelineEvent) -> None:
        """Mark the event that the line below tells about."""
        rect = self._layout.rect_of(event)
        if rect is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._look.px(4)
        ring = rect.adjusted(-room, -room, room, room)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in (("card", 5.0), ("focus", 2.0)):
            painter.setPen(QPen(self._look.colour(role), width))
            painter.drawRoundedRect(ring, self._look.px(8), self._look.px(8))

    def _paint_hours(self, painter: QPainter) -> None:
        layout, state = self._layout, self._state
        metrics = QFontMetricsF(self._font)
        first = -(-state.start // (60 * _EACH_H)) * _EACH_H
        hours = list(range(first, state.end // 60 + 1, _EACH_H))
        widest = max(metrics.horizontalAdvance(timeline_words.hour_text(h)) for h in hours)
        apart = layout.x(60 * _EACH_H) - layout.x(0)
        skip = 1 if apart > widest + self._look.px(10) else 2
        for i, hour in enumerate(hours):
            x = round(layout.x(hour * 60)) + 0.5
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawLine(QPointF(x, layout.ticks.top()), QPointF(x, layout.axis_y))
            if i % skip == 0:
                painter.setPen(self._look.colour("muted"))
                place = QRectF(x - apart, layout.axis_y + 2, 2 * apart, self._look.px(20))
                painter.drawText(
                    place, Qt.AlignmentFlag.AlignCenter, timeline_words.hour_text(hour)
                )
        painter.setPen(QPen(self._look.colour("line"), 1))
        y = round(layout.body.bottom()) + 0.5
        painter.drawLine(QPointF(layout.left, y), QPointF(layout.right, y))

    def _paint_curve(self, painter: QPainter) -> None:
        layout, state = self._layout, self._state
        if not state.curve:
            return
        for mg in (layout.scale_mg / 2, layout.scale_mg):
            y = round(layout.y(mg)) + 0.5
            painter.setPen(QPen(self._look.colour("line", 0.7), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(layout.left, y), QPointF(layout.right, y))
            painter.setPen(self._look.colour("caffeine_text"))
            high = self._look.px(18)
            place = QRectF(layout.right + self._look.px(6), y - high / 2, 400, high)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, left, words.mg_text(mg))
        BandPainter(state.curve, layout.x, layout.y, state.now).paint(painter)

    def _paint_sleep(self, painter: QPainter, event: TimelineEvent, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sleep", 0.24))
        painter.drawPath(_bar(rect, self._look.px(7), event.minute >= self._state.start))
        painter.setFont(self._bold)
        text = timeline_words.tr("asleep {0}").format(timeline_words.slept_text(event))
        width = QFontMetricsF(self._bold).horizontalAdvance(text) + self._look.px(16)
        start = rect.left() if width <= rect.width() else rect.right()
        if self._is_free(start, width, event):
            painter.setPen(self._look.colour("sleep_text"))
            place = QRectF(start + self._look.px(8), rect.top(), width, rect.height())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
            )
        painter.setFont(self._font)

    def _is_free(self, start: float, width: float, event: TimelineEvent) -> bool:
        """Return whether words fit in the lane of sleep from `start` on."""
        others = [r for e, r in self._layout.marks if e.kind == SLEEP and e != event]
        overlaps = any(start < r.right() and r.left() < start + width for r in others)
        return not overlaps and start + width <= self._layout.right

    def _paint_now(self, painter: QPainter, now: float) -> None:
        layout = self._layout
        x = round(layout.x(now)) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pen = QPen(self._look.colour("text"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, self._look.px(20)), QPointF(x, layout.body.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mg = self._state.now_mg
        if mg >= 1:
            painter.setPen(QPen(self._look.colour("card"), 2))
            painter.setBrush(self._look.colour("caffeine"))
            radius = self._look.px(5)
            painter.drawEllipse(QPointF(x, layout.y(mg)), radius, radius)
        self._paint_now_words(painter, x, timeline_words.in_body_text(mg) if mg >= 1 else "")

    def _paint_now_words(self, painter: QPainter, x: float, said: str) -> None:
        """Write what is now in the strip above the lanes, to the side where there is room."""
        now = timeline_words.tr("now")
        bold = QFontMetricsF(self._bold)
        gap = self._look.px(8)
        first, second = bold.horizontalAdvance(now), bold.horizontalAdvance(said)
        total = first + (gap + second if said else 0)
        start = x - self._look.px(4)
        start = max(self._layout.left, min(start, self._layout.right - total))
        painter.setFont(self._bold)
        baseline = self._look.px(14)
        painter.setPen(self._look.colour("text"))
        painter.drawText(QPointF(start, baseline), now)
        painter.setPen(self._look.colour("caffeine_text"))
        painter.drawText(QPointF(start + first + gap, baseline), said)
        painter.setFont(self._font)

    def _paint_empty(self, painter: QPainter) -> None:
        layout = self._layout
        font = QFont(self._font)
        font.setPixelSize(self._look.px(15))
        painter.setFont(font)
        whole = layout.ticks.united(layout.body if not self._state.curve else layout.drinks)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        place = painter.boundingRect(whole.adjusted(40, 0, -40, 0), flags, self._empty())
        painter.fillRect(place.adjusted(-12, -6, 12, 6), self._look.colour("card"))
        painter.setPen(self._look.colour("muted"))
        painter.drawText(place, flags, self._empty())

    @staticmethod
    def _empty() -> str:
        return timeline_words.empty_text()


def _bar(rect: QRectF, radius: float, whole: bool) -> QPainterPath:
    """Return a rounded bar; cut straight at the left when it began before the line does."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if not whole:
        path.addRect(QRectF(rect.left(), rect.top(), min(radius, rect.width()), rect.height()))
    return path
