from datetime import date, timedelta

import pytest

from steadyhands.domain.entries import Food, SafetyNotice, Supplement, Symptom
from steadyhands.domain.insight import Rising
from steadyhands.domain.problem import Problem
from steadyhands.report.content import Facts, Lines, Picture, Table, Words
from steadyhands.services.report import ReportAsk, ReportDesk, last_weeks
from tests.factory import a_checkin, a_coffee, a_desk, a_moment, a_twitch, log_a_night

LAST = date(2026, 3, 15)
FIRST = LAST - timedelta(days=13)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def asked(**more):
    return ReportAsk(FIRST, LAST, **more)


def sections(desk, **more):
    report = ReportDesk(desk.keeper.path).report(asked(**more))
    return {section.key: section for section in report.sections}


def words_of(section):
    told = []
    for block in section.blocks:
        if isinstance(block, Words):
            told.append(block.text)
        elif isinstance(block, (Facts, Table)):
            told += [" ".join(row) for row in block.rows]
        elif isinstance(block, Picture):
            told.append(block.alt)
    return "\n".join(told)


def log(desk, details, hour=10, day=3, **more):
    now = desk.now()
    return desk.journal.log(details, a_moment(hour, 0, day, 3, 2026), now, **more)


def fill(desk):
    for day in (3, 4, 5):
        log(desk, a_coffee(), 9, day)
        log(desk, a_twitch("right", "index", felt="jerk", strength=4), 15, day)
    log(desk, a_twitch("left", "thumb", state="rest", doing="resting"), 15, 5)
    log(desk, a_checkin(6), 18, 5)


def test_missing_days_are_said_and_not_counted(desk):
    fill(desk)
    said = words_of(sections(desk)["often"])
    assert "4 on 3 of 14 days" in said
    assert "11 days without any entry left out" in said


def test_where_says_shares_and_sides(desk):
    fill(desk)
    said = words_of(sections(desk)["where"])
    assert "right index finger 75\N{NO-BREAK SPACE}%" in said
    assert "Left 25\N{NO-BREAK SPACE}%, right 75\N{NO-BREAK SPACE}%" in said


def test_the_answers_say_of_how_many_twitches_they_are(desk):
    fill(desk)
    told = sections(desk)
    assert "at rest 100\N{NO-BREAK SPACE}% said of 1 of 4" in words_of(told["doing"])
    assert "jerk 100\N{NO-BREAK SPACE}% said of 3 of 4" in words_of(told["felt"])


def test_the_hours_before_name_drinks_food_and_sleep(desk):
    fill(desk)
    log(desk, Food("lunch", "Lentils, boiled", 99), 12, 3)
    log_a_night(desk.journal, desk.now(), a_moment(7, 0, 3, 3, 2026).local())
    (row, *_) = sections(desk)["before"].blocks[1].rows
    assert row[0] == "3 Mar, 15:00"
    assert "96 mg caffeine" in row[2]
    assert row[3] == "Lentils, boiled"
    assert row[4] == "7.5 h"


def test_symptoms_are_counted_by_day_with_place_and_severity(desk):
    log(desk, Symptom("numbness", "left", "ring", 3), 10, 3)
    log(desk, Symptom("numbness", "left", "ring", 5), 12, 3)
    log(desk, a_checkin(3, symptoms=("numbness",)), 10, 4)
    (row,) = sections(desk)["symptoms"].blocks[0].rows
    assert row == ("numb or tingling", "2", "4 Mar", "left ring finger; up to 5 of 10")


def test_a_check_in_says_the_side_once_for_its_symptoms(desk):
    log(desk, a_checkin(3, symptoms=("stiffness", "pain", "left-side")), 10, 4)
    rows = sections(desk)["symptoms"].blocks[0].rows
    assert rows == (("pain", "1", "4 Mar", "left side"), ("stiffness", "1", "4 Mar", "left side"))


def test_what_the_safety_rules_advised_is_named(desk):
    log(desk, SafetyNotice("numb"), 10, 4)
    log(desk, SafetyNotice("numb", "read"), 11, 4)
    lines = [b for b in sections(desk)["symptoms"].blocks if isinstance(b, Lines)]
    (said,) = lines[0].lines
    assert said.startswith("Numbness or pins and needles")


def test_medicines_are_named_as_their_list_names_them(desk):
    profile = desk.profile
    profile.keep(profile.read().replaced(medicines=("ppi",), other_medicines="hay fever drops"))
    said = words_of(sections(desk)["about"])
    assert "Acid blocker; hay fever drops" in said


def test_no_symptoms_are_said_with_how_often_they_were_asked(desk):
    fill(desk)
    assert "None logged. Check-ins on 1 day asked" in words_of(sections(desk)["symptoms"])


def test_kidney_disease_leaves_minerals_out(desk):
    fill(desk)
    log(desk, Food("lunch", "Lentils", 99, magnesium_mg=36), 12, 4)
    assert "Magnesium" in words_of(sections(desk)["background"])
    profile = desk.profile
    profile.keep(profile.read().replaced(conditions=("kidney",)))
    told = sections(desk)
    assert "Magnesium" not in words_of(told["background"])
    assert "kidney" in words_of(told["about"])


def test_supplements_are_named_and_never_added_to_food(desk):
    log(desk, Supplement("Magnesium citrate", 100), 8, 3)
    log(desk, Supplement("Magnesium citrate", 100), 8, 4)
    assert "Supplements taken Magnesium citrate 2" in words_of(sections(desk)["background"])


def test_only_the_parts_asked_for_are_in(desk):
    fill(desk)
    assert set(sections(desk, include=("where",))) == {"often", "where"}


def test_notes_are_in_only_when_chosen(desk):
    log(desk, a_twitch(), 10, 3, note="holding the baby")
    assert "notes" not in sections(desk)
    assert "holding the baby" in words_of(sections(desk, include=("notes",))["notes"])


def test_an_empty_diary_still_makes_a_page(desk):
    told = sections(desk)
    assert "No twitch was logged" in words_of(told["where"])
    assert ReportDesk(desk.keeper.path).pdf(asked()).startswith(b"%PDF")


def test_what_a_report_cannot_be_is_said():
    for wrong in (
        {"first": LAST, "last": FIRST},
        {"include": ("horoscope",)},
        {"person": "x" * 81},
        {"first": date(2000, 1, 1)},
    ):
        with pytest.raises(Problem):
            ReportAsk(**{"first": FIRST, "last": LAST, **wrong})


def test_weeks_end_yesterday():
    assert last_weeks(2, date(2026, 3, 16)) == (FIRST, LAST)
    with pytest.raises(Problem):
        last_weeks(0, LAST)


def test_a_trend_is_said_with_its_range():
    from steadyhands.report.twitching import how_often
    from tests.report.test_period import a_period

    rising = Rising("", False, 0.95, 0.92, 0.99, 12, 80)
    said = words_of(how_often(a_period(), rising))
    assert "falling by about 5 % a week" in said
    assert "−8 to −1 %" in said
    unclear = words_of(how_often(a_period(), rising.replaced(high=1.02)))
    assert "no clear change" in unclear
