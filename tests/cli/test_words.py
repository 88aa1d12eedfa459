"""Help, unknown words and completion: all of it from the table of commands."""

import os
import re
import shutil
import subprocess
from importlib import import_module

import pytest

from steadyhands import __version__
from steadyhands.cli.table import COMMANDS
from tests.cli.shell import ROOT, child_env


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_every_command_has_its_function_and_its_help(shell, command):
    module, _, function = command.does.partition(".")
    assert callable(getattr(import_module(f"steadyhands.cli.{module}"), function))
    said = shell.type(*command.name.split(), "--help")
    assert shell.code == 0
    if command.name != "help":
        assert said.startswith("steadyhands ")
        assert all(f"--{option.name}" in said for option in command.options)
    assert max(map(len, said.splitlines())) <= 100
    assert not (shell.folder / "diary.sqlite").exists()


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["--demo", "--help"]])
def test_the_help_names_every_command(shell, words):
    said = shell.type(*words)
    assert all(name in said for name in COMMANDS if name != "log drink")
    assert "--version" in said


def test_help_of_log_and_of_a_word(shell):
    assert shell.type("log", "--help") == shell.type("help", "log")
    assert shell.type("help", "log", "sleep") == shell.type("log", "sleep", "--help")
    assert shell.type("log", "coffee", "--help") == shell.type("log", "drink", "--help")
    assert shell.refused("help", "lunch").startswith("There is no command “lunch”")


@pytest.mark.parametrize("words", [["--version"], ["-V"]])
def test_the_version(shell, words):
    assert shell.type(*words) == f"SteadyHands {__version__}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tody"], "There is no command “tody”. Did you mean today?"),
        (["xyzzy"], "There is no command “xyzzy”; see steadyhands --help."),
        (["--dmo", "today"], "There is no option “--dmo” here. Did you mean --demo?"),
        (["list", "--jsn"], "There is no option “--jsn” here. Did you mean --json?"),
        (["list", "-x"], "There is no option “-x” here; see steadyhands --help."),
        (["today", "please"], "“please” is too much; see steadyhands today --help."),
        (
            ["log"],
            "Please say what to log: twitch, food, supplement, sleep, checkin, symptom, note, ",
        ),
        (["completion", "tcsh"], "There is no script for “tcsh”: bash, zsh or fish."),
        (["completion"], "Please name your shell: bash, zsh or fish."),
        (["\0\x1b[31m" + "x" * 500], "There is no command “[31mxxx"),
    ],
)
def test_unknown_words_are_met_with_the_nearest_known_one(shell, words, sentence):
    said = shell.refused(*words)
    assert said.startswith(sentence)
    assert said.isprintable()
    assert len(said) < 120


def test_each_shell_gets_a_script_that_knows_every_word(shell):
    for name in ("bash", "zsh", "fish"):
        script = shell.type("completion", name)
        words = set(re.findall(r"[\w-]+", script))
        for command in COMMANDS.values():
            assert set(command.name.split()) <= words
            assert {option.name for option in command.options} <= {w.lstrip("-") for w in words}


BASH = shutil.which("bash")
ASK = """
source "$1"; shift
COMP_WORDS=(steadyhands "$@"); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_steadyhands; echo "${COMPREPLY[*]}"
"""


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["tod"], "today"),
        (["lo"], "log"),
        (["log", "tw"], "twitch"),
        (["log", "es"], "espresso"),
        (["log", "twitch", "right", "ind"], "index"),
        (["log", "twitch", "--doing", "ty"], "typing"),
        (["log", "twitch", "--do"], "--doing"),
        (["log", "espresso", "--a"], "--at"),
        (["log", "twitch", "--at", ""], ""),
        (["list", "--"], "--days --json --demo --help"),
        (["--v"], "--version"),
    ],
)
def test_bash_completes(shell, tmp_path, words, offered):
    script = tmp_path / "completion"
    script.write_text(shell.type("completion", "bash"), encoding="utf-8")
    ask = [BASH, "-c", ASK, "bash", str(script), *words]
    found = subprocess.run(ask, capture_output=True, encoding="utf-8", check=True)
    assert (found.stdout.strip(), found.stderr) == (offered, "")


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_the_other_shells_can_read_their_scripts(shell, tmp_path, name):
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"there is no {name} here")
    script = tmp_path / "completion"
    script.write_text(shell.type("completion", name), encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True, env=child_env(tmp_path), cwd=ROOT)
    assert os.path.getsize(script)
