"""Finding cases, giving them to workers, pausing, closing."""

import datetime as dt
from importlib import import_module

import pytest

from linkwork.casework import access, actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.states import CaseState
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def named(cast, *names, worker=None):
    for number, name in enumerate(names):
        given, _, family = name.partition(" ")
        at = NOON + dt.timedelta(minutes=number)
        scenes.case(cast, PersonDetails(given_name=given, family_name=family), at=at, worker=worker)


def found(viewer, words, **more):
    return [card.name for card in reads.cases(viewer, words, **more).rows]


def test_a_case_shows_its_person(cast):
    details = PersonDetails(
        given_name="Maryam",
        family_name="Al-Amin",
        language="ar",
        interpreter=True,
        place=(-37.8, 144.9),
        area="Elm Street",
        phone="040 12",
        email="m@example.org",
    )
    card = reads.case(cast.worker, scenes.case(cast, details))
    assert (card.name, card.initials, card.language, card.interpreter) == (
        "Maryam Al-Amin",
        "M.A.",
        "ar",
        True,
    )
    assert (card.place, card.area, card.phone, card.email) == (
        (-37.8, 144.9),
        "Elm Street",
        "040 12",
        "m@example.org",
    )
    assert (card.worker_name, card.opened_on, card.last_contact_on) == (
        "Amal Haddad",
        dt.date(2026, 3, 12),
        None,
    )


@pytest.mark.parametrize(
    "typed",
    ["Åsa", "asa", "LINDSTROM asa", "lindström", "Lindstrm", "Linstrom", "asa lind", "lindstrom, åsa"],
)
def test_a_person_is_found_however_the_name_is_written(cast, typed):
    named(cast, "Åsa Lindström", "Bo Ek", "Fatima Zahra")
    assert found(cast.worker, typed) == ["Åsa Lindström"]


def test_the_nearest_name_comes_first(cast):
    named(cast, "Marta Berg", "Maria Berg", "Mario Berg")
    assert found(cast.worker, "maria")[0] == "Maria Berg"
    assert found(cast.worker, "!!") == []
    assert found(cast.worker, "nobody") == []


def test_the_list_is_filtered_and_paged_by_key(cast, monkeypatch):
    monkeypatch.setattr(import_module("linkwork.casework.reads.cases"), "PAGE", 2)
    named(cast, "One", "Two", "Three")
    named(cast, "Four", worker=cast.other_worker)
    mine = reads.cases(cast.worker, worker_id=cast.worker.id)
    assert [card.name for card in mine.rows] == ["Three", "Two"]
    rest = reads.cases(cast.worker, worker_id=cast.worker.id, after=mine.next)
    assert ([card.name for card in rest.rows], rest.next) == (["One"], None)


def test_open_and_closed_are_told_apart(cast):
    named(cast, "One", "Two", "Three")
    third, second, first = reads.cases(cast.worker).rows
    actions.pause_case(case_id=second.id, by=cast.worker, at=NOON + DAY)
    actions.close_case(case_id=third.id, reason="done", note="Well", by=cast.worker, at=NOON + DAY)
    assert [card.id for card in reads.cases(cast.worker, closed=False).rows] == [second.id, first.id]
    assert [card.id for card in reads.cases(cast.worker, closed=True).rows] == [third.id]
    assert [card.id for card in reads.cases(cast.worker, state=CaseState.PAUSED).rows] == [second.id]
    assert reads.cases(cast.worker, closed=True).rows[0].close_reason == "done"


def test_the_list_asks_a_fixed_number_of_questions(cast, django_assert_num_queries):
    named(cast, "One", "Two", "Three")
    with django_assert_num_queries(1):
        reads.cases(cast.worker)
    with django_assert_num_queries(3):
        reads.cases(cast.worker, "two")


def test_a_case_moves_to_another_worker_and_the_caseload_with_it(cast):
    case_id = scenes.case(cast)
    scenes.case(cast, PersonDetails(given_name="Bo"))
    assert reads.caseload(cast.supervisor) == [(cast.worker.id, 2)]
    actions.allocate_case(case_id=case_id, worker_id=cast.other_worker.id, by=cast.manager, at=NOON + DAY)
    actions.allocate_case(case_id=case_id, worker_id=cast.other_worker.id, by=cast.manager, at=NOON + DAY)
    assert dict(reads.caseload(cast.manager)) == {cast.worker.id: 1, cast.other_worker.id: 1}
    assert reads.case(cast.worker, case_id).worker_name == "Bo Lind"


