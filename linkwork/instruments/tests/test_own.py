"""A programme's own lists: terms are added, said otherwise, hidden and ordered, and no code changes its meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.errors import NotFound
from linkwork.instruments import lists
from linkwork.instruments.rules import own
from linkwork.instruments.rules.terms import Code

pytestmark = pytest.mark.rules

SHIPPED = lists.terms("support_types")


def codes(changes):
    return [term.code for term in own.merged(SHIPPED, changes)]


def test_a_list_nobody_changed_is_the_shipped_one():
    assert own.merged(SHIPPED, None) == SHIPPED
    assert lists.terms_of(None, "support_types") == SHIPPED
    assert lists.terms_of({"needs": {}}, "support_types") == SHIPPED


def test_an_own_term_is_added_at_the_end_with_a_code_of_its_own():
    changes, code = own.with_term(SHIPPED, None, "Warm meals", "Cooked together")
    assert code == "x-warm-meals"
    last = own.merged(SHIPPED, changes)[-1]
    assert (last.code, last.label, last.hint, last.own) == (code, "Warm meals", "Cooked together", True)
    again, second = own.with_term(SHIPPED, changes, "Warm meals", "")
    assert second == "x-warm-mea-2"
    assert len(own.merged(SHIPPED, again)) == len(SHIPPED) + 2


@pytest.mark.parametrize(("label", "code"), [("Örter", "x-orter"), ("食物", "x-term"), ("!!", "x-term")])
def test_any_script_gets_a_code(label, code):
    assert own.new_code(label, []) == code


def test_no_shipped_code_looks_like_an_own_one():
    shipped = [term.code for list_id in lists.list_ids() for term in lists.terms(list_id)]
    assert not [code for code in shipped if own.is_own(code)]


def test_a_term_is_said_otherwise_and_again_as_shipped():
    first = SHIPPED[0]
    changes = own.with_words(SHIPPED, None, first.code, "Told", "")
    assert lists.term_of({"support_types": changes}, "support_types", first.code).label == "Told"
    assert own.with_words(SHIPPED, changes, first.code, first.label, first.hint)["said"] == {}


def test_an_own_term_is_said_otherwise():
    changes, code = own.with_term(SHIPPED, None, "Meals", "")
    changes = own.with_words(SHIPPED, changes, code, "Warm meals", "At noon")
    assert own.merged(SHIPPED, changes)[-1].label == "Warm meals"


def test_a_hidden_term_is_not_offered_but_readable():
    changes = {"support_types": own.with_hidden(None, "practical", True)}
    assert "practical" not in [term.code for term in lists.terms_of(changes, "support_types")]
    assert lists.term_of(changes, "support_types", "practical").label == "Practical"
    assert lists.has_of(changes, "support_types", "practical")
    shown = own.with_hidden(changes["support_types"], "practical", False)
    assert shown["hidden"] == []


def test_terms_move_up_and_down_and_stop_at_the_ends():
    changes = own.moved(SHIPPED, None, "practical", -1)
    assert codes(changes)[0] == "practical"
    assert codes(own.moved(SHIPPED, changes, "practical", -1))[0] == "practical"
    assert codes(own.moved(SHIPPED, None, "motivational", +1))[-1] == "motivational"


def test_a_term_gets_and_loses_a_code():
    code = Code("snomed_ct", "73211009", "Diabetes mellitus", "2026-01", "Member country")
    changes = own.with_code(None, "practical", code)
    assert own.merged(SHIPPED, changes)[1].codes == {"snomed_ct": code}
    assert own.with_code(changes, "practical", Code("snomed_ct", ""))["codes"] == {}


def test_what_is_not_there_is_refused_or_shown_as_its_code():
    with pytest.raises(NotFound):
        lists.term_of(None, "needs", "nothing")
    assert lists.label_of(None, "needs", "nothing") == "nothing"
    assert lists.label_of(None, "needs", "food") == "Food"
    assert not lists.has_of({}, "needs", "nothing")


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "hide", "show", "up", "down", "say"]), st.integers(0, 30), st.text(max_size=9)
    ),
    max_size=20,
)


@given(steps)
def test_whatever_is_done_each_shipped_code_stands_once(done):
    changes = None
    for step, place, text in done:
        term = own.merged(SHIPPED, changes)[place % len(own.merged(SHIPPED, changes))]
        match step:
            case "add":
                changes, _code = own.with_term(SHIPPED, changes, text, "")
            case "hide" | "show":
                changes = own.with_hidden(changes, term.code, step == "hide")
            case "say":
                changes = own.with_words(SHIPPED, changes, term.code, text or "x", "")
            case _:
                changes = own.moved(SHIPPED, changes, term.code, -1 if step == "up" else 1)
        found = codes(changes)
        assert len(found) == len(set(found))
        assert {one.code for one in SHIPPED} <= set(found)
        assert all(len(code) <= own.LONGEST_CODE for code in found if own.is_own(code))
