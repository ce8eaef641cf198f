"""Meetings in a series, activities, wider efforts and their brief, factors and the sheet, as those who use them."""

import datetime as dt
from io import BytesIO
from uuid import UUID

import docx
import pytest
from django.urls import reverse

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.exchange.mail import FakePost, deliver_waiting
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, FactorState, Level, Method, Obstacle, Part, Sector
from linkwork.testing.browsing import signed_in, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.papers.sheet import MOST_STATEMENTS

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def school(cast: Cast) -> UUID:
    partner_id = actions.add_partner(
        name="Hill primary school", sector=Sector.SCHOOL, by=cast.worker, at=NOW - 90 * DAY
    )
    actions.add_contact(
        partner_id=partner_id, name="Reed", email="reed@example.org", by=cast.worker, at=NOW - 90 * DAY
    )
    return partner_id


def case(by: Viewer, name: str) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name=name, family_name="Aziz"),
        source="self",
        worker_id=by.id,
        by=by,
        at=NOW,
    )


def test_a_series_is_planned_written_to_moved_and_called_off(cast: Cast) -> None:
    client, partner_id = signed_in("worker"), school(cast)
    planned = {
        "title": "New families",
        "day": (TODAY + 9 * DAY).isoformat(),
        "time": "09:30",
        "partners": [str(partner_id)],
        "agenda": "Summer\nAutumn",
        "lasts": "90",
        "times": "3",
        "every_weeks": "4",
    }
    meeting_id = UUID(client.post(reverse("partners:meeting_new"), planned)["Location"].split("/")[-2])
    assert "The next one" in text(client, "partners:meeting", meeting_id)
    client.post(reverse("partners:meeting_topics", args=[meeting_id]), {"text": "Money"})
    said = client.post(reverse("partners:meeting_topics", args=[meeting_id]), {"text": ""}).content.decode()
    assert "Fill this in" in said
    client.post(reverse("partners:meeting_invite", args=[meeting_id]))
    post = FakePost()
    deliver_waiting(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=5), cast.programme_id, post)
    [(to, subject, body)] = post.sent
    assert (to, subject) == ("reed@example.org", "A meeting with North practices")
    assert "New families" in body
    assert "– Money" in body
    assert b"METHOD:REQUEST" in post.files[0].content
    assert b"DTEND" in client.get(reverse("partners:meeting_calendar", args=[meeting_id])).content

    moved = {"day": (TODAY + 10 * DAY).isoformat(), "time": "10:00", "place": "Library"}
    refused = client.post(reverse("partners:meeting_move", args=[meeting_id]), moved | {"day": "soon"})
    assert "Enter a day" in refused.content.decode()
    client.post(reverse("partners:meeting_move", args=[meeting_id]), moved)
    client.post(reverse("partners:meeting_off", args=[meeting_id]))
    deliver_waiting(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=9), cast.programme_id, post)
    assert post.sent[-1][1] == "A meeting with North practices is called off"
    assert b"METHOD:CANCEL" in post.files[-1].content
    assert "was called off" in text(client, "partners:meeting", meeting_id)


