"""The day hour by hour: one picture to look at, one line of words to walk through it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from steadyhands.ui import words
from steadyhands.ui.theme import Look, current_look
from steadyhands.ui.widgets import timeline_words
from steadyhands.ui.widgets.caffeine_band import scale_top
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.drink_icons import COLOURS, paint_icon
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.focus_ring import KEYBOARD_REASONS, paint_focus_ring
from steadyhands.ui.widgets.timeline_layout import TimelineLayout
from steadyhands.ui.widgets.timeline_painter import ICONS, TimelinePainter
from steadyhands.ui.widgets.timeline_state import (
    ALCOHOL,
    CAFFEINE,
    MEAL,
    TWITCH,
    WATER,
    TimelineEvent,
    TimelineState,
)

_BAND = "band"


class Timeline(QWidget):
    """The picture with its legend above and the chosen event in words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = TimelinePlot()
        self._words = label("", "muted")
        self._legend = QWidget()
        kinds = (TWITCH, WATER, CAFFEINE, ALCOHOL, MEAL, _BAND)
        self._items = {kind: LegendItem(kind) for kind in kinds}
        look = current_look()
        flow = FlowLayout(self._legend, gap=look.px(16))
        for item in self._items.values():
            flow.addWidget(item)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(4))
        outer.addWidget(self._legend)
        outer.addWidget(self.plot, 1)
        outer.addWidget(self._words)
        self.plot.event_chosen.connect(self._on_event_chosen)
        self.setFocusProxy(self.plot)
        self._on_event_chosen("")

    def show_state(self, state: TimelineState, units: str = "auto") -> None:
        """Show a day; the chosen event stays chosen while it is there."""
        present = {event.kind for event in state.events} | ({_BAND} if state.curve else set())
        for kind, item in self._items.items():
            item.setVisible(kind in present)
        self._legend.setVisible(any(kind in present for kind in self._items))
        self._words.setVisible(bool(state.events))
        self.plot.show_state(state, units)

    def words(self) -> str:
        """Return the line under the picture."""
        return self._words.text()

    def _on_event_chosen(self, said: str) -> None:
        hint = self.tr("Press anything here, or walk with the arrow keys, to read what it was.")
        self._words.setText(said or hint)


