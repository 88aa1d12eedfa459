import xml.etree.ElementTree as tree
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.report.chart_svg import day_chart, hour_chart
from steadyhands.report.hand_drawing import SKIN, hands_svg, tint
from steadyhands.system.poses import shipped_poses

MARCH = date(2026, 3, 2)
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return [node.text for node in tree.fromstring(svg).iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def pose():
    return shipped_poses()["spread"].pose


def test_shares_of_three_per_cent_are_written_at_the_hand(pose):
    shares = {("right", "index"): 0.6, ("left", "palm"): 0.25, ("left", "wrist"): 0.12}
    assert sorted(texts(hands_svg({**shares, ("right", "thumb"): 0.02}, pose))) == [
        "12%",
        "25%",
        "60%",
    ]


def test_every_label_lies_inside_the_picture(pose):
    svg = hands_svg({(side, part): 0.07 for side in SIDES for part in PARTS}, pose)
    root = tree.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for group in root.iter(f"{SVG}g"):
        dx, dy = map(float, group.attrib["transform"][10:-1].split())
        found = list(group.iter(f"{SVG}text"))
        assert len(found) == len(PARTS)
        for text in found:
            assert 0 <= float(text.attrib["x"]) + dx <= width
            assert 8 <= float(text.attrib["y"]) + dy <= height


@given(st.floats(0, 1))
def test_more_is_never_paler(share):
    assert tint(0) == SKIN
    green = int(tint(share)[3:5], 16)
    assert green <= int(tint(share / 2)[3:5], 16)


AMOUNTS = st.dictionaries(st.integers(0, 29), st.floats(0, 1e5), max_size=30)


@given(AMOUNTS)
def test_bars_stay_in_the_chart_and_missing_days_have_none(told):
    amounts = {MARCH + timedelta(days=n): amount for n, amount in told.items()}
    svg = day_chart(amounts, MARCH, MARCH + timedelta(days=29), "#c84020")
    root = tree.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    bars = list(root.iter(f"{SVG}rect"))
    assert len(bars) == sum(1 for amount in amounts.values() if amount)
    for bar in bars:
        assert float(bar.attrib["x"]) + float(bar.attrib["width"]) <= width
        assert -0.1 <= float(bar.attrib["y"]) <= height


def test_a_gap_breaks_the_line():
    days = [*range(8), *range(20, 30)]
    amounts = {MARCH + timedelta(days=n): 5 for n in days}
    svg = day_chart(amounts, MARCH, MARCH + timedelta(days=29), "#c84020")
    assert svg.count("<polyline") == 2


def test_phases_and_words_are_escaped():
    day = MARCH + timedelta(days=3)
    svg = day_chart({day: 1}, MARCH, day, "#c84020", phases=[("more <water>", MARCH, day)])
    assert "more <water>" in texts(svg)


def test_hours_of_a_quiet_day_are_drawn_without_bars():
    root = tree.fromstring(hour_chart([0] * 24, "#c84020"))
    assert {float(bar.attrib["height"]) for bar in root.iter(f"{SVG}rect")} == {0.0}
