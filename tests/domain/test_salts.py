import pytest

from steadyhands.domain.problem import Problem
from steadyhands.domain.salts import SALTS, element_mg, salt

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
# Atoms of each salt as SALTS describes it; the first is its element.
FORMULAS = {
    "mg-oxide": {"Mg": 1, "O": 1},
    "mg-citrate": {"Mg": 3, "C": 12, "H": 10, "O": 14},
    "mg-bisglycinate": {"Mg": 1, "C": 4, "H": 8, "N": 2, "O": 4},
    "mg-chloride": {"Mg": 1, "Cl": 2, "H": 12, "O": 6},
    "mg-sulfate": {"Mg": 1, "S": 1, "O": 11, "H": 14},
    "k-chloride": {"K": 1, "Cl": 1},
    "k-citrate": {"K": 3, "C": 6, "H": 7, "O": 8},
    "ca-carbonate": {"Ca": 1, "C": 1, "O": 3},
    "ca-citrate": {"Ca": 3, "C": 12, "H": 18, "O": 18},
}


@pytest.mark.parametrize("known", SALTS, ids=lambda known: known.id)
def test_shares_follow_from_the_formulas(known):
    atoms = FORMULAS[known.id]
    whole = sum(WEIGHTS[atom] * count for atom, count in atoms.items())
    element = next(iter(atoms))
    assert known.share == pytest.approx(WEIGHTS[element] * atoms[element] / whole, abs=0.0006)
    assert known.mineral == {"Mg": "magnesium", "K": "potassium", "Ca": "calcium"}[element]


def test_the_element_of_a_salt_in_whole_milligrams():
    assert element_mg(400, salt("mg-citrate")) == 65
    assert element_mg(0, salt("mg-oxide")) == 0


def test_a_salt_that_is_not_listed():
    with pytest.raises(Problem, match="no salt"):
        salt("mg-dust")
