from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from steadyhands.ui.theme import current_look
from tests.ui.dress import dress, shown
from tests.ui.tabs.food.bench import NOON, Bench


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(scale: float = 1.0, width: int = 1240, wall: datetime = NOON) -> Bench:
        look = current_look()
        if (look.theme.name, look.scale, look.calm) != ("light", scale, True):
            dress(qapp, scale)
        one = Bench(tmp_path, wall)
        made.append(one)
        shown(qtbot, one.tab, width, 820)
        return one

    yield make
    for one in made:
        one.desk.close()
