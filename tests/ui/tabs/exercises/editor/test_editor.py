"""Routines written by clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from steadyhands.domain.pose.joints import LIMITS
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import EACH, TOGETHER, Routine
from steadyhands.system.poses import shipped_poses
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import pose_names, routine_in, shipped_routines
from steadyhands.ui.tabs.exercises.editor.editor import RoutineEditor
from steadyhands.ui.tabs.exercises.editor.files import RoutineFiles
from steadyhands.ui.tabs.exercises.editor.pose_draft import GROUPS, joints_of
from steadyhands.ui.tabs.exercises.editor.step_form import StepForm
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.reading_order import focusable
from tests.domain.routine.routines import a_routine
from tests.ui.dress import SCALES, dress, shown, spoken_description, spoken_name

SHIPPED = {routine.id: routine for routine in shipped_routines()}
GLIDES = SHIPPED["tendon-glides"]


class Files(RoutineFiles):
    """Asks nobody: the paths are said beforehand."""

    def __init__(self) -> None:
        self.path = ""
        self.offered = ""

    def ask_open(self, parent: QWidget) -> str:
        return self.path

    def ask_save(self, parent: QWidget, name: str) -> str:
        self.offered = name
        return self.path


def settle() -> None:
    """Let new widgets be shown and laid out."""
    for _ in range(5):
        QApplication.processEvents()


class Bench:
    """An editor, what it has told, and how a person reaches its parts."""

    def __init__(self) -> None:
        self.files = Files()
        self.taken = ["fists", "tendon-glides"]
        self.editor = RoutineEditor(
            poses=shipped_poses(),
            taken=lambda: self.taken,
            guard=ClickGuard(0),
            files=self.files,
        )
        self.saved: list[Routine] = []
        self.left: list[bool] = []
        self.deleted: list[str] = []
        self.editor.saved.connect(self.saved.append)
        self.editor.left.connect(lambda: self.left.append(True))
        self.editor.deleted.connect(self.deleted.append)

    def form(self, place: int = 0) -> StepForm:
        settle()
        form = self.editor.steps.cards()[place].form
        assert form is not None
        return form

    def save(self) -> Routine:
        self.editor.save.click()
        assert len(self.saved) == 1, self.words()
        return self.saved.pop()

    def words(self) -> list[str]:
        labels = self.editor.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible()]


@pytest.fixture
def bench(qapp, qtbot) -> Iterator[Bench]:
    dress(qapp)
    made = Bench()
    shown(qtbot, made.editor, 1280, 880)
    yield made
    made.editor.hide()


def write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def pick(form: StepForm, pose: str) -> None:
    form.poses.add.click()
    tile = next(tile for tile in form.poses.picker.tiles.tiles() if tile.pose == pose)
    tile.click()


# ---- Writing ----


def test_a_routine_is_written_from_nothing(bench):
    write(bench.editor.about.name.edit, "Morning hands")
    write(bench.editor.about.purpose.edit, "Warms up.")
    bench.editor.about.cautions.edit.insertPlainText("Not when it hurts.\n\nAsk first.")
    bench.editor.about.clinician.click()
    form = bench.form()
    write(form.name.edit, "Hook and open")
    write(form.cue.edit, "Slowly.")
    pick(form, "hook")
    pick(form, "spread")
    form.hold.more.click()
    form.sides.chips()[1].click()
    made = bench.save()
    assert (made.id, made.name, made.purpose) == ("morning-hands", "Morning hands", "Warms up.")
    assert made.cautions == ("Not when it hurts.", "Ask first.")
    assert made.source == "My clinician gave me these."
    (step,) = made.steps
    assert (step.name, step.cue, step.hold_s, step.sides) == (
        "Hook and open",
        "Slowly.",
        4,
        TOGETHER,
    )
    assert [shape.pose for shape in step.poses] == ["hook", "spread"]
    assert routine_in(to_toml(made), "made", pose_names()) == made


def test_a_pose_is_chosen_by_keys_alone(bench):
    form = bench.form()
    form.poses.add.setFocus()
    QTest.keyClick(form.poses.add, Qt.Key.Key_Return)
    picker = form.poses.picker
    assert picker.tiles.tiles()[0].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    tile = QApplication.focusWidget()
    assert picker.isAncestorOf(tile)
    chosen = tile.pose
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert bench.editor.work().draft.steps[0].poses[0].pose == chosen
    assert form.poses.row.tiles()[0].hasFocus()
    assert picker.isHidden()


def test_tab_goes_through_the_page_as_it_is_read(bench):
    bench.editor.open_copy(SHIPPED["quick-desk-reset"])
    bench.editor.steps.cards()[1].up.click()
    form = bench.form(1)  # the step that was the first is still open
    pick(form, "hook")
    form.poses.panel.change.click()
    form.poses.sliders.groups.chips()[5].click()
    settle()
    first = bench.editor.cancel
    first.setFocus()
    walked: list[QWidget] = [first]
    for _ in range(200):
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        walked.append(QApplication.focusWidget())
    stops = [part for part in focusable(bench.editor) if part.isVisible() and part.isEnabled()]
    stops = [part for part in stops if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert walked == stops
    cards = bench.editor.steps.cards()
    order = [n for part in walked for n, card in enumerate(cards) if card.isAncestorOf(part)]
    assert order == sorted(order)
    assert set(order) == set(range(len(cards)))


def test_only_one_tile_of_the_picker_is_a_stop_for_tab(bench):
    form = bench.form()
    form.poses.add.click()
    tab = Qt.FocusPolicy.TabFocus
    stops = [tile for tile in form.poses.picker.tiles.tiles() if tile.focusPolicy() & tab]
    assert len(stops) == 1


def test_the_clinicians_words_go_with_a_second_press(bench):
    about = bench.editor.about
    about.clinician.click()
    assert about.source.text() == "My clinician gave me these."
    assert about.clinician.isChecked()
    about.clinician.click()
    assert about.source.text() == ""
    assert not about.clinician.isChecked()


def test_the_length_follows_every_change(bench):
    bench.editor.open_copy(GLIDES)
    assert "Takes 2\u00a0min\u00a056\u00a0s" in bench.words()
    bench.form().times.more.click()
    assert "Takes 2\u00a0min\u00a056\u00a0s" not in bench.words()


def test_the_words_and_the_hold_of_one_pose_are_changed(bench):
    bench.editor.open_copy(GLIDES)
    panel = bench.form().poses.panel
    assert panel.same_hold.isVisible()
    panel.same_hold.click()
    assert not panel.same_hold.isVisible()
    write(panel.cue.edit, "Tall fingers.")
    panel.later.click()
    shapes = bench.save().steps[0].poses
    assert (shapes[1].cue, shapes[1].hold_s) == ("Tall fingers.", None)
    assert shapes[0].pose == "hook"


def test_the_preview_shows_the_hand_that_is_asked_for(bench):
    bench.editor.open_copy(GLIDES)
    panel = bench.form().poses.panel
    bench.form().poses.row.tiles()[1].click()
    panel.sides.chips()[0].click()
    stand, side = panel.picture.shown()
    assert (stand.pose, side) == (shipped_poses()["hook"].pose, "left")
    bench.form().sides.chips()[1].click()
    assert panel.picture.shown()[1] == "both"


# ---- Steps ----


def test_steps_are_added_moved_copied_removed_and_put_back(bench):
    bench.editor.open_copy(SHIPPED["quick-desk-reset"])
    steps = bench.editor.steps
    names = [step.name for step in bench.editor.work().draft.steps]

    def order() -> list[str]:
        return [step.name for step in bench.editor.work().draft.steps]

    steps.cards()[0].down.click()
    assert order()[:2] == [names[1], names[0]]
    assert steps.cards()[1].title.text() == f"2. {names[0]}"
    steps.cards()[1].up.click()
    assert order() == names
    assert steps.cards()[0].down.hasFocus()  # up has nowhere to go any more
    steps.cards()[0].copy.click()
    assert order() == [names[0], *names]
    steps.cards()[2].remove.click()
    assert names[1] not in order()
    assert bench.editor.ask.text() == f"{names[1]} is removed."
    assert bench.editor.ask.yes.hasFocus()
    bench.editor.ask.yes.click()
    assert order() == [names[0], *names]
    assert bench.editor.ask.text() == ""
    steps.add.click()
    assert bench.form(len(order()) - 1).name.edit.hasFocus()


def test_a_removed_pose_is_put_back_with_its_words(bench):
    bench.editor.open_copy(GLIDES)
    bench.form().poses.row.tiles()[1].click()
    bench.form().poses.panel.remove.click()
    assert len(bench.editor.work().draft.steps[0].poses) == 7
    bench.editor.ask.yes.click()
    assert bench.save().steps == GLIDES.steps


def test_one_step_is_open_and_closing_it_leaves_a_line(bench):
    bench.editor.open_copy(SHIPPED["quick-desk-reset"])
    first, second = bench.editor.steps.cards()[:2]
    second.open.click()
    settle()
    assert first.form.isHidden()
    assert second.form.isVisible()
    second.open.click()
    assert second.form.isHidden()
    assert second.picture.isVisible()


# ---- What cannot be ----


def test_a_number_that_cannot_be_is_told_at_its_field_and_not_saved(bench):
    bench.editor.open_copy(GLIDES)
    hold = bench.form().hold
    write(hold.edit, "99")
    bench.editor.save.click()
    assert bench.saved == []
    assert hold.problem() == "It can be 0.5 to 60, not “99”."
    assert spoken_description(hold.edit) == hold.problem()
    assert hold.edit.hasFocus()
    assert hold.edit.text() == "99"
    bench.editor.steps.cards()[0].open.click()
    assert bench.form().isVisible()  # it does not close over a bad number
    write(hold.edit, "2.5 s")
    QTest.keyClick(hold.edit, Qt.Key.Key_Up)
    assert bench.save().steps[0].hold_s == 3


def test_what_is_missing_is_told_where_it_is_missing(bench):
    bench.editor.save.click()
    assert bench.saved == []
    assert bench.editor.about.name.problem() == "Some words are needed."
    assert bench.editor.about.name.edit.hasFocus()
    assert "A step needs at least one pose." in bench.words()
    pick(bench.form(), "hook")
    assert "A step needs at least one pose." not in bench.words()


def test_a_fault_in_a_closed_step_opens_it(bench):
    bench.editor.open_copy(SHIPPED["quick-desk-reset"])
    card = bench.editor.steps.cards()[1]
    card.open.click()
    write(card.form.name.edit, " ")
    bench.editor.steps.cards()[0].open.click()
    bench.editor.save.click()
    assert card.form.name.edit.hasFocus()
    assert card.form.name.problem()


def test_words_of_a_pose_that_are_too_long_are_told_at_that_pose(bench):
    bench.editor.open_copy(GLIDES)
    poses = bench.form().poses
    poses.row.tiles()[2].click()
    poses.panel.cue.edit.setPlainText("a" * 301)
    poses.row.tiles()[0].click()
    bench.editor.save.click()
    assert poses.panel.cue.problem() == "At most 300 letters, not 301."
    assert poses.panel.cue.edit.hasFocus()
    assert poses.row.tiles()[2].isChecked()
    poses.row.tiles()[0].click()
    assert poses.panel.cue.problem() == ""


# ---- Own poses ----


def test_a_pose_is_copied_changed_named_and_used(bench):
    bench.editor.open_copy(GLIDES)
    poses = bench.form().poses
    poses.row.tiles()[1].click()
    poses.panel.change.click()
    sliders = poses.sliders
    assert sliders.name.text() == "Hook fist 2"
    before = sliders.front.shown()
    sliders.slider("mcp").more.click()
    assert sliders.slider("mcp").value() == 5
    assert sliders.front.shown() != before
    front, behind = sliders.front.shown()[0], sliders.behind.shown()[0]
    assert front.pose == behind.pose
    assert front.camera != behind.camera
    write(sliders.name.edit, "Soft hook")
    sliders.keep.click()
    made = bench.save()
    assert [own.name for own in made.poses] == ["Soft hook"]
    assert made.steps[0].poses[1].pose == "Soft hook"
    assert made.steps[0].poses[1].name == "Hook fist"
    assert routine_in(to_toml(made), "made", pose_names()) == made


def test_an_own_pose_is_changed_itself_and_found_in_the_picker(bench):
    test_a_pose_is_copied_changed_named_and_used(bench)
    poses = bench.form().poses
    poses.panel.change.click()
    assert poses.sliders.name.text() == "Soft hook"
    poses.sliders.groups.chips()[-1].click()
    poses.sliders.slider("extension").more.click()
    poses.sliders.keep.click()
    (own,) = bench.save().poses
    assert own.pose.extension == 5
    poses.panel.other.click()
    assert poses.picker.tiles.tiles()[0].pose == "Soft hook"


@pytest.mark.parametrize("name", ["", "hook", "Full fist"])
def test_a_pose_cannot_have_a_name_that_is_taken(bench, name):
    bench.editor.open_copy(GLIDES)
    poses = bench.form().poses
    poses.panel.change.click()
    write(poses.sliders.name.edit, name or " ")
    poses.sliders.keep.click()
    assert poses.sliders.isVisible()
    assert poses.sliders.name.problem()
    assert bench.editor.work().draft.poses == ()


def test_no_key_and_no_press_bends_past_a_limit(bench):
    bench.editor.open_copy(GLIDES)
    sliders = bench.form().poses.sliders
    bench.form().poses.panel.change.click()
    for chip, group in zip(sliders.groups.chips(), GROUPS, strict=True):
        if not chip.isChecked():
            chip.click()
        for joint in joints_of(group):
            track = sliders.slider(joint).track
            assert isinstance(track, QSlider)
            QTest.keyClick(track, Qt.Key.Key_End)
            QTest.keyClick(track, Qt.Key.Key_Right)
            assert track.value() == LIMITS[joint][1]
            QTest.keyClick(track, Qt.Key.Key_Home)
            sliders.slider(joint).less.click()
            QTest.keyClick(track, Qt.Key.Key_Delete)
            assert track.answer_given() == LIMITS[joint][0]
            assert sliders.pose().angle(group, joint) == LIMITS[joint][0]
    sliders.again.click()
    assert sliders.pose().pose == sliders.pose().base


# ---- Leaving ----


def test_leaving_asks_only_when_something_changed(bench):
    bench.editor.open_routine(a_routine())
    bench.editor.cancel.click()
    assert bench.left == [True]
    write(bench.editor.about.name.edit, "Other")
    bench.editor.cancel.click()
    assert bench.left == [True]
    assert bench.editor.ask.text() == "Leave without saving?"
    assert bench.editor.ask.no.hasFocus()
    bench.editor.ask.no.click()
    assert bench.editor.about.name.text() == "Other"
    bench.editor.cancel.click()
    bench.editor.ask.yes.click()
    assert bench.left == [True, True]


def test_escape_leaves_what_is_open_first(bench):
    bench.editor.open_routine(a_routine())
    form = bench.form()
    form.poses.add.click()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert form.poses.picker.isHidden()
    assert bench.left == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert bench.left == [True]


def test_saved_it_counts_as_unchanged_and_keeps_its_id(bench):
    bench.editor.open_copy(GLIDES)
    first = bench.save()
    assert first.id == "my-tendon-glides"
    bench.taken.append(first.id)
    write(bench.editor.about.name.edit, "Glides")
    QTest.keyClick(bench.editor.about.name.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert bench.saved[0].id == first.id
    assert bench.saved[0].name == "Glides"
    assert not bench.editor.has_changes()


def test_a_routine_to_change_keeps_its_id_and_can_be_deleted_after_a_question(bench):
    bench.editor.open_routine(a_routine(), can_delete=True)
    assert bench.save() == a_routine()
    bench.editor.files.delete.click()
    bench.editor.ask.no.click()
    assert bench.deleted == []
    bench.editor.files.delete.click()
    bench.editor.ask.yes.click()
    assert bench.deleted == ["fists"]
    bench.editor.open_new()
    assert not bench.editor.files.delete.isVisible()


def test_a_draft_goes_on_in_another_editor(bench, qtbot):
    bench.editor.open_routine(a_routine(), can_delete=True)
    write(bench.editor.about.name.edit, "Half writ")
    old = bench.editor
    other = Bench()
    shown(qtbot, other.editor, 1280, 880)
    other.editor.go_on(old.work())
    assert other.editor.about.name.text() == "Half writ"
    assert other.editor.has_changes()
    assert other.editor.files.delete.isVisible()


# ---- Files ----


def test_out_as_a_file_and_in_again_is_the_same(bench, tmp_path: Path):
    bench.files.path = str(tmp_path / "mine.toml")
    bench.editor.open_copy(GLIDES)
    bench.editor.files.share.click()
    assert bench.files.offered == "my-tendon-glides.toml"
    assert "Written: mine.toml" in bench.words()
    bench.editor.open_new()
    bench.editor.files.bring.click()
    assert bench.editor.has_changes()
    made = bench.save()
    assert made.steps == GLIDES.steps
    assert [path.name for path in tmp_path.iterdir()] == ["mine.toml"]


def test_what_was_here_comes_back_after_an_import(bench, tmp_path: Path):
    path = tmp_path / "fists.toml"
    path.write_text(to_toml(a_routine()), encoding="utf-8")
    bench.files.path = str(path)
    write(bench.editor.about.name.edit, "Half writ")
    bench.editor.files.bring.click()
    assert bench.editor.about.name.text() == "Fists"
    bench.editor.ask.yes.click()
    assert bench.editor.about.name.text() == "Half writ"
    bench.editor.files.bring.click()
    assert bench.save().id == "fists-2"  # there is one called fists


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b'id = "a"\nname = "A"\n[[step]]\nname = "B"\nposes = ["hok"]\n',
            "mine.toml, line 5, pose",
        ),
        (b'id = "a"\nname = "A"\nhold = 5\n', "mine.toml, line 3, hold"),
        (b"\xff\xfe", "mine.toml, line 1"),
        (b"a = " + b"[" * 20_000, "mine.toml, line 1"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_changes(bench, tmp_path: Path, data, said):
    bench.editor.open_copy(GLIDES)
    before = bench.editor.work().draft
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    bench.files.path = str(path)
    bench.editor.files.bring.click()
    assert any(words.startswith(said) for words in bench.words()), bench.words()
    assert bench.editor.work().draft == before


def test_files_that_are_not_there_or_cannot_be_written_are_told(bench, tmp_path: Path):
    bench.files.path = str(tmp_path / "gone" / "mine.toml")
    bench.editor.open_copy(GLIDES)
    bench.editor.files.bring.click()
    assert "mine.toml could not be read: No such file or directory." in bench.words()
    bench.editor.files.share.click()
    assert "mine.toml could not be written: No such file or directory." in bench.words()
    bench.files.path = ""
    bench.editor.files.bring.click()
    bench.editor.files.share.click()
    (tmp_path / "long.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(Problem, match="too long"):
        bench.files.read(str(tmp_path / "long.toml"))


# ---- For everybody ----


@pytest.fixture(params=[(name, scale) for name in ("light", "dark") for scale in SCALES])
def full(request, qapp, qtbot) -> Iterator[Bench]:
    """Return an editor with everything that can be open, in a small window."""
    name, scale = request.param
    dress(qapp, scale, name)
    made = Bench()
    made.editor.open_routine(SHIPPED["quick-desk-reset"], can_delete=True)
    shown(qtbot, made.editor, 900 if scale == 1.0 else 1000, 600)
    yield made
    made.editor.hide()
    dress(qapp)


def faces(bench: Bench) -> Iterator[str]:
    poses = bench.form().poses
    yield "panel"
    poses.panel.other.click()
    yield "picker"
    poses.picker.leave.click()
    poses.panel.change.click()
    yield "sliders"
    poses.sliders.groups.chips()[5].click()
    yield "thumb"
    poses.close_open()
    bench.editor.steps.cards()[1].remove.click()
    yield "removed"
    bench.editor.files.delete.click()
    yield "delete"
    write(bench.editor.about.name.edit, " ")
    bench.editor.cancel.click()
    bench.editor.save.click()
    yield "leave"


def visible(editor: QWidget, kind: type) -> list:
    return [part for part in editor.findChildren(kind) if part.isVisible()]


def fields(editor: QWidget) -> list[QWidget]:
    return [*visible(editor, QLineEdit), *visible(editor, QPlainTextEdit)]


def test_long_texts_are_seen_whole_and_enter_goes_on(bench):
    bench.editor.open_copy(GLIDES)
    settle()
    source = bench.editor.about.source
    lines = source.edit.document().size().height()
    assert lines > 1
    assert source.edit.viewport().height() >= lines * source.edit.fontMetrics().lineSpacing()
    source.edit.setFocus()
    QTest.keyClick(source.edit, Qt.Key.Key_Return)
    assert source.text() == GLIDES.source
    assert not source.edit.hasFocus()


def test_everything_is_named_large_uncut_and_within_the_window(full):
    for face in faces(full):
        settle()
        editor = full.editor
        assert editor.width() <= 1000, face
        for part in visible(editor, QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert spoken_name(part), (face, part)
        for part in visible(editor, QAbstractButton) + fields(editor):
            assert min(part.width(), part.height()) >= 44, (face, part)
        for words in visible(editor, QLabel):
            if words.wordWrap():
                assert words.height() >= words.heightForWidth(words.width()), (face, words.text())
        for button in visible(editor, QAbstractButton):
            right = button.mapTo(editor, button.rect().bottomRight()).x()
            assert right <= editor.width(), (face, button.text())
        page = editor.page.widget()
        assert page.width() <= editor.page.viewport().width(), face


def test_nothing_runs_once_the_pictures_are_painted(bench, qtbot):
    bench.editor.open_copy(GLIDES)

    def is_calm() -> bool:
        return not any(timer.isActive() for timer in bench.editor.findChildren(QTimer))

    qtbot.waitUntil(is_calm, timeout=10_000)
    assert bench.editor.work().draft.steps[0].sides == EACH
