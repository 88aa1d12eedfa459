import os
import subprocess
import sys

import pytest

from steadyhands.domain.drinks import GROUPS, DrinkPreset, find
from steadyhands.domain.problem import Problem
from steadyhands.system.drinks import drinks_in, shipped_drinks

CLONE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HEADER = ",".join(DrinkPreset._fields)
WATER = "water,Water,water,250,100,0,0,1,1,3,no,14429,tap water;aqua"
TEA = "tea,Tea,tea,237,99.87,20.03,0,3,37,0,no,14355,cuppa"


@pytest.mark.parametrize(
    ("name", "caffeine_mg", "alcohol_g", "water_ml"),
    [
        # The servings of the USDA table, rounded as it is quoted.
        ("coffee", 95, 0, 236),
        ("espresso", 64, 0, 29),
        ("tea", 47, 0, 237),
        ("instant coffee", 46, 0, 177),
        ("cola", 33, 0, 332),
        ("diet cola", 43, 0, 353),
        ("decaf", 2, 0, 236),
        ("water", 0, 0, 250),
        ("beer", 0, 13.9, 327),
        ("light beer", 0, 11.0, 336),
        ("red wine", 0, 15.6, 127),
        ("white wine", 0, 15.2, 128),
        ("spirits", 0, 13.9, 28),
        ("latte", 64, 0, 220),
    ],
)
def test_a_serving_holds_what_its_source_says(name, caffeine_mg, alcohol_g, water_ml):
    drink = find(shipped_drinks(), name).serving()
    assert drink.caffeine_mg == pytest.approx(caffeine_mg, abs=0.6)
    assert drink.alcohol_g == pytest.approx(alcohol_g, abs=0.06)
    assert drink.water_ml == pytest.approx(water_ml, abs=1)


def test_every_shipped_drink_can_be_drunk_in_any_amount():
    drinks = shipped_drinks()
    assert len(drinks) >= 28
    assert {drink.group for drink in drinks} == set(GROUPS)
    for drink in drinks:
        assert drink.serving().preset == drink.id
        assert drink.serving(1).ml == 1
        assert drink.ndb_no


def test_water_and_coffee_come_first_to_hand():
    assert [drink.id for drink in shipped_drinks()][:3] == ["water", "sparkling-water", "coffee"]


@pytest.mark.parametrize("word", ["beer", "wine", "coke", "espressos", "Hot Chocolate", "decaf"])
def test_everyday_words_are_understood(word):
    assert find(shipped_drinks(), word)


def test_lines_become_drinks():
    water, tea = drinks_in(f"{HEADER}\n{WATER}\n\n{TEA}\n", "x.csv")
    assert water.aliases == ("tap water", "aqua")
    assert (tea.name, tea.caffeine_mg, tea.slow) == ("Tea", 20.03, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "x.csv, line 1, header"),
        ("a,b", "x.csv, line 1, header"),
        (f"{HEADER}\nwater", "x.csv, line 2, line: it has 1 cells instead of 13"),
        (f"{HEADER}\n{WATER.replace('250', 'glass')}", "x.csv, line 2, serving_ml: “glass”"),
        (f"{HEADER}\n{WATER.replace('250', 'nan')}", "x.csv, line 2, serving_ml: “nan”"),
        (f"{HEADER}\n{WATER.replace('250', '-1')}", "x.csv, line 2, serving_ml: “-1”"),
        (f"{HEADER}\n{WATER.replace(',no,', ',maybe,')}", "x.csv, line 2, slow: “maybe”"),
        (f"{HEADER}\n{WATER.replace('14429', '')}", "x.csv, line 2, ndb_no"),
        (f"{HEADER}\n{WATER}\n{TEA.replace(',tea,', ',soup,')}", "x.csv, line 3, drink"),
        (f"{HEADER}\n{WATER}\n{TEA.replace('cuppa', 'aqua')}", "“aqua” is the drink of line 2"),
        (f"{HEADER}\n{WATER}\n{WATER}", "x.csv, line 3, name: “water” is the drink of"),
    ],
)
def test_a_wrong_line_is_named(text, said):
    with pytest.raises(Problem) as refused:
        drinks_in(text, "x.csv")
    assert said in str(refused.value)


def test_reading_the_drinks_loads_nothing_heavy():
    # -I and -S keep what this environment loads at every start out of the picture.
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from steadyhands.system.drinks import shipped_drinks\n"
        "shipped_drinks()[0].serving()\n"
        "heavy = {'re', 'enum', 'typing', 'json', 'csv', 'dataclasses', 'pathlib', 'difflib'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, CLONE], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
