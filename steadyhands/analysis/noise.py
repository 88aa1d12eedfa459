"""How days scatter around their mean: counting noise, restless days, slow waves between them.

The covariance of the working residuals is D + A (+ UU'): D of a day alone, A an AR(1) process
over true day numbers, so that gaps count, and U the columns of a prior. All is solved in a time
that grows with the days: the inverse of A has three diagonals (Rue & Held 2005, Gaussian Markov
Random Fields, ch. 1), and U has few columns (Woodbury's identity).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack

Floats = NDArray[np.float64]

_NEGLIGIBLE = 1e-7


class Noise:
    """The covariance diag(1/mu + s(1-rho)) + s rho phi^|days apart| + prior prior', for one mu."""

    def __init__(
        self,
        days: Floats,
        mu: Floats,
        spread: tuple[float, float, float],
        prior: Floats | None = None,
    ) -> None:
        s, rho, phi = spread
        self._alone = 1 / mu + s * (1 - rho)
        self._three: tuple[Floats, Floats] | None = None
        logdet = float(np.log(self._alone).sum())
        if s * rho > 0:
            logdet += self._link(days, s * rho, phi)
        self._prior = prior
        if prior is not None:
            self._solved_prior = self._without_prior(prior)
            within = prior.T @ self._solved_prior
            self._within: Floats = np.asarray(np.linalg.cholesky(within + np.eye(len(within))))
            logdet += 2 * float(np.log(np.diag(self._within)).sum())
        self.half_logdet = logdet / 2

    def solve(self, columns: Floats) -> Floats:
        """Return the inverse of the covariance times the columns."""
        found = self._without_prior(columns)
        if self._prior is None:
            return found
        inner: Floats = lapack.dpotrs(self._within, self._prior.T @ found, lower=1)[0]
        return found - self._solved_prior @ inner

    def _without_prior(self, columns: Floats) -> Floats:
        """Return (D + A)^-1 columns = D^-1 columns - D^-1 (A^-1 + D^-1)^-1 D^-1 columns."""
        weight = 1 / self._alone[:, None]
        scaled = columns * weight
        if self._three is None:
            return scaled
        within: Floats = lapack.dpttrs(*self._three, scaled)[0]
        return scaled - weight * within

    def _link(self, days: Floats, a: float, phi: float) -> float:
        """Factor A^-1 + D^-1 and return what the determinant of D + A has beyond that of D."""
        link = phi ** (days[1:] - days[:-1])
        left = a * (1 - link**2)
        diagonal = 1 / a + 1 / self._alone
        diagonal[:-1] += link**2 / left
        diagonal[1:] += 1 / left - 1 / a
        pivots, below, _ = lapack.dpttrf(diagonal, -link / left)
        self._three = pivots, below
        return float(np.log(a) + np.log(left).sum() + np.log(pivots).sum())


def wandering(days: Floats, sd: float, length: float = 25.0) -> Floats:
    """Return the columns of smooth waves with this standard deviation, `length` in days.

    Their products are the covariance sd^2 exp(-(days apart / length)^2 / 2).
    """
    apart = days[:, None] - days[None, :]
    values, vectors = np.linalg.eigh(np.exp(-0.5 * (apart / length) ** 2))
    kept = values > _NEGLIGIBLE * values[-1]
    return np.asarray(sd * vectors[:, kept] * np.sqrt(values[kept]))
