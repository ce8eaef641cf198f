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

from linkwork.evaluation.coding import actions as coding_actions
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, Scene, build, code
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


def kept(folder: Path) -> list[Path]:
    return [one for one in (folder / "media").rglob("*") if one.is_file()]


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def posted(client: Client, where: str, *args: object, status: int = 200, **data: Any) -> str:
    answer = client.post(reverse(f"sources:{where}", args=args), data, follow=True)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def opened(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"sources:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_study_is_planned(client: Client, cast: Cast, scene: Scene) -> None:
    plan: dict[str, Any] = {
        "title": "Anew",
        "question": "One?\nTwo?",
        "design": "residence",
        "most_participants": "1",
    }
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
    assert "Interviewer\u2069: 2 turns" in said
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
    (stored,) = kept(tmp_path)
    assert "talk" not in stored.name
    assert 'id="player"' in opened(client, "speakers", talk)
    address = reverse("sources:sound", args=[talk])
    whole = client.get(address)
    assert (whole.headers["Content-Type"], body(whole)) == ("audio/wav", data)
    end = len(data)
    for asked, first, last in (("10-19", 10, 19), ("2600-", 2600, end - 1), ("-4", end - 4, end - 1)):
        part = client.get(address, headers={"Range": f"bytes={asked}"})
        assert part.status_code == 206
        assert part.headers["Content-Range"] == f"bytes {first}-{last}/{end}"
        assert body(part) == data[first : last + 1]
    assert client.get(address, headers={"Range": f"bytes={end}-"}).status_code == 416
    manager = Client()
    manager.login(email="manager@example.org", password=PASSWORD)
    assert manager.get(address).status_code == 403


def test_what_is_no_recording_leaves_nothing_behind(
    client: Client, cast: Cast, talk: Any, tmp_path: Path, settings: Any
) -> None:
    def keep(name: str, data: bytes, status: int = 200) -> str:
        return posted(client, "sound_keep", talk, status=status, sound=SimpleUploadedFile(name, data))

    keep("x.wav", sound())
    (stored,) = kept(tmp_path)
    assert "is no MP3, M4A, OGG or WAV recording" in keep("x.mp3", b"<html>nothing", 422)
    settings.LARGEST_RECORDING = 100
    assert "larger than" in keep("x.wav", sound(), 422)
    assert kept(tmp_path) == [stored]
    settings.LARGEST_RECORDING = 10_000
    keep("y.wav", sound())
    assert not stored.exists()
    posted(client, "sound_drop", talk)
    assert kept(tmp_path) == []
    assert client.get(reverse("sources:sound", args=[talk])).status_code == 404


def test_names_are_looked_through(client: Client, cast: Cast, talk: Any, scene: Scene) -> None:
    assert "one of the programme’s own names" in opened(client, "names", talk)
    source = reads.source(cast.evaluator, talk)
    places = [str(at) for at in range(len(TALK)) if TALK.startswith("Amal", at)]
    entered: dict[str, Any] = {"do-0": "replace", "kind-0": "name", "at-0": places, "finished": "on"}
    assert "changed meanwhile" in posted(client, "names", talk, status=422, hash="other", **entered)
    posted(client, "names", talk, hash=source.hash, **entered)
    after = reads.source(cast.evaluator, talk)
    assert after.text.count("[Name 1]") == 4
    assert after.names_seen
    said = posted(client, "pseudonyms", scene.study_id)
    assert "That you read these names is recorded." in said
    assert "Amal" in said
    assert "Somebody has looked through" in opened(client, "names", talk)


def test_what_was_brought_in_by_mistake_is_removed_and_what_carries_anything_stays(
    client: Client, cast: Cast, talk: Any, scene: Scene
) -> None:
    assert reads.turns(cast.evaluator, talk)
    said = posted(client, "remove", talk)
    assert "“Talk” is removed." in said
    assert "Talk" not in {one.title for one in reads.sources(cast.evaluator, scene.study_id)}
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    assert "Something rests on this source" in posted(client, "remove", scene.quotable)
    coding_actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    assert "Something rests on this source" in posted(client, "remove", scene.quotable)
    assert reads.source(cast.evaluator, scene.quotable).text == TEXT


def test_names_the_rules_miss_are_named_by_hand(client: Client, cast: Cast, talk: Any) -> None:
    hidden = actions.add_source(
        study_id=reads.source(cast.evaluator, talk).study_id, title="مقابلة", kind=SourceKind.INTERVIEW,
        text="قلت لفاطمة إن الثقة تحتاج إلى وقت. جاءت فاطمة.", language="ar", by=cast.evaluator, at=NOON,
    )  # fmt: skip
    source = reads.source(cast.evaluator, hidden)
    said = posted(client, "names", hidden, status=200, hash=source.hash, also="فاطمة\nليلى", look="")
    assert "you named it · 2 places" in said
    assert "Not in this text: <bdi>ليلى</bdi>" in said
    assert reads.source(cast.evaluator, hidden).version == 1
    places = [str(at) for at in range(len(source.text)) if source.text.startswith("فاطمة", at)]
    entered: dict[str, Any] = {"do-0": "replace", "kind-0": "name", "at-0": places, "also": "فاطمة"}
    posted(client, "names", hidden, hash=source.hash, **entered)
    assert reads.source(cast.evaluator, hidden).text.count("[Name 1]") == 2


def test_a_name_known_in_the_study_is_replaced_again_and_the_next_source_follows(
    client: Client, cast: Cast, talk: Any
) -> None:
    source = reads.source(cast.evaluator, talk)
    places = [str(at) for at in range(len(TALK)) if TALK.startswith("Amal", at)]
    again = actions.add_source(
        study_id=source.study_id, title="Zoë’s talk", kind=SourceKind.INTERVIEW, text="Then we asked Amal to come.",
        language="en", by=cast.evaluator, at=NOON,
    )  # fmt: skip
    entered: dict[str, Any] = {"do-0": "replace", "kind-0": "name", "at-0": places, "finished": "on"}
    waiting = [one for one in reads.sources(cast.evaluator, source.study_id) if one.names_asked]
    done = client.post(reverse("sources:names", args=[talk]), {"hash": source.hash, "next": "", **entered})
    after = sorted(one.title for one in waiting if one.title > source.title) or ["A worker"]
    (following,) = [one.id for one in waiting if one.title == after[0]]
    assert done.headers["Location"] == reverse("sources:names", args=[following])
    said = opened(client, "names", again)
    assert "stands as [Name 1] in this study" in said
    assert 'value="replace" checked' in said


def test_a_text_is_put_right_and_what_it_lost_is_placed(client: Client, cast: Cast, scene: Scene) -> None:
    gone = code(cast.evaluator, scene.quotable, "people sent me someone", ENROLMENT)
    changed = code(cast.evaluator, scene.quotable, "One of the nurses", RELATIONS)
    new = TEXT.replace("the nurses", "our nurses").replace("people sent me someone", "they rang")
    said = posted(client, "edit", scene.quotable, text=new)
    assert "on changed words: 1, lost: 1." in said
    assert "people sent me someone" in said
    posted(client, "edit", scene.quotable, status=422, text=new)
    for words in ("nowhere", "me"):
        posted(client, "place", scene.quotable, gone, status=422, words=words)
    posted(client, "place", scene.quotable, gone, words="they rang")
    posted(client, "fits", scene.quotable, changed)
    assert len(coding.codings(cast.evaluator, scene.quotable)) == 2
    posted(client, "back", scene.quotable)
    assert reads.source(cast.evaluator, scene.quotable).text == TEXT
    assert "This text was never edited." in posted(client, "back", scene.closed)
    posted(client, "edit", scene.quotable, text="Quite another text.")
    lost = coding.lost(cast.evaluator, scene.quotable)
    posted(client, "let_go", scene.quotable, lost[0].coding_id)
    assert len(coding.lost(cast.evaluator, scene.quotable)) == 1


def test_a_conversation_is_written_down(client: Client, cast: Cast, scene: Scene) -> None:
    entered: dict[str, Any] = {
        "group": "worker", "place": "Corridor", "said": "She said it works.", "thoughts": "Hopeful.",
        "held_on": "2026-03-11", "language": "en", "consent": "analyse",
    }  # fmt: skip
    for number in range(2):
        posted(client, "conversation", scene.study_id, **entered | {"said": f"She said {number}."})
    posted(client, "conversation", scene.study_id, status=422, **entered | {"held_on": "2099-01-01"})
    said = posted(client, "conversation", scene.study_id, status=422, **entered | {"said": "She said 1."})
    assert "This very text is in the study already." in said
    lines = reads.sources(cast.evaluator, scene.study_id)
    made = [one for one in lines if one.kind is SourceKind.FIELD_CONVERSATION]
    assert len(made) == 2
    note = reads.field_note(cast.evaluator, reads.source_line(cast.evaluator, made[0].id))
    assert note
    assert (note.place, note.thoughts) == ("Corridor", "Hopeful.")
    desk = client.get(reverse("study:desk", args=[made[0].id])).content.decode()
    assert "Hopeful." in desk
    assert "What the researcher thinks" in desk
    assert (
        "What the researcher thinks"
        not in client.get(reverse("study:desk", args=[scene.quotable])).content.decode()
    )


def answers() -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (
        ("id", "answer", "who"),
        (1, "It helped me.", "worker"),
        (2, "", "person"),
        (3, "ساعدني كثيرا", "Person supported"),
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("together", "titles"), [("rows", ["answers 1", "answers 3"]), ("one", ["answers"])])
def test_survey_answers_come_in(
    client: Client, cast: Cast, scene: Scene, together: str, titles: list[str]
) -> None:
    form: dict[str, Any] = {
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
