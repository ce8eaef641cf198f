"""Connecting somebody by the pages: what is shown, sent, kept and refused."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework import reads as casework_reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Kind, Outcome, Owner, Shared, State, Why
from linkwork.core.viewer import Kind as ViewerKind
from linkwork.core.viewer import Viewer
from linkwork.directory import actions as directory
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing.cast import PASSWORD
from linkwork.trail import reads as trail
from linkwork.web.connect import presenters

NAME, PHONE = "Maryam Al Amin", "0411 222 333"
WANTS = "Get out among people again"


def ids(cast):
    """A case, a need and a service of today."""
    at = timezone.now() - dt.timedelta(days=40)
    case_id = casework.start_case(
        details=PersonDetails("Maryam", "Al Amin", phone=PHONE, language="ar"),
        source=lists.terms("referral_sources")[0].code,
        worker_id=cast.worker.id,
        by=cast.worker,
        at=at,
    )
    need_id = casework.add_need(
        case_id=case_id, term=lists.terms("needs")[0].code, words=WANTS, by=cast.worker, at=at
    )
    service_id = directory.add_service(
        name="Garden group",
        organisation="Green Corner",
        email="hello@garden.example",
        phone="03 555 111",
        by=cast.worker,
        at=at,
    )
    return {"case_id": case_id, "need_id": need_id, "service_id": service_id}


def sent(cast, known, days=0, **changes):
    asked = {
        "kind": Kind.REFERRAL,
        "shared": (Shared.NAME, Shared.PHONE, Shared.WANTS),
        "wants": WANTS,
        "agreed": True,
        "agreed_how": "On the phone",
        "send_to": "hello@garden.example",
        "by": cast.worker,
        "at": timezone.now() - dt.timedelta(days=days),
    }
    return actions.connect(**known, **(asked | changes))


@pytest.fixture
def client(cast):
    browser = Client()
    browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@pytest.fixture
def known(cast):
    return ids(cast)


def new_url(known, kind=""):
    asked = "&".join(f"{name.removesuffix('_id')}={value}" for name, value in known.items())
    return f"{reverse('connect:new')}?{asked}" + (f"&kind={kind}" if kind else "")


def text(answer):
    return answer.content.decode()


def test_three_ways_each_saying_what_it_shares(client, known):
    said = text(client.get(new_url(known)))
    for words in ("A signpost. Nothing about Maryam leaves", "A referral.", "A warm handover.", WANTS):
        assert words in said


def test_without_a_need_it_asks_which_and_without_a_case_it_goes_home(client, known):
    said = text(client.get(f"{reverse('connect:new')}?case={known['case_id']}&service={known['service_id']}"))
    assert f"need={known['need_id']}" in said
    assert "Which need" in text(client.get(f"{reverse('connect:new')}?case={known['case_id']}"))
    assert client.get(reverse("connect:new")).status_code == 302
    assert client.get(reverse("connect:new") + "?case=nonsense").status_code == 302


REFERRAL = {
    "wants": WANTS,
    "shared": ["name", "phone", "wants"],
    "agreed": "on",
    "agreed_how": "On the phone today",
    "send_to": "hello@garden.example",
}


def test_a_referral_by_the_page_goes_out_and_shows_its_link_once(client, cast, known):
    page = text(client.get(new_url(known, "referral")))
    assert f"Phone: {PHONE}" in page
    assert "A request from North practices" in page
    answer = client.post(new_url(known, "referral"), REFERRAL)
    (card,) = reads.connections_of(cast.worker, known["case_id"])
    assert answer.url == reverse("connect:detail", args=[card.id])
    (letter,) = mail.outbox
    assert letter.to == ["hello@garden.example"]
    link = reverse("reply:open", args=["x"]).removesuffix("x/")
    assert link in letter.body
    assert not any(word in f"{letter.subject} {letter.body}" for word in ["Maryam", "Al Amin", PHONE, WANTS])
    assert link in text(client.get(answer.url))
    assert link not in text(client.get(answer.url))


def test_a_refused_form_keeps_what_was_written(client, cast, known):
    answer = client.post(new_url(known, "referral"), REFERRAL | {"agreed": "", "wants": "To sing"})
    assert answer.status_code == 400
    said = text(answer)
    assert "Ask the person first" in said
    assert "To sing" in said
    assert reads.connections_of(cast.worker, known["case_id"]) == []
    assert mail.outbox == []


def test_standing_consent_is_not_asked_for_again(client, cast, known):
    sent(cast, known)
    said = text(client.get(new_url(known, "referral")))
    assert 'name="agreed"' not in said
    assert "it stands in the record" in said


def test_a_warm_handover_by_the_page(client, cast, known):
    more = {
        "introduced_by": "Amal Haddad",
        "manner": "in_person",
        "meet_at": "2030-05-02T14:00",
        "accompanied": "on",
    }
    client.post(new_url(known, "warm_handover"), REFERRAL | more)
    (card,) = reads.connections_of(cast.worker, known["case_id"])
    assert card.handover is not None
    assert card.handover.accompanied
    said = text(client.get(reverse("connect:detail", args=[card.id])))
    assert "Introduced by Amal Haddad" in said
    assert client.post(new_url(known, "warm_handover"), REFERRAL).status_code == 400


def test_a_signpost_by_the_page_sends_nothing(client, cast, known):
    assert "Nothing about Maryam leaves" in text(client.get(new_url(known, "signpost")))
    answer = client.post(new_url(known, "signpost"), {"note": "Tuesday mornings"})
    (card,) = reads.signposts_of(cast.worker, known["case_id"])
    assert answer.url == reverse("connect:signpost", args=[card.id])
    assert mail.outbox == []
    assert "Tuesday mornings" in text(client.get(answer.url))
    assert client.post(answer.url, {"went": "went"}).status_code == 400
    client.post(answer.url, {"went": "went", "outcome": "helped", "words": "I made a friend"})
    said = text(client.get(answer.url))
    assert "It helped." in said
    assert "I made a friend" in said


def test_a_signpost_they_did_not_go_to(client, cast, known):
    signpost_id = actions.signpost(**known, by=cast.worker, at=timezone.now())
    client.post(reverse("connect:signpost", args=[signpost_id]), {"went": "did_not_go", "outcome": "helped"})
    assert reads.signpost(cast.worker, signpost_id).outcome is None


def test_where_it_stands_and_what_the_partner_says_on_the_phone(client, cast, known):
    done = sent(cast, known, days=9)
    url = reverse("connect:detail", args=[done.connection_id])
    said = text(client.get(url))
    assert "Green Corner was asked 9 days ago and hasn’t answered yet." in said
    client.post(reverse("connect:step", args=[done.connection_id, "accepted"]))
    assert "Green Corner said yes." in text(client.get(url))
    step = reverse("connect:step", args=[done.connection_id, "waiting"])
    assert "It starts on" in text(client.get(step))
    assert client.post(step, {}).status_code == 400
    client.post(step, {"starts_on": "2030-04-03"})
    assert "It starts on 3 April." in text(client.get(url))
    assert "told to us by the organisation" in text(client.get(url))


def test_calling_it_off_asks_whose_word_it_is(client, cast, known):
    done = sent(cast, known)
    step = reverse("connect:step", args=[done.connection_id, "cancelled"])
    client.post(step, {"told_by": "person", "reason": "Moved away"})
    last = reads.history(cast.worker, done.connection_id)[-1]
    assert (last.state, last.owner, last.reason) == (State.CANCELLED, "person", "Moved away")
    assert any("withdrawn" in letter.subject for letter in mail.outbox)
    assert client.post(step, {"told_by": "person", "reason": "Again"}).status_code == 400
    assert client.get(reverse("connect:step", args=[done.connection_id, "nonsense"])).status_code == 404


def test_asking_again_closing_and_renewing_the_link(client, cast, known):
    done = sent(cast, known, days=9)
    url = reverse("connect:detail", args=[done.connection_id])
    client.post(reverse("connect:chase", args=[done.connection_id]))
    assert any("still waits" in letter.subject for letter in mail.outbox)
    assert "shown only now" in text(client.get(url))
    client.post(reverse("connect:link", args=[done.connection_id]), {"close": "1"})
    assert "shown only now" not in text(client.get(url))
    client.post(reverse("connect:link", args=[done.connection_id]))
    assert "shown only now" in text(client.get(url))


def partner(done):
    from linkwork.connections.access import partner_viewer

    return partner_viewer(done.token, timezone.now())


def test_a_question_is_answered_on_the_page(client, cast, known):
    done = sent(cast, known)
    question = actions.ask_question(
        connection_id=done.connection_id, words="Are stairs all right?", by=partner(done), at=timezone.now()
    )
    url = reverse("connect:detail", args=[done.connection_id])
    assert "Are stairs all right?" in text(client.get(url))
    ask = reverse("connect:answer", args=[question])
    assert client.post(ask, {"answer": "", "connection": done.connection_id}).status_code == 400
    assert client.post(ask, {"answer": "Yes"}).status_code == 404
    client.post(ask, {"answer": "Yes, slowly", "connection": done.connection_id})
    assert "Yes, slowly" in text(client.get(url))


def test_how_it_went(client, cast, known):
    done = sent(cast, known, days=20)
    url = reverse("connect:follow_up", args=[done.connection_id])
    assert "How did it go for Maryam?" in text(client.get(url))
    assert client.post(url, {}).status_code == 400
    assert client.post(url, {"went": "later"}).status_code == 400
    client.post(url, {"went": "later", "until": "2030-01-01"})
    assert reads.connection(cast.worker, done.connection_id).ask_again_on == dt.date(2030, 1, 1)
    assert client.post(url, {"went": "did_not_go"}).status_code == 400
    client.post(url, {"went": "went", "outcome": "partly", "words": "Too loud"})
    assert reads.connection(cast.worker, done.connection_id).outcome is Outcome.PARTLY
    assert "It helped in part." in text(client.get(reverse("connect:detail", args=[done.connection_id])))


def test_looking_leaves_a_row_and_asks_few_questions(client, cast, known, django_assert_max_num_queries):
    done = sent(cast, known)
    before = len(trail.looks_at(cast.manager, person_id(cast, known)))
    with django_assert_max_num_queries(15):  # twelve questions, and the access row in its savepoint
        client.get(reverse("connect:detail", args=[done.connection_id]))
    looks = trail.looks_at(cast.manager, person_id(cast, known))
    assert len(looks) == before + 1
    assert looks[0].page == "connect:detail"


def person_id(cast, known):
    from linkwork.casework import reads as cases

    return cases.case(cast.worker, known["case_id"]).person_id


def test_another_programme_and_other_roles_stay_outside(cast, known):
    done = sent(cast, known)
    for part, status in [("outsider", 404), ("supervisor", 403), ("evaluator", 403)]:
        browser = Client()
        browser.login(email=f"{part}@example.org", password=PASSWORD)
        assert browser.get(reverse("connect:detail", args=[done.connection_id])).status_code == status


def test_today_says_what_needs_the_worker(cast, known, django_assert_max_num_queries):
    at = timezone.now()
    sent(cast, known, days=9)
    declined, asked, accepted, fresh = (sent(cast, known, days=d) for d in (1, 1, 30, 1))
    actions.move(
        connection_id=declined.connection_id, to=State.DECLINED, why=Why.FULL, by=partner(declined), at=at
    )
    actions.ask_question(connection_id=asked.connection_id, words="When?", by=partner(asked), at=at)
    actions.move(
        connection_id=accepted.connection_id, to=State.STARTED, told_by=Owner.PARTNER, by=cast.worker, at=at
    )
    actions.signpost(**known, by=cast.worker, at=at - dt.timedelta(days=20))
    standing = programmes.standing(cast.worker.login_id)
    with django_assert_max_num_queries(2):
        items = presenters.today_items(standing, at)
    (waits,) = [item for item in items if item.waits]
    items.remove(waits)
    assert {item.title for item in items} == {
        "Green Corner hasn’t answered",
        "Green Corner said no.",
        "Green Corner has a question",
        "Ask Maryam A. how it went",
        "Ask whether Maryam A. went",
    }
    assert waits.url.endswith(f"{fresh.connection_id}/")
    for viewer in (cast.evaluator, Viewer(ViewerKind.PARTNER, programme_id=cast.programme_id)):
        assert presenters.today_items(Standing(viewer), at) == []


def test_the_panel_of_the_person_page(client, cast, known, django_assert_max_num_queries):
    at = timezone.now()
    standing = programmes.standing(cast.worker.login_id)
    assert presenters.panel(standing, known["case_id"], at) == presenters.Panel([], [])
    done = sent(cast, known, days=9)
    actions.follow_up(connection_id=done.connection_id, went=Attendance.NOT_KNOWN, by=cast.worker, at=at)
    actions.signpost(**known, by=cast.worker, at=at)
    with django_assert_max_num_queries(2):
        shown = presenters.panel(standing, known["case_id"], at)
    assert [line.more for line in shown.over] == ["We don’t know what came of it."]
    assert [(line.title, line.chip) for line in shown.open] == [("Garden group", "signpost")]
    assert presenters.panel(standing, known["case_id"], at).over[0].need


def test_a_consent_taken_back_stops_the_connection_and_tells_the_partner(cast, client, known):
    made = sent(cast, known)
    person = casework_reads.case(cast.worker, known["case_id"]).person_id
    [consent] = casework_reads.consents_of(cast.worker, person, timezone.now())
    end = reverse("people:consent_end", args=[known["case_id"], consent.id])
    said = client.post(end, follow=True).content.decode()
    assert "One connection is called off" in said
    assert reads.connection(cast.worker, made.connection_id).state is State.CANCELLED
    assert any(letter.to == ["hello@garden.example"] for letter in mail.outbox)


def test_who_is_connected_already_is_said_before_asking_again(cast, client, known):
    page = new_url(known)
    assert "is connected with them already" not in client.get(page).content.decode()
    made = sent(cast, known)
    said = client.get(page).content.decode()
    assert "Maryam is connected with them already" in said
    assert reverse("connect:detail", args=[made.connection_id]) in said
