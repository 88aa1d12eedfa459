"""The salts that supplements are made of, and how much of each is the mineral itself."""

from __future__ import annotations

from steadyhands.domain.amounts import plain, shown
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

ELEMENTS = ("magnesium", "potassium", "calcium")


class Salt(Value):
    """One salt: its element, its name, and the share of its weight that is the element.

    The shares are computed from formula weights, for the form named (water of
    crystallisation included) and rounded to two digits.
    """

    element: str
    name: str
    share: float
    form: str = ""


SALTS = (
    Salt("magnesium", "oxide", 0.60),
    Salt("magnesium", "citrate", 0.16, "without water"),
    Salt("magnesium", "bisglycinate", 0.14),
    Salt("magnesium", "chloride", 0.12, "hexahydrate"),
    Salt("magnesium", "sulfate", 0.099, "heptahydrate"),
    Salt("potassium", "chloride", 0.52),
    Salt("potassium", "citrate", 0.36, "monohydrate"),
    Salt("calcium", "carbonate", 0.40),
    Salt("calcium", "citrate", 0.21, "tetrahydrate"),
)
_SAME = {"glycinate": "bisglycinate", "sulphate": "sulfate"}


def salt(element: str, name: str) -> Salt:
    """Return an element's salt by its name. Raises Problem that names those there are."""
    asked = plain(name).removeprefix(element).strip()
    asked = _SAME.get(asked, asked)
    known = [each for each in SALTS if each.element == element]
    for each in known:
        if each.name == asked:
            return each
    raise Problem(
        "I do not know the {element} salt “{given}”; known are {known}.",
        element=element,
        given=shown(name),
        known=", ".join(each.name for each in known),
    )


def elemental_mg(of: Salt, salt_mg: float) -> float:
    """Return the milligrams of the element in so many of its salt, to a tenth."""
    return round(of.share * salt_mg, 1)
