"""The sample diary: 120 made-up days in a temporary folder, never anybody's own diary."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from steadyhands.domain.sample import sample_entries
from steadyhands.services.desk import Desk
from steadyhands.services.keeper import Keeper
from steadyhands.system.drinks import shipped_drinks
from steadyhands.system.foods import shipped_foods

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.system.clock import Clock


def sample_desk(clock: Clock) -> Desk:
    """Return a desk over a fresh sample diary that ends now; it goes when the process ends.

    `mkdtemp` makes the folder 0700 under a name nobody can foresee.
    """
    folder = tempfile.mkdtemp(prefix="steadyhands-sample-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    keeper = Keeper(os.path.join(folder, "diary.sqlite"), os.path.join(folder, "backups"))
    desk = Desk(keeper, clock, is_sample=True)
    now = desk.now()
    made_up = sample_entries(now, shipped_drinks(), foods=shipped_foods())
    done = desk.journal.log_all(made_up, now)
    desk.journal.session_start = done.act + len(done.entries) - 1  # no Undo takes the sample back
    desk.choices.change(welcomed=True)
    return desk
