"""When meals were over two weeks: how regular in words, and a dot for each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from steadyhands.domain.eating import MAIN_MEALS
from steadyhands.domain.meals import Regularity
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.presenter import DOT_DAYS, MealTimes, State
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.timeline_words import hour_text

_HOURS = (6, 10, 14, 18, 22)
_FIRST_MIN, _LAST_MIN = 5 * 60, 24 * 60


class MealDots(QWidget):
    """Fourteen columns, the newest last; time of day runs down. Snacks are small rings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: MealTimes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_times(self, times: MealTimes, spoken: str) -> None:
        """Show two weeks of meals, read aloud as `spoken`."""
        self.setAccessibleName(self.tr("Meals of two weeks"))
        self.setAccessibleDescription(spoken)
        if times != self._times:
            self._times = times
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which two weeks read well."""
        look = current_look()
        return QSize(look.px(240), look.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours, days and dots."""
        look, font = current_look(), QFont(self.font())
        font.setPixelSize(look.px(13))
        metrics = QFontMetricsF(font)
        left = max(metrics.horizontalAdvance(hour_text(hour)) for hour in _HOURS) + look.px(8)
        foot = look.px(24)
        plot = QRectF(left, look.px(8), self.width() - left, self.height() - foot - look.px(8))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font)
            self._paint_hours(painter, plot)
            self._paint_days(painter, plot, foot)
            self._paint_dots(painter, plot)

    def _y(self, minute: float, plot: QRectF) -> float:
        share = (minute - _FIRST_MIN) / (_LAST_MIN - _FIRST_MIN)
        return plot.top() + plot.height() * min(1.0, max(0.0, share))

    def _paint_hours(self, painter: QPainter, plot: QRectF) -> None:
        look = current_look()
        for hour in _HOURS:
            y = round(self._y(hour * 60, plot)) + 0.5
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.colour("muted"))
            place = QRectF(0, y - look.px(10), plot.left() - look.px(8), look.px(20))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, hour_text(hour))

    def _paint_days(self, painter: QPainter, plot: QRectF, foot: float) -> None:
        painter.setPen(current_look().colour("muted"))
        line = QRectF(plot.left(), plot.bottom() + 2, plot.width(), foot - 2)
        low = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, low | Qt.AlignmentFlag.AlignLeft, self.tr("two weeks ago"))
        painter.drawText(line, low | Qt.AlignmentFlag.AlignRight, self.tr("today"))

    def _paint_dots(self, painter: QPainter, plot: QRectF) -> None:
        look = current_look()
        wide = plot.width() / DOT_DAYS
        for place, minute, meal in self._times.dots if self._times is not None else ():
            middle = QPointF(plot.left() + (place + 0.5) * wide, self._y(minute, plot))
            if meal == "snack":
                painter.setPen(QPen(look.colour("minerals"), look.px(2) * 0.75))
                painter.setBrush(look.colour("card"))
                radius = look.px(3)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("minerals"))
                radius = look.px(5)
            painter.drawEllipse(middle, radius, radius)


class MealTime(QWidget):
    """One main meal's usual time, and how regular it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = label("", "name", wrap=False)
        self._spread = label("", "muted", wrap=False)
        line = FlowLayout(self, gap=current_look().px(6))
        line.addWidget(self._around)
        line.addWidget(self._spread)

    def show_time(self, found: Regularity) -> str:
        """Show a meal; return its words."""
        self._around.setText(wording.around_text(found))
        self._spread.setText(wording.spread_text(found))
        return self.said()

    def said(self) -> str:
        """Return the words shown."""
        return f"{self._around.text()}, {self._spread.text()}."


class TimesCard(Card):
    """A line for each main meal, and the dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Meal times"), parent=parent)
        self._none = label(
            self.tr("Once meals are logged, this shows when you eat and how regular that is."),
            "muted",
        )
        self.meals = [MealTime() for _ in MAIN_MEALS]
        self.dots = MealDots()
        self._legend = label(
            self.tr("Each dot is a meal's first bite, each ring a snack; one column a day."),
            "caption",
        )
        lines = QVBoxLayout()
        lines.setSpacing(current_look().px(8))
        for meal in self.meals:
            lines.addWidget(meal)
        self.body.addWidget(self._none)
        self.body.addLayout(lines)
        self.body.addWidget(self.dots)
        self.body.addWidget(self._legend)

    def show_state(self, state: State) -> None:
        """Show the meals of two weeks."""
        times = state.times
        pairs = zip(self.meals, times.regular, strict=True)
        said = [meal.show_time(found) for meal, found in pairs]
        self.dots.show_times(times, " ".join(said))
        for part in (*self.meals, self.dots, self._legend):
            part.setVisible(bool(times.dots))
        self._none.setVisible(not times.dots)

    def sentences(self) -> list[str]:
        """Return what is said of each main meal now."""
        return [meal.said() for meal in self.meals if not meal.isHidden()]
