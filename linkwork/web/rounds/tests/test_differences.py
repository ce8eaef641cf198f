"""Are differences shown side by side and settled by buttons alone?"""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.differences import Choice
from linkwork.evaluation.coding.tests.rounds_scene import Together, together
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, code
from linkwork.testing.cast import NOON, PASSWORD, Cast


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.login(email="evaluator@example.org", password=PASSWORD)
    return client


def coded(cast: Cast) -> Together:
    made = together(cast)
    source = made.scene.quotable
    for by in (made.first, made.second):
        code(by, source, "One of the nurses", RELATIONS)
    code(made.first, source, "came to the meeting", ENROLMENT)
    code(made.second, source, "to the meeting with me", ENROLMENT, memo="Hers too")
    code(made.second, source, "now", SPACE)
    actions.close_round(round_id=made.round_id, by=made.first, at=NOON)
    return made


def opened(client: Client, made: Together, **query: str) -> str:
    answer = client.get(reverse("rounds:differences", args=[made.round_id]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, made: Together, name: str, *keys: object, **said: object) -> str:
    answer = client.post(reverse(f"rounds:{name}", args=[made.round_id, *keys]), said, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_side_by_side_settled_and_undone(client: Client, cast: Cast) -> None:
    made = coded(cast)
    source = made.scene.quotable
    said = opened(client, made)
    for words in ("Other boundaries", "Not everybody", "Hers too", "Nothing coded here", "Take Ida Moe’s"):
        assert words in said
    assert "1 place is taken as all saw it" in post(client, made, "take_agreed")
    same, boundary, only = reads.differences(made.first, made.round_id).places
    ids = " ".join(boundary.keys)
    mine = next(row for row in boundary.members if row.coder_id == made.first.id)
    post(client, made, "decide", source, members=ids, take=str(mine.id), reason="The shorter one")
    said = opened(client, made)
    assert "The shorter one" in said
    assert "one taken" in said
    said = post(
        client, made, "decide", source, members=" ".join(only.keys), take="neither", at="95", sort="only"
    )
    assert "Every place of this source is decided." in said
    assert "now read this source by its consensus" in post(client, made, "settle", source)
    assert reads.settled(made.first, made.scene.study_id) == 1
    assert (
        "by its consensus" in client.get(reverse("rounds:home", args=[made.scene.study_id])).content.decode()
    )
    post(client, made, "unsettle", source)
    assert reads.settled(made.first, made.scene.study_id) == 0
    (decision,) = [
        one.decision for one in reads.differences(made.first, made.round_id).places
        if one.decision and one.decision.choice is Choice.ONE
    ]  # fmt: skip
    post(client, made, "undo", decision.id, source=str(source))
    assert same.keys
    assert reads.differences(made.first, made.round_id).summary()[0].undecided == 1


def test_it_is_narrowed_by_sort_and_to_what_waits(client: Client, cast: Cast) -> None:
    made = coded(cast)
    assert "Hers too" not in opened(client, made, sort="only")
    actions.take_agreed(round_id=made.round_id, by=made.first, at=NOON)
    assert "taken as all saw it" not in opened(client, made, waiting="1")
    assert "taken as all saw it" in opened(client, made, sort="same", after="x")
    assert "Nothing waits here." in opened(client, made, sort="same", waiting="1")


def test_what_was_not_chosen_is_said(client: Client, cast: Cast) -> None:
    made = coded(cast)
    place = reads.differences(made.first, made.round_id).places[1]
    for said in ({}, {"take": "what"}, {"take": str(made.round_id)}):
        answer = post(client, made, "decide", made.scene.quotable, members=" ".join(place.keys), **said)
        assert "Choose wh" in answer
    assert reads.differences(made.first, made.round_id).places[1].decision is None


def test_a_round_still_blind_says_to_close_it(client: Client, cast: Cast) -> None:
    made = together(cast)
    answer = client.get(reverse("rounds:differences", args=[made.round_id]))
    assert answer.status_code == 409 or "Close it before" in answer.content.decode()


def test_a_source_nobody_coded_and_the_way_there(client: Client, cast: Cast) -> None:
    made = together(cast)
    actions.close_round(round_id=made.round_id, by=made.first, at=NOON)
    assert "Nobody has coded" in opened(client, made)
    said = client.get(reverse("rounds:round", args=[made.round_id])).content.decode()
    assert reverse("rounds:differences", args=[made.round_id]) in said


def test_questions_stay_few(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = coded(cast)
    client.get(reverse("rounds:home", args=[made.scene.study_id]))
    with django_assert_max_num_queries(12):
        opened(client, made)


def test_a_passage_of_the_consensus_leads_to_where_it_was_decided(client: Client, cast: Cast) -> None:
    made = coded(cast)
    study, source = made.scene.study_id, made.scene.quotable
    post(client, made, "take_agreed")
    for one in reads.differences(made.first, made.round_id).places[1:]:
        post(client, made, "decide", source, members=" ".join(one.keys), take="both")
    post(client, made, "settle", source)
    wall = client.get(reverse("study:quotes", args=[study])).content.decode()
    assert "#c-" not in wall
    for quote in reads.quotes(made.first, study):
        address = reverse("rounds:settled", args=[quote.id])
        assert address in wall
        target = client.get(address).headers["Location"]
        assert f'id="{target.partition("#")[2]}"' in client.get(target).content.decode()


def test_a_source_that_nobody_coded_is_not_called_decided(client: Client, cast: Cast) -> None:
    made = together(cast, source_ids="both")
    code(made.first, made.scene.quotable, "now", SPACE)
    actions.close_round(round_id=made.round_id, by=made.first, at=NOON)
    said = opened(client, made)
    assert "nothing coded" in said
    assert "all decided" not in said
