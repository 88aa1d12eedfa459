import pytest

from steadyhands.cli.table import REPORT_PARTS
from steadyhands.domain.report_parts import PARTS_OF_REPORT
from tests.cli.shell import Shell


@pytest.fixture
def shell(tmp_path, capsys):
    return Shell(tmp_path / "diary", capsys)


def test_the_words_for_parts_are_the_reports():
    assert REPORT_PARTS == PARTS_OF_REPORT


def test_a_report_is_written_by_the_files_ending(shell, tmp_path):
    for name, start in (("r.pdf", b"%PDF"), ("r.html", b"<!doctype"), ("r.txt", b"Finger")):
        said = shell.type("report", "-o", str(tmp_path / name), "--weeks", "2")
        assert said == f"A report of 14 days is in {tmp_path / name}"
        assert (tmp_path / name).read_bytes().startswith(start)
    assert not list(tmp_path.glob("*.part"))


def test_without_a_file_it_is_text(shell):
    shell.type("log", "twitch", "right", "index", "--at", "yesterday 10:00")
    said = shell.type("report", "--include", "where", "--name", "Ann", "--ask", "Why?")
    assert "right index finger 100" in said
    assert "Ann, " in said
    assert "- Why?" in said
    assert "TIME OF DAY" not in said


def test_what_cannot_be_is_said(shell, tmp_path):
    assert ".pdf, .html, .txt" in shell.refused("report", "-o", "report.docx")
    assert "1 to 520 weeks" in shell.refused("report", "--weeks", "0")
    assert "whole number" in shell.refused("report", "--weeks", "many")
    assert "horoscope" in shell.refused("report", "--include", "horoscope")
    gone = tmp_path / "nowhere" / "r.txt"
    assert "could not be written" in shell.refused("report", "--output", str(gone))
