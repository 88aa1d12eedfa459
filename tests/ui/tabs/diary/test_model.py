"""The rows against a plain list."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from steadyhands.domain.browse import DayCounts, Wanted
from steadyhands.domain.moment import epoch_day
from steadyhands.domain.problem import DiaryBusy
from steadyhands.ui.tabs.diary.model import BLOCK, KEPT_BLOCKS, DiaryModel
from tests.factory import a_moment, a_twitch, a_water, an_entry

TODAY = epoch_day(date(2026, 3, 10))


class ListPages:
    """Days with so many entries each, named after their place."""

    def __init__(self, counts):
        self.counts = counts
        self.reads = 0

    def days(self, wanted):
        return DayCounts(tuple(self.counts), tuple(self.counts.values()))

    def page(self, wanted, day, skipped, most):
        self.reads += 1
        last = min(skipped + most, self.counts[day])
        return [made(day, nth) for nth in range(skipped, last)]

    def kinds_on(self, day):
        return {"twitch": self.counts[day]}


def made(day, nth):
    return an_entry(a_twitch(), a_moment(9), id=f"{day:016x}{nth:016x}")


def model_of(counts):
    model = DiaryModel(ListPages(counts))
    model.show_days(Wanted(), model._pages.days(Wanted()), "metric", date(2026, 3, 10))
    return model


COUNTS = st.dictionaries(st.integers(1, 60), st.integers(1, 3 * BLOCK + 1), max_size=12).map(
    lambda days: dict(sorted(days.items(), reverse=True))
)


@given(COUNTS, st.integers(0, 61))
def test_rows_are_those_of_a_plain_list(counts, asked):
    model = model_of(counts)
    rows = []
    for day, count in counts.items():
        rows += [(day, -1)] + [(day, nth) for nth in range(count)]
    assert model.rowCount() == len(rows)
    assert model.total() == sum(counts.values())
    for row in {0, 1, len(rows) // 2, len(rows) - 1} & set(range(len(rows))):
        day, nth = rows[row]
        assert model.place(row) == (day, nth)
        assert model.entry(row) == (made(day, nth) if nth >= 0 else None)
        if nth >= 0:
            assert model.entry_row(day, made(day, nth).id) == row
        assert model.entries_in(0, row) == sum(n >= 0 for _, n in rows[: row + 1])
    older = [day for day in counts if day <= asked]
    if counts:
        heading = model.heading_row(asked)
        assert rows[heading] == (older[0] if older else min(counts), -1)
    assert model.has_day(asked) == (asked in counts)
    assert model.count_on(asked) == counts.get(asked, 0)


@given(COUNTS, st.integers(0, 12))
def test_days_that_come_later_stand_below(counts, cut):
    days = list(counts)
    early = {day: counts[day] for day in days[:cut]}
    model = DiaryModel(ListPages(counts))
    model.show_days(Wanted(), ListPages(early).days(None))
    model.add_days(ListPages({day: counts[day] for day in days[cut:]}).days(None))
    whole = model_of(counts)
    assert model._starts == whole._starts
    assert model.rowCount() == whole.rowCount()


def test_a_look_reads_one_block_and_no_more():
    model = model_of({TODAY: 10_000})
    for row in range(5000, 5012):
        model.data(model.index(row))
    assert model._pages.reads <= 2


def test_what_was_looked_at_long_ago_is_let_go():
    model = model_of({TODAY: BLOCK * KEPT_BLOCKS * 2})
    for row in range(1, model.rowCount(), BLOCK):
        model.entry(row)
    assert len(model._blocks) == KEPT_BLOCKS


def test_a_heading_can_be_walked_to_but_not_chosen(qapp):
    from PySide6.QtCore import Qt

    model = model_of({TODAY: 1})
    heading, entry = model.flags(model.index(0)), model.flags(model.index(1))
    assert heading & Qt.ItemFlag.ItemIsEnabled and not heading & Qt.ItemFlag.ItemIsSelectable
    assert entry & Qt.ItemFlag.ItemIsSelectable


def test_rows_are_spoken(qapp):
    from PySide6.QtCore import Qt

    model = model_of({TODAY: 2})
    heading = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Today, Tuesday 10 March 2026. 2 twitches"
    said = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Right index finger")


def test_rows_stay_blank_while_the_diary_cannot_be_read():
    class BusyPages(ListPages):
        def page(self, wanted, day, skipped, most):
            raise DiaryBusy("Another program is using the diary just now.")

    model = DiaryModel(BusyPages({TODAY: 3}))
    model.show_days(Wanted(), model._pages.days(None))
    assert model.entry(1) is None
    assert model.data(model.index(1)) == ""


def test_an_entry_that_has_just_gone_is_blank():
    model = model_of({TODAY: 3})
    model._pages.counts[TODAY] = 2
    assert model.entry(3) is None and model.entry(2) is not None


def test_another_kind_of_entry_has_words_too(qapp):
    from steadyhands.domain.entries import Other
    from steadyhands.ui.tabs.diary.wording import row_words

    words = row_words(an_entry(Other("mood", (("word", "calm"),))), "metric")
    assert (words.title, words.more) == ("Mood", "word: calm")
    assert row_words(an_entry(a_water()), "us").more == "8.5 fl oz"


def test_time_at_the_desk_is_told_in_words(qapp):
    from steadyhands.exchange.desk_time import desk_time
    from steadyhands.ui.tabs.diary.wording import row_words

    words = row_words(an_entry(desk_time(300, "Workrave")), "metric")
    assert (words.title, words.more) == ("At the desk", "minutes: 300 · program: Workrave")
