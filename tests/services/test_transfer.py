"""Importing: a look first, then all or nothing, nothing twice, and back again."""

from __future__ import annotations

import json

import pytest

from steadyhands.domain.entries import Other, Twitch
from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.exchange import formats
from steadyhands.exchange.format import Cancelled, Item, Passed, Reader, Refused
from steadyhands.exchange.text import lines
from steadyhands.services.arrival import Wishes
from steadyhands.services.transfer import Importer
from tests.factory import a_desk, a_moment, a_twitch, log_a_day


class Lines(Reader):
    """A made-up program: `ID HOUR SIDE` a line, `?` for what it counts itself."""

    key, name = "made-up", "Made up"

    def recognises(self, source):
        return source.head.startswith(b"MADE UP")

    def read(self, source, options):
        for number, line in enumerate(lines(source, source.open()), start=1):
            if number > 1 and line.strip():
                yield self._row(line.split(), f"line {number}", line.strip())

    def _row(self, words, where, line):
        if words[0] == "?":
            return Passed("step count")
        try:
            at = a_moment(int(words[1]))
            return Item(Twitch(words[2]), at, None, "", self.key, words[0], where)
        except Problem as problem:
            return Refused(where, problem, line)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def importer(desk, monkeypatch):
    monkeypatch.setattr(formats, "formats", lambda: [Lines()])
    monkeypatch.setattr("steadyhands.services.transfer.format_of", lambda source: Lines())
    return Importer(desk.keeper, desk.clock)


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "chosen.txt"
        path.write_text("MADE UP\n" + "".join(row + "\n" for row in rows))
        return str(path)

    return write


GOOD = ("a 8 left", "b 9 right", "c 10 left")


def schema_of(desk):
    return set(desk._diary._connection.execute("SELECT name, sql FROM sqlite_schema"))


def living(desk):
    return list(desk._diary.entries.stream())


def test_a_look_says_what_would_come_and_changes_nothing(desk, importer, file, tmp_path):
    before = desk._diary.state()

    report = tmp_path / "rows.csv"
    seen = importer.look(file(*GOOD, "d 11 up", "? x", "a 8 left", "e 23 left"), report=str(report))

    assert seen.format == "made-up"
    assert seen.coming_by_kind() == {"twitch": 3}
    assert (str(seen.first), str(seen.last), seen.days) == ("2026-03-10", "2026-03-10", 1)
    assert [(row.where, row.reason.template[:14]) for row in seen.refused] == [
        ("line 5", "“{given}” is n"),
        ("line 8", "{time} lies ah"),
    ]
    assert seen.count("repeated") == 1
    assert seen.passed == {"step count": 1}
    assert [entry.at.local().hour for entry in seen.sample] == [8, 9, 10, 8]
    assert desk._diary.state() == before
    rows = report.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "row,outcome,kind,time,reason,content"
    assert rows[1] == "line 2,comes in,twitch,2026-03-10T08:00:00.000+01:00,,"
    assert rows[4] == 'line 5,cannot be read,,,"“up” is not a side: left, right.",d 11 up'
    assert "step count" not in report.read_text(encoding="utf-8")


def test_it_comes_in_as_one_act_and_goes_as_one(desk, importer, file):
    log_a_day(desk.journal, desk.now())
    before = living(desk)

    done = importer.bring_in(file(*GOOD))

    assert len(living(desk)) == len(before) + 3
    assert done.changes.touch("twitch")
    assert desk.journal.next_undo().kind == "twitch"
    undone = desk.journal.undo(desk.now())
    assert undone.size == 3
    assert living(desk) == before
    assert desk.journal.redo(desk.now()).size == 3
    assert len(living(desk)) == len(before) + 3
    assert desk._diary.totals.wrong() == 0


def test_nothing_comes_twice(desk, importer, file):
    importer.bring_in(file(*GOOD))
    again = importer.bring_in(file(*GOOD, "d 11 right"))

    assert again.what.count("known") == 3
    assert len(living(desk)) == 4
    nothing = importer.bring_in(file(*GOOD))
    assert (nothing.act, nothing.what.coming, bool(nothing.changes)) == (0, 0, False)


def test_what_was_undone_comes_again(desk, importer, file):
    importer.bring_in(file(*GOOD))
    desk.journal.undo(desk.now())

    again = importer.bring_in(file(*GOOD))

    assert again.what.count("again") == 3
    assert len(living(desk)) == 3
    assert {entry.revision for entry in living(desk)} == {3}


