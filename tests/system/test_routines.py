import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import Routine, Shape, Step
from steadyhands.system.poses import shipped_poses
from steadyhands.system.resources import resource
from steadyhands.system.routine_text import to_toml
from steadyhands.system.routines import pose_names, routine_in, routines_in, shipped_routines
from tests.domain.routine.routines import POSES, ROUTINES_WITH_POSES, a_routine

GOOD = """\
id = "mine"
name = "Mine"
cautions = ["Ask first."]

[[step]]
name = "Hook"
hold_s = 4
rest_s = 2
poses = ["hook"]

[[step]]
name = "Two"
sides = "left"
poses = [
    "straight",
    { pose = "hook", hold_s = 2.5, highlight = ["index"] },
]
"""


def read(text):
    return routine_in(text, "mine.toml", POSES)


def refusal(text):
    with pytest.raises(Problem) as caught:
        read(text)
    return str(caught.value)


# ---- The shipped ones ----


def test_all_that_were_promised_are_there():
    assert [routine.id for routine in shipped_routines()] == [
        "quick-desk-reset",
        "before-sleep",
        "open-and-close",
        "finger-taps",
        "tendon-glides",
        "forearm-stretches",
        "thumb-stretch",
        "finger-lifts",
        "prayer-stretch",
        "shake-out",
        "median-nerve-glide",
    ]


@pytest.mark.parametrize("routine", shipped_routines(), ids=lambda routine: routine.id)
def test_a_shipped_routine_says_what_for_who_should_ask_and_where_from(routine):
    assert routine.purpose.endswith(".")
    assert routine.cautions
    assert routine.source
    assert all(step.cue for step in routine.steps)
    assert set(routine.pose_names()) <= set(shipped_poses())
    said = " ".join([routine.purpose, *routine.cautions]).casefold()
    for word in ("arthritis", "carpal", "syndrome", "disease", "abnormal", "cure", "heal"):
        assert word not in said


@pytest.mark.parametrize(
    ("routine", "minutes"),
    [("quick-desk-reset", 2), ("before-sleep", 5), ("tendon-glides", 3), ("finger-taps", 1)],
)
def test_they_last_as_long_as_their_names_promise(routine, minutes):
    found = next(r for r in shipped_routines() if r.id == routine)
    assert found.length_s() == pytest.approx(minutes * 60, rel=0.07)


def test_no_stretch_is_longer_or_oftener_than_its_source():
    stretches = [
        step
        for routine in shipped_routines()
        for step in routine.steps
        if {shape.pose for shape in step.poses} & {"wrist_back", "wrist_bent", "prayer"}
    ]
    assert len(stretches) >= 6
    for step in stretches:
        assert step.helper
        assert step.hold_s <= 15
        assert step.repetitions <= 5


def test_the_nerve_glide_says_to_stop():
    nerve = shipped_routines()[-1]
    assert "tingle" in nerve.cautions[0]
    assert "advised" in nerve.cautions[0]


def test_ids_are_those_of_the_file_names():
    from pathlib import Path

    files = sorted(path.stem[3:] for path in Path(resource("routines")).glob("*.toml"))
    assert files == sorted(routine.id for routine in shipped_routines())


# ---- Reading ----


def test_a_text_becomes_a_routine():
    assert read(GOOD) == Routine(
        id="mine",
        name="Mine",
        cautions=("Ask first.",),
        steps=(
            Step("Hook", (Shape("hook"),), hold_s=4, rest_s=2),
            Step(
                "Two",
                (Shape("straight"), Shape("hook", hold_s=2.5, highlight=("index",))),
                sides="left",
            ),
        ),
    )


@pytest.mark.parametrize("spoilt", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_other_editors_write_files_too(spoilt):
    assert read(spoilt) == read(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hold_s = 4", "hold_s = 90", "line 7, hold_s: it goes from 0.5 to 60, not 90."),
        ("hold_s = 4", 'hold_s = "4"', "line 7, hold_s: a number is needed, not 4."),
        ("hold_s = 4", "hold_s = nan", "line 7, hold_s: it goes from 0.5 to 60, not nan."),
        ("hold_s = 4", "hold_s = 07:30:00", "line 7, hold_s: a number is needed, not 07:30:00."),
        ("hold_s = 4", "hold = 4", "line 7, hold: there is no such field; did you mean “hold_s”?"),
        ("hold_s = 4", "repetitions = 2.5", "line 7, repetitions: a whole number is needed,"),
        ("rest_s = 2", "", "line 5, rest_s: a pose that is repeated alone needs a rest"),
        ('name = "Two"', "", "line 11, name: it is missing."),
        ('name = "Two"', "name = 2", "line 12, name: a text is needed, not 2."),
        ('"left"', '"both"', "line 13, sides: it is one of each, together, left, right; not “both"),
        ('"straight"', '"strait"', "line 15, pose: there is no pose “strait”; did you mean “str"),
        ('"straight"', '"zzz"', "line 15, pose: there is no pose “zzz”; there are straight, hook,"),
        ('"straight"', "7", "line 15, poses: a table of fields is needed."),
        ("hold_s = 2.5", "hold_s = 0", "line 16, hold_s: it goes from 0.5 to 60, not 0."),
        ("hold_s = 2.5", "speed = 1", "line 16, speed: there is no such field; there are pose,"),
        ('["index"]', '["toe"]', "line 16, highlight: it is one of thumb, index,"),
        ('["index"]', '"index"', "line 16, highlight: a list is needed, in square brackets."),
        ('"mine"', '"Mein Übung"', "line 1, id: small letters a to z, digits and “-” are needed"),
        ('id = "mine"', "", "line 1, id: it is missing."),
        ('["Ask first."]', '"Ask first."', "line 3, cautions: a list is needed, in square"),
        ('["Ask first."]', "[3]", "line 3, cautions: a text is needed, not 3."),
        ("[[step]]", "[[steps]]", "line 5, steps: there is no such field; did you mean “step”?"),
        ('name = "Mine"', 'name = "Mine', "line 2, text: this is no TOML ("),
        ('name = "Mine"', 'id = "x"', "line 2, text: this is no TOML ("),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_would_be_right(old, new, said):
    assert old in GOOD
    assert refusal(GOOD.replace(old, new)).startswith(f"mine.toml, {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, id: it is missing."),
        ("x = [", "line 1, text: this is no TOML"),
        ("x = [\n\n", "line 3, text: this is no TOML"),
        ("x = " + "[" * 5000, "line 1, text: there are too many brackets in brackets."),
        ("x = " + "1" * 5000, "line 1, text: this is no TOML"),
        ('id = "x"\nname = "x"\nstep = []', "line 3, step: there are 1 to 30 of them, not 0."),
        ('id = "x"\nname = "x"\nstep = [1]', "line 3, step: a table of fields is needed."),
        ("#" * 200_001, "line 1, text: it is too long to be a routine."),
    ],
)
def test_odd_texts_are_refused_in_a_sentence(text, said):
    assert refusal(text).startswith(f"mine.toml, {said}")


