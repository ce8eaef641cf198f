"""The path: from a referral to a published recommendation, told in the words of the people who walk it."""

from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from journeys import path_learning, path_practice
from journeys.conftest import OpenPage
from journeys.walk import Walk
from linkwork.testing.cast import Cast


def test_from_a_referral_to_a_recommendation(
    cast: Cast,
    open_page: OpenPage,
    tmp_path: Path,
    live_server: LiveServer,
    settings: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.SITE_ADDRESS = live_server.url  # the partner's link leads to this Linkwork
    walk = Walk()
    path_practice.tell(cast, open_page, walk, tmp_path)
    path_learning.tell(cast, open_page, walk, tmp_path, capsys)
    walk.write()
