#!/usr/bin/env python3
"""SteadyHands from a clone, with nothing but Python 3.11 or newer.

python3 dev.py run [words]    open the window, or with words the command line:
                              log twitch, log water 250ml, today, --help
python3 dev.py test [words]   check format, lint, types, imports and tests; words go to pytest
python3 dev.py shots DIR      render every tab of the sample diary to PNG
                              [--theme light|dark] [--scale 100|150|200] [--size WxH] [--tab NAME]
python3 dev.py bench [words]  measure start, clicks and memory

The first call makes the virtual environment .venv beside this file.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "steadyhands.stamp"

# Debian's names of what the Qt wheels load but do not carry; "a|b" is one library under its
# newer and its older name. A bare Debian also has no font, and would show no text.
QT_PACKAGES = (
    "libglib2.0-0t64|libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 "
    "libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 "
    "libwayland-cursor0 libwayland-egl1 fontconfig fonts-dejavu-core"
)
TEST_PACKAGES = "xvfb xauth xdotool strace"

NONE_IS_NO_PASS = ("--last-failed-no-failures", "none")  # then pytest's code is 5

# For a process of its own: a missing platform library, or a display that does not answer,
# aborts the process it happens in.
QT_PROBE = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6 import QtDBus, QtGui, QtNetwork, QtSvg, QtWidgets
app = QtWidgets.QApplication([])
letters = QtGui.QFontMetrics(QtGui.QFont()).inFont("a")
raise SystemExit(0 if letters else "There is no font to write with.")
"""

# Shiboken, the binding under PySide, compiles its support files from a zip at every start;
# unpacked and compiled once they take a tenth off it.
QUICKEN_QT = """
import compileall, pathlib, shiboken6.Shiboken
compileall.compile_dir(pathlib.Path(shiboken6.__file__).with_name("files.dir"), quiet=2)
"""

NO_SCREEN = (
    "There is no screen to open a window on: use the command line, for example "
    "`python3 dev.py run log twitch`, or a virtual screen with `xvfb-run -a python3 dev.py run`."
)


# ---- The commands ----


def run(words: list[str]) -> int:
    """Open the window, or do what the words say on the command line, which needs no Qt."""
    window = opens_window(words)
    if window and lacks_screen(sys.platform, os.environ):
        sys.exit(NO_SCREEN)
    set_up()
    if window:
        make_qt_work(os.environ)
    return become([PYTHON, "-m", "steadyhands", *words])


def test(words: list[str]) -> int:
    """Run every check, the tests last; the code is not 0 if any of them failed."""
    set_up()
    make_qt_work(offscreen())
    offer_test_programs()
    checks: dict[str, list[str | Path]] = {
        "format": [SCRIPTS / "ruff", "format", "--check", "."],
        "lint": [SCRIPTS / "ruff", "check", "."],
        "types": [SCRIPTS / "mypy"],
        "imports": [SCRIPTS / "lint-imports", "--no-logo"],
    }
    failed = [name for name, command in checks.items() if step(name, command) != 0]
    if failed:
        say(f"\nNot passed: {', '.join(failed)}.")
    # Two at a time, a file at a time: the whole takes about half as long.
    together = ["-n", "2", "--dist", "loadfile"] if not words else []
    tests = step("tests", [PYTHON, "-m", "pytest", *together, *words])
    if tests and not words:
        # A window on a busy machine may answer too late for a test; a mistake fails again.
        again = [PYTHON, "-m", "pytest", "--last-failed", *NONE_IS_NO_PASS]
        tests = step("what failed, once more by itself", again)
    return tests or int(bool(failed))


def shots(words: list[str]) -> int:
    """Render the tabs of the sample diary to PNG, without a screen."""
    set_up()
    make_qt_work(offscreen())
    return become([PYTHON, "-m", "steadyhands", "--shots", *words], offscreen())


def bench(words: list[str]) -> int:
    """Run the measurements in tests/bench."""
    set_up()
    make_qt_work(offscreen())
    os.chdir(ROOT)
    return become([PYTHON, "-m", "tests.bench", *words])


def opens_window(words: Sequence[str]) -> bool:
    """Say whether the program opens its window: only with no words, or for the sample diary."""
    return set(words) <= {"--demo"}


def lacks_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Say whether Qt would find no display to draw on; elsewhere than on Linux there is one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environ.get(name) for name in named)


def offscreen() -> dict[str, str]:
    """Return the environment in which Qt paints into memory."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


# ---- The virtual environment ----


def set_up() -> None:
    """Make .venv hold what the lock names and this project, if it does not yet."""
    # A moved checkout or another Python makes the old environment unusable.
    wanted = [digest(LOCK, sys.version, sys.base_prefix, ROOT), digest(ROOT / "pyproject.toml")]
    found = STAMP.read_text().split() if STAMP.exists() and PYTHON.exists() else []
    if found == wanted:
        return
    say("Setting up SteadyHands in .venv; the first time this fetches about 150 MB.")
    # No isolation: the builder too comes from the lock, with its hash.
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    if found[:1] != wanted[:1]:
        make_venv()
        pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK))
        quicken = {**os.environ, "SBK_EMBED": "0"}
        subprocess.call([PYTHON, "-c", QUICKEN_QT], env=quicken, stdout=subprocess.DEVNULL)
    pip(*project)
    STAMP.write_text("\n".join(wanted))


def digest(path: Path, *more: object) -> str:
    """Return a hash that changes when the file or anything else given does."""
    return hashlib.sha256(path.read_bytes() + repr(more).encode()).hexdigest()


def make_venv() -> None:
    """Make a fresh .venv, and leave none behind that is only half made."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        # Debian parts these two from its Python.
        install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "make .venv")
        importlib.invalidate_caches()
    import venv

    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(f"Python could not make the virtual environment .venv: {error}")


