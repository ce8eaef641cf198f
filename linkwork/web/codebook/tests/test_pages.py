"""Do the codebook's pages show, change and keep what they say, with few questions however many codes?"""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.methods import PHASES as OF_METHODS
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.evaluation.coding.rules.own import CodeState, frame_id_of
from linkwork.evaluation.coding.tests.books import add, book_of, many, new_list, pair
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, code
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast
from linkwork.web.codebook.labels import METHODS, PHASES

MOST = 12


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in("evaluator")


def opened(client: Client, name: str, /, *keys: object, **query: str) -> str:
    answer = client.get(reverse(f"codebook:{name}", args=keys), query)
    assert answer.status_code == 200
    return answer.content.decode()


def posted(client: Client, name: str, /, *keys: object, **values: object) -> str:
    """What the page that follows says."""
    answer = client.post(reverse(f"codebook:{name}", args=keys), values, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize("size", [0, 3, 500])
def test_pages_ask_little_however_many_codes(
    client: Client, cast: Cast, size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    codes = many(cast, mine, size)
    for one in codes[:2]:
        code(cast.evaluator, scene.quotable, "nurses", pair(mine, one))
    with django_assert_max_num_queries(MOST):
        said = opened(client, "home", scene.study_id)
    assert said.count("book-code depth-") == size + 94
    for name, keys in (
        ("frames", [scene.study_id]),
        ("themes", [scene.study_id]),
        ("method", [scene.study_id]),
        ("new_code", [mine, scene.study_id]),
        *((("code", [scene.study_id, *pair(mine, codes[0])]),) if codes else ()),
    ):
        with django_assert_max_num_queries(MOST):
            opened(client, name, *keys)
    with django_assert_max_num_queries(MOST):
        desk = client.get(reverse("study:desk", args=[scene.quotable])).content.decode()
    assert desk.count(f'name="constructs" form="code" value="{frame_id_of(mine)}:') == size


def test_a_list_is_called_otherwise(client: Client, cast: Cast) -> None:
    study = build(cast).study_id
    mine, other = new_list(cast, study, "Ours"), new_list(cast, study, "Theirs")
    assert reverse("codebook:own_list", args=[mine, study]) in opened(client, "home", study)
    assert 'value="Theirs"' in opened(client, "own_list", other, study)
    said = posted(client, "own_list", other, study, title="ours", kind="own")
    assert "There is a list with this title already." in said
    posted(client, "own_list", other, study, title="Ours, later", kind="own")
    assert [frame.name for frame in book_of(cast, study).frames[-2:]] == ["Ours", "Ours, later"]
    assert client.get(reverse("codebook:own_list", args=[new_id(), study])).status_code == 404


def test_a_code_goes_its_whole_way_on_its_pages(client: Client, cast: Cast) -> None:
    scene = build(cast)
    study = scene.study_id
    assert "Codes found while reading" in opened(client, "home", study)
    said = posted(client, "new_list", study, title="Ours", kind="inductive")
    assert "New code in “Ours”" in said
    mine = book_of(cast, study).frames[-1].list_id
    assert mine
    said = posted(client, "new_code", mine, study, name="Trust", definition="They rely on her.", more="yes")
    assert "“Trust” was added." in said
    assert "New code in “Ours”" in said
    trust = the_id(cast, study, "Trust")
    posted(client, "new_code", mine, study, name="Faith", parent=str(trust))
    assert "Choose another name." in posted(client, "new_code", mine, study, name="faith")
    faith = the_id(cast, study, "Faith")
    here = (study, *pair(mine, faith))
    said = posted(client, "code", *here, do="change", name="Hope", definition="d", colour="3")
    assert "Kept." in said
    assert "Fill this in." in posted(client, "code", *here, do="change", name="", colour="3")
    assert "There is a code with this name" in posted(
        client, "code", *here, do="change", name="trust", colour="3"
    )
    posted(client, "code", *here, do="move", parent="", before=str(trust))
    assert [one.name for one in book_of(cast, study).frames[-1].codes] == ["Hope", "Trust"]
    posted(client, "code", *here, do="map", constructs=[":".join(RELATIONS), ":".join(ENROLMENT)])
    assert book_of(cast, study).code(*pair(mine, faith)).maps_to == (RELATIONS, ENROLMENT)
    assert "in no frame" in posted(client, "code", *here, do="map", constructs=["npt:coffee"])
    assert "→ Relational Connections, Enrolment" in opened(client, "home", study)
    assert "Hope" in opened(client, "code", study, *RELATIONS)
    posted(client, "code", *here, do="retire")
    assert "retired" in opened(client, "home", study)
    posted(client, "code", *here, do="bring_back")
    code(cast.evaluator, scene.quotable, "nurses", pair(mine, faith))
    assert "Its passages went to:" in posted(client, "code", *here, do="merge", into=str(trust))
    (done,) = reads.merges(cast.evaluator, study)
    assert "was merged into “Trust”" in opened(client, "home", study)
    assert "apart again" in posted(client, "undo_merge", done.id, study)
    assert book_of(cast, study).code(*pair(mine, faith)).state is CodeState.IN_USE
    assert "Choose one" in posted(client, "code", *here, do="merge", into="")
    assert "1 coding" in opened(client, "code", *here)


def test_a_step_there_is_not_is_not_found(client: Client, cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    for keys, verb in (
        ((scene.study_id, *RELATIONS), "retire"),
        ((scene.study_id, *pair(mine, trust)), "eat"),
    ):
        assert client.post(reverse("codebook:code", args=keys), {"do": verb}).status_code == 404
    assert client.get(reverse("codebook:code", args=[scene.study_id, "npt", "coffee"])).status_code == 404


def test_codes_are_found_by_their_words(client: Client, cast: Cast) -> None:
    scene = build(cast)
    add(cast, new_list(cast, scene.study_id), "Trust", definition="Somebody relies on them.")
    said = opened(client, "home", scene.study_id, q="RELIES somebody")
    assert "1 code found" in said
    assert "No code holds these words." in opened(client, "home", scene.study_id, q="coffee")


def test_frames_are_chosen_on_their_page(client: Client, cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    npt = [f"npt:{one.construct_id}" for one in book_of(cast, scene.study_id).frame("npt").codes]
    own = frame_id_of(mine)
    keep = [one for one in npt if one != "npt:coherence"]
    places = {f"place-{own}": "1", "place-npt": "2"}
    posted(client, "frames", scene.study_id, use=["npt"], keep=keep, **places)
    book = book_of(cast, scene.study_id)
    assert [one.id for one in book.frames] == [own, "npt"]
    assert book.code("npt", "coherence.differentiation").state is CodeState.LEFT_OUT
    assert "5 left out" in opened(client, "frames", scene.study_id)
    answer = client.post(reverse("codebook:frames", args=[scene.study_id]), {"use": ["npt"]})
    assert answer.status_code == 400
    assert "Nothing is left of a frame" in answer.content.decode()


def test_a_version_is_frozen_and_shown(client: Client, cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust")
    assert "Fill this in." in posted(client, "freeze", scene.study_id, name=" ")
    said = posted(client, "freeze", scene.study_id, name="Round 1", note="Before we begin")
    assert "Version 1: Round 1" in said
    assert "Nothing has changed since" in posted(client, "freeze", scene.study_id, name="Again")
    posted(client, "code", scene.study_id, *pair(mine, trust), do="change", name="Faith", colour="1")
    said = opened(client, "home", scene.study_id)
    assert "1 change since version 1" in said
    assert "“Trust” is now called “Faith”." in said
    (card,) = reads.versions(cast.evaluator, scene.study_id)
    said = opened(client, "version", card.id)
    assert card.hash in said
    assert "<b>Trust</b>" in said
    posted(client, "freeze", scene.study_id, name="Round 2")
    newest = reads.versions(cast.evaluator, scene.study_id)[0]
    assert "1 change since version 1" in opened(client, "version", newest.id)


def test_a_method_goes_phase_by_phase(client: Client, cast: Cast) -> None:
    study = build(cast).study_id
    assert "Choose one" in posted(client, "method", study, method="")
    assert "Get to know the texts" in posted(client, "method", study, method="thematic")
    said = posted(client, "method", study, phase="familiarise", done_on="2020-03-01", note="Read twice.")
    assert "done on 1 March 2020" in said
    assert "Read twice." in said
    assert "still to come" in posted(client, "method", study, phase="define", done_on="2999-01-01")
    assert "Something needs another look" in posted(client, "method", study, phase="x")


def test_every_phase_and_method_has_its_words() -> None:
    assert set(METHODS) == set(Method)
    assert {one for phases in OF_METHODS.values() for one in phases} == set(PHASES)


def test_themes_are_drawn_with_their_table(client: Client, cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    top = add(cast, mine, "Doors")
    below = add(cast, mine, "Nurses <open> them", parent_id=top)
    add(cast, mine, "Empty")
    code(cast.evaluator, scene.quotable, "nurses", pair(mine, below))
    said = opened(client, "themes", scene.study_id)
    assert "chart-tree" in said
    assert "Nurses &lt;open&gt; them" in said
    assert "Empty" in said
    assert "Empty" not in opened(client, "themes", scene.study_id, used="yes", list=frame_id_of(mine))
    assert "Coherence" in opened(client, "themes", scene.study_id, list="npt")


def test_an_empty_list_has_no_map(client: Client, cast: Cast) -> None:
    scene = build(cast)
    new_list(cast, scene.study_id)
    assert "no theme to draw yet" in opened(client, "themes", scene.study_id)


def test_an_older_construct_leads_to_the_newer_and_says_how_sure(client: Client, cast: Cast) -> None:
    study = build(cast).study_id
    said = opened(client, "code", study, "cfir-2009", "process.reflecting_evaluating")
    assert "Reflecting &amp; Evaluating" in said
    assert "confirmed" in said
    assert "a proposal" in opened(client, "code", study, "cfir-2009", "process.planning")
    assert "Nothing follows it." in opened(
        client, "code", study, "cfir-2009", "inner_setting.implementation_climate"
    )


def the_id(cast: Cast, study_id: UUID, name: str) -> UUID:
    found = next(one.id for one in book_of(cast, study_id).own_codes if one.name == name)
    assert found
    return found
