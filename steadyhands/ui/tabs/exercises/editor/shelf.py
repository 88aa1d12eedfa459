"""All poses to choose from: the program's and the routine's own, and how they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from steadyhands.domain.routine.steps import OwnPose
from steadyhands.system.poses import NamedPose
from steadyhands.ui.tabs.exercises.editor.pose_draft import PoseDraft, free_name
from steadyhands.ui.tabs.exercises.editor.wording import pose_name
from steadyhands.ui.widgets.hand_stage import Stand

_RELAXED = "rest"


class Shelf:
    """Finds poses by name; one that is missing is shown as a relaxed hand."""

    def __init__(self, shipped: Mapping[str, NamedPose], own: Iterable[OwnPose] = ()) -> None:
        self._shipped = shipped
        self._own = {pose.name: NamedPose(pose.name, pose.pose, pose.camera) for pose in own}

    def names(self) -> tuple[str, ...]:
        """Return the names, the routine's own first."""
        return (*self._own, *self._shipped)

    def shipped_names(self) -> tuple[str, ...]:
        """Return the names that the program has taken, as written and as shown."""
        return (*self._shipped, *map(pose_name, self._shipped))

    def stand(self, name: str, helper: str = "") -> Stand:
        """Return how a pose is seen, the other hand helping where it does."""
        found = self._found(name)
        return Stand(found.pose, found.camera, helper, 1.0 if helper else 0.0)

    def draft(self, name: str) -> PoseDraft:
        """Return a pose to be changed: an own one itself, a shipped one as a copy."""
        found = self._found(name)
        own = name if name in self._own else ""
        said = own or free_name(pose_name(name), (*self._own, *self.shipped_names()))
        return PoseDraft(said, found.pose, found.pose, found.camera, own)

    def _found(self, name: str) -> NamedPose:
        return self._own.get(name) or self._shipped.get(name) or self._shipped[_RELAXED]
