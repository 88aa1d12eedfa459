"""A program of its own that logs: python -m tests.storage.writer DIARY COUNT [WAIT_MS [LIKE]]

LIKE `window` leaves checkpoints alone, as the window does. Prints `ready`, then the
id of each entry once it is in the diary, and `refused: <sentence>` for a Problem, after
which it goes on. COUNT 0 logs for ever. Each line goes out in one write, so that
killing it loses none.
"""

from __future__ import annotations

import os
import sys
from itertools import count

from steadyhands.domain.problem import Problem
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from tests.factory import a_coffee, a_moment, a_twitch
from tests.stubs import FixedClock


def main(path: str, most: str, wait_ms: str = "5000", like: str = "command line") -> None:
    """Log as the words say."""
    keeper = Keeper(path, os.path.join(os.path.dirname(path), "backups"))
    try:
        desk = Desk(keeper, FixedClock(), int(wait_ms))
    except Problem as problem:
        say(f"not opened: {problem}")
        return
    if like == "window":
        desk.keep_quick()
    say("ready")
    details = [a_twitch("left"), a_coffee()]
    for number in range(int(most)) if int(most) else count():
        try:
            done = desk.journal.log(details[number % 2], a_moment(13), desk.now())
        except Problem as problem:
            say(f"refused: {problem}")
        else:
            say(done.entry.id)
    desk.close()
    say("closed")


def say(line: str) -> None:
    """Write a line past any buffer that would die with this process."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
