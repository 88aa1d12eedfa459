"""File dialogs begin among the person's documents, or at home where there are none."""

import os

from steadyhands.ui.documents import in_documents


def test_a_home_without_documents_is_itself_the_place(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert in_documents("report.pdf") == str(tmp_path / "report.pdf")
    os.mkdir(tmp_path / "Documents")
    assert in_documents("report.pdf") == str(tmp_path / "Documents" / "report.pdf")
    assert os.path.isdir(in_documents())
