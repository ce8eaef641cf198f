"""Who speaks for a partner, what was agreed, what was done together: as those who write it down."""

import datetime as dt
from uuid import UUID

from django.urls import reverse

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.ids import new_id
from linkwork.directory import actions as directory
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Practice, Quality
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import SignedIn, post, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.today import today_items

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()


def test_people_come_change_and_go(cast: Cast, sign_in: SignedIn, school: UUID, reed: UUID) -> None:
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
    left, _champions = reads.people_before(cast.worker, school)
    assert [one.name for one in left] == ["Mr Holt"]
    assert "No longer there" in text(client, "partners:about", school)


def test_a_partner_is_changed_and_found_in_the_directory(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
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


def test_work_with_what_follows(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
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


def test_one_press_from_a_contact(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
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


def test_an_agreement_and_its_versions(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
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
    place, _hash, part = item.url.partition("#")
    assert f'id="{part}"' in client.get(place).content.decode()  # the tap leads to where it is said
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


def test_nobody_of_elsewhere_comes_in(cast: Cast, sign_in: SignedIn, school: UUID, reed: UUID) -> None:
    outsider = sign_in("outsider")
    for name in ("about", "edit", "organisation", "agreements", "agreement_new", "relationship", "rate"):
        text(outsider, f"partners:{name}", school, status=404)
    text(outsider, "partners:contact_edit", reed, status=404)
    text(outsider, "partners:agreement", new_id(), status=404)
    for name in ("network", "role_card"):
        text(sign_in("evaluator"), f"partners:{name}", status=403)
