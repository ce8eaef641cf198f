"""Do the study pages open for an evaluator, code without JavaScript, undo, and keep few questions?"""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code
from linkwork.evaluation.portraits.reads.displays import DisplayLine
from linkwork.evaluation.portraits.reads.waiting import WaitingPortrait
from linkwork.evaluation.studies import reads
from linkwork.extracts.reads import ExtractCard
from linkwork.testing.cast import NOON, PASSWORD, Cast
from linkwork.web.shared.icons import icon
from linkwork.web.study.labels import VALENCE_CHIPS, VALENCES
from linkwork.web.study.presenters.lists import needed

MOST = 12


@pytest.fixture
def client(cast: Cast) -> Client:
    client = Client()
    client.login(email="evaluator@example.org", password=PASSWORD)
    return client


def opened(client: Client, name: str, key: UUID, **query: str) -> str:
    answer = client.get(reverse(name, args=[key]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_study_is_opened_and_sources_come_in_with_a_report_each(client: Client, cast: Cast) -> None:
    assert "No study yet" in client.get(reverse("study:home")).content.decode()
    made = client.post(
        reverse("study:new"),
        {"title": "How it takes hold", "question": "What helps?", "design": "case_study"},
    )
    (study,) = reads.studies(cast.evaluator)
    assert made.headers["Location"] == reverse("study:study", args=[study.id])
    files = [
        SimpleUploadedFile("Interview_1.txt", "Bonjour à tous.".encode()),
        SimpleUploadedFile("scan.pdf", b"%PDF-1.4"),
    ]
    answer = client.post(
        reverse("study:add", args=[study.id]),
        {"texts": files, "kind": "interview", "language": "fr", "group": "worker", "stage": "operation"},
    )
    said = answer.content.decode()
    assert "Interview_1.txt" in said
    assert "is damaged and cannot be read" in said
    (line,) = reads.sources(cast.evaluator, study.id)
    assert (line.title, line.language) == ("Interview 1", "fr")
    assert "1 of 2 files came in." in said
    sent = {"group": "person", "stage": "", "consent": "unnamed"}
    also = {"title": "Entretien 1", "kind": "focus_group", "language": "ar"}
    client.post(reverse("study:describe", args=[line.id]), sent | also)
    (line,) = reads.sources(cast.evaluator, study.id)
    assert (line.group, line.stage, line.quotable) == ("person", None, True)
    assert (line.title, line.kind, line.language, line.direction) == (
        "Entretien 1",
        "focus_group",
        "ar",
        "rtl",
    )


def test_a_description_refused_keeps_what_was_typed_and_says_why(client: Client, cast: Cast) -> None:
    scene = build(cast)
    to = reverse("study:describe", args=[scene.quotable])
    assert to in client.get(reverse("study:study", args=[scene.study_id])).content.decode()
    assert 'value="A worker"' in client.get(to).content.decode()
    same = {"title": "A worker", "kind": "interview", "language": "en"}
    refused = client.post(to, {"group": "person", "participants": "900"} | same)
    said = refused.content.decode()
    assert refused.status_code == 400
    assert "Enter a number from 1 to 100." in said
    assert 'value="900"' in said
    taken = client.post(to, same | {"title": "B person"})
    assert taken.status_code == 400
    assert "There is a source with this title" in taken.content.decode()
    kept = client.post(to, {"group": "person", "participants": "9"} | same)
    assert kept.headers["Location"].endswith(f"#s-{scene.quotable}")


def test_a_title_taken_keeps_what_was_entered(client: Client, cast: Cast) -> None:
    build(cast)
    answer = client.post(
        reverse("study:new"), {"title": "How it takes hold", "question": "Kept?", "design": "interviews"}
    )
    assert answer.status_code == 400
    assert "Kept?" in answer.content.decode()
    assert "this title already" in answer.content.decode()


def test_no_files_are_asked_for_again(client: Client, cast: Cast) -> None:
    scene = build(cast)
    answer = client.post(reverse("study:add", args=[scene.study_id]), {"kind": "interview", "language": "en"})
    assert answer.status_code == 400
    assert "Choose one or more documents." in answer.content.decode()


def test_words_pasted_are_coded_and_undone_without_javascript(client: Client, cast: Cast) -> None:
    scene = build(cast)
    done = client.post(
        reverse("study:code", args=[scene.quotable]),
        {
            "words": "people sent\nme someone",
            "constructs": [":".join(RELATIONS), ":".join(ENROLMENT)],
            "valence": "facilitator",
            "strength": "2",
            "memo": "A turn.",
        },
        follow=True,
    )
    (card,) = coding.codings(cast.evaluator, scene.quotable)
    assert TEXT[card.start : card.end] == "people sent me someone"
    said = done.content.decode()
    assert 'data-at="' in said
    assert "Coded." in said
    undo = reverse("study:undo", args=[scene.quotable])
    assert f'action="{undo}"' in said
    said = client.post(undo, follow=True).content.decode()
    assert coding.codings(cast.evaluator, scene.quotable) == []
    assert "Code the passage again" in said
    client.post(reverse("study:redo", args=[scene.quotable]))
    client.post(reverse("study:remove", args=[card.id]))
    assert coding.codings(cast.evaluator, scene.quotable) == []
    client.post(reverse("study:restore", args=[card.id]))
    client.post(reverse("study:memo", args=[card.id]), {"memo": "Think again."})
    assert coding.codings(cast.evaluator, scene.quotable)[0].memo == "Think again."


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ({"words": "not there"}, "not in the text"),
        ({"words": "e"}, "Paste a few more"),
        ({}, "Choose some words of the text."),
        ({"start": "5", "end": "5000"}, "Choose some words of the text."),
        ({"words": "nurses", "constructs": []}, "Choose at least one construct."),
    ],
)
def test_what_cannot_be_coded_is_said_and_nothing_is_lost(
    client: Client, cast: Cast, entered: dict[str, object], said: str
) -> None:
    scene = build(cast)
    whole: dict[str, object] = {"constructs": [":".join(RELATIONS)], "valence": "mixed", "memo": "Keep me"}
    answer = client.post(reverse("study:code", args=[scene.quotable]), whole | entered)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert "Keep me" in answer.content.decode()


