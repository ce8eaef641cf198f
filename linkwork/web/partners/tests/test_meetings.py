"""Meetings in a series and activities, as those who hold them."""

import datetime as dt
import re
from io import BytesIO
from uuid import UUID

import docx
from django.urls import reverse

from linkwork.exchange.mail import FakePost, deliver_waiting
from linkwork.partnerships import actions, reads
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import signed_in, text
from linkwork.testing.cast import Cast
from linkwork.web.partners.tests.schools import school
from linkwork.web.partners.today import today_items

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


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


def test_a_meeting_is_found_and_only_its_own_ask_for_minutes(cast: Cast) -> None:
    partner_id = school(cast)
    for number in range(22):
        actions.plan_meeting(
            title=f"Talk {number}",
            starts_at=NOW - number * DAY,
            partner_ids=[partner_id],
            by=cast.worker,
            at=NOW,
        )
    client = signed_in("other_worker")
    assert "Talk 3" not in text(client, "partners:meetings")
    here = reverse("partners:meetings")
    past = client.get(here, {"show": "past"}).content.decode()
    assert "Talk 2" in past
    assert "Talk 21" not in past
    after = re.search(r'href="(\?show=past[^"]*after=[^"]*)" rel="next"', past)
    assert after
    assert "Talk 21" in client.get(here + after[1].replace("&amp;", "&")).content.decode()
    found = client.get(here, {"show": "past", "q": "talk 21"}).content.decode()
    assert "Talk 21" in found
    assert "Talk 2<" not in found
    assert "No meeting is like this" in client.get(here, {"q": "nowhere"}).content.decode()
    assert "None yet" not in past
    assert not [one for one in today_items(Standing(cast.other_worker), NOW + DAY) if "Talk" in one.title]
    assert len([one for one in today_items(Standing(cast.worker), NOW) if "Talk" in one.title]) == 22
