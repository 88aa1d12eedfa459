from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.quantities import QUANTITIES, from_thousandths, to_thousandths
from tests.strategies import ENTRIES

AMOUNTS = st.floats(0, 1e6).map(lambda x: round(x, 3))


@given(AMOUNTS)
def test_three_decimals_come_back(amount):
    assert from_thousandths(to_thousandths(amount)) == amount


@given(st.lists(AMOUNTS, max_size=30), st.randoms())
def test_adding_and_taking_away_never_drifts(amounts, chance):
    total = sum(map(to_thousandths, amounts))
    chance.shuffle(amounts)
    for amount in amounts:
        total -= to_thousandths(amount)
    assert total == 0


@given(ENTRIES)
def test_everything_an_entry_counts_is_a_known_quantity(entry):
    assert set(entry.amounts()) <= set(QUANTITIES)


def test_names_stand_under_themselves():
    assert all(name == quantity.name for name, quantity in QUANTITIES.items())