def test_what_the_person_changed_or_removed_stays(desk, importer, file):
    importer.bring_in(file(*GOOD))
    first, second, third = living(desk)
    desk.journal.amend(first.id, desk.now(), note="mine")
    desk.journal.remove([second.id], desk.now())

    again = importer.bring_in(file("a 8 right", "b 9 left", "c 12 right"))

    assert (again.what.count("edited"), again.what.count("removed")) == (1, 1)
    assert again.what.count("changed") == 1
    kept, updated = living(desk)
    assert (kept.note, kept.details.side) == ("mine", "left")
    assert (updated.id, updated.details.side, updated.revision) == (third.id, "right", 2)
    desk.journal.undo(desk.now())
    assert living(desk)[1] == third.replaced(revision=3)


def test_an_import_can_be_taken_back_long_after(desk, importer, file):
    act = importer.bring_in(file(*GOOD)).act
    desk.journal.log(a_twitch(), a_moment(13), desk.now())
    edited = living(desk)[0]
    desk.journal.amend(edited.id, desk.now(), note="mine")
    (past,) = importer.imports()
    assert (past.act, past.count, past.file, past.stands) == (act, 3, "chosen.txt", True)
    assert past.at == desk.now()

    done = importer.take_back(act)

    assert done.size == 2
    assert [entry.note for entry in living(desk)] == ["mine", ""]
    assert importer.take_back(act) is None
    assert not importer.imports()[0].stands
    assert desk._diary.totals.wrong() == 0


def test_an_undone_import_has_no_claim_on_what_another_brought(desk, importer, file):
    first = importer.bring_in(file(*GOOD)).act
    desk.journal.undo(desk.now())
    second = importer.bring_in(file(*GOOD)).act

    assert [(past.act, past.stands) for past in importer.imports()] == [
        (second, True),
        (first, False),
    ]
    assert importer.take_back(first) is None
    assert importer.take_back(second).size == len(GOOD)
    assert [past.stands for past in importer.imports()] == [False, False]
    assert living(desk) == []


def test_an_import_that_was_done_again_stands(desk, importer, file):
    importer.bring_in(file(*GOOD))
    desk.journal.undo(desk.now())
    desk.journal.redo(desk.now())

    assert importer.imports()[0].stands


def test_a_list_of_imports_says_which_still_stand(desk, importer, file):
    importer.bring_in(file("a 8 left"))
    importer.bring_in(file("b 9 left"))
    desk.journal.undo(desk.now())

    assert [past.stands for past in importer.imports()] == [False, True]


@pytest.mark.parametrize("when", ["reading", "at the end"])
def test_cancelling_leaves_the_diary_as_it_was(when, desk, importer, file):
    state = desk._diary.state()
    asked = []

    def cancelled():
        asked.append(1)
        return when == "reading" or len(asked) > 2

    with pytest.raises(Cancelled):
        importer.bring_in(file(*GOOD), cancelled=cancelled)

    assert desk._diary.state() == state
    assert importer.imports() == []


def test_a_full_disk_leaves_the_diary_as_it_was(desk, importer, monkeypatch, file):
    log_a_day(desk.journal, desk.now())
    before = living(desk)
    open_wide = desk.keeper.open

    def open_narrow(*more):
        diary = open_wide(*more)
        pages = diary._connection.execute("PRAGMA page_count").fetchone()[0]
        diary._connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        return diary

    monkeypatch.setattr(desk.keeper, "open", open_narrow)

    with pytest.raises(DiaryUnusable, match="disk is full"):
        importer.bring_in(file(*[f"{number} 8 left" for number in range(3000)]))

    monkeypatch.undo()
    assert living(desk) == before
    assert Importer(desk.keeper, desk.clock).imports() == []
    assert desk._diary.totals.wrong() == 0


def test_ctrl_c_leaves_the_diary_as_it_was(desk, importer, file):
    def interrupt(done, total):
        raise KeyboardInterrupt

    state = desk._diary.state()
    with pytest.raises(KeyboardInterrupt):
        importer.bring_in(file(*GOOD), progress=interrupt)

    assert desk._diary.state() == state


