import pytest

from steadyhands.system.preferences import Preferences
from steadyhands.ui.acts import Acts
from steadyhands.ui.settings_page import SettingsPage
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.amount_field import AmountField
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_desk
from tests.ui.dress import dress, shown, spoken_name


class Room:
    """A settings page with what it needs around it."""

    def __init__(self, folder, qtbot, preferences):
        self.desk = a_desk(folder)
        self.acts, self.tasks, self.chosen = Acts(Signals()), Tasks(), []
        self.page = SettingsPage(
            preferences=preferences,
            choices=self.desk.choices,
            profile=self.desk.profile,
            keeper=self.desk.keeper,
            acts=self.acts,
            tasks=self.tasks,
            guard=ClickGuard(0),
            now=lambda: self.desk.now().local(),
        )
        self.page.preferences_chosen.connect(self.chosen.append)
        shown(qtbot, self.page, 1100, 800)

    def chip(self, name):
        chips = [c for row in self.page.findChildren(ChipRow) for c in row.chips()]
        return next(c for c in chips if spoken_name(c).startswith(name))

    def press(self, name):
        self.chip(name).click()

    def write(self, name, text):
        field = next(f for f in self.page.findChildren(AmountField) if spoken_name(f.edit) == name)
        field.edit.setFocus()
        field.edit.setText(text)
        field.edit.returnPressed.emit()
        return field

    def button(self, text):
        return next(b for b in self.page.findChildren(GuardedButton) if b.text() == text)


@pytest.fixture
def room(tmp_path, qapp, qtbot):
    dress(qapp)
    room = Room(tmp_path, qtbot, Preferences(guard_ms=700, skin="no such skin"))
    yield room
    room.tasks.finish()
    room.desk.close()


@pytest.mark.parametrize(
    ("chip", "name", "value"),
    [
        ("Theme: Dark", "theme", "dark"),
        ("Text size: 150 %", "text_scale", 1.5),
        ("Motion: Reduced", "motion", "reduced"),
        ("Drawn as: Ebony", "skin", "ebony"),
        ("A second press on the same place counts as one for: Off", "guard_ms", 0),
    ],
)
def test_what_concerns_this_machine_is_told(room, chip, name, value):
    room.press(chip)
    assert getattr(room.chosen[-1], name) == value
    assert room.chosen[-1].replaced(**{name: getattr(Preferences(), name)}) is not None


def test_choices_add_up(room):
    room.press("Theme: Dark")
    room.press("Text size: 200 %")
    assert (room.chosen[-1].theme, room.chosen[-1].text_scale) == ("dark", 2.0)
    assert room.chosen[-1].guard_ms == 700


@pytest.mark.parametrize(
    ("chip", "name", "value"),
    [
        ("The hand you use most: Left", "hand", "left"),
        ("A new day starts at: 05:00", "day_starts_at", 5),
        ("Amounts in: ml and L", "units", "metric"),
    ],
)
def test_what_concerns_the_diary_is_in_the_diary(room, chip, name, value):
    room.press(chip)
    assert getattr(room.desk.choices.read(), name) == value
    assert room.chosen == []


def test_one_of_them_is_always_chosen(room):
    room.press("Theme: Dark")
    room.press("Theme: Dark")
    assert room.chip("Theme: Dark").isChecked()
    assert len(room.chosen) == 1


def test_it_shows_how_things_stand(room):
    assert room.chip("A second press on the same place counts as one for: 0.7 s").isChecked()
    assert room.chip("Drawn as: Peach").isChecked()
    assert room.chip("A new day starts at: 04:00").isChecked()


@pytest.mark.parametrize(
    ("field", "text", "name", "value"),
    [
        ("Bedtime", "22:15", "bedtime_min", 22 * 60 + 15),
        ("Your glass", "0.3 l", "glass_ml", 300),
        ("Goal for drinks a day", "2.5 l", "water_goal_ml", 2500),
    ],
)
def test_typed_choices(room, field, text, name, value):
    room.write(field, text)
    assert getattr(room.desk.choices.read(), name) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("Bedtime", "25:99"),
        ("Bedtime", "moon"),
        ("Your glass", "-3"),
        ("Your glass", "900 l"),
        ("Goal for drinks a day", "nan"),
        ("Goal for drinks a day", "9999999999999999999 l"),
        ("Goal for drinks a day", "🥤"),
    ],
)
def test_nonsense_changes_nothing_and_is_answered(room, field, text):
    before = room.desk.choices.read()
    typed = room.write(field, text)
    assert room.desk.choices.read() == before
    assert typed.problem()


def test_a_backup_is_made_beside_the_window(room, qtbot):
    room.button("Back up now").pressed_once.emit()
    qtbot.waitUntil(lambda: room.desk.keeper.newest_backup() is not None, timeout=5000)
    qtbot.waitUntil(lambda: room.page._answer.text().startswith("Backup made: "), timeout=5000)
