import pytest

from steadyhands.domain.allowed import Allowed, DayLimit, SleepBand
from steadyhands.services.look import Usual
from steadyhands.ui.header import Header
from steadyhands.ui.header_state import HeaderState
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.stat import Stat, ThinBar
from tests.ui.dress import dress, shown, spoken_name

FULL = HeaderState(12, Usual(9.5, 20), 2260, 2000, 1900, 290, 112.4, 490, "metric")
EMPTY = HeaderState(0, None, 0, 2000, 0, 0, 0, None, "metric")


def a_header(qapp, qtbot, width=1280, scale=1.0, state=FULL):
    dress(qapp, scale)
    header = Header(ClickGuard())
    shown(qtbot, header, width, 100)
    header.show_state(state)
    qtbot.wait(1)
    header.resize(width, header.heightForWidth(width))
    qtbot.wait(1)
    return header


def spoken(header):
    return [spoken_name(stat) for stat in header.findChildren(Stat)]


def rows(header):
    return len({stat.y() for stat in header.findChildren(Stat)})


def button(header):
    return header.findChild(GuardedButton)


def test_figures_in_words(qapp, qtbot):
    assert spoken(a_header(qapp, qtbot)) == [
        "Twitches today: 12, usually 9.5 by now",
        "Water: 2.26 L, of 2 L",
        "Caffeine: 290 mg, 112 mg in body now",
        "Sleep: 8 h 10 min, goal 7–9 h",
    ]


def test_what_is_not_known_is_not_made_up(qapp, qtbot):
    said = spoken(a_header(qapp, qtbot, state=EMPTY))
    assert said[0] == "Twitches today: 0"
    assert said[3] == "Sleep: –, not logged yet"


@pytest.mark.parametrize(
    ("width", "scale"), [(1280, 1.0), (900, 1.0), (640, 1.0), (1280, 2.0), (1000, 2.0)]
)
def test_figures_stay_in_one_line_and_clear_of_the_button(qapp, qtbot, width, scale):
    header = a_header(qapp, qtbot, width, scale)
    assert rows(header) == 1
    inside = header.rect()
    for stat in header.findChildren(Stat):
        assert not stat.geometry().intersects(button(header).geometry())
        assert inside.contains(stat.geometry())
    assert inside.contains(button(header).geometry())


def test_where_it_is_narrow_the_notes_are_still_read_aloud(qapp, qtbot):
    header = a_header(qapp, qtbot, 900)
    assert spoken(header)[1] == "Water: 2.26 L, of 2 L"
    assert header.findChildren(Stat)[1].toolTip() == "of 2 L"


def test_the_button_has_a_line_of_its_own_where_it_is_very_narrow(qapp, qtbot):
    header = a_header(qapp, qtbot, 1000, 2.0)
    assert button(header).y() > max(stat.y() for stat in header.findChildren(Stat))
    header.resize(2600, 200)
    qtbot.waitUntil(lambda: button(header).x() > header.findChildren(Stat)[3].x())


def test_saving_is_said_only_while_it_lasts(qapp, qtbot):
    header = a_header(qapp, qtbot)
    header.show_waiting(True)
    assert header._status.isVisible()
    header.show_waiting(False)
    assert not header._status.isVisible()


def test_without_a_goal_the_strip_says_why(qapp, qtbot):
    hidden = FULL.replaced(
        water=Allowed(False, "kidney"),
        limit=DayLimit(False, "heart"),
        band=SleepBand(8, 10),
    )
    header = a_header(qapp, qtbot, state=hidden)
    assert spoken(header)[1:] == [
        "Water: 2.26 L, No goal for drinks is shown, as you noted kidney disease. "
        "Please ask your clinician how much.",
        "Caffeine: 290 mg, 112 mg in body now",
        "Sleep: 8 h 10 min, goal 8–10 h",
    ]
    fractions = [stat.findChild(ThinBar)._fraction for stat in header.findChildren(Stat)]
    assert fractions[:3] == [None, None, None]
    assert fractions[3] == pytest.approx(490 / 600)
