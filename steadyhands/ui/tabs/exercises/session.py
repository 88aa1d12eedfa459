"""A routine being followed: the player, its clock, and what became of it in the diary."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from steadyhands.domain.moment import Moment
from steadyhands.domain.routine import player
from steadyhands.domain.routine.player import Playing
from steadyhands.domain.routine.steps import Routine
from steadyhands.domain.routine.view import Cue, cues
from steadyhands.ui.tabs.exercises.presenter import News

if TYPE_CHECKING:
    from steadyhands.ui.tabs.exercises.editor.editor import Work


class Session:
    """Outlives the page that shows it, so that another text size does not end a routine.

    `elapsed` counts seconds and never runs backwards; nothing else moves the routine on.
    `writing` returns what is being written while the editor is open; `news` is what to
    say of a routine that was kept or forgotten.
    """

    def __init__(self, elapsed: Callable[[], float]) -> None:
        self._elapsed = elapsed
        self._told = 0.0
        self.chosen = ""
        self.playing: Playing | None = None
        self.started: Moment | None = None
        self.entry_id = ""
        self.hurt = False
        self.writing: Callable[[], Work] | None = None
        self.news: News | None = None

    @property
    def is_on(self) -> bool:
        """Return whether a routine is being followed, paused or not."""
        return self.playing is not None and not self.playing.is_over

    @property
    def is_running(self) -> bool:
        """Return whether time moves a routine on."""
        return self.playing is not None and self.playing.is_running

    def start(self, routine: Routine, first: str, now: Moment) -> tuple[Cue, ...]:
        """Begin a routine, `first` with one hand; return what is to be heard."""
        self._told = self._elapsed()
        self.chosen, self.started = routine.id, now
        self.entry_id, self.hurt = "", False
        self.playing = player.begin(routine, first)
        return opening(self.playing)

    def tick(self) -> tuple[Cue, ...]:
        """Let the time go by that went by; return what is to be heard."""
        now = self._elapsed()
        went, self._told = now - self._told, now
        return self.act(lambda state: player.advance(state, went))

    def act(self, change: Callable[[Playing], Playing]) -> tuple[Cue, ...]:
        """Change the routine's state; return what is to be heard."""
        if self.playing is None:
            return ()
        before, after = self.playing, change(self.playing)
        if after is before:
            return ()
        self.playing = after
        return cues(before, after)

    def toggle(self) -> tuple[Cue, ...]:
        """Pause, or go on; the time in between does not count."""
        if self.is_running:
            return self.act(player.pause)
        self._told = self._elapsed()
        return self.act(player.resume)

    def clear(self) -> None:
        """Go back to before any start."""
        self.playing = self.started = None
        self.entry_id, self.hurt = "", False


def opening(state: Playing) -> tuple[Cue, ...]:
    """Return the cue of a routine that just began: its first getting ready."""
    step = state.plan.step_of(state.plan.beats[0])
    first = state.plan.beats[0]
    return (Cue(first.phase, "ding", step.name, step.cue, first.side, round(first.length_s)),)
