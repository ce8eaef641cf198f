"""The world that portraits are tested in, and a browser for each of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client

from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.testing.cast import PASSWORD, Cast

__all__ = ["sign_in", "world"]
SignIn = Callable[[str], Client]


@pytest.fixture
def sign_in(cast: Cast) -> SignIn:
    """A browser in which somebody of the cast has signed in."""

    def signed_in(part: str) -> Client:
        client = Client()
        assert client.login(email=f"{part}@example.org", password=PASSWORD)
        return client

    return signed_in
