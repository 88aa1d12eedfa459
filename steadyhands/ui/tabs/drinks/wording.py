"""The Drinks tab's sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from steadyhands.domain.entries import Drink, Entry
from steadyhands.ui import words
from steadyhands.ui.tabs.drinks.presenter import GLASS, CaffeineFigures, Goal, Tile
from steadyhands.ui.tabs.drinks.sizes import ETHANOL_G_PER_ML

_US_UNIT_G, _UK_UNIT_G = 14.0, 8.0
_UNIT_G_ELSEWHERE = 10.0  # as in Australia and the WHO's questions


def tr(text: str, number: int = -1) -> str:
    """Return a text of the Drinks tab translated; `%n` takes `number`."""
    return QCoreApplication.translate("DrinksTab", text, "", number)


def group_names() -> dict[str, str]:
    """Return the groups of drinks by their word in the diary."""
    return {
        "water": tr("Water"),
        "coffee": tr("Coffee"),
        "tea": tr("Tea"),
        "soft": tr("Soft drinks"),
        "energy": tr("Energy drinks"),
        "juice-milk": tr("Juice and milk"),
        "alcohol": tr("With alcohol"),
    }


def tile_name(tile: Tile) -> str:
    """Return what a tile is called."""
    return tr("Glass of water") if tile.preset_id == GLASS else tile.name


def tile_note(tile: Tile, units: str) -> str:
    """Return the small line of a tile: its size and what counts in it."""
    size = words.volume_text(tile.ml, units)
    if tile.alcohol_g >= 1:
        return tr("{0} · {1} %").format(size, words.number_text(_percent(tile), 1))
    if tile.caffeine_mg >= 1:
        return tr("{0} · {1}").format(size, words.mg_text(tile.caffeine_mg))
    return size


def tile_spoken(tile: Tile, units: str) -> str:
    """Return a tile as it is read aloud."""
    size = words.volume_text(tile.ml, units)
    said = tr("Add {0}, {1}").format(tile_name(tile), size)
    if tile.caffeine_mg >= 1:
        said = tr("{0}, {1} caffeine").format(said, words.mg_text(tile.caffeine_mg))
    return said


def drink_line(entry: Entry, units: str) -> str:
    """Return when, how much and what was in it: "14:05 · 240 ml · 95 mg caffeine"."""
    parts = [words.clock_text(entry.at.local())]
    drink = entry.details
    if isinstance(drink, Drink):
        parts.append(words.volume_text(drink.ml, units))
        if drink.caffeine_mg >= 1:
            parts.append(tr("{0} caffeine").format(words.mg_text(drink.caffeine_mg)))
        if drink.alcohol_g >= 0.5:
            parts.append(tr("{0} g alcohol").format(words.number_text(drink.alcohol_g)))
    return " · ".join(parts)


def gap_text(ml: float, units: str) -> str:
    """Return a rough difference: to 50 ml, or to a whole ounce."""
    step = words.ML_PER_FL_OZ if words.uses_fl_oz(units) else 50
    return words.volume_text(max(step, round(ml / step) * step), units)


def goal_sentence(goal: Goal, units: str) -> str:
    """Return how the day's drinking stands, calmly."""
    gap = gap_text(goal.gap_ml, units)
    said = {
        "reached": tr("That is today's goal."),
        "start": tr("The day has just begun."),
        "on_pace": tr("On pace."),
        "ahead": tr("Well ahead of the pace."),
        "under_glass": tr("{0} under the pace; a glass would do.").format(gap),
        "under": tr("{0} under the pace; a glass now and then will do.").format(gap),
        "evening": tr("{0} short of the goal. Nothing to catch up before bed.").format(gap),
    }[goal.word]
    return f"{said} {much_at_once(units)}" if goal.much_at_once else said


def much_at_once(units: str) -> str:
    """Return the note on much within an hour."""
    litre = words.volume_text(1000, units)
    return tr("That was over {0} within an hour; a pause is fine.").format(litre)


def more_coffee(figures: CaffeineFigures) -> str:
    """Return until when another coffee leaves little at bedtime."""
    cup, bed = words.mg_text(figures.cup_mg), words.clock_text(figures.bedtime)
    if figures.more == "bedtime":
        return tr("Bedtime, {0}, has passed.").format(bed)
    if figures.more == "none" or figures.latest is None:
        return tr("What you had will last past bedtime, {0}. Decaf has next to nothing.").format(
            bed
        )
    latest = words.clock_text(figures.latest)
    if figures.more == "past":
        return tr("For bedtime {0}, a {1} coffee was best before {2}.").format(bed, cup, latest)
    return tr("Another {0} coffee: best before {1}.").format(cup, latest)


def range_text(figures: CaffeineFigures) -> str:
    """Return the estimate at bedtime with its range: "about 35 mg", "10–80"."""
    low, high = (words.number_text(round(mg)) for mg in (figures.at_bed.low, figures.at_bed.high))
    return tr("{0}–{1} between people").format(low, high)


def alcohol_text(grams: float, units: str) -> str:
    """Return alcohol in grams and in the standard drinks of the person's country."""
    unit = _US_UNIT_G if words.uses_fl_oz(units) else _unit_g()
    size = words.number_text(unit)
    if round(grams / unit, 1) == 1:
        return tr("one standard drink of {0} g").format(size)
    return tr("{0} standard drinks of {1} g").format(words.number_text(grams / unit, 1), size)


def _unit_g() -> float:
    in_the_uk = QLocale().territory() == QLocale.Country.UnitedKingdom
    return _UK_UNIT_G if in_the_uk else _UNIT_G_ELSEWHERE


def _percent(tile: Tile) -> float:
    return tile.alcohol_g / tile.ml / ETHANOL_G_PER_ML * 100
