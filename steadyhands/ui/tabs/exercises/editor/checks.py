"""From a draft to a routine that can be played: what is still wrong, and at which field."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from steadyhands.domain.details import clean_text
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import Routine, Shape, Step
from steadyhands.domain.value import Value
from steadyhands.services.routines import free_id
from steadyhands.ui.tabs.exercises.editor.draft import Draft, DraftStep

_ID_LENGTH = 60
_STANDS_IN = Step("a", (Shape("rest"),), repetitions=1)


class Fault(Value):
    """What is wrong with a field: of the routine (`key` 0), or of the step `key`.

    `place` counts the step's poses from 0; -1 where it is not about one pose.
    """

    key: int
    field: str
    problem: Problem
    place: int = -1


def faults_of(draft: Draft) -> tuple[Fault, ...]:
    """Return what keeps a draft from being a routine, at most one fault a step."""
    found = [fault for step in draft.steps if (fault := _fault_of_step(step)) is not None]
    steps = (_STANDS_IN,) if found or not draft.steps else tuple(map(_step, draft.steps))
    try:
        _routine(draft, "draft", steps)
    except Problem as problem:
        found.insert(0, _fault(0, problem))
    if not draft.steps:
        found.append(Fault(0, "step", Problem("A routine needs at least one step.")))
    return tuple(found)


def routine_of(draft: Draft, taken: Collection[str]) -> Routine:
    """Return the routine; a new one gets an id that is not `taken`. Raises Problem."""
    found = faults_of(draft)
    if found:
        raise found[0].problem
    routine_id = draft.id or free_id(id_of(line(draft.name)), taken)
    return _routine(draft, routine_id, tuple(map(_step, draft.steps)))


def id_of(name: str) -> str:
    """Return a name in small letters, digits and hyphens; accents go."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in bare if ord(c) < 0x300)
    return "-".join(kept.split())[:_ID_LENGTH].strip("-") or "own-routine"


def line(text: str) -> str:
    """Return text on one line, without odd characters and spaces around it."""
    return clean_text(text.replace("\t", " ").replace("\n", " "))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(said for one in text.split("\n") if (said := line(one)))


def _routine(draft: Draft, routine_id: str, steps: tuple[Step, ...]) -> Routine:
    return Routine(
        id=routine_id,
        name=line(draft.name),
        steps=steps,
        purpose=line(draft.purpose),
        cautions=lines(draft.cautions),
        source=line(draft.source),
        ready_s=draft.ready_s,
        poses=draft.poses,
    )


def _step(step: DraftStep) -> Step:
    fields = {name: getattr(step, name) for name in Step._fields}
    fields.update(name=line(step.name), cue=line(step.cue))
    fields["poses"] = tuple(_shape(shape) for shape in step.poses)
    return Step(**fields)


def _shape(shape: Shape) -> Shape:
    said = {"name": line(shape.name), "cue": line(shape.cue)}
    return Shape(**{**shape.__dict__, **said})


def _fault_of_step(step: DraftStep) -> Fault | None:
    if not step.poses:
        return Fault(step.key, "poses", Problem("A step needs at least one pose."))
    for place, shape in enumerate(step.poses):
        try:
            _shape(shape)
        except Problem as problem:
            return _fault(step.key, problem).replaced(place=place)
    try:
        _step(step)
    except Problem as problem:
        return _fault(step.key, problem)
    return None


def _fault(key: int, problem: Problem) -> Fault:
    """Return a fault whose sentence stands at its field, so that it need not name it."""
    said = problem.template.removeprefix("{field}: ")
    sentence = said[:1].upper() + said[1:]
    return Fault(key, str(problem.facts["field"]), Problem(sentence, **problem.facts))
