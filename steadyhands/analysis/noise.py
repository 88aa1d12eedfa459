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


class Gaps:
    """Day numbers, and how much carries over each gap between them."""

    def __init__(self, days: Floats) -> None:
        self.days = days
        self._between = days[1:] - days[:-1]
        self._kept: dict[float, tuple[Floats, Floats, float]] = {}

    def carried(self, phi: float) -> tuple[Floats, Floats, float]:
        """Return of the inverse of phi^|days apart| both diagonals, and the logdet of itself."""
        if phi not in self._kept:
            link = phi**self._between
            new = 1 - link**2
            diagonal = np.ones(len(self.days))
            diagonal[:-1] += link**2 / new
            diagonal[1:] += 1 / new - 1
            self._kept[phi] = diagonal, -link / new, float(np.log(new).sum())
        return self._kept[phi]


class Noise:
    """The covariance diag(1/mu + s(1-rho)) + s rho phi^|days apart| + prior prior', for one mu."""

    def __init__(
        self,
        gaps: Gaps,
        mu: Floats,
        spread: tuple[float, float, float],
        prior: Floats | None = None,
    ) -> None:
        s, rho, phi = spread
        alone = 1 / mu + s * (1 - rho)
        self._weight = 1 / alone
        self._three: tuple[Floats, Floats] | None = None
        logdet = float(np.log(alone).sum())
        if s * rho > 0:
            logdet += self._link(gaps, s * rho, phi)
        self._prior = prior
        if prior is not None:
            self._solved_prior = self._without_prior(prior)
            within = prior.T @ self._solved_prior
            within.flat[:: len(within) + 1] += 1
            self._within: Floats = lapack.dpotrf(within, lower=1)[0]
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
        weight = self._weight[:, None]
        scaled = columns * weight
        if self._three is None:
            return scaled
        within: Floats = lapack.dpttrs(*self._three, scaled)[0]
        return scaled - weight * within

    def _link(self, gaps: Gaps, a: float, phi: float) -> float:
        """Factor A^-1 + D^-1 and return what the determinant of D + A has beyond that of D."""
        diagonal, beside, logdet = gaps.carried(phi)
        pivots, below, _ = lapack.dpttrf(diagonal / a + self._weight, beside / a)
        self._three = pivots, below
        return float(len(pivots) * np.log(a) + logdet + np.log(pivots).sum())


def wandering(days: Floats, sd: float, length: float = 25.0) -> Floats:
    """Return the columns of smooth waves with this standard deviation, `length` in days.

    Their products are the covariance sd^2 exp(-(days apart / length)^2 / 2).
    """
    apart = days[:, None] - days[None, :]
    values, vectors = np.linalg.eigh(np.exp(-0.5 * (apart / length) ** 2))
    kept = values > _NEGLIGIBLE * values[-1]
    return np.asarray(sd * vectors[:, kept] * np.sqrt(values[kept]))
