"""Count regression for a diary: log-linear mean, restless and dependent days, gaps as gaps.

Estimating equations with a parameter-driven covariance (Zeger 1988, Biometrika 75:621; Davis & Wu
2009, Biometrika 96:735), its three parameters by restricted likelihood on the working residuals.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import lapack
from scipy.special import stdtr, stdtrit

from steadyhands.analysis.noise import Floats, Gaps, Noise
from steadyhands.domain.value import Value

PHIS = {0.3: -0.2, 0.6: 0.0, 0.85: -0.3}
"""Day-to-day carry-over that is tried, with the log-prior of each."""

RHOS = {0.0: -1.0, 0.3: 0.0, 0.6: 0.0, 0.9: -0.5}
"""Share of the restlessness that carries over, with log-priors."""

_COARSE, _FINE = (0.5, 1.0), (0.7, 0.85, 1.2, 1.5)
_LEAST_SPREAD = 0.02
_STEPS = 5


class Effect(Value):
    """A coefficient: estimate, standard error, degrees of freedom, two-sided p."""

    b: float
    se: float
    df: float

    @property
    def t(self) -> float:
        """Return the estimate in standard errors."""
        return self.b / self.se

    @property
    def p(self) -> float:
        """Return the two-sided p of no effect."""
        return float(2 * stdtr(self.df, -abs(self.t)))

    def range(self, widths: float | None = None) -> tuple[float, float]:
        """Return the 95 % interval, or the one of `widths` standard errors."""
        half = self.se * (float(stdtrit(self.df, 0.975)) if widths is None else widths)
        return self.b - half, self.b + half


class Refit(Value):
    """One more column in the mean: its coefficient, standard error at scale 1, residual sum."""

    b: float
    unit_se: float
    rss: float


class CountGLS:
    """A fit of counts `y` on days `days` to the columns `z`; `prior` the columns of a prior."""

    def __init__(self, days: Floats, y: Floats, z: Floats, prior: Floats | None = None) -> None:
        self.gaps, self.y, self.z, self.prior = Gaps(days), y, z, prior
        self.least = 0.02 * float(y.mean()) + 0.001
        self.b = self._start()
        self.spread = (_LEAST_SPREAD, 0.0, 0.6)
        for _ in range(2):
            self.spread = self._chosen_spread()
            self.b, _ = self._steps(self.z, self.b, 4)
        self.mu, self.e = self._working(self.z, self.b)
        self.noise = Noise(self.gaps, self.mu, self.spread, self.prior)

    def refit(self, x: Floats) -> Refit:
        """Return what `x` adds to the mean, fitted with it there."""
        wide = np.column_stack([self.z, x])
        b, information = self._steps(wide, np.append(self.b, 0.0), _STEPS)
        mu, e = self._working(wide, b)
        solved = Noise(self.gaps, mu, self.spread, self.prior).solve(e[:, None])[:, 0]
        rss = float(e @ solved) - _explained(information, wide.T @ solved)
        unit = float(np.linalg.inv(information)[-1, -1])
        return Refit(float(b[-1]), unit**0.5, rss)

    def effect(self, x: Floats) -> Effect:
        """Return the effect of `x`; four degrees of freedom pay for the covariance."""
        found = self.refit(x)
        return self._scaled(found.b, found.unit_se, found.rss)

    def screened(self, columns: Floats) -> list[Effect]:
        """Return the one-step effects of many columns, each alone: cheap, to leave out the dull."""
        e = self.e
        solved = self.noise.solve(np.column_stack([self.z, e, columns]))
        p = self.z.shape[1]
        core = _inverse(self.z.T @ solved[:, :p])
        cross = self.z.T @ solved[:, p:]
        score = columns.T @ solved[:, p] - cross[:, 1:].T @ core @ cross[:, 0]
        held = np.einsum("ij,ij->j", columns, solved[:, p + 1 :]) - np.einsum(
            "ij,ik,kj->j", cross[:, 1:], core, cross[:, 1:]
        )
        rest = float(e @ solved[:, p] - cross[:, 0] @ core @ cross[:, 0])
        held = np.maximum(held, 1e-9)
        return [
            self._scaled(u / h, h**-0.5, rest - u * u / h)
            for u, h in zip(score.tolist(), held.tolist(), strict=True)
        ]

    def _scaled(self, b: float, unit_se: float, rss: float) -> Effect:
        n, p = self.z.shape
        scale = max(rss / max(n - p - 4, 1), 0.5)
        return Effect(b, unit_se * scale**0.5, max(n - p - 5, 1))

    def _working(self, z: Floats, b: Floats) -> tuple[Floats, Floats]:
        """Return each day's weight, here its mean, and its working residual."""
        mu = np.maximum(np.exp(np.clip(z @ b, -20, 20)), self.least)
        return mu, (self.y - mu) / mu

    def _start(self) -> Floats:
        """Return the coefficients of independent days, by Newton's method."""
        b = np.zeros(self.z.shape[1])
        b[0] = self._level()
        for _ in range(25):
            mu, e = self._working(self.z, b)
            step = _inverse(self.z.T @ (self.z * mu[:, None])) @ (self.z.T @ (mu * e))
            b = b + np.clip(step, -2, 2)
            if np.abs(step).max() < 1e-8:
                break
        return b

    def _level(self) -> float:
        """Return where the constant starts."""
        return float(np.log(max(float(self.y.mean()), self.least)))

    def _steps(self, z: Floats, b: Floats, most: int) -> tuple[Floats, Floats]:
        """Return coefficients after Gauss-Newton steps, and their information at scale 1."""
        for _ in range(most):
            mu, e = self._working(z, b)
            solved = Noise(self.gaps, mu, self.spread, self.prior).solve(z)
            information = _steady(z.T @ solved)
            step = np.linalg.solve(information, solved.T @ e)
            b = b + np.clip(step, -2, 2)
            if np.abs(step).max() < 1e-6:
                break
        return b, information

    def _chosen_spread(self) -> tuple[float, float, float]:
        """Return (s, rho, phi) of the highest restricted likelihood on the grid, with priors."""
        mu, e = self._working(self.z, self.b)
        weight = np.minimum(mu, 5)
        s0 = max(float((weight * (e * e - 1 / mu)).sum() / weight.sum()), _LEAST_SPREAD)
        tried = [
            (s0 * factor, rho, phi)
            for factor in _COARSE
            for rho in RHOS
            for phi in (PHIS if rho else (0.6,))
        ]
        both = np.column_stack([self.z, e])
        best = max(tried, key=lambda spread: self._likelihood(mu, both, spread))
        near = [best, *((best[0] * factor, best[1], best[2]) for factor in _FINE)]
        return max(near, key=lambda spread: self._likelihood(mu, both, spread))

    def _likelihood(self, mu: Floats, both: Floats, spread: tuple[float, float, float]) -> float:
        noise = Noise(self.gaps, mu, spread, self.prior)
        gram = both.T @ noise.solve(both)
        gram.flat[:: len(gram) + 1] *= 1 + 1e-9  # columns may say the same,
        gram.flat[:: len(gram) + 1] += 1e-9  # or leave nothing over
        diagonal = lapack.dpotrf(gram, lower=1)[0].diagonal()
        prior = RHOS[spread[1]] + PHIS[spread[2]]
        fit = -noise.half_logdet - np.log(diagonal[:-1]).sum() - 0.5 * diagonal[-1] ** 2
        return float(fit) + prior


class ShareGLS(CountGLS):
    """The same for a share: `y` of `of` twitches a day, on the log-odds."""

    def __init__(
        self, days: Floats, y: Floats, of: Floats, z: Floats, prior: Floats | None = None
    ) -> None:
        self._of = of
        super().__init__(days, y, z, prior)

    def _working(self, z: Floats, b: Floats) -> tuple[Floats, Floats]:
        share = 1 / (1 + np.exp(-np.clip(z @ b, -6, 6)))
        weight = self._of * share * (1 - share)
        return weight, (self.y - self._of * share) / weight

    def _level(self) -> float:
        share = (self.y.sum() + 0.5) / (self._of.sum() + 1)
        return float(np.log(share / (1 - share)))


def _steady(matrix: Floats) -> Floats:
    """Return a matrix that can be inverted even when two columns say the same."""
    steady = matrix.copy()
    steady.flat[:: len(steady) + 1] *= 1 + 1e-9
    return steady


def _inverse(matrix: Floats) -> Floats:
    return np.asarray(np.linalg.inv(_steady(matrix)))


def _explained(information: Floats, score: Floats) -> float:
    return float(score @ np.linalg.solve(information, score))
