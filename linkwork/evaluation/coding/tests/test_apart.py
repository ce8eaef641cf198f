"""While a blind round is open, does any question give away another coder's work?"""

import datetime as dt
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Coding, CodingCode, Decision, RoundSource
from linkwork.evaluation.coding.reads.apart import is_blind
from linkwork.evaluation.coding.reads.coded import sources_coded
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.tests.rounds_scene import Together, practice, together
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, TEXT, code
from linkwork.evaluation.studies import reads as studies
from linkwork.testing.cast import NOON, Cast


def everything(viewer: Viewer, made: Together) -> set[UUID]:
    """Every coding that any question of this room lets the viewer know of."""
    scene = made.scene
    found: set[UUID] = set()
    for layer in Layer:
        for source in (scene.quotable, scene.closed):
            found |= {one.id for one in reads.codings(viewer, source, layer)}
        found |= {one.id for one in reads.quotes(viewer, scene.study_id, layer=layer)}
        for frame in ("cfir-2022", "npt"):
            found |= {one.id for one in reads.quotes(viewer, scene.study_id, frame, layer=layer)}
        for source in (scene.quotable, scene.closed):
            line = studies.source_part(viewer, source, 0, 1)
            found |= {one.id for one in reads.codings_between(viewer, line, 0, 10_000)}
            found |= {one.coding_id for one in reads.memos(viewer, scene.study_id) if one.coding_id}
            newest = reads.arrived(viewer, source, UUID(int=0)).newest
            found |= {newest} if newest else set()
            near = reads.near(viewer, line, 10_000, False)
            found |= {near.id} if near else set()
        table = reads.overlap(viewer, scene.study_id, "cfir-2022", "npt", layer=layer)
        found |= {one for cell in table.cells.values() for one in cell.coding_ids}
    every = set(Coding.objects.values_list("id", flat=True))
    found |= set(reads.cited(viewer, every))
    for one in every:
        try:
            found.add(reads.quote(viewer, one).id)
        except NotFound:
            continue
    return found


def counts(viewer: Viewer, made: Together) -> tuple[int, ...]:
    """How many codings each counting question speaks of."""
    study_id = made.scene.study_id
    agreed = reads.agreement(viewer, study_id)
    return (
        sum(reads.counts(viewer, study_id).values()),
        sum(reads.studies_counts(viewer).values()),
        sum(reads.used(viewer, study_id).values()),
        reads.overlap(viewer, study_id, "cfir-2022", "npt").codings,
        sum(one.codings for one in agreed.coders),
    )


def coded(made: Together) -> tuple[UUID, UUID]:
    first = code(made.first, made.scene.quotable, "nurses came", RELATIONS)
    second = code(made.second, made.scene.quotable, "One of the nurses", RELATIONS, memo="Mine")
    return first, second


def test_blind_coders_see_their_own_and_nothing_else(cast: Cast) -> None:
    made = together(cast)
    first, second = coded(made)
    assert everything(made.first, made) == {first}
    assert everything(made.second, made) == {second}
    for viewer in (made.first, made.second):
        assert set(counts(viewer, made)) == {1}
        assert reads.coders(viewer, made.scene.study_id) == 1
        assert sources_coded(viewer) == {made.scene.study_id: 1}
        assert is_blind(viewer, made.scene.quotable)
        assert not is_blind(viewer, made.scene.closed)
        assert reads.kept_apart(viewer, made.scene.study_id) == {made.scene.quotable}


def test_memos_on_a_source_read_blind_are_ones_own(cast: Cast) -> None:
    made = together(cast)
    for by in (made.first, made.second):
        actions.add_memo(
            study_id=made.scene.study_id, source_id=made.scene.quotable, text=by.name or "x", by=by, at=NOON
        )
    for viewer in (made.first, made.second):
        assert [one.author_id for one in reads.memos_about_source(viewer, made.scene.quotable)] == [viewer.id]
        assert {one.author_id for one in reads.memos(viewer, made.scene.study_id)} == {viewer.id}
    assert len(reads.memos_about_source(system(cast.programme_id), made.scene.quotable)) == 2


def test_removed_codings_are_not_found_by_their_id_either(cast: Cast) -> None:
    made = together(cast)
    first, _second = coded(made)
    actions.remove_coding(coding_id=first, by=made.first, at=NOON)
    assert reads.quote(made.first, first).id == first
    with pytest.raises(NotFound):
        reads.quote(made.second, first)


