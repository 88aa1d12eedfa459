"""The two drawn hands: pressing, keys, screen readers, sizes, and staying still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.ui.widgets.hand_look import DEFAULT_SKIN, SKINS, HandColors, skin
from steadyhands.ui.widgets.hand_view import HandView

SPOTS = [(side, part) for side in SIDES for part in PARTS]
DARK = HandColors(QColor("#22252B"), QColor("#C9CED6"), QColor("#2DD4BF"), QColor("#F0704F"))


class Log(list[tuple[str, str]]):
    """What the hand view reported."""

    def __init__(self, view: HandView) -> None:
        super().__init__()
        view.part_pressed.connect(lambda side, part: self.append((side, part)))


class CountingView(HandView):
    """Remembers what it painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


def shown(qtbot, view: HandView, width: int = 760, height: int = 480) -> HandView:
    qtbot.addWidget(view)
    view.set_reduced_motion(True)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def press(view: HandView, point: QPointF) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), point.toPoint())


# -- the pointer -----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 520, 760, 900])
def test_pressing_a_part_reports_it_before_release(qtbot, width):
    view = shown(qtbot, HandView(), width, 760 if width < 500 else 480)
    log = Log(view)
    for spot in SPOTS:
        press(view, view.part_center(*spot))
        assert log[-1] == spot
    assert len(log) == len(SPOTS)


def test_release_anywhere_counts_and_adds_nothing(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    press(view, view.part_center("right", "ring"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), QPoint(5, 5))
    assert log == [("right", "ring")]


def test_a_bounce_on_the_same_finger_counts_once_another_finger_at_once(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    for part in ("index", "index", "middle"):
        press(view, view.part_center("left", part))
    assert log == [("left", "index"), ("left", "middle")]
    view.guard.ms = 0
    press(view, view.part_center("left", "middle"))
    assert len(log) == 3


def test_a_double_click_is_a_bounce_too_and_the_other_button_is_nothing(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    point = view.part_center("left", "thumb").toPoint()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), point)
    QTest.mousePress(view, Qt.MouseButton.RightButton, Qt.KeyboardModifier(0), point)
    assert log == [("left", "thumb")]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (500, 345), (760, 480), (900, 480)])
def test_every_part_holds_a_target_of_44_pixels(qtbot, width, height):
    view = shown(qtbot, HandView(), width, height)
    step = 4
    cells = {
        (x, y): view.part_at(QPointF(x, y))
        for x in range(0, width, step)
        for y in range(0, height, step)
    }
    for spot in SPOTS:
        own = {place for place, found in cells.items() if found == spot}
        assert any(holds_square(own, place, 44, step) for place in own), spot


def holds_square(own: set[tuple[int, int]], place: tuple[int, int], size: int, step: int) -> bool:
    """Say whether a row 44 wide and a column 44 high through `place` belong to the part."""
    x, y = place
    row = all((x + dx, y) in own for dx in range(0, size, step))
    return row and any(
        all((x + mid, y + dy) in own for dy in range(start, start + size, step))
        for mid in range(0, size, step)
        for start in range(-size, step, step)
    )


def test_between_the_fingers_no_press_is_lost(qtbot):
    view = shown(qtbot, HandView())
    one, two = view.part_center("right", "index"), view.part_center("right", "middle")
    for share in range(11):
        assert view.part_at(one + (two - one) * share / 10) is not None


def test_far_from_both_hands_a_press_is_nothing(qtbot):
    view = shown(qtbot, HandView(), 900, 480)
    log = Log(view)
    press(view, QPointF(view.gap_rect().center()))
    assert log == []


def test_hover_is_shown_and_goes_away(qtbot):
    view = shown(qtbot, HandView())
    plain = view.grab().toImage()
    QTest.mouseMove(view, view.part_center("left", "ring").toPoint())
    qtbot.waitUntil(lambda: view.grab().toImage() != plain)
    QCoreApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: view.grab().toImage() == plain)


# -- keys ------------------------------------------------------------------------------------


def focused(view: HandView) -> tuple[str, str]:
    button = view.focusWidget()
    return (button.side, button.part)


def between_fields(qtbot) -> tuple[QWidget, QLineEdit, HandView, QLineEdit]:
    window, before, view, after = QWidget(), QLineEdit(), HandView(), QLineEdit()
    before.setReadOnly(True)
    layout = QVBoxLayout(window)
    for widget in (before, view, after):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(760, 600)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    return window, before, view, after


def test_tab_goes_left_hand_right_hand_out_and_back(qtbot):
    window, before, view, after = between_fields(qtbot)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert focused(view) == ("left", "index")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert focused(view) == ("right", "index")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert focused(view) == ("right", "index")


