"""steadyhands export and import: the diary as files, and other programs' files into it."""

from __future__ import annotations

import os
import sys

from steadyhands.cli.call import Refused
from steadyhands.cli.say import counted, day_name
from steadyhands.cli.when import day_said
from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import DiaryBusy, DiaryUnusable, Problem
from steadyhands.services import arrival
from steadyhands.services.arrival import Preview, Wishes
from steadyhands.services.export import CSV, FIRST_DAY, FORMATS, LAST_DAY, format_by_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import TypeVar

    from steadyhands.cli.call import Call

    T = TypeVar("T")

_REASONS_SHOWN = 5
_TRACKERS_SHOWN = 40
_WIDEST_NAME = 40
_KIND_WORDS = {
    "twitch": ("twitch", "twitches"),
    "drink": ("drink", "drinks"),
    "food": ("food", "foods"),
    "supplement": ("supplement", "supplements"),
    "sleep": ("sleep", "sleeps"),
    "checkin": ("check-in", "check-ins"),
    "note": ("note", "notes"),
    "routine": ("routine", "routines"),
    "symptom": ("symptom", "symptoms"),
    "plan": ("mark of the plan", "marks of the plan"),
    "notice": ("safety notice", "safety notices"),
}
# What stays out, and why: one row of words for one, one for many.
_STAYS_OUT = (
    (arrival.KNOWN, "is in the diary already", "are in the diary already"),
    (arrival.EDITED, "you have changed since, so it stays as it is",
     "you have changed since, so they stay as they are"),
    (arrival.REMOVED, "you had removed, so it stays out; --removed brings it back",
     "you had removed, so they stay out; --removed brings them back"),
    (arrival.REPEATED, "stands twice in the file", "stand twice in the file"),
    (arrival.OVERLAPS, "lies over a sleep that is in the diary",
     "lie over sleeps that are in the diary"),
)  # fmt: skip


def export(call: Call) -> str:
    """Write the diary to a file."""
    asked = call.asked
    path = os.path.expanduser(asked.get("output") or "")
    form = (asked.get("format") or format_by_name(path) or CSV).casefold()
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise Problem("--format takes one of {known}, not “{given}”.", known=known, given=form)
    days = _days(call)
    exporter = call.desk.exporter
    path = path or exporter.usual_name(form)
    with _Meter("Exporting") as meter:
        done = _plainly(lambda: exporter.write(path, form, days, meter))
    answer = f"Exported {counted(done.entries, 'entry', 'entries')} to {done.path}"
    if done.left_out:
        answer += f"\n{done.left_out:,} that observe nothing (plan, safety notices) are not in it."
    return answer


def _days(call: Call) -> tuple[date, date] | None:
    first, last = (_day(call, name) for name in ("from", "until"))
    if first is None and last is None:
        return None
    return first or FIRST_DAY, last or LAST_DAY


def _day(call: Call, name: str) -> date | None:
    typed = call.asked.get(name)
    if typed is None:
        return None
    found = day_said(typed.strip().casefold(), call.now)
    if found is None:
        raise Problem(
            "--{name} takes a day such as 2026-03-10 or yesterday, not “{given}”.",
            name=name,
            given=shown(typed),
        )
    return found


def import_file(call: Call) -> str:
    """Bring a file in, or say what it would bring."""
    if not call.asked.operands:
        raise Problem("Please name the file to import.")
    path = os.path.expanduser(call.asked.operands[0])
    report = os.path.expanduser(call.asked.get("report") or "")
    importer = call.desk.importer
    dry = call.asked.has("dry-run")
    wishes = _plainly(lambda: _wishes(call, path))
    with _Meter("Reading") as meter:
        if dry:
            seen = _plainly(lambda: importer.look(path, wishes, meter, report=report))
        else:
            seen = _plainly(lambda: importer.bring_in(path, wishes, meter, report=report)).what
    trackers = _trackers(call, path, wishes) if dry else []
    return "\n".join([*_told(seen, call, dry, report), *trackers])


def _trackers(call: Call, path: str, wishes: Wishes) -> list[str]:
    """Return what each tracker of the file becomes, for a person to say otherwise."""
    _, subjects = _plainly(lambda: call.desk.importer.subjects(path, wishes))
    if not subjects:
        return []
    width = min(max(len(subject.name) for subject in subjects), _WIDEST_NAME)
    rows = [f"  {shown(s.name):<{width}}  {s.becomes}" for s in subjects[:_TRACKERS_SHOWN]]
    more = len(subjects) - len(rows)
    rows += [f"  and {more:,} more"] if more else []
    return ["", 'Trackers, and what they become; --as "NAME=WORD" changes it:', *rows]


