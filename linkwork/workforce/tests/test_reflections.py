"""Private notes: written, changed, shared and taken back, thrown away; and every refusal."""

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, models, reads
from linkwork.workforce.rules.reflections import ReflectionKind


def write(cast: Cast, words: str = "A long day") -> object:
    return actions.write_reflection(kind=ReflectionKind.HARD_DAY, words=words, by=cast.worker, at=NOON)


def test_a_note_is_its_authors(cast: Cast) -> None:
    note = actions.write_reflection(kind=ReflectionKind.HARD_DAY, words=" Long ", by=cast.worker, at=NOON)
    card = reads.reflection(cast.worker, note)
    assert (card.own, card.words, card.shared_with) == (True, "Long", "")
    for other in (cast.other_worker, cast.manager, cast.supervisor):
        with pytest.raises(NotFound):
            reads.reflection(other, note)
        assert reads.reflections(other).rows == []
    for other in (cast.evaluator, cast.adviser, cast.administrator, system(cast.programme_id)):
        with pytest.raises(NotAllowed):
            reads.reflection(other, note)
    actions.change_reflection(
        reflection_id=note, kind=ReflectionKind.WENT_WELL, words="Better", by=cast.worker, at=NOON
    )
    assert reads.reflection(cast.worker, note).words == "Better"
    actions.remove_reflection(reflection_id=note, by=cast.worker, at=NOON)
    assert reads.reflections(cast.worker).rows == []


def test_it_is_shared_with_one_supervisor_and_taken_back(cast: Cast) -> None:
    note = actions.write_reflection(kind=ReflectionKind.OTHER, words="Hm", by=cast.worker, at=NOON)
    supervisor = cast.supervisor.worker_id
    actions.share_reflection(reflection_id=note, supervisor_id=supervisor, by=cast.worker, at=NOON)
    [card] = reads.shared_with(cast.supervisor)
    assert (card.own, card.author_name, card.shared_with) == (False, "Amal Haddad", "Dana Petit")
    assert reads.shared_with(cast.manager) == []
    assert reads.reflections(cast.supervisor).rows == []
    actions.take_back_reflection(reflection_id=note, by=cast.worker, at=NOON)
    assert reads.shared_with(cast.supervisor) == []


def test_what_is_refused(cast: Cast) -> None:
    note = actions.write_reflection(kind=ReflectionKind.OTHER, words="Hm", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        write(cast, "  ")
    with pytest.raises(Invalid):
        actions.share_reflection(
            reflection_id=note, supervisor_id=cast.manager.worker_id, by=cast.worker, at=NOON
        )
    with pytest.raises(NotFound):
        actions.share_reflection(reflection_id=note, supervisor_id=new_id(), by=cast.worker, at=NOON)
    for act in (actions.take_back_reflection, actions.remove_reflection):
        with pytest.raises(NotFound):
            act(reflection_id=note, by=cast.supervisor, at=NOON)
    with pytest.raises(NotAllowed):
        actions.write_reflection(kind=ReflectionKind.OTHER, words="x", by=cast.evaluator, at=NOON)


def test_notes_are_paged(cast: Cast) -> None:
    for number in range(32):
        write(cast, f"Note {number}")
    first = reads.reflections(cast.worker)
    assert (len(first.rows), first.next is not None) == (30, True)
    assert len(reads.reflections(cast.worker, first.next).rows) == 2


def test_the_database_keeps_sharing_whole(cast: Cast) -> None:
    write(cast)
    for wrong in ({"shared_at": NOON}, {"shared_with_id": cast.worker.id, "shared_at": NOON}):
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Reflection.objects.update(**wrong)
