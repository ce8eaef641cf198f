"""The lists: each file is whole, and a faulty one is refused by name."""

import json

import pytest

from linkwork.core.errors import NotFound
from linkwork.instruments import lists

pytestmark = pytest.mark.rules

WHOLE = {
    "id": "made",
    "name": "Made up",
    "source": "this test",
    "licence": "Apache-2.0",
    "author": "Linkwork",
    "version": "1.0",
    "reviewed_on": "2026-03-01",
    "terms": [{"code": "a", "label": "A", "hint": ""}],
}


def written(tmp_path, **changes):
    data = {key: value for key, value in (WHOLE | changes).items() if value is not None}
    path = tmp_path / "made.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_every_list_is_whole():
    assert set(lists.list_ids()) == {
        "access_needs",
        "training_topics",
        "needs",
        "contact_topics",
        "support_types",
        "contact_modes",
        "referral_sources",
        "close_reasons",
        "decline_reasons",
        "languages",
    }
    for list_id in lists.list_ids():
        assert lists.card(list_id).source
        assert lists.terms(list_id)


def test_the_four_kinds_of_support_are_those_of_the_paper():
    assert [term.code for term in lists.terms("support_types")] == [
        "informative",
        "practical",
        "psychosocial",
        "motivational",
    ]


def test_medical_sources_are_told_from_others():
    assert lists.term("referral_sources", "general_practice").group == "medical"
    assert lists.term("referral_sources", "self").group == "self"


def test_a_term_is_found_by_its_code():
    assert lists.term("needs", "company").label == "Company and belonging"
    assert lists.has("needs", "company")
    assert not lists.has("needs", "nothing")


def test_an_unknown_list_or_term_is_refused():
    with pytest.raises(NotFound, match="no list"):
        lists.terms("nothing")
    with pytest.raises(NotFound, match="no term"):
        lists.term("needs", "nothing")


def test_a_whole_file_is_read(tmp_path):
    assert lists.read(written(tmp_path)).terms == (lists.Term("a", "A", ""),)


@pytest.mark.parametrize("key", list(lists.KEYS))
def test_a_missing_key_is_named_with_its_file(tmp_path, key):
    with pytest.raises(ValueError, match=rf'made\.json: the key "{key}" is missing'):
        lists.read(written(tmp_path, **{key: None}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "green"}, 'made.json: the key "colour" is not known'),
        ({"id": "other"}, 'the key "id" says "other"'),
        ({"terms": [{"code": "a", "label": "A"}]}, 'made.json, term 1: the key "hint" is missing'),
        ({"terms": [{"code": "a", "label": "", "hint": ""}]}, 'term 1: the key "label" is empty'),
        ({"terms": [*WHOLE["terms"], *WHOLE["terms"]]}, 'the code "a" stands there twice'),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, changes, message):
    with pytest.raises(ValueError, match=message):
        lists.read(written(tmp_path, **changes))
