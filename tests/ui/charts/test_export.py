"""Pictures of charts: what is saved can be opened, and shows the chart."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from steadyhands.domain.problem import Problem
from steadyhands.ui.charts import export
from steadyhands.ui.charts.daily_chart import DailyChart
from steadyhands.ui.charts.pair_chart import PairChart
from steadyhands.ui.charts.scatter_chart import ScatterChart
from steadyhands.ui.charts.share_chart import ShareChart
from steadyhands.ui.charts.table import Table
from steadyhands.ui.charts.table_view import TableView
from steadyhands.ui.charts.week_map import WeekMap
from steadyhands.ui.charts.year_map import YearMap
from steadyhands.ui.words import felt_names
from tests.ui.charts import made_up
from tests.ui.dress import dress, shown, spoken_name

_SMOOTH = Qt.TransformationMode.SmoothTransformation


def _made(kind: str):
    if kind == "daily":
        chart = DailyChart()
        chart.show_data(made_up.many(42))
    elif kind == "pair":
        chart = PairChart()
        chart.show_data(made_up.many(42), made_up.many(42).replaced(key="water_ml"))
    elif kind == "scatter":
        chart = ScatterChart()
        chart.show_data(made_up.scatter())
    elif kind == "shares":
        chart = ShareChart("How it felt")
        chart.show_data(made_up.words(), felt_names())
    elif kind == "week":
        chart = WeekMap()
        chart.show_data(made_up.hours())
    else:
        chart = YearMap()
        chart.show_data(made_up.year())
    return chart


@pytest.fixture(params=["daily", "pair", "scatter", "shares", "week", "year"])
def chart(request, qapp, qtbot):
    dress(qapp)
    return shown(qtbot, _made(request.param), 600, 300)


def test_an_svg_opens_and_looks_like_the_screen(chart, tmp_path):
    path = export.save(chart, "A title & more", str(tmp_path / "chart.svg"), "What it says")
    renderer = QSvgRenderer(path)
    assert renderer.isValid()
    size = export.Sheet(chart, "A title & more").size()
    sheet = export.picture(chart, "A title & more").scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH
    )
    drawn = QImage(size, QImage.Format.Format_RGB32)
    drawn.fill(0)
    with QPainter(drawn) as painter:
        renderer.render(painter)
    assert _unlike(drawn, sheet.convertToFormat(QImage.Format.Format_RGB32)) < 0.08


def _unlike(one: QImage, other: QImage) -> float:
    """Return the share of sampled pixels that clearly differ."""
    spots = [(x, y) for x in range(2, one.width(), 5) for y in range(2, one.height(), 5)]

    def far(x: int, y: int) -> bool:
        a, b = one.pixelColor(x, y), other.pixelColor(x, y)
        return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) > 120

    return sum(far(x, y) for x, y in spots) / len(spots)


def test_a_png_is_twice_as_sharp(chart, tmp_path):
    path = export.save(chart, "A title", str(tmp_path / "chart"))
    assert path.endswith("chart.png")
    assert QImage(path).width() == 2 * export.Sheet(chart, "A title").size().width()


def test_the_clipboard_gets_the_picture(chart):
    export.copy(chart, "A title")
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_place_that_cannot_be_written_is_told(chart, tmp_path):
    with pytest.raises(Problem, match="could not be saved"):
        export.save(chart, "A title", os.path.join(tmp_path, "no", "chart.svg"))


TABLE = Table(("Day", "Twitches"), (("Mon 1 Jan", "3"), ("Tue 2\tJan", "not recorded")))


def test_a_table_is_copied_as_rows_of_tabs(qapp, qtbot):
    dress(qapp)
    view = shown(qtbot, TableView("Twitches a day, table"))
    view.show_table(TABLE)
    qtbot.keySequence(view, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == (
        "Day\tTwitches\nMon 1 Jan\t3\nTue 2 Jan\tnot recorded"
    )
    assert spoken_name(view) == "Twitches a day, table"


def test_only_the_rows_chosen_are_copied(qapp, qtbot):
    dress(qapp)
    view = shown(qtbot, TableView("A table"))
    view.show_table(Table(("A",), (("1",), ("2",), ("3",))))
    model, choice = view.selectionModel(), QItemSelectionModel.SelectionFlag
    for row in (0, 2):
        model.select(view.model().index(row, 0), choice.Select | choice.Rows)
    view.copy()
    assert QGuiApplication.clipboard().text() == "A\n1\n3"
