"""The effort guard: a diary kept carelessly loses twitches and drinks together.

Days logged in full then show more of both, and a link that is not there. How much the care of
logging varies is read from entries with a known number a day (sleep, stress, three meals), less
what chance alone makes them vary; the link that this could fake is taken off a positive one.
"""

from __future__ import annotations

import numpy as np

from steadyhands.analysis.frame import Frame
from steadyhands.analysis.regressor import Regressor

_FADES = 0.4  # how much of a day's care is left on the day after
_RELIABLE = 0.8


class EffortGuard:
    """Takes off a positive coefficient what varying care could have made."""

    def __init__(self, frame: Frame) -> None:
        self._share = _faked_share(frame)

    def guarded(self, b: float, regressor: Regressor) -> float:
        """Return the coefficient less what effort may explain, never below zero by it."""
        if b <= 0 or not regressor.factor.forgotten or not regressor.sd:
            return b
        reach = 1.0 if regressor.lag == 0 else _FADES
        relative = regressor.mean / regressor.sd
        return max(0.0, b - 2 * self._share * regressor.factor.forgotten * relative * reach)


def _faked_share(frame: Frame) -> float:
    """Return the variance of care that completeness does not show, against its mean squared."""
    if not len(frame):
        return 0.0
    shares = frame.told.mean(axis=0) / np.array([1.0, 1.0, 3.0])
    by_chance = float((shares * (1 - shares) * np.array([1.0, 1.0, 3.0])).sum()) / 25
    total, mean = float(frame.core.var()), float(frame.core.mean())
    if total <= 0 or mean <= 0:
        return 0.0
    care = max(0.0, (total - by_chance) / _RELIABLE)
    return care * max(total - care, 0.0) / total / mean**2
