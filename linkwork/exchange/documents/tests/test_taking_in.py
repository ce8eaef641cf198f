"""Do documents of several kinds become sources of a study, the faulty ones named?"""

import io
import zipfile

import pytest

from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.rules import Design, NewFile, SourceKind
from linkwork.exchange.documents.taking_in import add_documents
from linkwork.exchange.documents.tests.test_reading import WORDS, word
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.django_db


def test_each_file_is_reported_in_its_place(cast):
    study_id = actions.open_study(
        title="Trust", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    files = [
        NewFile("a.docx", word()),
        NewFile("b.docx", b"PK\x03\x04 broken"),
        NewFile("c.txt", b"Plain words"),
        NewFile("d.txt", b""),
    ]
    reports = add_documents(
        study_id=study_id, files=files, kind=SourceKind.INTERVIEW, language="sv", by=cast.evaluator, at=NOON
    )
    assert [one.name for one in reports] == ["a.docx", "b.docx", "c.txt", "d.txt"]
    assert [bool(one.problem) for one in reports] == [False, True, False, True]
    assert reports[0].source_id is not None
    assert WORDS in reads.source(cast.evaluator, reports[0].source_id).text


def zip_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def test_an_archive_brings_in_each_document_and_none_of_its_litter(cast):
    study_id = actions.open_study(
        title="Trust", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    inside = {
        "day 1/one.txt": b"Anna: hej\nBo: hej",
        "day 1/two.docx": word(),
        "day 1/broken.docx": b"PK\x03\x04",
        "__MACOSX/x.txt": b"litter",
        "day 1/.hidden": b"litter",
    }
    reports = add_documents(
        study_id=study_id,
        files=[NewFile("all.zip", zip_of(inside)), NewFile("bad.zip", b"PK\x03\x04")],
        kind=SourceKind.INTERVIEW,
        language="sv",
        by=cast.evaluator,
        at=NOON,
    )
    assert [(one.name.rpartition("/")[2], bool(one.problem)) for one in reports] == [
        ("one.txt", False),
        ("two.docx", False),
        ("broken.docx", True),
        ("bad.zip", True),
    ]
    assert [one.title for one in reads.sources(cast.evaluator, study_id)] == ["one", "two"]


@pytest.mark.parametrize("kind", ["bomb", "many", "large"])
def test_a_hostile_archive_leaves_nothing_behind(cast, kind, monkeypatch):
    study_id = actions.open_study(
        title="Trust", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    if kind == "bomb":
        data = zip_of({"a.txt": b"0" * (6 * 1024 * 1024)})
    elif kind == "many":
        data = zip_of({f"f{n}.txt": b"x" for n in range(201)})
    else:
        monkeypatch.setattr("linkwork.exchange.documents.taking_in.LARGEST", 2)
        data = zip_of({"a.txt": b"abc"})
    (report,) = add_documents(
        study_id=study_id,
        files=[NewFile("a.zip", data)],
        kind=SourceKind.DOCUMENT,
        language="en",
        by=cast.evaluator,
        at=NOON,
    )
    assert report.problem
    assert reads.sources(cast.evaluator, study_id) == []
