"""The table of the parts' places agrees with the hand that is drawn."""

from __future__ import annotations

import pytest

from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.ui.widgets.hand_layout import Layout, Outlines


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("part", PARTS)
def test_a_parts_box_is_where_the_pose_puts_it(side, part):
    hand = Layout(Outlines(), 760, 480, 20, 44).hands[side]
    placed, true = hand.box(part), hand.transform().mapRect(hand.outline.box(part))
    for edge in ("left", "top", "right", "bottom"):
        assert getattr(placed, edge)() == pytest.approx(getattr(true, edge)(), abs=0.01)


@pytest.mark.parametrize("side", SIDES)
def test_boxes_lie_within_reach(side):
    hand = Layout(Outlines(), 760, 480, 20, 44).hands[side]
    assert all(hand.bounds().adjusted(-1, -1, 1, 1).contains(hand.box(part)) for part in PARTS)
