"""How twitches felt, or how long they lasted, over time: shares of those that said so, stacked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from steadyhands.domain.moment import epoch_day
from steadyhands.domain.trends import WordSeries, next_start
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.parts import Gaps, Rects
from steadyhands.ui.charts.plot_view import Scale
from steadyhands.ui.charts.steps import Steps, lengths_of
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.time_chart import TimeChart
from steadyhands.ui.charts.wording import span_text, tr
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.hand_look import mixed
from steadyhands.ui.words import number_text

MOST_WORDS = 5  # the rest is told as "other"
_ROLES = ("twitch", "water", "minerals", "sleep", "caffeine", "muted")
_DEPTH = 0.72


class ShareChart(TimeChart):
    """Each step's twitches with a word are the whole; a step without any is marked as a gap."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        look = current_look()
        self._gaps = Gaps(look.colour("card"), look.colour("text"))
        self.plot.boxes[0].addItem(self._gaps, ignoreBounds=True)
        self._layers: list[Rects] = []
        self._words: list[tuple[str, tuple[int, ...]]] = []
        self._totals: list[int] = []
        self._steps = Steps("share")

    def show_data(self, series: WordSeries, names: Mapping[str, str]) -> None:
        """Show a field's words; `names` gives them as people read them."""
        starts = tuple(epoch_day(day) for day in series.days)
        end = epoch_day(next_start(series.days[-1], _bucket(starts))) if starts else 0
        self._words = _largest(series, names)
        self._totals = [sum(column) for column in zip(*series.counts, strict=True)] or [0] * len(
            starts
        )
        said = tuple(1.0 if total else None for total in self._totals)
        self._steps = Steps("share", starts, lengths_of(starts, end), said)
        self._paint_layers()
        self.plot.set_scales((Scale(0, 100, 25), _percent))
        self._gaps.show_gaps(self._steps.gaps(), 100)
        nothing = not any(self._totals)
        self.plot.empty_words = (
            tr("Nothing said about this yet. The chips after a twitch fill this chart.")
            if nothing
            else ""
        )
        self._renewed()

    def _paint_layers(self) -> None:
        box, look = self.plot.boxes[0], current_look()
        for layer in self._layers:
            box.removeItem(layer)
        self._layers = []
        feet = [0.0] * len(self._totals)
        for place, (_, counts) in enumerate(self._words):
            layer = Rects(_shade(place))
            shown = [n for n, total in enumerate(self._totals) if total]
            highs = [100 * counts[n] / self._totals[n] for n in shown]
            steps = self._steps
            layer.show_rects(
                [steps.starts[n] + 0.06 * steps.lengths[n] for n in shown],
                [steps.lengths[n] * 0.88 for n in shown],
                highs,
                [feet[n] for n in shown],
            )
            for n, high in zip(shown, highs, strict=True):
                feet[n] += high
            box.addItem(layer, ignoreBounds=True)
            self._layers.append(layer)
        self.plot.boxes[0].setBackgroundColor(look.colour("card", 0.0))

    def walked(self) -> Steps:
        """Return the steps shown."""
        return self._steps

    def reading(self, place: int) -> str:
        """Return one step's shares in words, the largest first."""
        span = span_text(self._steps.starts[place], self._steps.lengths[place])
        total = self._totals[place]
        if not total:
            return tr("{0}: nothing said.").format(span)
        shares = sorted(((counts[place], name) for name, counts in self._words), reverse=True)
        said = ", ".join(
            tr("{0} {1}").format(name.lower(), _percent(100 * count / total))
            for count, name in shares
            if count
        )
        return tr("{0}: {1} ({2} said).").format(span, said, number_text(total))

    def summary(self) -> str:
        """Return the whole span's shares."""
        total = sum(self._totals)
        if not total:
            return tr("Nothing said about this yet.")
        whole = [(sum(counts), name) for name, counts in self._words]
        return ", ".join(
            tr("{0} {1}").format(name.lower(), _percent(100 * count / total))
            for count, name in whole
        )

    def table(self) -> Table:
        """Return each step's counts."""
        headers = (tr("Days"), *(name for name, _ in self._words), tr("All that say so"))
        rows = [
            (
                span_text(self._steps.starts[n], self._steps.lengths[n]),
                *(number_text(counts[n]) for _, counts in self._words),
                number_text(total),
            )
            for n, total in enumerate(self._totals)
        ]
        return Table(headers, tuple(rows))

    def legend(self) -> tuple[Key, ...]:
        """Return the words in the order they are stacked, from below."""
        keys = [Key(name, _ROLES[n], "shade") for n, (name, _) in enumerate(self._words)]
        if any(not total for total in self._totals) and keys:
            keys.append(Key(tr("nothing said"), "text", "gap"))
        return tuple(keys)


def _bucket(starts: tuple[int, ...]) -> str:
    """Return which steps these are the first days of; one alone is taken as a week."""
    apart = starts[1] - starts[0] if len(starts) > 1 else 7
    return "day" if apart == 1 else "week" if apart == 7 else "month" if apart < 32 else "quarter"


def _largest(series: WordSeries, names: Mapping[str, str]) -> list[tuple[str, tuple[int, ...]]]:
    """Return the words that were said most, and all others as one."""
    said = [(w, c) for w, c in zip(series.words, series.counts, strict=True) if sum(c)]
    said.sort(key=lambda each: -sum(each[1]))
    kept = [(names.get(word, word), counts) for word, counts in said[:MOST_WORDS]]
    rest = [counts for _, counts in said[MOST_WORDS:]]
    if rest:
        kept.append((tr("Other"), tuple(sum(column) for column in zip(*rest, strict=True))))
    return kept


def shade_of(role: str) -> QColor:
    """Return the softened colour of a layer."""
    look = current_look()
    return mixed(look.colour("card"), look.colour(role), _DEPTH)


def _shade(place: int) -> QColor:
    return shade_of(_ROLES[place % len(_ROLES)])


def _percent(value: float) -> str:
    return tr("{0}\u00a0%").format(number_text(value))
