"""What leaves the diary can come back: export, wipe, import."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadyhands.domain.entries import Drink, Note, Other
from steadyhands.domain.problem import DiaryUnusable, Problem
from steadyhands.exchange.format import Cancelled
from steadyhands.services.export import COPY, CSV, FHIR, FORMATS, JSON, LINES, Exporter
from steadyhands.services.export import format_by_name as by_name
from steadyhands.services.transfer import Importer
from steadyhands.storage.backups import is_sound
from steadyhands.storage.entries import Act
from tests.factory import a_coffee, a_desk, a_keeper, a_moment, a_twitch, log_a_day
from tests.fixtures.frozen import FOLDER, frozen_name
from tests.strategies import ENTRIES, IDS, MOMENTS, OTHERS
from tests.stubs import FixedClock


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path)
    log_a_day(desk.journal, desk.now())
    desk.choices.change(glass_ml=200, hand="left")
    yield desk
    desk.close()


def export(desk, path, form, *more, **named):
    return Exporter(desk.keeper, desk.clock).write(os.fspath(path), form, *more, **named)


def all_of(desk):
    return list(desk._diary.entries.stream())


def contents(desk):
    return [entry.replaced(revision=1, device="") for entry in all_of(desk)]


def by_id(entries):
    return sorted(entries, key=lambda entry: entry.id)


@pytest.fixture
def elsewhere(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    desk = a_desk(folder)
    yield desk
    desk.close()


@pytest.mark.parametrize("form", [LINES, JSON])
def test_json_comes_back_identical(form, desk, elsewhere, tmp_path):
    amended = all_of(desk)[2]
    desk.journal.amend(amended.id, desk.now(), note="größer 🙂\nzwei Zeilen")
    file = tmp_path / "out"

    done = export(desk, file, form)
    brought = Importer(elsewhere.keeper, elsewhere.clock).bring_in(str(file))

    assert done.entries == len(all_of(desk)) == brought.what.coming
    assert all_of(elsewhere) == all_of(desk)
    assert elsewhere.choices.read() == desk.choices.read()
    again = Importer(desk.keeper, desk.clock).look(str(file))
    assert (again.coming, again.settings) == (0, ())


def test_tables_come_back_with_all_they_say(desk, elsewhere, tmp_path):
    file = tmp_path / "out"
    desk.journal.log(Note(), a_moment(13), desk.now(), note='=SUM(A1); "quoted", and\nmore')
    desk.journal.log(Drink("-Mate; 'tis", 250, 248.5), a_moment(13), desk.now())
    desk.journal.log(Other("mood", (("w", [1]),), (("m", 2.5),)), a_moment(13), desk.now())

    export(desk, file, CSV)
    Importer(elsewhere.keeper, elsewhere.clock).bring_in(str(file))

    assert by_id(contents(elsewhere)) == by_id(contents(desk))
    assert Importer(desk.keeper, desk.clock).look(str(file)).coming == 0


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    entries=st.lists(
        st.tuples(ENTRIES, IDS, st.integers(1, 5), st.sampled_from(("", "0badcafe")))
        | st.tuples(
            st.builds(lambda at, other: (at, other), MOMENTS, OTHERS), IDS, st.just(1), st.just("d")
        ),
        max_size=6,
        unique_by=lambda drawn: drawn[1],
    ),
    form=st.sampled_from((LINES, JSON, CSV)),
)
def test_any_diary_comes_back(entries, form, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    one, other = a_desk(folder / "a"), a_desk(folder / "b")
    try:
        store = one._diary.entries

        def fill():
            for seq, (drawn, key, revision, device) in enumerate(entries, start=1):
                entry = drawn if not isinstance(drawn, tuple) else an_other(*drawn)
                entry = entry.replaced(id=key, revision=revision, device=device or "me")
                store.add(entry, seq, Act(seq, 0), 4)

        one._diary.write(fill)
        export(one, folder / "file", form)
        seen = Importer(other.keeper, other.clock).bring_in(str(folder / "file")).what
        assert not seen.refused
        if form == CSV:
            assert by_id(contents(other)) == by_id(contents(one))
        else:
            assert all_of(other) == all_of(one)
        assert other._diary.totals.wrong() == 0
    finally:
        one.close()
        other.close()


def an_other(at, details):
    from steadyhands.domain.entries import Entry

    return Entry("0" * 32, at, details)


def test_tables_are_tidy_and_explain_themselves(desk, tmp_path):
    export(desk, tmp_path / "out.zip", CSV)

    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        readme = archive.read("README.txt").decode()
        drinks = list(csv.reader(io.StringIO(archive.read("drink.csv").decode())))
        names = archive.namelist()
    assert names[0] == "README.txt"
    assert drinks[0][:8] == ["day", "kind", "at", "until", "name", "ml", "water_ml", "caffeine_mg"]
    assert drinks[1][:8] == [
        "2026-03-10", "drink", "2026-03-10T07:30:00.000+01:00", "", "Coffee", "240", "238", "96",
    ]  # fmt: skip
    assert "caffeine_mg     caffeine in it, mg" in readme
    for name in names[1:]:
        assert name in readme


def test_every_column_of_every_kind_is_explained():
    from steadyhands.domain.entries import KINDS
    from steadyhands.exchange.columns import OTHER, WORDS, header

    assert {name for kind in (*KINDS, OTHER) for name in header(kind)} == set(WORDS)


def test_only_some_days(desk, tmp_path):
    desk.journal.log(a_twitch(), a_moment(12, day=8), desk.now())
    for form in (CSV, JSON, LINES, FHIR):
        done = export(desk, tmp_path / form, form, (date(2026, 3, 7), date(2026, 3, 9)))
        assert done.entries == 1
    head = json.loads((tmp_path / LINES).read_text(encoding="utf-8").splitlines()[0])
    assert (head["entries"], head["settings"]) == (1, {})


def test_removed_entries_stay_at_home(desk, tmp_path):
    gone = all_of(desk)[0]
    desk.journal.remove([gone.id], desk.now())

    export(desk, tmp_path / "out", LINES)

    assert gone.id not in (tmp_path / "out").read_text(encoding="utf-8")


def test_a_copy_is_a_whole_diary(desk, tmp_path):
    export(desk, tmp_path / "copy.sqlite", COPY)

    assert is_sound(str(tmp_path / "copy.sqlite"))
    assert os.stat(tmp_path / "copy.sqlite").st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", FORMATS)
def test_cancelling_leaves_no_file(form, desk, tmp_path):
    (tmp_path / "out").mkdir()

    with pytest.raises(Cancelled):
        export(desk, tmp_path / "out" / "file", form, cancelled=lambda: True)

    assert os.listdir(tmp_path / "out") == []


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_there_stays_if_it_fails(form, desk, tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Problem, match="disk is full"):
        export(desk, file, form)

    assert file.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("form", "days", "said"),
    [
        ("pdf", None, "no format"),
        (COPY, (date(2026, 1, 1), date(2026, 1, 2)), "all days"),
        (CSV, (date(2026, 1, 2), date(2026, 1, 1)), "before the first"),
    ],
)
def test_what_cannot_be(form, days, said, desk, tmp_path):
    with pytest.raises(Problem, match=said):
        export(desk, tmp_path / "x", form, days)


def test_the_diary_itself_is_never_written_over(desk):
    with pytest.raises(Problem, match="diary itself"):
        export(desk, desk.keeper.path, JSON)


def test_a_diary_of_an_older_version_is_brought_up_to_date_first(tmp_path):
    keeper = a_keeper(tmp_path)
    shutil.copy(FOLDER / frozen_name(1), keeper.path)

    done = Exporter(keeper, FixedClock()).write(str(tmp_path / "out"), LINES)

    assert done.entries == len((FOLDER / "v0001.txt").read_text().splitlines())


def test_a_damaged_diary_is_said(tmp_path):
    keeper = a_keeper(tmp_path)
    (tmp_path / "diary.sqlite").write_bytes(b"x" * 5000)

    with pytest.raises(DiaryUnusable):
        Exporter(keeper, FixedClock()).write(str(tmp_path / "out"), LINES)
    assert not (tmp_path / "out").exists()


def test_no_folder_is_no_crash(desk, tmp_path):
    with pytest.raises(Problem, match="cannot be written"):
        export(desk, tmp_path / "no" / "such" / "file", JSON)
    with pytest.raises(Problem, match="is a folder"):
        export(desk, tmp_path, JSON)


def test_names_say_formats():
    assert [by_name(f"x{end}") for end in (".zip", ".JSON", ".jsonl", ".fhir.json", ".db")] == [
        CSV, JSON, LINES, FHIR, COPY,
    ]  # fmt: skip
    assert (by_name("x.txt"), by_name("x.fhir"), by_name("x.ndjson")) == ("", FHIR, LINES)
    assert Exporter(None, FixedClock()).usual_name(FHIR) == "steadyhands-2026-03-10.fhir.json"


def test_progress_reaches_its_end(desk, tmp_path):
    heard = []
    desk.journal.log(a_coffee(), a_moment(13), desk.now())

    for form in FORMATS:
        export(desk, tmp_path / form, form, progress=lambda *far: heard.append(far))
        assert heard[-1][0] == heard[-1][1] > 0


def test_two_copies_of_a_diary_are_brought_together(desk, tmp_path):
    folder = tmp_path / "laptop"
    folder.mkdir()
    laptop = a_desk(folder)
    try:
        send(desk, laptop, tmp_path)
        ours, theirs, both, _ = [entry for entry in all_of(desk) if entry.kind != "drink"][:4]
        desk.journal.amend(ours.id, desk.now(), note="here")
        laptop.journal.amend(theirs.id, laptop.now(), note="there")
        desk.journal.amend(both.id, desk.now(), note="here too")
        laptop.journal.amend(both.id, laptop.now(), note="there too")
        laptop.journal.log(a_twitch(), a_moment(13), laptop.now())

        seen = send(laptop, desk, tmp_path).what

        assert (seen.count("new"), seen.count("changed"), seen.count("edited")) == (1, 1, 2)
        notes = {entry.id: entry.note for entry in all_of(desk)}
        assert (notes[ours.id], notes[theirs.id]) == ("here", "there")
        assert notes[both.id] == "here too"
        assert len(all_of(desk)) == len(all_of(laptop))
    finally:
        laptop.close()


def send(source, target, folder):
    path = str(folder / "sent.jsonl")
    Exporter(source.keeper, source.clock).write(path, "jsonl")
    return Importer(target.keeper, target.clock).bring_in(path)
