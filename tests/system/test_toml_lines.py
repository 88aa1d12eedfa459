import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadyhands.system.toml_lines import line_of, lines_of

TEXT = '''\
# a comment with [brackets] and = signs
id = "a # no comment" # one
"odd key" = 'C:\\'   # a backslash ends it
"a\\u0062\\t" = 1
long = """
[not.a.table]
x = "quote at the end""""
a.b.c = 2026-11-23 07:32:00
list = [
    1, # one
    "]",
    { pose = "hook", hold_s = 3, deep = { x = [1] } },

    [2, 3],
]

[[step]]
name = "one"

[[ step ]]
name = "two"
[step.more]
why = true
[[step.inner]]
n = 1
[[step.inner]]
n = 2
['x.y'."z"]
w = 1e3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("odd key",), 3),
        (("ab\t",), 4),
        (("long",), 5),
        (("a", "b", "c"), 8),
        (("list",), 9),
        (("list", 0), 10),
        (("list", 1), 11),
        (("list", 2), 12),
        (("list", 2, "hold_s"), 12),
        (("list", 2, "deep", "x", 0), 12),
        (("list", 3, 1), 14),
        (("step", 0), 17),
        (("step", 0, "name"), 18),
        (("step", 1), 20),
        (("step", 1, "name"), 21),
        (("step", 1, "more", "why"), 23),
        (("step", 1, "inner", 1, "n"), 27),
        (("x.y", "z", "w"), 29),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_everything_has_its_line(path, line, ends):
    assert lines_of(TEXT.replace("\n", ends))[path] == line


def test_what_is_missing_is_at_what_should_hold_it():
    lines = lines_of(TEXT)
    assert line_of(lines, ("step", 1, "hold_s")) == 20
    assert line_of(lines, ("list", 2, "deep", "y", 4)) == 12
    assert line_of(lines, ("nothing",)) == 1


def paths_of(data, path=()):
    if path:
        yield path
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside if isinstance(data, dict | list) else ():
        yield from (
            paths_of(value, (*path, key)) if isinstance(value, dict | list) else [(*path, key)]
        )


def test_every_path_that_the_reader_finds_has_a_line():
    assert set(paths_of(tomllib.loads(TEXT))) <= set(lines_of(TEXT))


PIECES = st.lists(
    st.sampled_from(
        [
            "[a]",
            "[[b]]",
            "[b.c]",
            "k=1",
            "l.m = 'x'",
            "n = [1,\n 2]",
            '"""q"""',
            "# c",
            "\n",
            's = """\n"""',
            "t = {u = 1}",
            'v = "\\""',
            "[",
            "]",
            "=",
            '"',
        ]
    ),
    max_size=8,
)


@given(PIECES)
def test_any_text_that_is_toml_is_walked_to_its_end(pieces):
    text = "\n".join(pieces)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    assert set(paths_of(data)) <= set(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