def test_minutes_by_topic_land_on_paper_and_the_rest_on_the_next_meeting(cast: Cast) -> None:
    client, partner_id = signed_in("worker"), school(cast)
    meeting_id = actions.plan_meeting(
        title="New families",
        starts_at=NOW - dt.timedelta(hours=2),
        partner_ids=[partner_id],
        agenda="Summer\nA room",
        times=2,
        every_weeks=4,
        by=cast.worker,
        at=NOW - 3 * DAY,
    )
    summer, room = [one.id for one in reads.meeting(cast.worker, meeting_id).topics]
    kept = {
        "came": [str(partner_id)],
        f"number_{partner_id}": "3",
        f"said_{summer}": "A group in June",
        f"done_{summer}": "on",
        f"said_{room}": "",
        "minutes": "Money is short",
    }
    client.post(reverse("partners:minutes", args=[meeting_id]), kept)
    client.post(
        reverse("partners:take_on", args=[meeting_id]),
        {"what": "Send the list", "owner": f"partner:{partner_id}", "due_on": TODAY.isoformat()},
    )
    page = text(client, "partners:meeting", meeting_id)
    assert "A group in June" in page
    assert "3 came" in page
    today = text(client, "today:home")
    assert "took this on" in today
    assert f'href="{reverse("partners:meeting", args=[meeting_id])}#actions"' in today
    assert 'id="actions"' in page
    word = client.get(reverse("partners:meeting_word", args=[meeting_id])).content
    said = "\n".join(one.text for one in docx.Document(BytesIO(word)).paragraphs)
    assert "A group in June" in said
    assert "Money is short" in said
    assert client.get(reverse("partners:meeting_pdf", args=[meeting_id])).content.startswith(b"%PDF")

    after = reads.meeting(cast.worker, meeting_id).after
    carry = reverse("partners:meeting_carry", args=[meeting_id])
    assert "Choose one" in client.post(carry, {"to": ""}).content.decode()
    client.post(carry, {"to": str(after)})
    page = text(client, "partners:meeting", after)
    assert "from the last meeting" in page
    assert "Send the list" in page
    agenda = client.get(reverse("partners:meeting_word", args=[after])).content
    assert "A room" in "\n".join(one.text for one in docx.Document(BytesIO(agenda)).paragraphs)


def test_an_activity_from_idea_to_what_was_learnt(cast: Cast) -> None:
    client, partner_id = signed_in("worker"), school(cast)
    assert "Nothing yet" in text(client, "partners:activities")
    text(client, "partners:activity_new")
    begun = {"title": "Coffee morning", "since": TODAY.isoformat(), "developed": [str(partner_id)]}
    alone = client.post(reverse("partners:activity_new"), begun | {"developed": []}).content.decode()
    assert "Choose at least one partner" in alone
    activity_id = UUID(client.post(reverse("partners:activity_new"), begun)["Location"].split("/")[-2])
    session = reverse("partners:activity_session", args=[activity_id])
    held = {
        "held_on": TODAY.isoformat(),
        "families": "7",
        "there": [str(partner_id)],
        "learnt": "Begin later",
    }
    assert "more families than people" in client.post(session, held | {"people": "2"}).content.decode()
    client.post(session, held | {"new_families": "2"})
    client.post(session, {"held_on": (TODAY).isoformat(), "families": "8"})
    page = text(client, "partners:activity", activity_id)
    assert "8 families" in page
    assert "made it with us" in page
    end = reverse("partners:activity_end", args=[activity_id])
    assert "Enter a day" in client.post(end, {"ended_on": "never"}).content.decode()
    client.post(end, {"ended_on": TODAY.isoformat(), "learnt": "Once a month is enough"})
    assert "Once a month is enough" in text(client, "partners:activity", activity_id)
    assert "ended" in text(client, "partners:activities")


def letters(cast: Cast, number: int) -> list[UUID]:
    found = []
    for place in range(number):
        action_id = actions.open_advocacy(
            level=Level.INDIVIDUAL,
            case_id=case(cast.worker, f"Ada{place}"),
            need="housing",
            ask="A flat without mould",
            target="The housing office",
            opened_on=TODAY - 30 * DAY,
            by=cast.worker,
            at=NOW,
        )
        actions.add_attempt(
            action_id=action_id,
            made_on=TODAY - 9 * DAY,
            method=Method.LETTER,
            obstacle_kind=Obstacle.POWER,
            obstacle="One person decides",
            by=cast.worker,
            at=NOW,
        )
        found.append(action_id)
    return found


