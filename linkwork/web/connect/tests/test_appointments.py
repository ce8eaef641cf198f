"""Appointments, drafts, introductions and history on their pages; a calendar's private address."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions, reads
from linkwork.connections.rules import Handover, Kind, Manner, Outcome, State, Why
from linkwork.exchange import mail as post
from linkwork.trail import reads as trail
from linkwork.web.connect.tests.conftest import NAME, PHONE, REFERRAL, new_url, partner, sent, text

DAY = dt.timedelta(days=1)


def soon(days=3):
    return timezone.now().replace(second=0, microsecond=0) + days * DAY


def typed(moment):
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


def give_address(cast, known):
    person = cases.case(cast.worker, known["case_id"]).person_id
    details = PersonDetails("Maryam", "Al Amin", phone=PHONE, language="ar", email="maryam@home.example")
    casework.change_person(person_id=person, details=details, by=cast.worker, at=timezone.now())


def made(cast, **more):
    asked = {"starts_at": soon(), "by": cast.worker, "at": timezone.now(), "where": "Room 4"}
    return actions.set_appointment(**(asked | more))


def at(name, *ids):
    return reverse(f"connect:{name}", args=ids)


def test_one_is_set_for_a_connection_and_everybody_told(client, cast, known):
    give_address(cast, known)
    done = sent(cast, known)
    post.deliver_waiting(timezone.now())
    mail.outbox.clear()
    page = at("appointment_new") + f"?connection={done.connection_id}"
    shown = text(client.get(page))
    assert "Send Green Corner an invitation" in shown
    asked = {"kind": "at_service", "starts_at": "", "minutes": "45", "where": "The shed"}
    assert client.post(page, asked).status_code == 400
    past = client.post(page, asked | {"starts_at": "2020-01-01T10:00"})
    assert "still ahead" in text(past)
    answer = client.post(
        page, asked | {"starts_at": typed(soon()), "tell_partner": "on", "tell_person": "on"}
    )
    (card,) = reads.appointments_for(cast.worker, done.connection_id)
    assert answer.url == at("appointment", card.id)
    assert {letter.to[0] for letter in mail.outbox} == {"hello@garden.example", "maryam@home.example"}
    assert all(letter.attachments[0][0] == "appointment.ics" for letter in mail.outbox)
    shown = text(client.get(answer.url))
    assert "The shed" in shown
    assert "has an invitation by e-mail" in shown
    assert "The shed" in text(client.get(at("detail", done.connection_id)))
    assert "Appointment on" in text(client.get(reverse("people:person", args=[known["case_id"]])))


def test_one_with_us_is_set_from_the_person_s_list(client, cast, known):
    listing = at("appointments", known["case_id"])
    assert "None yet." in text(client.get(listing))
    page = at("appointment_new") + f"?case={known['case_id']}"
    client.post(page, {"kind": "with_us", "starts_at": typed(soon()), "minutes": "30", "where": "Elm Street"})
    assert "Elm Street" in text(client.get(listing))
    assert client.get(at("appointment_new") + "?case=nonsense").status_code == 404


def test_it_is_moved_and_called_off(client, cast, known):
    done = sent(cast, known)
    id_ = made(cast, connection_id=done.connection_id, tell_partner=True)
    mail.outbox.clear()
    move = at("appointment_move", id_)
    assert client.post(move, {"starts_at": "", "minutes": "60"}).status_code == 400
    client.post(move, {"starts_at": typed(soon(5)), "minutes": "60", "where": "Room 5"})
    assert reads.appointment(cast.worker, id_).sequence == 1
    off = at("appointment_cancel", id_)
    assert client.post(off, {"reason": ""}).status_code == 400
    client.post(off, {"reason": "She is ill"})
    subjects = [letter.subject for letter in mail.outbox if letter.to == ["hello@garden.example"]]
    assert subjects[-1] == "An appointment with North practices is called off"
    assert "She is ill" in text(client.get(at("appointment", id_)))
    assert "She is ill" not in "".join(str(letter.body) for letter in mail.outbox)


def test_whether_they_came(client, cast, known):
    done = sent(cast, known, days=9)
    past = timezone.now() - 2 * DAY
    id_ = actions.set_appointment(
        connection_id=done.connection_id, starts_at=past, by=cast.worker, at=past - DAY
    )
    assert "Did Maryam come?" in text(client.get(at("appointment", id_)))
    assert client.post(at("appointment_came", id_), {}).status_code == 400
    client.post(at("appointment_came", id_), {"attended": "yes", "words": "She stayed two hours"})
    assert reads.connection(cast.worker, done.connection_id).state is State.STARTED
    shown = text(client.get(at("appointment", id_)))
    assert "Maryam came." in shown
    assert "She stayed two hours" in shown


def test_the_worker_s_own_file_holds_initials(client, cast, known):
    id_ = made(cast, case_id=known["case_id"])
    before = len(trail.looks_at(cast.manager, cases.case(cast.worker, known["case_id"]).person_id))
    answer = client.get(at("appointment_file", id_))
    assert answer["Content-Type"].startswith("text/calendar")
    said = answer.content.decode()
    assert "M.A.A." in said
    assert "Maryam" not in said
    assert len(trail.looks_at(cast.manager, cases.case(cast.worker, known["case_id"]).person_id)) > before
    client.post(at("appointment_reminded", id_))
    assert reads.appointment(cast.worker, id_).reminded_at
    assert "was reminded" in text(client.get(at("appointment", id_)))


def test_a_calendar_s_address_is_shown_once_and_opens_without_an_account(client, cast, known):
    made(cast, case_id=known["case_id"])
    page = at("calendar")
    assert "/calendar/" not in text(client.get(page)).split("<main")[1].split("/days.ics")[0].replace(
        page, ""
    )
    shown = text(client.post(page))
    address = shown.split('value="')[-1]
    link = next(part for part in shown.split('"') if part.endswith("/days.ics"))
    path = link.split("://", 1)[1].split("/", 1)[1]
    answer = Client().get("/" + path)
    assert answer.status_code == 200
    assert "M.A.A." in answer.content.decode()
    assert "Maryam" not in answer.content.decode()
    assert address
    assert "days.ics" not in text(client.get(page))
    client.post(page, {"end": "1"})
    assert Client().get("/" + path).status_code == 404


def test_a_draft_is_kept_found_and_sent(client, cast, known):
    url = new_url(known, "referral")
    client.post(url, {"wants": "To sing", "keep": "1"})
    (card,) = reads.drafts(cast.worker)
    assert mail.outbox == []
    assert "Go on and send it" in text(client.get(at("detail", card.id)))
    assert "Not sent yet: Garden group" in text(client.get(reverse("today:home")))
    page = at("draft", card.id)
    assert "To sing" in text(client.get(page))
    client.post(page, REFERRAL | {"wants": "To sing with others", "keep": "1"})
    assert reads.connection(cast.worker, card.id).wants == "To sing with others"
    assert client.post(page, REFERRAL | {"agreed": ""}).status_code == 400
    answer = client.post(page, REFERRAL)
    assert answer.url == at("detail", card.id)
    assert len(mail.outbox) == 1
    assert client.get(page).url == at("detail", card.id)


def test_a_draft_of_a_handover_needs_who_introduces(client, cast, known):
    url = new_url(known, "warm_handover")
    more = {"introduced_by": "", "manner": "written", "keep": "1"}
    assert client.post(url, more).status_code == 400
    client.post(url, more | {"introduced_by": "Amal Haddad"})
    (card,) = reads.drafts(cast.worker)
    assert "Amal Haddad" in text(client.get(at("draft", card.id)))


def test_an_introduction_took_place(client, cast, known):
    handover = Handover("Amal Haddad", True, None, Manner.IN_PERSON)
    done = sent(cast, known, kind=Kind.WARM_HANDOVER, handover=handover)
    page = at("introduced", done.connection_id)
    assert "Did it take place?" in text(client.get(page))
    today = timezone.localdate()
    assert client.post(page, {"happened": "no", "on": today}).status_code == 400
    client.post(page, {"happened": "yes", "on": today, "words": "They liked each other"})
    shown = text(client.get(at("detail", done.connection_id)))
    assert "It took place on" in shown
    assert "They liked each other" in shown


def test_times_are_chosen_on_the_page(client, cast, known):
    done = sent(cast, known)
    times = [soon(2), soon(3)]
    by = partner(done)
    actions.propose_times(connection_id=done.connection_id, times=times, by=by, at=timezone.now())
    detail = at("detail", done.connection_id)
    assert "They propose a time" in text(client.get(detail))
    assert "Green Corner proposes times" in text(client.get(reverse("today:home")))
    page = at("time", done.connection_id)
    assert "Choose one of the times" in text(client.post(page, {"chosen": "x"}, follow=True))
    client.post(page, {"chosen": times[0].astimezone(dt.UTC).isoformat()})
    (card,) = reads.appointments_for(cast.worker, done.connection_id)
    assert card.starts_at == times[0]
    assert "answered already" in text(client.post(page, {"chosen": "none"}, follow=True))


def test_how_it_stood_on_any_day(client, cast, known):
    done = sent(cast, known, days=9)
    actions.move(connection_id=done.connection_id, to=State.ACCEPTED, by=partner(done), at=timezone.now())
    page = at("history", done.connection_id)
    shown = text(client.get(page))
    assert "They said yes" in shown
    assert "by the organisation itself" in shown
    day = timezone.localdate() - 5 * DAY
    shown = text(client.get(page, {"on": day}))
    assert "They said yes" not in shown
    assert "Sent" in shown
    assert "It had not begun." in text(client.get(page, {"on": day - 30 * DAY}))
    assert client.get(page, {"on": "nonsense"}).status_code == 400


def test_a_service_without_room_is_said_before_asking_again(client, cast, known):
    done = sent(cast, known)
    actions.move(
        connection_id=done.connection_id, to=State.DECLINED, why=Why.FULL, by=partner(done), at=timezone.now()
    )
    assert "They had no place when asked" in text(client.get(new_url(known)))


def test_a_signpost_is_printed_or_e_mailed_to_the_person(client, cast, known):
    id_ = actions.signpost(**known, by=cast.worker, at=timezone.now())
    assert "E-mail it to them" not in text(client.get(at("signpost", id_)))
    assert "no e-mail address" in text(client.post(at("signpost_send", id_), follow=True))
    sheet = text(client.get(at("signpost_print", id_)))
    assert "Garden group" in sheet
    assert NAME not in sheet
    give_address(cast, known)
    assert "E-mail it to them" in text(client.get(at("signpost", id_)))
    client.post(at("signpost_send", id_))
    assert [letter.to for letter in mail.outbox] == [["maryam@home.example"]]


def own(cast, known):
    token = casework.make_person_link(case_id=known["case_id"], by=cast.worker, at=timezone.now())
    return Client(), token


def test_the_person_says_how_it_went_once(cast, known):
    done = sent(cast, known, days=9)
    post = actions.signpost(**known, by=cast.worker, at=timezone.now())
    browser, token = own(cast, known)
    home = text(browser.get(reverse("mine:open", args=[token])))
    assert "Garden group" in home
    assert "Green Corner" not in home or "Maryam" in home
    page = reverse("mine:connect:tell", args=[token, done.connection_id])
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"went": "went"}).status_code == 400
    for _turn in range(2):
        browser.post(page, {"went": "went", "outcome": "helped", "words": "They are kind"})
    card = reads.connection(cast.worker, done.connection_id)
    assert (card.outcome, card.outcome_words) == (Outcome.HELPED, "They are kind")
    told = reverse("mine:connect:tell_signpost", args=[token, post])
    assert browser.get(told).status_code == 200
    browser.post(told, {"went": "did_not_go"})
    assert reads.signpost(cast.worker, post).went == "did_not_go"
    assert browser.post(told, {"went": "did_not_go"}).status_code == 302
    elsewhere = reverse("mine:connect:tell", args=[token, known["case_id"]])
    assert browser.get(elsewhere).status_code == 404


def test_the_person_sees_what_is_known_of_them_and_takes_it_back(cast, known, client):
    done = sent(cast, known, days=2)
    reply = reverse("reply:open", args=[done.token])
    assert "Maryam" in text(Client().get(reply))
    browser, token = own(cast, known)
    home = reverse("mine:open", args=[token])
    browser.post(reverse("mine:language", args=[token]), {"language": "en"})
    page = text(browser.get(home))
    assert "With your yes they know: your name, your phone number, what you hope for." in page
    assert "What is kept about you is yours to see." in page
    stop = reverse("mine:connect:call_off", args=[token, done.connection_id])
    assert browser.get(stop).status_code == 405
    assert "It is called off. They are told." in text(browser.post(stop, follow=True))
    assert "That has been answered already." in text(browser.post(stop, follow=True))
    assert "I don’t want this any more" not in text(browser.get(home))
    assert "Maryam" not in text(Client().get(reply))
    assert "hello@garden.example" in [to for letter in mail.outbox for to in letter.to]
    assert "Garden group" in text(client.get(reverse("today:home")))


def test_the_person_chooses_a_time(cast, known):
    done = sent(cast, known)
    times = [soon(2), soon(3)]
    actions.propose_times(connection_id=done.connection_id, times=times, by=partner(done), at=timezone.now())
    browser, token = own(cast, known)
    home = reverse("mine:open", args=[token])
    page = reverse("mine:connect:time", args=[token, done.connection_id])
    browser.post(page, {"chosen": ""})
    assert reads.open_proposal(cast.worker, done.connection_id)
    browser.post(page, {"chosen": times[1].astimezone(dt.UTC).isoformat()})
    assert reads.appointments_for(cast.worker, done.connection_id)[0].starts_at == times[1]
    assert browser.post(page, {"chosen": "none"}).url == home


@pytest.mark.parametrize("part", ["outsider", "evaluator"])
def test_others_see_no_appointment(cast, known, part):
    from linkwork.testing.cast import PASSWORD

    id_ = made(cast, case_id=known["case_id"])
    browser = Client()
    browser.login(email=f"{part}@example.org", password=PASSWORD)
    assert browser.get(at("appointment", id_)).status_code in (403, 404)
