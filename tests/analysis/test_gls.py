"""The engine against arithmetic that can be done without it."""

import numpy as np
import pytest

from steadyhands.analysis.gls import CountGLS, Effect
from steadyhands.analysis.noise import Gaps, Noise, wandering

CHANCE = np.random.default_rng(11)
DAYS = np.sort(CHANCE.choice(200, 120, replace=False)).astype(float)


def dense(mu, spread, prior=None):
    """Return the covariance as it is defined, entry by entry."""
    s, rho, phi = spread
    apart = np.abs(DAYS[:, None] - DAYS[None, :])
    found = np.diag(1 / mu + s * (1 - rho)) + s * rho * phi**apart
    return found if prior is None else found + prior @ prior.T


@pytest.mark.parametrize("spread", [(0.4, 0.6, 0.6), (0.4, 0.0, 0.6), (0.02, 0.9, 0.85)])
@pytest.mark.parametrize("waves", [False, True])
def test_quick_algebra_is_that_of_the_whole_covariance(spread, waves):
    mu = CHANCE.uniform(0.2, 9, len(DAYS))
    columns = CHANCE.normal(size=(len(DAYS), 3))
    prior = wandering(DAYS, 0.3) if waves else None
    noise, whole = Noise(Gaps(DAYS), mu, spread, prior), dense(mu, spread, prior)

    assert noise.solve(columns) == pytest.approx(np.linalg.solve(whole, columns), abs=1e-8)
    assert noise.half_logdet == pytest.approx(np.linalg.slogdet(whole)[1] / 2, abs=1e-8)


def test_waves_have_the_covariance_they_promise():
    columns = wandering(DAYS, 0.3)
    apart = DAYS[:, None] - DAYS[None, :]

    assert columns @ columns.T == pytest.approx(0.09 * np.exp(-0.5 * (apart / 25) ** 2), abs=1e-7)


def test_even_days_without_unrest_give_the_poisson_answer():
    """Two groups of Poisson days: the maximum likelihood is the ratio of their means."""
    on = (np.arange(120) % 2).astype(float)
    y = np.where(on == 1, [6.0, 8.0, 10.0] * 40, [3.0, 4.0, 5.0] * 40)
    fit = CountGLS(DAYS, y, np.ones((120, 1)))
    fit.spread = (1e-12, 0.0, 0.6)
    found = fit.refit(on)

    assert found.b == pytest.approx(np.log(2), abs=1e-6)
    assert found.unit_se == pytest.approx((1 / y[on == 1].sum() + 1 / y[on == 0].sum()) ** 0.5)


def test_one_step_and_full_fit_agree_where_nothing_is_to_be_found():
    y = CHANCE.poisson(4, len(DAYS)).astype(float)
    columns = CHANCE.normal(size=(len(DAYS), 5))
    fit = CountGLS(DAYS, y, np.column_stack([np.ones(len(DAYS)), DAYS / 100]))

    for quick, column in zip(fit.screened(columns), columns.T, strict=True):
        full = fit.effect(column)
        assert quick.b == pytest.approx(full.b, abs=0.01)
        assert quick.t == pytest.approx(full.t, abs=0.2)


def test_unrest_that_carries_over_is_noticed_and_widens_the_range():
    carried = np.zeros(120)
    for t in range(1, 120):
        carried[t] = 0.85 * carried[t - 1] + 0.5 * CHANCE.normal()
    y = CHANCE.poisson(np.exp(1.5 + carried)).astype(float)
    half = (np.arange(120) >= 60).astype(float)
    days = np.arange(120.0)
    fit = CountGLS(days, y, np.ones((120, 1)))
    naive = (1 / y[:60].sum() + 1 / y[60:].sum()) ** 0.5

    assert fit.spread[1] > 0
    assert fit.effect(half).se > 3 * naive


def test_an_effect_knows_its_range():
    effect = Effect(0.5, 0.1, 1e9)

    assert effect.range() == pytest.approx((0.5 - 0.196, 0.5 + 0.196), abs=1e-3)
    assert effect.range(3.7) == pytest.approx((0.13, 0.87))
    assert effect.p == pytest.approx(5.7e-7, rel=0.01)


def test_days_of_nothing_break_nothing():
    fit = CountGLS(DAYS, np.zeros(len(DAYS)), np.ones((len(DAYS), 1)))

    assert np.isfinite(fit.effect(DAYS / 100).b)
