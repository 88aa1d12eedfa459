"""Before a visit: choose what the doctor should see, look at the page, take it along."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from steadyhands.ui.report.preview import Sheet
from tests.factory import log_a_day
from tests.stubs import TUESDAY_AFTERNOON


@pytest.fixture
def saving(monkeypatch, tmp_path):
    """Answer the question for a file, and return the folder it lies in."""
    answers = []

    def answer(parent, title, name, kinds):
        answers.append(name)
        return str(tmp_path / Path(name).name), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return tmp_path


@pytest.fixture
def reporting(home, qtbot, saving):
    """Return a person before the report of three weeks."""
    desk = home.desk()
    for back in range(20, 0, -1):
        log_a_day(desk.journal, home.clock.now(), TUESDAY_AFTERNOON - timedelta(days=back))
    desk.close()
    home.settle_in()
    hands = home.open()
    hands.window.show_page("report")
    settled(hands, qtbot)
    return hands


def page(hands):
    return hands.window.page("report")


def settled(hands, qtbot):
    qtbot.waitUntil(lambda: page(hands).is_settled(), timeout=20_000)


def test_the_pages_are_shown_and_turned(reporting):
    assert reporting.reads("Page 1 of 3")
    reporting.click("Next page")
    assert reporting.reads("Page 2 of 3")
    sheet = reporting.window.findChild(Sheet)
    assert "HOW OFTEN" in sheet.accessibleDescription()


def test_what_is_saved_is_what_was_chosen(reporting, qtbot, saving):
    reporting.click("Parts: The 6 hours before")
    reporting.click("Parts: Charts")
    reporting.click("How far back, up to yesterday: 2 weeks")
    settled(reporting, qtbot)
    assert reporting.reads("Page 1 of 1")
    reporting.click("Save as PDF…")
    path = saving / "twitch-diary-2026-03-09.pdf"
    qtbot.waitUntil(path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: reporting.reads("Saved:"))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_name_and_a_question_are_on_the_text(reporting, qtbot):
    reporting.click("Name on the report, if you want one")
    reporting.write("Ann")
    reporting.click("Question 1")
    reporting.write("Is it the coffee?")
    reporting.click("Question 2")
    settled(reporting, qtbot)
    qtbot.waitUntil(lambda: "coffee" in page(reporting)._set.words, timeout=10_000)
    reporting.click("Copy as text")
    copied = QGuiApplication.clipboard().text()
    assert "Ann, " in copied
    assert "- Is it the coffee?" in copied
    assert reporting.reads("The report is on the clipboard as text.")


def test_the_wishes_are_kept_for_the_next_visit(reporting, home, qtbot):
    reporting.click("Parts: My notes")
    reporting.click("Paper: US Letter")
    settled(reporting, qtbot)
    home.close(reporting)
    again = home.open()
    again.window.show_page("report")
    settled(again, qtbot)
    assert again.is_selected("Parts: My notes")
    assert again.is_selected("Paper: US Letter")


def test_a_disk_that_refuses_is_said(reporting, qtbot, saving):
    saving.joinpath("twitch-diary-2026-03-09.html").mkdir()
    reporting.click("Save as web page…")
    qtbot.waitUntil(lambda: reporting.reads("could not be written"), timeout=10_000)
