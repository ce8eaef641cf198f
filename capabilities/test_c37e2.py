"""C37E2: a worker looks in the directory for what answers a need."""

from django.test import Client
from django.urls import reverse

from linkwork.directory import actions as directory
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import NOON, PASSWORD


@epic("C37E2", pages=["find:search", "find:service"])
def test_c37e2_the_directory_is_searched_in_plain_words(cast):
    """Given a directory with a garden group and a debt adviser
    When a worker searches it for gardening in their own words
    Then the garden group is found and opens with how to reach it, and the debt adviser is not among the answers
    """
    garden = directory.add_service(
        name="Garden group", organisation="Green Corner", phone="03 555 111", by=cast.worker, at=NOON
    )
    directory.add_service(name="Debt advice", organisation="Money Matters", by=cast.worker, at=NOON)
    worker = Client()
    worker.login(email="worker@example.org", password=PASSWORD)

    found = worker.get(reverse("find:search"), {"words": "garden"}).content.decode()

    assert "Garden group" in found
    assert "Debt advice" not in found
    assert "03 555 111" in worker.get(reverse("find:service", args=[garden])).content.decode()