def pip(*words: str) -> None:
    """Install into .venv, with whatever index and settings the person's pip has."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", *quiet]
    if subprocess.call([PYTHON, "-m", "pip", "install", *options, *words]) != 0:
        sys.exit("Setting up stopped: pip says above what it could not install.")


# ---- System libraries and programs ----


def make_qt_work(environ: Mapping[str, str]) -> None:
    """Leave only if Qt starts in this environment, installing what Debian lacks for it."""
    # Elsewhere than on Linux the wheels carry all they need.
    trouble = qt_trouble(environ) if sys.platform.startswith("linux") else ""
    # Qt asks the X display last, so with Wayland the reason may be a library it missed there.
    if trouble and (not no_display(trouble) or environ.get("WAYLAND_DISPLAY")):
        install(missing(QT_PACKAGES), "show its window")
        trouble = qt_trouble(environ)
    if trouble:
        says = f"Qt, which draws the window, does not start on this system:\n{trouble}"
        sys.exit(NO_SCREEN if no_display(trouble) else says)


def no_display(trouble: str) -> bool:
    """Say whether Qt's trouble is a display that does not answer."""
    return "could not connect to display" in trouble


def qt_trouble(environ: Mapping[str, str]) -> str:
    """Return what Qt says when it cannot start, or nothing."""
    probe = subprocess.run(
        [PYTHON, "-c", QT_PROBE], env=environ, capture_output=True, text=True, errors="replace"
    )
    if probe.returncode == 0:
        return ""
    said = probe.stderr.strip() or f"It ended with code {probe.returncode}."
    return said.splitlines()[-1] if said.startswith("Traceback") else said


def offer_test_programs() -> None:
    """Install the programs some tests drive; those tests are skipped without them."""
    lacking = missing(TEST_PACKAGES)
    if lacking and not (is_root() and apt_get(lacking)):
        say(f"Some tests will be skipped; this lets them run:\n{apt_line(lacking)}")


def missing(packages: str) -> list[str]:
    """Return those a Debian system has not installed, under any name; none elsewhere."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    names = packages.replace("|", " ").split()
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names]
    lines = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    return [p for p in packages.split() if not any(f"{n} installed" in lines for n in p.split("|"))]


def install(packages: Sequence[str], purpose: str) -> None:
    """Install Debian packages as root; anybody else is told what to type, and the program ends."""
    if not packages or (is_root() and apt_get(packages)):
        return
    sys.exit(f"SteadyHands needs this to {purpose}:\n{apt_line(packages)}")


def apt_get(packages: Sequence[str]) -> bool:
    """Install packages with apt-get and say whether that went well."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A source that does not answer matters only if the install then fails.
    succeeds(["apt-get", "update"], environ)
    line = apt_line(packages)
    say(f"Installing what the system lacks: {line}")
    return succeeds([*line.split(), "-o", "DPkg::Lock::Timeout=120"], environ)


def apt_line(packages: Sequence[str]) -> str:
    """Return the one line that installs packages, each under the name this system knows."""
    names = " ".join(map(known, packages))
    return f"{'' if is_root() else 'sudo '}apt-get install -y --no-install-recommends {names}"


def known(package: str) -> str:
    """Return the newer of a package's names ("newer|older") if apt knows it, else the older."""
    newer, _, older = package.partition("|")
    return newer if not older or succeeds(["apt-cache", "show", newer]) else older


def succeeds(command: Sequence[str], environ: Mapping[str, str] | None = None) -> bool:
    """Run a system program unheard and say whether it went well; a missing one did not."""
    if not shutil.which(command[0]):
        return False
    done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode == 0


def is_root() -> bool:
    """Say whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# ---- Running things ----


def step(name: str, command: Sequence[str | Path]) -> int:
    """Run one check under its name and return its code."""
    say(f"\n== {name}")
    return subprocess.call(command, cwd=ROOT)


def become(command: Sequence[str | Path], environ: Mapping[str, str] | None = None) -> int:
    """Turn into another program, so that its signals and code are ours."""
    words = [str(word) for word in command]
    if os.name != "nt":  # where exec would hand the prompt back at once
        os.execve(words[0], words, environ or os.environ)
    return subprocess.call(words, env=environ)


def say(text: str) -> None:
    """Print a line now, ahead of what child processes print."""
    print(text, flush=True)


def too_old(version: Sequence[int]) -> str:
    """Return the sentence for a Python that cannot run SteadyHands."""
    found, needed = (".".join(map(str, v[:2])) for v in (version, OLDEST_PYTHON))
    return f"SteadyHands needs Python {needed} or newer; this is Python {found}."


def main(words: list[str]) -> int:
    """Do what the words ask and return the exit code."""
    commands = {"run": run, "test": test, "shots": shots, "bench": bench}
    if words[:1] and words[0] in commands:
        return commands[words[0]](words[1:])
    say(str(__doc__).strip())
    return 0 if words[:1] in (["-h"], ["--help"]) else 2


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(too_old(sys.version_info[:2]))
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
