import pytest
from PySide6.QtCore import Qt

from steadyhands.domain.bodysize import weight_kg
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.number_stepper import NumberStepper, Scale
from tests.ui.dress import dress, shown, spoken_name


@pytest.fixture
def stepper(qapp, qtbot):
    dress(qapp)
    scale = Scale(1.0, 25.0, 350.0, 70.0)
    made = NumberStepper("Weight", scale, weight_kg, lambda kg: f"{kg:g} kg", ClickGuard(0))
    made.heard = []
    made.changed.connect(made.heard.append)
    return shown(qtbot, made, 400, 120)


def test_the_first_press_begins_in_the_middle_and_the_next_ones_step(stepper):
    stepper.more.click()
    stepper.more.click()
    stepper.less.click()
    assert stepper.heard == [70, 71, 70]
    assert stepper.field.text() == "70 kg"


def test_it_stops_at_its_ends(stepper):
    stepper.set_value(349.5)
    stepper.more.click()
    stepper.more.click()
    assert stepper.heard == [350]


def test_typed_text_counts_on_enter_and_once(stepper, qtbot):
    qtbot.keyClicks(stepper.field.edit, "64,5")
    qtbot.keyClick(stepper.field.edit, Qt.Key.Key_Return)
    assert stepper.heard == [64.5]
    assert stepper.field.text() == "64.5 kg"


def test_emptying_the_field_takes_the_answer_back(stepper, qtbot):
    stepper.set_value(64.5)
    stepper.field.edit.setFocus()
    stepper.field.edit.selectAll()
    qtbot.keyClick(stepper.field.edit, Qt.Key.Key_Delete)
    qtbot.keyClick(stepper.field.edit, Qt.Key.Key_Return)
    assert stepper.heard == [None]
    assert stepper.value() is None


def test_nonsense_stays_with_a_sentence_and_no_press_hides_it(stepper, qtbot):
    qtbot.keyClicks(stepper.field.edit, "heavy")
    stepper.more.click()
    assert stepper.heard == []
    assert stepper.field.text() == "heavy"
    assert stepper.field.problem().startswith("I cannot read “heavy”")


def test_what_is_being_typed_outlives_a_refresh(stepper, qtbot):
    qtbot.keyClicks(stepper.field.edit, "6")
    stepper.set_value(80)
    assert stepper.field.text() == "6"


def test_its_parts_are_named(stepper):
    named = [spoken_name(part) for part in (stepper.less, stepper.field.edit, stepper.more)]
    assert named == ["Weight: less", "Weight", "Weight: more"]
