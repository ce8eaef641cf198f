"""Removing the rows of an extract: by whom, with what reason, never where something rests on it; what stays."""

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.extracts import actions, citations, models, reads
from linkwork.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def taken(cast: Cast) -> UUID:
    return actions.take_extract(by=cast.evaluator, at=NOON)


def remove(cast: Cast, extract_id: UUID, why: str = "Taken with a wrong list of sites") -> None:
    actions.remove(extract_id=extract_id, why=why, by=cast.manager, at=NOON)


def test_the_rows_go_and_the_manifest_stays(
    cast: Cast, taken: UUID, django_capture_on_commit_callbacks
) -> None:
    kept = actions.take_extract(by=cast.evaluator, at=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        remove(cast, taken)
    card = reads.extract(cast.evaluator, taken)
    assert [path.name for path in card.folder.iterdir()] == ["manifest.json"]
    assert (card.removed_at, card.removed_why) == (NOON, "Taken with a wrong list of sites")
    assert (card.taken_by, card.removed_by) == ("Elif Kaya", "Chris Okafor")
    assert reads.verify(cast.evaluator, taken) == []
    assert reads.manifest(cast.evaluator, taken)["hash"] == card.hash
    assert [one.id for one in reads.extracts(cast.evaluator)] == [kept]
    assert {one.id for one in reads.extracts(cast.evaluator, removed=True)} == {kept, taken}
    assert reads.latest(cast.evaluator).id == kept  # type: ignore[union-attr]
    with pytest.raises(Refused, match="already"):
        remove(cast, taken)


def test_until_it_is_certain_the_files_stay(cast: Cast, taken: UUID) -> None:
    remove(cast, taken)  # the transaction around a test never ends
    assert list(reads.extract(cast.evaluator, taken).folder.glob("*.parquet"))


@pytest.mark.parametrize("why", ["", "  ", "x" * 301])
def test_a_reason_is_wanted(cast: Cast, taken: UUID, why: str) -> None:
    with pytest.raises(Invalid) as refused:
        remove(cast, taken, why)
    assert set(refused.value.errors) == {"why"}
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Extract.objects.filter(id=taken).update(removed_at=NOON)


def test_what_is_cited_stays(cast: Cast, taken: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {model._meta.label for model in citations.citing_tables()}
    assert {"portraits.Portrait"} <= names
    assert citations.citations(cast.programme_id, taken) == 0
    monkeypatch.setattr(actions.leaving, "citations", lambda programme, extract: 1)
    with pytest.raises(Refused, match="rests on this extract"):
        remove(cast, taken)
    assert reads.extract(cast.manager, taken).removed_at is None


@pytest.mark.parametrize("part", ["worker", "supervisor", "adviser", "administrator", "evaluator"])
def test_only_a_manager_removes(cast: Cast, taken: UUID, part: str) -> None:
    with pytest.raises(NotAllowed):
        actions.remove(extract_id=taken, why="no", by=getattr(cast, part), at=NOON)


def test_an_unknown_one_is_not_found(cast: Cast, taken: UUID) -> None:
    with pytest.raises(NotFound):
        remove(cast, new_id())
    actions.remove(extract_id=taken, why="by the house", by=system(cast.programme_id), at=NOON)
    assert models.Extract.objects.get(id=taken).removed_by_id is None


def test_what_figures_left_for_is_kept_with_the_extract(cast: Cast) -> None:
    made = actions.take_extract(by=cast.evaluator, at=NOON)
    with pytest.raises(Invalid, match="at most 300"):
        actions.release(extract_id=made, why="x" * 301, by=cast.evaluator, at=NOON)
    actions.release(extract_id=made, why=" For the board ", base=5, by=cast.evaluator, at=NOON)
    card = reads.extract(cast.evaluator, made)
    assert (card.released_why, card.base) == ("For the board", 5)
