"""Do written matrices keep what is written, and say when it must be read again?"""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.actions import NewTheme
from linkwork.evaluation.coding.models import MatrixTheme
from linkwork.evaluation.coding.rules.tables.summaries import (
    MatrixKind,
    Place,
    kept_places,
    places_kept,
    since,
)
from linkwork.evaluation.coding.tests.rounds_scene import together
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, TEXT, build, code
from linkwork.testing.cast import NOON

INNER = NewTheme("cfir-2022", "inner_setting")
OWN = NewTheme(heading="What helped?")


@pytest.fixture
def scene(cast):
    return build(cast)


def make(cast, scene, *themes, title="By case", kind=MatrixKind.FRAMEWORK, by=None):
    return actions.make_matrix(
        study_id=scene.study_id,
        title=title,
        kind=kind,
        themes=themes or (INNER, OWN),
        by=by or cast.evaluator,
        at=NOON,
    )


def write(cast, matrix_id, theme_id, source_id, text, by=None, **more):
    actions.write_summary(
        matrix_id=matrix_id,
        theme_id=theme_id,
        source_id=source_id,
        text=text,
        by=by or cast.evaluator,
        at=NOON,
        **more,
    )


def cells(by, matrix_id, source_id):
    card = reads.matrix(by, matrix_id)
    return reads.matrix_row(by, card, source_id).cells


def test_a_domain_gathers_all_below_it_and_a_summary_becomes_stale(cast, scene):
    first = code(cast.evaluator, scene.quotable, "One of the nurses", RELATIONS)
    code(cast.evaluator, scene.quotable, "the meeting", ENROLMENT)
    matrix_id = make(cast, scene)
    card = reads.matrix(cast.evaluator, matrix_id)
    assert [one.name for one in card.themes] == ["Inner Setting", "What helped?"]
    inner = card.themes[0]
    (cell, empty) = cells(cast.evaluator, matrix_id, scene.quotable)
    assert (cell.coding_ids, cell.summary, empty.coding_ids) == ((first,), None, ())
    write(cast, matrix_id, inner.id, scene.quotable, " A door opened. ", links=[first])
    cell = cells(cast.evaluator, matrix_id, scene.quotable)[0]
    assert (cell.summary.text, cell.summary.links, cell.since.stale) == ("A door opened.", (first,), False)
    second = code(cast.evaluator, scene.quotable, "people sent me", SPACE)
    actions.remove_coding(coding_id=first, by=cast.evaluator, at=NOON)
    found = cells(cast.evaluator, matrix_id, scene.quotable)[0]
    assert (found.since.came, found.since.gone) == ((second,), (first,))
    write(cast, matrix_id, inner.id, scene.quotable, "A door opened.", seen=cell.summary.id)
    assert not cells(cast.evaluator, matrix_id, scene.quotable)[0].since.stale
    assert len(cells(cast.evaluator, matrix_id, scene.quotable)[0].history) == 2


def test_a_text_that_was_edited_does_not_make_what_moved_along_stale(cast, scene):
    code(cast.evaluator, scene.quotable, "the meeting", RELATIONS)
    matrix_id = make(cast, scene)
    inner = reads.matrix(cast.evaluator, matrix_id).themes[0]
    write(cast, matrix_id, inner.id, scene.quotable, "They met.")
    actions.edit_text(source_id=scene.quotable, text="Yes. " + TEXT, by=cast.evaluator, at=NOON)
    assert not cells(cast.evaluator, matrix_id, scene.quotable)[0].since.stale


