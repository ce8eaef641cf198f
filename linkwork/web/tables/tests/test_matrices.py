"""Do the pages of findings draw, save, open and hand out tables?"""

import re
from html import unescape

import pytest
from django.urls import reverse

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.testing.browsing import signed_in

MOST = 12


@pytest.fixture
def scene(cast):
    made = scenes.build(cast)
    scenes.code(cast.evaluator, made.quotable, "One of the nurses", scenes.RELATIONS)
    scenes.code(cast.evaluator, made.quotable, "the meeting with me", scenes.ENROLMENT)
    scenes.code(cast.evaluator, made.closed, "nurses came", scenes.RELATIONS, scenes.SPACE)
    return made


@pytest.fixture
def client(cast):
    return signed_in("evaluator")


def opened(client, where, **query):
    answer = client.get(where, query)
    assert answer.status_code == 200
    return answer.content.decode()


def cells(said):
    return [unescape(one) for one in re.findall(r'href="([^"]*/cell/[^"]*)"', said)]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"columns": "source", "count": "words"},
        {"columns": "coder", "each": "on"},
        {"columns": "stage", "domains": "on", "stage": "operation", "layer": "coders"},
        {"columns": "valence", "count": "sources"},
        {"columns": "study", "each": "on"},
        {"columns": "codes", "count": "strength"},
        {"columns": "codes", "near": "turn"},
        {"columns": "codes", "near": "reach", "reach": "400", "frame_a": "cfir-2022", "frame_b": "npt"},
        {"columns": "nonsense", "reach": "-4"},
    ],
)
def test_each_number_opens_its_quotations(client, scene, query, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST):
        said = opened(client, reverse("tables:table", args=[scene.study_id]), **query)
    links = cells(said)
    assert links
    for link in links:
        assert "nurses" not in link
        with django_assert_max_num_queries(MOST):
            inside = opened(client, link)
        assert "wall-quote" in inside
    for kind in ("xlsx", "docx", "csv", "html"):
        answer = client.get(reverse("tables:table", args=[scene.study_id]), query | {"as": kind})
        assert answer.headers["Content-Disposition"] == f'attachment; filename="table.{kind}"'


def test_a_table_is_saved_drawn_anew_and_taken_off(client, cast, scene):
    where = reverse("tables:save", args=[scene.study_id])
    answer = client.post(f"{where}?columns=stage&count=sources", {"title": "By stage"}, follow=True)
    said = answer.content.decode()
    assert "The table is saved" in said
    (card,) = reads.saved_tables(cast.evaluator, scene.study_id)
    before = cells(said)
    assert f"table={card.id}" in before[0]
    assert "wall-quote" in opened(client, before[0])
    scenes.code(cast.evaluator, scene.quotable, "After that", scenes.WORKABILITY)
    assert len(cells(opened(client, reverse("tables:saved", args=[card.id])))) == len(before) + 1
    assert client.get(reverse("tables:saved", args=[card.id]), {"as": "csv"}).status_code == 200
    assert "By stage" in opened(client, reverse("tables:home", args=[scene.study_id]))
    gone = client.post(reverse("tables:remove", args=[card.id]), follow=True).content.decode()
    assert "taken off the list" in gone
    assert reads.saved_tables(cast.evaluator, scene.study_id) == []


def test_what_is_not_there(client, scene):
    assert (
        "Give the table a title"
        in client.post(
            reverse("tables:save", args=[scene.study_id]), {"title": " "}, follow=True
        ).content.decode()
    )
    for query in ({"row": "x", "column": "y"}, {"table": "x"}):
        assert client.get(reverse("tables:cell", args=[scene.study_id]), query).status_code == 404
    assert client.get(reverse("tables:table", args=[scene.study_id]), {"as": "exe"}).status_code == 404
    assert "No coding fits" in opened(
        client, reverse("tables:table", args=[scene.study_id]), stage="initiation", valence="barrier"
    )
