"""Every page that needs no id, tried by every role: it opens for whom the table says and for nobody else, asks a fixed
small number of questions, and each question about a programme's rows states the programme.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from linkwork.core.viewer import NOBODY, Viewer
from linkwork.testing.cast import PASSWORD, Cast
from linkwork.testing.queries import questions, unstated
from linkwork.web.access_table import ACCESS, opens

MOST_QUERIES = 12
POST_ONLY = 405
PARTS = ["worker", "manager", "supervisor", "evaluator", "adviser", "administrator", "nobody"]
# allauth's own pages decide by the state of a sign-in, not by role
NOT_OURS = ("account_", "mfa_")


def plain_pages() -> dict[str, str]:
    """The pages that need no id, by name."""
    found = {}
    for name in ACCESS:
        try:
            found[name] = reverse(name)
        except NoReverseMatch:
            continue
    return {
        name: url for name, url in found.items() if not name.startswith(NOT_OURS) and name != "look:specimen"
    }


@pytest.mark.parametrize("part", PARTS)
def test_each_role_opens_its_pages_and_no_others(cast: Cast, part: str) -> None:
    client, viewer = Client(), cast.everyone().get(part, NOBODY)
    if viewer is not NOBODY:
        client.login(email=f"{part}@example.org", password=PASSWORD)
    for name, url in plain_pages().items():
        _try(client, viewer, name, url)


def _try(client: Client, viewer: Viewer, name: str, url: str) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(url)
    if not opens(ACCESS[name], viewer):
        assert answer.status_code == (302 if viewer is NOBODY else 403), name
        return
    assert answer.status_code in {200, 302, POST_ONLY}, f"{name}: {answer.status_code}"
    sql = [query["sql"] for query in asked.captured_queries]
    assert unstated(sql) == [], name
    number = len(questions(asked.captured_queries))
    assert number <= MOST_QUERIES, f"{name} asks {number} questions"
