"""The links of a demonstration lead to the server that shows it."""

from typing import Any

import pytest

from linkwork.commands.demo_command import lead_here


def test_links_lead_to_the_port_that_was_asked_for(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SITE_ADDRESS = "http://localhost:8000"
    monkeypatch.setenv("LINKWORK_ADDRESS", "https://our.example")
    lead_here("127.0.0.1", 8472)
    assert settings.SITE_ADDRESS == "http://localhost:8000"
    monkeypatch.delenv("LINKWORK_ADDRESS")
    lead_here("127.0.0.1", 8472)
    assert settings.SITE_ADDRESS == "http://127.0.0.1:8472"
