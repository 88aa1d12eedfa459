import os

import pytest

from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource, resource, resources_root


def test_the_data_files_are_found():
    assert os.path.isfile(resource("drinks.csv"))
    assert os.path.isfile(os.path.join(resources_root(), "SOURCES.md"))


def test_a_data_file_is_read_as_text():
    assert read_resource("drinks.csv").startswith("id,name,group")


def test_a_missing_data_file_is_said_plainly():
    with pytest.raises(Problem, match="Please install it again"):
        read_resource("no-such-file.csv")
