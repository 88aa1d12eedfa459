"""Finding a food by what somebody has typed so far, mistypings included."""

from __future__ import annotations

from steadyhands.domain.amounts import shown
from steadyhands.domain.foods import word_of
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from steadyhands.domain.foods import FoodItem

EXACT, BEGINS, HAS_WORDS = range(3)
_NO_TYPO_BELOW = 4  # letters: a shorter word with a slip in it could be anything
_TWO_TYPOS_FROM = 8
_NAMED_AT_MOST = 3


def matches(foods: Iterable[FoodItem], text: str, lifted: Sequence[str] = ()) -> list[FoodItem]:
    """Return the foods that a text may mean, likeliest first.

    A whole name comes first, then foods whose words the text begins, in any order; those
    whose id is `lifted` stand before others. Only if there are none are slips forgiven.
    """
    foods = list(foods)
    return direct(foods, text, lifted) or near(foods, text, lifted)


def direct(foods: Iterable[FoodItem], text: str, lifted: Sequence[str] = ()) -> list[FoodItem]:
    """Return the foods whose name a text is or begins, without slips."""
    asked = word_of(text)
    if not asked:
        return []
    order = _places(lifted)
    found = []
    for at, food in enumerate(foods):
        fit = fits(food, asked)
        if fit is not None:
            usual = order.get(food.id, len(order))
            found.append(((fit != EXACT, usual, fit, at), food))
    return [food for _, food in sorted(found, key=lambda pair: pair[0])]


def the_one(foods: Iterable[FoodItem], words: str, whole: bool = False) -> FoodItem | None:
    """Return the food that words name, or alone begin unless it must be the `whole` name."""
    found = direct(foods, words)
    if found and fits(found[0], word_of(words)) == EXACT:
        return found[0]
    return found[0] if len(found) == 1 and not whole else None


def unknown(foods: Iterable[FoodItem], words: str) -> Problem:
    """Return the Problem of words that name no food, or more than one, with the likeliest."""
    foods = list(foods)
    several = direct(foods, words)[:_NAMED_AT_MOST]
    if several:
        names = " or ".join(f"“{food.name}”" for food in several)
        return Problem("“{given}” may be {names}.", given=shown(words), names=names)
    likely = near(foods, words)[:_NAMED_AT_MOST]
    if likely:
        sentence = "I do not know the food “{given}”. Did you mean {near}?"
        return Problem(sentence, given=shown(words), near=" or ".join(f.name for f in likely))
    sentence = "I do not know the food “{given}”. See steadyhands foods for those that I know."
    return Problem(sentence, given=shown(words))


def fits(food: FoodItem, asked: str) -> int | None:
    """Return how well a food fits small-lettered words, None if it does not."""
    called = list(food.called())
    if any(asked in (word, word + "s", word + "es") for word in called):
        return EXACT
    if any(word.startswith(asked) for word in called):
        return BEGINS
    words = " ".join(called).split()
    if all(any(word.startswith(part) for word in words) for part in asked.split()):
        return HAS_WORDS
    return None


def near(foods: Iterable[FoodItem], text: str, lifted: Sequence[str] = ()) -> list[FoodItem]:
    """Return the foods that a slip or two away are what was typed."""
    from rapidfuzz.distance import OSA

    asked, order = word_of(text), _places(lifted)
    if not asked:
        return []
    found = []
    for at, food in enumerate(foods):
        words = set(" ".join(food.called()).split())
        slips = [_slips(part, words, OSA.distance) for part in asked.split()]
        if all(slip is not None for slip in slips) and any(slips):
            total = sum(slip or 0 for slip in slips)
            found.append(((total, order.get(food.id, len(order)), at), food))
    return [food for _, food in sorted(found, key=lambda pair: pair[0])]


def _places(lifted: Sequence[str]) -> dict[str, int]:
    return {food_id: at for at, food_id in enumerate(lifted)}


def _slips(part: str, words: Iterable[str], distance: Callable[[str, str], int]) -> int | None:
    """Return how many slips make a typed word the beginning of one of `words`."""
    allowed = 0
    if len(part) >= _NO_TYPO_BELOW:
        allowed = 2 if len(part) >= _TWO_TYPOS_FROM else 1
    least = min(min(distance(part, word), distance(part, word[: len(part)])) for word in words)
    return least if least <= allowed else None
