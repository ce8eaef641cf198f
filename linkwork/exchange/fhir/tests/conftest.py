"""A connection on its way, and the file others get of it."""

import pytest

from linkwork.connections.tests.conftest import Scene, make_scene
from linkwork.testing.cast import Cast


@pytest.fixture
def scene(cast: Cast) -> Scene:
    """A person with a need, and a service."""
    return make_scene(cast)
