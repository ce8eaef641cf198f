"""Do the pages of saturation and of words say what they found, and keep words out of addresses?"""

import pytest
from django.urls import reverse

from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.testing.browsing import signed_in


@pytest.fixture
def scene(cast):
    return scenes.build(cast)


@pytest.fixture
def client(cast):
    return signed_in("evaluator")


def test_saturation_says_when_in_a_sentence(client, cast, scene):
    where = reverse("tables:saturation", args=[scene.study_id])
    assert "Nothing is coded yet" in client.get(where).content.decode()
    scenes.code(cast.evaluator, scene.quotable, "the meeting", scenes.RELATIONS)
    scenes.code(cast.evaluator, scene.closed, "the meeting", scenes.RELATIONS)
    assert "It takes 6 coded sources" in client.get(where).content.decode()
    small = {"base": "1", "run": "1", "order": "added"}
    said = client.get(where, small).content.decode()
    assert "Reached at 1+1 sources" in said
    assert "it was reached in 100 %" in said
    scenes.code(cast.evaluator, scene.closed, "After that", scenes.SPACE)
    assert "Not reached in 2 sources" in client.get(where, small | {"threshold": "0"}).content.decode()
    for kind in ("xlsx", "docx", "csv", "html"):
        assert client.get(where, small | {"as": kind}).status_code == 200
    assert client.get(where, {"as": "exe"}).status_code == 404


def test_words_are_counted_and_opened_without_standing_in_the_address(client, scene):
    where = reverse("tables:words", args=[scene.study_id])
    said = client.get(where).content.decode()
    assert 'value="meeting"' in said
    opened = client.post(
        where, {"said": "came to\nnurses", "word": "nurses", "across": "stage"}
    ).content.decode()
    assert '<mark class="quoted">nurses</mark>' in opened
    assert "It stands nowhere" in client.post(where, {"word": "zebra"}).content.decode()
    answer = client.post(where, {"as": "csv"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="words.csv"'
    assert "meeting,2,2" in answer.content.decode("utf-8-sig")
