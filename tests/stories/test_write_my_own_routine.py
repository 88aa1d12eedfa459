"""Writing a hand routine of one's own, following it, sharing it, and letting it go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from steadyhands.domain.problem import DiaryUnusable
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import shipped_routines
from tests.stories.hands import CTRL, Hands
from tests.stories.test_follow_a_routine import Exercise

NEW, IMPORT = "Write a routine of your own", "Import a routine from a file"
GLIDES = next(routine for routine in shipped_routines() if routine.id == "tendon-glides")


@pytest.fixture
def hands(home) -> Hands:
    """Return a person whose second press within a moment is meant."""
    home.settle_in(guard_ms=0)
    return home.open()


@pytest.fixture
def exercise(hands) -> Exercise:
    return Exercise(hands)


@pytest.fixture
def choose_file(monkeypatch):
    """Return a function that says which file the person will choose."""

    def choose(path: Path) -> None:
        answer = staticmethod(lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    return choose


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def write_my_fists(hands: Hands) -> None:
    """Write a routine of one step by keys, its pose by a click."""
    hands.tab_to(NEW)
    hands.key(Qt.Key.Key_Return)
    settle()
    assert hands.focus() == "Name"
    hands.write("My fists")
    hands.click("Name of the step")
    hands.write("Squeeze")
    hands.click("Add a pose")
    settle()
    hands.click("Full fist")
    settle()


def own(hands: Hands) -> list[str]:
    desk = hands.shell._desk
    return [r.name for r in desk.routines.routines() if desk.routines.is_own(r.id)]


def test_a_new_routine_is_written_saved_and_followed(exercise, hands, diary):
    write_my_fists(hands)
    hands.key(Qt.Key.Key_S, CTRL)
    assert own(hands) == ["My fists"]
    assert hands.reads("My fists is kept with your routines.")
    assert hands.focus().startswith("My fists")
    hands.tab_to("Start My fists")
    hands.key(Qt.Key.Key_Return)
    assert hands.focus() == "Pause"
    exercise.pass_seconds(8)
    hands.key(Qt.Key.Key_Escape)
    assert diary("routine")[0].details.name == "My fists"


def test_a_shipped_routine_is_copied_and_its_own_pose_is_played(exercise, hands):
    exercise.tab._on_chosen("tendon-glides")
    hands.click("Copy and change Tendon glides")
    settle()
    assert hands.reads("A copy of Tendon glides")
    hands.click("Save")
    assert own(hands) == ["My Tendon glides"]
    hands.click("Change My Tendon glides")
    settle()
    assert hands.sees("Delete this routine")


def test_keys_of_the_player_do_nothing_while_writing(exercise, hands):
    write_my_fists(hands)
    hands.click("Name")
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Left)
    hands.write("x")
    hands.key(Qt.Key.Key_Escape)
    assert hands.reads("Leave without saving?")
    hands.click("Leave")
    assert own(hands) == []
    assert hands.sees(NEW)


def test_what_is_unsaved_survives_larger_text(exercise, hands):
    write_my_fists(hands)
    hands.window.rebuild()
    settle()
    assert hands.find("Name").text() == "My fists"
    hands.click("Save")
    assert own(hands) == ["My fists"]


def test_what_is_unsaved_waits_while_the_theme_is_chosen(exercise, hands):
    write_my_fists(hands)
    hands.turn_to("Twitches")
    hands.window.rebuild()
    settle()
    hands.turn_to("Exercises")
    settle()
    assert hands.find("Name").text() == "My fists"


def test_it_is_deleted_and_put_back(exercise, hands):
    write_my_fists(hands)
    hands.click("Save")
    hands.click("Change My fists")
    settle()
    hands.click("Delete this routine")
    settle()
    hands.click("Delete it")
    assert own(hands) == []
    assert hands.reads("My fists is deleted.")
    assert hands.focus() == "Put it back"
    hands.key(Qt.Key.Key_Return)
    assert own(hands) == ["My fists"]
    assert hands.sees("Start My fists")


def test_a_bad_file_is_refused_with_the_reason(exercise, hands, choose_file, tmp_path):
    bad = tmp_path / "from-a-friend.toml"
    text = to_toml(GLIDES.replaced(id="friends")).replace("repetitions = 3", "repetitions = 3000")
    bad.write_text(text)
    choose_file(bad)
    hands.click(IMPORT)
    settle()
    assert hands.reads("from-a-friend.toml, line")
    assert hands.sees(NEW)
    assert own(hands) == []


def test_a_good_file_is_shown_first_and_then_kept(exercise, hands, choose_file, tmp_path):
    good = tmp_path / "from-a-friend.toml"
    good.write_text(to_toml(GLIDES.replaced(name="Glides of a friend")))
    choose_file(good)
    hands.click(IMPORT)
    settle()
    assert hands.reads("This is the routine of the file.")
    hands.click("Save")
    assert own(hands) == ["Glides of a friend"]
    names = [r.name for r in hands.shell._desk.routines.routines()]
    assert "Tendon glides" in names  # the file took no other's place


def test_a_disk_that_is_full_loses_nothing(exercise, hands, monkeypatch):
    write_my_fists(hands)
    book = exercise.tab._workshop._routines
    with monkeypatch.context() as patch:

        def refuse(routine: object) -> None:
            raise DiaryUnusable("The disk is full.")

        patch.setattr(book, "keep", refuse)
        hands.click("Save")
    assert "full" in hands.toast()
    assert exercise.tab._workshop._editor.has_changes()
    hands.click_action()
    assert own(hands) == ["My fists"]
    assert not hands.sees("Save")


def test_nothing_is_written_while_a_routine_is_followed(exercise, hands):
    hands.click("Start Quick desk reset")
    exercise.pass_seconds(1)
    assert not hands.find(NEW).isEnabled()
    assert not hands.find(IMPORT).isEnabled()
