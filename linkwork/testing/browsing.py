"""A browser signed in as any part of the cast, for tests of pages."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.test import Client
from django.urls import reverse

from linkwork.testing.cast import PASSWORD

SignedIn = Callable[[str], Client]


def signed_in(part: str) -> Client:
    """The browser of "worker", "manager", … Raises AssertionError for somebody the cast does not have."""
    client = Client()
    assert client.login(email=f"{part}@example.org", password=PASSWORD)
    return client


def text(client: Client, name: str, /, *args: object, status: Any = HTTPStatus.OK, **query: str) -> str:
    """What the page of this name says. Raises AssertionError where it answers with another status."""
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, name: str, /, *args: object, status: Any = HTTPStatus.FOUND, **said: str) -> str:
    """What answers a form sent to the page of this name. Raises AssertionError where it is another status."""
    response = client.post(reverse(name, args=args), said)
    assert response.status_code == status, response.content.decode()
    return response.content.decode()