def test_a_paused_case_goes_on(cast):
    case_id = scenes.case(cast)
    actions.pause_case(case_id=case_id, by=cast.worker, at=NOON)
    with pytest.raises(IllegalStep):
        actions.pause_case(case_id=case_id, by=cast.worker, at=NOON)
    actions.resume_case(case_id=case_id, by=cast.worker, at=NOON)
    assert reads.case(cast.worker, case_id).state is CaseState.OPEN


def test_a_closed_case_takes_no_more(cast):
    case_id = scenes.case(cast)
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    assert reads.caseload(cast.manager) == []
    with pytest.raises(IllegalStep):
        actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        actions.allocate_case(case_id=case_id, worker_id=cast.worker.id, by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        actions.add_need(case_id=case_id, term="food", by=cast.worker, at=NOON)


def test_closing_needs_a_reason(cast):
    with pytest.raises(Invalid):
        actions.close_case(case_id=scenes.case(cast), reason="", by=cast.worker, at=NOON)


def test_a_person_is_changed_and_found_by_the_new_name(cast):
    case_id = scenes.case(cast)
    person_id = reads.case(cast.worker, case_id).person_id
    actions.change_person(
        person_id=person_id,
        details=PersonDetails(given_name="Miriam", born_year=1990),
        by=cast.worker,
        at=NOON,
    )
    card = reads.person(cast.worker, person_id)
    assert (card.name, card.born_year, card.open_case_id, card.place) == ("Miriam", 1990, case_id, None)
    assert found(cast.worker, "al-amin") == []
    assert found(cast.worker, "miriam") == ["Miriam"]


def test_nobody_to_change_is_said(cast):
    with pytest.raises(NotFound):
        actions.change_person(person_id=cast.site_id, details=scenes.MARYAM, by=cast.worker, at=NOON)


def test_somebody_without_letters_in_their_name_has_no_look_alikes(cast):
    case_id = scenes.case(cast, PersonDetails(given_name="?"))
    assert reads.look_alikes(cast.worker, reads.case(cast.worker, case_id).person_id) == []


def test_only_workers_and_managers_of_the_programme_see_people(cast):
    case_id = scenes.case(cast)
    person_id = reads.case(cast.manager, case_id).person_id
    questions = [
        lambda by: reads.case(by, case_id),
        lambda by: reads.cases(by),
        lambda by: reads.person(by, person_id),
        lambda by: reads.look_alikes(by, person_id),
        lambda by: reads.needs_of(by, case_id),
        lambda by: reads.contacts_of(by, case_id),
        lambda by: reads.statements_of(by, case_id),
        lambda by: reads.follow_ups_of(by, case_id),
        lambda by: reads.follow_ups_due(by, dt.date(2026, 3, 12)),
        lambda by: reads.consents_of(by, person_id, NOON),
        lambda by: reads.may_share(by, case_id, "share", "x", at=NOON),
        lambda by: reads.referrals_waiting(by, NOON),
        lambda by: reads.first_contact_disagreements(by),
        lambda by: actions.pause_case(case_id=case_id, by=by, at=NOON),
        lambda by: actions.change_person(person_id=person_id, details=scenes.MARYAM, by=by, at=NOON),
    ]
    for by in (cast.supervisor, cast.evaluator, cast.adviser, cast.administrator, scenes.referrer(cast)):
        for ask in questions:
            with pytest.raises(NotAllowed):
                ask(by)


def test_pages_ask_before_they_offer(cast):
    assert access.may_see_people(cast.worker)
    assert not access.may_see_people(cast.supervisor)


def test_caseloads_are_for_those_who_work_or_look_after_workers(cast):
    for by in (cast.evaluator, cast.adviser, cast.administrator):
        with pytest.raises(NotAllowed):
            reads.caseload(by)


def test_another_programme_finds_nobody(cast):
    case_id = scenes.case(cast)
    person_id = reads.case(cast.worker, case_id).person_id
    for ask in (
        lambda: reads.case(cast.outsider, case_id),
        lambda: reads.person(cast.outsider, person_id),
        lambda: actions.pause_case(case_id=case_id, by=cast.outsider, at=NOON),
    ):
        with pytest.raises(NotFound):
            ask()
    assert found(cast.outsider, "maryam") == []
    assert reads.needs_of(cast.outsider, case_id) == []


def test_a_worker_who_left_is_not_given_a_case(cast):
    with pytest.raises(Invalid):
        actions.allocate_case(
            case_id=scenes.case(cast), worker_id=cast.outsider.id, by=system(cast.programme_id), at=NOON
        )