def test_from_single_letters_to_one_brief(cast: Cast) -> None:
    client, singles = signed_in("worker"), letters(cast, 6)
    page = text(client, "partners:asking")
    assert "You asked The housing office for 6 people" in page
    assert "Ask once, for all of them?" in text(client, "partners:advocacy", singles[0])
    key = reads.proposals(cast.worker)[0].key
    form = text(client, "partners:advocacy_new", proposal=str(key))
    assert "the same stood in the way: They decide, and we do not" in form
    said = {
        "ask": "An answer within two weeks",
        "for_whom": "Everybody in the tower blocks",
        "for_kind": "area",
        "level": "organisational",
        "target": "The housing office",
        "proposal": key,
    }
    wider = UUID(client.post(reverse("partners:advocacy_new"), said)["Location"].split("/")[-2])
    assert "A.A." in text(client, "partners:advocacy", wider)  # initials, for those who may see people
    assert "grew into" in text(client, "partners:advocacy", singles[0])
    brief = text(client, "partners:brief", wider)
    assert "each on their own: 6" in brief
    assert "They decide, and we do not" in brief
    for private in ("Aziz", "Ada", "A.A.", "One person decides"):
        assert private not in brief
    address = reverse("partners:brief", args=[wider])
    assert client.get(address + "?as=pdf").content.startswith(b"%PDF")
    word = docx.Document(BytesIO(client.get(address + "?as=docx").content))
    assert "An answer within two weeks" in [one.text for one in word.paragraphs]
    actions.settle_advocacy(
        action_id=wider, to=AdvocacyState.WON, settled_on=TODAY, result="Agreed", by=cast.worker, at=NOW
    )
    assert "after 0 days" in text(client, "partners:advocacy", wider)
    assert "Settled" in text(client, "partners:asking")


