"""Taking the diary out of the program: tables, JSON, FHIR, or a complete copy."""

from __future__ import annotations

import os
from datetime import date

import steadyhands
from steadyhands.domain.day import day_of
from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.domain.value import Value
from steadyhands.exchange.format import Cancelled
from steadyhands.exchange.out import Head, fresh_path
from steadyhands.services import carried
from steadyhands.storage.database import connect_reader, is_current
from steadyhands.storage.diary import Diary
from steadyhands.storage.faults import SaidPlainly
from steadyhands.system.identity import id_of_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steadyhands.domain.entries import Entry
    from steadyhands.services.keeper import Keeper
    from steadyhands.system.clock import Clock

    Days = tuple[date, date]
    Progress = Callable[[int, int], None]
    IsCancelled = Callable[[], bool]

CSV, JSON, LINES, FHIR, COPY = "csv", "json", "jsonl", "fhir", "sqlite"
FORMATS = (CSV, JSON, LINES, FHIR, COPY)
ENDINGS = {CSV: ".zip", JSON: ".json", LINES: ".jsonl", FHIR: ".fhir.json", COPY: ".sqlite"}
_ALSO = {".ndjson": LINES, ".db": COPY, ".fhir": FHIR}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
_TOLD_EVERY = 500


class Exported(Value):
    """What was written: where, how many entries, and how many the format has no place for."""

    path: str
    entries: int
    left_out: int = 0


def format_by_name(path: str) -> str:
    """Return the format that a file's name asks for; empty if it asks for none."""
    name = path.casefold()
    fitting = [key for key, ending in ENDINGS.items() if name.endswith(ending)]
    if name.endswith(tuple(_ALSO)):
        return _ALSO["." + name.rpartition(".")[2]]
    return max(fitting, key=lambda key: len(ENDINGS[key]), default="")


class Exporter:
    """Exports one diary as it stands at one moment, on a connection of its own.

    `progress(done, total)` hears entries; when `cancelled()` turns true the call raises
    `Cancelled` and leaves no file. A file gets its name only once it is whole.
    """

    def __init__(self, keeper: Keeper, clock: Clock) -> None:
        self._keeper = keeper
        self._clock = clock

    def usual_name(self, form: str) -> str:
        """Return a file's name for today, such as `steadyhands-2026-03-10.zip`."""
        return f"steadyhands-{self._clock.now().local():%Y-%m-%d}{ENDINGS[form]}"

    def write(
        self,
        path: str,
        form: str,
        days: Days | None = None,
        progress: Progress = lambda done, total: None,
        cancelled: IsCancelled = lambda: False,
    ) -> Exported:
        """Write the diary to `path` in one of FORMATS, or only some days. Raises Problem."""
        self._check(path, form, days)
        diary = self._open()
        try:
            if form == COPY:
                return self._copy(diary, path, progress, cancelled)
            run = _Run(diary, self._clock, days, progress, cancelled)
            return diary.aside(lambda: run.write(path, form))
        finally:
            diary.close()

    def _check(self, path: str, form: str, days: Days | None) -> None:
        if form not in FORMATS:
            known = ", ".join(FORMATS)
            raise Problem("“{given}” is no format: {known}.", given=form[:40], known=known)
        if days is not None and days[1] < days[0]:
            raise Problem("The last day lies before the first.")
        if days is not None and form == COPY:
            raise Problem("A complete copy holds all days.")
        if os.path.isdir(path):
            raise Problem("{path} is a folder; a file's name is needed.", path=path)
        if os.path.exists(path) and os.path.samefile(path, self._keeper.path):
            raise Problem("{path} is the diary itself. Please choose another name.", path=path)

    def _open(self) -> Diary:
        if not os.path.exists(self._keeper.path):
            raise DiaryUnusable("There is no diary at {path} yet.", path=self._keeper.path)
        connection = connect_reader(self._keeper.path)
        try:
            with SaidPlainly(self._keeper.path):
                if is_current(connection):
                    return Diary(connection, self._keeper.path)
        except BaseException:
            connection.close()
            raise
        connection.close()  # an older version wrote it
        return self._keeper.open(self._clock.now().local())

    def _copy(
        self, diary: Diary, path: str, progress: Progress, cancelled: IsCancelled
    ) -> Exported:
        def told(done: int, total: int) -> None:
            if cancelled():
                raise Cancelled
            progress(done, total)

        with fresh_path(path) as part:
            diary.copy_to(part, told)
        return Exported(path, diary.read(diary.entries.count))


class _Run:
    """One export of one diary, within a transaction that sees one moment of it."""

    def __init__(
        self,
        diary: Diary,
        clock: Clock,
        days: Days | None,
        progress: Progress,
        cancelled: IsCancelled,
    ) -> None:
        self._diary = diary
        self._days = days
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._total = diary.entries.count(days)
        device = str(diary.settings.get("device", ""))
        owner = id_of_record("steadyhands", f"patient|{device}")
        settings = {} if days else carried.to_carry(diary)
        made = clock.now()
        self._head = Head(made, steadyhands.__version__, self._total, settings, owner)

    def write(self, path: str, form: str) -> Exported:
        """Write the file."""
        left_out = 0
        if form == CSV:
            self._tables(path)
        elif form == FHIR:
            from steadyhands.exchange.fhir_out import write_bundle

            left_out = write_bundle(path, self._head, self._entries())
        else:
            from steadyhands.exchange import json_out

            write = json_out.write_lines if form == LINES else json_out.write_document
            write(path, self._head, self._entries())
        return Exported(path, self._total - left_out, left_out)

    def _tables(self, path: str) -> None:
        from steadyhands.exchange.csv_out import write_tables

        starts_at = self._diary.day_starts_at()
        write_tables(
            path,
            self._head,
            self._diary.entries.kinds(),
            self._entries,
            lambda entry: day_of(entry.belongs_at(), starts_at),
        )

    def _entries(self, kinds: Iterable[str] | None = None) -> Iterator[Entry]:
        for entry in self._diary.entries.stream(self._days, kinds):
            yield entry
            self._done += 1
            if self._done % _TOLD_EVERY == 0:
                self._tell()
        self._tell()

    def _tell(self) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(min(self._done, self._total), self._total)
