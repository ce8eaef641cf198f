"""Is a frozen codebook kept as it was, and every change since said?"""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import CodebookVersion
from linkwork.evaluation.coding.rules.changes import Change, ChangeKind, changes
from linkwork.evaluation.coding.rules.codebook import Codebook, as_content, from_content, hash_of
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.evaluation.coding.rules.own import CodeState, ListKind
from linkwork.evaluation.coding.tests.books import add, book_of, new_list
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Part
from linkwork.testing.cast import NOON, Cast


def freeze(cast: Cast, study_id: UUID, name: str) -> UUID:
    return actions.freeze_codebook(study_id=study_id, name=name, by=cast.evaluator, at=NOON)


def change(cast: Cast, code_id: UUID, name: str, definition: str = "", colour: int = 1) -> None:
    actions.change_code(
        code_id=code_id,
        name=name,
        definition=definition,
        include="",
        exclude="",
        example="",
        colour=colour,
        by=cast.evaluator,
        at=NOON,
    )


def test_a_version_is_shown_as_it_was_with_all_that_changed_since(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    names = ("Trust", "Faith", "Hope", "Doors", "Nurses")
    trust, faith, hope, doors, nurses = (add(cast, mine, name) for name in names)
    first = freeze(cast, scene.study_id, "Round 1")
    change(cast, trust, "Trust in them", "They rely on the worker.", 7)
    actions.merge_codes(code_id=faith, into_id=trust, by=cast.evaluator, at=NOON)
    actions.retire_code(code_id=hope, by=cast.evaluator, at=NOON)
    actions.move_code(code_id=nurses, parent_id=doors, by=cast.evaluator, at=NOON)
    actions.map_code(code_id=doors, constructs=[ENROLMENT, RELATIONS], by=cast.evaluator, at=NOON)
    add(cast, mine, "New")
    gone = add(cast, mine, "Gone again")
    actions.merge_codes(code_id=gone, into_id=trust, by=cast.evaluator, at=NOON)
    actions.rename_list(list_id=mine, title="Mine", kind=ListKind.OWN, by=cast.evaluator, at=NOON)
    kept = reads.version(cast.evaluator, first)
    assert (kept.card.number, kept.card.name, kept.card.by) == (1, "Round 1", "Elif Kaya")
    assert [one.name for one in kept.book.frames[-1].codes] == list(names)
    assert kept.card.hash == hash_of(as_content(kept.book))
    said = changes(kept.book, book_of(cast, scene.study_id))
    assert [(one.kind, one.name, one.was, one.now) for one in said if one.frame == "Mine"] == [
        (ChangeKind.FRAME_RENAMED, "", "Found while reading", ""),
        (ChangeKind.RENAMED, "Trust in them", "Trust", "Trust in them"),
        (ChangeKind.REDEFINED, "Trust in them", "", "They rely on the worker."),
        (ChangeKind.RECOLOURED, "Trust in them", "1", "7"),
        (ChangeKind.MERGED, "Faith", "", "Trust in them"),
        (ChangeKind.RETIRED, "Hope", "", ""),
        (ChangeKind.MAPPED, "Doors", "", "Relational Connections, Enrolment"),
        (ChangeKind.MOVED, "Nurses", "", "Doors"),
        (ChangeKind.ADDED, "New", "", ""),
    ]
    second = freeze(cast, scene.study_id, "Round 2")
    actions.bring_back_code(code_id=hope, by=cast.evaluator, at=NOON)
    latest = reads.latest_version(cast.evaluator, scene.study_id)
    assert latest is not None
    assert latest.card.id == second
    assert changes(latest.book, book_of(cast, scene.study_id)) == [Change(ChangeKind.BACK, "Mine", "Hope")]
    before = reads.version_before(cast.evaluator, latest.card)
    assert before is not None
    assert before.card.id == first
    assert reads.version_before(cast.evaluator, before.card) is None
    assert [one.number for one in reads.versions(cast.evaluator, scene.study_id)] == [2, 1]


def test_frames_come_and_go(cast: Cast) -> None:
    scene = build(cast)
    old = book_of(cast, scene.study_id)
    chosen = [("npt", ["coherence"]), ("eric-2015", [])]
    actions.choose_frames(study_id=scene.study_id, frames=chosen, by=cast.evaluator, at=NOON)
    said = changes(old, book_of(cast, scene.study_id))
    assert [one.kind for one in said][:2] == [ChangeKind.FRAME_ADDED, ChangeKind.FRAME_GONE]
    assert {one.kind for one in said[2:]} == {ChangeKind.LEFT_OUT}
    assert len(said) == 2 + 5


def test_a_shipped_frame_in_another_version_is_said(cast: Cast) -> None:
    book = book_of(cast, build(cast).study_id)
    first = book.frames[0]
    older = replace(first, version="2020", codes=(*first.codes, replace(first.codes[0], construct_id="old")))
    said = changes(replace(book, frames=(older, *book.frames[1:])), book)
    assert [one.kind for one in said] == [ChangeKind.FRAME_REVISED, ChangeKind.GONE]


def test_a_codebook_is_written_down_and_read_back(cast: Cast) -> None:
    scene = build(cast)
    mine = new_list(cast, scene.study_id)
    trust = add(cast, mine, "Trust", maps_to=[RELATIONS])
    actions.merge_codes(code_id=add(cast, mine, "Faith"), into_id=trust, by=cast.evaluator, at=NOON)
    book = book_of(cast, scene.study_id)
    again = from_content(scene.study_id, as_content(book))
    assert again == book
    assert isinstance(again, Codebook)
    assert again.frames[-1].codes[1].state is CodeState.MERGED
    assert [one.name for one in again.own_codes] == ["Trust"]
    top = again.frames[0].tops[0]
    assert again.frames[0].children(top)[0] in again.frames[0].inside(top)


def test_an_unchanged_codebook_is_not_frozen_twice(cast: Cast) -> None:
    scene = build(cast)
    freeze(cast, scene.study_id, "Round 1")
    with pytest.raises(Invalid, match="Nothing has changed since version 1"):
        freeze(cast, scene.study_id, "Round 1 again")


@pytest.mark.parametrize(
    ("name", "note", "field"), [(" ", "", "name"), ("x" * 121, "", "name"), ("x", "x" * 301, "note")]
)
def test_a_version_needs_a_name(cast: Cast, name: str, note: str, field: str) -> None:
    scene = build(cast)
    with pytest.raises(Invalid) as refused:
        actions.freeze_codebook(study_id=scene.study_id, name=name, note=note, by=cast.evaluator, at=NOON)
    assert list(refused.value.errors) == [field]


def test_the_command_line_freezes_without_a_name(cast: Cast) -> None:
    scene = build(cast)
    actions.freeze_codebook(study_id=scene.study_id, name="R", by=system(cast.programme_id), at=NOON)
    assert reads.versions(cast.evaluator, scene.study_id)[0].by == ""


def test_versions_of_another_programme_are_not_found(cast: Cast) -> None:
    scene = build(cast)
    kept = freeze(cast, scene.study_id, "Round 1")
    stranger = system(cast.outsider.programme_id)
    with pytest.raises(NotFound):
        reads.version(stranger, kept)
    assert reads.versions(stranger, scene.study_id) == []
    assert reads.latest_version(stranger, scene.study_id) is None


def test_the_database_keeps_one_version_a_number(cast: Cast) -> None:
    scene = build(cast)
    freeze(cast, scene.study_id, "Round 1")
    row = CodebookVersion.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        CodebookVersion.objects.update(number=0)
    row.id = new_id()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_method_is_followed_phase_by_phase(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = build(cast)
    assert reads.method(cast.evaluator, scene.study_id).method is None
    with pytest.raises(Invalid, match="Choose the method first"):
        mark(cast, scene.study_id, "familiarise", NOON.date())
    for chosen in (Method.FRAMEWORK, Method.THEMATIC):
        actions.choose_method(study_id=scene.study_id, method=chosen, by=cast.evaluator, at=NOON)
    mark(cast, scene.study_id, "familiarise", NOON.date(), "Read all twice.")
    mark(cast, scene.study_id, "write", None, "Begin with the story.")
    mark(cast, scene.study_id, "write", None)
    with django_assert_num_queries(2):
        found = reads.method(cast.evaluator, scene.study_id)
    assert found.method is Method.THEMATIC
    assert [one.phase for one in found.phases][0::5] == ["familiarise", "write"]
    assert (found.phases[0].done_on, found.phases[0].note) == (NOON.date(), "Read all twice.")
    assert found.phases[-1].note == ""
    with pytest.raises(Invalid, match="no such phase"):
        mark(cast, scene.study_id, "chart", None)
    with pytest.raises(Invalid, match="still to come"):
        mark(cast, scene.study_id, "define", NOON.date() + dt.timedelta(days=2))


def mark(cast: Cast, study_id: UUID, phase: str, done_on: dt.date | None, note: str = "") -> None:
    actions.mark_phase(study_id=study_id, phase=phase, done_on=done_on, note=note, by=cast.evaluator, at=NOON)


def test_in_a_team_everybody_keeps_to_their_part(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    mine = new_list(cast, scene.study_id)
    trust, faith = add(cast, mine, "Trust"), add(cast, mine, "Faith")

    def join(part: Part) -> None:
        studies.set_part(
            study_id=scene.study_id, worker_id=second.worker_id, part=part, by=cast.evaluator, at=NOON
        )

    join(Part.OBSERVER)
    with pytest.raises(NotAllowed):
        actions.add_code(list_id=mine, name="Hope", by=second, at=NOON)
    with pytest.raises(NotAllowed):
        actions.freeze_codebook(study_id=scene.study_id, name="Round 1", by=second, at=NOON)
    join(Part.CODER)
    actions.add_code(list_id=mine, name="Hope", by=second, at=NOON)
    with pytest.raises(NotAllowed):
        actions.merge_codes(code_id=faith, into_id=trust, by=second, at=NOON)
    done = actions.merge_codes(code_id=faith, into_id=trust, by=cast.evaluator, at=NOON)
    with pytest.raises(NotAllowed):
        actions.undo_merge(merge_id=done, by=second, at=NOON)
