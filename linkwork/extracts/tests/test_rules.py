"""Pseudonyms, what may cross, manifests and contradictions, without a database."""

import datetime as dt
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.extracts.rules.crossing import (
    MayNotCross,
    change_for,
    check_table,
    written_kind,
    written_name,
)
from linkwork.extracts.rules.logs import Conflict, Contradiction, LogContact, contradictions
from linkwork.extracts.rules.manifest import Manifest, hash_of
from linkwork.extracts.rules.pseudonyms import LENGTH, pseudonym

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 2)


def column(kind: ColumnKind = ColumnKind.TEXT, name: str = "word") -> Column:
    return Column(name, kind, PrivacyClass.PERSONAL, "for this test")


def planted(privacy: PrivacyClass) -> Column:
    """A column that got past the first check, as a careless change might let it."""
    found = column()
    object.__setattr__(found, "privacy", privacy)
    return found


@given(st.uuids(), st.uuids(), st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_pseudonyms_are_stable_within_a_key_and_differ_between_keys(one, other, key, other_key):
    assert pseudonym(key, one) == pseudonym(key, one)
    assert (pseudonym(key, one) == pseudonym(key, other)) == (one == other)
    assert (pseudonym(key, one) == pseudonym(other_key, one)) == (key == other_key)
    assert len(str(pseudonym(key, one))) == LENGTH


def test_a_log_s_own_codes_become_pseudonyms_too():
    assert pseudonym(b"k", " P-7 ") == pseudonym(b"k", "p-7") != pseudonym(b"k", "p-8")
    assert pseudonym(b"k", None) is None
    with pytest.raises(TypeError, match="int is no id"):
        pseudonym(b"k", 7)


@pytest.mark.parametrize("privacy", [PrivacyClass.IDENTIFYING, PrivacyClass.SENSITIVE, PrivacyClass.SECRET])
def test_what_names_or_could_hurt_does_not_cross(privacy):
    with pytest.raises(ValueError, match="may not cross the wall"):
        Column("name", ColumnKind.TEXT, privacy, "for this test")
    with pytest.raises(MayNotCross, match=r"planted\.word is .*: it may not cross"):
        check_table(FactTable("planted", (planted(privacy),), lambda _: iter(())))


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(MayNotCross, match="two columns of one name"):
        check_table(FactTable("twice", (column(), column()), lambda _: iter(())))


def test_a_day_of_birth_leaves_as_a_year():
    born = column(ColumnKind.DAY, "born_on")
    assert (written_name(born), written_kind(born)) == ("born_year", ColumnKind.WHOLE)
    change = change_for("people", born, b"k")
    assert change(dt.date(1991, 6, 5)) == 1991
    assert change(None) is None


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (ColumnKind.DAY, DAY, DAY),
        (ColumnKind.TEXT, "phone", "phone"),
        (ColumnKind.TEXT, "", None),
        (ColumnKind.WHOLE, 30, 30),
        (ColumnKind.NUMBER, 30, 30.0),
        (ColumnKind.NUMBER, 1.5, 1.5),
        (ColumnKind.FLAG, False, False),
        *[(kind, None, None) for kind in ColumnKind],
    ],
)
def test_values_that_fit_cross(kind, value, kept):
    assert change_for("t", column(kind), b"k")(value) == kept


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ColumnKind.DAY, dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)),
        (ColumnKind.DAY, "2026-03-02"),
        (ColumnKind.TEXT, UUID(int=7)),
        (ColumnKind.TEXT, 7),
        (ColumnKind.WHOLE, "7"),
        (ColumnKind.WHOLE, True),
        (ColumnKind.WHOLE, 1.5),
        (ColumnKind.FLAG, 1),
    ],
)
def test_values_that_do_not_fit_are_stopped_without_being_told(kind, value):
    with pytest.raises(MayNotCross) as stopped:
        change_for("t", column(kind, "c"), b"k")(value)
    assert "t.c" in str(stopped.value)
    assert str(value) not in str(stopped.value)


def test_the_hash_covers_everything_but_itself():
    manifest = Manifest("1", "n", "now", "record", "p", "s", (), {"contacts": "1.0"})
    import json

    data = json.loads(manifest.text())
    assert hash_of(data) == data["hash"] == manifest.hash
    assert hash_of(data | {"name": "other"}) != manifest.hash


def contact(line: int, day: int, first: bool | None, person: str = "P1") -> LogContact:
    return LogContact(line=line, person=person, occurred_on=dt.date(2026, 3, day), marked_first=first)


def test_contradictions_are_listed_by_line():
    rows = [
        contact(2, 5, first=True),
        contact(3, 9, first=True),
        contact(4, 1, first=False),
        contact(5, 5, first=False),
        contact(6, 1, first=None),
        contact(7, 1, first=False, person="P2"),
    ]
    assert contradictions(rows) == [
        Contradiction(3, 2, Conflict.SECOND_FIRST),
        Contradiction(4, 2, Conflict.FOLLOW_UP_BEFORE_FIRST),
    ]
