"""The numbers of a step: their ranges, how they are stepped, and what people type."""

from __future__ import annotations

from math import ceil, floor

from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import Problem
from steadyhands.domain.routine.steps import HOLD_S, REPETITIONS, REST_S
from steadyhands.domain.value import Value

_UNITS = ("seconds", "second", "times", "secs", "time", "sec", "s", "x", "×")
_LONGEST = 12


class Numbers(Value):
    """A range from `low` to `high`, in whole numbers or with a decimal; `none` allows 0 too."""

    low: float
    high: float
    is_whole: bool = False
    none: bool = False

    def checked(self, number: float, given: str = "") -> float:
        """Return the number, or raise `Problem` when it is out of the range."""
        if number == 0 and self.none:
            return 0.0
        if self.is_whole and number != int(number):
            raise Problem("A whole number is needed, not “{given}”.", given=given or number)
        if not self.low <= number <= self.high:
            or_none = "0, or {low} to {high}, not “{given}”."
            template = or_none if self.none else "{low} to {high}, not “{given}”."
            low, high = f"{self.low:g}", f"{self.high:g}"
            raise Problem("It can be " + template, low=low, high=high, given=given or number)
        return number

    def stepped(self, number: float, by: int) -> float:
        """Return the next whole number up or down that is in the range."""
        goal = floor(number) + 1 if by > 0 else ceil(number) - 1
        if self.none and goal < self.low:
            return 0.0 if by < 0 else self.low
        return min(max(float(goal), self.low), self.high)


HOLD = Numbers(*HOLD_S)
TIMES = Numbers(*REPETITIONS, is_whole=True)
REST = Numbers(*REST_S, none=True)


def read_number(text: str, numbers: Numbers) -> float:
    """Return the number that a text says, with or without its unit. Raises Problem."""
    said = text.strip().casefold()
    unit = next((u for u in _UNITS if said.endswith(u)), "")
    digits = said[: len(said) - len(unit)].strip().replace(",", ".")
    bare = digits.replace(".", "", 1)
    if not (bare.isascii() and bare.isdigit()) or len(digits) > _LONGEST:
        raise Problem("A number is needed, such as 5, not “{given}”.", given=shown(text))
    return numbers.checked(round(float(digits), 1), shown(text))
