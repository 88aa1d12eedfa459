"""The twitching in figures, as a sentence says them."""

import pytest

from steadyhands.domain.insight import Rising
from steadyhands.report.twitching import _trend


@pytest.mark.parametrize(
    ("weekly", "low", "high", "said"),
    [
        (0.99, 0.96, 1.02, "−1 % a week; range that fits −4 to +2 %, 116 days"),
        (1.001, 0.96, 1.04, "0 % a week; range that fits −4 to +4 %, 116 days"),
    ],
)
def test_a_change_has_a_true_minus_and_zero_no_sign(weekly, low, high, said):
    rising = Rising("", alarm=False, weekly=weekly, low=low, high=high, days=116)
    assert _trend(rising) == ("no clear change over the weeks", said)
