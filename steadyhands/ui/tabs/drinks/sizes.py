"""How much of a drink: sizes to offer, what they hold, amounts as typed; Qt-free."""

from __future__ import annotations

from collections.abc import Callable

from steadyhands.domain.amounts import US_FL_OZ_ML, mass_mg, shown, volume_ml
from steadyhands.domain.drinks import DrinkPreset
from steadyhands.domain.entries import Drink
from steadyhands.domain.problem import Problem

ETHANOL_G_PER_ML = 0.789
_STRONGEST_PERCENT = 96.0  # pure spirit

_SIZES_ML: dict[str, tuple[float, ...]] = {
    "water": (150, 250, 500),
    "coffee": (150, 240, 350),
    "tea": (150, 240, 350),
    "soft": (250, 330, 500),
    "energy": (250, 355, 500),
    "juice-milk": (150, 200, 300),
    "alcohol": (125, 175, 250),
    "espresso": (30, 60, 90),
    "beer": (250, 330, 500),
    "spirits": (25, 40, 60),
}
_SIZES_FL_OZ: dict[str, tuple[float, ...]] = {
    "water": (8, 12, 20),
    "coffee": (8, 12, 16),
    "tea": (8, 12, 16),
    "soft": (8, 12, 20),
    "energy": (8.4, 12, 16),
    "juice-milk": (6, 8, 12),
    "alcohol": (5, 6, 8),
    "espresso": (1, 2, 3),
    "beer": (8, 12, 16),
    "spirits": (1, 1.5, 3),
}
_AS_OTHERS = {"double-espresso": "espresso", "light-beer": "beer"}
_NEAR = 1.2  # the usual serving takes the place of a size this close to it

# Grams of water in 100 ml of what somebody adds, before its alcohol is taken off.
_WATER_G = {"soft": 95.0, "energy": 92.0, "juice-milk": 90.0}


def offered_sizes(preset_id: str, group: str, usual_ml: float, us: bool) -> tuple[float, ...]:
    """Return sizes in ml from small to large, the usual one among them."""
    table = _SIZES_FL_OZ if us else _SIZES_ML
    kind = _AS_OTHERS.get(preset_id, preset_id)
    listed = table.get(kind) or table.get(group, table["water"])
    sizes = [size * US_FL_OZ_ML if us else float(size) for size in listed]
    nearest = min(sizes, key=lambda size: abs(size - usual_ml))
    if max(nearest, usual_ml) / min(nearest, usual_ml) <= _NEAR:
        sizes.remove(nearest)
    return tuple(sorted([*sizes, usual_ml]))


def resized(drink: Drink, ml: float) -> Drink:
    """Return the same drink in another size; all that it holds goes with it."""
    share = ml / drink.ml
    held = ("water_ml", "caffeine_mg", "alcohol_g", "magnesium_mg", "potassium_mg", "calcium_mg")
    return drink.replaced(ml=ml, **{n: round(getattr(drink, n) * share, 3) for n in held})


def volume_reader(us: bool) -> Callable[[str], float]:
    """Return a reader of amounts in ml, to which a bare number means the person's own unit."""

    def read(text: str) -> float:
        bare = not any(letter.isalpha() for letter in text)
        return volume_ml(f"{text} fl oz" if us and bare and text.strip() else text)

    return read


def read_caffeine(text: str) -> float:
    """Return milligrams; nothing typed is none."""
    return mass_mg(text) if text.strip() else 0.0


def read_percent(text: str) -> float:
    """Return alcohol by volume in percent, 0–96; nothing typed is none."""
    said = text.strip().removesuffix("%").strip().replace(",", ".")
    if not said:
        return 0.0
    try:
        percent = float(said)
    except ValueError:
        help_ = "I cannot read “{given}” as a strength. Try 5 or 12.5%."
        raise Problem(help_, given=shown(text)) from None
    if not 0 <= percent <= _STRONGEST_PERCENT:
        raise Problem("Strength goes from 0 to 96 %, so not “{given}”.", given=shown(text))
    return percent


def own_preset(
    preset_id: str, name: str, group: str, ml: float, contents: tuple[float, float]
) -> DrinkPreset:
    """Return a drink of one's own; `contents` are mg of caffeine in it, and percent of alcohol."""
    caffeine_mg, percent = contents
    alcohol_g = percent * ETHANOL_G_PER_ML
    water_g = _WATER_G.get(group, 99.0 if group != "water" else 100.0)
    return DrinkPreset(
        id=preset_id,
        name=name.strip(),
        group=group,
        serving_ml=ml,
        water_g=round(max(0.0, water_g - percent), 2),
        caffeine_mg=round(caffeine_mg * 100 / ml, 3),
        alcohol_g=round(alcohol_g, 3),
        slow=group == "soft" and caffeine_mg > 0,
    )