def test_other_sources_and_other_people_are_as_always(cast: Cast) -> None:
    made = together(cast)
    both = set(coded(made))
    elsewhere = code(made.first, made.scene.closed, "After that", ENROLMENT)
    assert elsewhere in everything(made.second, made)
    command_line = system(cast.programme_id)
    assert everything(command_line, made) == both | {elsewhere}
    assert not is_blind(command_line, made.scene.quotable)
    assert reads.kept_apart(command_line, made.scene.study_id) == frozenset()
    assert set(reads.cited(cast.manager, both)) == both


def test_closing_shows_everything(cast: Cast) -> None:
    made = together(cast)
    both = set(coded(made))
    actions.close_round(round_id=made.round_id, by=made.first, at=NOON + dt.timedelta(hours=1))
    assert everything(made.first, made) == everything(made.second, made) == both
    assert set(counts(made.second, made)) == {2}
    assert reads.kept_apart(made.second, made.scene.study_id) == frozenset()


def test_an_open_round_hides_nothing(cast: Cast) -> None:
    made = together(cast, blind=False)
    both = set(coded(made))
    assert everything(made.second, made) == both


def test_a_learners_codings_are_theirs_alone_and_never_findings(cast: Cast) -> None:
    made = practice(cast)
    key, learned = coded(made)
    assert everything(made.second, made) == {learned}
    for viewer in (made.first, system(cast.programme_id)):
        assert everything(viewer, made) == {key}
        assert set(counts(viewer, made)) == {1}
    actions.close_round(round_id=made.round_id, by=made.first, at=NOON + dt.timedelta(hours=1))
    assert everything(made.first, made) == {key}
    assert everything(made.second, made) == {key, learned}


def consensus(made: Together, cast: Cast) -> UUID:
    decision = Decision.objects.create(
        programme_id=cast.programme_id,
        round_id=made.round_id,
        source_id=made.scene.quotable,
        sort="only",
        choice="one",
        members=[],
        taken=[],
        digest="d",
        created_at=NOON,
    )
    row = Coding.objects.create(
        programme_id=cast.programme_id,
        study_id=made.scene.study_id,
        source_id=made.scene.quotable,
        text_hash="h",
        start=0,
        end=TEXT.index(" "),
        valence="neutral",
        origin=Origin.CONSENSUS,
        decision=decision,
        created_at=NOON,
    )
    CodingCode.objects.create(
        programme_id=cast.programme_id, coding=row, frame=SPACE[0], construct=SPACE[1], created_at=NOON
    )
    return row.id


def test_a_settled_source_is_read_by_its_consensus(cast: Cast) -> None:
    made = together(cast, blind=False)
    both = set(coded(made))
    settled, study_id = consensus(made, cast), made.scene.study_id
    elsewhere = code(made.first, made.scene.closed, "After that", ENROLMENT)
    assert {one.id for one in reads.quotes(made.first, study_id)} == both | {elsewhere}
    assert reads.settled(made.first, study_id) == 0
    RoundSource.objects.update(settled_at=NOON)
    assert reads.settled(made.first, study_id) == 1
    assert {one.id for one in reads.quotes(made.first, study_id)} == {settled, elsewhere}
    assert {one.id for one in reads.quotes(made.first, study_id, layer=Layer.CODERS)} == both | {elsewhere}
    assert {one.id for one in reads.codings(made.first, made.scene.quotable)} == both
    assert reads.used(made.first, study_id) == {SPACE: 1, ENROLMENT: 1}
    assert set(reads.cited(made.first, {settled, *both})) == {settled, *both}
    quote = reads.quote(made.first, settled)
    assert (quote.origin, quote.coder) == (Origin.CONSENSUS, "")


def test_a_blind_round_over_a_settled_source_hides_its_consensus(cast: Cast) -> None:
    made = together(cast)
    _first, second = coded(made)
    consensus(made, cast)
    RoundSource.objects.update(settled_at=NOON)
    assert everything(made.second, made) == {second}


def test_it_costs_no_question_more(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    made = together(cast)
    coded(made)
    with django_assert_num_queries(2):
        reads.quotes(made.second, made.scene.study_id)
    with django_assert_num_queries(1):
        reads.counts(made.second, made.scene.study_id)
