import pytest

from steadyhands.domain.problem import Problem
from steadyhands.domain.salts import SALTS, elemental_mg, salt

WEIGHTS = {
    "H": 1.008,
    "C": 12.011,
    "N": 14.007,
    "O": 15.999,
    "Mg": 24.305,
    "S": 32.06,
    "Cl": 35.45,
    "K": 39.098,
    "Ca": 40.078,
}
# Atoms of each salt in the form that SALTS names; the first is its element.
FORMULAS = {
    ("magnesium", "oxide"): {"Mg": 1, "O": 1},
    ("magnesium", "citrate"): {"Mg": 3, "C": 12, "H": 10, "O": 14},
    ("magnesium", "bisglycinate"): {"Mg": 1, "C": 4, "H": 8, "N": 2, "O": 4},
    ("magnesium", "chloride"): {"Mg": 1, "Cl": 2, "H": 12, "O": 6},
    ("magnesium", "sulfate"): {"Mg": 1, "S": 1, "O": 11, "H": 14},
    ("potassium", "chloride"): {"K": 1, "Cl": 1},
    ("potassium", "citrate"): {"K": 3, "C": 6, "H": 7, "O": 8},
    ("calcium", "carbonate"): {"Ca": 1, "C": 1, "O": 3},
    ("calcium", "citrate"): {"Ca": 3, "C": 12, "H": 18, "O": 18},
}


@pytest.mark.parametrize("known", SALTS, ids=lambda known: f"{known.element}-{known.name}")
def test_shares_follow_from_the_formulas(known):
    atoms = FORMULAS[(known.element, known.name)]
    whole = sum(WEIGHTS[atom] * count for atom, count in atoms.items())
    element = next(iter(atoms))
    assert known.share == pytest.approx(WEIGHTS[element] * atoms[element] / whole, abs=0.005)
    assert known.element == {"Mg": "magnesium", "K": "potassium", "Ca": "calcium"}[element]


def test_the_element_of_a_salt():
    assert elemental_mg(salt("magnesium", "citrate"), 400) == 64
    assert elemental_mg(salt("magnesium", "Magnesium glycinate"), 100) == 14


def test_a_salt_that_is_not_listed():
    with pytest.raises(Problem, match="known are oxide, citrate"):
        salt("magnesium", "dust")
