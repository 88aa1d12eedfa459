"""What a frame of the moving hand costs, against an empty paintEvent of the same size.

Run: python -m tests.bench.hand_motion [rounds]. CPU a frame at 500 x 500, each variant in
turn each round; printed are medians of the milliseconds and of the ratios within a round.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from steadyhands.system.poses import shipped_poses
from steadyhands.ui.widgets.hand_frames import Motion
from steadyhands.ui.widgets.hand_stage import Stand
from steadyhands.ui.widgets.moving_hand import MovingHand

SIZE, FRAMES, ROUNDS, GOAL = 500, 60, 15, 3.5


class Empty(QWidget):
    """Paints nothing."""

    def paintEvent(self, event: object) -> None:
        QPainter(self).end()


def cost(widget: QWidget, step: Callable[[int], object]) -> float:
    """Return the CPU milliseconds of one frame."""
    began = time.process_time()
    for number in range(FRAMES):
        step(number)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return (time.process_time() - began) / FRAMES * 1000


def main(rounds: int) -> None:
    app = QApplication([])
    poses = shipped_poses()
    camera = poses["full_fist"].camera
    ends = [Stand(poses[name].pose, camera) for name in ("spread", "full_fist")]
    hand, empty = MovingHand(), Empty()
    for widget in (hand, empty):
        widget.resize(SIZE, SIZE)
        widget.show()
    hand.set_exercise(ends, "right")
    move = Motion(ends[0], ends[1], "right", seconds=FRAMES / 30)

    def show(number: int) -> None:
        hand.show_motion(move._replace(share=number / FRAMES), ends[1])

    first = cost(hand, show)
    times = [(cost(empty, lambda _: empty.update()), cost(hand, show)) for _ in range(rounds)]
    print(f"empty paintEvent      {median(e for e, _ in times):6.2f} ms a frame")
    print(f"hand, painted anew    {first:6.2f} ms")
    ratio = median(h / e for e, h in times)
    print(f"hand, seen before     {median(h for _, h in times):6.2f} ms, {ratio:.2f} x empty")
    print(f"goal: {GOAL} x")
    QTimer.singleShot(0, app.quit)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)
