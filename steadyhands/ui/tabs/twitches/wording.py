"""The words of the Twitches tab: what is said about a twitch, and the hours before it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.entries import Twitch
from steadyhands.ui import words
from steadyhands.ui.tabs.twitches.presenter import LookBack

_FOODS_NAMED = 4


def tr(text: str) -> str:
    """Return a text of this module translated."""
    return QCoreApplication.translate("TwitchWording", text)


def said_text(twitch: Twitch) -> str:
    """Return what the person said about a twitch: "Typing · Flutter · Strength 3", or nothing."""
    answers = (
        (twitch.doing, words.doing_names),
        (twitch.felt, words.felt_names),
        (twitch.lasted, words.lasted_names),
        (twitch.state, words.state_names),
    )
    said = [names()[answer] for answer, names in answers if answer]
    if twitch.strength is not None:
        said.append(tr("Strength {0}").format(words.number_text(twitch.strength)))
    return " · ".join(said)


def before_text(back: LookBack | None, units: str) -> str:
    """Return the hours before a twitch in a sentence or two."""
    if back is None:
        return ""
    parts = []
    if back.caffeine_min_ago is not None:
        mg, ago = words.mg_text(back.caffeine_mg), words.ago_text(back.caffeine_min_ago)
        parts.append(tr("{0} caffeine (last {1})").format(mg, ago))
    if back.water_ml:
        parts.append(tr("{0} water").format(words.volume_text(back.water_ml, units)))
    if back.alcohol_g:
        parts.append(tr("{0} g alcohol").format(words.number_text(back.alcohol_g)))
    drunk = ", ".join(parts) or tr("no drinks logged")
    text = tr("In the {0} hours before: {1}.").format(back.hours, drunk)
    if back.sleep_min is not None and back.awake_min is not None:
        slept, awake = map(words.duration_text, (back.sleep_min, back.awake_min))
        text += " " + tr("Slept {0}, awake for {1}.").format(slept, awake)
    if eaten := eaten_text(back):
        text += " " + eaten
    return text


def eaten_text(back: LookBack) -> str:
    """Return what was eaten before a twitch, and how long before; empty if no food is known."""
    if back.meal_min_ago is None:
        return ""
    ago = words.duration_text(back.meal_min_ago)
    when = tr("{0} before").format(ago) if back.meal_min_ago >= 1 else tr("just before")
    if back.meal == "snack":
        last = tr("Last eaten: a snack {0}.").format(when)
    else:
        last = tr("Last meal: {0} {1}.").format(words.meal_names()[back.meal].lower(), when)
    if not back.foods:
        return last
    shown = list(back.foods[-_FOODS_NAMED:])
    more = len(back.foods) - len(shown)
    foods = "; ".join(shown)  # a name may have a comma of its own
    if more:
        foods = tr("{0} and {1} more").format(foods, words.number_text(more))
    return tr("{0} In those hours: {1}.").format(last, foods)
