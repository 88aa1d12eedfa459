"""Runs a measurement by name: python -m tests.bench [NAME [WORDS]]; without a name, lists them."""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_RUN = ("__init__", "__main__", "stage", "clicker")  # what the others stand on


def names() -> dict[str, str]:
    """Return what can be run, with the first line of its words."""
    files = sorted(file for file in HERE.glob("*.py") if file.stem not in NOT_RUN)
    return {file.stem: first_line(file) for file in files}


def first_line(file: Path) -> str:
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0]


def main(words: list[str]) -> int:
    """Run what is named, or say what there is."""
    known = names()
    if not words or words[0] not in known:
        for name, said in known.items():
            print(f"{name:14}{said}")
        return 2 if words else 0
    sys.argv = words
    runpy.run_module(f"tests.bench.{words[0]}", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
