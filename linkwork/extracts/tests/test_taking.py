"""Taking an extract, reading it back, noticing what was changed, and every refusal."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pyarrow.parquet as parquet
import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.core.viewer import system
from linkwork.extracts import actions, gather, keys, models, reads
from linkwork.extracts import parquet as writing
from linkwork.extracts.rules.logs import LogContact
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments import actions as instruments
from linkwork.instruments import indicators
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

PERSON, OTHER = UUID(int=1), UUID(int=2)
ROWS = [(UUID(int=10), PERSON, dt.date(2026, 3, 1), "met"), (UUID(int=11), OTHER, None, "")]


def made_up(rows: list[tuple[object, ...]] | None = None) -> FactTable:
    def stream(_programme: UUID) -> Iterator[tuple[object, ...]]:
        yield from ROWS if rows is None else rows

    pseudonym, personal = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL
    columns = (
        Column("visit_id", ColumnKind.ID, pseudonym, "for this test"),
        Column("person_id", ColumnKind.ID, pseudonym, "for this test"),
        Column("occurred_on", ColumnKind.DAY, personal, "for this test"),
        Column("mode", ColumnKind.TEXT, personal, "for this test"),
    )
    return FactTable("visits", columns, stream)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """One made-up room beside the context, so that this test does not depend on which rooms are built."""
    monkeypatch.setattr(gather, "_tables_of", lambda room: (made_up(),) if room == "casework" else ())


def take(cast: Cast, **more: Any) -> UUID:
    return actions.take_extract(by=cast.evaluator, at=NOON, **more)


def rows_of(cast: Cast, extract_id: UUID, table: str = "visits") -> list[dict[str, object]]:
    found: list[dict[str, object]] = parquet.read_table(
        reads.table_path(cast.evaluator, extract_id, table)
    ).to_pylist()
    return found


@pytest.mark.usefixtures("room")
def test_an_extract_is_taken_and_says_what_it_is(cast: Cast) -> None:
    extract_id = take(cast, name="First quarter")
    card = reads.extract(cast.manager, extract_id)
    assert (card.name, card.origin, card.taken_at) == ("First quarter", "record", NOON)
    assert card.rows == {"visits": 2, "workers": 7, "stages": 2, "programme": 1}
    assert reads.extracts(cast.evaluator) == [card] == [reads.latest(cast.evaluator)]
    data = reads.manifest(cast.evaluator, extract_id)
    assert data["hash"] == card.hash
    assert data["definitions"]["first_share"] == indicators.definition("first_share").version
    assert [table["name"] for table in data["tables"]] == ["visits", "workers", "stages", "programme"]
    assert data["tables"][0]["columns"][1] == {
        "name": "person_id",
        "kind": "id",
        "privacy": "pseudonym",
        "why": "for this test",
        "days": "",
        "empty": "",
    }
    assert reads.verify(cast.evaluator, extract_id) == []
    [chain] = [one for one in trail.chains(system(None)) if one.programme_id == cast.programme_id]
    assert chain.broken_at is None


@pytest.mark.usefixtures("room")
def test_ids_are_pseudonyms_and_no_name_or_id_is_in_any_file(cast: Cast) -> None:
    extract_id = take(cast)
    first, second = rows_of(cast, extract_id)
    assert first["person_id"] != second["person_id"]
    assert (first["occurred_on"], first["mode"]) == (dt.date(2026, 3, 1), "met")
    assert (second["occurred_on"], second["mode"]) == (None, None)
    folder = reads.extract(cast.evaluator, extract_id).folder
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    ids = [PERSON, cast.programme_id, cast.worker.id]
    for secret in [*map(str, ids), "Amal", keys.key_for(cast.programme_id, "programme").hex()]:
        assert secret.encode() not in content
    key = keys.key_for(cast.programme_id, "programme")
    assert key not in content


@pytest.mark.usefixtures("room")
def test_pseudonyms_hold_within_a_study_key_and_not_between(cast: Cast) -> None:
    one, again, other = take(cast), take(cast, name="again"), take(cast, study_key="thesis")
    assert rows_of(cast, one) == rows_of(cast, again)
    assert rows_of(cast, one)[0]["person_id"] != rows_of(cast, other)[0]["person_id"]


def test_the_key_lies_where_only_its_owner_reads_it(cast: Cast, settings: object, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]
    key = keys.key_for(cast.programme_id, "study")
    assert keys.key_for(cast.programme_id, "study") == key
    [path] = (tmp_path / "keys" / "extracts").iterdir()  # type: ignore[operator]
    assert path.stat().st_mode & 0o077 == 0
    assert len(key) == 32


@pytest.mark.usefixtures("room")
def test_a_changed_file_is_noticed(cast: Cast) -> None:
    extract_id = take(cast)
    folder = reads.extract(cast.evaluator, extract_id).folder
    visits, workers, manifest = (
        folder / name for name in ("visits.parquet", "workers.parquet", "manifest.json")
    )
    assert not visits.stat().st_mode & 0o222
    visits.chmod(0o644)
    visits.write_bytes(visits.read_bytes() + b" ")
    workers.unlink()
    assert reads.verify(cast.evaluator, extract_id) == [
        "visits.parquet was changed.",
        "workers.parquet is gone.",
    ]
    data = json.loads(manifest.read_text("utf-8"))
    manifest.chmod(0o644)
    manifest.write_text(json.dumps(data | {"name": "Another"}), "utf-8")
    assert reads.verify(cast.evaluator, extract_id)[0] == "The manifest was changed."
    manifest.write_text("[]", "utf-8")
    assert reads.verify(cast.evaluator, extract_id) == ["The manifest is gone or cannot be read."]
    manifest.unlink()
    assert reads.verify(cast.evaluator, extract_id) == ["The manifest is gone or cannot be read."]
    with pytest.raises(NotFound, match="files of this extract are gone"):
        reads.manifest(cast.evaluator, extract_id)


def test_many_rows_go_in_row_groups(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[tuple[object, ...]] = [(UUID(int=n + 1), PERSON, None, "met") for n in range(25)]
    monkeypatch.setattr(gather, "_tables_of", lambda room: (made_up(rows),) if room == "casework" else ())
    monkeypatch.setattr(writing, "ROWS_AT_ONCE", 10)
    extract_id = take(cast)
    assert parquet.ParquetFile(reads.table_path(cast.evaluator, extract_id, "visits")).num_row_groups == 3


def test_a_failed_extract_leaves_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    broken = made_up([(UUID(int=1), PERSON, "yesterday", "met")])
    monkeypatch.setattr(gather, "_tables_of", lambda room: (broken,) if room == "casework" else ())
    before = sorted(settings.EXTRACTS.glob("*")) if settings.EXTRACTS.exists() else []  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="not a day"):
        take(cast)
    assert reads.extracts(cast.evaluator) == []
    assert sorted(settings.EXTRACTS.glob("*")) == before  # type: ignore[attr-defined]


def test_two_rooms_may_not_use_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "_tables_of", lambda _room: (made_up(),))
    with pytest.raises(ValueError, match="same name: visits"):
        gather.record_tables()


def test_every_built_room_hands_over_what_may_cross(cast: Cast) -> None:
    extract_id = take(cast)
    assert "interactions" in reads.extract(cast.evaluator, extract_id).rows
    assert reads.verify(cast.evaluator, extract_id) == []


def test_a_foreign_log_comes_by_the_same_gate(cast: Cast) -> None:
    log = [
        LogContact(
            2, "P1", dt.date(2026, 3, 2), "W1", "met", minutes=30, marked_first=True, topics=("rights",)
        ),
        LogContact(3, "P1", dt.date(2026, 3, 1), "W1", support=("practical", "practical")),
    ]
    extract_id = actions.take_log(contacts=log, by=cast.manager, at=NOON)
    card = reads.extract(cast.evaluator, extract_id)
    assert (card.origin, card.name) == ("log", "Contact log, 2026-03-12")
    assert (card.rows["contacts"], card.rows["contact_terms"], card.rows["cases"]) == (2, 2, 1)
    first, second = rows_of(cast, extract_id, "contacts")
    assert first["person_id"] == second["person_id"] == first["case_id"] != "P1"
    assert (first["minutes"], second["minutes"], second["marked_first"]) == (30, None, None)
    [case] = rows_of(cast, extract_id, "cases")
    assert case["first_contact_on"] == dt.date(2026, 3, 1)


@pytest.mark.parametrize("part", ["worker", "supervisor", "adviser", "administrator"])
def test_only_managers_and_evaluators_take(cast: Cast, part: str) -> None:
    with pytest.raises(NotAllowed):
        actions.take_extract(by=getattr(cast, part), at=NOON)
    with pytest.raises(NotAllowed):
        actions.take_log(contacts=[], by=getattr(cast, part), at=NOON)


@pytest.mark.usefixtures("room")
def test_others_do_not_read_and_other_programmes_see_nothing(cast: Cast) -> None:
    extract_id = take(cast)
    for part in ("worker", "supervisor", "administrator"):
        with pytest.raises(NotAllowed):
            reads.extract(getattr(cast, part), extract_id)
        with pytest.raises(NotAllowed):
            reads.extracts(getattr(cast, part))
        with pytest.raises(NotAllowed):
            reads.latest(getattr(cast, part))
    assert reads.extract(cast.adviser, extract_id).id == extract_id
    assert reads.extracts(cast.outsider) == []
    assert reads.latest(cast.outsider) is None
    for ask in (reads.extract, reads.verify, reads.manifest):
        with pytest.raises(NotFound):
            ask(cast.outsider, extract_id)
    with pytest.raises(NotFound, match='no table "people"'):
        reads.table_path(cast.evaluator, extract_id, "people")


@pytest.mark.usefixtures("room")
def test_the_database_keeps_the_list_true(cast: Cast) -> None:
    extract_id = take(cast)
    row = models.Extract.objects.filter(id=extract_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(origin="hearsay")
    held = row.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Extract.objects.create(
            programme_id=cast.programme_id,
            created_at=NOON,
            name="twin",
            taken_at=NOON,
            origin="record",
            study_key="programme",
            hash=held.hash,
            rows={},
        )


def test_the_manifest_says_what_the_programme_calls_its_own_terms(cast: Cast) -> None:
    by = cast.manager
    code = instruments.add_term(list_id="needs", label="Warm meals", by=by, at=NOON)
    extract_id = take(cast)
    card = reads.extract(cast.evaluator, extract_id)
    assert reads.own_labels(card) == {"needs": {code: "Warm meals"}}
    assert reads.verify(cast.evaluator, extract_id) == []
    (card.folder / "manifest.json").chmod(0o644)
    (card.folder / "manifest.json").write_text('{"labels": []}', "utf-8")
    assert reads.own_labels(card) == {}


def test_the_latest_is_one_of_contacts_where_there_is_one(cast: Cast) -> None:
    said = [SurveyAnswer("1", "nomad", "2018", "N01", 4, None, "worker", NOON.date())]
    survey = actions.take_survey(answers=said, by=cast.evaluator, at=NOON)
    assert reads.latest(cast.evaluator) == reads.extract(cast.evaluator, survey)
    log = actions.take_log(contacts=[LogContact(2, "P", NOON.date())], by=cast.evaluator, at=NOON)
    actions.take_survey(answers=said, by=cast.evaluator, at=NOON + dt.timedelta(1))
    assert reads.latest(cast.evaluator) == reads.extract(cast.evaluator, log)
