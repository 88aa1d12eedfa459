"""log food, log supplement, foods, and what today says of them (on Tue 10 March, 14:00)."""

import json

import pytest

from steadyhands.domain.foods import own_food
from steadyhands.domain.meals import OwnMeal


def entries(shell):
    """Return the foods and supplements in the diary as they were written."""
    found = json.loads(shell.type("list", "--days", "9", "--json"))
    return sorted(found, key=lambda entry: entry["id"])


def eaten(shell, words):
    """Log a food and return its fields."""
    said = shell.type("log", "food", *words.split())
    assert shell.code == 0, shell.complaint
    assert said.startswith("Saved: ")
    return entries(shell)[-1]["fields"]


@pytest.mark.parametrize(
    ("words", "food", "grams", "portion"),
    [
        ("almonds 1oz", "almonds", 28.35, "1 oz (23)"),
        ("almonds", "almonds", 28.35, "1 oz (23)"),
        ("Almonds 30 g", "almonds", 30, None),
        ("almonds 2x", "almonds", 56.7, "2 × 1 oz (23)"),
        ("almonds 10", "almonds", 12.33, "10"),
        ("black beans 1/2 cup", "black-beans", 86, "1/2 cup"),
        ("black beans 3 tbsp", "black-beans", 32.25, "3 tbsp"),
        ("wholemeal bread 2 slices", "wholewheat-bread", 64, "2 slices"),
        ("porridge", "oatmeal", 234, "1 cup"),
        ("boiled spinach", "spinach-boiled", 90, "1/2 cup"),
        ("bananas 2", "banana", 236, "2"),
        ("dark chocolate 45", "dark-chocolate-45", 28.35, "1 oz"),
        ("dark chocolate 45 10g", "dark-chocolate-45", 10, None),
    ],
)
def test_foods_and_helpings_are_understood(shell, words, food, grams, portion):
    fields = eaten(shell, words)
    assert (fields["food"], fields["grams"], fields.get("portion")) == (food, grams, portion)


def test_the_answer_says_what_counts(shell):
    said = shell.type(
        "log", "food", "black beans", "1/2", "cup", "--meal", "lunch", "--at", "12:30"
    )
    assert said == "Saved: Black beans, boiled 86 g, 12:30 (lunch, 60 mg magnesium)."
    said = shell.type("log", "food", "milk chocolate", "--meal=snack")
    assert said == "Saved: Milk chocolate 44 g, 14:00 (snack, 28 mg magnesium, 8.8 mg caffeine)."


@pytest.mark.parametrize(
    ("words", "meal", "name"),
    [
        ("lunch", "lunch", None),
        ("Breakfast --at 8:00", "breakfast", None),
        ("dinner banana", "dinner", "Banana"),
        ("banana", "lunch", "Banana"),
        ("banana --at 8:00", "breakfast", "Banana"),
        ("banana --at 13:59 --meal snack", "snack", "Banana"),
        ("snack --meal snack", "snack", None),
    ],
)
def test_the_meal_is_said_or_guessed_by_the_clock(shell, words, meal, name):
    fields = eaten(shell, words)
    assert (fields["meal"], fields.get("name")) == (meal, name)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Which food? Try steadyhands log food almonds 1oz."),
        ("amlonds 1oz", "I do not know the food “amlonds”. Did you mean Almonds?"),
        ("spinach", "“spinach” may be “Spinach, raw” or “Spinach, boiled”."),
        ("black pudding 100g", "I do not know the food “black pudding”. See steadyhands foods"),
        ("almonds handful", "I cannot read “handful” as an amount of Almonds. Try 30g"),
        ("tofu 100", "I cannot read “100” as an amount of Tofu"),
        ("almonds 0g", "A portion weighs 0.1 to 5,000 g, not 0."),
        ("almonds 9kg", "A portion weighs 0.1 to 5,000 g, not 9000."),
        ("2 bananas", "Please say the food first and then how much, as in almonds 1oz."),
        ("banana --meal tea", "A meal is breakfast, lunch, dinner or snack."),
        ("banana --at 25:00", "I cannot read “25:00” as a time."),
    ],
)
def test_what_cannot_be_is_said_kindly_and_nothing_is_kept(shell, words, sentence):
    assert shell.refused("log", "food", *words.split()).startswith(sentence)
    assert entries(shell) == []


def test_an_own_meal_is_logged_by_its_name_and_undone_as_one(shell):
    desk = shell.open_desk()
    desk.foods.keep(own_food("House muesli", 60, magnesium_mg=80))
    parts = (("own-house-muesli", 60, "1 serving"), ("banana", 118, "1 medium"))
    desk.foods.keep_meal(OwnMeal("own-morning-bowl", "Morning bowl", parts))
    desk.close()
    said = shell.type("log", "food", "morning", "bowl", "--at", "8:05", "--note", "slowly")
    assert said == (
        "Saved: Morning bowl, 08:05 (breakfast: House muesli 60 g, Banana 118 g; 112 mg magnesium)."
    )
    assert sorted(entry["note"] for entry in entries(shell)) == ["", "slowly"]
    ahead = shell.refused("log", "food", "morning", "bowl", "--at", "2030-01-01 10:00")
    assert "lies ahead" in ahead
    shell.type("undo")
    assert entries(shell) == []


