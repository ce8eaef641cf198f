"""Two extracts side by side: hashes first, then what moved, with both values."""

import pytest

from linkwork.core.days import Days
from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.comparing import compare
from linkwork.evaluation.indicators.tests.test_reads import log
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.testing.cast import NOON, Cast


def test_figures_that_moved_have_both_values(cast: Cast) -> None:
    by = cast.evaluator
    one, other, again = (gate.take_log(contacts=log(people), by=by, at=NOON) for people in (20, 30, 20))
    found = compare(by, one, other)
    moved = {each.definition.id: each for each in found.moved}
    for name, values in (("contacts", (60, 90)), ("people_reached", (20, 30))):
        one_told, other_told = moved[name].one, moved[name].other
        assert one_told is not None
        assert other_told is not None
        assert (one_told.numerator, other_told.numerator) == values
    assert "contacts_per_first" in moved  # of the same value, from other numbers
    assert len(found.figures) > len(found.moved) or found.figures == found.moved
    alike = compare(by, one, again)
    assert not alike.moved
    assert not alike.differences.any


def test_what_one_cannot_tell_is_none_in_it(cast: Cast) -> None:
    by = cast.evaluator
    one, other = (
        gate.take_log(contacts=log(), by=by, at=NOON, days=days) for days in (Days.MONTH, Days.EXACT)
    )
    for found in (compare(by, one, other), compare(by, other, one)):
        moved = {each.definition.id: each for each in found.moved}
        assert (moved["first_derived_share"].one is None) != (moved["first_derived_share"].other is None)
        assert "contacts" not in moved


def test_files_are_checked_before_anything_is_said(cast: Cast, django_capture_on_commit_callbacks) -> None:
    by = cast.evaluator
    one, other = (gate.take_log(contacts=log(people), by=by, at=NOON) for people in (20, 30))
    path = extracts.table_path(by, other, "contacts")
    path.chmod(0o644)
    path.write_bytes(b"something else")
    with pytest.raises(Refused, match=r"is not what it was: contacts\.parquet was changed"):
        compare(by, one, other)
    with django_capture_on_commit_callbacks(execute=True):
        gate.remove(extract_id=other, why="Spoilt", by=cast.manager, at=NOON)
    with pytest.raises(NotFound, match="were removed: Spoilt"):
        reads.figures(by, other)
    with pytest.raises(Refused):
        reads.disagreements(by, other)
    found = compare(by, one, other)
    assert found.differences.any
    assert {each.other for each in found.figures} == {None}


def test_who_may_compare_what(cast: Cast) -> None:
    made = gate.take_log(contacts=log(), by=cast.evaluator, at=NOON)
    with pytest.raises(NotAllowed):
        compare(cast.worker, made, made)
    with pytest.raises(NotFound):
        compare(cast.outsider, made, made)
    with pytest.raises(NotFound):
        compare(cast.evaluator, made, new_id())