def test_what_cannot_be_written(cast, scene):
    coding = code(cast.evaluator, scene.closed, "One of the nurses", RELATIONS)
    matrix_id = make(cast, scene)
    inner = reads.matrix(cast.evaluator, matrix_id).themes[0]
    for wrong in ({"text": "x" * 10_001}, {"text": "x", "links": [coding]}, {"text": "x", "seen": uuid4()}):
        with pytest.raises(Invalid):
            write(cast, matrix_id, inner.id, scene.quotable, **wrong)
    with pytest.raises(NotFound):
        write(cast, matrix_id, uuid4(), scene.quotable, "x")
    with pytest.raises(NotFound):
        write(cast, uuid4(), inner.id, scene.quotable, "x")
    with pytest.raises(NotAllowed):
        write(cast, matrix_id, inner.id, scene.quotable, "x", by=cast.manager)
    for attempt in (
        lambda: reads.matrices(cast.manager, scene.study_id),
        lambda: reads.matrix(cast.manager, matrix_id),
        lambda: make(cast, scene, by=cast.worker, title="No"),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_sheet_writes_what_differs(cast, scene):
    matrix_id = make(cast, scene, OWN, NewTheme(heading="What hindered?"), kind=MatrixKind.RAPID)
    card = reads.matrix(cast.evaluator, matrix_id)
    ids = [one.id for one in card.themes]

    def sheet(texts, seen):
        return actions.write_case(
            matrix_id=matrix_id,
            source_id=scene.quotable,
            texts=dict(zip(ids, texts, strict=True)),
            seen=dict(zip(ids, seen, strict=True)),
            by=cast.evaluator,
            at=NOON,
        )

    assert sheet(("Trust.", ""), (None, None)) == 1
    (helped, hindered) = cells(cast.evaluator, matrix_id, scene.quotable)
    assert (helped.summary.text, hindered.summary) == ("Trust.", None)
    assert sheet(("Trust.", "Time."), (None, None)) == 1
    with pytest.raises(Invalid) as refused:
        sheet(("Trust and time.", "Time."), (None, None))
    assert set(refused.value.errors) == {str(ids[0])}
    assert sheet(("", "Time."), (helped.summary.id, None)) == 1
    assert cells(cast.evaluator, matrix_id, scene.quotable)[0].summary is None
    assert sheet(("", "Time."), (None, None)) == 0


def test_themes_change_and_come_back_with_what_was_written(cast, scene):
    matrix_id = make(cast, scene)
    own = reads.matrix(cast.evaluator, matrix_id).themes[1]
    write(cast, matrix_id, own.id, scene.quotable, "Trust.")

    def change(*themes, title="Other"):
        actions.change_matrix(matrix_id=matrix_id, title=title, themes=themes, by=cast.evaluator, at=NOON)

    change(NewTheme(*ENROLMENT), INNER)
    assert [one.name for one in reads.matrix(cast.evaluator, matrix_id).themes] == [
        "Enrolment",
        "Inner Setting",
    ]
    change(OWN, INNER)
    assert cells(cast.evaluator, matrix_id, scene.quotable)[0].summary.text == "Trust."
    for wrong in ((), (OWN, OWN), (NewTheme("npt", "no"),), (NewTheme(heading="x" * 201),), (OWN,) * 101):
        with pytest.raises(Invalid):
            change(*wrong)
    with pytest.raises(Invalid):
        change(OWN, title=" ")
    make(cast, scene, title="Second")
    with pytest.raises(Invalid):
        change(OWN, title="Second")
    actions.remove_matrix(matrix_id=matrix_id, by=cast.evaluator, at=NOON)
    assert [title for _id, title, _kind in reads.matrices(cast.evaluator, scene.study_id)] == ["Second"]
    with pytest.raises(NotFound):
        reads.matrix(cast.evaluator, matrix_id)


def test_whoever_codes_blind_reads_no_summaries_of_others(cast):
    round = together(cast)
    scene, second = round.scene, round.second
    matrix_id = make(cast, scene)
    own = reads.matrix(cast.evaluator, matrix_id).themes[1]
    write(cast, matrix_id, own.id, scene.quotable, "Mine.")
    assert cells(second, matrix_id, scene.quotable)[1].summary is None
    assert cells(second, matrix_id, scene.quotable)[1].history == ()
    assert cells(cast.evaluator, matrix_id, scene.quotable)[1].summary.text == "Mine."


def test_fifty_sources_cost_no_more_questions_than_two(cast, scene, django_assert_max_num_queries):
    matrix_id = make(cast, scene)
    card = reads.matrix(cast.evaluator, matrix_id)
    with django_assert_max_num_queries(3):
        page = reads.matrix_rows(cast.evaluator, card, 1)
    assert ([row.source.title for row in page.rows], page.of) == (["B person"], 2)
    with pytest.raises(NotFound):
        reads.matrix_row(cast.evaluator, card, uuid4())


def test_a_theme_is_a_code_or_words(cast, scene):
    matrix_id = make(cast, scene)
    for frame, construct, heading in (("npt", "", ""), ("npt", "x", "y"), ("", "", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            MatrixTheme.objects.create(
                programme_id=cast.programme_id,
                matrix_id=matrix_id,
                position=9,
                frame=frame,
                construct=construct,
                heading=heading,
                created_at=NOON,
            )


PLACES = st.dictionaries(
    st.uuids(),
    st.builds(Place, st.integers(0, 9), st.integers(10, 20), st.sampled_from("ab"), st.just("")),
    max_size=5,
)


@settings(max_examples=60)
@given(PLACES, PLACES)
def test_since_accounts_for_every_passage(then, now):
    found = since(then, now, same_text=True)
    assert set(found.came) == now.keys() - then.keys()
    assert set(found.gone) == then.keys() - now.keys()
    assert set(found.changed) == {key for key in then.keys() & now.keys() if then[key] != now[key]}
    assert since(now, now, same_text=False).stale is False
    assert places_kept(kept_places(now)) == now
