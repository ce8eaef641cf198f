"""The world that joint displays are tested in, a second evaluator, and a browser for each of the cast."""

import pytest

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.tests.scene import second_coder
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.testing.cast import Cast
from linkwork.web.portraits.tests.conftest import sign_in

__all__ = ["second", "sign_in", "world"]


@pytest.fixture
def second(cast: Cast) -> Viewer:
    """Another evaluator, who can sign in as "second"."""
    return second_coder(cast)
