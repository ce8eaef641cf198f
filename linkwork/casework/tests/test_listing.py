"""The list of people: each filter, each order, paging that loses and doubles nobody; and who is counted."""

import datetime as dt
from collections import Counter
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.casework import actions, models, reads
from linkwork.casework.reads import Asked, Sort, listing
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.casework.rules.states import CaseState
from linkwork.casework.tests import scenes
from linkwork.core.errors import LinkworkError, NotAllowed
from linkwork.testing.cast import NOON

TODAY = NOON.date()
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)


def person(cast, given_name, family="Ek", days=0, worker=None, **more):
    """Somebody supported since `days` before NOON."""
    return actions.start_case(
        details=PersonDetails(given_name=given_name, family_name=family, **more),
        source="self",
        worker_id=worker.id if worker else cast.worker.id,
        by=cast.worker,
        at=NOON - DAY * days,
    )


def names(cast, today=TODAY, **asked):
    page = reads.people_listed(cast.worker, Asked(**asked), today)
    return [one.card.given_name for one in page.rows]


@pytest.fixture
def four(cast):
    """Ida new; Per heard of last week; Sol unheard for long and with a need; Tor rests."""
    ids = {
        "Sol": person(cast, "Sol", "Berg", 60, language="ar"),
        "Per": person(cast, "Per", "Aas", 40),
        "Tor": person(cast, "Tor", "Dahl", 30, cast.other_worker),
        "Ida": person(cast, "Ida", "Aas"),
    }
    scenes.contact(cast, ids["Sol"], NOON - 50 * DAY, needs=[NewNeed("food")])
    scenes.contact(cast, ids["Per"], NOON - 3 * DAY)
    actions.pause_case(case_id=ids["Tor"], by=cast.worker, at=NOON)
    return ids


def test_each_filter(cast, four):
    assert names(cast) == ["Ida", "Tor", "Per", "Sol"]
    assert names(cast, workers=(cast.other_worker.id,)) == ["Tor"]
    assert names(cast, workers=(None,)) == []
    assert names(cast, state=CaseState.PAUSED) == ["Tor"]
    assert names(cast, language="ar") == ["Sol"]
    assert names(cast, need="food") == ["Sol"]
    assert names(cast, need="company") == []
    assert names(cast, due=True) == ["Sol"]
    assert names(cast, quiet_weeks=4) == ["Tor", "Sol"]
    assert names(cast, words="sole", closed=None) == ["Sol"]
    actions.close_case(case_id=four["Per"], reason="done", by=cast.worker, at=NOON)
    assert names(cast, closed=True) == ["Per"]
    assert names(cast, closed=None) == ["Ida", "Tor", "Per", "Sol"]


def test_each_order(cast, four):
    assert names(cast, sort=Sort.NAME) == ["Ida", "Per", "Sol", "Tor"]
    assert names(cast, sort=Sort.DUE) == ["Sol", "Ida", "Per", "Tor"]
    assert names(cast, sort=Sort.UNHEARD) == ["Sol", "Tor", "Per", "Ida"]
    page = reads.people_listed(cast.worker, Asked(sort=Sort.DUE), TODAY)
    assert [one.due_on and (one.due_on - TODAY).days for one in page.rows] == [-43, 7, 18, None]


@pytest.mark.parametrize("sort", list(Sort))
def test_paging_loses_and_doubles_nobody(cast, four, monkeypatch, sort):
    monkeypatch.setattr(listing, "PAGE", 1)
    seen, after = [], None
    for _page in range(9):
        page = reads.people_listed(cast.worker, Asked(sort=sort, after=after), TODAY)
        seen += [one.card.given_name for one in page.rows]
        after = page.next
        if after is None:
            break
    printed = reads.people_printed(cast.worker, Asked(sort=sort), TODAY)
    assert seen == [one.card.given_name for one in printed]
    assert Counter(seen) == Counter(["Ida", "Per", "Sol", "Tor"])
    elsewhere = Asked(sort=sort, after=cast.site_id)  # somebody who is not in this list any more
    assert len(reads.people_listed(cast.worker, elsewhere, TODAY).rows) <= 1


def test_a_printed_search_is_the_same_list(cast, four):
    [one] = reads.people_printed(cast.worker, Asked(words="sol"), TODAY)
    assert one.card.id == four["Sol"]
    assert reads.people_printed(cast.worker, Asked(words="zzzz"), TODAY) == []


