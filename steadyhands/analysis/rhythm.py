"""When in the day, and doing what: rates per awake or active hour, and shares without a cause."""

from __future__ import annotations

import numpy as np
from scipy.special import stdtr, stdtrit

from steadyhands.analysis.gls import Effect
from steadyhands.analysis.hours import Hours
from steadyhands.analysis.noise import Floats
from steadyhands.domain.day_table import DayTable
from steadyhands.domain.insight import Share
from steadyhands.domain.value import Value

BLOCKS = ((6, 12), (12, 18), (18, 24))
MARGIN = float(np.log(1.25))
"""A block within 1/1.25 to 1.25 of the rest is no pattern worth a word."""

P_CLAIM = 0.005
DAYS_NEEDED, TWITCHES_NEEDED, EACH_NEEDED = 21, 30, 10
SHARES_NEED = 20


class Block(Value):
    """One block of the clock against the rest; `p` is that of a ratio outside the margin, times 3.

    `effect` is None while too little is known; `per` is what an hour is, "awake" or "active".
    """

    first: int
    last: int
    days: int
    twitches: int
    per: str
    effect: Effect | None = None
    p: float = 1.0


def clock_blocks(table: DayTable, hours: Hours | None = None) -> list[Block]:
    """Return the blocks of the day; per active hour where desk time is known on enough days."""
    hours = hours or Hours(table)
    if not len(hours):
        return []
    exposure, counts, per = hours.awake, hours.of("twitches"), "awake"
    active = hours.active(table)
    told = active.sum(axis=1) > 0
    if told.sum() >= DAYS_NEEDED:
        exposure, counts, per = active[told], (counts * (active > 0))[told], "active"
    return [_block(hours.clock, exposure, counts, block, per) for block in BLOCKS]


def _block(
    clock: Floats, exposure: Floats, counts: Floats, block: tuple[int, int], per: str
) -> Block:
    inside = (clock >= block[0]) & (clock < block[1])
    c = [counts[:, inside].sum(axis=1), counts[:, ~inside].sum(axis=1)]
    t = [exposure[:, inside].sum(axis=1), exposure[:, ~inside].sum(axis=1)]
    n, total = len(counts), int(counts.sum())
    found = Block(block[0], block[1], n, total, per)
    enough = n >= DAYS_NEEDED and total >= TWITCHES_NEEDED
    if not enough or min(part.sum() for part in c) < EACH_NEEDED or min(x.sum() for x in t) <= 0:
        return found
    pull = c[0] / c[0].sum() - t[0] / t[0].sum() - c[1] / c[1].sum() + t[1] / t[1].sum()
    se = float(np.sqrt((pull**2).sum() * n / (n - 1)))
    ratio = float(np.log(c[0].sum() / t[0].sum()) - np.log(c[1].sum() / t[1].sum()))
    beyond = (abs(ratio) - MARGIN) / max(se, 1e-9)
    p = min(1.0, len(BLOCKS) * 2 * float(stdtr(n - 1, -beyond)))
    return found.replaced(effect=Effect(ratio, max(se, 1e-9), n - 1), p=p)


def shares(table: DayTable) -> tuple[Share, ...]:
    """Return each tag's share of the twitches that have a tag of its kind, most frequent first.

    How long somebody typed or rested is not known, so a share is no rate and names no cause.
    """
    if not table.days:
        return ()
    place = {day: row for row, day in enumerate(table.days)}
    counts: dict[str, Floats] = {}
    for day, tag, count in table.tags:
        counts.setdefault(tag, np.zeros(len(place)))[place[day]] += count
    kinds = sorted({tag.partition(":")[0] for tag in counts})
    found: list[Share] = []
    for kind in kinds:
        alike = {tag: c for tag, c in counts.items() if tag.startswith(f"{kind}:")}
        told = np.sum(list(alike.values()), axis=0)
        if told.sum() >= SHARES_NEED:
            those = [_share(tag, c, told) for tag, c in sorted(alike.items())]
            found += sorted(those, key=lambda share: (-share.count, share.tag))
    return tuple(found)


def _share(tag: str, count: Floats, told: Floats) -> Share:
    """Return a share with its range, clustered by day, on the logit scale."""
    n, of = int(count.sum()), int(told.sum())
    share, days = n / of, int((told > 0).sum())
    near = (n + 0.5) / (of + 1)
    pull = (count - share * told) / of
    by_day = float((pull**2).sum()) * days / max(days - 1, 1)
    se = max(by_day, near * (1 - near) / of) ** 0.5 / (near * (1 - near))
    half = se * float(stdtrit(max(days - 1, 1), 0.975))
    middle = np.log(near / (1 - near))
    low, high = (float(1 / (1 + np.exp(-(middle + d)))) for d in (-half, half))
    return Share(tag, n, of, share, low, high)
