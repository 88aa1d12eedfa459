"""What a built wheel holds, and what no committed file says."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# The brackets keep these lines from matching themselves.
REGISTRIES = re.compile(
    r"p[y]pi\.|pythonh[o]sted|anac[o]nda\.(org|com)|n[p]mjs\.|c[r]ates\.io|deb\.d[e]bian\.org"
    r"|index-ur[l]|find-lin[k]s"
)
HOMES = re.compile(r"(?<![\w.])/(home|Us[e]rs)/\w|(?<![\w.])/r[o]ot/|[A-Z]:\\Us[e]rs\\")


def committed_files() -> list[Path]:
    """Return the files git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip(f"git does not list this folder: {listed.stderr.strip()}")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts(paths):
    """Yield each path with its text, leaving out what is not text."""
    for path in paths:
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode("utf-8", errors="replace")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the names in a wheel built from the tree, with no network and no isolation."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def data_files(folder: str) -> list[str]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    names = [path.relative_to(ROOT / folder).as_posix() for path in paths]
    return [name for name in names if "__pycache__" not in name and not name.startswith(".")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("resources", "steadyhands/_resources"),
        ("steadyhands/storage/migrations", "steadyhands/storage/migrations"),
        ("steadyhands", "steadyhands"),
    ],
)
def test_wheel_holds_every_file(wheel, folder, place):
    files = data_files(folder)

    assert files
    assert [name for name in files if f"{place}/{name}" not in wheel] == []


@pytest.mark.slow
def test_wheel_holds_nothing_else(wheel):
    roots = {name.split("/")[0] for name in wheel}

    assert {root for root in roots if not root.endswith(".dist-info")} == {"steadyhands"}


def test_no_committed_file_names_a_package_registry():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts(committed_files())
        if (match := REGISTRIES.search(text))
    ]

    assert not found


def test_no_committed_file_names_a_path_of_this_machine():
    own = re.compile(rf"(?<![\w.]){re.escape(str(ROOT))}(?!\w)")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts(committed_files())
        if (match := own.search(text) or HOMES.search(text))
    ]

    assert not found


def test_lock_pins_everything_with_hashes_and_without_addresses():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", lock.strip()) if entry]

    assert "://" not in lock
    assert not [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    assert "pyside6-essentials==6.11.3 " in lock