def test_the_text_stands_on_the_page_letter_by_letter(client: Client, cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "هذا مكاني 🙂", RELATIONS, ENROLMENT)
    said = opened(client, "study:desk", scene.quotable)
    second = TEXT.index("\n") + 1
    assert f'<p id="t-{second}" data-start="{second}" data-end="{len(TEXT)}"><mark class="mark code-1' in said
    assert ">هذا مكاني 🙂</mark> now.</p>" in said
    assert "Nothing is coded here" in opened(client, "study:passage", scene.quotable, at="0")
    assert "Relational Connections" in opened(client, "study:passage", scene.quotable, at=str(second))
    assert "Nothing" in opened(client, "study:passage", scene.quotable, at="x")


def test_a_cell_of_the_overlap_opens_its_quotations(client: Client, cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS, ENROLMENT)
    code(cast.evaluator, scene.closed, "One of", RELATIONS)
    said = opened(client, "study:overlap", scene.study_id, stage="operation", frame_a="nonsense")
    assert "Relational Connections meets Enrolment in 1 passage." in said
    cell = {"a": RELATIONS[1], "b": ENROLMENT[1]}
    said = opened(client, "study:quotes", scene.study_id, **cell)
    assert "nurses came" in said
    assert "One of</mark>" not in said
    assert "not to be quoted" in opened(client, "study:quotes", scene.study_id, construct=":".join(RELATIONS))
    assert "No passage fits" in opened(client, "study:quotes", scene.study_id, valence="barrier")
    assert "do not meet" in opened(client, "study:overlap", scene.study_id, group="manager")


def test_pages_ask_few_questions_however_many_codings(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    for words in ("One", "nurses", "came", "meeting", "people", "someone", "After", "now"):
        code(cast.evaluator, scene.quotable, words, RELATIONS, ENROLMENT)
    pages = (
        ("study:study", scene.study_id),
        ("study:desk", scene.quotable),
        ("study:overlap", scene.study_id),
        ("study:quotes", scene.study_id),
    )
    for name, key in pages:
        opened(client, name, key)  # the first look also fills the session
        with django_assert_max_num_queries(MOST):
            opened(client, name, key)


@pytest.mark.parametrize("part", ["worker", "manager", "adviser"])
def test_others_stay_outside(cast: Cast, part: str) -> None:
    scene = build(cast)
    client = Client()
    client.login(email=f"{part}@example.org", password=PASSWORD)
    assert client.get(reverse("study:desk", args=[scene.quotable])).status_code == 403
    assert client.get(reverse("study:home")).status_code == 403


def test_another_programmes_study_is_not_found(client: Client, cast: Cast) -> None:
    assert client.get(reverse("study:study", args=[cast.programme_id])).status_code == 404
    assert client.get(reverse("study:desk", args=[cast.programme_id])).status_code == 404


def test_every_valence_has_its_sign() -> None:
    assert set(VALENCE_CHIPS) == set(VALENCES) == set(Valence)
    assert all(icon(name) for _kind, name in VALENCE_CHIPS.values())


def test_the_first_page_says_what_needs_doing_now(client: Client, cast: Cast) -> None:
    scene = build(cast)
    said = client.get(reverse("study:home")).content.decode()
    assert "2 sources are not coded yet" in said
    assert "There is no extract yet" in said
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    code(cast.evaluator, scene.quotable, "One of", ENROLMENT)
    assert "1 source is not coded yet" in client.get(reverse("study:home")).content.decode()


def test_figures_of_long_ago_and_portraits_out_for_review_are_named(cast: Cast) -> None:
    month = ExtractCard(
        cast.programme_id, "Spring", NOON - dt.timedelta(days=40), "record", "", "", {}, Path()
    )
    fresh = replace(month, taken_at=NOON - dt.timedelta(days=3))
    sent = WaitingPortrait(cast.programme_id, "A room", NOON, 0)
    lines = needed([], {}, [sent, replace(sent, comments=1)], month, NOON)
    assert [line["about"] for line in lines] == ["A room", "A room", "Spring"]
    assert "has waited" in lines[0]["said"]
    assert "has commented" in lines[1]["said"]
    assert "take a new one" in lines[2]["said"]
    assert needed([], {}, [], fresh, NOON) == []
    judged = DisplayLine(new_id(), new_id(), "Reach", 3, None)
    [line] = needed([], {}, [], fresh, NOON, [judged, replace(judged, mine_to_judge=2)])
    assert line["said"] == "2 rows of a joint display wait for your verdict"