class LegendItem(QWidget):
    """One kind of mark and its name."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        names = {
            TWITCH: self.tr("twitch"),
            WATER: self.tr("drink"),
            CAFFEINE: self.tr("drink with caffeine"),
            ALCOHOL: self.tr("drink with alcohol"),
            MEAL: self.tr("meal"),
            _BAND: self.tr("caffeine in body, with its range"),
        }
        look = current_look()
        self._words = label(names[kind], "caption", wrap=False)
        row = QVBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, 0, 0)
        row.addWidget(self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark before its name."""
        look = current_look()
        side = look.px(16)
        place = QRectF(0, (min(self.height(), look.px(22)) - side) / 2, look.px(18), side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._kind == TWITCH:
                wide = look.px(4)
                painter.setBrush(look.colour("twitch"))
                bar = QRectF(place.center().x() - wide / 2, place.top(), wide, side)
                painter.drawRoundedRect(bar, wide / 2, wide / 2)
            elif self._kind == _BAND:
                painter.fillRect(place.adjusted(0, side * 0.1, 0, 0), look.colour("caffeine", 0.2))
                painter.fillRect(place.adjusted(0, side * 0.5, 0, 0), look.colour("caffeine", 0.2))
                painter.fillRect(
                    QRectF(0, place.center().y(), place.width(), 1.5), look.colour("caffeine")
                )
            else:
                paint_icon(painter, ICONS[self._kind], place, COLOURS[self._kind])


class TimelinePlot(QWidget):
    """The picture itself, painted once a state; Left, Right, Home and End walk its events."""

    event_chosen = Signal(str)  # the event in words, empty when none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TimelineState(0, 28 * 60)
        self._units = "auto"
        self._chosen: TimelineEvent | None = None
        self._ring = False
        self._asked_height = 0
        self._laid: tuple[tuple[QSize, Look], TimelineLayout] | None = None
        self._picture: QPixmap | None = None
        self._ground: tuple[tuple[object, ...], QPixmap] | None = None
        self._painted_for: tuple[QSize, float, Look] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(self.tr("Today, hour by hour"))

    def show_state(self, state: TimelineState, units: str) -> None:
        """Show a day; nothing is painted anew when it is as it was."""
        if state == self._state and units == self._units:
            return
        self._state, self._units = state, units
        self._picture = self._laid = None
        self.updateGeometry()
        self.setAccessibleDescription(timeline_words.summary(state, units))
        if self._chosen is not None:
            same = [e for e in state.events if e.entry.id == self._chosen.entry.id]
            self._choose(same[0] if same else None, aloud=False)
        self.update()

    def chosen(self) -> TimelineEvent | None:
        """Return the event the line below tells about."""
        return self._chosen

    def sizeHint(self) -> QSize:
        """Return a size at which a day reads well."""
        look = current_look()
        return QSize(look.px(560), self._needed_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least height its lanes need."""
        return QSize(200, self._needed_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where a narrow line stacks its drinks."""
        super().resizeEvent(event)
        if self._layout().needed_height != self._asked_height:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the events; Escape lets go."""
        events = self._state.events
        at = events.index(self._chosen) if self._chosen in events else None
        key = event.key()
        self._show_ring(True)
        if key == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        elif not events:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home:
            self._choose(events[0])
        elif key == Qt.Key.Key_End:
            self._choose(events[-1])
        elif key == Qt.Key.Key_Right:
            self._choose(events[0 if at is None else min(at + 1, len(events) - 1)])
        elif key == Qt.Key.Key_Left:
            self._choose(events[-1 if at is None else max(at - 1, 0)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the event nearest to the press."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._layout().nearest(event.position()))
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here."""
        self._show_ring(event.reason() in KEYBOARD_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._show_ring(False)
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put up the picture, and over it the chosen event and the ring."""
        picture = self._fresh_picture()
        with QPainter(self) as painter:
            painter.drawPixmap(QPointF(0, 0), picture)
            if self._chosen is not None:
                self._painter().paint_chosen(painter, self._chosen)
            if self._ring and self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()), current_look().px(10))

    def _fresh_picture(self) -> QPixmap:
        wanted = (self.size(), self.devicePixelRatioF(), current_look())
        if self._picture is None or self._painted_for != wanted:
            self._picture = QPixmap(self._fresh_ground())
            with QPainter(self._picture) as painter:
                self._painter().paint_marks(painter)
            self._painted_for = wanted
        return self._picture

    def _fresh_ground(self) -> QPixmap:
        """Return hours and curve, painted anew only when one of them has changed."""
        look, ratio, state = current_look(), self.devicePixelRatioF(), self._state
        body = self._layout().body
        wanted = (self.size(), ratio, look, state.source, state.now, body.top(), body.right())
        if self._ground is None or self._ground[0] != wanted:
            ground = QPixmap(self.size() * ratio)
            ground.setDevicePixelRatio(ratio)
            ground.fill(Qt.GlobalColor.transparent)
            with QPainter(ground) as painter:
                self._painter().paint_ground(painter)
            self._ground = (wanted, ground)
        return self._ground[1]

    def _needed_height(self) -> int:
        self._asked_height = self._layout().needed_height
        return self._asked_height

    def _painter(self) -> TimelinePainter:
        return TimelinePainter(self._state, self._layout(), self.font())

    def _layout(self) -> TimelineLayout:
        wanted = (self.size(), current_look())
        if self._laid is None or self._laid[0] != wanted:
            self._laid = (wanted, self._lay_out())
        return self._laid[1]

    def _lay_out(self) -> TimelineLayout:
        look = current_look()
        font = self.font()
        font.setPixelSize(look.px(13))
        metrics = QFontMetricsF(font)
        room = metrics.horizontalAdvance(timeline_words.hour_text(0)) / 2 + look.px(2)
        widest = words.mg_text(scale_top(self._state.most_mg))
        scale = metrics.horizontalAdvance(widest) + look.px(8)
        right = max(room, scale if self._state.curve else 0)
        return TimelineLayout(self._state, QSizeF(self.size()), (room, right))

    def _choose(self, event: TimelineEvent | None, aloud: bool = True) -> None:
        self._chosen = event
        said = timeline_words.event_text(event, self._units) if event else ""
        self.event_chosen.emit(said)
        if said and aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.update()

    def _show_ring(self, shown: bool) -> None:
        if shown != self._ring:
            self._ring = shown
            self.update()
