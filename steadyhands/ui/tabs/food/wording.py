"""The Food tab's sentences."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.entries import Entry, Food, Supplement
from steadyhands.domain.intakes import Limit
from steadyhands.domain.meals import OwnMeal, Regularity
from steadyhands.ui import words
from steadyhands.ui.profile_words import why_text
from steadyhands.ui.tabs.food.finder import MEAL, YESTERDAY, Choice
from steadyhands.ui.tabs.food.presenter import Into, MealGroup, MineralFigure

_SHORT = (("magnesium_mg", "Mg"), ("potassium_mg", "K"), ("calcium_mg", "Ca"))
_NAMED = 4


def tr(text: str, number: int = -1) -> str:
    """Return a text of the Food tab translated; `%n` takes `number`."""
    return QCoreApplication.translate("FoodTab", text, "", number)


def mineral_names() -> dict[str, str]:
    """Return the minerals by their word in the diary."""
    return {
        "magnesium": tr("Magnesium"),
        "potassium": tr("Potassium"),
        "calcium": tr("Calcium"),
    }


def held_text(held: dict[str, float]) -> str:
    """Return what something holds: "Mg 77 · K 208 · Ca 76 mg"; empty for nothing at all."""
    known = [(short, held.get(name, 0)) for name, short in _SHORT]
    if not any(round(mg) for _, mg in known):
        return ""
    # A figure stays beside its mineral, whatever wraps.
    said = " · ".join(f"{short}\u00a0{words.number_text(mg)}" for short, mg in known)
    return tr("{0} mg").format(said).replace(" mg", "\u00a0mg")


def held_spoken(held: dict[str, float]) -> str:
    """Return what something holds with its minerals' whole names."""
    names = mineral_names()
    return ", ".join(
        tr("{0} {1}").format(name.lower(), words.mg_text(held.get(f"{key}_mg", 0)))
        for key, name in names.items()
    )


def choice_name(choice: Choice) -> str:
    """Return what a row is called."""
    if choice.kind == YESTERDAY:
        return tr("{0} as yesterday").format(words.meal_names()[choice.id])
    return choice.name


def choice_line(choice: Choice) -> str:
    """Return the line under a row's name: the amount, or the foods of a meal."""
    if choice.kind in (MEAL, YESTERDAY):
        return foods_text([food.name for food in choice.foods])
    food = choice.foods[0]
    return portion_text(food)


def choice_spoken(choice: Choice) -> str:
    """Return a row as it is read aloud."""
    return tr("Log {0}, {1}").format(choice_name(choice), choice_line(choice))


def foods_text(names: list[str]) -> str:
    """Return some foods in a line, the first four by name."""
    shown = "; ".join(names[:_NAMED])  # a name may have a comma of its own
    more = len(names) - _NAMED
    return tr("{0} and {1} more").format(shown, words.number_text(more)) if more > 0 else shown


def portion_text(food: Food) -> str:
    """Return an amount: "1 oz (23), 28 g", "40 g"."""
    grams = grams_text(food.grams)
    return tr("{0}, {1}").format(food.portion, grams) if food.portion not in ("", grams) else grams


def grams_text(grams: float) -> str:
    """Return grams, with a decimal only for a pinch."""
    return tr("{0} g").format(words.number_text(grams, 1 if grams < 10 else 0))


def food_name(food: Food) -> str:
    """Return what was eaten, also when that was not said."""
    return food.name or tr("Eaten, not said what")


def food_line(entry: Entry) -> str:
    """Return when, how much and what it held."""
    parts = [words.clock_text(entry.at.local())]
    food = entry.details
    if isinstance(food, Food):
        parts += [portion_text(food)] if food.grams else []
        parts += [held_text(food.amounts())]
    return " · ".join(part for part in parts if part)


def group_line(group: MealGroup) -> str:
    """Return a meal's minerals in all, when it has more than one food."""
    if len(group.entries) < 2:
        return ""
    held = {name: group.total(name) for name, _ in _SHORT}
    said = held_text(held)
    return tr("in all {0}").format(said) if said else ""


def into_text(goes: Into) -> str:
    """Return where the next press goes."""
    counts = {
        "breakfast": tr("for breakfast"),
        "lunch": tr("for lunch"),
        "dinner": tr("for dinner"),
        "snack": tr("as a snack"),
    }[goes.meal]
    if not goes.said:
        return tr("What you log next counts {0}, now.").format(counts)
    at = words.clock_text(goes.at.local())
    return tr("What you log next counts {0} at {1}, like the last.").format(counts, at)


