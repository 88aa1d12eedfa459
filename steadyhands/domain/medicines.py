"""A medicine that matters for what is counted here, and why; never a judgement of anybody's."""

from __future__ import annotations

from steadyhands.domain.problem import Problem
from steadyhands.domain.profile import MEDICINES
from steadyhands.domain.value import Value

GROUPS = ("balance", "apart", "twitch")
"""Changes potassium or magnesium; minerals are taken apart from it; shaking is known with it."""


class Medicine(Value):
    """One of the list: its name, names people know it by, why it is there, who says so.

    `like` is the best known of the examples; empty where the name says it all.
    """

    id: str
    name: str
    like: str
    examples: str
    group: str
    why: str
    source: str

    def check(self) -> None:
        """Refuse a medicine without its reason, or one that a profile cannot hold."""
        if self.id not in MEDICINES:
            raise Problem("“{given}” is not a medicine of the list.", given=self.id)
        if self.group not in GROUPS:
            raise Problem("“{given}” is not a group of medicines.", given=self.group)
        for name, said in self.__dict__.items():
            if not isinstance(said, str) or not (said.strip() or name == "like"):
                raise Problem("“{field}” needs words.", field=name)
