"""A short name for all that a table holds of each day, by which looks are remembered."""

from __future__ import annotations

from hashlib import blake2b

from steadyhands.domain.day_table import DayTable


def row_digests(table: DayTable) -> list[bytes]:
    """Return a digest of all that the table holds of each day."""
    found = {day: blake2b(digest_size=12) for day in table.days}
    columns = (table.twitches, table.left, table.right, table.sleep_told, table.stress_told)
    keys, values = [key for key, _ in table.factors], [column for _, column in table.factors]
    told = zip(table.days, zip(*columns, table.meals, *values, strict=True), strict=True)
    for day, row in told:
        kept = [(k, v) for k, v in zip(keys, row[6:], strict=True) if v is not None]
        found[day].update(repr((day, row[:6], kept)).encode())
    # Of a day that is no row, as that of a sleep's end may be in a cut table, nothing is seen.
    for hour in table.hours:
        if hour.hour // 24 in found:
            found[hour.hour // 24].update(repr(tuple(hour.__dict__.values())).encode())
    for start, end in table.asleep:
        if int(end // 24) in found:
            found[int(end // 24)].update(repr((start, end)).encode())
    for at, minutes in table.active:
        if at // 24 in found:
            found[at // 24].update(repr((at, minutes)).encode())
    return [found[day].digest() for day in table.days]