def mean_text(figure: MineralFigure) -> str:
    """Return the mean as a large figure."""
    return tr("{0} a day").format(words.mg_text(rough(figure.mean_mg)))


def rough(mg: float) -> float:
    """Return milligrams as roughly as a diary knows them: to 5, above 200 to 10, 2,000 to 50."""
    step = 5 if mg < 200 else 10 if mg < 2000 else 50
    return round(mg / step) * step


def share_text(figure: MineralFigure) -> str:
    """Return the mean beside the reference, or why there is none."""
    if figure.hidden:
        return hidden_text(figure.hidden)
    if figure.missing == "table":
        return tr("There is no reference for it at this age in these tables.")
    if figure.reference is None:
        return ""
    amount = words.mg_text(figure.reference.amount_mg)
    kind = tr("reference of {0}").format(amount)
    if figure.share is None:
        return tr("The {0} a day.").format(kind)
    percent = words.number_text(max(5, round(figure.share * 20) * 5))
    return tr("about {0} % of the {1}").format(percent, kind)


def hidden_text(reason: str) -> str:
    """Return why no reference stands beside a figure, and whom to ask."""
    return tr("Reference: {0}").format(why_text(reason))


def today_text(figure: MineralFigure) -> str:
    """Return today's amount, which is still growing."""
    return tr("today so far {0}").format(words.mg_text(figure.today_mg))


def days_text(days: int) -> str:
    """Return over which days the means are taken."""
    if not days:
        return tr("No average yet: it takes a day with two meals or more, among the last seven.")
    if days == 1:
        return tr("From the one day of the last 7 with two meals or more; take it loosely.")
    said = tr("Average of the {0} days, among the last 7, with two meals or more.")
    if days < 4:
        said = tr("Average of only {0} days, among the last 7, with two meals; take it loosely.")
    return said.format(words.number_text(days))


def kind_text(kind: str) -> str:
    """Return the full name of a kind of reference."""
    return {
        "RDA": tr("recommended dietary allowance"),
        "AI": tr("adequate intake"),
        "PRI": tr("population reference intake"),
    }[kind]


def sources_text(figures: tuple[MineralFigure, ...]) -> str:
    """Return where the references come from, each source once."""
    names = mineral_names()
    found: dict[str, list[str]] = {}
    for figure in figures:
        if figure.reference is not None:
            said = tr("{0}, {1}").format(kind_text(figure.reference.kind), figure.reference.source)
            found.setdefault(said, []).append(names[figure.mineral])
    return "; ".join(f"{', '.join(of)}: {said}" for said, of in found.items())


def supplement_line(supplement: Supplement) -> str:
    """Return the elements in a supplement: "magnesium 100 mg"."""
    held = [(key, getattr(supplement, f"{key}_mg")) for key in mineral_names()]
    names = mineral_names()
    said = [tr("{0} {1}").format(names[key].lower(), words.mg_text(mg)) for key, mg in held if mg]
    return " · ".join(said) or tr("no minerals noted")


def limit_text(limit: Limit) -> str:
    """Return the supplement limit, calmly, once a day passes it."""
    amount = words.mg_text(limit.amount_mg)
    if limit.ref_set == "us":
        said = tr("US guidance for magnesium from supplements is up to {0} a day on top of food")
    else:
        said = tr("EU guidance for magnesium from supplements is up to {0} a day on top of food")
    return tr("{0}; today is above that. Worth mentioning to a pharmacist or doctor.").format(
        said.format(amount)
    )


def around_text(found: Regularity) -> str:
    """Return when a meal usually begins: "Lunch around 12:40"."""
    meal = words.meal_names()[found.meal]
    if not found.days or found.mean_min is None:
        return meal
    minute = round(found.mean_min / 5) * 5 % (24 * 60)
    return tr("{0} around {1}").format(meal, words.clock_text(time(minute // 60, minute % 60)))


def spread_text(found: Regularity) -> str:
    """Return how much a meal's time varies, and over how many days."""
    if not found.days:
        return tr("not logged in these two weeks")
    days = tr("{0} days").format(words.number_text(found.days))
    if found.days == 1:
        days = tr("one day")
    if found.sd_min is None:
        return tr("{0} so far").format(days)
    spread = words.duration_text(max(5, round(found.sd_min / 5) * 5))
    return tr("give or take {0}, {1}").format(spread, days)


def own_meal_line(own: OwnMeal, names: dict[str, str]) -> str:
    """Return an own meal's foods; one that is no longer kept is said to be so."""
    gone = tr("a food no longer kept")
    return foods_text([names.get(food_id, gone) for food_id, _, _ in own.parts])
