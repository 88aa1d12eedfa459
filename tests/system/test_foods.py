"""The shipped foods: every figure against the table that it comes from."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from steadyhands.domain.foods import GROUPS, FoodItem, Portion
from steadyhands.domain.problem import Problem
from steadyhands.system.foods import foods_in, shipped_foods

CLONE = Path(__file__).resolve().parents[2]
SUBSET = CLONE / "tests" / "fixtures" / "usda_sr26_subset.csv"
HEADER = ",".join(FoodItem._fields)
ALMONDS = "almonds,Almonds,nuts-seeds,1 oz (23)=28.35,270,733,269,4.41,0,12061,no,almond"
KALE = '"kale","Kale, raw",greens,1 cup=16;1 leaf=5,47,491,150,84.04,0,11233,yes,'
FIGURES = {
    "magnesium_mg": "mg_per100g",
    "potassium_mg": "k_per100g",
    "calcium_mg": "ca_per100g",
    "water_g": "water_g_per100g",
    "caffeine_mg": "caffeine_mg_per100g",
}


def usda_rows():
    with SUBSET.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["kind"] == "food"]


FOODS = {food.ndb_no: food for food in shipped_foods()}


def test_every_food_of_the_table_is_there_and_no_other():
    assert len(FOODS) == len(shipped_foods()) == 95
    assert set(FOODS) == {row["ndb_no"] for row in usda_rows()}
    assert len({food.id for food in FOODS.values()}) == 95


@pytest.mark.parametrize("row", usda_rows(), ids=lambda row: row["ndb_no"])
def test_every_row_holds_the_tables_figures(row):
    food = FOODS[row["ndb_no"]]
    for field, column in FIGURES.items():
        assert food.__dict__[field] == float(row[column] or 0), field
    assert food.portions[0].grams == float(row["grams"])
    assert food.revised == ("*" in row["short_name"])


@pytest.mark.parametrize("row", usda_rows(), ids=lambda row: row["ndb_no"])
def test_every_food_is_called_as_its_row_is(row):
    food = FOODS[row["ndb_no"]]
    first = row["short_name"].replace("-", " ").replace(",", " ").split()[0].casefold()
    assert any(first[:5] in word for word in food.called())


def test_a_portion_holds_what_its_source_says():
    # The servings of the USDA table, rounded as it is quoted.
    quoted = {"pumpkin-seeds-roasted": 156, "spinach-boiled": 78, "black-beans": 60, "almonds": 77}
    for food in FOODS.values():
        if food.id in quoted:
            held = food.eaten("snack", food.portions[0].grams)
            assert round(held.magnesium_mg) == quoted.pop(food.id)
    assert not quoted


def test_all_groups_but_the_persons_own_are_there():
    assert {food.group for food in FOODS.values()} == set(GROUPS) - {"own"}


def test_csv_itself_reads_the_same_cells():
    text = (CLONE / "resources" / "foods.csv").read_text(encoding="utf-8")
    for row, food in zip(csv.DictReader(text.splitlines()), shipped_foods(), strict=True):
        assert (row["id"], row["name"], row["ndb_no"]) == (food.id, food.name, food.ndb_no)
        assert tuple(filter(None, row["aliases"].split(";"))) == food.aliases


def test_lines_become_foods():
    almonds, kale = foods_in(f"{HEADER}\n{ALMONDS}\n\n{KALE}\n", "x.csv")
    assert almonds.portions == (Portion("1 oz (23)", 28.35),)
    assert almonds.aliases == ("almond",)
    assert (kale.name, kale.revised, kale.aliases) == ("Kale, raw", True, ())
    assert kale.portions == (Portion("1 cup", 16), Portion("1 leaf", 5))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "x.csv, line 1, header"),
        ("a,b", "x.csv, line 1, header"),
        (f"{HEADER}\nalmonds", "x.csv, line 2, line: it has 1 cells instead of 12"),
        (f"{HEADER}\n{ALMONDS.replace('270', 'much')}", "x.csv, line 2, magnesium_mg: “much”"),
        (f"{HEADER}\n{ALMONDS.replace('270', 'nan')}", "x.csv, line 2, magnesium_mg: “nan”"),
        (f"{HEADER}\n{ALMONDS.replace('270', '-1')}", "x.csv, line 2, magnesium_mg: “-1”"),
        (f"{HEADER}\n{ALMONDS.replace('=28.35', '=0')}", "x.csv, line 2, portions"),
        (f"{HEADER}\n{ALMONDS.replace('=28.35', '')}", "x.csv, line 2, portions"),
        (f"{HEADER}\n{ALMONDS.replace(',no,', ',maybe,')}", "x.csv, line 2, revised: “maybe”"),
        (f"{HEADER}\n{ALMONDS.replace('12061', '')}", "x.csv, line 2, ndb_no"),
        (f"{HEADER}\n{ALMONDS.replace('nuts-seeds', 'soup')}", "x.csv, line 2, food"),
        (f"{HEADER}\n{ALMONDS.replace('4.41', '101')}", "x.csv, line 2, food: 100 g hold 0 to 100"),
        (f"{HEADER}\n{ALMONDS}\n{KALE}almond", "“almond” is the food of line 2"),
        (f"{HEADER}\n{KALE}\n{KALE}", "x.csv, line 3, name: “kale raw” is the food of line 2"),
    ],
)
def test_a_wrong_line_is_named(text, said):
    with pytest.raises(Problem) as refused:
        foods_in(text, "x.csv")
    assert said in str(refused.value)


def test_reading_the_foods_loads_nothing_heavy():
    # -I and -S keep what this environment loads at every start out of the picture.
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from steadyhands.system.foods import shipped_foods\n"
        "from steadyhands.cli import food\n"
        "from steadyhands.services.foods import FoodBook\n"
        "shipped_foods()[0].eaten('lunch', 30)\n"
        "heavy = {'re', 'enum', 'typing', 'csv', 'dataclasses', 'pathlib', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, os.fspath(CLONE)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