def test_a_brief_about_few_says_only_that_they_are_few(cast: Cast) -> None:
    letters(cast, 3)
    [found] = reads.proposals(cast.worker)
    wider = actions.open_advocacy(
        level=found.level,
        for_whom="Everybody in the tower blocks",
        ask="An answer",
        target="The housing office",
        origins=found.ids,
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    brief = text(signed_in("supervisor"), "partners:brief", wider)
    assert "each on their own: fewer than 5" in brief
    assert "In all it was tried" not in brief
    assert "They decide, and we do not" not in brief
    assert "one person" in text(signed_in("supervisor"), "partners:advocacy", wider)


def test_a_second_worker_is_told_before_asking_for_the_same_person(cast: Cast) -> None:
    case_id = case(cast.worker, "Ada")
    actions.open_advocacy(
        level=Level.INDIVIDUAL,
        case_id=case_id,
        ask="A flat without mould",
        target="The housing office",
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    client = signed_in("other_worker")
    assert "For A.A." in text(client, "partners:advocacy_new", case=str(case_id))
    said = {"ask": "A flat", "level": "individual", "target": "the housing office", "case": str(case_id)}
    warned = client.post(reverse("partners:advocacy_new"), said).content.decode()
    assert "Amal Haddad has been asking for them since today" in warned
    made = client.post(reverse("partners:advocacy_new"), said | {"anyway": "on"})
    page = client.get(made["Location"]).content.decode()
    assert "Agree who leads" in page
    assert client.get(reverse("partners:advocacy_new") + "?case=" + str(cast.site_id)).status_code == 404


def test_a_proposal_is_set_aside_and_a_manager_says_from_how_many_on(cast: Cast) -> None:
    letters(cast, 3)
    key = reads.proposals(cast.worker)[0].key
    signed_in("worker").post(reverse("partners:proposal_aside"), {"key": key})
    assert reads.proposals(cast.worker) == []
    manager = signed_in("manager")
    assert 'value="3"' in text(manager, "partners:proposal_rule")
    assert manager.post(reverse("partners:proposal_rule"), {"people": "1"}).status_code == 200
    manager.post(reverse("partners:proposal_rule"), {"people": "5"})
    assert reads.people_needed(cast.worker) == 5


def test_a_factor_its_history_its_picture_and_its_way_into_a_study(cast: Cast) -> None:
    client, partner_id = signed_in("worker"), school(cast)
    assert "Nothing noted yet" in text(client, "partners:factors")
    said = {
        "words": "Nobody knows us there",
        "influence": "hinders",
        "kind": "work",
        "partner": str(partner_id),
    }
    client.post(reverse("partners:factor_new"), said)
    [card] = reads.factors(cast.worker)
    activity_id = actions.begin_activity(
        title="Coffee morning", since=TODAY, parts={partner_id: Part.DEVELOPED}, by=cast.worker, at=NOW
    )
    client.post(
        reverse("partners:factor_move", args=[card.id]),
        {"to": "eased", "eased_by": f"activity:{activity_id}", "note": "They came and asked"},
    )
    page = text(client, "partners:factor", card.id)
    assert "They came and asked" in page
    assert "Coffee morning" in page
    assert "<svg" in text(client, "partners:factors")
    assert "I agree" in page
    assert "I agree" not in text(signed_in("manager"), "partners:factor", card.id)
    evaluator = signed_in("evaluator")
    assert "Nothing new" in text(evaluator, "partners:agreed")
    client.post(reverse("partners:factor_agree", args=[card.id]), {"agrees": "on"})
    assert "Take that back" in text(client, "partners:factor", card.id)
    study_id = studies.open_study(
        title="Taking hold", design=Design.RESIDENCE, opened_on=TODAY, by=cast.evaluator, at=NOW
    )
    assert "Nobody knows us there" in text(evaluator, "partners:agreed")
    taken = evaluator.post(reverse("partners:agreed"), {"study": str(study_id)})
    assert taken["Location"] == reverse("study:study", args=[study_id])
    assert "A study has these words" in text(client, "partners:factor", card.id)
    assert reads.factor(cast.worker, card.id).state is FactorState.EASED


def test_the_sheet_shows_what_was_agreed_to_and_hides_the_few(cast: Cast) -> None:
    partner_id, manager = school(cast), signed_in("manager")
    text(signed_in("worker"), "partners:statement_new", partner_id)
    for place in range(MOST_STATEMENTS + 1):
        signed_in("worker").post(
            reverse("partners:statement_new", args=[partner_id]),
            {"words": f"They listen, {place}. " * 40, "agreed": "on", "said_on": TODAY.isoformat()},
        )
    signed_in("worker").post(
        reverse("partners:statement_new", args=[partner_id]),
        {"words": "Between us only", "said_on": TODAY.isoformat()},
    )
    letters(cast, 2)
    actions.open_advocacy(
        level=Level.COMMUNITY,
        for_whom="Families",
        ask="A light on the path",
        target="The council",
        opened_on=TODAY,
        by=cast.worker,
        at=NOW,
    )
    page = text(manager, "partners:sheet")
    assert "They listen" in page
    assert "Between us only" not in page
    assert "Hill primary school" not in page
    assert "fewer than 5" in page  # people referred
    made = manager.get(reverse("partners:sheet") + "?as=pdf").content
    assert made.startswith(b"%PDF")
    assert "before the first day" in text(
        manager, "partners:sheet", first=TODAY.isoformat(), last=(TODAY - DAY).isoformat()
    )
    assert "They listen" not in text(manager, "partners:sheet", first="2020-01-01", last="2020-12-31")
    assert signed_in("worker").get(reverse("partners:sheet")).status_code == 403

    [kept, *_rest] = [one for one in reads.statements(cast.worker) if not one.shown]
    client = signed_in("worker")
    client.post(reverse("partners:statement_agree", args=[kept.id]), {"may_name": "on"})
    assert "shown with their name" in text(client, "partners:statements")
    assert "Hill primary school" in text(manager, "partners:sheet")
    client.post(reverse("partners:statement_withdraw", args=[kept.id]))
    assert "taken back" in text(client, "partners:statements")
    assert "Between us only" not in text(manager, "partners:sheet")


@pytest.mark.parametrize(
    "name", ["partners:asking", "partners:factors", "partners:activities", "partners:statements"]
)
def test_empty_pages_are_calm(cast: Cast, name: str) -> None:
    text(signed_in("supervisor"), name)
    text(signed_in("worker"), name)


def test_a_letter_about_a_meeting_that_has_been_is_not_sent(cast: Cast) -> None:
    partner_id = school(cast)
    meeting_id = actions.plan_meeting(
        title="New families", starts_at=NOW, partner_ids=[partner_id], by=cast.worker, at=NOW
    )
    actions.invite_partners(meeting_id=meeting_id, by=cast.worker, at=NOW)
    actions.keep_minutes(meeting_id=meeting_id, came=[], minutes="", by=cast.worker, at=NOW)
    post = FakePost()
    deliver_waiting(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=5), cast.programme_id, post)
    assert post.sent == []
