"""The plan reaches the charts."""

from __future__ import annotations

from datetime import date

from steadyhands.domain.trends import Span, TrendAsk
from steadyhands.services.trends import TrendReader
from tests.factory import a_desk
from tests.stubs import FixedClock


def test_the_reader_brings_the_plan_up_to_the_last_day(tmp_path):
    clock = FixedClock()
    desk = a_desk(tmp_path, clock)
    reader = TrendReader(desk.keeper.path)
    ask = TrendAsk(Span(date(2026, 3, 1), date(2026, 3, 15)))
    assert reader.read(ask).course.phases == ()
    for act, days in (("start", 4), ("pause", 20)):
        now = clock.now()
        more = ("baseline",) if act == "start" else ()
        desk.journal.log(getattr(desk.plan, act)(*more, now=now), now, now)
        clock.pass_minutes(days * 24 * 60)
    found = reader.read(ask).course
    assert [(p.step, p.first.day, p.last.day) for p in found.phases] == [("baseline", 11, 13)]
    assert [(s.first.day, s.last.day) for s in found.paused] == [(14, 15)]
    desk.close()
