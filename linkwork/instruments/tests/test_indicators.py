"""The definitions of figures: each file is whole, and a faulty one is refused by name."""

import json
import re

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import indicators

pytestmark = pytest.mark.rules

WHOLE = {
    "id": "made",
    "version": "1.0",
    "order": 1,
    "title": "Made up",
    "why": "for this test",
    "source": "this test",
    "component": "reach",
    "shape": "share",
    "unit": "percent",
    "sentence": "%(numerator)s of %(denominator)s (%(value)s %%)",
    "numerator": {"words": "some", "table": "contacts", "where": [{"column": "mode", "is": "met"}]},
    "denominator": {"words": "all", "table": "contacts"},
    "missing_rule": "left out",
    "grouping": ["worker"],
    "suppress_below": 5,
    "author": "Linkwork",
    "checked_by": "nobody yet",
    "reviewed_on": "2026-03-01",
}


def written(tmp_path, **changes):
    data = {key: value for key, value in (WHOLE | changes).items() if value is not None}
    path = tmp_path / "made.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_every_definition_is_whole_and_in_order():
    found = indicators.definitions()
    assert len(found) >= 20
    assert [one.order for one in found] == sorted({one.order for one in found})
    assert all(one.suppress_below >= 5 for one in found)


def test_a_definition_is_found_by_its_id():
    assert indicators.definition("first_share").shape is indicators.Shape.SHARE
    with pytest.raises(NotFound, match='no figure "luck"'):
        indicators.definition("luck")


def test_a_definition_knows_its_tables():
    assert indicators.definition("education_share").tables == {"contacts", "contact_terms"}
    assert indicators.definition("reach_of_target").tables == {"contacts", "programme"}


def test_a_whole_file_is_read(tmp_path):
    assert indicators.read(written(tmp_path)).grouping == (indicators.Grouping.WORKER,)


@pytest.mark.parametrize("key", sorted(indicators.MUST))
def test_a_missing_key_is_named_with_its_file(tmp_path, key):
    with pytest.raises(ValueError, match=rf'made\.json: the key "{key}" is missing'):
        indicators.read(written(tmp_path, **{key: None}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "green"}, 'the key "colour" is not known'),
        ({"id": "other"}, 'the key "id" says "other"'),
        ({"shape": "feeling"}, 'the key "shape" says "feeling"'),
        ({"component": "luck"}, 'the key "component" says "luck"'),
        ({"unit": "miles"}, 'the key "unit" says "miles"'),
        ({"denominator": None}, 'the key "denominator" belongs'),
        ({"shape": "count"}, 'the key "denominator" belongs'),
        ({"sentence": "%(luck)s"}, 'the key "sentence" has a placeholder'),
        ({"sentence": "100 % sure"}, 'the key "sentence" has a placeholder'),
        ({"grouping": ["shoe size"]}, 'the key "grouping" says "shoe size"'),
        ({"numerator": {"words": "some"}}, 'made.json, numerator: the key "table" is missing'),
        ({"numerator": {"words": "a", "table": "b", "c": 1}}, 'numerator: the key "c" is not known'),
        ({"numerator": {"words": "a", "table": "b", "count": "guess"}}, 'the key "count" says "guess"'),
        ({"numerator": {"words": "a", "table": "b", "count": "distinct"}}, 'the key "column" is missing'),
        (
            {"missing": {"words": "a", "table": "b", "where": [{"luck": 1}]}},
            "missing: a condition is not known",
        ),
        (
            {"missing": {"words": "a", "table": "b", "where": [{"either": [{"luck": 1}]}]}},
            "missing: a condition is not known",
        ),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, changes, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        indicators.read(written(tmp_path, **changes))
