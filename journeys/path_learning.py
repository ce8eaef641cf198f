"""The second half of the path."""

from pathlib import Path

from journeys.conftest import OpenPage
from journeys.walk import Walk
from linkwork.testing.cast import Cast


def tell(cast: Cast, open_page: OpenPage, walk: Walk, folder: Path) -> None:
    """Every part in order."""
