"""Can an evaluator open a study and bring in sources, and nobody else?"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.studies import access, actions, reads
from linkwork.evaluation.studies.models import Source
from linkwork.evaluation.studies.rules import Direction, Fault, Group, NewFile, SourceKind
from linkwork.evaluation.studies.tests.scene import add, open_study
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.shared import shared_path
from linkwork.trail import reads as trail


def test_a_study_holds_its_sources(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    source_id = add(cast.evaluator, study_id, text="One.\r\nTwo.")
    assert reads.study(cast.evaluator, study_id).sources == 1
    assert [one.title for one in reads.studies(cast.manager)] == ["How it takes hold"]
    (line,) = reads.sources(cast.evaluator, study_id)
    assert (line.group, line.stage, line.direction) == (
        Group.WORKER,
        Stage.OPERATION,
        Direction.LEFT_TO_RIGHT,
    )
    card = reads.source(cast.evaluator, source_id)
    assert (card.text, card.hash, card.version) == ("One.\nTwo.", line.hash, 1)
    assert not card.quotable
    assert reads.study_titled(cast.evaluator, "How it takes hold").id == study_id


def test_what_was_done_stands_in_the_trail_without_words(cast: Cast) -> None:
    source_id = add(cast.evaluator, open_study(cast.evaluator))
    (step,) = trail.steps_about(system(cast.programme_id), source_id)
    assert step.what == "studies.add_source"
    assert "text" not in step.detail


def test_group_stage_and_consent_can_be_said_later(cast: Cast) -> None:
    source_id = add(cast.evaluator, open_study(cast.evaluator))
    actions.describe_source(
        source_id=source_id, group=Group.PERSON, stage=None, consent=True, by=cast.evaluator, at=NOON
    )
    card = reads.source(cast.evaluator, source_id)
    assert (card.group, card.stage, card.quotable) == (Group.PERSON, None, True)
    actions.describe_source(
        source_id=source_id, group=None, stage=Stage.INITIATION, by=cast.evaluator, at=NOON
    )
    card = reads.source(cast.evaluator, source_id)
    assert (card.group, card.stage, card.quotable) == (None, Stage.INITIATION, True)
    actions.describe_source(
        source_id=source_id, group=None, stage=None, title=card.title, by=cast.evaluator, at=NOON
    )
    actions.describe_source(
        source_id=source_id, group=None, stage=None, title=" Anna’s words ", by=cast.evaluator, at=NOON
    )
    assert reads.source(cast.evaluator, source_id).title == "Anna’s words"
    steps = trail.steps_about(system(cast.programme_id), source_id)
    assert "Anna" not in str([step.detail for step in steps])
    with pytest.raises(Invalid, match="title"):
        actions.describe_source(
            source_id=source_id, group=None, stage=None, title=" ", by=cast.evaluator, at=NOON
        )


def test_files_come_in_with_a_report_each(cast: Cast) -> None:
    files = [
        NewFile("Interview_02.txt", "Bonjour à tous".encode("utf-8-sig")),
        NewFile("scan.pdf", b"%PDF-1.4"),
        NewFile("same words.txt", "Bonjour à tous".encode("utf-16")),
    ]
    study_id = open_study(cast.evaluator)
    good, pdf, same = actions.add_files(
        study_id=study_id, files=files, kind=SourceKind.DOCUMENT, language="fr", by=cast.evaluator, at=NOON
    )
    assert (good.problem, good.characters) == ("", 14)
    assert pdf.source_id is None
    assert "PDF" in pdf.problem
    assert "already" in same.problem
    assert [one.title for one in reads.sources(cast.evaluator, study_id)] == ["Interview 02"]


def test_the_founding_documents_come_in_whole(cast: Cast) -> None:
    folder = shared_path("documents")
    paths = sorted(folder.glob("*.txt"))
    study_id = open_study(cast.evaluator)
    reports = actions.add_files(
        study_id=study_id,
        files=[NewFile(path.name, path.read_bytes()) for path in paths],
        kind=SourceKind.DOCUMENT,
        language="en",
        consent=True,
        by=cast.evaluator,
        at=NOON,
    )
    assert [report.problem for report in reports] == [""] * 5
    for path, report in zip(paths, reports, strict=True):
        assert report.source_id is not None
        card = reads.source(cast.evaluator, report.source_id)
        assert card.text == path.read_text(encoding="utf-8")
        assert card.text.encode() == path.read_bytes()
    assert "下载链接" in card.text
    assert "peer support for immigrant mothers in Sweden" in card.text


def test_titles_and_texts_are_there_once(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    add(cast.evaluator, study_id)
    with pytest.raises(Invalid, match="very text"):
        add(cast.evaluator, study_id, title="Another")
    with pytest.raises(Invalid, match="this title"):
        add(cast.evaluator, study_id, text="Another.")
    with pytest.raises(Invalid, match="Give the source a title"):
        add(cast.evaluator, study_id, title=" ", text="Another.")
    with pytest.raises(Invalid, match="no text"):
        add(cast.evaluator, study_id, title="Empty", text=" ")
    with pytest.raises(Invalid, match="this title"):
        open_study(cast.evaluator)
    with pytest.raises(Invalid, match="Give the study a title"):
        open_study(cast.evaluator, title=" ")


def test_every_fault_has_a_sentence() -> None:
    assert all(reads.fault_sentence(fault).endswith(".") for fault in Fault)


@pytest.mark.parametrize("part", ["worker", "manager", "supervisor", "adviser", "administrator"])
def test_nobody_but_an_evaluator_works_in_a_study_or_reads_its_sources(cast: Cast, part: str) -> None:
    viewer = cast.everyone()[part]
    study_id = open_study(cast.evaluator)
    source_id = add(cast.evaluator, study_id)
    assert not access.may_work(viewer)
    assert not access.may_read_sources(viewer)
    for attempt in (
        lambda: open_study(viewer, "Mine"),
        lambda: add(viewer, study_id, "Mine", "Mine."),
        lambda: actions.add_files(
            study_id=study_id, files=[], kind=SourceKind.DOCUMENT, language="en", by=viewer, at=NOON
        ),
        lambda: actions.describe_source(source_id=source_id, group=None, stage=None, by=viewer, at=NOON),
        lambda: actions.describe_sources(source_ids=[source_id], by=viewer, at=NOON),
        lambda: actions.remove_source(source_id=source_id, by=viewer, at=NOON),
        lambda: reads.sources(viewer, study_id),
        lambda: reads.source(viewer, source_id),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_workers_do_not_see_that_a_study_exists(cast: Cast) -> None:
    assert not access.may_learn(cast.worker)
    with pytest.raises(NotAllowed):
        reads.studies(cast.worker)
    assert access.may_learn(cast.adviser)


def test_another_programme_finds_nothing(cast: Cast) -> None:
    study_id = open_study(cast.evaluator)
    source_id = add(cast.evaluator, study_id)
    stranger = system(cast.outsider.programme_id)
    assert reads.studies(stranger) == []
    assert reads.sources(stranger, study_id) == []
    assert reads.sources_with_text(stranger, [source_id]) == {}
    for attempt in (
        lambda: reads.study(stranger, study_id),
        lambda: reads.study_titled(stranger, "How it takes hold"),
        lambda: reads.source(stranger, source_id),
        lambda: add(stranger, study_id),
        lambda: actions.describe_source(source_id=source_id, group=None, stage=None, by=stranger, at=NOON),
        lambda: actions.describe_sources(source_ids=[source_id], by=stranger, at=NOON),
        lambda: actions.remove_source(source_id=source_id, by=stranger, at=NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_lists_cost_one_question(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    study_id = open_study(cast.evaluator)
    for number in range(5):
        add(cast.evaluator, study_id, f"Interview {number}", f"Text {number}")
    with django_assert_num_queries(1):
        reads.studies(cast.evaluator)
    with django_assert_num_queries(1):
        reads.sources(cast.evaluator, study_id)


@pytest.mark.parametrize(
    "fault", [{"version": 0}, {"text": ""}, {"title": "Interview 1"}, {"sha256": "first"}]
)
def test_the_database_keeps_the_truth(cast: Cast, fault: dict[str, object]) -> None:
    study_id = open_study(cast.evaluator)
    add(cast.evaluator, study_id)
    Source.objects.update(sha256="first")
    whole: dict[str, object] = {
        "id": new_id(),
        "programme_id": cast.programme_id,
        "study_id": study_id,
        "kind": "interview",
        "title": "Interview 2",
        "language": "en",
        "direction": "ltr",
        "quotable": False,
        "text": "Words",
        "sha256": "second",
        "created_at": dt.datetime.now(dt.UTC),
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(**whole | fault)
