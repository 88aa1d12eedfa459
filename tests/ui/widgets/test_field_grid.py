import pytest
from PySide6.QtWidgets import QLineEdit

from steadyhands.ui.widgets.field_grid import FieldGrid
from tests.ui.dress import dress, shown


def a_grid(qtbot, width, count, most=4):
    grid = FieldGrid(150, most)
    for _ in range(count):
        grid.add(QLineEdit())
    return shown(qtbot, grid, width, 300)


@pytest.mark.parametrize(
    ("width", "count", "columns"), [(800, 3, 3), (320, 3, 2), (160, 3, 1), (800, 5, 3), (900, 1, 1)]
)
def test_as_many_columns_as_fit_and_none_left_almost_empty(qtbot, qapp, width, count, columns):
    dress(qapp)
    assert a_grid(qtbot, width, count).columns() == columns


def test_larger_text_has_fewer_columns(qtbot, qapp):
    dress(qapp, 2.0)
    assert a_grid(qtbot, 800, 4).columns() == 2


def test_no_part_is_lost_when_it_is_arranged_anew(qtbot, qapp):
    dress(qapp)
    grid = a_grid(qtbot, 800, 4)
    grid.resize(330, 300)
    parts = grid.findChildren(QLineEdit)
    assert len(parts) == 4 and all(part.isVisible() for part in parts)
    assert len({(part.x(), part.y()) for part in parts}) == 4
