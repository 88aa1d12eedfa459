"""What the window says about the profile: why something is not shown, which references hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from steadyhands.domain.profile import Profile


def tr(text: str) -> str:
    """Return a text about the profile translated."""
    return QCoreApplication.translate("Profile", text)


def reference_set(profile: Profile) -> str:
    """Return the reference intakes to use: those chosen, else the locale's, `us` or `eu`."""
    if profile.reference_set:
        return profile.reference_set
    in_the_us = QLocale().territory() == QLocale.Country.UnitedStates
    return "us" if in_the_us else "eu"


def noted_text(reason: str) -> str:
    """Return what the person noted, for the middle of a sentence: "kidney disease"."""
    return {
        "kidney": tr("kidney disease"),
        "heart": tr("heart disease"),
        "liver": tr("liver disease"),
        "fluid_limit": tr("a limit on how much you drink"),
        "medicine": tr("a medicine that makes the body keep potassium"),
    }[reason]


def why_text(reason: str) -> str:
    """Return why something is not shown, and whom to ask."""
    if reason == "minor":
        return tr("There is no firm limit under 18. Please ask your clinician what suits you.")
    return tr("Not shown, as you noted {0}. Please ask your clinician what suits you.").format(
        noted_text(reason)
    )


def no_goal_text(reason: str) -> str:
    """Return why there is no goal for drinks, and whom to ask."""
    return tr(
        "No goal for drinks is shown, as you noted {0}. Please ask your clinician how much."
    ).format(noted_text(reason))


def no_limit_text(reason: str) -> str:
    """Return why no day's limit of caffeine is shown, and whom to ask."""
    if reason == "minor":
        return tr(
            "No limit is shown: under 18 there is no firm one (EFSA 2015). Please ask your "
            "clinician what suits you."
        )
    return tr("No limit is shown, as you noted {0}. Please ask your clinician how much.").format(
        noted_text(reason)
    )
