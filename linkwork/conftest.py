"""Fixtures every room's tests may ask for."""

import pytest

from linkwork.testing.cast import Cast, build_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The named cast, fresh in this test's database."""
    return build_cast()