def test_tab_comes_back_to_the_part_last_visited(qtbot):
    window, before, view, _after = between_fields(qtbot)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert focused(view) == ("left", "middle")


def test_a_press_takes_the_keyboards_ring_away_and_a_key_brings_it_back(qtbot):
    view = shown(qtbot, HandView())
    view.focus_part("left", "index")
    area = view._area(("left", "index")).adjusted(1, 1, -1, -1)
    ringed = view.grab(area).toImage()
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=view.part_center("right", "little").toPoint()
    )
    assert view.grab(area).toImage() != ringed
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Shift)
    assert view.grab(area).toImage() == ringed


def test_arrows_go_through_the_fingers_as_they_lie_on_the_screen(qtbot):
    view = shown(qtbot, HandView())
    view.focus_part("left", "little")
    row = [focused(view)]
    for _ in range(11):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Right)
        row.append(focused(view))
    digits = ["little", "ring", "middle", "index", "thumb"]
    expected = [("left", d) for d in digits] + [("right", d) for d in reversed(digits)]
    assert row[:10] == expected and row[-1] == ("right", "little")
    places = [view.part_center(*spot).x() for spot in expected]
    assert places == sorted(places)


def test_down_and_up_lead_to_palm_and_wrist_and_back(qtbot):
    view = shown(qtbot, HandView())
    view.focus_part("right", "ring")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(view.focusWidget(), key)
        seen.append(focused(view))
    assert seen == [
        ("right", "palm"),
        ("right", "wrist"),
        ("left", "wrist"),
        ("left", "palm"),
        ("left", "middle"),
    ]


def test_number_keys_log_in_the_hand_with_the_focus(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    view.focus_part("right", "index")
    for key in "1234509":
        QTest.keyClick(view.focusWidget(), key)
    assert [part for _, part in log] == [
        "thumb", "index", "middle", "ring", "little", "palm", "wrist",
    ]  # fmt: skip
    assert {side for side, _ in log} == {"right"}


def test_l_and_r_change_hands_enter_and_space_log(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    view.focus_part("right", "index")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_L)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_R)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert log == [("left", "index"), ("right", "index")]


def test_focus_is_shown_by_a_ring_not_only_by_colour(qtbot):
    view = shown(qtbot, HandView())
    plain = view.grab().toImage()
    view.focus_part("left", "middle")
    ringed = view.grab().toImage()
    ring = view.part_center("left", "middle").toPoint()
    row = [ringed.pixelColor(x, ring.y()).name() for x in range(ring.x() - 40, ring.x() + 40)]
    assert HandColors().accent.name() in row
    assert ringed != plain


# -- screen readers --------------------------------------------------------------------------


def test_every_part_is_a_named_button_that_can_be_pressed(qtbot):
    view = shown(qtbot, HandView())
    log = Log(view)
    root = QAccessible.queryAccessibleInterface(view)
    children = [root.child(place) for place in range(root.childCount())]
    names = [child.text(QAccessible.Text.Name) for child in children]
    assert len(names) == len(SPOTS) == len(set(names))
    assert "Right index finger, log a twitch" in names and "Left wrist, log a twitch" in names
    for child in children:
        assert child.role() == QAccessible.Role.PushButton
        assert child.state().focusable and not child.rect().isEmpty()
        child.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(lambda: sorted(log) == sorted(SPOTS))


def test_the_keys_are_told_to_those_who_cannot_see_them(qtbot):
    view = shown(qtbot, HandView())
    child = QAccessible.queryAccessibleInterface(view).child(0)
    assert "1 to 5" in child.text(QAccessible.Text.Description)
    assert "1 to 5" in view.accessibleDescription()


# -- flash, last, and doing nothing ----------------------------------------------------------


def test_a_flash_shows_at_once_and_only_where_needed(qtbot):
    view = shown(qtbot, CountingView())
    view.grab()
    view.painted.clear()
    view.flash("right", "index")
    assert len(view.painted) == 1
    area = view.painted[0]
    assert area.contains(view.part_center("right", "index").toPoint())
    assert area.width() * area.height() < view.width() * view.height() / 8


def test_a_flash_settles_and_then_nothing_moves(qtbot):
    view = shown(qtbot, CountingView())
    view.set_reduced_motion(False)
    view.flash("right", "index")
    full = view.grab().toImage()
    qtbot.waitUntil(lambda: not view.is_moving(), timeout=5000)
    qtbot.waitUntil(lambda: coral(view, "right", "index") < coral_of(full, view), timeout=2000)
    QCoreApplication.processEvents()
    view.painted.clear()
    QCoreApplication.processEvents()
    assert view.painted == []
    assert coral(view, "right", "index") > coral(view, "right", "middle") + 20


