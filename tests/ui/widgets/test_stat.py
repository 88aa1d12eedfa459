import pytest

from steadyhands.ui.widgets.stat import Stat, ThinBar
from tests.ui.dress import SCALES, dress, shown, spoken_name


def test_reads_as_one_sentence(qapp, qtbot):
    dress(qapp)
    stat = shown(qtbot, Stat("Water", "water"))
    stat.set_figure("1.25 L", "of 2.0 L", 0.62)
    assert spoken_name(stat) == "Water: 1.25 L, of 2.0 L"
    stat.set_figure("7")
    assert spoken_name(stat) == "Water: 7"


@pytest.mark.parametrize(("fraction", "filled"), [(0.0, 0), (0.5, 100), (1.0, 200), (3.0, 200)])
def test_the_bar_shows_how_far_along(qapp, qtbot, fraction, filled):
    look = dress(qapp)
    bar = ThinBar("water")
    bar.set_fraction(fraction)
    shown(qtbot, bar, 200, 9)
    image = bar.grab().toImage()
    blue = sum(image.pixelColor(x, 4) == look.colour("water") for x in range(200))
    assert blue == pytest.approx(filled, abs=6)


@pytest.mark.parametrize("scale", SCALES)
def test_the_note_goes_under_the_value_when_it_is_narrow(qapp, qtbot, scale):
    dress(qapp, scale)
    stat = Stat("Caffeine", "caffeine")
    stat.set_figure("190 mg", "62 mg in body now", 0.5)
    qtbot.addWidget(stat)
    assert stat.heightForWidth(int(190 * scale)) > stat.heightForWidth(int(400 * scale))