@given(
    st.text(max_size=60)
    | st.sampled_from(GOOD.splitlines()).map(lambda line: GOOD.replace(line, ""))
)
def test_any_text_is_a_routine_or_a_problem(text):
    try:
        read(text)
    except Problem as problem:
        assert str(problem).startswith("mine.toml, line ")


OWN = (
    GOOD.replace('"straight",', '"claw",')
    + """
[poses.claw]
mcp = 10
pip = [60, 61, 62, 63]
dip = 30
thumb = { abduction = 20 }
extension = 10
camera = { yaw = 150 }
"""
)


def test_a_routine_may_bring_poses_along():
    routine = read(OWN)
    assert routine.steps[1].poses[0].pose == "claw"
    (own,) = routine.poses
    assert (own.name, own.pose.little.pip, own.pose.extension, own.camera.yaw) == (
        "claw",
        63,
        10,
        150,
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("extension = 10", "extension = 80", "line 24, extension: 80 degrees; a hand bends there"),
        ("abduction = 20", "abduction = 99", "line 23, abduction: 99 degrees; a hand bends"),
        ("dip = 30", "dip = [1, 2]", "line 22, dip: it needs one number, or four for index"),
        ("dip = 30", "dup = 30", "line 22, dup: "),
        ("dip = 30", "", "line 19, dip: "),
        ("yaw = 150", 'yaw = "x"', "line 25, yaw: "),
        ("[poses.claw]", "[poses.hook]", "line 19, hook: the program has a pose of this name"),
        ("[poses.claw]", "[poses]", "line 20, mcp: a table of fields is needed."),
        ("[poses.claw]", "[poses.clow]", "line 15, pose: there is no pose “claw”; did you mean"),
        ("[poses.claw]", '[poses."a\\tb"]', "line 19, poses: one line of plain text"),
    ],
)
def test_a_pose_that_no_hand_makes_is_named_with_its_line(old, new, said):
    assert old in OWN
    assert refusal(OWN.replace(old, new)).startswith(f"mine.toml, {said}")


@pytest.mark.parametrize("depth", [10, 100, 200, 300, 350, 400, 1000])
def test_brackets_in_brackets_are_refused_however_deep(depth):
    brackets = "[" * depth + "]" * depth
    for text in (GOOD.replace('["hook"]', brackets), OWN.replace("dip = 30", f"dip = {brackets}")):
        assert refusal(text).startswith("mine.toml, line ")


def test_two_files_with_one_id_are_told_apart():
    with pytest.raises(Problem) as caught:
        routines_in([("a.toml", GOOD), ("b.toml", "\n" + GOOD)], POSES)
    assert str(caught.value) == "b.toml, line 2, id: “mine” is the routine of a.toml already."


# ---- Writing ----


@settings(max_examples=60)
@given(ROUTINES_WITH_POSES)
def test_what_is_written_reads_back(routine):
    assert read(to_toml(routine)) == routine


@pytest.mark.parametrize("routine", shipped_routines(), ids=lambda routine: routine.id)
def test_the_shipped_ones_write_and_read_back(routine):
    assert routine_in(to_toml(routine), "x.toml", pose_names()) == routine


def test_quotes_and_backslashes_come_back():
    odd = a_routine(name='"Mine" \\ yours #1 = [x]', cautions=("'''", '"""'))
    assert tomllib.loads(to_toml(odd))["name"] == odd.name
    assert read(to_toml(odd)) == odd


def test_a_written_routine_can_be_read_by_a_person():
    assert to_toml(read(GOOD)).splitlines()[:8] == [
        'id = "mine"',
        'name = "Mine"',
        'cautions = ["Ask first."]',
        "",
        "[[step]]",
        'name = "Hook"',
        "hold_s = 4",
        "repetitions = 5",
    ]
