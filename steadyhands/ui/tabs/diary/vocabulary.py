"""What typed words may mean: the words on the screen, taken back to those in the diary."""

from __future__ import annotations

from collections.abc import Iterator

from steadyhands.domain.browse import Word, folded
from steadyhands.ui import words
from steadyhands.ui.tabs.diary import wording

MOST_WORDS = 8


def typed_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, each with what it may mean on the screen."""
    typed = list(dict.fromkeys(folded(text).split()))[:MOST_WORDS]
    return tuple(_word(one) for one in typed)


def _word(typed: str) -> Word:
    kinds = {kind for kind, name in _kind_words() if _begins(name, typed)}
    values = {meant for meant, name in _value_words() if _begins(name, typed)}
    return Word(typed, frozenset(kinds), frozenset(values))


def _kind_words() -> Iterator[tuple[str, str]]:
    """Yield every kind with its names."""
    for kind, name in wording.kind_names().items():
        yield kind, name
        yield kind, wording.kind_name(kind)


def _value_words() -> Iterator[tuple[tuple[str, str, str], str]]:
    """Yield kind, field and word in the diary with its name on the screen."""
    hand = (("side", wording.side_names()), ("part", wording.part_names()))
    told = (
        ("doing", words.doing_names()),
        ("felt", words.felt_names()),
        ("lasted", words.lasted_names()),
        ("state", words.state_names()),
    )
    fields = [("twitch", *field) for field in (*hand, *told)]
    fields += [("symptom", *field) for field in hand]
    symptoms = words.symptom_names()
    fields += [("symptom", "what", symptoms), ("checkin", "symptoms", symptoms)]
    fields += [("food", "meal", words.meal_names())]
    fields += [("routine", "felt", words.afterwards_names())]
    for kind, field, names in fields:
        for word, name in names.items():
            yield (kind, field, word), name


def _begins(name: str, typed: str) -> bool:
    """Return whether any word of a name begins so."""
    return any(word.startswith(typed) for word in folded(name).replace("-", " ").split()) or folded(
        name
    ).startswith(typed)
