"""What the profile changes, told in lines: goals, limits, references, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.domain import allowed
from steadyhands.domain.intakes import MINERALS, reference
from steadyhands.domain.profile import Profile
from steadyhands.ui import profile_words, words


def tr(text: str) -> str:
    """Return a text of the page translated."""
    return QCoreApplication.translate("AboutYou", text)


def effect_lines(profile: Profile, goal_ml: float, units: str) -> list[tuple[str, str]]:
    """Return subject and sentence for each thing the profile decides."""
    return [
        (tr("Drinks"), _water(profile, goal_ml, units)),
        (tr("Caffeine"), _caffeine(profile)),
        (tr("Sleep"), _sleep(profile)),
        *_minerals(profile),
    ]


def _minerals(profile: Profile) -> list[tuple[str, str]]:
    """Return a line for each mineral, or one for all if there is one thing to say."""
    names = (tr("Magnesium from food"), tr("Potassium"), tr("Calcium"))
    said = [_mineral(mineral, profile) for mineral in MINERALS]
    if len(set(said)) == 1:
        return [(tr("Magnesium, potassium and calcium from food"), said[0])]
    return list(zip(names, said, strict=True))


def _water(profile: Profile, goal_ml: float, units: str) -> str:
    may = allowed.water_goal(profile)
    if not may.shown:
        return profile_words.no_goal_text(may.reason)
    return tr("Your own goal of {0} a day.").format(words.volume_text(goal_ml, units))


def _caffeine(profile: Profile) -> str:
    limit = allowed.caffeine_limit(profile)
    if not limit.shown:
        return profile_words.no_limit_text(limit.reason)
    if profile.is_minor:
        said = tr("{0} a day, 3 mg for each kg: a point to begin from under 18 (EFSA 2015).")
        return said.format(words.mg_text(round(limit.mg)))
    return tr("Up to {0} a day raises no safety concern in healthy people (EFSA 2015).").format(
        words.mg_text(round(limit.mg))
    )


def _sleep(profile: Profile) -> str:
    band = allowed.sleep_band(profile)
    return tr("{0}–{1} hours a night, as a guide.").format(round(band.low_h), round(band.high_h))


def _mineral(mineral: str, profile: Profile) -> str:
    bar = allowed.reference_bar(mineral, profile)
    if not bar.shown:
        return profile_words.why_text(bar.reason)
    found = reference(mineral, profile, profile_words.reference_set(profile))
    if found is not None:
        said = tr("Reference {0} a day ({1}, {2}).")
        return said.format(words.mg_text(found.amount_mg), found.kind, found.source)
    if not profile.age_group:
        return tr("Say your age and whether women's or men's values suit, and a reference shows.")
    if not profile.sex:
        return tr("Say whether women's or men's values suit, and a reference shows.")
    return tr("The table has no one figure for this age.")
