"""Can a round be opened, worked through and closed on its pages, without JavaScript?"""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid
from linkwork.core.viewer import system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.tests.rounds_scene import together
from linkwork.evaluation.coding.tests.scene import RELATIONS, build, code, second_coder
from linkwork.evaluation.studies import reads as studies
from linkwork.testing.cast import NOON, PASSWORD, Cast

MOST = 12


def signed_in(email: str) -> Client:
    client = Client()
    client.login(email=email, password=PASSWORD)
    return client


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in("evaluator@example.org")


def opened(client: Client, name: str, *keys: UUID) -> str:
    answer = client.get(reverse(name, args=keys))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_round_is_opened_on_its_page(client: Client, cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    assert "No round yet" in opened(client, "rounds:home", scene.study_id)
    assert "A worker" in opened(client, "rounds:new", scene.study_id)
    said = {
        "title": "First round",
        "purpose": "double",
        "sources": [str(scene.quotable)],
        "coders": [str(cast.evaluator.id)],
        "blind": "on",
        "unit": "window",
        "expert": "",
    }
    refused = client.post(reverse("rounds:new", args=[scene.study_id]), said)
    assert refused.status_code == 400
    assert "at least two evaluators" in refused.content.decode()
    assert "how long a window is" in refused.content.decode()
    said |= {"coders": [str(cast.evaluator.id), str(second.id)], "window": "200"}
    answer = client.post(reverse("rounds:new", args=[scene.study_id]), said)
    (card,) = reads.rounds(cast.evaluator, scene.study_id)
    assert answer.headers["Location"] == reverse("rounds:round", args=[card.id])
    assert (card.blind, card.window) == (True, 200)
    assert "1 source left for you" in opened(client, "rounds:home", scene.study_id)
    assert "Windows of 200 characters" in opened(client, "rounds:round", card.id)


def test_a_round_is_given_a_version_of_the_codebook(client: Client, cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    by, at = cast.evaluator, NOON
    for name in ("Piloted", "Settled"):
        made = actions.freeze_codebook(study_id=scene.study_id, name=name, by=by, at=at)
        actions.add_list(study_id=scene.study_id, title=name, kind=ListKind.INDUCTIVE, by=by, at=at)
    said = opened(client, "rounds:new", scene.study_id)
    assert '<option value="2" selected>' in said
    assert "Version 1: Piloted" in said
    form = {
        "title": "First round",
        "purpose": "double",
        "sources": [str(scene.quotable)],
        "coders": [str(by.id), str(second.id)],
        "unit": "sentence",
        "codebook": "2",
    }
    client.post(reverse("rounds:new", args=[scene.study_id]), form)
    (card,) = reads.rounds(by, scene.study_id)
    assert card.codebook == 2
    assert reverse("codebook:version", args=[made]) in opened(client, "rounds:round", card.id)
    assert (
        client.post(reverse("rounds:new", args=[scene.study_id]), form | {"codebook": "3"}).status_code == 400
    )
    with pytest.raises(Invalid, match="version of this study"):
        actions.open_round(
            study_id=scene.study_id, title="Other", purpose=Purpose.OPEN, source_ids=[scene.quotable],
            coder_ids=[by.worker_id], codebook=3, by=by, at=at,
        )  # fmt: skip


def test_a_practice_set_is_opened_with_its_expert(client: Client, cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    said = {
        "title": "Practice",
        "purpose": "practice",
        "sources": [str(scene.quotable)],
        "coders": [str(second.id)],
        "expert": str(cast.evaluator.id),
        "unit": "sentence",
    }
    client.post(reverse("rounds:new", args=[scene.study_id]), said)
    (card,) = reads.rounds(cast.evaluator, scene.study_id)
    assert (card.purpose, card.blind, card.expert) == (Purpose.PRACTICE, True, "Elif Kaya")


def test_done_not_done_and_closed(client: Client, cast: Cast) -> None:
    made = together(cast)
    keys = (made.round_id, made.scene.quotable)
    assert "you see only your own codings" in opened(client, "rounds:round", made.round_id)
    client.post(reverse("rounds:done", args=keys))
    assert "Not done after all" in opened(client, "rounds:round", made.round_id)
    client.post(reverse("rounds:not_done", args=keys))
    assert "I’m done with this one" in opened(client, "rounds:round", made.round_id)
    assert "Not done yet: Elif Kaya, Ida Moe." in opened(client, "rounds:round", made.round_id)
    other = signed_in("second@example.org")
    assert other.post(reverse("rounds:close", args=[made.round_id])).status_code == 403
    client.post(reverse("rounds:close", args=[made.round_id]))
    assert "closed" in opened(client, "rounds:round", made.round_id)
    assert not reads.round_card(made.first, made.round_id).keeps_apart


def test_the_desk_keeps_blind_coders_apart(client: Client, cast: Cast) -> None:
    made = together(cast)
    code(made.second, made.scene.quotable, "nurses", RELATIONS, memo="Their thought")
    for name, key in (("study:desk", made.scene.quotable), ("study:quotes", made.scene.study_id)):
        said = opened(client, name, key)
        assert "Their thought" not in said
        assert "Ida Moe" not in said


def test_a_study_without_sources_says_so(client: Client, cast: Cast) -> None:
    client.post(reverse("study:new"), {"title": "New", "question": "", "design": "interviews"})
    (study,) = studies.studies(cast.evaluator)
    assert "no sources yet" in opened(client, "rounds:new", study.id)


@pytest.mark.parametrize("name", ["home", "new", "round"])
def test_questions_stay_few(
    client: Client, cast: Cast, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = together(cast)
    client.get(reverse("rounds:home", args=[made.scene.study_id]))
    with django_assert_max_num_queries(MOST):
        opened(client, f"rounds:{name}", made.round_id if name == "round" else made.scene.study_id)


def test_who_codes_in_a_round_is_told_and_is_done_with_all_of_it_at_once(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = together(cast, source_ids="both")
    round_id = scene.round_id
    with django_assert_max_num_queries(MOST):
        said = opened(client, "study:home")
    assert "2 sources of “First round” wait for your coding" in said
    one = reads.round_card(cast.evaluator, round_id).sources[0].id
    done = client.post(reverse("rounds:done", args=[round_id, one]))
    assert done.headers["Location"].endswith(f"#source-{one}")
    assert "1 source of “First round” waits for your coding" in opened(client, "study:home")
    assert "I’m done with all of them" not in opened(client, "rounds:round", round_id)
    client.post(reverse("rounds:not_done", args=[round_id, one]))
    assert "I’m done with all of them" in opened(client, "rounds:round", round_id)
    client.post(reverse("rounds:all_done", args=[round_id]))
    assert "wait for your coding" not in opened(client, "study:home")
    mine = next(
        one for one in reads.round_card(cast.evaluator, round_id).coders if one.id == cast.evaluator.id
    )
    assert mine.progress.finished
    assert [one.left for one in reads.rounds_owed(scene.second)] == [2]
    assert reads.rounds_owed(system(cast.programme_id)) == []


def test_all_that_is_decided_is_settled_at_once(client: Client, cast: Cast) -> None:
    scene = together(cast, source_ids="both", blind=False)
    for source_id in (scene.scene.quotable, scene.scene.closed):
        for who in (scene.first, scene.second):
            code(who, source_id, "nurses", RELATIONS)
    assert "that are decided" not in opened(client, "rounds:differences", scene.round_id)
    client.post(reverse("rounds:take_agreed", args=[scene.round_id]))
    assert "Use the consensus of all 2 sources that are decided" in opened(
        client, "rounds:differences", scene.round_id
    )
    done = client.post(reverse("rounds:settle_all", args=[scene.round_id]), follow=True).content.decode()
    assert "Quotations and tables now read 2 sources by their consensus." in done
    assert reads.settled(cast.evaluator, scene.scene.study_id) == 2
    assert actions.settle_decided(round_id=scene.round_id, by=cast.evaluator, at=NOON) == 0
