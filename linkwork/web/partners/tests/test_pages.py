"""Walking through the partners' pages as those who use them."""

import datetime as dt
from uuid import UUID

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, FactorState, Level, Method, Practice, Sector
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import SignedIn, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.presenters import dots
from linkwork.web.partners.today import today_items

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()


def test_a_partner_from_nothing_to_a_champion(cast: Cast, sign_in: SignedIn) -> None:
    client = sign_in("worker")
    assert "No partner written down yet" in text(client, "partners:home")
    text(client, "partners:new")
    made = client.post(reverse("partners:new"), {"name": "Town hall", "sector": "municipality"})
    [(partner_id, _name)] = reads.partner_names(cast.worker)
    assert made["Location"] == reverse("partners:partner", args=[partner_id])

    text(client, "partners:contact_new", partner_id)
    client.post(
        reverse("partners:contact_new", args=[partner_id]),
        {"name": "Ms Reed", "phone": "01 23", "part": "Clerk"},
    )
    [contact] = reads.partner(cast.worker, partner_id).contacts
    client.post(reverse("partners:champion", args=[contact.id]), {"since": TODAY.isoformat()})
    [contact] = reads.partner(cast.worker, partner_id).contacts
    assert "champion since today" in text(client, "partners:partner", partner_id)
    client.post(reverse("partners:champion_end", args=[contact.id]), {"until": TODAY.isoformat()})
    assert reads.partner(cast.worker, partner_id).contacts[0].champion_since is None


def test_a_name_that_is_taken_is_said_beside_the_field(sign_in: SignedIn, school: UUID) -> None:
    response = sign_in("worker").post(
        reverse("partners:new"), {"name": "Hill primary school", "sector": "school", "note": "Ring first"}
    )
    html = response.content.decode()
    assert "There is a partner with this name already" in html
    assert "Ring first" in html


