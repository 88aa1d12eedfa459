"""The tables of reference intakes, cell by cell, as the named documents give them."""

from __future__ import annotations

from itertools import product

import pytest

from steadyhands.domain.intakes import MINERALS, reference, supplement_limit
from steadyhands.domain.profile import AGE_GROUPS, Profile

# Rows: age; columns: men, women, pregnant, breastfeeding; "-" where the table has no row.
US = {
    "magnesium": """
        14-17  410 360 400 360
        18     410 360 400 360
        19-24  400 310 350 310
        25-30  400 310 350 310
        31-50  420 320 360 320
        51-64  420 320 -   -
        65-70  420 320 -   -
        71+    420 320 -   -
    """,
    "potassium": """
        14-17  3000 2300 2600 2500
        18     3000 2300 2600 2500
        19-24  3400 2600 2900 2800
        25-30  3400 2600 2900 2800
        31-50  3400 2600 2900 2800
        51-64  3400 2600 -    -
        65-70  3400 2600 -    -
        71+    3400 2600 -    -
    """,
    "calcium": """
        14-17  1300 1300 1300 1300
        18     1300 1300 1300 1300
        19-24  1000 1000 1000 1000
        25-30  1000 1000 1000 1000
        31-50  1000 1000 1000 1000
        51-64  1000 1200 -    -
        65-70  1000 1200 -    -
        71+    1200 1200 -    -
    """,
}
EU = {
    "magnesium": """
        14-17  300 250 250 250
        18     350 300 300 300
        19-24  350 300 300 300
        25-30  350 300 300 300
        31-50  350 300 300 300
        51-64  350 300 300 300
        65-70  350 300 300 300
        71+    350 300 300 300
    """,
    "potassium": """
        14-17  -    -    -    -
        18     3500 3500 3500 4000
        19-24  3500 3500 3500 4000
        25-30  3500 3500 3500 4000
        31-50  3500 3500 3500 4000
        51-64  3500 3500 3500 4000
        65-70  3500 3500 3500 4000
        71+    3500 3500 3500 4000
    """,
    "calcium": """
        14-17  1150 1150 1150 1150
        18     1000 1000 1000 1000
        19-24  1000 1000 1000 1000
        25-30  950  950  950  950
        31-50  950  950  950  950
        51-64  950  950  950  950
        65-70  950  950  950  950
        71+    950  950  950  950
    """,
}
COLUMNS = (
    {"sex": "men"},
    {"sex": "women"},
    {"sex": "women", "pregnant": True},
    {"sex": "women", "breastfeeding": True},
)


def cells():
    for ref_set, tables in (("us", US), ("eu", EU)):
        for mineral, table in tables.items():
            rows = [line.split() for line in table.split("\n") if line.strip()]
            assert tuple(row[0] for row in rows) == AGE_GROUPS
            for row in rows:
                women = float(row[2]) if row[2] != "-" else None
                for said, cell in zip(COLUMNS, row[1:], strict=True):
                    own = None if cell == "-" else float(cell)
                    # Past the table's rows for pregnancy the women's row of the age holds.
                    beyond = ref_set == "us" and len(said) > 1 and own is None
                    yield ref_set, mineral, {"age_group": row[0], **said}, women if beyond else own


@pytest.mark.parametrize(("ref_set", "mineral", "said", "mg"), list(cells()))
def test_each_cell(ref_set, mineral, said, mg):
    found = reference(mineral, Profile(**said), ref_set)
    assert (None if found is None else found.amount_mg) == mg
    if found is not None:
        assert (found.mineral, found.ref_set) == (mineral, ref_set)


@pytest.mark.parametrize(
    ("ref_set", "mineral", "kind"),
    [
        ("us", "magnesium", "RDA"),
        ("us", "potassium", "AI"),
        ("us", "calcium", "RDA"),
        ("eu", "magnesium", "AI"),
        ("eu", "potassium", "AI"),
        ("eu", "calcium", "PRI"),
    ],
)
def test_each_reference_says_its_kind_and_its_source(ref_set, mineral, kind):
    found = reference(mineral, Profile("31-50", "women"), ref_set)
    assert found is not None
    assert found.kind == kind
    assert any(char.isdigit() for char in found.source)


def test_without_age_there_is_none():
    for ref_set, mineral in product(("us", "eu"), MINERALS):
        assert reference(mineral, Profile(sex="men"), ref_set) is None


def test_without_sex_there_is_one_where_the_table_has_one():
    assert reference("magnesium", Profile("31-50"), "us") is None
    assert reference("magnesium", Profile("31-50"), "eu") is None
    for age, mg in (("31-50", 1000), ("71+", 1200)):
        found = reference("calcium", Profile(age), "us")
        assert found is not None
        assert found.amount_mg == mg
    assert reference("calcium", Profile("51-64"), "us") is None


def test_pregnancy_needs_no_word_on_sex():
    found = reference("magnesium", Profile("31-50", pregnant=True), "us")
    assert found is not None
    assert found.amount_mg == 360


@pytest.mark.parametrize("ref_set", ["us", "eu"])
@pytest.mark.parametrize("mineral", MINERALS)
def test_kidney_disease_has_no_reference_and_no_limit(ref_set, mineral):
    profile = Profile("31-50", "men", conditions=("kidney",))
    assert reference(mineral, profile, ref_set) is None
    assert supplement_limit(mineral, profile, ref_set) is None


def test_only_magnesium_has_a_limit_for_supplements():
    for ref_set, mg in (("us", 350), ("eu", 250)):
        limit = supplement_limit("magnesium", Profile(), ref_set)
        assert limit is not None
        assert limit.amount_mg == mg
        assert supplement_limit("potassium", Profile(), ref_set) is None
        assert supplement_limit("calcium", Profile(), ref_set) is None


def test_heart_disease_has_no_limit_for_supplements():
    assert supplement_limit("magnesium", Profile(conditions=("heart",)), "eu") is None