@pytest.mark.parametrize("asked", [Asked(), Asked(due=True), Asked(sort=Sort.NAME), Asked(words="ek")])
def test_questions_stay_few(cast, four, django_assert_max_num_queries, asked):
    with django_assert_max_num_queries(4):
        reads.people_listed(cast.worker, asked, TODAY)


def test_who_sees_no_people_sees_no_list(cast):
    for viewer in (cast.supervisor, cast.evaluator):
        with pytest.raises(NotAllowed):
            reads.people_listed(viewer, Asked(), TODAY)
    person(cast, "Ida")
    assert reads.people_listed(cast.outsider, Asked(), TODAY).rows == []


MERGES: list[UUID] = []
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["accept", "allocate", "transfer", "pause", "resume", "close", "again", "merge", "undo"]
        ),
        st.integers(0, 4),
        st.integers(0, 1),
    ),
    max_size=14,
)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_caseload_is_distinct_people_whatever_happens(cast, steps):
    """Anchor: the number beside a worker is the number of different people in the list it opens."""
    cases: list[UUID] = []
    for kind, which, whose in steps:
        _step(cast, cases, kind, which, (cast.worker, cast.other_worker)[whose], NOON)
    for load in reads.loads(cast.manager, TODAY):
        asked = Asked(workers=(load.worker_id,))
        listed = reads.people_printed(cast.manager, asked, TODAY)
        assert load.people == len({one.card.person_id for one in listed}) == len(listed)
    counted = {load.worker_id: load.people for load in reads.loads(cast.manager, TODAY) if load.worker_id}
    assert dict(reads.caseload(cast.manager)) == counted == _slowly(cast)


def _slowly(cast):
    held: dict[UUID, set[UUID]] = {}
    for row in models.Case.objects.filter(programme_id=cast.programme_id):
        if row.state != "closed" and row.worker_id and row.continues_in_id is None:
            held.setdefault(row.worker_id, set()).add(row.person_id)
    return {worker: len(people) for worker, people in held.items()}


def _step(cast, cases, kind, which, worker, at):
    """One event; what the rules refuse changes nothing, which is part of the point."""
    by = cast.manager
    case_id = cases[which % len(cases)] if cases else None
    try:
        if kind == "accept" or case_id is None:
            referral_id = scenes.referral(cast, PersonDetails(given_name="Ida"), at)
            given_to = worker.id if which else None
            cases.append(actions.accept_referral(referral_id=referral_id, worker_id=given_to, by=by, at=at))
        elif kind == "again":  # the same person referred once more
            known = reads.case(by, case_id).person_id
            referral_id = scenes.referral(cast, PersonDetails(given_name="Ida"), at)
            accept = {"referral_id": referral_id, "worker_id": worker.id, "known_person_id": known}
            cases.append(actions.accept_referral(**accept, by=by, at=at))
        elif kind == "allocate":
            actions.allocate_case(case_id=case_id, worker_id=worker.id, by=by, at=at)
        elif kind == "transfer":
            some = cases[: which + 1]
            actions.transfer_cases(case_ids=some, worker_id=worker.id, by=by, at=at)
        elif kind == "merge":
            one, other = (reads.case(by, each) for each in (case_id, cases[0]))
            kept, absorbed = one.person_id, other.person_id
            MERGES.append(
                actions.merge_people(kept_id=kept, absorbed_id=absorbed, continues=case_id, by=by, at=at)
            )
        elif kind == "undo":
            actions.undo_merge(merge_id=MERGES.pop(), by=by, at=at)
        elif kind == "close":
            actions.close_case(case_id=case_id, reason="done", by=by, at=at)
        else:
            step = actions.pause_case if kind == "pause" else actions.resume_case
            step(case_id=case_id, by=by, at=at)
    except (LinkworkError, IndexError):
        pass


def test_two_records_of_one_person_are_one_in_each_count(cast):
    first, second = person(cast, "Ida"), person(cast, "Ida", worker=cast.other_worker)
    one, other = (reads.case(cast.manager, each).person_id for each in (first, second))
    merge = actions.merge_people(kept_id=one, absorbed_id=other, continues=first, by=cast.manager, at=NOON)
    assert dict(reads.caseload(cast.manager)) == {cast.worker.id: 1}
    assert names(cast) == ["Ida"]
    actions.undo_merge(merge_id=merge, by=cast.manager, at=NOON)
    assert dict(reads.caseload(cast.manager)) == {cast.worker.id: 1, cast.other_worker.id: 1}
