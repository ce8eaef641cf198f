"""Does the desk stay as light with ten thousand codings as with a hundred, and answer a step with what it touched?"""

import json
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    TEXT,
    build,
    code,
    second_coder,
)
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as sources
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, PASSWORD, Cast

MOST = 12
MOST_BYTES = 200_000
SCRIPT = {"X-Desk": "6000"}


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in("evaluator")


def long_source(cast: Cast, codings: int) -> UUID:
    """A text of 600,000 characters with so many codings spread over it."""
    study_id = build(cast).study_id
    text = "\n".join(f"Line {n:05} says what helped the nurses and what did not." for n in range(10_000))
    source_id = studies.add_source(
        study_id=study_id, title="Long", kind=SourceKind.INTERVIEW, text=text, language="en", consent=True,
        by=cast.evaluator, at=NOON,
    )  # fmt: skip
    size = len(text)
    for first in range(0, codings, 1000):
        numbers = range(first, min(first + 1000, codings))
        places = [(source_id, n * (size - 100) // codings, n * (size - 100) // codings + 40) for n in numbers]
        actions.code_found(
            study_id=study_id, places=places, constructs=[RELATIONS, ENROLMENT], by=cast.evaluator, at=NOON
        )
    return source_id


def test_ten_thousand_codings_weigh_as_much_as_a_hundred(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    source_id = long_source(cast, 10_000)
    address = reverse("study:desk", args=[source_id])
    client.get(address)
    with django_assert_max_num_queries(MOST):
        answer = client.get(address, {"at": "300000"})
    said = answer.content.decode()
    assert len(answer.content) < MOST_BYTES
    assert said.count("<p id=") < 200
    assert 'Codings in this text: <span id="all-codings">10000</span>' in said
    assert "codings there" in said
    with django_assert_max_num_queries(MOST):
        piece = client.get(reverse("study:strip", args=[source_id]), {"n": "60"}, headers=SCRIPT)
    assert piece.content.decode().count('class="strip"') == 1
    done = client.post(
        reverse("study:code", args=[source_id]),
        {"start": "300000", "end": "300010", "constructs": [":".join(SPACE)], "valence": "neutral"},
        headers=SCRIPT,
    )
    assert done.status_code == 200
    assert 'id="answer" data-start="300000"' in done.content.decode()
    assert len(done.content) < MOST_BYTES


def test_a_hundred_codings_ask_as_many_questions(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    source_id = long_source(cast, 100)
    address = reverse("study:desk", args=[source_id])
    client.get(address)
    with django_assert_max_num_queries(MOST):
        said = client.get(address).content.decode()
    assert "Earlier in the text" in said
    assert len(said.encode()) < MOST_BYTES
    last = client.get(address, {"at": "99999999"}).content.decode()
    assert "Line 09999 says" in last
    assert client.get(address, {"at": "x"}).status_code == 200


def test_the_script_is_answered_with_the_strips_that_changed(client: Client, cast: Cast) -> None:
    scene = build(cast)
    sent = {"start": "11", "end": "17", "constructs": [":".join(RELATIONS)], "valence": "facilitator"}
    said = client.post(reverse("study:code", args=[scene.quotable]), sent, headers=SCRIPT).content.decode()
    assert 'id="strip-0"' in said
    assert "Coded." in said
    assert "<html" not in said
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    change = reverse("study:change", args=[card.id])
    said = client.post(change, {"valence": "barrier"}, headers=SCRIPT).content.decode()
    assert "What it does is changed." in said
    assert (
        "Nothing was changed." in client.post(change, {"valence": "barrier"}, headers=SCRIPT).content.decode()
    )
    refused = client.post(change, {"start": "50", "end": "40"}, headers=SCRIPT)
    assert refused.status_code == 400
    assert "Choose some words of the text." in refused.content.decode()
    empty = client.post(reverse("study:code", args=[scene.quotable]), {"valence": "mixed"}, headers=SCRIPT)
    assert empty.status_code == 400
    assert "Choose at least one construct." in empty.content.decode()


def test_a_code_is_made_while_reading(client: Client, cast: Cast) -> None:
    scene = build(cast)
    address = reverse("study:new_code", args=[scene.quotable])
    said = client.post(address, {"name": "Opening doors"}, headers=SCRIPT).content.decode()
    assert "Found while reading" in said
    assert "<html" not in said
    made = said.split('data-value="', 1)[1].split('"', 1)[0]
    assert f'value="{made}" data-name="Opening doors"' in said
    sent = {"start": "11", "end": "17", "constructs": [made], "valence": "neutral"}
    assert client.post(reverse("study:code", args=[scene.quotable]), sent, headers=SCRIPT).status_code == 200
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert [one.name for one in card.codes] == ["Opening doors"]
    empty = client.post(address, {"name": " "}, headers=SCRIPT)
    assert empty.status_code == 400
    assert "Fill this in." in empty.content.decode()
    plain = client.post(address, {"name": "No room"}, follow=True).content.decode()
    assert "“No room” was added." in plain
    assert 'data-name="No room"' in plain
    client.post(reverse("codebook:code", args=[scene.study_id, *made.split(":")]), {"do": "retire"})
    retired = client.post(address, {"name": "Opening doors"}, follow=True).content.decode()
    assert "A retired code has this name." in retired


def test_a_coding_is_changed_on_its_own_page_without_script(client: Client, cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    page = client.get(reverse("study:coding", args=[coding_id])).content.decode()
    assert "Relational Connections" in page
    sent = {
        "edited": "1", "codes": [":".join(RELATIONS)], "add": ":".join(SPACE), "valence": "mixed", "strength": "3",
        "stage": "maintenance", "memo": "Again.", "words": "the  meeting",
    }  # fmt: skip
    done = client.post(reverse("study:change", args=[coding_id]), sent, follow=True)
    assert "The coding is changed." in done.content.decode()
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert TEXT[card.start : card.end] == "the meeting"
    assert {one.construct_id for one in card.codes} == {RELATIONS[1], SPACE[1]}
    assert (card.valence, card.strength, card.stage, card.memo) == (Valence.MIXED, 3, "maintenance", "Again.")
    client.post(reverse("study:undo", args=[scene.quotable]))
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert (TEXT[card.start : card.end], card.memo) == ("nurses came", "")
    for words, said in (("not there", "not in the text"), ("me", "Paste a few more")):
        answer = client.post(reverse("study:change", args=[coding_id]), {"words": words, "edited": "1"})
        assert answer.status_code == 400
        assert said in answer.content.decode()
    none_left = client.post(reverse("study:change", args=[coding_id]), {"edited": "1", "words": ""})
    assert "Choose at least one construct." in none_left.content.decode()


def test_anothers_coding_is_looked_at_not_changed(client: Client, cast: Cast) -> None:
    scene, other = build(cast), second_coder(cast)
    theirs = code(other, scene.quotable, "nurses came", RELATIONS, memo="Mine alone")
    page = client.get(reverse("study:coding", args=[theirs])).content.decode()
    assert "A coding by Ida Moe" in page
    assert "Mine alone" in page
    assert "Change this coding" not in page
    assert client.post(reverse("study:change", args=[theirs]), {"memo": "x"}).status_code == 403


def test_codings_are_filtered_and_walked(client: Client, cast: Cast) -> None:
    scene, other = build(cast), second_coder(cast)
    first = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    last = code(other, scene.quotable, "someone", ENROLMENT, valence=Valence.BARRIER)
    desk = reverse("study:desk", args=[scene.quotable])
    for query, shown, hidden in (
        ({"code": ":".join(ENROLMENT)}, last, first),
        ({"coder": str(cast.evaluator.id)}, first, last),
        ({"valence": "barrier"}, last, first),
        ({"stage": "maintenance"}, None, first),
    ):
        said = client.get(desk, query).content.decode()
        assert "Filtered" in said
        assert f'id="c-{hidden}"' not in said
        assert shown is None or f'id="c-{shown}"' in said
    near = reverse("study:near", args=[scene.quotable])
    found = json.loads(client.get(near, {"way": "next", "from": "12"}, headers=SCRIPT).content)
    assert found["id"] == str(last)
    assert json.loads(client.get(near, {"way": "next", "from": "900"}, headers=SCRIPT).content) == {}
    plain = client.get(near, {"way": "previous", "from": "60"})
    assert plain.headers["Location"].endswith(f"#c-{first}")
    assert client.get(near, {"from": "900", "beside": "x"}).status_code == 302


def test_what_another_coded_arrives(client: Client, cast: Cast) -> None:
    scene, since = build(cast), new_id()
    address = reverse("study:arrived", args=[scene.quotable])
    assert json.loads(client.get(address, {"since": str(since)}).content) == {"said": [], "newest": ""}
    code(second_coder(cast), scene.quotable, "nurses came", RELATIONS)
    found = json.loads(client.get(address, {"since": str(since)}).content)
    assert found["said"] == ["1 new coding by Ida Moe"]
    assert json.loads(client.get(address, {"since": "x"}).content)["said"] == []


def test_suggestions_say_why_and_can_be_turned_off(client: Client, cast: Cast) -> None:
    scene = build(cast)
    for words in ("One of the nurses", "nurses came"):
        code(cast.evaluator, scene.quotable, words, RELATIONS)
    code(cast.evaluator, scene.closed, "someone", ENROLMENT)
    address = reverse("study:suggest", args=[scene.closed])
    place = TEXT.index("nurses")
    passage = {"start": str(place), "end": str(place + 6)}
    said = client.get(address, passage).content.decode()
    assert "because 2 passages you coded Relational Connections have “nurses”" in said
    assert 'data-key="1"' in said
    off = client.get(address, passage | {"suggest": "no"}).content.decode()
    assert "because" not in off
    client.post(
        reverse("study:code", args=[scene.closed]),
        {"start": str(place), "end": str(place + 6), "valence": "neutral",
         "constructs": [":".join(RELATIONS)], "suggested": [":".join(RELATIONS)]},
    )  # fmt: skip
    taken = [one for one in reads.codings(cast.evaluator, scene.closed) if one.origin == "suggestion"]
    assert len(taken) == 1


def test_hits_of_a_search_are_reviewed_coded_and_taken_back(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    address = reverse("study:search", args=[scene.study_id])
    client.get(address)
    with django_assert_max_num_queries(MOST):
        said = client.get(address, {"q": "NURSES", "unit": "sentence"}).content.decode()
    assert "2 hits" in said
    hit = f"{scene.closed}:0:46"
    assert f'value="{hit}"' in said
    assert reads.counts(cast.evaluator, scene.study_id) == {}
    post = reverse("study:code_found", args=[scene.study_id])
    none = client.post(post, {"q": "nurses", "code": ":".join(SPACE)})
    assert "Tick the hits" in none.content.decode()
    done = client.post(post, {"q": "nurses", "hit": [hit, "x"], "code": ":".join(SPACE)}, follow=True)
    assert "1 hit is coded." in done.content.decode()
    (step,) = reads.searches(cast.evaluator, scene.study_id)
    again = client.post(post, {"q": "nurses", "hit": [hit], "code": ":".join(SPACE)}, follow=True)
    assert "carry this code already" in again.content.decode()
    client.post(reverse("study:undo_found", args=[scene.study_id, step.id]))
    assert reads.counts(cast.evaluator, scene.study_id) == {}
    assert "cannot be read" in client.get(address, {"q": "(", "how": "pattern"}).content.decode()
    assert "Nothing was found" in client.get(address, {"q": "absent"}).content.decode()


def test_memos_are_written_searched_and_removed(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    address = reverse("study:memos", args=[scene.study_id])
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS, memo="On a passage.")
    for about, text in (
        ("", "On the study."),
        (f"source:{scene.quotable}", "On the source."),
        (f"code:{':'.join(SPACE)}", "On the code."),
    ):
        client.post(address, {"text": text, "about": about})
    assert client.post(address, {"text": " "}).status_code == 400
    with django_assert_max_num_queries(MOST):
        said = client.get(address).content.decode()
    for text in ("On the study.", "On the source.", "On the code.", "On a passage."):
        assert text in said
    assert "1 memo" in client.get(address, {"q": "space code"}).content.decode()
    assert "2 memos" in client.get(address, {"source": str(scene.quotable)}).content.decode()
    (memo,) = [one for one in reads.memos(cast.evaluator, scene.study_id) if one.text == "On the study."]
    client.post(reverse("study:memo_change", args=[scene.study_id, memo.id]), {"text": "On it all."})
    client.post(reverse("study:memo_change", args=[scene.study_id, memo.id]), {"text": ""})
    assert "On it all." in client.get(address).content.decode()
    removed = client.post(reverse("study:memo_remove", args=[scene.study_id, memo.id]), follow=True)
    assert "The memo is removed." in removed.content.decode()
    client.post(reverse("study:memo_restore", args=[scene.study_id, memo.id]))
    assert len(reads.memos(cast.evaluator, scene.study_id)) == 4


def test_own_codings_arrive_nowhere_and_others_stay_out(cast: Cast) -> None:
    scene = build(cast)
    client = Client()
    client.login(email="manager@example.org", password=PASSWORD)
    for name in ("study:strip", "study:near", "study:arrived", "study:suggest"):
        assert client.get(reverse(name, args=[scene.quotable])).status_code == 403
    assert sources.source_part(cast.evaluator, scene.quotable).length == len(TEXT)
