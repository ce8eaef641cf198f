"""How a log is read: kept under a name, changed, removed, laid beside other headings, and said in a manifest."""

import datetime as dt

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.extracts import actions, reads
from linkwork.extracts.rules.comparing import differences
from linkwork.extracts.rules.logs import LogContact
from linkwork.extracts.rules.mappings import LogMapping, SurveyMapping, headings, mapping_from
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

MONTHLY = LogMapping(
    {"person": "Kod", "occurred_on": "Datum", "mode": "Hur"},
    {"mode": {"hemma hos": "met", "brev": ""}},
    "day",
    ("Kod", "Datum", "Hur", "Namn"),
)


def test_what_is_written_is_read_again():
    assert mapping_from(MONTHLY.data()) == MONTHLY
    assert mapping_from({"columns": {"person": "A", "occurred_on": "B"}}).words == {}
    assert "headings" not in MONTHLY.read()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], 'has "columns"'),
        ({"columns": {}, "colour": 1}, 'has "columns"'),
        ({"columns": ["A"]}, "one by one"),
        ({"columns": {"person": 1}}, "one by one"),
        ({"columns": {"person": "A", "occurred_on": "B"}, "words": []}, "field by field"),
        ({"columns": {"person": "A", "occurred_on": "B", "name": "C"}}, 'no field "name"'),
        ({"columns": {"person": "A", "occurred_on": "B"}, "words": {"person": {}}}, 'no field "person"'),
        ({"columns": {"person": "A"}}, 'No column is said for "occurred_on"'),
        ({"columns": {"person": "A", "occurred_on": "B"}, "order": "year"}, '"order" is'),
        ({"columns": {"person": "A" * 201, "occurred_on": "B"}}, "too long"),
        (
            {"columns": {"person": "A", "occurred_on": "B"}, "headings": [str(n) for n in range(301)]},
            "too many",
        ),
    ],
)
def test_what_is_no_mapping(data, words):
    with pytest.raises(ValueError, match=words):
        mapping_from(data)


def test_other_headings_are_told():
    found = headings(MONTHLY, ["Kod", "Dag", "Hur", "row", ""], ours=["row"])
    assert (found.new, found.gone, found.needed) == (("Dag",), ("Datum", "Namn"), ("Datum",))


def test_a_mapping_is_kept_changed_and_removed(cast: Cast):
    by, later = cast.evaluator, NOON + dt.timedelta(days=30)
    kept = actions.keep_mapping(name=" Monthly log ", mapping=MONTHLY, by=by, at=NOON)
    assert reads.mapping(by, "Monthly log") == reads.mapping(by, kept)
    again = LogMapping(MONTHLY.columns, {}, "", MONTHLY.headings)
    assert actions.keep_mapping(name="Monthly log", mapping=again, by=by, at=later) == kept
    assert (reads.mapping(by, kept).mapping, reads.mapping(by, kept).changed_at) == (again, later)
    actions.keep_mapping(name="Yearly log", mapping=again, mapping_id=kept, by=by, at=later)
    other = actions.keep_mapping(name="Another", mapping=MONTHLY, by=cast.manager, at=NOON)
    assert [one.name for one in reads.mappings(by)] == ["Another", "Yearly log"]
    with pytest.raises(Invalid, match="has this name"):
        actions.keep_mapping(name="Another", mapping=again, mapping_id=kept, by=by, at=later)
    actions.remove_mapping(mapping_id=other, by=by, at=later)
    with pytest.raises(NotFound):
        reads.mapping(by, other)
    done = [[step.what for step in trail.steps_about(cast.manager, one)] for one in (kept, other)]
    assert done == [["extracts.keep_mapping"] * 3, ["extracts.keep_mapping", "extracts.remove_mapping"]]


def test_what_is_refused(cast: Cast):
    by = cast.evaluator
    for name in ("", "x" * 81):
        with pytest.raises(Invalid, match="name of at most"):
            actions.keep_mapping(name=name, mapping=MONTHLY, by=by, at=NOON)
    with pytest.raises(Invalid, match="No column"):
        actions.keep_mapping(name="Log", mapping=LogMapping({}), by=by, at=NOON)
    with pytest.raises(NotFound):
        actions.keep_mapping(name="Log", mapping=MONTHLY, mapping_id=new_id(), by=by, at=NOON)
    with pytest.raises(NotFound):
        actions.remove_mapping(mapping_id=new_id(), by=by, at=NOON)


@pytest.mark.parametrize("part", ["worker", "supervisor", "adviser", "outsider"])
def test_nobody_else_sees_or_changes_one(cast: Cast, part: str):
    kept = actions.keep_mapping(name="Log", mapping=MONTHLY, by=cast.evaluator, at=NOON)
    viewer = getattr(cast, part)
    with pytest.raises((NotAllowed, NotFound)):
        reads.mapping(viewer, kept)
    with pytest.raises((NotAllowed, NotFound)):
        actions.keep_mapping(name="Log", mapping=MONTHLY, mapping_id=kept, by=viewer, at=NOON)
    with pytest.raises((NotAllowed, NotFound)):
        actions.remove_mapping(mapping_id=kept, by=viewer, at=NOON)


def test_the_manifest_says_how_their_words_became_ours(cast: Cast):
    rows = [LogContact(2, "P1", NOON.date())]
    one = actions.take_log(contacts=rows, by=cast.evaluator, at=NOON)
    other = actions.take_log(contacts=rows, by=cast.evaluator, at=NOON, mapping=MONTHLY)
    told = reads.manifest(cast.evaluator, other)
    assert told["mapping"] == MONTHLY.read()
    assert reads.verify(cast.evaluator, other) == []
    found = differences(reads.manifest(cast.evaluator, one), told)
    assert found.any
    assert found.mapping["mode", "hemma hos"] == (None, "met")
    assert found.mapping["person", ""] == (None, "Kod")


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"N01": "Q1"}, 'No column is said for "day"'),
        ({"day": "When", "N01": "When"}, "two things"),
        ({"day": "x" * 201}, "too long"),
    ],
)
def test_what_is_no_mapping_of_a_survey(cast: Cast, columns, words):
    with pytest.raises(Invalid, match=words):
        actions.keep_mapping(name="Ours", mapping=SurveyMapping("nomad", columns), by=cast.evaluator, at=NOON)