@pytest.mark.parametrize(
    ("words", "name", "held"),
    [
        ("magnesium 100mg", "Magnesium", {"magnesium_mg": 100}),
        ("Magnesium 0.1g", "Magnesium", {"magnesium_mg": 100}),
        ("magnesium citrate 100", "Magnesium citrate", {"magnesium_mg": 100}),
        ("magnesium 500mg --salt citrate", "Magnesium citrate", {"magnesium_mg": 80}),
        ("potassium 500 --salt Chloride", "Potassium chloride", {"potassium_mg": 260}),
        ("calcium 1000 --salt carbonate", "Calcium carbonate", {"calcium_mg": 400}),
        ("magnesium 1000 --salt sulphate", "Magnesium sulfate", {"magnesium_mg": 99}),
        ("multivitamin", "multivitamin", {}),
    ],
)
def test_supplements_are_counted_in_mg_of_the_mineral(shell, words, name, held):
    assert shell.type("log", "supplement", *words.split())
    fields = entries(shell)[-1]["fields"]
    assert fields.pop("name") == name
    assert fields == held


def test_a_salt_is_converted_and_said_so(shell):
    said = shell.type("log", "supplement", "magnesium", "500mg", "--salt", "citrate").splitlines()
    assert said == [
        "Saved: Magnesium citrate, 14:00 (80 mg magnesium).",
        "500 mg of magnesium citrate hold about 16 % magnesium, so 80 mg were counted.",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Which supplement?"),
        ("100mg", "Please say the mineral first"),
        ("magnesum 100mg", "I do not know “magnesum”. Did you mean magnesium?"),
        ("zinc 10mg", "I count magnesium, potassium or calcium, one at a time"),
        ("calcium magnesium 10mg", "I count magnesium, potassium or calcium, one at a time"),
        ("magnesium 100cups", "I cannot read “100cups” as a weight."),
        ("magnesium --salt citrate", "Please say how many mg of the salt it was."),
        ("potassium 99 --salt gluconate", "I do not know the potassium salt “gluconate”; known"),
    ],
)
def test_what_no_supplement_is_is_refused(shell, words, sentence):
    assert shell.refused("log", "supplement", *words.split()).startswith(sentence)
    assert entries(shell) == []


def test_today_adds_up_food_and_drinks_and_keeps_supplements_apart(shell):
    assert "Meals" not in shell.type("today")
    shell.type("log", "food", "breakfast", "--at", "7:45")
    shell.type("log", "food", "almonds", "1oz")
    shell.type("log", "orange", "juice", "250ml")
    lines = shell.type("today").splitlines()
    assert "  Meals     breakfast 07:45, lunch 14:00" in lines
    (minerals,) = (line for line in lines if line.startswith("  Minerals"))
    assert minerals.endswith("calcium from food and drinks")
    assert 77 < int(minerals.split()[1]) < 120
    shell.type("log", "supplement", "magnesium", "100mg")
    after = shell.type("today").splitlines()
    assert minerals in after
    assert after[after.index(minerals) + 1] == "            100 mg magnesium from supplements"


def test_supplements_alone_stand_under_minerals(shell):
    shell.type("log", "supplement", "magnesium", "100mg")
    assert "  Minerals  100 mg magnesium from supplements" in shell.type("today").splitlines()


def test_foods_lists_all_or_what_words_may_mean(shell):
    every = shell.type("foods").splitlines()
    assert len(every) > 95
    found = shell.type("foods", "pumpkin").splitlines()
    assert [line.split("  ")[1] for line in found[:2]] == [
        "Pumpkin seeds, roasted",
        "Pumpkin seeds, dried",
    ]
    assert "Mg 156, K 223, Ca 15 mg" in found[0]
    assert "1 oz, 28 g" in found[0]
    assert "Did you mean Almonds?" in shell.refused("foods", "amlonds")


def test_list_names_foods_meals_and_supplements(shell):
    shell.type("log", "food", "lunch", "--at", "12:00")
    shell.type("log", "food", "almonds", "1oz", "--at", "12:01")
    shell.type("log", "supplement", "calcium", "200", "--at", "12:02")
    assert shell.type("list").splitlines()[1:] == [
        "  12:02        Calcium (200 mg calcium)",
        "  12:01        Almonds 28 g (lunch, 77 mg magnesium)",
        "  12:00        lunch",
    ]


def test_a_food_where_a_drink_is_expected_is_pointed_to_its_command(shell):
    said = shell.refused("log", "black", "beans", "1/2", "cup")
    assert said == "That is a food. Try steadyhands log food black beans 1/2 cup."
    assert shell.refused("log", "spinach").startswith("I do not know the drink “spinach”")
