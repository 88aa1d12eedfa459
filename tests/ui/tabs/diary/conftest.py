from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.ui.dress import dress, shown
from tests.ui.tabs.diary.bench import Bench


@pytest.fixture
def bench(qtbot, qapp, tmp_path) -> Iterator[Callable[..., Bench]]:
    """Return a function that shows a tab on 15 April 2026, 14:00."""
    made: list[Bench] = []

    def make(
        now: str = "2026-04-15 14:00", scale: float = 1.0, width: int = 1240, guard_ms: int = 0
    ) -> Bench:
        dress(qapp, scale)
        one = Bench(tmp_path, now, guard_ms)
        made.append(one)
        shown(qtbot, one.tab, width, 820)
        return one

    yield make
    for one in made:
        one.close()
