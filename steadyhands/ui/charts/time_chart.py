"""What the charts along time share: walking from step to step, the table, the picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.plot_view import PlotView
from steadyhands.ui.charts.steps import Steps
from steadyhands.ui.charts.table import Table
from steadyhands.ui.widgets.announce import announce


def take_apart(plot: PlotView, *_: object) -> None:
    """Take the view boxes out of a plot that is about to go."""
    if isValid(plot):
        for box in plot.boxes:
            plot.scene().removeItem(box)


class TimeChart(QWidget):
    """Base of the charts along time: a plot, and one step of it that is chosen.

    `read` carries the chosen step in words; `day_chosen` the first epoch day of it, when a
    day was pressed or opened with Enter.
    """

    read = Signal(str)
    day_chosen = Signal(int)
    moved = Signal(float, float)

    def __init__(
        self,
        name: str,
        boxes: int = 1,
        parent: QWidget | None = None,
        plot: PlotView | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.plot = plot or PlotView(boxes)
        self._chosen: int | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.plot)
        self.plot.setAccessibleName(name)
        self.setFocusProxy(self.plot)
        # Before Qt deletes the plot: a scene that deletes its own view boxes may crash.
        self.destroyed.connect(partial(take_apart, self.plot))
        self.plot.step_asked.connect(self._on_step)
        self.plot.jump_asked.connect(self._on_jump)
        self.plot.pressed_at.connect(self._on_pressed)
        self.plot.open_asked.connect(self._on_open)
        self.plot.moved.connect(self._on_moved)

    # What each chart says for itself.

    def walked(self) -> Steps:
        """Return the steps that are walked along."""
        raise NotImplementedError

    def reading(self, place: int) -> str:
        """Return one step in words."""
        raise NotImplementedError

    def table(self) -> Table:
        """Return the numbers shown."""
        raise NotImplementedError

    def legend(self) -> tuple[Key, ...]:
        """Return what the colours and marks mean."""
        raise NotImplementedError

    def fit_scales(self, low: float, high: float) -> None:
        """Suit the vertical axes to the days seen."""

    # Shared.

    def describe(self) -> str:
        """Return the chart in words: what it shows, and how to walk in it."""
        keys = self.tr(
            "Left and Right go from day to day, Page Up and Page Down move, "
            "plus and minus zoom, Enter opens the day."
        )
        return "\n".join((self.summary(), keys))

    def summary(self) -> str:
        """Return what the chart shows in a sentence."""
        return self._name

    def chosen(self) -> int | None:
        """Return the number of the chosen step."""
        return self._chosen

    def choose(self, place: int, told: bool = True) -> None:
        """Choose a step; `told` says it aloud."""
        steps = self.walked()
        if not steps.starts:
            return
        self._chosen = min(max(place, 0), len(steps.starts) - 1)
        self._mark()
        said = self.reading(self._chosen)
        self.plot.setAccessibleName(self.tr("{0}. {1}").format(self._name, said))
        self.read.emit(said)
        if told:
            announce(self.plot, said)

    def _mark(self) -> None:
        """Show where the chosen step is."""
        if self._chosen is not None:
            start, steps = self.walked().starts[self._chosen], self.walked()
            self.plot.mark((start, start + steps.lengths[self._chosen]))

    def choose_day(self, day: int, told: bool = False) -> None:
        """Choose the step that holds an epoch day."""
        self.choose(self.walked().place_of(day), told)

    def _renewed(self) -> None:
        """Take new data in; view and choice stay if the days are the same."""
        steps, before = self.walked(), (self.plot.extent(), self.plot.seen(), self._chosen)
        self.plot.set_extent(steps.first, steps.end)
        self.plot.setAccessibleName(self._name)
        self.plot.setAccessibleDescription(self.describe())
        same = before[0] == self.plot.extent()
        self._chosen = before[2] if same else None
        self.plot.show_range(*(before[1] if same else self.plot.extent()))
        if self._chosen is None:
            self.plot.mark(None)
            self.read.emit("")
        else:
            self.choose(self._chosen, told=False)

    def _on_moved(self, low: float, high: float) -> None:
        self.fit_scales(low, high)
        self.moved.emit(low, high)

    def _on_step(self, by: int) -> None:
        last = len(self.walked().starts) - 1
        self.choose(last if self._chosen is None else self._chosen + by)

    def _on_jump(self, to: int) -> None:
        self.choose(0 if to < 0 else len(self.walked().starts) - 1)

    def _on_pressed(self, day: float, _height: float) -> None:
        self.choose(self.walked().place_of(day))
        self._on_open()

    def _on_open(self) -> None:
        if self._chosen is not None:
            self.day_chosen.emit(self.walked().starts[self._chosen])

    def paint_on(self, painter: QPainter) -> None:
        """Paint the chart as it now looks, at the painter's origin, without the keyboard's ring."""
        self.plot.render_plain(painter)
