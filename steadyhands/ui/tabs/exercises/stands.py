"""Which stands a routine's hands go through: its poses, seen from where they are best seen."""

from __future__ import annotations

from collections.abc import Mapping

from steadyhands.domain.pose.camera import Camera
from steadyhands.domain.pose.joints import Pose, between
from steadyhands.domain.routine.plan import HOLD, MOVE, READY, RELAXED, Beat, Plan
from steadyhands.domain.routine.player import Playing
from steadyhands.domain.routine.steps import OwnPose, Routine, Shape, Step
from steadyhands.system.poses import NamedPose
from steadyhands.ui.widgets.hand_frames import Motion
from steadyhands.ui.widgets.hand_stage import PALM_TO_PALM, Stand

# Poses that can be told from any side: they are seen from where the step's others are,
# so that the hand need not turn over between them.
NEARLY = 0.72
_PLAIN = frozenset({RELAXED, "straight", "spread"})


class Stands:
    """The stands of routines; the same step and shape are always the same stand."""

    def __init__(self, poses: Mapping[str, NamedPose]) -> None:
        self._poses = poses
        self._routine: Routine | None = None
        self._own: dict[str, OwnPose] = {}
        self._made: dict[Step, tuple[Stand, tuple[Stand, ...]]] = {}

    def of_step(self, routine: Routine, step: Step) -> tuple[Stand, ...]:
        """Return the relaxed hand, then each shape's stand."""
        self._learn(routine)
        relaxed, shapes = self._of(step)
        return (relaxed, *shapes)

    def shape(self, step: Step, number: int) -> Stand:
        """Return the stand of one shape."""
        return self._of(step)[1][number]

    def motion(self, state: Playing) -> Motion:
        """Return what the hands do now."""
        plan = state.plan
        self._learn(plan.routine)
        place = min(state.beat, len(plan.beats) - 1)
        beat = plan.beats[place]
        share = min(state.at_s / beat.move_s, 1.0) if beat.move_s else 1.0
        motion = self._motion(plan, place)
        return motion._replace(share=1.0 if state.is_finished else share)

    def ghost(self, state: Playing) -> Stand | None:
        """Return the stand that comes after the one the hands are in or go to."""
        now = state.now
        if now is None:
            return None
        later = range(state.beat + 1, len(state.plan.beats))
        coming = next((i for i in later if state.plan.beats[i].phase == MOVE), None)
        if coming is None or not _same_turn(now, state.plan.beats[coming]):
            return None
        if now.phase == MOVE:
            return None  # the hand itself shows where it goes
        return self._motion(state.plan, coming).end

    def coming(self, state: Playing) -> tuple[Motion, ...]:
        """Return the motions of the next few beats of this turn, the nearest first."""
        now = state.now
        if now is None:
            return ()
        found = []
        for place in range(state.beat, min(state.beat + 5, len(state.plan.beats))):
            if not _same_turn(now, state.plan.beats[place]):
                break
            motion = self._motion(state.plan, place)
            if motion.start != motion.end:
                found.append(motion)
        return tuple(found[:2])

    def preview(self, routine: Routine) -> tuple[Step, Stand]:
        """Return what shows a routine best before it begins."""
        self._learn(routine)
        step = max(routine.steps, key=lambda s: (bool(s.helper), len(s.poses)))
        number = next((n for n, s in enumerate(step.poses) if s.pose not in _PLAIN), 0)
        return step, self.shape(step, number)

    def _learn(self, routine: Routine) -> None:
        """Know the poses that come with a routine."""
        if routine is not self._routine:
            self._routine = routine
            own = {pose.name: pose for pose in routine.poses}
            if own != self._own:
                self._own = own
                self._made.clear()

    def _motion(self, plan: Plan, place: int) -> Motion:
        beat = plan.beats[place]
        step = plan.step_of(beat)
        end = self._end(step, beat)
        start = self._of(step)[0]
        if place and _same_turn(beat, plan.beats[place - 1]):
            start = self._end(step, plan.beats[place - 1])
        shape = step.poses[beat.shape]
        shining = (shape.highlight or step.highlight) if beat.phase in (MOVE, HOLD) else ()
        return Motion(start, end, beat.side, 1.0, shining, beat.move_s or 1.0)

    def _end(self, step: Step, beat: Beat) -> Stand:
        if beat.phase in (MOVE, HOLD):
            return self.shape(step, beat.shape)
        return self._of(step)[0]

    def _of(self, step: Step) -> tuple[Stand, tuple[Stand, ...]]:
        if step not in self._made:
            camera = self._camera(step)
            known = {shape: self._stand(step, shape, camera) for shape in step.poses}
            helper = next((s.helper or step.helper for s in step.poses), "")
            relaxed = Stand(self._relaxed(step, helper), camera, helper, 0.0)
            self._made[step] = (relaxed, tuple(known[shape] for shape in step.poses))
        return self._made[step]

    def _relaxed(self, step: Step, helper: str) -> Pose:
        """Return the hand at ease; before palms meet, it is on its way to that already."""
        rest = self._pose(RELAXED).pose
        if helper != PALM_TO_PALM:
            return rest
        return between(rest, self._pose(step.poses[0].pose).pose, NEARLY, ease=float)

    def _stand(self, step: Step, shape: Shape, camera: Camera) -> Stand:
        found = self._pose(shape.pose)
        seen_from = camera if shape.pose in _PLAIN else found.camera
        helper = shape.helper or step.helper
        return Stand(found.pose, seen_from, helper, 1.0 if helper else 0.0)

    def _camera(self, step: Step) -> Camera:
        names = [shape.pose for shape in step.poses]
        telling = next((name for name in names if name not in _PLAIN), names[0])
        return self._pose(telling).camera

    def _pose(self, name: str) -> NamedPose | OwnPose:
        return self._own.get(name) or self._poses.get(name) or self._poses[RELAXED]


def _same_turn(one: Beat, two: Beat) -> bool:
    return (one.step, one.turn) == (two.step, two.turn) and (
        two.phase != READY or one.phase == READY
    )
