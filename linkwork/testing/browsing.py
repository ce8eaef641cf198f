"""A browser signed in as any part of the cast, for tests of pages."""

from collections.abc import Callable

from django.test import Client

from linkwork.testing.cast import PASSWORD

SignedIn = Callable[[str], Client]


def signed_in(part: str) -> Client:
    """The browser of "worker", "manager", … Raises AssertionError for somebody the cast does not have."""
    client = Client()
    assert client.login(email=f"{part}@example.org", password=PASSWORD)
    return client
