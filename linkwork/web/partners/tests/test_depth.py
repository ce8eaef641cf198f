"""Walking through what is known of partners in depth: people, agreements, how it stands, the role card, the network."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.ids import new_id
from linkwork.directory import actions as directory
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Answers, Practice, Quality, Sector, Side
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing import browsing
from linkwork.testing.cast import Cast
from linkwork.web.partners.today import today_items

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
SignIn = Callable[[str], Client]


@pytest.fixture
def sign_in(cast: Cast) -> SignIn:
    """A browser in which somebody of the cast has signed in."""
    return browsing.signed_in


@pytest.fixture
def school(cast: Cast) -> UUID:
    return actions.add_partner(
        name="Hill primary school", sector=Sector.SCHOOL, by=cast.worker, at=NOW - dt.timedelta(days=90)
    )


@pytest.fixture
def reed(cast: Cast, school: UUID) -> UUID:
    return actions.add_contact(
        partner_id=school, name="Ms Reed", email="reed@example.org", by=cast.worker, at=NOW
    )


def text(client: Client, name: str, /, *args: object, status: Any = 200, **query: str) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == status
    return response.content.decode()


def post(client: Client, name: str, /, *args: object, status: Any = 302, **said: str) -> str:
    response = client.post(reverse(name, args=args), said)
    assert response.status_code == status, response.content.decode()
    return response.content.decode()


def test_people_come_change_and_go(cast: Cast, sign_in: SignIn, school: UUID, reed: UUID) -> None:
    client = sign_in("worker")
    post(client, "partners:contact_edit", reed, name="", status=422)
    post(client, "partners:contact_edit", reed, name="Ms Reed", part="Deputy head")
    text(client, "partners:contact_edit", reed)
    text(client, "partners:champion", reed)
    post(client, "partners:champion", reed, since=TODAY.isoformat(), does="Brings new teachers")
    assert "Brings new teachers" in text(client, "partners:partner", school)
    post(client, "partners:champion", reed, since=TODAY.isoformat(), does="Sends families")
    assert "Sends families" in text(client, "partners:partner", school)
    other = actions.add_contact(partner_id=school, name="Mr Holt", by=cast.worker, at=NOW)
    text(client, "partners:champion_end", reed)
    early = (TODAY - dt.timedelta(days=3)).isoformat()
    post(client, "partners:champion_end", reed, until=early, status=422)
    post(
        client,
        "partners:champion_end",
        reed,
        until=TODAY.isoformat(),
        reason="Too busy",
        successor=str(other),
    )
    about = text(client, "partners:about", school)
    assert "Too busy" in about
    assert "taken over by Mr Holt" in about
    assert (
        client.get(reverse("partners:champion_end", args=[reed])).status_code == 302
    )  # no champion any more
    text(client, "partners:contact_left", other)
    post(client, "partners:contact_left", other, until=TODAY.isoformat(), reason="New job")
    assert [one.name for one in reads.partner(cast.worker, school).left] == ["Mr Holt"]
    assert "No longer there" in text(client, "partners:about", school)


def test_a_partner_is_changed_and_found_in_the_directory(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    organisation = directory.add_organisation(name="Hill primary school", by=cast.worker, at=NOW)
    directory.add_service(
        organisation_id=organisation, name="Homework club", description="", by=cast.worker, at=NOW
    )
    text(client, "partners:edit", school)
    post(client, "partners:edit", school, name="", sector="school", status=422)
    post(client, "partners:edit", school, name="Hill school", sector="school", note="Ring first")
    assert "Hill primary school" not in text(client, "partners:organisation", school)
    assert "Hill primary school" in text(client, "partners:organisation", school, q="primary")
    address = reverse("partners:organisation", args=[school])
    part = client.get(address, {"q": "hill"}, headers={"X-Part": "list"}).content.decode()
    assert "It is this one" in part
    assert "<html" not in part
    post(client, "partners:organisation", school, organisation="?", status=404)
    post(client, "partners:organisation", school, organisation=str(organisation))
    assert "Homework club" in text(client, "partners:about", school)
    post(client, "partners:organisation", school, organisation="")
    assert "Not linked" in text(client, "partners:about", school)


def test_work_with_what_follows(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    said = {"practice": "communication", "occurred_on": TODAY.isoformat(), "quality": "difficult"}
    more = {"agreed": "A talk in May", "next_step": "Send dates"}
    html = post(client, "partners:together", school, **said, **more, status=422)
    assert "Say by when." in html
    assert "Send dates" in html
    post(client, "partners:together", school, **said, **more, next_on=TODAY.isoformat())
    [item] = today_items(Standing(cast.worker), NOW)
    assert (item.title, item.small) == ("Send dates", "Agreed with Hill primary school")
    [done] = reads.partner(cast.worker, school).interactions
    assert done.quality is Quality.DIFFICULT
    html = text(client, "partners:partner", school)
    assert "Agreed: A talk in May" in html
    post(client, "partners:step_done", done.id)
    assert today_items(Standing(cast.worker), NOW) == []
    post(client, "partners:take_back", done.id)
    assert reads.partner(cast.worker, school).interactions == ()


def test_one_press_from_a_contact(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    case_id = casework.start_case(
        details=PersonDetails(given_name="Maryam", family_name="Al-Amin"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOW,
    )
    casework.log_contact(case_id=case_id, occurred_at=NOW, mode="met", by=cast.worker, at=NOW)
    contact = cases.last_contact(cast.worker, case_id)
    assert contact is not None
    assert reverse("partners:there", args=[contact.id]) in text(client, "people:contact", contact.id)
    assert "Hill primary school" in text(client, "partners:there", contact.id)
    post(client, "partners:there", contact.id, partner="?", status=404)
    for _twice in range(2):
        post(client, "partners:there", contact.id, partner=str(school))
    assert "Those you know" in text(client, "partners:there", contact.id)
    [done] = reads.partner(cast.worker, school).interactions
    assert (done.practice, done.case_id) == (Practice.CO_INTERVENTION, case_id)
    html = text(client, "partners:partner", school)
    assert "for somebody you support" in html
    assert "Maryam" not in html
    assert "for somebody you support" not in text(sign_in("supervisor"), "partners:partner", school)


def test_an_agreement_and_its_versions(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    assert "Nothing is agreed" in text(client, "partners:agreements", school)
    text(client, "partners:agreement_new", school)
    first = {
        "we_do": "Come each Tuesday",
        "they_do": "Keep a room free",
        "starts_on": (TODAY - dt.timedelta(days=20)).isoformat(),
        "review_on": TODAY.isoformat(),
    }
    html = post(client, "partners:agreement_new", school, **first, shared_what="Names of groups", status=422)
    assert "Say both what is shared and how." in html
    assert "Keep a room free" in html
    post(client, "partners:agreement_new", school, **first)
    assert "time to look at this agreement again" in text(client, "partners:agreements", school)
    [item] = today_items(Standing(cast.worker), NOW)
    assert item.title == "Look at the agreement with Hill primary school again"
    [card] = reads.agreements(cast.worker, school)
    post(client, "partners:agreement_kept", card.id, review_on=TODAY.isoformat(), status=422)
    later = (TODAY + dt.timedelta(days=300)).isoformat()
    post(client, "partners:agreement_kept", card.id, review_on=later)
    assert today_items(Standing(cast.worker), NOW) == []
    signed = {"signed_by_us": "Amal Haddad", "signed_by_them": "Ms Reed", "signed_on": TODAY.isoformat()}
    assert "Come each Tuesday" in text(client, "partners:agreement_new", school)
    post(client, "partners:agreement_new", school, **(first | {"review_on": later}), **signed)
    html = text(client, "partners:agreements", school)
    assert "by Amal Haddad for the programme and Ms Reed for the partner" in html
    assert "What stood there before" in html
    newest = reads.agreements(cast.worker, school)[0]
    assert "Come each Tuesday" in text(client, "partners:agreement", newest.id)
    file = client.get(reverse("partners:agreement_pdf", args=[newest.id]))
    assert file.content.startswith(b"%PDF")
    post(client, "partners:agreement_end", newest.id)
    assert "ended" in text(client, "partners:agreements", school)
    assert "It ended on" in text(client, "partners:agreement", newest.id)


def link_in(html: str) -> str:
    """The private link shown once, as a path."""
    [found] = re.findall(r'value="http://testserver(/alongside/[^"]+)"', html)
    return str(found)


def test_both_sides_say_how_it_stands(cast: Cast, sign_in: SignIn, school: UUID, reed: UUID) -> None:
    client = sign_in("worker")
    assert "Nobody has said yet" in text(client, "partners:relationship", school)
    text(client, "partners:rate", school)
    ours = {"reach": "5", "together": "5", "word": "4", "openly": "4", "rated_on": TODAY.isoformat()}
    html = post(client, "partners:rate", school, **(ours | {"word": ""}), changed="New head", status=422)
    assert "New head" in html
    post(client, "partners:rate", school, **ours, changed="New head")
    html = text(client, "partners:relationship", school)
    assert "one side’s view" in html
    assert "strength 5, trust 4 of 5" in html
    asked = {"contact": str(reed), "asks": "relationship"}
    post(client, "partners:ask", school, contact="", asks="relationship", status=422)
    html = post(client, "partners:ask", school, **asked, make="yes", status=200)
    address = link_in(html)
    assert "has a link until" in text(client, "partners:relationship", school)

    theirs = Client()
    opened = theirs.get(address)
    assert opened.headers["Referrer-Policy"] == "strict-origin"
    assert "How do we work together?" in opened.content.decode()
    said = {"reach": "2", "together": "3", "word": "2", "openly": "1", "changed": "You stopped coming"}
    refused = theirs.post(address + "together/", said | {"word": "9"})
    assert refused.status_code == 422
    assert "You stopped coming" in refused.content.decode()
    for _twice in range(2):
        assert theirs.post(address + "together/", said).status_code == 302
    html = text(client, "partners:relationship", school)
    assert "You stopped coming" in html
    assert "quite differently" in html
    assert "one side’s view" not in html
    assert "Trust, 1 to 5" in html
    assert [one.side for one in reads.ratings(cast.worker, school)] == [Side.US, Side.THEM]

    post(client, "partners:links_end", school)
    assert theirs.get(address).status_code == 404
    assert theirs.post(address + "together/", said).status_code == 404
    assert theirs.get("/alongside/nothing/").status_code == 404


def test_who_has_no_address_is_given_a_link(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    holt = actions.add_contact(partner_id=school, name="Mr Holt", by=cast.worker, at=NOW)
    html = post(sign_in("worker"), "partners:ask", school, contact=str(holt), asks="role_card", status=422)
    assert "There is no e-mail address" in html


def test_the_role_card_is_read_and_asked_about(cast: Cast, sign_in: SignIn, school: UUID, reed: UUID) -> None:
    manager, worker = sign_in("manager"), sign_in("worker")
    assert "On one page, it spares many calls" in text(manager, "partners:role_card")
    text(worker, "partners:role_card_pdf", status=302)
    text(worker, "partners:role_card_print", status=302)
    text(worker, "partners:role_card_edit", status=403)
    text(manager, "partners:role_card_edit")
    said = {"does": "Listens\nFinds a way", "does_not": "Therapy", "reach": "01 23 45"}
    post(manager, "partners:role_card_edit", **(said | {"does": ""}), status=422)
    post(manager, "partners:role_card_edit", **said)
    post(worker, "partners:ask", school, contact=str(reed), asks="role_card")
    from linkwork.exchange import mail

    mail.deliver_waiting(dt.datetime.now(dt.UTC))
    [letter] = outbox.outbox
    assert "on one page" in letter.subject
    [path] = re.findall(r"(/alongside/\S+)", str(letter.body))
    theirs = Client()
    assert "Finds a way" in theirs.get(path).content.decode()
    assert theirs.post(path + "read/", {"name": ""}).status_code == 422
    assert theirs.post(path + "read/", {"name": "J. Reed"}).status_code == 302
    assert theirs.post(path + "clear/", {"score": ""}).status_code == 422
    assert theirs.post(path + "clear/", {"score": "3", "words": "Do you do housing?"}).status_code == 302
    assert "that you have read this" in theirs.get(path).content.decode()
    html = text(worker, "partners:role_card")
    assert "1 of 1 partners have read this version" in html
    assert "Do you do housing?" in html
    post(manager, "partners:role_card_edit", **(said | {"does_not": "Therapy\nHousing"}))
    html = text(worker, "partners:role_card")
    assert "0 of 1 partners have read this version" in html
    assert "version 1" in html
    assert "Housing" in text(worker, "partners:role_card_print")
    file = worker.get(reverse("partners:role_card_pdf"))
    assert file.content.startswith(b"%PDF")
    [known] = reads.who_knows_the_role(cast.worker, school)
    assert (known.version, known.signed, known.clarity) == (1, "J. Reed", 3)
    assert "read version 1" in text(worker, "partners:about", school)


def test_the_network_is_drawn_counted_and_taken_along(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    assert "Nothing was noted" in text(client, "partners:network")
    clinic = actions.add_partner(name="=Elm clinic", sector=Sector.HEALTH, by=cast.worker, at=NOW)
    for by, partner_id, days in (
        (cast.worker, school, 3),
        (cast.worker, school, 70),
        (cast.other_worker, school, 3),
        (cast.other_worker, clinic, 9),
    ):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=days),
            by=by,
            at=NOW,
        )
    html = text(client, "partners:network")
    assert "75 per cent of the work was outside health care" in html
    assert "Known by one worker alone" in html
    assert "=Elm clinic" in html.partition("Known by one worker alone")[2]
    narrow = {"first": (TODAY - dt.timedelta(days=20)).isoformat(), "last": TODAY.isoformat()}
    table = client.get(reverse("partners:network_file"), narrow).content.decode()
    assert "Amal Haddad,Hill primary school,School,1,0,0,0,0,1" in table
    assert "'=Elm clinic" in table
    picture = client.get(reverse("partners:network_picture"), narrow)
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg xmlns=")


def test_the_list_is_narrowed_and_paged(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    client = sign_in("worker")
    for number in range(40):
        actions.add_partner(name=f"Club {number:02}", sector=Sector.COMMUNITY, by=cast.worker, at=NOW)
    actions.log_interaction(
        partner_id=school,
        practice=Practice.COMMUNICATION,
        occurred_on=TODAY - dt.timedelta(days=80),
        by=cast.worker,
        at=NOW,
    )
    for query in (
        {"q": "hill"},
        {"quiet": "on", "mine": "on"},
        {"sector": "school"},
        {"worker": str(cast.worker.id)},
    ):
        html = text(client, "partners:home", **query)
        assert "Hill primary school" in html
        assert "Club 01" not in html
    assert "No partner is like this" in text(client, "partners:home", champion="with")
    assert "Club 01" in text(client, "partners:home", champion="without", sector="no such")
    html = text(client, "partners:home", sort="name")
    assert "Club 29" in html
    assert "Club 30" not in html
    [more] = re.findall(r'href="([^"]+after=[^"]+)"', html)
    html = client.get(more.replace("&amp;", "&")).content.decode()
    assert "Club 30" in html
    assert "Club 29" not in html
    assert "Hill primary school" in html


def test_partners_go_quiet_after_the_programme_s_own_time(cast: Cast, sign_in: SignIn, school: UUID) -> None:
    other = actions.add_partner(name="Library", sector=Sector.COMMUNITY, by=cast.worker, at=NOW)
    for partner_id in (school, other):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=60),
            by=cast.worker,
            at=NOW,
        )
    [item] = today_items(Standing(cast.worker), NOW)
    assert item.title == "2 partners you know have gone quiet"
    assert today_items(Standing(cast.other_worker), NOW) == []
    manager = sign_in("manager")
    text(manager, "partners:rules")
    post(manager, "partners:rules", weeks="0", status=422)
    post(manager, "partners:rules", weeks="12")
    standing = Standing(cast.worker, programmes.programme(cast.worker))
    assert today_items(standing, NOW) == []
    post(manager, "partners:rules", weeks="8")
    actions.log_interaction(
        partner_id=other, practice=Practice.COMMUNICATION, occurred_on=TODAY, by=cast.worker, at=NOW
    )
    [item] = today_items(Standing(cast.worker, programmes.programme(cast.worker)), NOW)
    assert item.title == "Hill primary school has gone quiet"


def test_every_page_asks_little(
    cast: Cast,
    sign_in: SignIn,
    school: UUID,
    reed: UUID,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(30):
        actions.log_interaction(
            partner_id=school,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=number),
            by=cast.worker,
            at=NOW,
        )
        actions.rate_partner(
            partner_id=school, answers=Answers(3, 3, 3, 3), rated_on=TODAY, by=cast.worker, at=NOW
        )
    client = sign_in("worker")
    for name in ("partner", "about", "agreements", "relationship"):
        with django_assert_max_num_queries(12):
            text(client, f"partners:{name}", school)
    for name in ("home", "network", "role_card"):
        with django_assert_max_num_queries(12):
            text(client, f"partners:{name}")


def test_nobody_of_elsewhere_comes_in(cast: Cast, sign_in: SignIn, school: UUID, reed: UUID) -> None:
    outsider = sign_in("outsider")
    for name in ("about", "edit", "organisation", "agreements", "agreement_new", "relationship", "rate"):
        text(outsider, f"partners:{name}", school, status=404)
    text(outsider, "partners:contact_edit", reed, status=404)
    text(outsider, "partners:agreement", new_id(), status=404)
    for name in ("network", "role_card"):
        text(sign_in("evaluator"), f"partners:{name}", status=403)
