"""The self-check in words: its taps, and what they lead to. Never a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as escaped

from steadyhands.domain.selfcheck import LOG_DAYS, Outcome
from steadyhands.ui import words
from steadyhands.ui.tabs.plan.wording import tr


def escape(text: str) -> str:
    """Return plain text as it stands in rich text."""
    return escaped(text, quote=False)


def limits() -> str:
    """Return what no self-check can do."""
    return tr("It cannot show what your body lacks; only a clinician's test can.")


def answers(keys: Iterable[str]) -> list[tuple[str, str]]:
    """Return the taps as pairs of key and words."""
    names = {
        "greens": tr("Leafy greens"),
        "nuts": tr("Nuts or seeds"),
        "beans": tr("Beans or lentils"),
        "grains": tr("Whole grains"),
        "cravings": tr("Cravings: chocolate, seeds, yogurt"),
        "sweating": tr("Sweating a lot"),
        "alcohol": tr("Alcohol on many days"),
        "late-caffeine": tr("Caffeine after mid-afternoon"),
        "short-nights": tr("Nights under seven hours"),
        "medicines": tr("Water tablets or acid blockers"),
    }
    return [(key, names[key]) for key in keys]


def shown(found: Outcome) -> str:
    """Return the outcome as a text with headings."""
    rows = "".join(
        f"<tr><td>•&nbsp;&nbsp;</td><td>{escape(line)}</td></tr>" for line in _logged(found.log)
    )
    fitting = escape(tr("The step that fits"))
    parts = [f"<b>{fitting}</b><br>{escape(_step(found))}"]
    if found.clinician:
        parts.append(escape(_clinician()))
    parts.append(escape(limits()))
    said = "".join(f"<p style='margin: 10px 0 0 0'>{part}</p>" for part in parts)
    return f"<b>{escape(_heading())}</b><table>{rows}</table>{said}"


def as_note(given: Sequence[str], found: Outcome) -> str:
    """Return taps and outcome as a note for the diary."""
    taps = ", ".join(text for _, text in answers(given)) or tr("nothing tapped")
    lines = [tr("Self-check: {0}.").format(taps), _heading()]
    lines += [f"- {line}" for line in _logged(found.log)]
    return "\n".join([*lines, _step(found)])


def _heading() -> str:
    return tr("For the next {0} days, log").format(LOG_DAYS)


def _logged(keys: Iterable[str]) -> list[str]:
    names = {
        "twitches": tr("twitches, when you notice them; not every single one"),
        "food": tr("meals with their foods, on the Food page"),
        "cravings": tr("a note when a craving comes, and what you ate"),
        "drinks": tr("drinks: water, coffee and the like, alcohol"),
        "workout": tr("exercise minutes in the check-in"),
        "sleep": tr("when you slept and woke"),
        "tiredness": tr("tiredness in the check-in"),
        "medicines": tr("your medicines, under “About you” in Settings"),
    }
    return [names[key] for key in keys]


def _step(found: Outcome) -> str:
    names = words.plan_step_names()
    if not found.step:
        said = tr("None stands out; the plan's own order is a good one.")
    else:
        said = tr("{0}.").format(names[found.step])
    if found.first:
        said += " " + tr("The baseline comes first: two weeks or more as you are.")
    return said


def _clinician() -> str:
    return tr(
        "Some of this touches your health or your medicines. Please ask your clinician before"
        " you change what you eat or drink for it."
    )
