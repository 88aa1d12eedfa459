"""Reference intakes of magnesium, potassium and calcium, and the supplement limit.

References describe healthy groups, not a person's need; a diary's estimate beside them
never says that anybody lacks anything. Where a profile does not permit a figure
(`domain.allowed`), there is none.
"""

from __future__ import annotations

from steadyhands.domain.allowed import reference_bar, supplement_figures
from steadyhands.domain.profile import AGE_GROUPS
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.profile import Profile

MINERALS = ("magnesium", "potassium", "calcium")

NASEM_2019 = "National Academies 2019, table S-1 (NBK545430)"
IOM_1997 = "Institute of Medicine 1997"
IOM_2011 = "Institute of Medicine 2011"
EFSA_MG = "EFSA Journal 2015;13(7):4186"
EFSA_K = "EFSA Journal 2016;14(10):4592"
EFSA_CA = "EFSA Journal 2015;13(5):4101"
SCF_2001 = "EU Scientific Committee on Food 2001"

SUPPLEMENT_LIMIT_MG = {"us": 350.0, "eu": 250.0}
"""Magnesium from supplements and medicines only, on top of food (US: Institute of Medicine
1997, from 9 years; EU: Scientific Committee on Food 2001, from 4 years)."""


class Intake(Value):
    """A day's reference in mg; `kind` is RDA, AI or PRI, `ref_set` us or eu."""

    mineral: str
    amount_mg: float
    kind: str
    ref_set: str
    source: str


class Limit(Value):
    """The most a day in mg from supplements and medicines, food not counted."""

    mineral: str
    amount_mg: float
    ref_set: str
    source: str


class _Row(Value):
    """One age of a table; None where it has no figure."""

    men: float
    women: float
    pregnant: float | None = None
    breastfeeding: float | None = None


class _Table(Value):
    """One mineral in one set: rows by the profile's age groups."""

    kind: str
    source: str
    rows: dict[str, _Row]


def reference(mineral: str, profile: Profile, ref_set: str) -> Intake | None:
    """Return the reference for a profile; None without age or sex where they matter.

    None also where the table has no one figure for the age group, and where the
    profile hides the reference.
    """
    table = _TABLES.get((ref_set, mineral))
    if table is None or not reference_bar(mineral, profile).shown:
        return None
    row = table.rows.get(profile.age_group)
    amount = _amount(row, profile) if row is not None else None
    if amount is None:
        return None
    return Intake(mineral, amount, table.kind, ref_set, table.source)


def supplement_limit(mineral: str, profile: Profile, ref_set: str) -> Limit | None:
    """Return the limit for a supplement; magnesium only: for potassium none was set."""
    if mineral != "magnesium" or not supplement_figures(profile).shown:
        return None
    source = IOM_1997 if ref_set == "us" else SCF_2001
    return Limit(mineral, SUPPLEMENT_LIMIT_MG[ref_set], ref_set, source)


def _amount(row: _Row, profile: Profile) -> float | None:
    if profile.pregnant and row.pregnant is not None:
        return row.pregnant
    if profile.breastfeeding and row.breastfeeding is not None:
        return row.breastfeeding
    if profile.sex:
        return row.men if profile.sex == "men" else row.women
    return row.men if row.men == row.women else None


def _us(teens: _Row, young: _Row, middle: _Row, older: _Row, old: _Row) -> dict[str, _Row]:
    """Spread the US ages 14-18, 19-30, 31-50, 51-70 and over 70 over the profile's groups."""
    return {
        **dict.fromkeys(("14-17", "18"), teens),
        **dict.fromkeys(("19-24", "25-30"), young),
        "31-50": middle,
        **dict.fromkeys(("51-64", "65-70"), older),
        "71+": old,
    }


_ADULTS = AGE_GROUPS[1:]

_TABLES = {
    ("us", "magnesium"): _Table(
        "RDA",
        IOM_1997,
        _us(
            _Row(410, 360, 400, 360),
            _Row(400, 310, 350, 310),
            _Row(420, 320, 360, 320),
            _Row(420, 320),
            _Row(420, 320),
        ),
    ),
    ("us", "potassium"): _Table(
        "AI",
        NASEM_2019,
        _us(
            _Row(3000, 2300, 2600, 2500),
            _Row(3400, 2600, 2900, 2800),
            _Row(3400, 2600, 2900, 2800),
            _Row(3400, 2600),
            _Row(3400, 2600),
        ),
    ),
    ("us", "calcium"): _Table(
        "RDA",
        IOM_2011,
        _us(
            _Row(1300, 1300, 1300, 1300),
            _Row(1000, 1000, 1000, 1000),
            _Row(1000, 1000, 1000, 1000),
            _Row(1000, 1200),
            _Row(1200, 1200),
        ),
    ),
    ("eu", "magnesium"): _Table(
        "AI",
        EFSA_MG,
        {"14-17": _Row(300, 250, 250, 250), **dict.fromkeys(_ADULTS, _Row(350, 300, 300, 300))},
    ),
    # From 11 to 14 it is 2700 and from 15 to 17 3500: one group, no one figure.
    ("eu", "potassium"): _Table("AI", EFSA_K, dict.fromkeys(_ADULTS, _Row(3500, 3500, 3500, 4000))),
    # The same in pregnancy and when breastfeeding.
    ("eu", "calcium"): _Table(
        "PRI",
        EFSA_CA,
        {
            "14-17": _Row(1150, 1150),
            **dict.fromkeys(("18", "19-24"), _Row(1000, 1000)),
            **dict.fromkeys(("25-30", "31-50", "51-64", "65-70", "71+"), _Row(950, 950)),
        },
    ),
}
