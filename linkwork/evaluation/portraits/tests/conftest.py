"""The world that displays and portraits rest on."""

from pathlib import Path
from typing import Any

import pytest

from linkwork.evaluation.portraits.tests.world import World, build_world
from linkwork.testing.cast import Cast


@pytest.fixture
def world(cast: Cast, tmp_path: Path, settings: Any) -> World:
    """Made anew for each test, its extract in a folder of its own."""
    settings.EXTRACTS = tmp_path / "extracts"
    return build_world(cast)
