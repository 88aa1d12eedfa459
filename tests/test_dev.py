"""The set-up script: what it decides, says and runs, against stand-ins for Debian's programs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks these")


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--demo", "today"], False),
        (["log", "twitch"], False),
        (["today", "--demo"], False),
        (["--help"], False),
        (["-h"], False),
        (["--version"], False),
    ],
)
def test_knows_which_words_open_the_window(words, window):
    assert dev.opens_window(words) is window


@pytest.mark.parametrize(
    ("platform", "environ", "lacks"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ""}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, False),
        ("darwin", {}, False),
    ],
)
def test_knows_when_there_is_no_screen(platform, environ, lacks):
    assert dev.lacks_screen(platform, environ) is lacks


def test_says_which_python_it_needs():
    said = dev.too_old((3, 9, 18))

    assert said == "SteadyHands needs Python 3.11 or newer; this is Python 3.9."


def run_script(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(dev.ROOT / "dev.py"), *words]
    return subprocess.run(
        command, env=kept | environ, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


@on_linux
def test_without_a_screen_one_sentence_names_two_ways_out():
    done = run_script("run", "--demo")

    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.count(".") - line.count(".py") == 1
    assert "python3 dev.py run log twitch" in line
    assert "xvfb-run" in line


@pytest.mark.parametrize(("words", "code"), [([], 2), (["--help"], 0), (["fly"], 2)])
def test_tells_its_commands(words, code):
    done = run_script(*words)

    assert done.returncode == code
    for command in ("run", "test", "shots DIR", "bench"):
        assert f"python3 dev.py {command} " in done.stdout


# ---- Qt ----


@pytest.fixture
def own_python(monkeypatch):
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))


@on_linux
def test_qt_starts_offscreen(own_python):
    assert dev.qt_trouble(dev.offscreen()) == ""


@on_linux
def test_a_display_that_does_not_answer_is_no_screen(own_python, monkeypatch, capfd):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    dead = os.environ | {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}

    with pytest.raises(SystemExit) as stop:
        dev.make_qt_work(dead)

    assert stop.value.code == dev.NO_SCREEN
    assert capfd.readouterr().err == ""


@on_linux
def test_a_missing_library_is_named_with_the_line_to_type(monkeypatch, system):
    system.installed("libgl1")
    monkeypatch.setattr(dev, "qt_trouble", lambda environ: "ImportError: libEGL.so.1")
    monkeypatch.setattr(dev, "is_root", lambda: False)

    with pytest.raises(SystemExit) as stop:
        dev.make_qt_work({})

    reason, line = str(stop.value.code).splitlines()
    assert reason == "SteadyHands needs this to show its window:"
    assert line.startswith("sudo apt-get install -y --no-install-recommends libglib2.0-0 libegl1 ")
    assert "libgl1" not in line.split()
    assert "fonts-dejavu-core" in line.split()


@on_linux
def test_elsewhere_than_on_debian_qt_speaks_for_itself(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(dev, "qt_trouble", lambda environ: "ImportError: libEGL.so.1")

    with pytest.raises(SystemExit, match=r"libEGL\.so\.1"):
        dev.make_qt_work({})


# ---- Debian's programs ----


class System:
    """A folder on PATH with stand-ins for apt and dpkg that note how they were called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.log = folder / "log"
        self.installed()
        self.knows()
        self.apt_get_ends_with(0)

    def installed(self, *packages: str) -> None:
        lines = "\n".join(f"{package} installed" for package in packages)
        self._program("dpkg-query", f"echo '{lines}\nlibegl1 not-installed'; exit 1")

    def knows(self, *packages: str) -> None:
        tests = " || ".join(f"[ $2 = {package} ]" for package in (*packages, "none"))
        self._program("apt-cache", tests)

    def apt_get_ends_with(self, code: int) -> None:
        self._program("apt-get", f"echo $* >> {self.log}; exit {code}")

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def _program(self, name: str, script: str) -> None:
        path = self._folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)


@pytest.fixture
def system(tmp_path, monkeypatch):
    if os.name == "nt":
        pytest.skip("the stand-ins are shell scripts")
    monkeypatch.setenv("PATH", str(tmp_path))
    return System(tmp_path)


