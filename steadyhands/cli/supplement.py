"""steadyhands log supplement magnesium 100mg: what was taken, in mg of the mineral itself."""

from __future__ import annotations

from steadyhands.cli.safety import with_advice
from steadyhands.cli.say import amount
from steadyhands.cli.twitch import save
from steadyhands.domain.amounts import mass_mg, plain, shown
from steadyhands.domain.eating import Supplement
from steadyhands.domain.problem import Problem
from steadyhands.domain.salts import ELEMENTS, elemental_mg, salt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadyhands.cli.call import Call


def log_supplement(call: Call) -> str:
    """Log a supplement: the mineral and how much of it, or only a name."""
    return with_advice(call, _logged(call))


def _logged(call: Call) -> str:
    words = " ".join(call.asked.operands).split()
    if not words:
        raise Problem("Which supplement? Try steadyhands log supplement magnesium 100mg.")
    name, typed = _parted(words)
    if not name:
        raise Problem("Please say the mineral first and then how much, as in magnesium 100mg.")
    asked = call.asked.get("salt")
    if not typed:
        if asked is not None:
            raise Problem("Please say how many mg of the salt it was.")
        return save(call, Supplement(" ".join(words)))
    mineral, mg = _mineral(name), mass_mg(typed)
    called = name[:1].upper() + name[1:]
    if asked is None:
        return save(call, Supplement(called, **{f"{mineral}_mg": mg}))
    return _save_salt(call, mineral, asked, mg)


def _save_salt(call: Call, mineral: str, asked: str, mg: float) -> str:
    of = salt(mineral, asked)
    held = elemental_mg(of, mg)
    name = f"{mineral} {of.name}"
    said = save(call, Supplement(name.capitalize(), **{f"{mineral}_mg": held}))
    return (
        f"{said}\n{amount(mg)} mg of {name} hold about {of.share * 100:g} % {mineral},"
        f" so {amount(held)} mg were counted."
    )


def _parted(words: Sequence[str]) -> tuple[str, str]:
    """Return the words before the first number, and those from it on."""
    numbers = (at for at, word in enumerate(words) if word[0].isdecimal() or word[0] in ".½¼¾")
    first = next(numbers, len(words))
    return " ".join(words[:first]), " ".join(words[first:])


def _mineral(name: str) -> str:
    """Return the mineral that a name speaks of."""
    words = plain(name).replace("-", " ").split()
    found = [mineral for mineral in ELEMENTS if mineral in words]
    if len(found) == 1:
        return found[0]
    import difflib

    near = [difflib.get_close_matches(word, ELEMENTS, n=1, cutoff=0.7) for word in words]
    guess = next((each[0] for each in near if each), "")
    if guess and not found:
        raise Problem(
            "I do not know “{given}”. Did you mean {near}?", given=shown(name), near=guess
        )
    raise Problem(
        "I count magnesium, potassium or calcium, one at a time, so not “{given}”."
        " Without an amount, any name will do.",
        given=shown(name),
    )
