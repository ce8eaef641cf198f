"""Is a list of many sources narrowed, put in order, and cut where it would be too long?"""

import datetime as dt
import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.evaluation.coding.tests.scene import SPACE, Scene, build, code
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import Group, SourceKind
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, PASSWORD, Cast
from linkwork.web.study.source_forms import SHOWN


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.login(email="evaluator@example.org", password=PASSWORD)
    return client


def many(cast: Cast, count: int) -> Scene:
    scene = build(cast)
    for number in range(count):
        actions.add_source(
            study_id=scene.study_id,
            title=f"Étude {number:03d}",
            kind=SourceKind.DOCUMENT,
            text=f"Text {number}.",
            language="fr",
            group=Group.MANAGER,
            stage=Stage.MAINTENANCE,
            by=cast.evaluator,
            at=NOON + dt.timedelta(minutes=number),
        )
    code(cast.evaluator, scene.quotable, "meeting", SPACE)
    return scene


def titles(client: Client, study: UUID, **query: str) -> list[str]:
    answer = client.get(reverse("study:study", args=[study]), query)
    assert answer.status_code == 200
    return re.findall(r'class="source-title"><a [^>]*>([^<]*)', answer.content.decode())


def test_many_sources_are_narrowed_and_put_in_order(client: Client, cast: Cast) -> None:
    study = many(cast, 8).study_id
    assert titles(client, study)[-1] == "A worker"  # the only one that is coded
    assert titles(client, study, coded="yes") == ["A worker"]
    assert titles(client, study, q="etude 00") == [f"Étude {n:03d}" for n in range(8)]
    assert titles(client, study, kind="interview", group="person") == ["B person"]
    assert titles(client, study, stage="operation", coded="no") == []
    assert titles(client, study, sort="newest")[0] == "Étude 007"
    assert titles(client, study, sort="most")[0] == "A worker"
    assert titles(client, study, sort="title", coded="no")[0] == "B person"
    assert len(titles(client, study, kind="nonsense", sort="nonsense")) == 10


def test_a_short_list_asks_nothing(client: Client, cast: Cast) -> None:
    said = client.get(reverse("study:study", args=[build(cast).study_id])).content.decode()
    assert "Not coded yet first" not in said


def test_a_very_long_list_is_cut_and_asks_few_questions(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    study = many(cast, SHOWN + 3).study_id
    with django_assert_max_num_queries(12):
        assert len(titles(client, study)) == SHOWN
    assert len(titles(client, study, all="on")) == SHOWN + 5
    said = client.get(reverse("study:study", args=[study]), {"kind": "document"}).content.decode()
    assert "Show 3 more sources" in said
    assert "?kind=document&amp;all=on" in said


def test_several_sources_are_described_at_once(client: Client, cast: Cast) -> None:
    study = many(cast, 3).study_id
    lines = {line.title: line for line in reads.sources(cast.evaluator, study)}
    address = reverse("study:describe_several", args=[study])
    chosen = [str(lines[title].id) for title in ("Étude 000", "Étude 001")]
    done = client.post(address, {"source": chosen, "group": "person", "language": "ar"}, follow=True)
    assert "2 sources are described." in done.content.decode()
    now = {line.title: line for line in reads.sources(cast.evaluator, study)}
    for title in ("Étude 000", "Étude 001"):
        said = now[title]
        assert (said.group, said.language, said.direction) == ("person", "ar", "rtl")
        assert (said.stage, said.kind, said.consent) == ("maintenance", "document", "analyse")
    assert now["Étude 002"] == lines["Étude 002"]
    client.post(
        address, {"source": chosen[:1], "consent": "unnamed", "kind": "interview", "stage": "initiation"}
    )
    (said,) = [one for one in reads.sources(cast.evaluator, study) if str(one.id) == chosen[0]]
    assert (said.quotable, said.kind, said.stage, said.group) == (True, "interview", "initiation", "person")


def test_nothing_ticked_or_of_another_study_is_refused_and_kept(client: Client, cast: Cast) -> None:
    study = many(cast, 3).study_id
    address = reverse("study:describe_several", args=[study])
    none = client.post(address, {"group": "person"})
    assert none.status_code == 400
    assert "Tick the sources first." in none.content.decode()
    assert client.post(address, {"source": [str(study)], "group": "person"}).status_code == 400


def test_what_a_study_wants_leads_to_where_it_is_done(client: Client, cast: Cast) -> None:
    scene = many(cast, 3)
    said = client.get(reverse("study:study", args=[scene.study_id])).content.decode()
    lines = reads.sources(cast.evaluator, scene.study_id)
    first = next(line for line in lines if line.id != scene.quotable)
    assert (
        f'<a href="{reverse("study:desk", args=[first.id])}">4 sources wait for their first coding.' in said
    )
    unseen = next(line for line in lines if line.names_asked)
    assert f'<a href="{reverse("sources:names", args=[unseen.id])}">Nobody has looked for names in' in said
    assert "3 sources" in said.split('class="stage-counts"')[1].split("</p>")[0]


def test_the_desk_leads_on_to_the_next_source(client: Client, cast: Cast) -> None:
    scene = many(cast, 1)
    here = reverse("study:following", args=[scene.quotable])
    assert here in client.get(reverse("study:desk", args=[scene.quotable])).content.decode()
    assert client.get(here).headers["Location"] == reverse("study:desk", args=[scene.closed])
    (last,) = [one for one in reads.sources(cast.evaluator, scene.study_id) if one.title == "Étude 000"]
    answer = client.get(reverse("study:following", args=[last.id]))
    assert answer.headers["Location"] == reverse("study:study", args=[scene.study_id])
