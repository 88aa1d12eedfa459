"""What went wrong, in one sentence a person can act on."""

from __future__ import annotations


class Problem(ValueError):
    """Something the person gave, or their machine, does not allow an act.

    `template` is one plain English sentence with `{placeholders}`; `facts` fill them.
    The window translates the template, the command line prints `str(problem)`.
    """

    def __init__(self, template: str, **facts: object) -> None:
        super().__init__(template)
        self.template = template
        self.facts = facts

    def __str__(self) -> str:
        return self.template.format(**self.facts)


class DiaryBusy(Problem):
    """Another program holds the diary; the same act may succeed in a moment."""


class DiaryUnusable(Problem):
    """The diary cannot be opened or written as it is: damaged, newer, read-only, full."""


class DiaryDamaged(DiaryUnusable):
    """The file is no diary any more; a backup can take its place."""


class DiaryNewer(DiaryUnusable):
    """A later version of the program wrote the file."""