def _wishes(call: Call, path: str) -> Wishes:
    """Return what `--as NAME=TARGET` asks trackers of the file to become."""
    asked, restore = call.asked.all("as"), call.asked.has("removed")
    if not asked:
        return Wishes(restore=restore)
    _, subjects = call.desk.importer.subjects(path)
    keys = {subject.name.casefold(): subject.key for subject in subjects}
    targets = {}
    for text in asked:
        name, _, target = text.rpartition("=")
        key = keys.get(name.strip().casefold())
        if key is None:
            known = ", ".join(subject.name for subject in subjects) or "none"
            raise Problem(
                "The file has no tracker “{given}”. It has: {known}.",
                given=shown(name or text),
                known=known,
            )
        targets[key] = target.strip()
    return Wishes(targets=targets, restore=restore)


def _told(seen: Preview, call: Call, dry: bool, report: str) -> list[str]:
    """Return what came in, what did not, and why."""
    lines = [_coming(seen, call, dry)]
    for outcome, one, many in _STAYS_OUT:
        count = seen.count(outcome)
        if count:
            lines.append(f"{count:,} {one if count == 1 else many}.")
    lines += _refused(seen, report)
    if seen.passed:
        most = sorted(seen.passed.items(), key=lambda row: -row[1])
        passed = ", ".join(f"{count:,} × {what}" for what, count in most[:8])
        more = f", and {len(most) - 8:,} kinds more" if len(most) > 8 else ""
        lines.append(f"The diary has no place for: {passed}{more}.")
    if seen.settings:
        lines.append(f"Settings that {'would be' if dry else 'were'} filled: "
                     f"{', '.join(seen.settings)}.")  # fmt: skip
    lines += [str(remark) for remark in seen.remarks]
    if report:
        lines.append(f"Every row is in {report}")
    if dry:
        lines.append("Nothing was changed.")
    elif seen.coming:
        lines.append("steadyhands undo takes all of it back.")
    return lines


def _coming(seen: Preview, call: Call, dry: bool) -> str:
    name = f"{seen.format_name}: "
    kinds = seen.coming_by_kind()
    if not kinds or seen.first is None or seen.last is None:
        return f"{name}nothing new to bring in."
    said = [counted(n, *_KIND_WORDS.get(k, (f"“{k}”", f"“{k}”"))) for k, n in kinds.items()]
    today = call.now.local().date()
    first, last = day_name(seen.first, today), day_name(seen.last, today)
    span = first if first == last else f"{first} to {last}"
    came = "would come in" if dry else "came in"
    if len(said) == 1:
        return f"{name}{said[0]} {came}, {span}."
    all_ = counted(seen.coming, "entry", "entries")
    return f"{name}{all_} {came}, {span}: {', '.join(said)}."


def _refused(seen: Preview, report: str) -> list[str]:
    count = seen.count(arrival.REFUSED)
    if not count:
        return []
    shown_rows = seen.refused[:_REASONS_SHOWN]
    lines = [f"{counted(count, 'row', 'rows')} cannot be read:"]
    lines += [f"  {row.where}: {row.reason}" for row in shown_rows]
    if count > len(shown_rows):
        hint = "" if report else "; --report FILE keeps all"
        lines.append(f"  and {count - len(shown_rows):,} more{hint}")
    return lines


def _plainly(act: Callable[[], T]) -> T:
    """Run an act; what stands in its way is the file or the disk, not the words."""
    try:
        return act()
    except (DiaryBusy, DiaryUnusable):
        raise
    except Problem as problem:
        raise Refused(problem.template, **problem.facts) from None


class _Meter:
    """Shows on a terminal how far it is, in place; silent anywhere else."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._shown = -1
        self._stream = sys.stderr if sys.stderr and sys.stderr.isatty() else None

    def __enter__(self) -> _Meter:
        return self

    def __call__(self, done: int, total: int) -> None:
        percent = done * 100 // total if total else 100
        if self._stream is not None and percent != self._shown:
            self._shown = percent
            self._stream.write(f"\r{self._word} … {percent} %")
            self._stream.flush()

    def __exit__(self, *_: object) -> None:
        if self._stream is not None and self._shown >= 0:
            self._stream.write("\r" + " " * (len(self._word) + 10) + "\r")
            self._stream.flush()
