"""Do the pages about a study's plan and its sources work without JavaScript, and keep few questions?"""

import io
import wave
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.tests.scene import RELATIONS, Scene, build, code
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import ConsentForm, Group, Part, SourceKind
from linkwork.evaluation.studies.tests.scene import another
from linkwork.testing.cast import NOON, PASSWORD, Cast

MOST = 12
TALK = "Interviewer: And Amal?\nAmal: I am Amal.\nInterviewer: ok\nAmal: yes"


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.login(email="evaluator@example.org", password=PASSWORD)
    return client


@pytest.fixture
def scene(cast: Cast, tmp_path: Path, settings: Any) -> Scene:
    settings.HOME = tmp_path
    return build(cast)


@pytest.fixture
def talk(cast: Cast, scene: Scene) -> Any:
    return actions.add_source(
        study_id=scene.study_id, title="Talk", kind=SourceKind.INTERVIEW, text=TALK, language="en",
        by=cast.evaluator, at=NOON,
    )  # fmt: skip


def posted(client: Client, where: str, *args: object, status: int = 200, **data: object) -> str:
    answer = client.post(reverse(f"sources:{where}", args=args), data, follow=True)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def opened(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"sources:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_study_is_planned(client: Client, cast: Cast, scene: Scene) -> None:
    plan = {"title": "Anew", "question": "One?\nTwo?", "design": "residence", "most_participants": "1"}
    said = posted(client, "plan", scene.study_id, **plan, stages=["operation"])
    assert "2 people took part; this study set itself a limit of 1." in said
    assert reads.study(cast.evaluator, scene.study_id).questions == ("One?", "Two?")
    posted(client, "plan", scene.study_id, status=422, **plan | {"title": ""})
    said = posted(client, "targets", scene.study_id, worker="4")
    assert reads.targets(cast.evaluator, scene.study_id) == {Group.WORKER: 4}
    assert "The numbers are kept." in said
    posted(client, "targets", scene.study_id, status=422, worker="0")
    said = posted(client, "approval", scene.study_id, body="Board", first="2020-01-01", last="2020-02-01")
    assert "No ethics approval covers today." in said
    posted(
        client, "approval", scene.study_id, status=422, body="Board", first="2020-01-01", last="2019-01-01"
    )
    (one,) = reads.approvals(cast.evaluator, scene.study_id, NOON.date())
    posted(client, "approval_remove", scene.study_id, one.id)
    assert reads.approvals(cast.evaluator, scene.study_id, NOON.date()) == []


def test_a_team_is_named(client: Client, cast: Cast, scene: Scene) -> None:
    ida = another(cast)
    assert "Ida Moe" in posted(client, "team", scene.study_id, worker=ida.id, part="coder")
    posted(client, "team", scene.study_id, status=422, worker=cast.evaluator.id, part="coder")
    posted(client, "team", scene.study_id, status=422, worker=cast.worker.id, part="coder")
    assert "A team needs a lead" in posted(client, "leave", scene.study_id, cast.evaluator.id)
    posted(client, "leave", scene.study_id, ida.id)
    assert [one.part for one in reads.team(cast.evaluator, scene.study_id)] == [Part.LEAD]


def test_somebody_who_only_reads_findings_is_told_so(cast: Cast, scene: Scene) -> None:
    ida, client = another(cast), Client()
    client.login(email="ida@example.org", password=PASSWORD)
    actions.set_part(
        study_id=scene.study_id, worker_id=ida.worker_id, part=Part.ADVISER, by=cast.evaluator, at=NOON
    )
    said = client.get(reverse("study:study", args=[scene.study_id])).content.decode()
    assert "Your part in it is to read its findings" in said
    assert "A worker" not in said
    assert client.get(reverse("sources:speakers", args=[scene.quotable])).status_code == 403
    assert "Keep the plan" not in opened(client, "plan", scene.study_id)


def test_consent_is_withdrawn_and_given_again(client: Client, cast: Cast, scene: Scene) -> None:
    code(cast.evaluator, scene.quotable, "the nurses", RELATIONS)
    said = posted(client, "withdraw", scene.quotable)
    assert "The source is sealed." in said
    assert "Consent was withdrawn." in said
    assert coding.counts(cast.evaluator, scene.study_id) == {}
    posted(client, "reopen", scene.study_id, scene.quotable, consent="quote")
    assert coding.counts(cast.evaluator, scene.study_id) == {scene.quotable: 1}
    assert reads.source(cast.evaluator, scene.quotable).consent is ConsentForm.QUOTE


def test_speakers_are_put_right(client: Client, cast: Cast, talk: Any) -> None:
    said = opened(client, "speakers", talk)
    assert "Interviewer: 2 turns" in said
    posted(client, "speaker", talk, speaker="Amal", name="P1")
    posted(client, "speaker", talk, status=422, speaker="P1", name="")
    turns = reads.turns(cast.evaluator, talk)
    assert [one.speaker for one in turns] == ["Interviewer", "P1"] * 2
    posted(client, "turn_split", talk, turns[1].id, words="am Amal", speaker="Interviewer")
    posted(client, "turn_split", talk, turns[1].id, status=422, words="nowhere", speaker="x")
    assert len(reads.turns(cast.evaluator, talk)) == 5
    posted(client, "turn_merge", talk, reads.turns(cast.evaluator, talk)[2].id)
    assert "There is no turn before" in posted(client, "turn_merge", talk, turns[0].id)
    posted(client, "speakers_find", talk)
    assert reads.turns(cast.evaluator, talk)[1].speaker == "Amal"


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(bytes(range(256)) * 10)
    return out.getvalue()


def test_a_recording_is_heard_in_parts(
    client: Client, cast: Cast, talk: Any, tmp_path: Path, settings: Any
) -> None:
    data = sound()
    posted(client, "sound_keep", talk, sound=SimpleUploadedFile("../../talk.mp3", data))
    (stored,) = [one for one in (tmp_path / "media").rglob("*") if one.is_file()]
    assert len(made) == 2
    note = reads.field_note(cast.evaluator, made[0].id)
    assert (note.place, note.thoughts) == ("Corridor", "Hopeful.")


def answers() -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ("id", "answer", "who"),
        (1, "It helped me.", "worker"),
        (2, "", "person"),
        (3, "ساعدني كثيرا", "Person supported"),
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("together", "titles"), [("rows", ["answers 1", "answers 3"]), ("one", ["answers"])])
def test_survey_answers_come_in(
    client: Client, cast: Cast, scene: Scene, together: str, titles: list[str]
) -> None:
    form = {
        "text": "answer",
        "number": "id",
        "group": "who",
        "together": together,
        "language": "en",
        "consent": "analyse",
    }
    wrong = posted(
        client,
        "survey",
        scene.study_id,
        status=422,
        file=SimpleUploadedFile("answers.xlsx", answers()),
        **form | {"text": "x"},
    )
    assert "answer" in wrong
    said = posted(
        client, "survey", scene.study_id, file=SimpleUploadedFile("answers.xlsx", answers()), **form
    )
    assert "Rows that did not come in" in said
    made = [one for one in reads.sources(cast.evaluator, scene.study_id) if one.kind is SourceKind.SURVEY]
    assert [one.title for one in made] == titles
    if together == "one":
        assert [one.speaker for one in reads.turns(cast.evaluator, made[0].id)] == ["P1", "P3"]
    else:
        assert [one.group for one in made] == [Group.WORKER, Group.PERSON]
    back = client.get(reverse("sources:survey_refused", args=[scene.study_id])).content.decode()
    assert "2,,person,There is no text in it." in back


def test_no_refused_answers_lead_back(client: Client, scene: Scene) -> None:
    answer = client.get(reverse("sources:survey_refused", args=[scene.study_id]))
    assert answer.headers["Location"] == reverse("sources:survey", args=[scene.study_id])


def test_pages_ask_few_questions(
    client: Client, cast: Cast, scene: Scene, talk: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/")
    for name, key in (
        ("plan", scene.study_id), ("speakers", talk), ("names", talk), ("edit", talk),
        ("conversation", scene.study_id), ("survey", scene.study_id),
    ):  # fmt: skip
        with django_assert_max_num_queries(MOST):
            opened(client, name, key)
    with django_assert_max_num_queries(MOST):
        client.get(reverse("study:study", args=[scene.study_id]))
