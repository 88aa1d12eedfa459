from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from steadyhands.ui.widgets.flow_layout import FlowLayout


@settings(max_examples=30, deadline=None)
@given(
    sizes=st.lists(st.tuples(st.integers(10, 120), st.integers(10, 60)), min_size=1, max_size=10),
    width=st.integers(130, 500),
)
def test_things_keep_apart_and_inside(qapp, sizes, width):
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    for size in sizes:
        part = QWidget()
        part.setFixedSize(*size)
        flow.addWidget(part)
    holder.resize(width, flow.heightForWidth(width))
    flow.setGeometry(holder.rect())
    boxes = [flow.itemAt(place).geometry() for place in range(flow.count())]
    for place, box in enumerate(boxes):
        assert holder.rect().contains(box)
        for other in boxes[:place]:
            assert not box.adjusted(-7, -7, 7, 7).intersects(other)
    holder.deleteLater()


def test_an_item_can_be_taken_out(qapp):
    holder = QWidget()
    flow = FlowLayout(holder)
    part = QWidget()
    flow.addWidget(part)
    flow.removeWidget(part)
    assert flow.count() == 0
    assert flow.itemAt(0) is None
    assert flow.takeAt(0) is None
    holder.deleteLater()
    part.deleteLater()


def test_right_to_left_begins_at_the_right(qapp):
    holder = QWidget()
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(holder)
    part = QWidget()
    part.setFixedSize(50, 20)
    flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, 200, 20))
    assert part.geometry().right() == 199
    holder.deleteLater()
