"""Does an edited text take its codings along, list those that lost their words, and go back exactly?"""

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.viewer import system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.actions import Edited
from linkwork.evaluation.coding.models import EarlierPlace, LostCoding
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    TEXT,
    Scene,
    build,
    code,
    second_coder,
)
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as study_reads
from linkwork.evaluation.studies.rules import Part
from linkwork.testing.cast import NOON, Cast

EDITED = "At first " + TEXT.replace("the nurses", "our nurses").replace("people sent me someone", "they rang")


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return build(cast)


def words(cast: Cast, source_id: UUID) -> list[str]:
    text = study_reads.source(cast.evaluator, source_id).text
    return [text[one.start : one.end] for one in reads.codings(cast.evaluator, source_id)]


def test_codings_move_with_their_words(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    same = code(by, scene.quotable, "came to the meeting", RELATIONS)
    changed = code(by, scene.quotable, "One of the nurses", RELATIONS)
    lost = code(second_coder(cast), scene.quotable, "people sent me someone", ENROLMENT)
    removed = code(by, scene.quotable, "هذا مكاني 🙂", RELATIONS)
    actions.remove_coding(coding_id=removed, by=by, at=NOON)
    assert actions.edit_text(source_id=scene.quotable, text=EDITED, by=by, at=NOON) == Edited(1, 1, 1)
    assert words(cast, scene.quotable) == ["One of our nurses", "came to the meeting"]
    assert [one.id for one in reads.codings(by, scene.quotable)] == [changed, same]
    (mark,) = reads.changed(by, scene.quotable)
    assert (mark.coding_id, mark.was) == (changed, "One of the nurses")
    (gone,) = reads.lost(by, scene.quotable)
    assert (gone.coding_id, gone.words, gone.coder) == (lost, "people sent me someone", "Ida Moe")
    assert gone.before.endswith("After that ")
    actions.restore_coding(coding_id=removed, by=by, at=NOON)
    assert "هذا مكاني 🙂" in words(cast, scene.quotable)
    with pytest.raises(IllegalStep, match="no longer in it"):
        actions.restore_coding(coding_id=lost, by=system(cast.programme_id), at=NOON)
    card = study_reads.source(by, scene.quotable)
    assert (card.version, card.text) == (2, EDITED)
    assert [one.text for one in study_reads.earlier_texts(by, scene.quotable)] == [TEXT]


def test_going_back_puts_every_coding_where_it_stood(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    for passage in ("came to the meeting", "One of the nurses", "people sent me someone"):
        code(by, scene.quotable, passage, RELATIONS)
    before = [(one.id, one.start, one.end) for one in reads.codings(by, scene.quotable)]
    actions.edit_text(source_id=scene.quotable, text=EDITED, by=by, at=NOON)
    start = EDITED.index("they rang")
    actions.code_passage(
        source_id=scene.quotable, start=start, end=start + 9, constructs=[ENROLMENT],
        valence=reads.codings(by, scene.quotable)[0].valence, by=by, at=NOON,
    )  # fmt: skip
    assert actions.go_back(source_id=scene.quotable, by=by, at=NOON) == Edited(3, 0, 1)
    assert [(one.id, one.start, one.end) for one in reads.codings(by, scene.quotable)] == before
    assert reads.changed(by, scene.quotable) == []
    assert [one.words for one in reads.lost(by, scene.quotable)] == ["they rang"]
    assert actions.go_back(source_id=scene.quotable, by=by, at=NOON) == Edited(2, 1, 1)
    assert sorted(one.words for one in reads.lost(by, scene.quotable)) == ["people sent me someone"]


def test_a_removed_coding_that_loses_its_words_bothers_nobody(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    gone = code(by, scene.quotable, "people sent me someone", ENROLMENT)
    actions.remove_coding(coding_id=gone, by=by, at=NOON)
    assert actions.edit_text(source_id=scene.quotable, text=EDITED, by=by, at=NOON) == Edited(0, 0, 0)
    assert reads.lost(by, scene.quotable) == []
    with pytest.raises(IllegalStep):
        actions.restore_coding(coding_id=gone, by=by, at=NOON)
    actions.go_back(source_id=scene.quotable, by=by, at=NOON)
    actions.restore_coding(coding_id=gone, by=by, at=NOON)
    assert words(cast, scene.quotable) == ["people sent me someone"]


def test_a_lost_coding_is_placed_anew_or_let_go(cast: Cast, scene: Scene) -> None:
    by = cast.evaluator
    one = code(by, scene.quotable, "people sent me someone", ENROLMENT)
    two = code(by, scene.quotable, "sent me someone", RELATIONS)
    actions.edit_text(source_id=scene.quotable, text=EDITED, by=by, at=NOON)
    start = EDITED.index("they rang")
    with pytest.raises(Invalid, match="some words"):
        actions.place_lost(coding_id=one, start=5, end=5, by=by, at=NOON)
    actions.place_lost(coding_id=one, start=start, end=start + 9, by=by, at=NOON)
    assert words(cast, scene.quotable) == ["they rang"]
    assert [card.was for card in reads.changed(by, scene.quotable)] == ["people sent me someone"]
    actions.accept_change(coding_id=one, by=by, at=NOON)
    assert reads.changed(by, scene.quotable) == []
    actions.let_go(coding_id=two, by=by, at=NOON)
    assert reads.lost(by, scene.quotable) == []
    for attempt in (
        lambda: actions.let_go(coding_id=two, by=by, at=NOON),
        lambda: actions.accept_change(coding_id=one, by=by, at=NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_what_belongs_to_no_coder_is_everybodys_who_codes(cast: Cast, scene: Scene) -> None:
    gone = code(system(cast.programme_id), scene.quotable, "people sent me someone", ENROLMENT)
    actions.edit_text(source_id=scene.quotable, text=EDITED, by=cast.evaluator, at=NOON)
    actions.let_go(coding_id=gone, by=cast.evaluator, at=NOON)
    assert reads.lost(cast.evaluator, scene.quotable) == []


def test_who_may_edit_and_settle(cast: Cast, scene: Scene) -> None:
    by, ida = cast.evaluator, second_coder(cast)
    gone = code(by, scene.quotable, "people sent me someone", ENROLMENT)
    mark = code(by, scene.quotable, "One of the nurses", RELATIONS)
    with pytest.raises(IllegalStep, match="never edited"):
        actions.go_back(source_id=scene.quotable, by=by, at=NOON)
    for text, said in (
        (TEXT, "Nothing was changed"),
        (" ", "no text"),
        (TEXT.replace("with me", "with us"), "very"),
    ):
        with pytest.raises(Invalid, match=said):
            actions.edit_text(source_id=scene.quotable, text=text, by=by, at=NOON)
    actions.edit_text(source_id=scene.quotable, text=EDITED, by=by, at=NOON)
    studies.set_part(study_id=scene.study_id, worker_id=ida.worker_id, part=Part.OBSERVER, by=by, at=NOON)
    for attempt in (
        lambda: actions.edit_text(source_id=scene.quotable, text=TEXT, by=ida, at=NOON),
        lambda: actions.edit_text(source_id=scene.quotable, text=TEXT, by=cast.manager, at=NOON),
        lambda: actions.go_back(source_id=scene.quotable, by=ida, at=NOON),
        lambda: actions.let_go(coding_id=gone, by=ida, at=NOON),
        lambda: actions.place_lost(coding_id=gone, start=0, end=2, by=ida, at=NOON),
        lambda: actions.accept_change(coding_id=mark, by=ida, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_the_database_keeps_one_place_a_version(cast: Cast, scene: Scene) -> None:
    gone = code(cast.evaluator, scene.quotable, "people sent me someone", ENROLMENT)
    base = {"programme_id": cast.programme_id, "coding_id": gone, "created_at": NOON}
    for make in (
        lambda: EarlierPlace.objects.create(**base, text_hash="a", start=4, end=4),
        lambda: [EarlierPlace.objects.create(**base, text_hash="a", start=1, end=4) for _ in range(2)],
        lambda: [LostCoding.objects.create(**base, words="x") for _ in range(2)],
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
