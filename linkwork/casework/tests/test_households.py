"""Who lives with a person, and how old children are said to be."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.facts.children import children
from linkwork.casework.rules.households import Age, MemberDetails, Month, age, age_in_months, past
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.tests import scenes
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.testing.cast import NOON

TODAY = NOON.date()
NOOR = MemberDetails("N.", "daughter", child=True, born=Month(2025, 1))


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (Month(2026, 3), Age(months=0)),
        (Month(2025, 1), Age(months=14)),
        (Month(2023, 3), Age(months=36)),
        (Month(2023, 2), Age(years=3)),
        (Month(2016, 4), Age(years=9)),
        (Month(2026, 4), None),
    ],
)
def test_an_age_is_said_in_months_while_months_matter(born, said):
    assert age(born, TODAY) == said


def test_months_are_counted_from_month_to_month():
    assert age_in_months(Month(2025, 12), dt.date(2026, 1, 1)) == 1
    assert age_in_months(Month(2026, 2), dt.date(2026, 1, 31)) is None
    assert past(Month(2026, 2), TODAY)
    assert not past(Month(2026, 3), TODAY)


@pytest.fixture
def mother(cast):
    return reads.case(cast.worker, scenes.case(cast)).person_id


def add(cast, person_id, details=NOOR, **more):
    usual = {"person_id": person_id, "details": details, "by": cast.worker, "at": NOON}
    return actions.add_member(**usual | more)


def others(cast, person_id, viewer=None):
    found = reads.household_of(viewer or cast.worker, person_id, TODAY)
    return [card for card in found if card.person_id != person_id]


def test_a_child_without_a_record_is_kept_with_an_age(cast, mother):
    child = add(cast, mother)
    [card] = others(cast, mother)
    assert (card.id, card.name, card.details.role, card.age) == (child, "N.", "daughter", Age(months=14))
    assert reads.member(cast.worker, child, TODAY) == card
    assert reads.member(cast.outsider, child, TODAY) is None
    actions.change_member(
        member_id=child, details=MemberDetails("Noor", "daughter", lives_here=False), by=cast.worker, at=NOON
    )
    [card] = others(cast, mother)
    assert (card.name, card.age, card.details.lives_here) == ("Noor", None, False)
    actions.remove_member(member_id=child, by=cast.worker, at=NOON)
    assert others(cast, mother) == []


def test_a_member_on_record_opens_their_own_page(cast, mother):
    case_id = scenes.case(cast, PersonDetails(given_name="Idris"))
    father = reads.case(cast.worker, case_id).person_id
    add(cast, mother, MemberDetails(role="husband"), known_person_id=father)
    add(cast, mother)
    assert [(card.name, card.case_id) for card in others(cast, mother)] == [("Idris", case_id), ("N.", None)]
    assert [card.name for card in others(cast, father)] == ["Maryam Al-Amin", "N."]
    with pytest.raises(Invalid):
        add(cast, mother, known_person_id=father)
    with pytest.raises(Invalid):
        add(cast, mother, known_person_id=mother)


def test_a_restricted_member_is_not_shown(cast, mother):
    father = reads.case(cast.worker, scenes.case(cast, PersonDetails(given_name="Idris"))).person_id
    add(cast, mother, MemberDetails(role="husband"), known_person_id=father)
    actions.restrict_person(person_id=father, workers=[], why="Works here", by=cast.manager, at=NOON)
    assert others(cast, mother) == []
    assert len(others(cast, mother, cast.manager)) == 1


def test_when_a_baby_is_due(cast, mother):
    actions.set_due_month(person_id=mother, due=Month(2026, 6), by=cast.worker, at=NOON)
    [own] = reads.household_of(cast.worker, mother, TODAY)
    assert own.details.due == Month(2026, 6)
    actions.set_due_month(person_id=mother, due=None, by=cast.worker, at=NOON)
    [own] = reads.household_of(cast.worker, mother, TODAY)
    assert own.details.due is None


@pytest.mark.parametrize(
    "details",
    [
        MemberDetails(),
        MemberDetails("x" * 81),
        MemberDetails("x", born=Month(2026, 4)),
        MemberDetails("x", born=Month(1899, 12)),
        MemberDetails("x", due=Month(2026, 2)),
        MemberDetails("x", due=Month(2027, 3)),
    ],
)
def test_what_cannot_be_true_is_refused(cast, mother, details):
    with pytest.raises(Invalid):
        add(cast, mother, details)


def test_nobody_else_changes_a_household(cast, mother):
    child = add(cast, mother)
    for viewer, refusal in ((cast.evaluator, NotAllowed), (cast.outsider, NotFound)):
        with pytest.raises(refusal):
            add(cast, mother, by=viewer)
        with pytest.raises(refusal):
            actions.remove_member(member_id=child, by=viewer, at=NOON)


def test_an_extract_gets_ages_at_the_first_contact_and_no_names(cast, mother):
    child = add(cast, mother)
    unborn = add(cast, mother, MemberDetails("x", child=True))
    case_id = reads.person(cast.worker, mother).open_case_id
    rows = [row[:1] + row[1:2] + row[3:] for row in children(cast.programme_id)]
    assert sorted(rows, key=str) == sorted([(child, case_id, 14), (unborn, case_id, None)], key=str)