def coral_of(image: QImage, view: HandView, side: str = "right", part: str = "index") -> float:
    """Return how much redder than blue the middle of a part is."""
    middle = view.part_center(side, part) * image.devicePixelRatio()
    near = range(-5, 6)
    found = [image.pixelColor((middle + QPointF(x, y)).toPoint()) for x in near for y in near]
    return sum(color.red() - color.blue() for color in found) / len(found)


def coral(view: HandView, side: str, part: str) -> float:
    return coral_of(view.grab().toImage(), view, side, part)


def test_with_reduced_motion_a_flash_is_a_mark_that_stands_still(qtbot):
    view = shown(qtbot, CountingView())
    view.flash("left", "little")
    assert not view.is_moving()
    first = view.grab().toImage()
    assert view.grab().toImage() == first
    assert coral(view, "left", "little") > coral(view, "left", "ring") + 20


def test_a_hidden_view_starts_no_animation(qtbot):
    view = HandView()
    qtbot.addWidget(view)
    view.flash("left", "index")
    assert not view.is_moving()


def test_hiding_ends_a_flash(qtbot):
    view = shown(qtbot, HandView())
    view.set_reduced_motion(False)
    view.flash("left", "index")
    assert view.is_moving()
    view.hide()
    assert not view.is_moving()


def test_the_last_part_can_be_set_and_cleared(qtbot):
    view = shown(qtbot, HandView())
    plain = view.grab().toImage()
    view.set_last("left", "palm")
    assert view.grab().toImage() != plain
    view.set_last("left", None)
    assert view.grab().toImage() == plain


def test_setting_what_is_already_so_paints_nothing(qtbot):
    view = shown(qtbot, CountingView())
    view.set_last("left", "ring")
    QCoreApplication.processEvents()
    view.painted.clear()
    view.set_last("left", "ring")
    view.set_skin(DEFAULT_SKIN)
    view.set_colors(HandColors())
    view.set_hit_min(44)
    QCoreApplication.processEvents()
    assert view.painted == []


# -- size and colours ------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(360, 740), (520, 360), (760, 480), (900, 700)])
def test_the_whole_drawing_fits(qtbot, width, height):
    view = shown(qtbot, HandView(), width, height)
    area = QRect(0, 0, width, height)
    for spot in SPOTS:
        assert area.contains(view.part_center(*spot).toPoint()), spot
    image = view.grab().toImage()
    ground = image.pixelColor(1, 1)
    edges = [(x, y) for x in (0, width - 1) for y in range(height)]
    edges += [(x, 0) for x in range(width)]
    assert all(image.pixelColor(x, y) == ground for x, y in edges)


@pytest.mark.parametrize("width", [360, 520, 760, 900])
def test_the_gap_for_not_sure_which_touches_no_finger(qtbot, width):
    view = shown(qtbot, HandView(), width, view_height(width))
    gap = view.gap_rect()
    assert gap.width() >= 100 and gap.height() >= 44
    for spot in SPOTS:
        assert not gap.contains(view.part_center(*spot).toPoint())


def view_height(width: int) -> int:
    return 740 if width < 498 else 480


def test_larger_text_leaves_room_for_the_names(qtbot):
    view = shown(qtbot, HandView(), 760, 480)
    font = view.font()
    font.setPixelSize(32)
    view.setFont(font)
    assert view.label_rect("left").height() >= view.fontMetrics().height()
    assert view.label_rect("left").bottom() <= view.height()


def test_the_least_size_keeps_targets_wide(qtbot):
    view = shown(qtbot, HandView(), 360, 800)
    narrow = view.minimumSizeHint().height()
    view.resize(760, 480)
    assert view.minimumSizeHint().height() < narrow
    view.set_hit_min(60)
    assert view.minimumSizeHint().height() > 338
    assert view.heightForWidth(760) >= view.minimumSizeHint().height()


@pytest.mark.parametrize("name", SKINS)
@pytest.mark.parametrize("colors", [HandColors(), DARK], ids=["light", "dark"])
def test_every_skin_parts_from_the_card(qtbot, name, colors):
    view = shown(qtbot, HandView(), 520, 360)
    view.set_colors(colors)
    view.set_skin(name)
    tone = skin(name, colors)
    seen = [abs(c.lightnessF() - colors.card.lightnessF()) for c in (tone.base, tone.rim)]
    assert max(seen) > 0.15
    assert not view.grab().toImage().isNull()


def test_an_unknown_skin_is_the_usual_one(qtbot):
    view = shown(qtbot, HandView(), 520, 360)
    usual = view.grab().toImage()
    view.set_skin("tartan")
    assert view.grab().toImage() == usual
