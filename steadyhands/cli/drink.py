"""steadyhands log water 250ml: a drink by its name and amount."""

from __future__ import annotations

from steadyhands.cli.twitch import save
from steadyhands.domain.amounts import plain, shown, volume_ml
from steadyhands.domain.drinks import find
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadyhands.cli.call import Call
    from steadyhands.domain.drinks import DrinkPreset

_TIMES = ("x", "×")
_BEGIN_AMOUNTS = "-.0123456789½¼¾×"


def log_drink(call: Call) -> str:
    """Log a drink: its name first, then how much, unless it is the usual serving."""
    words = call.asked.operands
    if not " ".join(words).strip():
        raise Problem("Which drink? Try steadyhands log water 250ml.")
    preset, rest = _named(call, words)
    return save(call, preset.serving(_ml(rest, preset)))


def _named(call: Call, words: Sequence[str]) -> tuple[DrinkPreset, str]:
    """Return the drink that the first words name, as many as do, and the words after it."""
    split = " ".join(words).split()
    presets = call.desk.drinks.presets()
    for end in _ends(split):
        try:
            return find(presets, " ".join(split[:end])), " ".join(split[end:])
        except Problem:
            continue
    raise _a_food(call, split) or _unknown(presets, split)


def _ends(split: Sequence[str]) -> Iterator[int]:
    """Yield where the name may end: before a number, if there is one, else ever sooner.

    The likeliest comes first, for a name that is not known costs a search for similar ones.
    """
    numbers = (end for end, word in enumerate(split) if end and word[0] in _BEGIN_AMOUNTS)
    first = next(numbers, len(split))
    yield first
    yield from (end for end in range(len(split), 0, -1) if end != first)


def _a_food(call: Call, split: Sequence[str]) -> Problem | None:
    """Return the Problem of a food where a drink was expected, None if the words name none."""
    from steadyhands.services.food_search import the_one

    foods = call.desk.foods.all()
    if not any(the_one(foods, " ".join(split[:end]), whole=True) for end in _ends(split)):
        return None
    given = shown(" ".join(split))
    return Problem("That is a food. Try steadyhands log food {given}.", given=given)


def _unknown(presets: Sequence[DrinkPreset], split: Sequence[str]) -> Problem:
    """Return the Problem of a drink nobody knows; it may be a mistyped kind of entry."""
    import difflib

    from steadyhands.cli.table import kinds

    near = difflib.get_close_matches(split[0].casefold(), kinds(), n=1, cutoff=0.7)
    if near:
        given = shown(split[0])
        return Problem("I do not know “{given}”. Did you mean {near}?", given=given, near=near[0])
    name = [word for word in split if not word[0].isdecimal()]
    try:
        find(presets, " ".join(name or split))
    except Problem as problem:
        return problem
    return Problem("Please say the drink first and then how much, as in water 250ml.")


def _ml(typed: str, preset: DrinkPreset) -> float | None:
    """Return the amount that `250ml`, `2x` or nothing says; None is the usual serving."""
    if not typed:
        return None
    text = plain(typed)
    for sign in _TIMES:
        number = text.removeprefix(sign) if text.startswith(sign) else text.removesuffix(sign)
        if number != text and 0 < len(number.strip()) <= 2 and number.strip().isdecimal():
            return preset.serving_ml * int(number)
    return volume_ml(typed)
