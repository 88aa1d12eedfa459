"""Paints the rows of the diary: a day's heading, or an entry in two lines."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from steadyhands.domain.entries import Drink, Entry, Food
from steadyhands.ui import words
from steadyhands.ui.tabs.diary.model import DiaryModel
from steadyhands.ui.tabs.diary.wording import RowWords, row_words
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.drink_icons import COLOURS, icon_name, paint_icon
from steadyhands.ui.widgets.focus_ring import paint_focus_ring
from steadyhands.ui.widgets.timeline_state import drink_kind

_ROLES = {
    "twitch": "twitch",
    "sleep": "sleep",
    "food": "minerals",
    "supplement": "minerals",
    "drink": "water",
}
_WIDEST = time(22, 58)
_GROUP_OF_KIND = {"water": "water", "caffeine": "coffee", "alcohol": "alcohol"}


def row_height() -> int:
    """Return the height of every row, which is a target to press."""
    look = current_look()
    return max(look.target + look.px(8), look.px(58))


class RowPainter(QStyledItemDelegate):
    """Paints what is in sight, straight from the model; no row is a widget."""

    walked = False  # the keyboard moves here: the current row has the ring

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the one height of all rows."""
        return QSize(0, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        model = index.model()
        if not isinstance(model, DiaryModel):
            return
        rect, state = _rect(option), _state(option)
        painter.save()
        if model.is_heading(index.row()):
            _paint_heading(
                painter, rect, model.day_title(index.row()), model.counts_text(index.row())
            )
        else:
            self._paint_entry(painter, rect, state, model.entry(index.row()), model.units)
        if self.walked and state & QStyle.StateFlag.State_HasFocus:
            inner = QRectF(rect).adjusted(2, 2, -2, -2)
            paint_focus_ring(painter, inner, current_look().px(8))
        painter.restore()

    def _paint_entry(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        entry: Entry | None,
        units: str,
    ) -> None:
        look = current_look()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("action_pale"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), look.px(4), rect.height()), look.colour("action")
            )
        else:
            painter.fillRect(
                QRect(rect.left() + look.px(20), rect.bottom(), rect.width(), 1),
                look.colour("line"),
            )
        if entry is None:
            return
        said = row_words(entry, units)
        ink = "on_action_pale" if chosen else "text"
        _paint_words(painter, rect, said, entry, (look.colour(ink), look.colour("muted")))


def _paint_heading(painter: QPainter, rect: QRect, title: str, counts: str) -> None:
    look = current_look()
    painter.fillRect(rect, look.colour("window"))
    font = _font(painter, 16, QFont.Weight.Bold)
    inner = rect.adjusted(look.px(20), 0, -look.px(20), 0)
    small = _font(painter, 14)
    gap = look.px(16)
    wide = QFontMetrics(font).horizontalAdvance(title)
    if wide + gap + QFontMetrics(small).horizontalAdvance(counts) <= inner.width():
        _write(painter, inner, font, look.colour("text"), title)
        beside = inner.adjusted(wide + gap, 0, 0, 0)
        _write(painter, beside, small, look.colour("muted"), counts)
        return
    upper, lower = _halves(inner, font, small)
    _write(painter, upper, font, look.colour("text"), title)
    _write(painter, lower, small, look.colour("muted"), counts)


def _paint_words(
    painter: QPainter, rect: QRect, said: RowWords, entry: Entry, inks: tuple[QColor, QColor]
) -> None:
    look = current_look()
    ink, muted = inks
    small, font = _font(painter, 14), _font(painter, 16, QFont.Weight.DemiBold)
    left = rect.left() + look.px(20)
    clock = QFontMetrics(small).horizontalAdvance(words.clock_text(_WIDEST)) + look.px(10)
    _write(painter, QRect(left, rect.top(), clock, rect.height()), small, muted, said.time)
    side = look.px(24)
    mark = QRect(left + clock, rect.center().y() - side // 2, side, side)
    _paint_mark(painter, mark, entry)
    inner = rect.adjusted(mark.right() + look.px(14) - rect.left(), 0, -look.px(20), 0)
    below = "  —  ".join(part for part in (said.more, said.note) if part)
    if not below:
        _write(painter, inner, font, ink, said.title)
        return
    upper, lower = _halves(inner, font, small)
    _write(painter, upper, font, ink, said.title)
    _write(painter, lower, small, muted, below)


def _paint_mark(painter: QPainter, mark: QRect, entry: Entry) -> None:
    """Paint the drawing of a drink or food, or a dot in the colour of the subject."""
    look = current_look()
    if isinstance(entry.details, Drink):
        kind = drink_kind(entry.details)
        name = icon_name(entry.details.preset, _GROUP_OF_KIND[kind])
        paint_icon(painter, name, QRectF(mark), COLOURS[kind])
        return
    if isinstance(entry.details, Food):
        paint_icon(painter, "apple", QRectF(mark), "minerals")
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    role = _ROLES.get(entry.kind, "action")
    painter.setBrush(look.colour(role))
    shrunk = mark.width() * 0.26
    dot = QRectF(mark).adjusted(shrunk, shrunk, -shrunk, -shrunk)
    if entry.kind in ("note", "plan", "notice"):  # words rather than a body's doing: a square
        painter.drawRoundedRect(dot, look.px(3), look.px(3))
    else:
        painter.drawEllipse(dot)


def _halves(rect: QRect, upper: QFont, lower: QFont) -> tuple[QRect, QRect]:
    """Return the places of two lines, together in the middle."""
    first, second = QFontMetrics(upper).height(), QFontMetrics(lower).height()
    top = rect.top() + (rect.height() - first - second) // 2
    return (
        QRect(rect.left(), top, rect.width(), first),
        QRect(rect.left(), top + first, rect.width(), second),
    )


def _write(painter: QPainter, rect: QRect, font: QFont, ink: QColor, text: str) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(where | Qt.TextFlag.TextSingleLine), cut)


def _font(painter: QPainter, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(current_look().px(size))
    font.setWeight(weight)
    return font


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
