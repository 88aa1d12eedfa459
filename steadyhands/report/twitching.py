"""The first page's left and right: how often, where, when, doing what, what it was like."""

from __future__ import annotations

from collections import Counter

from steadyhands.domain.insight import Rising
from steadyhands.domain.pose.joints import Pose
from steadyhands.report import wording
from steadyhands.report.chart_svg import hour_chart
from steadyhands.report.content import Facts, Picture, Section, Words
from steadyhands.report.hand_drawing import hands_svg
from steadyhands.report.period import Period, by_hour, shares, spread

TWITCH = "#c84020"
_MOST_NAMED = 5
_TREND_NEEDS_DAYS = 28


def how_often(period: Period, rising: Rising | None) -> Section:
    """Return the counts, with missing days said, and the trend with its interval."""
    counts = period.counts()
    total = sum(counts.values())
    missing = len(period.days) - len(counts)
    said = f"{total:,} on {len(counts)} of {wording.days(len(period.days))}"
    note = f"{wording.days(missing)} without any entry left out" if missing else ""
    rows = [("Logged twitches", said, note)]
    found = spread(counts.values())
    if found is not None:
        quiet = sum(not count for count in counts.values())
        most = f"most on one day {found.most:.0f}; none on {wording.days(quiet)}"
        rows.append(("A day", wording.middle(found, "", 1), most))
    rows.append(("Trend", *_trend(rising)))
    return Section("often", "How often", (Facts(tuple(rows)),), "left")


def _trend(rising: Rising | None) -> tuple[str, str]:
    if rising is None or rising.weekly is None or rising.low is None or rising.high is None:
        return "not enough days to say", f"needs {_TREND_NEEDS_DAYS} logged days over 6 weeks"
    change, low, high = ((ratio - 1) * 100 for ratio in (rising.weekly, rising.low, rising.high))
    fits = f"range that fits {_signed(low)} to {_signed(high)} %, {wording.days(rising.days)}"
    if low <= 0 <= high:
        return "no clear change over the weeks", f"{_signed(change)} % a week; {fits}"
    direction = "rising" if change > 0 else "falling"
    return f"{direction} by about {abs(change):.0f} % a week", fits


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _signed(percent: float) -> str:
    """Return a change in whole percent with a true minus, and none before a zero."""
    whole = round(percent)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def where(period: Period, pose: Pose) -> Section:
    """Return the hand drawing with each part's share, and the same in words."""
    places = Counter((twitch.side, twitch.part) for _, twitch in period.twitches())
    total = sum(places.values())
    if not total:
        return Section("where", "Where", (Words("No twitch was logged in this period."),), "right")
    share = {place: count / total for place, count in places.items()}
    ranked = sorted(share.items(), key=lambda pair: (-pair[1], pair[0]))
    named = [f"{wording.place(*place)} {wording.percent(part)}" for place, part in ranked]
    said = "; ".join(named[:_MOST_NAMED])
    sides = Counter(dict.fromkeys(("left", "right"), 0))
    for (side, _), count in places.items():
        sides[side] += count
    by_side = ", ".join(
        f"{side if side != 'unsure' else 'side not sure'} {wording.percent(count / total)}"
        for side, count in sides.items()
    )
    blocks = (
        Picture(hands_svg(share, pose), f"Both hands: {said}."),
        Words(f"{_begun(by_side)}. {_begun(said)}."),
    )
    return Section("where", "Where", blocks, "right")


def when(period: Period) -> Section:
    """Return the hours of the day."""
    entries = [entry for entry, _ in period.twitches()]
    counts = by_hour(entries)
    total = sum(counts)
    if not total:
        return Section("when", "Time of day", (Words("Nothing to show."),), "left")
    parts = {
        "night (0–6)": sum(counts[:6]),
        "morning (6–12)": sum(counts[6:12]),
        "afternoon (12–18)": sum(counts[12:18]),
        "evening (18–24)": sum(counts[18:]),
    }
    said = "; ".join(f"{name} {wording.percent(n / total)}" for name, n in parts.items())
    alt = f"Logged twitches by hour of the day: {said}."
    blocks = (
        Picture(hour_chart(counts, TWITCH), alt),
        Words(f"{_begun(said)} (as logged, while awake)."),
    )
    return Section("when", "Time of day", blocks, "left")


def doing(period: Period) -> Section:
    """Return rest or use, and what the person was doing, of the twitches where it was said."""
    twitches = [twitch for _, twitch in period.twitches()]
    rows = []
    for title, words, names in (
        ("Hand", [t.state for t in twitches], {"rest": "at rest", "use": "in use"}),
        ("While", [t.doing for t in twitches], wording.DOING),
    ):
        rows.append((title, *_ranking(words, names)))
    return Section("doing", "At rest or in use", (Facts(tuple(rows)),), "left")


def felt(period: Period) -> Section:
    """Return texture, length and strength, of the twitches where they were said."""
    twitches = [twitch for _, twitch in period.twitches()]
    rows = [
        ("Felt like", *_ranking([t.felt for t in twitches], wording.FELT)),
        ("Lasted", *_ranking([t.lasted for t in twitches], wording.LASTED)),
    ]
    strengths = spread(t.strength for t in twitches if t.strength is not None)
    if strengths is not None:
        said = f"median {strengths.median:g} of 5, most {strengths.most:g}"
        rows.append(("Strength", said, f"said of {strengths.days:,}"))
    return Section("felt", "What it was like", (Facts(tuple(rows)),), "right")


def _ranking(words: list[str], names: dict[str, str]) -> tuple[str, str]:
    ranked = shares(words)
    told = sum(count for _, count, _ in ranked)
    if not told:
        return "not said", ""
    named = [f"{names.get(word, word)} {wording.percent(share)}" for word, _, share in ranked]
    more = ", …" if len(named) > _MOST_NAMED else ""
    return ", ".join(named[:_MOST_NAMED]) + more, f"said of {told:,} of {len(words):,}"


def first_page(period: Period, pose: Pose, rising: Rising | None) -> list[Section]:
    """Return the sections of the first page's two columns, in their order."""
    return [
        how_often(period, rising),
        when(period),
        doing(period),
        where(period, pose),
        felt(period),
    ]
