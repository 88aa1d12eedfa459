"""What the parts of the editor share: how a change is made, the pictures, the click guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from steadyhands.domain.problem import Problem
from steadyhands.ui.tabs.exercises.editor.draft import Draft
from steadyhands.ui.tabs.exercises.editor.pictures import PosePictures
from steadyhands.ui.widgets.click_guard import ClickGuard


class Tools(NamedTuple):
    """`change` changes the draft and shows it anew; it returns why it could not, else None.

    `rebuilt` is called when parts were made or moved: Tab then finds its way anew.
    """

    change: Callable[[Callable[[Draft], Draft]], Problem | None]
    pictures: PosePictures
    guard: ClickGuard
    rebuilt: Callable[[], None]
