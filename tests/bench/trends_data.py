"""The data behind all charts: quick in a long diary, against one look at every entry?

python -m tests.bench.trends_data [YEARS]      (50 unless said)

Each figure is a ratio of two things measured in turns; the median of the rounds counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta

from steadyhands.domain.measures import MEASURES
from steadyhands.domain.trends import ScatterAsk, Span, TrendAsk, bucket_for
from steadyhands.services.trends import TrendReader
from steadyhands.storage.database import connect_reader
from tests.bench.diary_maker import LAST_DAY, make_diary
from tests.bench.totals import in_turns

ROUNDS = 15
SCAN_GOAL, SPAN_GOAL = 1 / 100, 1.2
RANGES = {"2 weeks": 14, "6 weeks": 42, "6 months": 182, "1 year": 365}
SCAN = (
    "SELECT kind, count(*), sum(at), sum(length(details)), sum(day) FROM entry"
    " WHERE current = 1 AND deleted = 0 GROUP BY kind"
)


def an_ask(span: Span) -> TrendAsk:
    """Return everything that the charts of a span show."""
    scatter = (ScatterAsk("sleep_h"), ScatterAsk("caffeine_mg", lag=1))
    return TrendAsk(
        span,
        tuple(MEASURES),
        bucket_for(span),
        before=span.before(),
        year=span.last.year,
        scatter=scatter,
        week_of=("twitches", "caffeine_mg", "sleep_h"),
    )


def last_days(days: int) -> Span:
    """Return the last days of the diaries that are measured."""
    return Span(LAST_DAY - timedelta(days=days - 1), LAST_DAY)


def whole(path: str) -> Span:
    """Return the range “all” of a diary."""
    found = TrendReader(path).extent()
    assert found is not None
    return found


def scan(path: str) -> None:
    """Read every entry once, which is what charts would do without rollups."""
    connection = connect_reader(path)
    assert connection.execute(SCAN).fetchall()
    connection.close()


def against_a_scan(path: str) -> float:
    """Print and return what all charts of the whole diary cost against a scan."""
    reader, ask = TrendReader(path), an_ask(whole(path))
    ours, theirs = in_turns(lambda: reader.read(ask), lambda: scan(path), rounds=ROUNDS)
    print(f"  all by {ask.bucket}: {ours * 1e3:.1f} ms, a scan of the entries {theirs:.2f} s")
    print(f"  1 / {theirs / ours:.0f}")
    return ours / theirs


def ranges(short: str, long: str) -> float:
    """Print each range's milliseconds in both diaries and return the worst ratio."""
    worst = 0.0
    brief, lengthy = TrendReader(short), TrendReader(long)
    for name, days in RANGES.items():
        ask = an_ask(last_days(days))
        one, many = in_turns(lambda a=ask: brief.read(a), lambda a=ask: lengthy.read(a), rounds=41)  # type: ignore[misc]
        worst = max(worst, many / one)
        print(f"  {name:9} {one * 1e3:6.2f} ms {many * 1e3:6.2f} ms {many / one:5.2f} x")
    one_all, many_all = an_ask(whole(short)), an_ask(whole(long))
    one, many = in_turns(lambda: brief.read(one_all), lambda: lengthy.read(many_all), rounds=41)
    print(f"  all       {one * 1e3:6.2f} ms {many * 1e3:6.2f} ms {many / one:5.2f} x")
    return max(worst, many / one)


def main(years: str = "50") -> int:
    """Measure and say whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = (os.path.join(folder, f"{n}.sqlite") for n in ("short", "long"))
        counts = make_diary(short, 1), make_diary(long, int(years))
        print(f"Diaries of {counts[0]:,} and {counts[1]:,} entries; ranges in each:")
        span = ranges(short, long)
        print(f"Everything of {years} years:")
        share = against_a_scan(long)
    print(f"Worst range {span:.2f} x (goal {SPAN_GOAL}), 1/{1 / share:.0f} of a scan (goal 1/100)")
    return int(span > SPAN_GOAL or share > SCAN_GOAL)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
