"""A call nobody answered: kept with one press, said where it matters, taken back as easily."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.programmes import actions as programmes
from linkwork.programmes.rules import SiteKind
from linkwork.testing.cast import NOON


@pytest.fixture
def reachable(cast):
    """Somebody with a telephone who should have heard from us long ago."""
    details = PersonDetails(given_name="Colin", family_name="Sugden", phone="0555 625 267")
    case_id = actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=NOON
    )
    actions.log_contact(
        case_id=case_id, occurred_at=NOON, mode="met", note="Talked about the garden", by=cast.worker, at=NOON
    )
    return case_id


def press(client, case_id, **more):
    return client.post(reverse("people:no_answer", args=[case_id]), more)


def test_one_press_keeps_the_attempt_and_one_takes_it_back(signed_in, cast, reachable):
    client = signed_in("worker")
    page = reverse("people:person", args=[reachable])
    assert press(client, reachable).url == page
    [tried, _met] = reads.contacts_page(cast.worker, reachable).rows
    assert (tried.mode, tried.reached, tried.site_name) == ("phone", False, "")
    text = client.get(page).content.decode()
    assert "Kept: you called, nobody answered." in text
    assert "Tried today, nobody answered." in text
    assert "Talked about the garden" in text
    client.post(reverse("people:contact_undo", args=[tried.id]))
    assert [card.reached for card in reads.contacts_page(cast.worker, reachable).rows] == [True]
    assert "nobody answered" not in client.get(page).content.decode()


def test_a_call_stands_at_the_one_place_for_calls(signed_in, cast, reachable):
    programmes.add_site(name="By phone", kind=SiteKind.REMOTE, by=cast.manager, at=NOON)
    press(signed_in("worker"), reachable)
    assert reads.contacts_page(cast.worker, reachable).rows[0].site_name == "By phone"
    log = signed_in("worker").get(reverse("people:log"), {"case": reachable}).content.decode()
    assert 'data-remote-site="0' in log


def test_whom_nobody_has_tried_yet_comes_first(signed_in, cast, reachable):
    later = actions.start_case(
        details=PersonDetails(given_name="Ann", family_name="Other"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON + dt.timedelta(days=1),
    )
    client, today = signed_in("worker"), reverse("today:home")
    before = client.get(today).content.decode()
    assert before.index("Colin S.") < before.index("Ann O.")
    answer = press(client, reachable, back="visits")
    assert answer.url == reverse("people:visits")
    assert "tried today, nobody answered" in client.get(answer.url).content.decode()
    after = client.get(today).content.decode()
    assert after.index("Ann O.") < after.index("Colin S.")
    assert "tried today, nobody answered" in after
    now = timezone.now()
    actions.log_contact(case_id=reachable, occurred_at=now, mode="phone", by=cast.worker, at=now)
    [card] = reads.due(cast.worker, timezone.localdate(), cast.worker.id)
    assert (card.case_id, card.tried_on) == (later, None)


def test_who_was_never_reached_and_who_was_never_tried(signed_in, cast, case_id):
    client, page = signed_in("worker"), reverse("people:person", args=[case_id])
    assert "last-time" not in client.get(page).content.decode()
    press(client, case_id)
    text = client.get(page).content.decode()
    assert "Tried today, nobody answered." in text
    assert "Last time" not in text


def test_nobody_else_may_and_looking_keeps_nothing(signed_in, cast, reachable):
    assert press(signed_in("evaluator"), reachable).status_code == 403
    assert signed_in("worker").get(reverse("people:no_answer", args=[reachable])).status_code == 405
    assert len(reads.contacts_page(cast.worker, reachable).rows) == 1


@pytest.mark.parametrize(
    ("phoning", "said", "calls"),
    [
        (Phoning.NO_MESSAGE, "Safe, but leave no message · After ten", True),
        (Phoning.NO, "Do not call · After ten", False),
        (Phoning.YES, "After ten", True),
    ],
)
def test_what_to_mind_before_calling_stays_after_the_referral_was_accepted(
    signed_in, cast, phoning, said, calls
):
    care = Care(reach_when="After ten", phoning=phoning, safety="Say who you are at the door")
    details = PersonDetails(given_name="Alex", family_name="Brook", phone="0555 700 701")
    referral_id = actions.receive_referral(
        details=details, source="self", wants="Company", care=care, by=cast.manager, at=NOON
    )
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=NOON
    )
    client = signed_in("worker")
    person = client.get(reverse("people:person", args=[case_id])).content.decode()
    visits = client.get(reverse("people:visits")).content.decode()
    assert "Say who you are at the door" in person
    for page in (person, visits):
        assert said in page
        assert ('href="tel:0555700701"' in page) is calls


def test_what_to_mind_before_calling_is_changed_on_the_page_about_them(signed_in, cast):
    referral_id = actions.receive_referral(
        details=PersonDetails(given_name="Alex", family_name="Brook", phone="0555 700 701"),
        source="self",
        care=Care(reach_when="After ten", phoning=Phoning.NO),
        by=cast.manager,
        at=NOON,
    )
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=NOON
    )
    client, edit = signed_in("worker"), reverse("people:edit", args=[case_id])
    page, call = reverse("people:person", args=[case_id]), 'href="tel:0555700701"'
    shown = client.get(edit).content.decode()
    assert re.search(r'name="never_by" value="phone"[^>]* checked', shown)  # the form begins from what holds
    assert 'name="best_time" value="After ten"' in shown
    said = {"given_name": "Alex", "family_name": "Brook", "phone": "0555 700 701", "prefers": "any"}
    client.post(edit, said | {"phone_message_ok": "no", "best_time": "Evenings"})
    now = client.get(page).content.decode()
    assert "Safe, but leave no message · Evenings" in now
    assert call in now
    client.post(edit, said | {"phone_message_ok": "yes", "never_by": ["phone"]})
    assert call not in client.get(page).content.decode()
