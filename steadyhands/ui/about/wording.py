"""The words of the page about the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from steadyhands.domain.amounts import volume_ml
from steadyhands.domain.bodysize import CM_PER_INCH, KG_PER_POUND
from steadyhands.domain.medicines import Medicine
from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import FLUID_LIMIT_ML, Profile
from steadyhands.ui import words


def tr(text: str) -> str:
    """Return a text of the page translated."""
    return QCoreApplication.translate("AboutYou", text)


def age_names() -> list[tuple[str, str]]:
    """Return the age groups and what they are called, youngest first."""
    return [
        ("14-17", tr("14–17")),
        ("18", tr("18")),
        ("19-24", tr("19–24")),
        ("25-30", tr("25–30")),
        ("31-50", tr("31–50")),
        ("51-64", tr("51–64")),
        ("65-70", tr("65–70")),
        ("71+", tr("71 or older")),
    ]


def sex_names() -> list[tuple[str, str]]:
    """Return the columns of the tables of reference values."""
    return [("women", tr("Women's")), ("men", tr("Men's"))]


def set_names() -> list[tuple[str, str]]:
    """Return the sets of reference intakes."""
    return [("eu", tr("Europe (EFSA)")), ("us", tr("US and Canada"))]


def condition_names() -> list[tuple[str, str]]:
    """Return the conditions that change what may be shown."""
    return [
        ("kidney", tr("Kidney disease")),
        ("heart", tr("Heart disease")),
        ("liver", tr("Liver disease")),
        ("thyroid", tr("Thyroid disease")),
        ("fluid_limit", tr("Told to limit what I drink")),
    ]


def group_names() -> dict[str, str]:
    """Return why the medicines of a group are asked for."""
    return {
        "balance": tr("These change potassium or magnesium in the body"),
        "apart": tr("Minerals are taken some hours apart from these"),
        "twitch": tr("Shaking or twitching is known with these"),
    }


def medicine_text(medicine: Medicine) -> str:
    """Return a medicine as its chip says it: "Acid blocker (omeprazole)"."""
    if not medicine.like or medicine.like.casefold() == medicine.name.casefold():
        return medicine.name
    return tr("{0} ({1})").format(medicine.name, medicine.like)


def full_name(medicine: Medicine) -> str:
    """Return a medicine with the names people know it by."""
    return tr("{0} ({1})").format(medicine.name, medicine.examples)


def height_text(cm: float, units: str) -> str:
    """Return a height: "172 cm", "5 ft 8 in"."""
    if not words.uses_fl_oz(units):
        return tr("{0} cm").format(words.number_text(cm))
    feet, inches = divmod(round(cm / CM_PER_INCH), 12)
    return tr("{0} ft {1} in").format(feet, inches)


def weight_text(kg: float, units: str) -> str:
    """Return a weight: "64 kg", "141 lb"."""
    if not words.uses_fl_oz(units):
        return tr("{0} kg").format(words.number_text(kg, 1))
    return tr("{0} lb").format(words.number_text(kg / KG_PER_POUND))


def half_life_text(hours: float) -> str:
    """Return how long half of the caffeine stays: "5 h"."""
    return tr("{0} h").format(words.number_text(hours, 1))


def read_limit(text: str) -> float | None:
    """Return a limit for drinks in ml, None for no text."""
    if not text.strip():
        return None
    ml = volume_ml(text)
    if not FLUID_LIMIT_ML[0] <= ml <= FLUID_LIMIT_ML[1]:
        raise Problem("A limit for drinks is between 300 and 5,000 ml a day.")
    return ml


def half_life_hints(profile: Profile) -> list[str]:
    """Return what is known to make caffeine stay longer or shorter, of what was said.

    Pregnancy: 8.3 h, 3 to 16 (Springer BF00637512). The pill about doubles it, smoking
    shortens it by 30 to 50 %, fluvoxamine 4.9 to 56 h (reviews quoted in SOURCES.md).
    """
    found = []
    if profile.pregnant:
        found.append(
            tr(
                "In pregnancy it stays longer: 8.3 hours on average in one study, 3 to 16 "
                "between people; about a month after birth it is as before."
            )
        )
    elif profile.contraceptive_pill:
        found.append(tr("With the contraceptive pill it stays about twice as long."))
    if profile.smokes:
        found.append(tr("With smoking it is gone sooner, by a third to a half."))
    if profile.takes("fluvoxamine"):
        found.append(tr("With fluvoxamine it stays far longer than the curve can show."))
    return found
