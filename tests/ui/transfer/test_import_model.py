"""An import between looks: another choice reads anew, stopping leaves the diary alone."""

import pytest

from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer.import_model import (
    DONE,
    FAILED,
    IDLE,
    SEEN,
    TABLED,
    ImportModel,
)
from tests.factory import a_desk

HABITS = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def model(desk, qapp):
    signals, tasks = Signals(), Tasks()
    acts = Acts(signals)
    made = ImportModel(
        desk.importer,
        desk.tables,
        desk.drinks.presets,
        desk.journal,
        acts,
        signals,
        tasks,
        tasks,
    )
    yield made
    tasks.finish()
    for thing in (acts, signals, tasks):
        thing.deleteLater()


def at_rest(model, qtbot):
    qtbot.waitUntil(lambda: not model.is_busy(), timeout=10_000)
    return model.stage


def habits(tmp_path, rows=20):
    path = tmp_path / "habits.csv"
    days = [f"Cups,,Health,2026-02-{1 + n % 28:02},1,\n" for n in range(min(rows, 28))]
    path.write_text(HABITS + "".join(days))
    return str(path)


def test_another_choice_looks_again_and_comes_in_so(model, desk, tmp_path, qtbot):
    model.choose(habits(tmp_path))
    assert at_rest(model, qtbot) == SEEN
    (subject,) = model.found.subjects
    model.become(subject.key, "drink:coffee")
    model.become(subject.key, "skip")  # quicker than the first was read
    assert at_rest(model, qtbot) == SEEN
    assert model.found.preview.coming == 0
    model.become(subject.key, "twitch:left:thumb")
    at_rest(model, qtbot)
    model.bring_in()
    assert at_rest(model, qtbot) == DONE
    assert {e.kind for e in desk._diary.entries.stream()} == {"twitch"}


def test_stopping_a_look_begins_anew(model, desk, tmp_path, qtbot):
    model.choose(habits(tmp_path))
    model.stop()
    assert (model.stage, model.path) == (IDLE, "")
    state = desk._diary.state()
    model.choose(habits(tmp_path))
    at_rest(model, qtbot)
    model.bring_in()
    model.stop()
    assert model.stage == SEEN  # what was seen is still there to decide on
    assert at_rest(model, qtbot) == SEEN
    assert state[1] == desk._diary.state()[1]


def test_undoing_what_has_just_come_in_begins_anew(model, desk, tmp_path, qtbot):
    model.choose(habits(tmp_path))
    at_rest(model, qtbot)
    model.bring_in()
    at_rest(model, qtbot)
    done = desk.journal.undo(desk.now())
    model._acts.done.emit(done)
    assert model.stage == IDLE


def test_a_column_can_be_only_one_thing_and_one_column_the_date(model, tmp_path, qtbot):
    path = tmp_path / "x.csv"
    path.write_text("began,ended,n\n2026-03-01,2026-03-02,1\n")
    model.choose(str(path))
    assert at_rest(model, qtbot) == TABLED
    model.set_role("ended", "when")
    roles = {name: role for name, role in model.wishes.answers.items() if role == "when"}
    assert roles == {"role:ended": "when"}
    assert f"{model.first.items[0].at.local():%d}" == "02"
    model.set_role("ended", "skip")
    assert "which column holds the date" in str(model.problem)
    assert model.first.items == ()


def test_a_damaged_file_is_a_problem_and_another_can_be_chosen(model, tmp_path, qtbot):
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04" + b"x" * 500)
    model.choose(str(tmp_path / "cut.zip"))
    assert at_rest(model, qtbot) == FAILED
    assert "damaged" in str(model.problem)
    model.choose(habits(tmp_path))
    assert at_rest(model, qtbot) == SEEN
    assert model.problem is None


def test_a_diary_that_cannot_be_written_leaves_nothing_half_done(
    model, desk, tmp_path, qtbot, monkeypatch
):
    from steadyhands.domain.problem import DiaryUnusable
    from steadyhands.storage.incoming import Incoming

    model.choose(habits(tmp_path))
    at_rest(model, qtbot)

    def full(*_):
        raise DiaryUnusable("The disk is full.")

    monkeypatch.setattr(Incoming, "write", full)
    model.bring_in()
    assert at_rest(model, qtbot) == FAILED
    assert str(model.problem) == "The disk is full."
    assert list(desk._diary.entries.stream()) == []
