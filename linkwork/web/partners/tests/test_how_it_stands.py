"""How it stands with a partner, asked of both sides; the role card; who has gone quiet."""

import datetime as dt
import re
from uuid import UUID

from django.core import mail as outbox
from django.test import Client
from django.urls import reverse

from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Practice, Sector, Side
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import SignedIn, post, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.today import today_items

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()


def link_in(html: str) -> str:
    """The private link shown once, as a path."""
    [found] = re.findall(r'value="http://testserver(/alongside/[^"]+)"', html)
    return str(found)


def test_both_sides_say_how_it_stands(cast: Cast, sign_in: SignedIn, school: UUID, reed: UUID) -> None:
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


def test_who_has_no_address_is_given_a_link(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    holt = actions.add_contact(partner_id=school, name="Mr Holt", by=cast.worker, at=NOW)
    html = post(sign_in("worker"), "partners:ask", school, contact=str(holt), asks="role_card", status=422)
    assert "There is no e-mail address" in html


def test_the_role_card_is_read_and_asked_about(
    cast: Cast, sign_in: SignedIn, school: UUID, reed: UUID
) -> None:
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


def test_partners_go_quiet_after_the_programme_s_own_time(
    cast: Cast, sign_in: SignedIn, school: UUID
) -> None:
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
