"""What changed between two manifests, without a database."""

from typing import Any

import pytest

from linkwork.extracts.rules.comparing import TableChange, differences

pytestmark = pytest.mark.rules
COLUMN = {"name": "mode", "kind": "text", "privacy": "personal", "why": "x", "days": "", "empty": ""}
DAY = COLUMN | {"name": "occurred_on", "kind": "day", "days": "exact"}


def manifest(**more: Any) -> dict[str, Any]:
    contacts = {"name": "contacts", "rows": 3, "columns": [COLUMN, DAY]}
    return {
        "origin": "record",
        "study_key": "k",
        "tables": [contacts],
        "definitions": {"contacts": "1.0"},
    } | more


def test_a_manifest_does_not_differ_from_itself_nor_from_one_of_an_older_format() -> None:
    bare = {name: said for name, said in DAY.items() if name not in ("days", "empty")}
    old = manifest(tables=[{"name": "contacts", "rows": 3, "columns": [COLUMN, bare]}])
    for other in (manifest(), old, manifest(days="exact", part={}, labels={})):
        found = differences(manifest(), other)
        assert not found.any
        assert found.same_pseudonyms
        assert found.tables == (TableChange("contacts", (3, 3)),)


def test_tables_columns_and_rows() -> None:
    other = manifest(
        tables=[
            {
                "name": "contacts",
                "rows": 5,
                "columns": [DAY | {"days": "month"}, COLUMN | {"name": "site_kind"}],
            },
            {"name": "needs", "rows": 2, "columns": []},
        ]
    )
    assert differences(manifest(), other).tables == (
        TableChange("contacts", (3, 5), ("site_kind",), ("mode",), ("occurred_on",)),
        TableChange("needs", (None, 2)),
    )
    back = differences(other, manifest()).tables
    assert back[1] == TableChange("needs", (2, None))
    assert all(one.changed for one in back)


def test_how_they_were_taken_definitions_and_words() -> None:
    one = manifest(
        labels={"needs": {"a": "Food", "b": "Rest"}}, part={"stage": "initiation", "since": "2026-01-01"}
    )
    other = manifest(
        labels={"needs": {"a": "Meals", "b": "Rest"}, "modes": {"met": "Met"}},
        part={"since": "2026-01-01", "site_kind": "home"},
        days="shifted",
        origin="log",
        study_key="z",
        definitions={"contacts": "1.1", "people_reached": "1.0"},
    )
    found = differences(one, other)
    assert found.any
    assert found.labels == {("needs", "a"): ("Food", "Meals"), ("modes", "met"): (None, "Met")}
    assert found.part == {"stage": ("initiation", None), "site_kind": (None, "home")}
    assert (found.days, found.origin, found.same_pseudonyms) == (
        ("exact", "shifted"),
        ("record", "log"),
        False,
    )
    assert found.definitions == {"contacts": ("1.0", "1.1"), "people_reached": (None, "1.0")}
