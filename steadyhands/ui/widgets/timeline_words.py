"""The timeline in words: each event as a line, the whole day as two sentences."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from steadyhands.domain.entries import Drink, Food, Sleep, Twitch
from steadyhands.domain.moment import MINUTE_MS
from steadyhands.ui import words
from steadyhands.ui.widgets.timeline_state import (
    DRINKS,
    MEAL,
    SLEEP,
    SWALLOWED,
    TWITCH,
    TimelineEvent,
    TimelineState,
)


def tr(text: str, number: int = -1) -> str:
    """Return a text of the timeline translated; `%n` takes `number`."""
    return QCoreApplication.translate("timeline", text, "", number)


def hour_text(hour: int) -> str:
    """Return a full hour as short as the locale's clock allows: "15:00", "3 PM"."""
    locale = QLocale()
    shown = QTime(hour % 24, 0)
    if "a" in locale.timeFormat(QLocale.FormatType.ShortFormat).lower():
        return locale.toString(shown, "h AP")
    return locale.toString(shown, QLocale.FormatType.ShortFormat)


def minute_text(minute: float) -> str:
    """Return the time of day of a minute after midnight, of this or a neighbouring day."""
    whole = round(minute) % (24 * 60)
    return words.clock_text(time(whole // 60, whole % 60))


def event_text(event: TimelineEvent, units: str) -> str:
    """Return an event as one line: when, what, and what was said about it."""
    details = event.entry.details
    if isinstance(details, Sleep):
        return tr("{0}–{1}   Asleep {2}").format(
            minute_text(event.minute), minute_text(event.until or event.minute), slept_text(event)
        )
    said = _drink_parts(details, units) if isinstance(details, Drink) else []
    said = _twitch_parts(details) if isinstance(details, Twitch) else said
    said = _meal_parts(event) if isinstance(details, Food) else said
    return tr("{0}   {1}").format(minute_text(event.minute), " · ".join(said))


def slept_text(event: TimelineEvent) -> str:
    """Return how long a sleep lasted, by what truly passed."""
    until = event.entry.until or event.entry.at
    return words.duration_text((until.utc_ms - event.entry.at.utc_ms) / MINUTE_MS)


def summary(state: TimelineState, units: str) -> str:
    """Return the whole day for somebody who does not see the picture."""
    parts = []
    if twitches := state.of_kinds(TWITCH):
        first, last = minute_text(twitches[0].minute), minute_text(twitches[-1].minute)
        parts.append(
            tr("{0} twitches between {1} and {2}").format(len(twitches), first, last)
            if len(twitches) > 1
            else tr("one twitch at {0}").format(first)
        )
    drinks = [e.entry.details for e in state.of_kinds(*DRINKS)]
    if drunk := sum(d.water_ml for d in drinks if isinstance(d, Drink)):
        parts.append(tr("{0} drunk").format(words.volume_text(drunk, units)))
    swallowed = [entry for e in state.of_kinds(*SWALLOWED) for entry in (e.entry, *e.more)]
    if caffeine := sum(entry.amounts().get("caffeine_mg", 0) for entry in swallowed):
        parts.append(tr("{0} caffeine").format(words.mg_text(caffeine)))
    if meals := state.of_kinds(MEAL):
        parts.append(tr("ate at {0}").format(", ".join(minute_text(e.minute) for e in meals)))
    parts += [tr("asleep {0}").format(slept_text(event)) for event in state.of_kinds(SLEEP)]
    if not parts:
        return empty_text()
    return tr("{0}. Left and Right go from one to the next.").format(
        words.capital(", ".join(parts))
    )


def empty_text() -> str:
    """Return what an empty day says."""
    return tr("Nothing here yet. Twitches, drinks, meals and sleep will show on this line.")


def in_body_text(mg: float) -> str:
    """Return the estimate beside the now line."""
    return tr("about {0} caffeine in body").format(words.mg_text(round(mg)))


def _drink_parts(drink: Drink, units: str) -> list[str]:
    parts = [drink.name, words.volume_text(drink.ml, units)]
    if drink.caffeine_mg >= 1:
        parts.append(tr("{0} caffeine").format(words.mg_text(drink.caffeine_mg)))
    if drink.alcohol_g >= 0.5:
        parts.append(tr("{0} g alcohol").format(words.number_text(drink.alcohol_g)))
    return parts


def _meal_parts(event: TimelineEvent) -> list[str]:
    """Return the meal and its foods, each named once."""
    foods = [e.details for e in (event.entry, *event.more) if isinstance(e.details, Food)]
    names = dict.fromkeys(food.name for food in foods if food.name)
    return [words.meal_names()[foods[0].meal], *names]


def _twitch_parts(twitch: Twitch) -> list[str]:
    known = (
        words.doing_names().get(twitch.doing),
        words.felt_names().get(twitch.felt),
        words.lasted_names().get(twitch.lasted),
        words.state_names().get(twitch.state),
    )
    where = words.capital(words.part_name(twitch.side, twitch.part))
    return [where, *(name.lower() for name in known if name)]
