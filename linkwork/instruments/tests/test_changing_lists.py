"""A programme changes its lists through actions; each step stands in the trail, and codes keep their meaning."""

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.instruments import actions, lists
from linkwork.instruments.rules import own
from linkwork.instruments.rules.terms import Code, Term
from linkwork.programmes import reads
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

SNOMED = Code("snomed_ct", "73211009", "An example", "2026-01", "Member country")


def by(cast):
    return {"by": cast.manager, "at": NOON}


def offered(cast, list_id="needs"):
    return [term.code for term in lists.terms_of(reads.programme(cast.worker), list_id)]


def test_an_own_term_is_added_and_found(cast):
    code = actions.add_term(list_id="needs", label=" Warm meals ", hint="At noon", **by(cast))
    card = reads.programme(cast.worker)
    assert code == "x-warm-meals"
    assert offered(cast)[-1] == code
    assert lists.term_of(card, "needs", code).label == "Warm meals"
    assert lists.terms_of(reads.programme(cast.outsider), "needs") == lists.terms("needs")
    last = trail.steps_about(cast.manager, cast.programme_id)[-1]
    assert last.detail == {"list": "needs", "step": "add", "label": "Warm meals"}


@pytest.mark.parametrize("label", ["", "  ", "Food"])
def test_a_name_is_needed_and_stands_once(cast, label):
    with pytest.raises(Invalid) as refusal:
        actions.add_term(list_id="needs", label=label, **by(cast))
    assert set(refusal.value.errors) == {"label"}


def test_a_list_has_an_end(cast, monkeypatch):
    monkeypatch.setattr(own, "MOST_OWN", 1)
    actions.add_term(list_id="needs", label="One", **by(cast))
    with pytest.raises(Invalid):
        actions.add_term(list_id="needs", label="Two", **by(cast))


def test_a_term_is_said_otherwise_and_as_shipped_again(cast):
    actions.say_term(list_id="needs", code="food", label="Something to eat", **by(cast))
    assert lists.label_of(reads.programme(cast.worker), "needs", "food") == "Something to eat"
    last = trail.steps_about(cast.manager, cast.programme_id)[-1]
    assert (last.detail["from"], last.detail["to"]) == ("Food", "Something to eat")
    actions.say_term(list_id="needs", code="food", label="", **by(cast))
    assert lists.term_of(reads.programme(cast.worker), "needs", "food") == lists.term("needs", "food")


def test_an_own_term_keeps_a_name(cast):
    code = actions.add_term(list_id="needs", label="Meals", **by(cast))
    actions.say_term(list_id="needs", code=code, label="Warm meals", hint="At noon", **by(cast))
    assert lists.term_of(reads.programme(cast.worker), "needs", code).hint == "At noon"
    with pytest.raises(Invalid):
        actions.say_term(list_id="needs", code=code, label="", **by(cast))


def test_a_term_is_hidden_and_shown_and_the_last_one_stays(cast):
    for term in lists.terms("support_types")[1:]:
        actions.hide_term(list_id="support_types", code=term.code, **by(cast))
    assert offered(cast, "support_types") == ["informative"]
    with pytest.raises(Invalid):
        actions.hide_term(list_id="support_types", code="informative", **by(cast))
    actions.show_term(list_id="support_types", code="practical", **by(cast))
    assert offered(cast, "support_types") == ["informative", "practical"]


def test_a_term_is_moved(cast):
    actions.move_term(list_id="support_types", code="practical", places=-1, **by(cast))
    assert offered(cast, "support_types")[:2] == ["practical", "informative"]


def test_a_term_gets_a_code_of_another_system(cast):
    actions.map_term(list_id="needs", code="food", mapping=SNOMED, **by(cast))
    assert lists.term_of(reads.programme(cast.worker), "needs", "food").codes == {"snomed_ct": SNOMED}
    actions.map_term(list_id="needs", code="food", mapping=Code("snomed_ct", ""), **by(cast))
    assert lists.term_of(reads.programme(cast.worker), "needs", "food").codes == {}


@pytest.mark.parametrize(
    ("mapping", "field", "said"),
    [
        (Code("snomed_ct", "73211008", licence="x"), "code", "last digit"),
        (Code("snomed_ct", "754786014", licence="x"), "code", "description"),
        (Code("snomed_ct", "7", licence="x"), "code", "6 to 18 digits"),
        (Code("loinc", "7", licence="x"), "code", "44249-1"),
        (Code("icd_10", "7", licence="x"), "code", "Z60.2"),
        (Code("gravity", "7", licence="x"), "code", "food-insecurity"),
        (Code("loinc", "44249-1"), "licence", "by what licence"),
    ],
)
def test_a_code_that_cannot_be_one_is_refused_with_what_to_do(cast, mapping, field, said):
    with pytest.raises(Invalid) as refusal:
        actions.map_term(list_id="needs", code="food", mapping=mapping, **by(cast))
    assert said in refusal.value.errors[field]


def test_what_is_not_there_cannot_be_changed(cast):
    with pytest.raises(NotFound):
        actions.hide_term(list_id="needs", code="nothing", **by(cast))
    with pytest.raises(NotFound):
        actions.add_term(list_id="nothing", label="x", **by(cast))
    with pytest.raises(NotFound):
        actions.map_term(list_id="needs", code="food", mapping=Code("other", "1"), **by(cast))


@pytest.mark.parametrize("part", ["worker", "supervisor", "evaluator", "adviser"])
def test_nobody_else_changes_a_list(cast, part):
    with pytest.raises(NotAllowed):
        actions.add_term(list_id="needs", label="x", by=cast.everyone()[part], at=NOON)


def test_a_file_is_taken_over_whole(cast):
    first = actions.add_term(list_id="support_types", label="Advice", **by(cast))
    new = actions.take_list(
        list_id="support_types",
        terms=[
            Term("", "Warm meals", "At noon"),
            Term(first, "Good advice", ""),
            Term("practical", "Practical", "Hands on", hidden=True, codes={"snomed_ct": SNOMED}),
        ],
        **by(cast),
    )
    assert new == 1
    assert offered(cast, "support_types") == [
        "x-warm-meals", first, "informative", "psychosocial", "motivational",
    ]  # fmt: skip
    term = lists.term_of(reads.programme(cast.worker), "support_types", "practical")
    assert (term.hint, term.hidden, term.codes["snomed_ct"]) == ("Hands on", True, SNOMED)


@pytest.mark.parametrize(
    ("terms", "wrong"),
    [
        ([Term("food", "Food", ""), Term("", "", "")], "1"),
        ([Term("", "x" * 81, "")], "0"),
        ([Term("nothing", "x", "")], "0"),
        ([Term("food", "Food", ""), Term("food", "Food", "")], "1"),
        ([Term("food", "Food", "", codes={"loinc": Code("loinc", "1", licence="x")})], "0"),
        ([Term(one.code, one.label, "", hidden=True) for one in lists.terms("needs")], "0"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing(cast, terms, wrong):
    with pytest.raises(Invalid) as refusal:
        actions.take_list(list_id="needs", terms=terms, **by(cast))
    assert list(refusal.value.errors) == [wrong]
    assert reads.programme(cast.worker).lists == {}
