"""Every format that can be read, and which of them a file is."""

from __future__ import annotations

from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.exchange.format import Format
    from steadyhands.exchange.source import Source


# Asked in this order: the first that recognises the content reads it. One line a format.
_FORMATS = (
    "json_in.JsonLines",
    "json_in.JsonDocument",
    "csv_in.Tables",
    "copy_in.DiaryCopy",
    "apple_health.AppleHealth",
    "fitbit_csv.FitbitTable",
    "takeout_sleep.TakeoutSleep",
    "sleep_as_android.SleepAsAndroid",
    "workrave.Workrave",
    "workrave_text.WorkraveText",
    "sane_break.SaneBreak",
    "loop_zip.LoopZip",
    "loop_db.LoopDatabase",
    "track_and_graph.TrackAndGraph",
    "track_and_graph_db.TrackAndGraphDatabase",
    "daylio.Daylio",
    "bearable.Bearable",
    "habitbull.HabitBull",
    "habits_json.TableHabit",
    "habits_json.Beaver",
    "any_table.AnyTable",
)


def formats() -> list[Format]:
    """Return all formats; their modules are loaded now, not on the way to the window."""
    from importlib import import_module

    found = []
    for place in _FORMATS:
        module, _, name = place.partition(".")
        found.append(getattr(import_module(f"steadyhands.exchange.{module}"), name)())
    return found


def format_of(source: Source) -> Format:
    """Return the format of a source by its content. Raises Problem if nobody knows it."""
    for each in formats():
        if each.recognises(source):
            return each
    raise Problem(
        "“{name}” is of no kind that this program knows. A table (CSV) can be brought in by "
        "saying what its columns are.",
        name=source.name,
    )


def format_by_key(key: str) -> Format:
    """Return a format by its key."""
    for each in formats():
        if each.key == key:
            return each
    raise Problem("There is no format “{key}”.", key=key)
