"""Everything that was looked at, as rows of text: both days of each factor, hours, the clock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.insight import Finding, Standing
from steadyhands.services.insight import Insight
from steadyhands.ui import insight_words
from steadyhands.ui.charts.table import Table
from steadyhands.ui.widgets.timeline_words import hour_text
from steadyhands.ui.words import capital, number_text


def tr(text: str) -> str:
    """Return a text of this table translated."""
    return QCoreApplication.translate("trends", text)


def insight_table(insight: Insight, units: str) -> Table:
    """Return a row for each finding: what, how sure, compared how, twitches, range, days."""
    headers = (
        tr("What"), tr("How sure"), tr("Compared"), tr("Twitches"), tr("Range that fits"),
        tr("Days"),
    )  # fmt: skip
    standing = insight.standing
    found = [f for f in (*standing.findings, *standing.hours) if f.key not in insight.unlogged]
    rows = [_row(finding, standing, units) for finding in found]
    return Table(headers, (*rows, *_clock(standing)))


def _row(finding: Finding, standing: Standing, units: str) -> tuple[str, ...]:
    level = capital(insight_words.level_text(finding, standing))
    name = insight_words.title(finding)
    if finding.ratio is None or finding.low is None or finding.high is None:
        return name, level, "–", "–", "–", number_text(finding.days)
    return (
        name,
        level,
        capital(insight_words.when(finding, units)),
        insight_words.change_text(finding.ratio),
        insight_words.range_text(finding.low, finding.high),
        number_text(finding.days),
    )


def _clock(standing: Standing) -> list[tuple[str, ...]]:
    """Return the blocks of the day; per hour awake or at the desk, not per day."""
    rows: list[tuple[str, ...]] = []
    for block in standing.clock:
        if block.ratio is None or block.low is None or block.high is None:
            continue
        hours = tr("{0}–{1}").format(hour_text(block.first), hour_text(block.last % 24))
        per = tr("Per hour at the desk") if block.per == "active" else tr("Per awake hour")
        level = capital(insight_words.pattern_names()[block.level])
        fits = insight_words.range_text(block.low, block.high)
        about = insight_words.change_text(block.ratio)
        rows.append((hours, level, per, about, fits, number_text(block.days)))
    return rows
