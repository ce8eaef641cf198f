"""Does a study go out to other programs and come in from them, with every loss said and nothing half in?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.tests import scene as scenes
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.projects.tests import samples
from linkwork.exchange.refi_qda.tests.samples import PROJECT
from linkwork.exchange.refi_qda.writing import codebook_xml, qdpx
from linkwork.testing.browsing import signed_in


@pytest.fixture
def scene(cast):
    return scenes.build(cast)


@pytest.fixture
def client(cast):
    return signed_in("evaluator")


def sent(client, name, data, file="theirs.qdpx", *keys, **more):
    return client.post(reverse(name, args=keys), {"file": SimpleUploadedFile(file, data), **more})


def test_a_project_goes_out_and_comes_in_as_a_study_of_its_own(client, cast, scene):
    scenes.code(cast.evaluator, scene.quotable, "came to the meeting", scenes.RELATIONS)
    assert (
        "Nothing of this study is left out."
        in client.get(reverse("files:home", args=[scene.study_id])).content.decode()
    )
    out = client.get(reverse("files:project", args=[scene.study_id]))
    assert out.headers["Content-Disposition"] == 'attachment; filename="study.qdpx"'
    said = sent(client, "files:new", out.content, language="en").content.decode()
    assert "How it takes hold (2)" in said
    assert "2 texts" in said
    assert "1 coding" in said
    assert "What did not" not in said
    assert len(studies.studies(cast.evaluator)) == 2


def test_what_another_program_says_and_we_do_not_keep_is_listed(client):
    said = sent(client, "files:new", qdpx(PROJECT), language="en").content.decode()
    assert "What did not" in said
    assert "nobody here" in said


def test_a_taguette_project_opens_a_study(client, tmp_path):
    data = samples.taguette(tmp_path / "base")
    said = sent(client, "files:new", data, file="taking.sqlite3", language="en").content.decode()
    assert "3 codings" in said
    assert "who made each highlight" in said


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"hello", "theirs.qdpx"), (b"", "empty")],
)
def test_a_file_that_is_none_is_refused_on_its_field(client, cast, data, words):
    answer = sent(client, "files:new", data, language="en")
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert studies.studies(cast.evaluator) == []


def test_a_codebook_goes_out_and_codes_come_in_as_a_list(client, cast, scene):
    out = client.get(reverse("files:codebook", args=[scene.study_id]))
    assert b"Relational Connections" in out.content
    data = codebook_xml(PROJECT.codes)
    answer = sent(client, "files:codes", data, "theirs.qdc", scene.study_id, title="Theirs")
    assert answer.status_code == 302
    assert "The codes are in" in client.get(answer.headers["Location"]).content.decode()
    names = {one.name for one in coding.codebook(cast.evaluator, scene.study_id).own_codes}
    assert names == {"Context", "Trust", "Hope"}
    again = sent(client, "files:codes", data, "theirs.qdc", scene.study_id, title="Theirs")
    assert (again.status_code, "There is a list with this title already" in again.content.decode()) == (
        400,
        True,
    )


def test_no_codebook_is_refused(client, scene):
    answer = sent(client, "files:codes", b"<x/>", "theirs.qdc", scene.study_id, title="Theirs")
    assert (answer.status_code, "is no codebook" in answer.content.decode()) == (400, True)
    assert sent(client, "files:codes", b"", "theirs.qdc", scene.study_id, title="").status_code == 400


def test_sizes_are_held_against_their_limits(client, scene, monkeypatch):
    monkeypatch.setattr("linkwork.web.files.forms.LARGEST", 10)
    monkeypatch.setattr("linkwork.web.files.forms.LARGEST_CODEBOOK", 10)
    assert "larger than 200 MB" in sent(client, "files:new", b"x" * 11, language="en").content.decode()
    answer = sent(client, "files:codes", b"x" * 11, "theirs.qdc", scene.study_id, title="Theirs")
    assert "larger than 10 MB" in answer.content.decode()


def test_quotations_leave_as_each_kind_of_file(client, cast, scene):
    scenes.code(cast.evaluator, scene.quotable, "came to the meeting", scenes.RELATIONS)
    scenes.code(cast.evaluator, scene.closed, "sent me someone", scenes.ENROLMENT)
    home = client.get(reverse("files:papers", args=[scene.study_id])).content.decode()
    assert home.count('id="quotations_kind"') == 1
    for kind, begins in (("xlsx", b"PK"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("html", b"<!doctype")):
        asked = {"kind": kind, "layer": "consensus", "code": " ".join(scenes.RELATIONS)}
        answer = client.get(reverse("files:quotations", args=[scene.study_id]), asked)
        assert (answer.status_code, answer.content[: len(begins)]) == (200, begins)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="quotations.{kind}"'
        book = client.get(reverse("files:codebook_table", args=[scene.study_id]), {"kind": kind})
        assert book.content[: len(begins)] == begins
    wrong = client.get(
        reverse("files:quotations", args=[scene.study_id]), {"kind": "exe", "layer": "consensus"}
    )
    assert wrong.status_code == 400
    assert client.get(reverse("files:codebook_table", args=[scene.study_id])).status_code == 400


def test_a_text_leaves_with_its_codings(client, cast, scene):
    scenes.code(cast.evaluator, scene.quotable, "came to the meeting", scenes.RELATIONS)
    answer = client.get(
        reverse("files:marked_text", args=[scene.study_id, scene.quotable]), {"layer": "coders"}
    )
    assert b"came to the meeting</mark>" in answer.content
    elsewhere = reverse("files:marked_text", args=[scene.closed, scene.quotable])
    assert client.get(elsewhere).status_code == 404


@pytest.mark.parametrize("name", ["project", "papers", "quotations", "codebook_table"])
def test_others_stay_outside(scene, name):
    for who in ("worker", "manager"):
        assert signed_in(who).get(reverse(f"files:{name}", args=[scene.study_id])).status_code == 403


def test_a_checklist_is_drafted_filled_in_and_taken(client, cast, scene):
    scenes.code(cast.evaluator, scene.quotable, "came to the meeting", scenes.RELATIONS)
    home = client.get(reverse("files:checklists", args=[scene.study_id])).content.decode()
    assert "0 of 32 lines filled in" in home
    keys = [scene.study_id, "coreq"]
    drafted = client.post(reverse("files:checklist_draft", args=keys), follow=True).content.decode()
    assert "lines are drafted from the records" in drafted
    assert "1 person coded the sources." in drafted
    assert "From the records: read it" in drafted
    kept = studies.checklist_answers(cast.evaluator, scene.study_id, "coreq")
    said = {f"text_{key}": one.text for key, one in kept.items()} | {
        "text_24": "Two of us coded.",
        "place_24": "p. 4",
    }
    answer = client.post(reverse("files:checklist", args=keys), said)
    assert answer.status_code == 302
    now = studies.checklist_answers(cast.evaluator, scene.study_id, "coreq")
    assert (now["24"].text, now["24"].place, now["24"].drafted) == ("Two of us coded.", "p. 4", False)
    assert now["27"].drafted
    assert client.get(reverse("files:checklist_paper", args=keys)).content.startswith(b"PK")
    long = client.post(reverse("files:checklist", args=keys), {"text_1": "x" * 4001})
    assert (long.status_code, "x" * 4001 in long.content.decode()) == (400, True)
    for name in ("checklist", "checklist_paper"):
        assert client.get(reverse(f"files:{name}", args=[scene.study_id, "tidier"])).status_code == 404
    for other in ("srqr", "gramms", "stari"):
        assert client.get(reverse("files:checklist", args=[scene.study_id, other])).status_code == 200
