"""What insight answers: findings with how sure they are.

Days are epoch days (`domain.moment.epoch_day`) of the diary's own days (`domain.day.day_of`).
Everything is made of numbers, words and tuples, so that a face can show it and JSON can hold it.
Method, minimum data, levels and calibration: the docstrings of `analysis` and tests/bench.
"""

from __future__ import annotations

from steadyhands.domain.value import Value

NOT_ENOUGH, NONE, LITTLE = "not-enough", "none", "little"
POSSIBLE, LIKELY, FADED = "possible", "likely", "faded"
LEVELS = (NOT_ENOUGH, NONE, LITTLE, POSSIBLE, LIKELY, FADED)

FIRST_CHECKUP_DAYS, CHECKUP_EVERY_DAYS = 28, 7


class Needs(Value):
    """What a factor's test has and needs; `wait` is how many more logged days at the least."""

    days: int
    twitches: int
    known: int
    high: int
    low: int
    wait: int
    days_needed: int = 21
    twitches_needed: int = 30
    known_needed: int = 21
    sides_needed: int = 6


class Basis(Value):
    """What a ratio compares: a high day with a low one, or days with and without something."""

    high: float
    low: float
    unit: str
    with_or_without: bool = False


class Finding(Value):
    """One factor and lag (0 same day, 1 day before; in `Standing.hours` hours before instead).

    `ratio` is twitches on high against low days with the range `low`–`high` that fits the data,
    None when nothing could be estimated. `rule` is the rule that gave the level, `method` what
    computed the numbers, `since` the check-up that gave the level (0 if none did), `partner` a
    factor that these days cannot tell from it, `confirmed` that the numbers are of later days only.
    """

    key: str
    lag: int
    level: str
    needs: Needs
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    days: int = 0
    twitches: int = 0
    basis: Basis | None = None
    rule: str = ""
    method: str = ""
    since: int = 0
    partner: str = ""
    confirmed: bool = False
    p: float | None = None
    natural: bool = True


class ClockFinding(Value):
    """One block of the day against the rest, per awake hour, or per active hour if `per` says so.

    Hours are of the clock, `first` included, `last` not. `low`–`high` is the 95 % range.
    """

    first: int
    last: int
    level: str
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    days: int = 0
    twitches: int = 0
    per: str = "awake"
    rule: str = ""
    since: int = 0


class Share(Value):
    """How many of the twitches of which something was told had this tag; never a cause.

    `tag` is as in `DayTable.tags`; `low`–`high` is the 95 % range of the share.
    """

    tag: str
    count: int
    of: int
    share: float
    low: float
    high: float


class StepRun(Value):
    """A step of the plan as it was done: days `first` to `last`, both included, baseline before.

    `on` holds the spans of days on which it was on; with one span it is a steady step.
    `factor` is the key of what the step changes ("" if no factor is it), `raises` whether
    upwards. `extended` tells that the planned end was put off.
    """

    step: str
    baseline: int
    first: int
    last: int
    on: tuple[tuple[int, int], ...]
    factor: str = ""
    raises: bool = False
    extended: bool = False


class StepVerdict(Value):
    """What changed with a step: `level` is not-enough, none, possible or likely (a change).

    `due` is the day from which the verdict stands; before it `level` is not-enough.
    `baseline_days` and `step_days` are logged days without it and with it. `expect` is the
    smallest lasting change the plan can show, as a ratio below 1 (.4: 60 % fewer).
    """

    step: str
    level: str
    due: int
    baseline_days: int
    step_days: int
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    expect: float | None = None
    rule: str = ""
    extended: bool = False


class Rising(Value):
    """Whether logged twitching, or one side's part of it, has been rising over weeks.

    `side` is "" for all, "left" or "right" for that side's share of the twitches whose side is
    known. `weekly` is the ratio from week to week (of the odds for a side) with its 95 % range.
    `alarm` is the verdict of the newest check-up, `since` the check-up at which it first stood
    in a row, `weeks` the weeks that the data span, `z` the slope in standard errors.
    """

    side: str
    alarm: bool
    weekly: float | None = None
    low: float | None = None
    high: float | None = None
    weeks: int = 0
    days: int = 0
    since: int = 0
    rule: str = ""
    z: float = 0


class Suggestion(Value):
    """The step that would answer most: how to do it, for how long, what it could show.

    `design` is "fortnights" (two weeks on, two off) or "steady"; `expect` the smallest change
    it can show as a ratio below 1; `why` is "link" (a possible link asks for a test) or "order"
    (the article's order); `factor` what it changes.
    """

    step: str
    factor: str
    design: str
    weeks: int
    expect: float | None
    why: str


class Standing(Value):
    """All answers as they stood on the morning of a day.

    `checkup` is the last check-up (0 before the first), `next_checkup` the one to come.
    `days` and `twitches` are those of the window that was looked at. `findings` are by day,
    `hours` about the hours before, where `lag` is the first hour of the span.
    """

    day: int
    checkup: int
    next_checkup: int
    days: int
    twitches: int
    findings: tuple[Finding, ...] = ()
    hours: tuple[Finding, ...] = ()
    clock: tuple[ClockFinding, ...] = ()
    shares: tuple[Share, ...] = ()
    rising: tuple[Rising, ...] = ()
    verdicts: tuple[StepVerdict, ...] = ()