def test_work_together_is_noted(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    address = reverse("partners:together", args=[school])
    refused = client.post(
        address, {"practice": "communication", "occurred_on": "2999-01-01", "note": "Kept?"}
    )
    assert "Kept?" in refused.content.decode()
    client.post(address, {"practice": "role_awareness", "occurred_on": TODAY.isoformat()})
    assert reads.partner(cast.worker, school).practices[Practice.ROLE_AWARENESS] == 1


def test_a_meeting_from_plan_to_done(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    assert "Hill primary school" in text(client, "partners:meeting_new")
    planned = {
        "title": "New families",
        "day": (TODAY - dt.timedelta(days=1)).isoformat(),
        "time": "09:30",
        "partners": [str(school)],
        "agenda": "Summer\nAutumn",
    }
    made = client.post(reverse("partners:meeting_new"), planned)
    meeting_id = UUID(made["Location"].split("/")[-2])
    assert "write down who came" in text(client, "partners:home")
    text(client, "partners:meeting", meeting_id)
    client.post(
        reverse("partners:minutes", args=[meeting_id]), {"came": [str(school)], "minutes": "A group in June."}
    )
    assert "A group in June." in text(client, "partners:meeting", meeting_id)
    assert reads.partner(cast.worker, school).practices[Practice.MEETING] == 1

    address = reverse("partners:take_on", args=[meeting_id])
    refused = client.post(address, {"what": "Find a room", "owner": str(new_id()), "due_on": ""})
    assert "Find a room" in refused.content.decode()
    client.post(address, {"what": "Find a room", "owner": str(cast.worker.id), "due_on": TODAY.isoformat()})
    [due] = reads.actions_due(cast.worker, TODAY)
    assert [item.title for item in today_items(Standing(cast.worker), NOW)] == ["Find a room"]
    client.post(reverse("partners:action_done", args=[due.id]), {"meeting": str(meeting_id)})
    assert today_items(Standing(cast.worker), NOW) == []


def test_a_meeting_needs_somebody(sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    html = client.post(reverse("partners:meeting_new"), {"title": "New families"}).content.decode()
    assert "data-error-summary" in html
    assert "New families" in html


def test_advocacy_from_ask_to_result(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("worker")
    text(client, "partners:advocacy_new")
    address = reverse("partners:advocacy_new")
    asked = {"ask": "A bus stop", "for_whom": "Families without a car", "level": "community"}
    assert "who is asked" in client.post(address, asked).content.decode()
    made = client.post(address, asked | {"target": "The transport office"})
    action_id = UUID(made["Location"].split("/")[-2])
    assert "Not tried yet" in text(client, "partners:advocacy", action_id)
    assert [item.chip for item in today_items(Standing(cast.worker), NOW)] == ["try again"]
    assert today_items(Standing(cast.other_worker), NOW) == []

    attempt = reverse("partners:attempt", args=[action_id])
    wrong = {"method": "call", "made_on": "2001-01-01", "response": "Not this year"}
    assert "Not this year" in client.post(attempt, wrong).content.decode()
    client.post(attempt, wrong | {"made_on": TODAY.isoformat(), "next_step": "Write"})
    html = text(client, "partners:advocacy", action_id)
    assert "Not this year" in html
    assert "1 attempt" in html
    assert "1 attempt" in text(client, "partners:home")

    settle = reverse("partners:settle", args=[action_id])
    assert client.post(settle, {"to": ""}).status_code == 200
    client.post(settle, {"to": "partly", "result": "From autumn on"})
    assert reads.advocacy(cast.worker, action_id).state is AdvocacyState.PARTLY
    assert "From autumn on" in text(client, "partners:advocacy", action_id)
    client.post(reverse("partners:again", args=[action_id]))
    assert reads.advocacy(cast.worker, action_id).state is AdvocacyState.OPEN


def test_factors(cast: Cast, sign_in: SignedIn) -> None:
    client = sign_in("manager")
    text(client, "partners:factor_new")
    said = {"words": "Money ends in March", "influence": "hinders", "kind": "external"}
    client.post(reverse("partners:factor_new"), said)
    [factor] = reads.factors(cast.manager)
    assert "Money ends in March" in text(client, "partners:home")
    move = reverse("partners:factor_move", args=[factor.id])
    assert "Choose one of the answers offered" in client.post(move, {"to": "gone"}).content.decode()
    client.post(move, {"to": "eased"})
    assert reads.factors(cast.manager)[0].state is FactorState.EASED


def test_a_supervisor_reads_and_does_not_write(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    client = sign_in("supervisor")
    assert "Add a partner" not in text(client, "partners:home")
    assert reverse("partners:together", args=[school]) not in text(client, "partners:partner", school)
    assert client.get(reverse("partners:new")).status_code == 403


def test_nobody_else_comes_in(cast: Cast, sign_in: SignedIn, school: UUID) -> None:
    assert sign_in("evaluator").get(reverse("partners:home")).status_code == 403
    assert sign_in("outsider").get(reverse("partners:partner", args=[school])).status_code == 404
    assert today_items(Standing(cast.evaluator), NOW) == []


def test_the_first_page_asks_as_much_however_much_there_is(
    cast: Cast, sign_in: SignedIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("worker")
    for number in range(10):
        partner_id = actions.add_partner(name=f"P{number}", sector=Sector.OTHER, by=cast.worker, at=NOW)
        actions.log_interaction(
            partner_id=partner_id, practice=Practice.COMMUNICATION, occurred_on=TODAY, by=cast.worker, at=NOW
        )
        actions.plan_meeting(
            title="M",
            starts_at=NOW + dt.timedelta(days=number),
            partner_ids=[partner_id],
            by=cast.worker,
            at=NOW,
        )
        action_id = actions.open_advocacy(
            level=Level.INDIVIDUAL,
            for_whom="w",
            ask="a",
            partner_id=partner_id,
            opened_on=TODAY,
            by=cast.worker,
            at=NOW,
        )
        actions.add_attempt(action_id=action_id, made_on=TODAY, method=Method.CALL, by=cast.worker, at=NOW)
    with django_assert_max_num_queries(15):  # session, login, viewer, frame: 7; the page: 8
        client.get(reverse("partners:home"))


def test_many_attempts_are_many_dots() -> None:
    assert dots(3) == "●●●"
    assert dots(20) == "●●●●●●●●…"
