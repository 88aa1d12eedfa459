"""A routine being written: steps come, move and go, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import LIMITS, Pose
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import POSES_LIMIT, STEPS_LIMIT, OwnPose
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import pose_names, routine_in, shipped_routines
from steadyhands.ui.tabs.exercises.editor.checks import faults_of, id_of, routine_of
from steadyhands.ui.tabs.exercises.editor.draft import (
    Draft,
    DraftShape,
    copy_of,
    draft_of,
    empty_draft,
    try_change,
)
from steadyhands.ui.tabs.exercises.editor.numbers import HOLD, REST, TIMES, read_number
from steadyhands.ui.tabs.exercises.editor.pose_draft import (
    GROUPS,
    PoseDraft,
    free_name,
    joints_of,
    limits_of,
)
from tests.domain.routine.routines import ROUTINES_WITH_POSES, a_routine

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "copy", "up", "down", "remove", "back", "pose", "drop"]),
        st.integers(0, 40),
    ),
    max_size=40,
)


def act(draft: Draft, what: str, number: int) -> Draft:
    if what == "add":
        return draft.added()
    if what == "back":
        return draft.put_back()
    if not draft.steps:
        return draft
    step = draft.steps[number % len(draft.steps)]
    if what == "drop":
        return draft.without_pose(step.key, number % len(step.poses)) if step.poses else draft
    changes = {
        "copy": lambda: draft.copied(step.key),
        "up": lambda: draft.moved(step.key, -1),
        "down": lambda: draft.moved(step.key, 1),
        "remove": lambda: draft.without(step.key),
        "pose": lambda: draft.with_pose_added(step.key, f"pose {number}"),
    }
    return changes[what]()


def there(draft: Draft) -> list[int]:
    gone = [one.step.key for one in draft.removed if one.step is not None]
    return sorted([*(step.key for step in draft.steps), *gone])


def all_poses(draft: Draft) -> list[str]:
    here = [shape.pose for step in draft.steps for shape in step.poses]
    for one in draft.removed:
        here += [shape.pose for shape in one.step.poses] if one.step else []
        here += [one.shape.pose] if one.shape else []
    return sorted(here)


@given(ACTS)
def test_no_row_of_acts_loses_a_step_or_a_pose(acts):
    draft = empty_draft()
    for what, number in acts:
        before = draft
        draft, refused = try_change(draft, lambda d, w=what, n=number: act(d, w, n))
        if refused is not None:
            assert draft == before
            continue
        made = [before.next_key] if what in ("add", "copy") and draft != before else []
        assert there(draft) == sorted(there(before) + made)
        if what not in ("copy", "pose"):
            assert all_poses(draft) == all_poses(before)
        assert len(there(draft)) == len(set(there(draft)))
        assert len(draft.steps) <= STEPS_LIMIT


@given(ACTS)
def test_putting_everything_back_brings_everything_back(acts):
    draft = empty_draft()
    for what, number in acts:
        draft, _ = try_change(draft, lambda d, w=what, n=number: act(d, w, n))
    everything, poses = there(draft), all_poses(draft)
    refused = None
    while draft.removed and refused is None:
        draft, refused = try_change(draft, Draft.put_back)
    if refused is None:
        assert sorted(step.key for step in draft.steps) == everything
    assert all_poses(draft) == poses


def test_a_removed_step_comes_back_where_it_was_with_later_changes_kept():
    draft = draft_of(a_routine()).added().added()
    first, second, third = (step.key for step in draft.steps)
    draft = draft.without(second).with_step(third, name="Changed").put_back()
    assert [step.key for step in draft.steps] == [first, second, third]
    assert draft.step(third).name == "Changed"


def test_steps_at_the_ends_stay_where_they_are():
    draft = draft_of(a_routine()).added()
    first, last = (step.key for step in draft.steps)
    assert draft.moved(first, -1) == draft
    assert draft.moved(last, 1) == draft
    assert [s.key for s in draft.moved(last, -1).steps] == [last, first]


def test_there_is_a_most_of_steps_and_poses():
    draft = empty_draft()
    for _ in range(STEPS_LIMIT - 1):
        draft = draft.added()
    with pytest.raises(Problem, match="30 steps"):
        draft.added()
    key = draft.steps[0].key
    for _ in range(POSES_LIMIT):
        draft = draft.with_pose_added(key, "hook")
    with pytest.raises(Problem, match="24 poses"):
        draft.with_pose_added(key, "hook")


def test_another_pose_leaves_the_old_ones_words_behind():
    draft = draft_of(a_routine())
    key = draft.steps[0].key
    kept = draft.with_shape(key, 1, cue="Wide.").with_pose_chosen(key, 1, "hook")
    assert kept.step(key).poses[1] == DraftShape("hook", hold_s=2)


@pytest.mark.parametrize("routine", shipped_routines(), ids=lambda r: r.id)
def test_a_shipped_routine_goes_through_unchanged(routine):
    draft = draft_of(routine)
    assert not draft.has_changes()
    assert draft.length_s() == pytest.approx(routine.length_s())
    assert routine_of(draft, ()) == routine


@given(ROUTINES_WITH_POSES)
def test_any_routine_goes_through_unchanged_and_out_as_a_file(routine):
    made = routine_of(draft_of(routine), ())
    assert made == routine
    assert routine_in(to_toml(made), "own", pose_names()) == routine


def test_a_copy_gets_a_name_and_an_id_of_its_own():
    copy = copy_of(a_routine(), "Fists, mine")
    assert not copy.has_changes()
    assert routine_of(copy, ("fists", "fists-mine")).id == "fists-mine-2"
    assert copy.replaced(source="My clinician").has_changes()


@pytest.mark.parametrize(
    ("name", "said"), [("Où ça va?", "ou-ca-va"), ("手", "own-routine"), ("--A  b--", "a-b")]
)
def test_an_id_is_made_of_any_name(name, said):
    assert id_of(name) == said


def test_what_is_wrong_is_told_at_its_field():
    draft = draft_of(a_routine()).added()
    key = draft.steps[1].key
    wrong = draft.replaced(name=" ").with_step(draft.steps[0].key, name="")
    told = {(f.key, f.field): str(f.problem) for f in faults_of(wrong)}
    assert told[0, "name"] == "Some words are needed."
    assert told[draft.steps[0].key, "name"] == "Some words are needed."
    assert told[key, "poses"] == "A step needs at least one pose."
    with pytest.raises(Problem):
        routine_of(wrong, ())


def test_a_pose_repeated_alone_needs_a_rest():
    draft = empty_draft().replaced(name="Mine")
    key = draft.steps[0].key
    draft = draft.with_pose_added(key, "hook").with_step(key, name="Hook", rest_s=0.0)
    (fault,) = faults_of(draft)
    assert (fault.key, fault.field) == (key, "rest_s")
    assert faults_of(draft.with_step(key, rest_s=1.0)) == ()


def test_no_steps_and_more_than_an_hour_are_told():
    draft = draft_of(a_routine())
    key = draft.steps[0].key
    assert [f.field for f in faults_of(draft.without(key))] == ["step"]
    long = draft.with_step(key, hold_s=60.0, repetitions=30)
    (fault,) = faults_of(long)
    assert "hour" in str(fault.problem)


# ---- Numbers ----


@pytest.mark.parametrize(
    ("text", "numbers", "number"),
    [("5", HOLD, 5), (" 2,5 s ", HOLD, 2.5), ("10 times", TIMES, 10), ("0", REST, 0)],
)
def test_numbers_are_read_as_people_type_them(text, numbers, number):
    assert read_number(text, numbers) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        *((text, HOLD) for text in ("", "five", "61", "0.2", "-3", "1" * 40, "nan", "²")),
        ("2.5", TIMES),
        ("0.5", REST),
    ],
)
def test_bad_numbers_are_refused_with_a_sentence(text, numbers):
    with pytest.raises(Problem) as caught:
        read_number(text, numbers)
    assert str(caught.value).endswith(".")


@given(st.sampled_from([HOLD, TIMES, REST]), st.lists(st.sampled_from([-1, 1]), max_size=80))
def test_stepping_never_leaves_the_range(numbers, ways):
    number = numbers.low
    for way in ways:
        number = numbers.stepped(number, way)
        assert numbers.checked(number) == number


def test_a_rest_is_stepped_down_to_none():
    assert REST.stepped(1, -1) == 0
    assert REST.stepped(0, 1) == 1
    assert HOLD.stepped(1, -1) == 0.5
    assert HOLD.stepped(0.5, 1) == 1


# ---- Poses by sliders ----

JOINTS = st.sampled_from([(group, joint) for group in GROUPS for joint in joints_of(group)])


@given(st.lists(st.tuples(JOINTS, st.floats(-400, 400)), max_size=12))
def test_no_slider_bends_a_hand_past_its_limits(bends):
    draft = PoseDraft("Mine", Pose(), Pose(), Camera())
    for (group, joint), angle in bends:
        draft = draft.bent(group, joint, angle)
        low, high = LIMITS[joint]
        assert low <= draft.angle(group, joint) <= high
    draft.pose.check()


def test_fingers_together_keep_the_few_degrees_they_differ_by():
    base = Pose(index=Pose().index.replaced(mcp=10), little=Pose().little.replaced(mcp=18))
    draft = PoseDraft("Mine", base, base, Camera()).bent("fingers", "mcp", 90)
    back = draft.bent("fingers", "mcp", 7)
    assert back.pose == base
    assert limits_of("mcp") == (-45, 90)


def test_a_pose_needs_a_name_that_is_its_own():
    draft = PoseDraft("", Pose(), Pose(), Camera())
    with pytest.raises(Problem, match="name"):
        draft.own_pose(())
    with pytest.raises(Problem, match="another"):
        draft.replaced(name="hook").own_pose(("hook",))
    own = draft.replaced(name="  Soft fist\n").own_pose(("hook",))
    assert own == OwnPose("Soft fist", Pose(), Camera())
    kept = draft_of(a_routine()).with_own_pose(own)
    assert kept.with_own_pose(own.replaced(pose=Pose(spread=3.0))).poses[0].pose.spread == 3
    assert free_name("Fist", ("Fist", "Fist 2")) == "Fist 3"
