"""The world that portraits are tested in, and a browser for each of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client

from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.testing import browsing
from linkwork.testing.cast import Cast

__all__ = ["sign_in", "world"]
SignIn = Callable[[str], Client]


@pytest.fixture
def sign_in(cast: Cast) -> SignIn:
    """A browser in which somebody of the cast has signed in."""

    return browsing.signed_in
