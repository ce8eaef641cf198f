"""While an extract is written others write on, and what a killed take left is cleared by the next."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest
from django.db import DatabaseError, connection

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.locks import held
from linkwork.core.moments import one_moment
from linkwork.core.privacy import PrivacyClass
from linkwork.extracts import actions, gather, reads
from linkwork.instruments import actions as instruments
from linkwork.programmes.reads import own_lists
from linkwork.testing.cast import NOON, Cast


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """What happens while a take writes its first table."""

    def put(happens: Callable[[], object]) -> None:
        def rows(_programme: UUID) -> Iterator[tuple[object, ...]]:
            yield (UUID(int=1),)
            happens()

        column = Column("visit_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "for this test")
        tables = (FactTable("visits", (column,), rows),)
        monkeypatch.setattr(gather, "_tables_of", lambda room: tables if room == "casework" else ())

    return put


def beside(do: Callable[[], object]) -> list[BaseException]:
    """`do` in a thread with a connection of its own, which does not wait for a lock; what it raised."""
    raised: list[BaseException] = []

    def work() -> None:
        try:
            with connection.cursor() as cursor:
                if connection.vendor == "sqlite":
                    cursor.execute("PRAGMA busy_timeout = 0")
            do()
        except BaseException as problem:
            raised.append(problem)
        finally:
            connection.close()

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return raised


@pytest.mark.django_db(transaction=True)
def test_others_write_while_an_extract_is_written(
    cast: Cast, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    raised: list[BaseException] = []

    def add(label: str = "Warm meals") -> None:
        instruments.add_term(list_id="needs", label=label, by=cast.manager, at=NOON)

    meanwhile(lambda: raised.extend(beside(add)))
    extract_id = actions.take_extract(by=cast.evaluator, at=NOON)
    assert raised == []
    assert "needs" in own_lists(cast.programme_id), "it was written"
    card = reads.extract(cast.evaluator, extract_id)
    assert reads.own_labels(card) == {}, "an extract is of the moment at which it was begun"
    with pytest.raises(DatabaseError), one_moment():
        add("A warm coat")
    add("A warm room")
    assert getattr(connection, "transaction_mode", "IMMEDIATE") == "IMMEDIATE", (
        "writes wait again for each other"
    )


def test_what_a_killed_take_left_is_cleared_by_the_next(
    cast: Cast, tmp_path: Path, settings: object, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    place, aside = tmp_path / "extracts", tmp_path / "aside"
    settings.EXTRACTS = place  # type: ignore[attr-defined]
    meanwhile(lambda: shutil.copytree(place, aside))
    first = actions.take_extract(by=cast.evaluator, at=NOON, name="killed while it was written")
    left = {path.name for path in aside.iterdir()}
    assert left == {f"{first}.part", f"{first}.lock"}
    assert [path.name for path in place.iterdir()] == [str(first)]
    shutil.rmtree(place)
    aside.rename(place)
    during: set[str] = set()
    meanwhile(lambda: during.update(path.name for path in place.iterdir()))
    second = actions.take_extract(by=cast.evaluator, at=NOON, name="after it")
    assert during == {f"{second}.part", f"{second}.lock"}
    assert [path.name for path in place.iterdir()] == [str(second)]


def test_a_take_that_goes_on_is_left_alone(
    cast: Cast, tmp_path: Path, settings: object, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    settings.EXTRACTS = tmp_path  # type: ignore[attr-defined]
    going_on = tmp_path / f"{UUID(int=7)}.part"
    going_on.mkdir()
    meanwhile(lambda: None)
    with held(going_on.with_suffix(".lock")) as mine:
        assert mine
        actions.take_extract(by=cast.evaluator, at=NOON)
        assert going_on.exists()
    actions.take_extract(by=cast.evaluator, at=NOON, name="once it was killed")
    assert not going_on.exists()
