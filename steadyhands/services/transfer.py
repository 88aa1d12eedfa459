"""Bringing other programs' files into the diary: look first, then bring in, or take back."""

from __future__ import annotations

from contextlib import ExitStack, closing

from steadyhands.domain.changes import SETTINGS_CHANGED, Changes
from steadyhands.domain.entries import Entry, clean_text
from steadyhands.domain.problem import Problem
from steadyhands.exchange.format import Cancelled as Cancelled
from steadyhands.exchange.format import Options, Passed, Refused, SettingsFound
from steadyhands.exchange.formats import format_by_key, format_of
from steadyhands.exchange.source import Source
from steadyhands.exchange.targets import check_target
from steadyhands.services import carried
from steadyhands.services.arrival import Brought, PastImport, Preview, Wishes
from steadyhands.services.drinks import DrinkBook
from steadyhands.services.journal import AHEAD_MS, Done, device_of
from steadyhands.services.many import take_back
from steadyhands.services.past_imports import ImportList
from steadyhands.storage.entries import Act
from steadyhands.storage.incoming import Staged
from steadyhands.system.identity import id_of_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steadyhands.domain.moment import Moment
    from steadyhands.exchange.format import Format, Item, Row, Subject
    from steadyhands.services.keeper import Keeper
    from steadyhands.storage.diary import Diary
    from steadyhands.storage.incoming import Incoming, Told
    from steadyhands.system.clock import Clock

    Progress = Callable[[int, int], None]
    IsCancelled = Callable[[], bool]

PATIENCE_MS = 10_000  # how long it waits for another program that writes
BATCH = 2000
MOST_SHOWN = 500
SAMPLE = 50
_RAW_KEPT = 120


def _no_progress(done: int, total: int) -> None:
    pass


def _never() -> bool:
    return False


class Importer:
    """Imports into one diary, on a connection of its own: any thread may call it.

    `progress(done, total)` hears bytes of the file; when `cancelled()` turns true the call
    raises `Cancelled`. Other failures are Problems. In each case the diary is as it was.
    Others can write to it until, at the very end, rows move into it: about three seconds for
    each 100,000 entries.
    """

    def __init__(self, keeper: Keeper, clock: Clock) -> None:
        self._keeper = keeper
        self._clock = clock

    def subjects(self, path: str, wishes: Wishes | None = None) -> tuple[Format, list[Subject]]:
        """Return a file's format, and the trackers in it with what each may become."""
        with self._run(path, wishes or Wishes(), _no_progress, _never) as run:
            return run.format, list(run.format.subjects(run.source, run.options))

    def look(
        self,
        path: str,
        wishes: Wishes | None = None,
        progress: Progress = _no_progress,
        cancelled: IsCancelled = _never,
        report: str = "",
    ) -> Preview:
        """Return what a file would bring; nothing is changed.

        `report` is a path at which every row and what becomes of it is written as CSV.
        """
        with self._run(path, wishes or Wishes(), progress, cancelled) as run:
            run.stage()
            return run.preview(report)

    def bring_in(
        self,
        path: str,
        wishes: Wishes | None = None,
        progress: Progress = _no_progress,
        cancelled: IsCancelled = _never,
        report: str = "",
    ) -> Brought:
        """Bring a file in as one act, all that can come or nothing."""
        with self._run(path, wishes or Wishes(), progress, cancelled) as run:
            run.stage()
            preview = run.preview(report)
            if cancelled():
                raise Cancelled
            return run.write(preview)

    def imports(self) -> list[PastImport]:
        """Return the imports that were made, newest first."""
        diary = self._open()
        try:
            return ImportList(diary).all()
        finally:
            diary.close()

    def take_back(self, act: int) -> Done | None:
        """Take back an import however long ago; what was changed since stays. None: all did."""
        diary = self._open()
        try:
            return take_back(diary, act, self._clock.now(), leave_changed=True)
        finally:
            diary.close()

    def _open(self) -> Diary:
        return self._keeper.open(self._clock.now().local(), PATIENCE_MS)

    def _run(self, path: str, wishes: Wishes, progress: Progress, cancelled: IsCancelled) -> _Run:
        def on_read(done: int, total: int) -> None:
            if cancelled():
                raise Cancelled
            progress(done, total)

        with ExitStack() as opened:
            source = opened.enter_context(Source(path, on_read))
            found = format_by_key(wishes.format) if wishes.format else format_of(source)
            diary = opened.enter_context(closing(self._open()))
            presets = tuple(DrinkBook(diary).presets())
            for target in wishes.targets.values():
                check_target(target, presets)
            options = Options(self._clock.at_local, wishes.targets, presets, wishes.answers)
            run = _Run(diary, source, found, options, self._clock.now(), wishes.restore)
            run.held = opened.pop_all()
            return run


