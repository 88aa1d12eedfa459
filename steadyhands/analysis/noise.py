"""How days scatter around their mean: counting noise, restless days, slow waves between them.

The covariance of the working residuals is D + A (+ G): D of a day alone, A an AR(1) process
over true day numbers, so that gaps count, and G a given prior. Without G all that is needed is
solved in a time that grows with the days, since the inverse of A has three diagonals
(Rue & Held 2005, Gaussian Markov random fields, ch. 1); with G by Cholesky.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack

Floats = NDArray[np.float64]


class Noise:
    """The covariance diag(1/mu + s(1-rho)) + s rho phi^|days apart| (+ prior), for one mu."""

    def __init__(
        self,
        days: Floats,
        mu: Floats,
        spread: tuple[float, float, float],
        prior: Floats | None = None,
    ) -> None:
        s, rho, phi = spread
        self._alone = 1 / mu + s * (1 - rho)
        self._dense: Floats | None = None
        self._three: tuple[Floats, Floats] | None = None
        self.half_logdet = 0.0
        if prior is not None:
            self._factor_dense(days, s * rho, phi, prior)
        else:
            self._factor_three(days, s * rho, phi)

    def solve(self, columns: Floats) -> Floats:
        """Return the inverse of the covariance times the columns."""
        if self._dense is not None:
            solved: Floats = lapack.dpotrs(self._dense, columns, lower=1)[0]
            return solved
        weight = 1 / self._alone
        scaled = columns * weight[:, None]
        if self._three is None:
            return scaled
        within: Floats = lapack.dpttrs(*self._three, scaled)[0]
        return scaled - weight[:, None] * within

    def _factor_dense(self, days: Floats, a: float, phi: float, prior: Floats) -> None:
        apart = np.abs(days[:, None] - days[None, :])
        covariance = prior + a * phi**apart
        covariance[np.diag_indices_from(covariance)] += self._alone
        self._dense = lapack.dpotrf(covariance, lower=1, clean=1)[0]
        self.half_logdet = float(np.log(np.diag(self._dense)).sum())

    def _factor_three(self, days: Floats, a: float, phi: float) -> None:
        """(D + A)^-1 = D^-1 - D^-1 (A^-1 + D^-1)^-1 D^-1, and the determinant likewise."""
        logdet = float(np.log(self._alone).sum())
        if a > 0:
            link = phi ** np.diff(days)
            left = a * (1 - link**2)
            diagonal = np.full(len(days), 1 / a)
            diagonal[:-1] += link**2 / left
            diagonal[1:] += 1 / left - 1 / a
            diagonal += 1 / self._alone
            pivots, below, _ = lapack.dpttrf(diagonal, -link / left)
            self._three = pivots, below
            logdet += float(np.log(a) + np.log(left).sum() + np.log(pivots).sum())
        self.half_logdet = logdet / 2
