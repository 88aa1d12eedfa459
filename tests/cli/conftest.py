import pytest

from tests.cli.shell import Shell


@pytest.fixture
def shell(tmp_path, capsys):
    return Shell(tmp_path, capsys)
