"""Pictures kept from one window to the next: used only if whole and right, missed by nobody."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from steadyhands.ui.widgets.hand_look import HandColors
from steadyhands.ui.widgets.hand_view import HandView
from steadyhands.ui.widgets.picture_folder import PictureFolder


@pytest.fixture
def folder(tmp_path):
    return PictureFolder(str(tmp_path / "cache"))


def a_picture() -> QImage:
    image = QImage(30, 20, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(10, 200, 30, 120))
    return image


def test_a_picture_comes_back_for_what_it_shows_only(folder):
    folder.put("hand", "peach 1.75", a_picture())
    assert folder.get("hand", "peach 1.75").pixelColor(3, 3).alpha() == 120
    assert folder.get("hand", "honey 1.75") is None
    assert folder.get("thumb", "peach 1.75") is None


@pytest.mark.parametrize(
    "damage", [lambda b: b[: len(b) // 2], lambda b: b"garbage", lambda b: b""]
)
def test_a_damaged_file_is_no_picture(folder, tmp_path, damage):
    folder.put("hand", "peach", a_picture())
    path = tmp_path / "cache" / "hand.png"
    path.write_bytes(damage(path.read_bytes()))
    assert folder.get("hand", "peach") is None
    folder.put("hand", "peach", a_picture())
    assert folder.get("hand", "peach") is not None


def test_a_folder_that_cannot_be_is_done_without(tmp_path):
    (tmp_path / "cache").write_text("a file")
    folder = PictureFolder(str(tmp_path / "cache"))
    folder.put("hand", "peach", a_picture())
    assert folder.get("hand", "peach") is None


def looked_at(qtbot, folder, skin="peach", width=760, colors=None, part="index"):
    view = HandView(folder=folder)
    qtbot.addWidget(view)
    view.set_skin(skin)
    view.set_colors(colors or HandColors())
    view.set_last("left", part)
    view.resize(width, 480)
    view.show()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    view.close()
    return image


def differs(one: QImage, two: QImage) -> int:
    """Return the largest difference of any channel of any pixel."""
    assert one.size() == two.size()
    return max(abs(a - b) for a, b in zip(one.constBits(), two.constBits(), strict=True))


def test_the_hands_look_the_same_from_the_folder(qtbot, folder, tmp_path, monkeypatch):
    painted = looked_at(qtbot, folder)
    assert sorted(os.listdir(tmp_path / "cache")) == ["hand.png", "index.png"]

    def nobody(*_):
        raise AssertionError("painted anew")

    monkeypatch.setattr("steadyhands.ui.widgets.hand_picture.hand_picture", nobody)
    monkeypatch.setattr("steadyhands.ui.widgets.hand_picture.mark_picture", nobody)
    assert differs(looked_at(qtbot, folder), painted) <= 2


@pytest.mark.parametrize(
    "other",
    [
        {"skin": "ebony"},
        {"width": 900},
        {"part": "palm"},
        {"colors": HandColors(highlight=QColor(Qt.GlobalColor.blue))},
    ],
)
def test_another_look_is_painted_anew(qtbot, folder, other):
    looked_at(qtbot, folder)
    assert differs(looked_at(qtbot, folder, **other), looked_at(qtbot, None, **other)) == 0
