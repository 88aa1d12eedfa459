"""What the strip above the tabs says about today; Qt-free."""

from __future__ import annotations

from datetime import datetime, timedelta

from steadyhands.domain import allowed, caffeine, targets
from steadyhands.domain.allowed import Allowed, DayLimit, SleepBand
from steadyhands.domain.moment import Moment
from steadyhands.domain.profile import Profile
from steadyhands.domain.value import Value
from steadyhands.services.choices import Choices
from steadyhands.services.look import DayLook, Usual

_USUAL_WAKE_H = 7


class HeaderState(Value):
    """Today's figures: counts, ml, mg, minutes. `usual` and `sleep_min` may not be known.

    `water`, `limit` and `band` are what the profile permits to stand beside them.
    """

    twitches: int
    usual: Usual | None
    water_ml: float
    goal_ml: int
    pace_ml: float
    caffeine_mg: float
    in_body_mg: float
    sleep_min: float | None
    units: str
    water: Allowed = Allowed()
    limit: DayLimit = DayLimit(mg=caffeine.DAY_LIMIT_MG)
    band: SleepBand = SleepBand(*targets.SLEEP_BAND_H)


def build_header(look: DayLook, choices: Choices, profile: Profile, now: Moment) -> HeaderState:
    """Return today's figures as they stand at `now`."""
    slept = look.of_kind("sleep")
    return HeaderState(
        twitches=len(look.of_kind("twitch")),
        usual=look.usual,
        water_ml=look.total("water_ml"),
        goal_ml=choices.water_goal_ml,
        pace_ml=pace(look, choices, now),
        caffeine_mg=look.total("caffeine_mg"),
        in_body_mg=caffeine.remaining(look.doses, now.utc_ms, choices.half_life_h),
        sleep_min=look.total("sleep_min") if slept else None,
        units=choices.units,
        water=allowed.water_goal(profile),
        limit=allowed.caffeine_limit(profile),
        band=allowed.sleep_band(profile),
    )


def pace(look: DayLook, choices: Choices, now: Moment) -> float:
    """Return the ml an even pace from waking to bedtime would have reached by now."""
    slept = [entry.until for entry in look.of_kind("sleep") if entry.until]
    midnight = datetime.combine(look.day, datetime.min.time())
    wake = slept[0].local() if slept else midnight + timedelta(hours=_USUAL_WAKE_H)
    bed = midnight + timedelta(minutes=choices.bedtime_min)
    if choices.bedtime_min < look.starts_at * 60:
        bed += timedelta(days=1)
    return targets.pace_ml(choices.water_goal_ml, _ms(wake), _ms(bed), _ms(now.local()))


def _ms(wall: datetime) -> int:
    return round((wall - datetime(1970, 1, 1)) / timedelta(milliseconds=1))
