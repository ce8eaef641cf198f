"""A form filled in as a person does: after a while, and with the signed time it was drawn at."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from linkwork.testing.cast import Cast
from linkwork.web.refer import guard
from linkwork.web.refer.links import address_for, own_address_for

TYPED = {
    "given_name": "Ida",
    "family_name": "Ek",
    "phone": "0555 100 200",
    "language": "sv",
    "prefers": "phone",
    "reach_when": "After three",
    "phoning": "no_message",
    "wants": "Company in the evenings",
    "needs": ["company", "food"],
    "urgency": "soon",
    "agreed": "yes",
    "source": "general_practice",
    "referrer_name": "A nurse",
    "referrer_role": "Practice nurse",
    "referrer_organisation": "Elm Street practice",
    "referrer_contact": "nurse@elm.example",
}
OWN = {
    "for_whom": "self",
    "given_name": "Ida",
    "phone": "0555 100 200",
    "language": "sv",
    "prefers": "any",
    "wants": "Company in the evenings",
}

Send = Callable[..., Any]


@pytest.fixture
def address(cast: Cast) -> str:
    """The referral form of the cast's programme."""
    return address_for(cast.programme_id)


@pytest.fixture
def own_address(cast: Cast) -> str:
    """The form for oneself."""
    return own_address_for(cast.programme_id)


@pytest.fixture
def send(address: str) -> Send:
    """`send(wants="…")` sends the form two minutes after it was drawn; `to` another form, `values` other values."""

    def send(to: str = "", values: dict[str, Any] | None = None, **changes: Any) -> Any:
        drawn = guard.stamp(timezone.now() - dt.timedelta(minutes=2))
        return Client().post(to or address, {"stamp": drawn} | (values or TYPED) | changes)

    return send
