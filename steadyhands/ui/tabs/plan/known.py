"""What is known about each step, with its source in words, and what is not.

What is said to be known: caffeine and sleep, Gardiner 2023 (PubMed 36870101); magnesium, EFSA
Journal 2015;13(7):4186; potassium, EFSA Journal 2016 (4592); sleep, AASM/SRS and National
Sleep Foundation 2015, UK Biobank (regularity); short breaks, PLoS One 2022 e0272460; what
makes a shake larger, PMC6806079. Nothing is promised: where no study is known, it says so.
"""

from __future__ import annotations

from steadyhands.ui.tabs.plan.wording import tr


def why(step: str) -> str:
    """Return what is known about a step, and what is not."""
    return {**_eaten_and_drunk(), **_lived()}.get(step, "")


def _eaten_and_drunk() -> dict[str, str]:
    return {
        "baseline": tr(
            "Everything later is compared with these days. Twitching comes in waves, so two weeks"
            " are the least and four are better. Earlier days do not count: people tend to begin"
            " in a bad spell, and the weeks after one look better by themselves."
        ),
        "water": tr(
            "A large cup of coffee disturbed sleep unless nearly nine hours lay between it and bed"
            " (Gardiner and others, 2023), and caffeine can make the fine shake of any hand"
            " larger. Whether more water calms twitching is not known; this step tests it for you."
        ),
        "magnesium": tr(
            "Muscles and nerves use magnesium; European adults are advised 350 mg (men) or 300 mg"
            " (women) a day, which food can bring (EFSA, 2015). Whether more of it changes"
            " twitching in somebody who is well is not known. Food only: a supplement is a"
            " question for your clinician."
        ),
        "balance": tr(
            "Potassium and calcium have their part whenever a muscle tightens and lets go. EFSA"
            " (2016) advises 3,500 mg of potassium a day for adults. Studies of everyday amounts"
            " and finger twitching are missing. Food only: no salt substitutes."
        ),
    }


def _lived() -> dict[str, str]:
    return {
        "sleep": tr(
            "Sleep specialists advise adults seven hours or more, most of them seven to nine"
            " (AASM and SRS, National Sleep Foundation, both 2015). In the UK Biobank regular"
            " hours told more about health than long ones, though that is no proof of a cause."
        ),
        "movement": tr(
            "Short breaks leave people a little fresher (22 studies with 2,335 people, 2022)."
            " That stretching treats twitching has not been shown. Stop if it hurts."
        ),
        "meals": tr(
            "The article behind this plan suggests it. We know of no study of meal times and"
            " twitching, so your own diary is the best witness."
        ),
        "stress": tr(
            "Tension and tiredness can make the fine shake of any hand larger, and one notices"
            " more of what one watches for. You need not log every single twitch."
        ),
    }
