"""The house rules about size, which no linter checks."""

import ast
from pathlib import Path

import pytest

import steadyhands

PACKAGE = Path(steadyhands.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 300, 40


def too_long(source: str, where: str) -> list[str]:
    """Name what in a module is longer than the house allows, and by how much."""
    found = []
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        found.append(f"{where} has {lines} lines, more than {MODULE_LINES}")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = FUNCTION_LINES
        elif isinstance(node, ast.ClassDef):
            limit = CLASS_LINES
        else:
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > limit:
            found.append(f"{where}:{node.lineno} {node.name} has {lines} lines, more than {limit}")
    return found


def test_modules_classes_and_functions_are_short():
    offenders = []
    for path in MODULES:
        where = path.relative_to(PACKAGE.parent).as_posix()
        offenders += too_long(path.read_text(encoding="utf-8"), where)

    assert not offenders, "\n" + "\n".join(offenders)


def test_only_the_package_itself_says_anything_in_its_init():
    inits = [path for path in MODULES if path.name == "__init__.py" and path.parent != PACKAGE]
    spoken = [path for path in inits if path.read_text(encoding="utf-8").strip()]

    assert not spoken, f"not empty: {[str(path.relative_to(PACKAGE)) for path in spoken]}"


def test_every_folder_with_modules_is_a_package():
    folders = {path.parent for path in MODULES}

    assert not [str(folder) for folder in folders if not (folder / "__init__.py").exists()]


@pytest.mark.parametrize(
    ("source", "offence"),
    [
        ("x = 1\n" * 401, "m.py has 401 lines"),
        ("def f():\n" + "    g()\n" * 40, "m.py:1 f has 41 lines"),
        ("async def f():\n" + "    g()\n" * 40, "m.py:1 f has 41 lines"),
        ("class C:\n" + "    a = 1\n" * 300, "m.py:1 C has 301 lines"),
        ("class C:\n    def f(self):\n" + "        g()\n" * 40, "m.py:2 f has 41 lines"),
    ],
)
def test_the_walk_names_the_offender(source, offence):
    assert [line for line in too_long(source, "m.py") if line.startswith(offence)]


def test_the_walk_lets_the_longest_allowed_pass():
    function = "def f():\n" + "    g()\n" * 39
    assert not too_long(function + "x = 1\n" * 360, "m.py")