class _Run:
    """One file on its way into one diary."""

    def __init__(
        self,
        diary: Diary,
        source: Source,
        found: Format,
        options: Options,
        now: Moment,
        restore: bool,
    ) -> None:
        self.source = source
        self.format = found
        self.options = options
        self._diary = diary
        self._now = now
        self._restore = restore
        self._incoming: Incoming = diary.incoming
        self._past = ImportList(diary)
        self._passed: dict[str, int] = {}
        self._refused: list[Refused] = []
        self._settings: dict[str, object] = {}
        self._sample: list[Entry] = []
        self.held = ExitStack()

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.held.close()

    def stage(self) -> None:
        """Read the whole file into the staging and compare it with the diary."""
        diary = self._diary
        acts = diary.read(self._past.acts)
        day_starts_at = diary.day_starts_at()

        def act() -> None:
            self._incoming.open(acts)
            batch: list[Staged] = []
            for staged in self._entries():
                batch.append(staged)
                if len(batch) >= BATCH:
                    self._incoming.stage(batch, day_starts_at)
                    batch.clear()
            self._incoming.stage(batch, day_starts_at)
            self._incoming.compare(diary.entries.newest_seq(), self._restore)

        diary.aside(act)

    def _entries(self) -> Iterator[Staged]:
        for number, row in enumerate(self._rows(), start=1):
            if isinstance(row, Passed):
                self._passed[row.what] = self._passed.get(row.what, 0) + row.count
            elif isinstance(row, SettingsFound):
                self._settings.update(row.values)
            elif isinstance(row, Refused):
                self._refuse(number, row)
            else:
                try:
                    entry = self._entry(row)
                except Problem as problem:
                    self._refuse(number, Refused(row.where, problem, _said(row)))
                else:
                    if len(self._sample) < SAMPLE:
                        self._sample.append(entry)
                    yield Staged(number, row.where, "", entry, bool(row.entry_id))

    def _rows(self) -> Iterator[Row]:
        return iter(self.format.read(self.source, self.options))

    def _refuse(self, number: int, row: Refused) -> None:
        if len(self._refused) < MOST_SHOWN:
            self._refused.append(row)
        self._incoming.refuse(number, row.where, str(row.reason), row.raw)

    def _entry(self, item: Item) -> Entry:
        key = item.entry_id or id_of_record(item.source, item.source_id)
        rest = (item.until, clean_text(item.note), item.revision, item.device)
        entry = Entry(key, item.at, item.details, *rest)
        last = entry.until or entry.at
        if not self.format.own and last.utc_ms > self._now.utc_ms + AHEAD_MS:
            raise Problem(
                "{time} lies ahead; the diary takes what has happened.",
                time=f"{last.local():%Y-%m-%d %H:%M}",
            )
        return entry

    def preview(self, report: str = "") -> Preview:
        """Return what the staging says, and write the report of every row if asked for."""
        read, incoming = self._diary.read, self._incoming
        span = read(incoming.days)
        if report:
            from steadyhands.exchange.rows_out import write_rows

            write_rows(report, map(_plain, read(incoming.told)))
        return Preview(
            self.source.path,
            self.format.key,
            self.format.name,
            tuple(read(incoming.counts)),
            first=span[0] if span else None,
            last=span[1] if span else None,
            days=span[2] if span else 0,
            refused=tuple(self._refused),
            passed=dict(self._passed),
            settings=tuple(carried.missing(self._diary, self._settings)),
            remarks=tuple(self.source.remarks),
            sample=tuple(self._sample),
        )

    def write(self, preview: Preview) -> Brought:
        """Move what comes into the diary, in one transaction."""
        if not preview.coming and not preview.settings:
            return Brought(0, preview, Changes())
        diary, incoming = self._diary, self._incoming
        changes = diary.read(incoming.changes)

        def act() -> Brought:
            newest = diary.entries.newest_seq()
            incoming.compare(
                newest, self._restore
            )  # does nothing unless somebody has written since
            mark = Act(newest + 1, self._now.utc_ms)
            count = incoming.write(mark, device_of(diary))
            if count:
                self._past.add(mark.number, self.format, self.source.name, self._now, count)
            filled = carried.fill(diary, self._settings)
            touched = changes.joined(SETTINGS_CHANGED) if filled else changes
            return Brought(mark.number if count else 0, preview, touched)

        return diary.write(act)


def _said(item: Item) -> str:
    return f"{item.at.iso()} {item.details.fields()}"[:_RAW_KEPT]


def _plain(told: Told) -> tuple[str, ...]:
    from steadyhands.domain.moment import Moment

    at = ""
    if told.at_ms is not None and told.offset_min is not None:
        at = Moment(told.at_ms, told.offset_min).iso()
    return (told.where, told.outcome, told.kind, at, told.reason, told.raw)
