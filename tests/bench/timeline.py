"""How long a day of 60 events takes to show: CPU a minute's refresh, against a bare repaint."""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from steadyhands.services.sample import sample_desk
from steadyhands.system.clock import Clock
from steadyhands.ui import theme
from steadyhands.ui.widgets.timeline import Timeline
from steadyhands.ui.widgets.timeline_state import build_timeline


def main(rounds: int) -> None:
    """Print the medians of `rounds` refreshes, a minute apart."""
    app = QApplication([])
    theme.apply(app, theme.load_theme("light"))
    desk = sample_desk(Clock())
    now = desk.now()
    day = desk.look.day(now)
    line, bare = Timeline(), QWidget()
    for widget in (line, bare):
        widget.resize(1200, 260)
        widget.show()
    app.processEvents()  # only a shown window paints
    state = build_timeline(day, now, 5.0)
    ours, floor = [], []
    for turn in range(rounds):
        start = time.process_time()
        state = build_timeline(day, now.shifted(turn * 60_000), 5.0, state)
        line.show_state(state, "metric")
        line.plot.repaint()
        middle = time.process_time()
        bare.repaint()
        ours.append((middle - start) * 1000)
        floor.append((time.process_time() - middle) * 1000)
    print(f"{len(day.entries)} entries: {statistics.median(ours):.1f} ms of CPU a refresh")
    print(f"an empty widget's repaint: {statistics.median(floor):.2f} ms")
    desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 31)
