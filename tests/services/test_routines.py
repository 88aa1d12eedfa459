import pytest

from steadyhands.domain.entries import RoutineSession
from steadyhands.domain.pose.joints import Finger, Pose
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine import player
from steadyhands.domain.routine.player import advance, begin
from steadyhands.domain.routine.steps import OwnPose, Shape
from steadyhands.services.routines import find, free_id, session_of
from steadyhands.system.poses import shipped_poses
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import shipped_routines
from tests.domain.routine.routines import a_routine, a_step
from tests.domain.routine.test_player import played
from tests.factory import a_desk

MINE = a_routine(id="mine", name="Mine")


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def book(desk):
    return desk.routines


def ids(book):
    return [routine.id for routine in book.routines()]


# ---- One's own ----


def test_without_own_ones_there_are_the_shipped_ones(book):
    assert book.routines() == shipped_routines()
    assert not book.is_own("tendon-glides")


def test_an_own_routine_is_kept_in_the_diary_and_let_go(book, tmp_path):
    assert book.keep(MINE).touch("settings")
    again = a_desk(tmp_path)
    assert again.routines.routine("mine") == MINE
    again.close()
    assert book.is_own("mine")
    assert ids(book)[-1] == "mine"
    book.forget("mine")
    assert book.routines() == shipped_routines()


def test_keeping_again_replaces_in_place(book):
    book.keep(MINE)
    book.keep(MINE.replaced(id="other"))
    book.keep(MINE.replaced(name="Better"))
    assert ids(book)[-2:] == ["mine", "other"]
    assert book.routine("mine").name == "Better"


def test_an_own_version_stands_in_a_shipped_ones_place_until_it_is_let_go(book):
    before = ids(book)
    mine = book.routine("tendon-glides").replaced(name="Tendon glides, slow")
    book.keep(mine)
    assert ids(book) == before
    assert book.routine("tendon-glides") == mine
    book.forget("tendon-glides")
    assert book.routine("tendon-glides").name == "Tendon glides"


def test_a_pose_that_is_not_there_is_not_kept(book):
    with pytest.raises(Problem, match="no pose “knot”"):
        book.keep(a_routine(a_step(poses=(Shape("knot"), Shape("hook")))))
    assert book.routines() == shipped_routines()


def test_a_routine_of_a_newer_version_stays_in_the_diary(desk, book):
    newer = to_toml(MINE) + "\n[[step]]\nname = 'x'\nposes = ['hologram']\nrepetitions = 1\n"
    settings = desk._diary.settings
    desk._diary.write(lambda: settings.set("own_routines", [newer, 7]))
    assert book.routines() == shipped_routines()
    book.keep(MINE)
    book.forget("mine")
    assert desk._diary.read(lambda: settings.get("own_routines")) == [newer]


def test_a_routine_that_is_gone_is_said(book):
    with pytest.raises(Problem, match="no routine “nothing” any more"):
        book.routine("nothing")


# ---- Files ----


def test_a_file_goes_round(book):
    book.keep(MINE)
    text = book.export_text("mine")
    book.forget("mine")
    book.import_text(text, "mine.toml")
    assert book.routine("mine") == MINE


def test_the_same_file_twice_changes_nothing(book):
    assert book.import_text(to_toml(MINE), "mine.toml")
    assert not book.import_text(to_toml(MINE), "mine.toml")
    assert not book.import_text(book.export_text("shake-out"), "shake.toml")


def test_a_file_never_takes_the_place_of_another_routine(book):
    theirs = MINE.replaced(name="Theirs")
    book.import_text(to_toml(MINE), "a.toml")
    book.import_text(to_toml(theirs), "b.toml")
    book.import_text(to_toml(theirs.replaced(id="shake-out")), "c.toml")
    assert ids(book)[-3:] == ["mine", "mine-2", "shake-out-2"]
    assert book.routine("mine") == MINE
    assert book.routine("shake-out").name == "Shake-out"


def test_a_bad_file_is_refused_and_nothing_changes(book):
    with pytest.raises(Problem, match=r"bad.toml, line 2, name: some words are needed\."):
        book.import_text(
            'id = "x"\nname = ""\n\n[[step]]\nname="x"\nposes=["hook"]\nrest_s=2', "bad.toml"
        )
    assert book.routines() == shipped_routines()


@pytest.mark.parametrize(
    ("taken", "free"), [([], "a"), (["a"], "a-2"), (["a", "a-2", "a-3"], "a-4"), (["b"], "a")]
)
def test_a_free_id_is_found(taken, free):
    assert free_id("a", taken) == free


def test_a_free_id_is_never_too_long():
    assert len(free_id("x" * 80, ["x" * 80])) <= 80


def test_poses_that_a_routine_brings_along_are_there_to_play_it(book):
    claw = OwnPose("claw", Pose(index=Finger(10, 60, 30)))
    mine = MINE.replaced(poses=(claw,), steps=(a_step(poses=(Shape("claw"), Shape("hook"))),))
    book.keep(mine)
    poses = book.poses(book.routine("mine"))
    assert poses["claw"].pose == claw.pose
    assert set(shipped_poses()) < set(poses)
    assert begin(mine).plan.beats[1].end == "claw"


# ---- Names ----


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tendon glides", "tendon-glides"),
        ("Tendon  Glides", "tendon-glides"),
        ("tendon-glides", "tendon-glides"),
        ("tendon", "tendon-glides"),
        ("prayer", "prayer-stretch"),
        ("nerve", "median-nerve-glide"),
    ],
)
def test_a_routine_is_found_by_its_name_or_a_part_that_says_which(words, found):
    assert find(shipped_routines(), words).id == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("finger", "“finger” may be one of Finger taps, Finger lifts."),
        ("tendn glide", "There is no routine “tendn glide”. Did you mean Tendon glides?"),
        ("zzz", "There is no routine “zzz”. See steadyhands routines."),
        ("", "There is no routine “”. See steadyhands routines."),
    ],
)
def test_a_name_that_says_nothing_is_refused(words, said):
    with pytest.raises(Problem) as caught:
        find(shipped_routines(), words)
    assert str(caught.value) == said


# ---- Sessions ----


def test_a_session_says_what_was_done():
    # 4 s ready, 1 s move, 3 of 28 s held.
    state = player.end(played(begin(MINE), 8))
    assert session_of(state, "easier") == RoutineSession(
        "mine", "Mine", 0.1071, ("right",), held_s=3, total_s=8, felt="easier"
    )
    assert session_of(state, hurt=True).hurt


def test_a_finished_session_is_whole_and_fits_the_diary(desk):
    state = begin(shipped_routines()[0])
    while not state.is_over:
        state = advance(state, 0.033)
    session = session_of(state)
    assert (session.share, session.sides) == (1, ("left", "right"))
    assert session.total_s == pytest.approx(state.plan.length_s)
    desk.journal.log(session, desk.now(), desk.now())
    assert desk.look.day(desk.now()).total("routine_min") == pytest.approx(session.total_s / 60)


def test_a_session_that_had_no_time_is_one_too():
    assert session_of(player.end(begin(MINE))).amounts() == {}
