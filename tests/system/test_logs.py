import os
import stat

import pytest

from steadyhands.system import logs


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("steadyhands.system.paths.log_folder", lambda: str(tmp_path / "log"))
    yield
    logs.close_log()


def read():
    with open(logs.log_path(), encoding="utf-8") as file:
        return file.read()


@pytest.mark.expects_log("Unexpected error")
def test_details_are_kept_and_the_sentence_says_where():
    try:
        raise RuntimeError("sprocket")
    except RuntimeError as error:
        said = logs.keep_details(error)
    assert said == f"Something went wrong; the details are in {logs.log_path()}."
    assert "RuntimeError: sprocket" in read()
    assert "Traceback" in read()


def test_the_log_is_opened_once():
    first = logs.open_log()
    assert logs.open_log() is first
    first.info("hello")
    assert read().count("hello") == 1


@pytest.mark.skipif(os.name == "nt", reason="needs a Unix")
def test_only_its_owner_may_read_it(tmp_path):
    logs.open_log().info("x")
    assert stat.S_IMODE(os.stat(logs.log_path()).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(tmp_path / "log").st_mode) == 0o700


def test_it_does_not_grow_for_ever(tmp_path):
    logger = logs.open_log()
    for _ in range(20):
        logger.info("x" * 100_000)
    files = list((tmp_path / "log").iterdir())
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 2_000_000
    assert all(stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 for file in files) or os.name == "nt"


def test_a_folder_that_cannot_be_made_is_no_second_accident(tmp_path):
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    assert logs.keep_details(KeyError("k")) == "Something went wrong (KeyError)."
