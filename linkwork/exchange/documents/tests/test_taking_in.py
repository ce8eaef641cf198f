"""Do documents of several kinds become sources of a study, the faulty ones named?"""

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
