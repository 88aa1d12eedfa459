import pytest

from steadyhands.domain.entries import NOTE_LIMIT
from steadyhands.domain.problem import Problem
from tests.factory import a_desk, a_twitch


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def logged(desk, note=""):
    return desk.journal.log(a_twitch(), desk.now(), desk.now(), note=note).entry


def test_words_go_below_the_notes_there_are_as_one_act(desk):
    one, other = logged(desk, "at work"), logged(desk)
    done = desk.journal.annotate([one.id, other.id, one.id], "  new chair ", desk.now())
    assert [entry.note for entry in done.entries] == ["at work\nnew chair", "new chair"]
    desk.journal.undo(desk.now(), done.act)
    assert desk._diary.entries.current(one.id).entry.note == "at work"


def test_a_note_that_grows_too_long_changes_none(desk):
    one, full = logged(desk), logged(desk, "x" * NOTE_LIMIT)
    with pytest.raises(Problem, match="characters"):
        desk.journal.annotate([one.id, full.id], "more", desk.now())
    assert desk._diary.entries.current(one.id).entry.note == ""
