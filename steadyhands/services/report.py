"""The clinician report: reads the diary's days, and sets them on paper, as a page, as text."""

from __future__ import annotations

import os
from datetime import date, timedelta

from steadyhands.domain.allowed import reference_bar
from steadyhands.domain.day import day_of
from steadyhands.domain.moment import DAY_MS, epoch_day
from steadyhands.domain.problem import Problem
from steadyhands.domain.report_parts import PARTS_OF_REPORT, USUAL_PARTS
from steadyhands.domain.value import Value
from steadyhands.report import background, before, findings, pages, twitching
from steadyhands.report.content import Report, Section
from steadyhands.report.period import Period
from steadyhands.services.insight import InsightReader
from steadyhands.services.profile import ProfileBook
from steadyhands.storage.database import connect_reader
from steadyhands.storage.diary import Diary
from steadyhands.storage.faults import SaidPlainly
from steadyhands.system.medicines import shipped_medicines
from steadyhands.system.poses import shipped_poses
from steadyhands.system.redflags import shipped_safety
from steadyhands.system.resources import read_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from steadyhands.domain.entries import Entry
    from steadyhands.services.insight import Insight

WEEKS, WEEKS_MOST = 12, 520
STANDING = "Self-reported with SteadyHands, a diary on the person's own computer; not a diagnosis."
METHOD = (
    "Logged by the person, mostly by one click as it happens; what went unlogged is unknown. "
    "Days without any entry are left out, never zero.",
    "Medians with the middle half of days; drinks and foods from tables of typical contents; "
    "ranges are 95 % ranges. Nothing was measured.",
)


class ReportAsk(Value):
    """What a report is about: days, the parts to show, and words of the person's own."""

    first: date
    last: date
    include: tuple[str, ...] = USUAL_PARTS
    person: str = ""
    questions: tuple[str, ...] = ()
    paper: str = "a4"

    def check(self) -> None:
        """Days in order and no more than ten years, known parts, a name of 80 letters."""
        if self.last < self.first:
            raise Problem("The last day lies before the first. Please check the two.")
        if (self.last - self.first).days >= WEEKS_MOST * 7:
            raise Problem("A report covers at most ten years.")
        for part in self.include:
            if part not in PARTS_OF_REPORT:
                known = ", ".join(PARTS_OF_REPORT)
                raise Problem("“{given}” is no part of a report: {known}.", given=part, known=known)
        if len(self.person) > 80 or len(self.questions) > 12:
            raise Problem("A name has at most 80 letters, and there are at most 12 questions.")


def last_weeks(weeks: int, today: date) -> tuple[date, date]:
    """Return the first and last day of the weeks that end yesterday: today is not over."""
    if not 1 <= weeks <= WEEKS_MOST:
        raise Problem("A report covers 1 to {most} weeks.", most=WEEKS_MOST)
    last = today - timedelta(days=1)
    return last - timedelta(days=7 * weeks - 1), last


class ReportDesk:
    """Makes reports of the diary at `path`; any thread may call it."""

    def __init__(self, path: str, reader: InsightReader | None = None) -> None:
        self._path = path
        self._reader = reader or InsightReader(path)

    def report(self, ask: ReportAsk) -> Report:
        """Return the report's content. Raises Problem when the diary cannot be read."""
        return self._in_one_look(lambda diary: self._told(diary, ask))

    def pdf(self, ask: ReportAsk) -> bytes:
        """Return the report as a tagged PDF."""
        from steadyhands.report.pdf import pdf

        return pdf(self.report(ask), _template())

    def pictures(self, ask: ReportAsk, ppi: float) -> list[bytes]:
        """Return the report's pages as PNG."""
        from steadyhands.report.pdf import page_pictures

        return page_pictures(self.report(ask), _template(), ppi)

    def html(self, ask: ReportAsk) -> str:
        """Return the report as one HTML file without anything from elsewhere."""
        from steadyhands.report.html import html

        return html(self.report(ask))

    def text(self, ask: ReportAsk) -> str:
        """Return the report as plain text, for a portal's message."""
        from steadyhands.report.text import text

        return text(self.report(ask))

    def _told(self, diary: Diary, ask: ReportAsk) -> Report:
        starts_at = diary.day_starts_at()
        entries = _between(diary, ask.first - timedelta(days=2), ask.last)
        period = Period(entries, ask.first, ask.last, starts_at)
        earlier = [e for e in entries if day_of(e.belongs_at(), starts_at) < ask.first]
        sections = self._sections(diary, ask, period, earlier)
        return Report(
            "Finger-twitch diary",
            ask.person.strip(),
            ask.first,
            ask.last,
            STANDING,
            tuple(sections),
            METHOD,
            ask.paper,
        )

    def _sections(
        self, diary: Diary, ask: ReportAsk, period: Period, earlier: list[Entry]
    ) -> list[Section]:
        profile = ProfileBook(diary).read()
        pose = shipped_poses()["spread"].pose
        minerals = reference_bar("magnesium", profile).shown
        insight = self._insight(ask)
        standing = insight.standing
        rising = next((each for each in standing.rising if not each.side), None)
        found: list[Section | None] = [
            *twitching.first_page(period, pose, rising),
            background.background(period, minerals),
            background.symptoms(period, {flag.id: flag.sign for flag in shipped_safety().flags}),
            background.about(profile, {each.id: each.name for each in shipped_medicines()}),
            background.questions(ask.questions),
            findings.plan(insight.runs, standing),
            findings.insight(standing),
            pages.charts(period, findings.phases(insight.runs, ask.first, ask.last)),
            before.before(period, earlier),
            background.notes(period),
        ]
        always = ("often", "questions")
        return [s for s in found if s is not None and s.key in (*ask.include, *always)]

    def _insight(self, ask: ReportAsk) -> Insight:
        """Return what was known once the last day was over."""
        return self._reader.insight(ask.last + timedelta(days=1), date.min)

    def _in_one_look(self, look: Callable[[Diary], Report]) -> Report:
        connection = connect_reader(self._path)
        try:
            with SaidPlainly(self._path):
                connection.execute("BEGIN")
                return look(Diary(connection, self._path))
        finally:
            connection.close()


def _between(diary: Diary, first: date, last: date) -> list[Entry]:
    """Return all entries of some days, with those around them that may belong to them."""
    start_ms, end_ms = (epoch_day(first) - 2) * DAY_MS, (epoch_day(last) + 3) * DAY_MS
    store = diary.entries
    return store.between(store.kinds(), start_ms, end_ms)


def _template() -> str:
    return read_resource("report", "clinician.typ")


def keep_report(path: str, made: bytes) -> None:
    """Write a report whole or not at all. Raises Problem when the disk does not take it."""
    try:
        with open(path + ".part", "wb") as file:
            file.write(made)
        os.replace(path + ".part", path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(
            "The report could not be written to {path}: {reason}.", path=path, reason=reason
        ) from error
