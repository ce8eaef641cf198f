"""The path: from a referral to a published recommendation, told in the words of the people who walk it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys import path_learning, path_practice
from journeys.conftest import OpenPage
from journeys.walk import Walk
from linkwork.testing.cast import Cast


@pytest.mark.usefixtures("live_server")
def test_from_a_referral_to_a_recommendation(cast: Cast, open_page: OpenPage, tmp_path: Path) -> None:
    walk = Walk()
    path_practice.tell(cast, open_page, walk, tmp_path)
    path_learning.tell(cast, open_page, walk, tmp_path)
    walk.write()
