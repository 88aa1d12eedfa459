"""What insight has to say about the plan: verdicts in words, and what steps can show."""

from __future__ import annotations

from steadyhands.domain.plan.fold import PlanState
from steadyhands.domain.plan.steps import BASELINE
from steadyhands.services.insight import Insight
from steadyhands.services.plan import Wishes
from steadyhands.ui.insight_words import verdict_text
from steadyhands.ui.tabs.plan.presenter import Outlook


def asks_for_insight(plan: PlanState) -> bool:
    """Return whether there is a step to judge, or one to choose with a baseline behind it."""
    return plan.has_baseline or any(run.step != BASELINE for run in plan.runs)


def verdicts_of(insight: Insight | None) -> dict[str, str]:
    """Return the newest verdict of each step that has one, in words."""
    if insight is None:
        return {}
    texts = {each.step: verdict_text(each) for each in insight.standing.verdicts}
    return {step: text for step, text in texts.items() if text}


def outlook_of(insight: Insight | None, plan: PlanState, wishes: Wishes) -> Outlook:
    """Return what each step can show: the open one as it runs, others as they are wished for."""
    if insight is None:
        return Outlook()
    found = {step: insight.expect(wishes.days(step), wishes.rhythm(step)) for step in wishes.order}
    if plan.current is not None:
        found[plan.current.step] = _of_open(insight, plan.current.step)
    known = tuple((step, expect) for step, expect in found.items() if expect is not None)
    return Outlook(known, insight.suggestion)


def _of_open(insight: Insight, step: str) -> float | None:
    return next((v.expect for v in reversed(insight.standing.verdicts) if v.step == step), None)
