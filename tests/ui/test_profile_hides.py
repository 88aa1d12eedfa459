"""What a profile hides is found on no page: each is walked, and later ones will be too."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from steadyhands.domain.profile import Profile
from steadyhands.services.sample import sample_desk
from steadyhands.system.preferences import PreferenceFile, Preferences
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.pages import Pages
from steadyhands.ui.shell import Shell, look_of
from steadyhands.ui.words import plan_step_names
from tests.stubs import FixedClock
from tests.ui.texts import all_texts, open_everything

PAGES = [page.key for page in Pages(*[None] * 7).all()]
KIDNEY = Profile("31-50", "women", pregnant=True, conditions=("kidney",), reference_set="us")
HEALTHY = Profile("31-50", "women", reference_set="us")

MINERAL = re.compile(r"\b(magnesium|potassium|mg-rich)\b", re.IGNORECASE)
HINT = re.compile(
    r"% of|\blimit\b|\breference (?!intakes)|\brich\b|\btry\b|\baim\b|\bgoal\b|\benough\b"
    r"|\badvised?\b|\bof \d[\d,.]* ?mg\b|\b(eat|add|choose|have) (more|some)\b",
    re.IGNORECASE,
)
WATER = re.compile(
    r"\bof \d[\d,.]* ?(ml|l|fl oz)\b|\bgoal\b.*\b(drinks?|ml|l|fl oz|water)\b|\bpace\b"
    r"|\bdrink (more|\d)|\bgoal a day\b|\b(lower|raise) the goal\b",
    re.IGNORECASE,
)
EXPLAINED = re.compile(r"\bkidney disease\b.*\bclinician\b", re.IGNORECASE | re.DOTALL)


def mineral_hints(key: str, texts: list[str]) -> list[str]:
    """Return what compares or recommends a mineral; on the Food tab every figure is one."""
    about = texts if key == "food" else [text for text in texts if MINERAL.search(text)]
    said = [text for text in about if not EXPLAINED.search(text)]
    return [text for text in said if HINT.search(_without_names(text))]


def _without_names(text: str) -> str:
    """Leave out the names of the Plan's steps: one that is left out is still called so."""
    for name in plan_step_names().values():
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    return text


def water_targets(texts: list[str]) -> list[str]:
    """Return what says how much to drink."""
    return [text for text in texts if WATER.search(text) and not EXPLAINED.search(text)]


@pytest.fixture(scope="module")
def shell(qapp, tmp_path_factory) -> Iterator[Shell]:
    """Return the sample diary's window with every page built."""
    file = PreferenceFile(str(tmp_path_factory.mktemp("config")))
    file.write(Preferences(theme="light", motion="reduced", width=1280, height=880))
    appearance = Appearance(qapp)
    appearance.suit(*look_of(file.read()))
    shell = Shell(sample_desk(FixedClock()), appearance, file)
    shell.show()
    shell.conductor._first_housework.stop()  # its thread would belong to no test
    shell.tasks.run(lambda: None, lambda _: None)  # nor would the workers'
    for key in PAGES:
        shell.window.show_page(key)
        settle(shell.window.page(key))
    yield shell
    shell.window.close()
    for thing in (shell.window, shell, appearance):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def of_kidneys(shell) -> Shell:
    return become(shell, KIDNEY)


@pytest.fixture
def healthy(shell) -> Shell:
    return become(shell, HEALTHY)


def become(shell: Shell, profile: Profile) -> Shell:
    """Have somebody say this of themselves while the window is open."""
    book = shell._desk.profile
    if book.read() != profile:
        shell.acts.perform(lambda: book.keep(profile))
    return shell


def settle(page: QWidget | None) -> None:
    """Wait until the page shows all it has to show."""
    assert page is not None
    for _ in range(2000):
        QApplication.processEvents()
        if getattr(page, "is_settled", lambda: True)():
            return
        time.sleep(0.01)  # QTest.qWait would not let the other thread run
    raise AssertionError("the page never came to rest")


def said_by(shell: Shell, key: str) -> list[str]:
    """Return all texts of the window on a page, everything on it opened."""
    shell.window.show_page(key)
    page = shell.window.page(key)
    settle(page)
    assert page is not None
    open_everything(page)
    QTest.qWait(1)
    settle(page)
    return all_texts(page)


@pytest.mark.parametrize("key", PAGES)
def test_kidney_disease_sees_no_hint_on_minerals(of_kidneys, key):
    assert mineral_hints(key, said_by(of_kidneys, key)) == []


@pytest.mark.parametrize("key", PAGES)
def test_kidney_disease_sees_no_target_for_drinks(of_kidneys, key):
    assert water_targets(said_by(of_kidneys, key)) == []


def test_nor_does_the_strip_above_the_tabs(shell):
    for profile, sees in ((HEALTHY, True), (KIDNEY, False), (HEALTHY, True)):
        become(shell, profile)
        assert bool(water_targets(all_texts(shell.window.header))) is sees


@pytest.mark.parametrize("key", ["food", "plan"])
def test_others_see_hints_on_minerals_there(healthy, key):
    """The walk finds what there is to hide."""
    assert mineral_hints(key, said_by(healthy, key)) != []


@pytest.mark.parametrize("key", ["drinks", "settings"])
def test_others_see_targets_for_drinks_there(healthy, key):
    assert water_targets(said_by(healthy, key)) != []


@pytest.mark.parametrize("key", ["drinks", "settings", "profile", "food"])
def test_the_reason_stands_where_the_hint_would(of_kidneys, key):
    said = said_by(of_kidneys, key)
    assert any("kidney disease" in text and "clinician" in text for text in said)
