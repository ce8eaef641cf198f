"""The definitions of figures: each file is whole, and a faulty one is refused by name."""

import json
import re

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import indicators
from linkwork.instruments.indicators import files

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


def test_a_definition_knows_its_columns():
    assert indicators.definition("supervision_reached").columns >= {
        ("supervisions", "held_on"),
        ("supervisions", "worker_id"),
        ("workers", "worker_id"),
        ("workers", "supports"),
    }
    assert ("contacts", "derived_first") not in indicators.definition("first_derived_share").columns
    assert indicators.definition("funnel_connected").tables == {"cases", "connections"}


def test_a_sample_is_asked_of_people_and_never_of_a_log_of_contacts():
    asked = {one.id for one in indicators.definitions() if one.sample}
    assert {"measures_better", "support_rated_good"} <= asked
    counted = {count.table for one in indicators.definitions() if one.sample for count in one.counts}
    assert counted == {"measure_pairs", "feedback", "relationship_ratings", "role_clarity"}


def test_a_whole_file_is_read(tmp_path):
    assert indicators.read(written(tmp_path)).grouping == (indicators.Grouping.WORKER,)


@pytest.mark.parametrize("key", sorted(files.MUST))
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
        ({"re_aim": "luck"}, 'the key "re_aim" says "luck"'),
        ({"sample": True, "shape": "ratio"}, 'the key "sample" belongs to a share'),
        ({"sentence_one": "%(luck)s"}, 'the key "sentence_one" has a placeholder'),
        (
            {"grouping": ["month"], "numerator": {"words": "a", "table": "workers"}},
            'the key "grouping" asks for months or stages',
        ),
        ({"numerator": {"words": "a", "table": "b", "count": "sum"}}, 'the key "column" is missing'),
        (
            {"numerator": {"words": "a", "table": "b", "days_between": ["c", "d"]}},
            'the key "days_between" takes two columns',
        ),
        (
            {"numerator": {"words": "a", "table": "b", "per": "e", "days_between": ["c"]}},
            'the key "days_between" takes two columns',
        ),
        (
            {"numerator": {"words": "a", "table": "b", "where": [{"column": "moon.day", "is": 1}]}},
            '"moon.day" is in a table that nothing can be looked up in',
        ),
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


def test_no_sentence_says_one_contacts():
    """Where a number is 1, the words beside it are of one: in every sentence of every figure."""
    many = re.compile(
        r"\b1 (contacts|people|scores|workers|cases|referrals|connections|first meetings)\b(?! (was|is)\b)"
    )
    for one in indicators.definitions():
        if one.shape is indicators.Shape.COUNT:
            said = one.sentence_one or one.sentence
            assert not many.search(said % {"value": 1}), one.id
        else:
            said = one.sentence_of_one or one.sentence
            places = dict.fromkeys(("value", "low", "high", "largest", "numerator"), 7)
            assert not many.search(said % (places | {"denominator": 1})), one.id
        said = one.sentence_one or one.sentence
        verb = re.compile(r"\b(1 of 7 .*?|, 1) (were|are)\b")
        assert not verb.search(
            said
            % (dict.fromkeys(("value", "low", "high", "largest"), 7) | {"numerator": 1, "denominator": 7})
        ), one.id