def test_a_reader_that_fails_half_way_leaves_the_diary_as_it_was(desk, importer, monkeypatch, file):
    def fails(self, source, options):
        yield Item(Twitch(), a_moment(8), source="x", source_id="1")
        raise Problem("The rest is missing.")

    monkeypatch.setattr(Lines, "read", fails)
    state = desk._diary.state()

    with pytest.raises(Problem, match="rest is missing"):
        importer.bring_in(file(*GOOD))

    assert desk._diary.state() == state


def test_a_night_that_is_in_the_diary_does_not_come_again_from_elsewhere(desk, tmp_path):
    log_a_day(desk.journal, desk.now())
    from steadyhands.domain.entries import Sleep

    class Nights(Lines):
        def read(self, source, options):
            for key, hour in (("n1", 1), ("n2", 8)):
                until = a_moment(hour + 1)
                yield Item(Sleep(), a_moment(hour), until, source="watch", source_id=key)

    path = tmp_path / "nights"
    path.write_text("MADE UP\n")
    importer = Importer(desk.keeper, desk.clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("steadyhands.services.transfer.format_of", lambda source: Nights())
        seen = importer.look(str(path))

    assert (seen.count("overlaps"), seen.coming) == (1, 1)


def test_thousands_come_and_go_as_one(desk, importer, file):
    rows = [f"{number} {number % 12} left" for number in range(3000)]
    log_a_day(desk.journal, desk.now())
    before, schema = living(desk), schema_of(desk)

    heard = []
    done = importer.bring_in(file(*rows), progress=lambda *how_far: heard.append(how_far))

    assert done.what.coming == 3000
    assert heard[-1][0] == heard[-1][1]
    undone = desk.journal.undo(desk.now())
    assert (undone.size, len(undone.entries)) == (3000, 1)
    assert living(desk) == before
    assert desk._diary.totals.wrong() == 0
    assert desk.journal.redo(desk.now()).size == 3000
    assert len(living(desk)) == len(before) + 3000
    assert desk._diary.totals.wrong() == 0
    assert schema_of(desk) == schema


def test_thousands_are_not_undone_over_a_later_change(desk, importer, file):
    done = importer.bring_in(file(*[f"{number} 8 left" for number in range(2000)]))
    desk.journal.amend(living(desk)[5].id, desk.now(), note="mine")

    with pytest.raises(Problem, match="changed again"):
        desk.journal.undo(desk.now(), act=done.act)
    assert len(living(desk)) == 2000


def test_somebody_logging_meanwhile_loses_nothing(desk, importer, file):
    heard = []

    def log_now(done, total):
        heard.append(done)
        desk.journal.log(a_twitch("right"), a_moment(9), desk.now())

    importer.bring_in(file(*GOOD), progress=log_now)

    assert heard
    assert len(living(desk)) == 3 + len(heard)
    assert desk._diary.totals.wrong() == 0


def own_file(tmp_path, **settings):
    other = tmp_path / "own.jsonl"
    head = {"steadyhands": "diary", "version": 1, "layout": "lines", "settings": settings}
    other.write_text(json.dumps(head) + "\n")
    return str(other)


def test_settings_fill_what_was_never_chosen(desk, tmp_path):
    log_a_day(desk.journal, desk.now())
    desk.choices.change(glass_ml=300)
    file = own_file(
        tmp_path, glass_ml=200, hand="left", day_starts_at=0, device="x", imports=[{"act": 9}],
        own_drinks=[{"id": "mate", "name": "Mate"}],
    )  # fmt: skip
    importer = Importer(desk.keeper, desk.clock)

    seen = importer.look(file)
    done = importer.bring_in(file)

    assert seen.settings == ("hand", "day_starts_at", "own_drinks")
    assert done.changes.touch("settings")
    chosen = desk.choices.read()
    assert (chosen.glass_ml, chosen.hand, chosen.day_starts_at) == (300, "left", 0)
    assert desk._diary.settings.get("device") != "x"
    assert importer.imports() == []
    assert desk._diary.totals.wrong() == 0


def test_a_chosen_format_is_not_sniffed(desk, tmp_path):
    with pytest.raises(Problem, match="no format"):
        Importer(desk.keeper, desk.clock).look(own_file(tmp_path), Wishes("nonsense"))


def test_entries_keep_unknown_kinds(desk, importer, monkeypatch, file):
    mood = Other("mood", (("value", 3),), (("mood", 3.0),))
    monkeypatch.setattr(
        Lines,
        "read",
        lambda *_: iter([Item(mood, a_moment(8), source="x", source_id="1")]),
    )

    importer.bring_in(file())

    assert living(desk)[0].details == mood
