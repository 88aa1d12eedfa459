"""The page with a table being named, and with a preview and its chips: large, named, in sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from steadyhands.ui.acts import Acts
from steadyhands.ui.signals import Signals
from steadyhands.ui.tasks import Tasks
from steadyhands.ui.transfer.page import TransferPage, Transfers
from steadyhands.ui.widgets.click_guard import ClickGuard
from tests.factory import a_desk
from tests.ui.dress import dress, shown

TABLE = "Day,Hour,A column with quite a long name of its own,Remark\n" + "".join(
    f"2026-03-{day:02},8:30,{day},{'word ' * 30}\n" for day in range(1, 9)
)


@pytest.fixture(params=[(1.0, 900), (2.0, 1000)], ids=str)
def page(request, tmp_path, qapp, qtbot):
    scale, width = request.param
    dress(qapp, scale=scale)
    desk, signals, tasks = a_desk(tmp_path), Signals(), Tasks()
    acts = Acts(signals)
    transfers = Transfers(desk, acts, signals, tasks, lambda: "")
    made = TransferPage(
        transfers=transfers, on_folder=lambda _: None, signals=signals, guard=ClickGuard(0)
    )
    shown(qtbot, made, width, 700)
    path = tmp_path / "a table of mine.csv"
    path.write_text(TABLE)
    transfers.importing.choose(str(path))
    settle(made, qtbot)
    yield made
    tasks.finish()
    desk.close()
    for thing in (acts, signals, tasks):
        thing.deleteLater()


def settle(page: QWidget, qtbot) -> None:
    qtbot.waitUntil(page.is_settled, timeout=10_000)
    for _ in range(4):
        QApplication.processEvents()


def faults(page: QWidget) -> list[str]:
    """Return what is too small, unnamed, cut off or over the edge."""
    found = []
    for part in page.findChildren(QWidget):
        if not part.isVisible():
            continue
        face = QAccessible.queryAccessibleInterface(part)
        if isinstance(part, QAbstractButton) and (
            min(part.width(), part.height()) < 44 or not face.text(QAccessible.Text.Name)
        ):
            found.append(f"{part} {part.size()}")
        is_cut = isinstance(part, QLabel) and part.wordWrap()
        if is_cut and part.height() < part.heightForWidth(part.width()):
            found.append(f"cut: {part.text()!r}")
        if isinstance(part, QLabel | QAbstractButton):
            right = part.mapTo(page, part.rect().topRight()).x()
            if right > page.width():
                found.append(f"over the edge: {part} {right}")
    return found


def test_a_table_being_named(page, qtbot):
    assert page.bring._table_form is not None
    assert faults(page) == []


def test_a_preview_with_its_chips_open(page, qtbot):
    page.bring.go_on.click()
    settle(page, qtbot)
    page.bring._view.trackers[0].change.click()
    settle(page, qtbot)
    assert page.bring._view.trackers[0].findChildren(QAbstractButton)
    assert faults(page) == []
