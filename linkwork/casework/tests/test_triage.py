"""Which referrals wait, which are late and whom those go to; and that no length of time answers one."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.casework import actions, reads
from linkwork.casework.reads import Nobodys, ReferralList, ReferralOrder, ReferralQuery, Took
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.states import ReferralState
from linkwork.casework.tests import scenes
from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import system
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as standing
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)


def named(cast, name, at=NOON, **more):
    return scenes.referral(cast, PersonDetails(given_name=name), at=at, **more)


def shown(cast, at=NOON, **asked):
    return [card.name for card in reads.referrals(cast.worker, ReferralQuery(**asked), at).rows]


def test_what_is_urgent_stands_first_then_the_longest_waiting(cast):
    named(cast, "Old", NOON - 3 * DAY)
    named(cast, "Soon", NOON - 2 * DAY, urgency=Urgency.SOON)
    named(cast, "Urgent", NOON - DAY, urgency=Urgency.URGENT, needs=["food", "company"])
    assert shown(cast) == ["Urgent", "Soon", "Old"]
    assert shown(cast, sort=ReferralOrder.OLDEST) == ["Old", "Soon", "Urgent"]
    assert shown(cast, sort=ReferralOrder.NEWEST) == ["Urgent", "Soon", "Old"]
    assert shown(cast, shown=ReferralList.URGENT) == ["Urgent"]
    page = reads.referrals(cast.worker, ReferralQuery(), NOON)
    assert page.rows[0].needs == ("food", "company")
    assert page.counts == {ReferralList.WAITING: 3, ReferralList.URGENT: 1, ReferralList.OVERDUE: 0}


def test_urgent_is_late_sooner(cast):
    named(cast, "Usual", NOON - 2 * DAY)
    named(cast, "Urgent", NOON - 2 * DAY, urgency=Urgency.URGENT)
    assert shown(cast, shown=ReferralList.OVERDUE) == ["Urgent"]
    cards = {card.name: card.waiting for card in reads.referrals_waiting(cast.worker, NOON)}
    assert {name: wait.late for name, wait in cards.items() if wait} == {"Usual": False, "Urgent": True}


@pytest.mark.parametrize("sort", list(ReferralOrder))
def test_each_referral_stands_on_one_page(cast, sort, monkeypatch):
    monkeypatch.setattr("linkwork.casework.reads.triage.PAGE", 2)
    for number in range(5):
        named(cast, f"P{number}", NOON - number * DAY, urgency=list(Urgency)[number % 3])
    seen, after = [], None
    while True:
        page = reads.referrals(cast.worker, ReferralQuery(sort=sort, after=after), NOON)
        seen += [card.name for card in page.rows]
        after = page.next
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 5
    assert shown(cast, after=cast.site_id) == shown(cast)  # somebody else's id begins anew


def test_a_list_is_narrowed(cast):
    first = named(cast, "First", NOON - 9 * DAY)
    named(cast, "Second", NOON - 2 * DAY)
    actions.decline_referral(referral_id=first, reason="other", by=cast.manager, at=NOON)
    assert shown(cast, shown=ReferralList.ANSWERED) == ["First"]
    assert shown(cast, shown=ReferralList.ALL, state="declined") == ["First"]
    assert shown(cast, shown=ReferralList.ALL, took=Took.LATE) == ["First"]
    assert shown(cast, shown=ReferralList.ALL, took=Took.IN_TIME) == []
    assert shown(cast, shown=ReferralList.ALL, source="self") == []
    assert shown(cast, shown=ReferralList.ALL, since=(NOON - 3 * DAY).date()) == ["Second"]
    assert shown(cast, shown=ReferralList.ALL, until=(NOON - 3 * DAY).date()) == ["First"]


def test_unanswered_escalates_to_a_person_before_anything_is_declined(cast):
    """Operations anchor 7: the limit passes, somebody is told, and the referral still waits for their answer."""
    referral_id = scenes.referral(cast)
    by = system(cast.programme_id)
    assert actions.escalate_late(by=by, at=NOON + 5 * DAY) == []
    assert actions.escalate_late(by=by, at=NOON + 6 * DAY) == [referral_id]
    assert actions.escalate_late(by=by, at=NOON + 7 * DAY) == []
    card = reads.referral(cast.worker, referral_id, NOON + 8 * DAY)
    assert (card.state, card.escalated_to, card.escalated_on) == (
        ReferralState.RECEIVED,
        "Chris Okafor",
        (NOON + 6 * DAY).date(),
    )
    steps = [step.what for step in trail.steps_about(cast.manager, referral_id)]
    assert steps == ["casework.receive_referral", "casework.escalate_referral"]
    [letter] = standing.letters_about(cast.manager, referral_id)
    assert (letter.kind, letter.to) == ("casework.late", "manager@example.org")


def test_late_referrals_go_to_the_manager_named(cast):
    by = system(cast.programme_id)
    programmes.add_worker(name="Ada North", roles=[], since=NOON.date(), by=by, at=NOON)
    referral_id = scenes.referral(cast)
    second = programmes.welcome_worker(
        email="second@example.org",
        password="a long first password",
        name="Ines Roy",
        roles=cast.manager.roles,
        since=NOON.date(),
        by=by,
        at=NOON,
    )
    programmes.name_for_late(worker_id=second, by=by, at=NOON)
    assert reads.referral(cast.worker, referral_id, NOON + 9 * DAY).escalated_to == "Ines Roy"
    actions.escalate_late(by=by, at=NOON + 9 * DAY)
    assert [one.to for one in standing.letters_about(cast.manager, referral_id)] == ["second@example.org"]
    programmes.name_for_late(worker_id=None, by=by, at=NOON)
    assert reads.referral(cast.worker, referral_id, NOON + 9 * DAY).escalated_to == "Ines Roy"


def test_with_several_managers_and_none_named_all_are_told(cast):
    by = system(cast.programme_id)
    programmes.add_worker(  # without a login: stands in the record, gets no letter
        name="Zoe", roles=cast.manager.roles, since=NOON.date(), by=by, at=NOON
    )
    referral_id = scenes.referral(cast)
    actions.escalate_late(by=by, at=NOON + 9 * DAY)
    assert len(standing.letters_about(cast.manager, referral_id)) == 1
    assert reads.referral(cast.worker, referral_id, NOON).escalated_to == "Chris Okafor"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(0, 4000), max_size=5), urgency=st.sampled_from(list(Urgency)))
def test_no_time_passing_changes_the_state(cast, days, urgency):
    referral_id = scenes.referral(cast, urgency=urgency)
    at = NOON
    for wait in days:
        at += wait * DAY
        actions.escalate_late(by=system(cast.programme_id), at=at)
        card = reads.referral(cast.manager, referral_id, at)
        assert (card.state, card.answered_on, card.reason) == (ReferralState.RECEIVED, None, "")
    steps = [step.what for step in trail.steps_about(cast.manager, referral_id)]
    assert steps.count("casework.escalate_referral") <= 1


def test_who_was_accepted_without_a_worker_stands_on_the_waiting_list(cast):
    for name, urgency in (("Usual", Urgency.ROUTINE), ("Urgent", Urgency.URGENT)):
        actions.accept_referral(
            referral_id=named(cast, name, urgency=urgency, needs=["food"], wants="Bread"),
            by=cast.manager,
            at=NOON,
        )
    waiters = reads.waiting_list(cast.worker)
    assert [one.name for one in waiters] == ["Urgent", "Usual"]
    since = waiters[0].since
    assert reads.to_do(cast.manager, since).nobodys == Nobodys(2, since, urgent=True)
    assert reads.to_do(cast.worker, since).nobodys is None  # theirs to see, not to share out
    [need] = reads.needs_of(cast.worker, waiters[0].case_id)
    assert (need.term.code if hasattr(need.term, "code") else need.term, need.words) == ("food", "Bread")
    actions.allocate_case(case_id=waiters[0].case_id, worker_id=cast.worker.id, by=cast.manager, at=NOON)
    assert [one.name for one in reads.waiting_list(cast.worker)] == ["Usual"]
    assert reads.to_do(cast.manager, since).nobodys == Nobodys(1, since, urgent=False)
    assert reads.to_do(cast.outsider, since).nobodys is None


def test_each_number_of_the_report_is_the_length_of_its_list(cast):
    by = system(cast.programme_id)
    for number in range(8):
        at = NOON - (10 + number) * DAY
        referral_id = named(
            cast, f"P{number}", at, urgency=Urgency.URGENT if number % 3 == 0 else Urgency.SOON
        )
        if number < 3:
            actions.accept_referral(referral_id=referral_id, by=cast.manager, at=at + number * 3 * DAY)
        elif number < 5:
            actions.decline_referral(
                referral_id=referral_id, reason="other", by=cast.manager, at=at + 9 * DAY
            )
    actions.escalate_late(by=by, at=NOON)
    report = reads.referral_report(cast.worker, NOON)

    def length(**asked):
        return len(
            reads.referrals(cast.worker, ReferralQuery(**{"shown": ReferralList.ALL} | asked), NOON).rows
        )

    assert report.total == 8 == length()
    for (source, state), number in report.counts.items():
        assert number == length(source=source, state=state)
    assert report.doors == {"worker": length(door="worker")}
    assert report.in_time == length(took=Took.IN_TIME) == 2
    assert report.late == length(took=Took.LATE) == 3
    assert report.late_waiting == length(shown=ReferralList.OVERDUE) == report.escalated == 3
    assert report.days == {0: 1, 3: 1, 6: 1, 9: 2}
    assert report.median_days == 6
    narrow = reads.referral_report(
        cast.worker, NOON, since=(NOON - 12 * DAY).date(), until=(NOON - 11 * DAY).date()
    )
    assert narrow.total == 2
    assert reads.referral_report(cast.outsider, NOON).median_days is None


def test_only_the_practice_sorts_and_only_it_or_the_system_escalates(cast):
    for viewer in (cast.evaluator, cast.supervisor, scenes.referrer(cast)):
        for ask in (
            lambda v: reads.referrals(v, ReferralQuery(), NOON),
            reads.waiting_list,
            lambda v: reads.referral_report(v, NOON),
            lambda v: actions.escalate_late(by=v, at=NOON),
        ):
            with pytest.raises(NotAllowed):
                ask(viewer)
    assert reads.referrals(cast.outsider, ReferralQuery(), NOON).rows == []


def test_a_list_asks_a_fixed_number_of_questions(cast, django_assert_max_num_queries):
    for number in range(4):
        named(cast, f"P{number}")
    with django_assert_max_num_queries(5):
        reads.referrals(cast.worker, ReferralQuery(), NOON)