def test_missing_are_those_installed_under_no_name(system):
    system.installed("libglib2.0-0t64", "libgl1")

    assert dev.missing("libglib2.0-0t64|libglib2.0-0 libgl1 libegl1") == ["libegl1"]


def test_nothing_is_missing_where_there_is_no_apt(monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert dev.missing("libgl1") == []


@pytest.mark.parametrize(
    ("known", "name"), [(["libglib2.0-0t64"], "libglib2.0-0t64"), ([], "libglib2.0-0")]
)
def test_a_renamed_library_has_the_name_apt_knows(system, known, name):
    system.knows(*known)

    assert dev.known("libglib2.0-0t64|libglib2.0-0") == name
    assert dev.known("libgl1") == "libgl1"


def test_root_gets_the_packages_installed(system, monkeypatch, capsys):
    monkeypatch.setattr(dev, "is_root", lambda: True)

    dev.install(["libgl1", "libegl1"], "show its window")

    update, install = system.calls()
    assert update == "update"
    assert install.startswith("install -y --no-install-recommends libgl1 libegl1 ")
    assert "libgl1 libegl1" in capsys.readouterr().out


@pytest.mark.parametrize(("root", "sudo"), [(True, ""), (False, "sudo ")])
def test_whoever_cannot_install_is_told_the_one_line(system, monkeypatch, root, sudo):
    monkeypatch.setattr(dev, "is_root", lambda: root)
    system.apt_get_ends_with(100)

    with pytest.raises(SystemExit) as stop:
        dev.install(["python3.11-venv"], "make .venv")

    line = f"{sudo}apt-get install -y --no-install-recommends python3.11-venv"
    assert stop.value.code == f"SteadyHands needs this to make .venv:\n{line}"


def test_lacking_test_programs_stop_nothing(system, monkeypatch, capsys):
    monkeypatch.setattr(dev, "is_root", lambda: False)

    dev.offer_test_programs()

    assert "sudo apt-get install -y --no-install-recommends xvfb" in capsys.readouterr().out
    assert system.calls() == []


# ---- The virtual environment ----


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A bare checkout; returns the list of what set_up did to its environment."""
    (tmp_path / "requirements.lock").write_text("a==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    venv = tmp_path / ".venv"
    python = Path(sys.executable)
    places = {"ROOT": tmp_path, "VENV": venv, "PYTHON": python, "STAMP": venv / "stamp"}
    for name, place in {**places, "LOCK": tmp_path / "requirements.lock"}.items():
        monkeypatch.setattr(dev, name, place)
    done: list[str] = []
    monkeypatch.setattr(dev, "make_venv", lambda: (venv.mkdir(exist_ok=True), done.append("venv")))
    monkeypatch.setattr(dev, "pip", lambda *words: done.append(words[0]))
    monkeypatch.setattr(dev, "QUICKEN_QT", "pass")
    return done


def test_sets_up_once(checkout):
    dev.set_up()
    assert checkout == ["venv", "--require-hashes", "--no-deps"]

    checkout.clear()
    dev.set_up()
    assert checkout == []


@pytest.mark.parametrize(
    ("changed", "does"),
    [
        ("pyproject.toml", ["--no-deps"]),
        ("requirements.lock", ["venv", "--require-hashes", "--no-deps"]),
    ],
)
def test_sets_up_again_what_changed(checkout, changed, does):
    dev.set_up()
    checkout.clear()

    with (dev.ROOT / changed).open("a") as file:
        file.write("# more\n")
    dev.set_up()

    assert checkout == does


def test_a_stopped_set_up_starts_again(checkout, monkeypatch):
    def fail(*words: str) -> None:
        raise SystemExit("no network")

    with monkeypatch.context() as offline:
        offline.setattr(dev, "pip", fail)
        with pytest.raises(SystemExit):
            dev.set_up()
    checkout.clear()
    dev.set_up()

    assert checkout == ["venv", "--require-hashes", "--no-deps"]


def test_no_half_environment_stays(tmp_path, monkeypatch):
    def stop_half_way(folder, **_):
        Path(folder).mkdir()
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr("venv.create", stop_half_way)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")

    with pytest.raises(SystemExit, match="could not make the virtual environment"):
        dev.make_venv()

    assert not (tmp_path / ".venv").exists()
