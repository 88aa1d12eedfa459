"""What a session leaves in the diary, and how it stands there now."""

from __future__ import annotations

from collections.abc import Callable

from steadyhands.domain.entries import Details, Entry, RoutineSession
from steadyhands.domain.hand import SIDES, UNSURE
from steadyhands.domain.moment import Moment
from steadyhands.domain.practice import Symptom
from steadyhands.domain.routine.player import Playing, held_s
from steadyhands.services.journal import Done, Journal
from steadyhands.services.look import Look
from steadyhands.services.routines import session_of
from steadyhands.ui.acts import Acts
from steadyhands.ui.tabs.exercises.session import Session


class Record:
    """Writes a session down once, amends how it felt, and reads it again."""

    def __init__(
        self,
        session: Session,
        journal: Journal,
        look: Look,
        acts: Acts,
        clock: Callable[[], Moment],
    ) -> None:
        self._session = session
        self._journal = journal
        self._look = look
        self._acts = acts
        self._clock = clock

    def keep(self, state: Playing, hurt: bool) -> None:
        """Write down what was held, if anything, and what hurt, as one act."""
        session, now = self._session, self._clock()
        session.hurt = hurt
        started = session.started or now
        at = started if started.utc_ms <= now.utc_ms else now  # a clock may have been set back
        if held_s(state) > 0:
            done = session_of(state, hurt=hurt)
            if not hurt:
                self._acts.perform(lambda: self._journal.log(done, at, now, now), self._on_kept)
                return
            pieces: list[tuple[Details, Moment, Moment | None, str]] = [(done, at, now, "")]
        else:
            pieces = []
        if hurt:
            pieces.append((_pain(state), now, None, ""))
            self._acts.perform(lambda: self._journal.log_all(pieces, now), self._on_kept)

    def _on_kept(self, done: Done) -> None:
        found = (e.id for e in done.entries if isinstance(e.details, RoutineSession))
        self._session.entry_id = next(found, "")

    def entry(self) -> Entry | None:
        """Return the session's entry as the diary has it now."""
        if not self._session.entry_id or self._session.started is None:
            return None
        day = self._look.day(self._session.started)
        found = (e for e in day.of_kind("routine") if e.id == self._session.entry_id)
        return next(found, None)

    def kept(self) -> RoutineSession | None:
        """Return what the entry says."""
        entry = self.entry()
        details = entry.details if entry is not None else None
        return details if isinstance(details, RoutineSession) else None

    def amend_felt(self, felt: str) -> None:
        """Add how the hands feel afterwards, or take that back."""
        entry = self.entry()
        if entry is not None:
            details, now = entry.details.replaced(felt=felt), self._clock()
            self._acts.perform(lambda: self._journal.amend(entry.id, now, details=details))


def _pain(state: Playing) -> Symptom:
    beat = state.plan.beats[min(state.beat, len(state.plan.beats) - 1)]
    side = beat.side if beat.side in SIDES else UNSURE
    return Symptom("pain", side, during=state.plan.routine.id)
