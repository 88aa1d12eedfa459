"""Files and zips, read safely."""

from __future__ import annotations

import zipfile

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Cancelled
from steadyhands.exchange.source import Source, pieces
from tests.exchange.reading import a_file


def a_zip(folder, **members):
    path = folder / "some.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return path


def read(source, name):
    return b"".join(pieces(source.open_member(name)))


def test_members_are_read_without_unpacking(tmp_path):
    path = a_zip(tmp_path, a__Data_csv="x,y\n", b="z")

    with Source(path) as source:
        assert source.is_zip
        assert source.members() == ("a/Data_csv", "b")
        assert source.find("data_csv") == ("a/Data_csv",)
        assert read(source, "a/Data_csv") == b"x,y\n"
        assert source.member_head("b", 10) == b"z"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["some.zip"]


def test_names_that_climb_out_are_left_out(tmp_path):
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../a", "/b", "c/../../d", "C:\\e", "..\\f", "good/g", "folder/"):
            archive.writestr(name, "x")

    with Source(path) as source:
        assert source.members() == ("good/g",)


def test_a_bomb_stops_while_it_unfolds(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w") as a:
        for _ in range(80):
            a.write(bytes(1 << 20))

    with Source(path) as source, pytest.raises(Problem, match="unfolds"):
        for _ in pieces(source.open_member("a")):
            pass


def test_a_cut_zip_is_said_to_be_damaged(tmp_path):
    whole = a_zip(tmp_path, a="x" * 5000).read_bytes()

    with (
        Source(a_file(whole[:-30], tmp_path)) as source,
        pytest.raises(Problem, match=r"“download” is damaged, or it was not copied whole"),
    ):
        source.members()


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    heard = []
    path = a_file(bytes(5 << 20), tmp_path)

    def on_read(done, total):
        heard.append((done, total))
        if done > 3 << 20:
            raise Cancelled

    with Source(path, on_read) as source, pytest.raises(Cancelled):
        list(pieces(source.open()))
    assert heard == sorted(heard)
    assert all(total == 5 << 20 for _, total in heard)
    assert len(heard) > 2


@pytest.mark.parametrize("name", ["nothing", "."])
def test_what_is_no_file_is_said(name, tmp_path):
    with pytest.raises(Problem, match="There is no file"):
        Source(tmp_path / name)


def test_an_empty_file_is_said(tmp_path):
    with pytest.raises(Problem, match="empty"):
        Source(a_file(b"", tmp_path))
