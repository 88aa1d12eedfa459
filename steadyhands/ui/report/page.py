"""The clinician report: choose what goes in, see the pages, save or copy them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from steadyhands.domain.entries import KINDS
from steadyhands.domain.moment import Moment
from steadyhands.domain.problem import Problem
from steadyhands.services.look import Look
from steadyhands.services.report import ReportAsk, ReportDesk, keep_report
from steadyhands.services.report_wishes import ReportBook
from steadyhands.ui.acts import Acts
from steadyhands.ui.documents import in_documents
from steadyhands.ui.report.chooser import Chooser
from steadyhands.ui.report.preview import Preview
from steadyhands.ui.signals import Signals
from steadyhands.ui.tab import Tab
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.widgets.announce import announce
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card, label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.columns import Columns
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.scroll_page import ScrollPage
from steadyhands.ui.words import problem_text

PREVIEW_PPI = 130.0

AskForFile = Callable[[QWidget, str, str], str]


def ask_for_file(parent: QWidget, name: str, kinds: str) -> str:
    """Return the path a person chose, "" if none."""
    return QFileDialog.getSaveFileName(parent, "", in_documents(name), kinds)[0]


class _Set(NamedTuple):
    """Pages that were set, and for what."""

    ask: ReportAsk
    pages: list[bytes]
    words: str


class ReportPage(Tab):
    """Every choice sets the pages anew, beside the window; what is saved is what is shown."""

    SUBJECTS: ClassVar[frozenset[str]] = frozenset({*KINDS, "settings"})

    def __init__(
        self,
        *,
        look: Look,
        book: ReportBook,
        desk: ReportDesk,
        acts: Acts,
        tasks: Tasks,
        signals: Signals,
        clock: Callable[[], Moment],
        guard: ClickGuard,
        ask_file: AskForFile = ask_for_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(signals, parent)
        self._look, self._book, self._desk = look, book, desk
        self._acts, self._tasks, self._signals = acts, tasks, signals
        self._clock, self._ask_file = clock, ask_file
        self._asked: ReportAsk | None = None
        self._set: _Set | None = None
        self.chooser = Chooser(guard)
        self.preview = Preview(guard)
        self.pdf = GuardedButton(self.tr("Save as PDF…"), "primary", guard)
        self.html = GuardedButton(self.tr("Save as web page…"), "secondary", guard)
        self.copy = GuardedButton(self.tr("Copy as text"), "secondary", guard)
        self.back = GuardedButton(self.tr("To the diary"), "quiet", guard)
        self.said = label("", "muted")
        self._build()
        self._connect()

    def _build(self) -> None:
        page = ScrollPage()
        columns = Columns(least=400)
        columns.add(self.chooser, 4)
        columns.add(self.preview, 6)
        page.body.addWidget(self._top())
        page.body.addWidget(columns)
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _top(self) -> Card:
        card = Card()
        card.head_a_page()
        card.set_title(
            self.tr("Report for a clinician"),
            self.tr(
                "One page first, to be read in two minutes; then charts. It is made on this "
                "computer, and goes only where you take it."
            ),
        )
        buttons = FlowLayout(gap=8)
        for button in (self.pdf, self.html, self.copy, self.back):
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        card.body.addWidget(self.said)
        self.said.hide()
        return card

    def _connect(self) -> None:
        self.chooser.wished.connect(self._on_wished)
        self.pdf.pressed_once.connect(self._on_pdf)
        self.html.pressed_once.connect(self._on_html)
        self.copy.pressed_once.connect(self._on_copy)
        self.back.pressed_once.connect(lambda: self._signals.page_asked.emit("diary", None))

    def refresh(self) -> None:
        """Show the wishes and have the pages set."""
        wishes = self._book.read()
        self.chooser.show_wishes(wishes, usual_paper())
        self._ask_for(wishes.ask(self._look.day_of(self._clock()), usual_paper()))

    def on_minute(self) -> None:
        """Days are what counts here: a new one is shown when the page is next opened."""

    def is_settled(self) -> bool:
        """Return whether the pages shown are those asked for."""
        return self._set is not None and self._set.ask == self._asked

    def _ask_for(self, ask: ReportAsk) -> None:
        self._asked = ask
        self.preview.show_setting()

        def work() -> object:
            if ask != self._asked:  # another wish came meanwhile
                return None
            try:
                return _Set(ask, self._desk.pictures(ask, PREVIEW_PPI), self._desk.text(ask))
            except Problem as problem:
                return problem

        self._tasks.run(work, self._on_set)

    def _on_set(self, made: object) -> None:
        if isinstance(made, Problem):
            self.preview.show_problem(problem_text(made))
        elif isinstance(made, _Set) and made.ask == self._asked:
            self._set = made
            self.preview.show_pages(made.pages, made.words)

    def _on_wished(self, wished: dict[str, object]) -> None:
        self._acts.perform(lambda: self._book.change(**wished))

    def _on_pdf(self) -> None:
        self._save(".pdf", self.tr("PDF (*.pdf)"), lambda ask: self._desk.pdf(ask))

    def _on_html(self) -> None:
        kinds = self.tr("Web page (*.html)")
        self._save(".html", kinds, lambda ask: self._desk.html(ask).encode())

    def _save(self, ending: str, kinds: str, make: Callable[[ReportAsk], bytes]) -> None:
        ask = self._asked
        if ask is None:
            return
        path = self._ask_file(self, _file_name(ask.last) + ending, kinds)
        if not path:
            return
        if not path.casefold().endswith(ending):
            path += ending
        self.say(self.tr("Saving…"))

        def work() -> object:
            try:
                keep_report(path, make(ask))
            except Problem as problem:
                return problem
            return path

        self._tasks.run(work, self._on_saved)

    def _on_saved(self, saved: object) -> None:
        if isinstance(saved, Problem):
            self.say(problem_text(saved))
        else:
            self.say(self.tr("Saved: {0}").format(saved))

    def _on_copy(self) -> None:
        if self._set is not None:
            QGuiApplication.clipboard().setText(self._set.words)
            self.say(self.tr("The report is on the clipboard as text."))

    def say(self, said: str) -> None:
        """Say a line under the buttons, and aloud."""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        announce(self.said, said)


def usual_paper() -> str:
    """Return the paper that the locale's printers hold."""
    us = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return "us-letter" if us else "a4"


def _file_name(last: date) -> str:
    return f"twitch-diary-{last.isoformat()}"
