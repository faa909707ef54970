"""Samples of all layouts for the tests of this folder."""

import pytest
from sample_files import Samples


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """Samples that no test changes."""
    return Samples(tmp_path_factory.mktemp("layouts"))
