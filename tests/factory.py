"""Small builders: say only what a test is about, the rest is ordinary.

`a_twitch()`, `a_coffee()`, … return details for `Journal.log`; `a_moment(...)` the
time; `a_diary(path)` an open diary; `log_a_day(...)` a believable day of entries.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import Any

from steadyhands.domain.entries import CheckIn, Details, Drink, Entry, Note, Sleep, Twitch
from steadyhands.domain.moment import Moment
from steadyhands.services.desk import Desk
from steadyhands.services.journal import Done, Journal
from steadyhands.services.keeper import Keeper
from steadyhands.storage.database import open_database
from steadyhands.storage.diary import Diary
from tests.stubs import TUESDAY_AFTERNOON, FixedClock, moment_of

AN_ID = "0195" + "0" * 8 + "7" + "0" * 3 + "8" + "0" * 15  # a UUIDv7's form


def a_moment(
    hour: int = 14,
    minute: int = 0,
    day: int = 10,
    month: int = 3,
    year: int = 2026,
    offset_min: int = 60,
) -> Moment:
    """Return a moment of 10 March 2026, or of another day, by the wall clock."""
    return moment_of(datetime(year, month, day, hour, minute), offset_min)


def a_twitch(side: str = "right", part: str = "index", **more: Any) -> Twitch:
    return Twitch(side, part, **more)


def a_water(ml: float = 250) -> Drink:
    return Drink("Water", ml, ml, preset="water")


def a_coffee(ml: float = 240, caffeine_mg: float = 96) -> Drink:
    return Drink("Coffee", ml, round(ml * 0.99), caffeine_mg, preset="coffee")


def a_beer(ml: float = 330) -> Drink:
    return Drink("Beer", ml, round(ml * 0.93), alcohol_g=13, preset="beer")


def a_checkin(stress: int | None = 4, **more: Any) -> CheckIn:
    return CheckIn(stress, **more)


def a_night(quality: int | None = 3) -> Sleep:
    return Sleep(quality)


def an_entry(details: Details | None = None, at: Moment | None = None, **more: Any) -> Entry:
    """Return a twitch of 14:00, or another entry, outside any diary."""
    return Entry(more.pop("id", AN_ID), at or a_moment(), details or a_twitch(), **more)


def a_diary(path: str | os.PathLike[str]) -> Diary:
    """Open (and if need be make) the diary at `path`; the caller closes it."""
    return Diary(open_database(os.fspath(path)), os.fspath(path))


def a_keeper(folder: str | os.PathLike[str]) -> Keeper:
    """Return the keeper of a diary in `folder`, not opened yet."""
    path = os.path.join(folder, "diary.sqlite")
    return Keeper(path, os.path.join(folder, "backups"))


def a_desk(folder: str | os.PathLike[str], clock: FixedClock | None = None) -> Desk:
    """Return an open desk over a diary in `folder`, on a clock that stands still."""
    return Desk(a_keeper(folder), clock or FixedClock())


def log_a_night(journal: Journal, now: Moment, woke: datetime, hours: float = 7.5) -> Done:
    """Log a sleep that ended at `woke` by the clock of `now`."""
    until = moment_of(woke, now.offset_min)
    at = until.shifted(-round(hours * 3_600_000))
    return journal.log(a_night(), at, now, until=until)


def log_a_day(journal: Journal, now: Moment, day: datetime = TUESDAY_AFTERNOON) -> list[Done]:
    """Log a night, two coffees, a glass of water, three twitches, a check-in and a note."""
    midnight = day.replace(hour=0, minute=0)

    def at(hours: float) -> Moment:
        return moment_of(midnight + timedelta(hours=hours), now.offset_min)

    done = [log_a_night(journal, now, midnight + timedelta(hours=6.75))]
    pieces: list[tuple[Details, float, str]] = [
        (a_coffee(), 7.5, ""),
        (a_twitch(), 9, ""),
        (a_water(), 9.25, ""),
        (a_coffee(), 10, ""),
        (a_twitch("left", "thumb", doing="typing", felt="flutter"), 10.5, "while typing"),
        (a_checkin(tiredness=3, symptoms=("stiffness",)), 12, ""),
        (Note(), 12.5, "Long morning."),
        (a_twitch("right", "ring", strength=2), 13, ""),
    ]
    done += [journal.log(details, at(hour), now, note=note) for details, hour, note in pieces]
    return done


def without_sync(diary: Diary) -> Diary:
    """Return the diary made quick: for tests of thousands of acts, not of power cuts."""
    diary.totals._connection.execute("PRAGMA synchronous = OFF")
    return diary
