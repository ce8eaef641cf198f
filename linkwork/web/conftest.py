"""For every test of a page: whatever it opens asks the database at most as much as a page may."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

MOST_QUESTIONS = 12


@pytest.fixture(autouse=True)
def few_questions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test when a page it opened (each one, where it was sent on) asks more than twelve questions."""
    too_many: list[str] = []
    open_page = Client.request

    def counted(client: Client, **request: Any) -> Any:
        asked: list[str] = []

        def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            answer = open_page(client, **request)
        number = sum(sql.startswith("SELECT") for sql in asked)
        path = request["PATH_INFO"]
        if request["REQUEST_METHOD"] == "GET" and number > MOST_QUESTIONS:
            too_many.append(f"{path} asks {number} questions")
        return answer

    monkeypatch.setattr(Client, "request", counted)
    yield
    assert not too_many
