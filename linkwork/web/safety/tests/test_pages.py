"""Raising a concern by its pages, and what a lead does; nobody else finds a trace of it."""

import pytest
from django.core import mail as post
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.safeguarding import Answer, ConcernState
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail
from linkwork.web.access_table import ACCESS

TOLD = {
    "facts": "A bruise on her arm.",
    "care_needs": "yes",
    "at_risk": "not_sure",
    "wishes": "To be safe at home",
    "capacity": "presumed",
    "agreed": "no",
    "without_agreement": "Children are at risk too",
}
NOBODY_ELSE = ["other_worker", "supervisor", "evaluator", "adviser", "administrator", "outsider"]


def address(name, *ids):
    return reverse(f"safety:{name}", args=ids)


def text(answer):
    return answer.content.decode()


def test_a_concern_is_one_tap_from_the_person_and_from_the_log(signed_in, case_id):
    client, link = signed_in("worker"), address("new", case_id)
    assert f'href="{link}"' in text(client.get(reverse("people:person", args=[case_id])))
    assert f'href="{link}"' in text(client.get(f"{reverse('people:log')}?case={case_id}"))
    assert f'href="{address("somebody")}"' in text(client.get(reverse("people:log")))
    assert f'href="{address("home")}"' in text(client.get(reverse("today:home")))


def test_a_concern_is_raised_and_the_lead_is_written_to(signed_in, cast, case_id):
    client = signed_in("worker")
    programmes.set_safeguarding(
        leads=[], acknowledge_within_hours=24, danger_within_hours=4, emergency_phone="112",
        safeguarding_contact="Duty desk 01 23", by=cast.manager, at=NOON,
    )  # fmt: skip
    form = text(client.get(address("new", case_id), {"why": "An answer asks for a talk"}))
    assert "Call 112 first" in form
    assert "Duty desk 01 23" in form
    assert "An answer asks for a talk" in form
    answer = client.post(address("new", case_id), TOLD)
    [line] = reads.concerns(cast.worker)
    assert answer.headers["Location"] == address("concern", line.id)
    told = reads.concern(cast.worker, line.id).accounts[0].account
    assert (told.care_needs, told.at_risk, told.cannot_protect) == (Answer.YES, Answer.NOT_SURE, None)
    [letter] = post.outbox
    assert letter.to == ["manager@example.org"]
    assert address("concern", line.id) in letter.body
    assert "Maryam" not in f"{letter.subject} {letter.body}"
    shown = text(client.get(answer.headers["Location"]))
    for said in (
        "Only you and the safeguarding leads see it",
        "A bruise on her arm.",
        "Chris Okafor is asked",
    ):
        assert said in shown, said


def test_a_concern_about_somebody_nobody_knows(signed_in, cast):
    client = signed_in("worker")
    assert client.get(address("somebody")).status_code == 200
    client.post(address("somebody"), TOLD | {"about": "A man at the library"})
    [line] = reads.concerns(cast.worker)
    assert (line.who, line.case_id) == ("A man at the library", None)
    assert "A man at the library" in text(client.get(address("concern", line.id)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"facts": ""}, "Fill this in."),
        ({"without_agreement": ""}, "Say why others are told without their yes."),
        ({"capacity": "in_doubt"}, "Say for which decision, and why."),
    ],
)
def test_nothing_typed_is_lost_when_something_is_missing(signed_in, cast, case_id, typed, said):
    answer = signed_in("worker").post(address("new", case_id), TOLD | typed)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "To be safe at home" in text(answer)
    assert reads.concerns(cast.worker) == []


def test_the_way_of_a_concern_by_its_pages(signed_in, cast, concern_id):
    lead, author = signed_in("manager"), signed_in("worker")
    assert "A safeguarding concern waits for you" in text(lead.get(reverse("today:home")))
    assert "Nobody has taken your safeguarding concern on yet" in text(author.get(reverse("today:home")))
    assert "Take it on" in text(lead.get(address("concern", concern_id)))
    assert "Take it on" not in text(author.get(address("concern", concern_id)))
    now = timezone.localtime()
    for client, name, typed in (
        (lead, "acknowledge", {"words": ""}),
        (
            author,
            "told",
            {"told": "Duty desk", "day": f"{now:%Y-%m-%d}", "time": "00:00", "words": "They call back"},
        ),
        (lead, "decide", {"decision": "refer", "words": "The three questions hold"}),
        (author, "more", TOLD | {"facts": "He took her money too", "danger": "on"}),
        (lead, "close", {"words": "She is safe"}),
        (author, "reopen", {"words": "He is back"}),
    ):
        assert client.get(address(name, concern_id)).status_code == 200, name
        answer = client.post(address(name, concern_id), typed)
        assert answer.headers.get("Location") == address("concern", concern_id), name
    shown = text(lead.get(address("concern", concern_id)))
    for said in (
        "Told: Duty desk", "They call back", "Decided: Refer to the local authority", "He took her money too",
        "Written before", "She is safe", "He is back", "danger now",
    ):  # fmt: skip
        assert said in shown, said
    assert reads.concern(cast.manager, concern_id).line.state is ConcernState.REOPENED
    assert "Maryam Al-Amin" in text(lead.get(address("home")))
    assert "None here" in text(lead.get(address("home"), {"show": "closed", "after": "nonsense"}))


def test_a_time_to_come_is_said_at_the_day(signed_in, concern_id):
    typed = {"told": "Duty desk", "day": "2099-01-01", "time": "10:00"}
    answer = signed_in("worker").post(address("told", concern_id), typed)
    assert answer.status_code == 422
    assert "Enter a time that is not in the future." in text(answer)


def test_a_decision_waits_for_the_lead_who_took_it_on(signed_in, cast, concern_id):
    actions.acknowledge_concern(concern_id=concern_id, by=cast.manager, at=timezone.now())
    assert "A safeguarding concern waits for your decision" in text(
        signed_in("manager").get(reverse("today:home"))
    )
    assert "safeguarding concern" not in text(signed_in("worker").get(reverse("today:home")))


def test_each_look_leaves_an_access_row_that_gives_nothing_away(signed_in, cast, case_id, concern_id):
    lead = signed_in("manager")
    for name in ("concern", "told", "more", "acknowledge"):
        lead.get(address(name, concern_id))
    pages = [look.page for look in trail.looks_at(cast.manager, concern_id)]
    assert pages == ["safety:acknowledge", "safety:more", "safety:told", "safety:concern"]
    person_id = reads.case(cast.worker, case_id).person_id
    assert trail.looks_at(cast.manager, person_id) == []


STEPS = ["concern", "more", "told", "acknowledge", "decide", "close", "reopen"]


@pytest.mark.parametrize("part", NOBODY_ELSE)
def test_no_other_role_reaches_a_concern_by_url(signed_in, cast, concern_id, part):
    client = signed_in(part)
    for name in STEPS:
        assert client.get(address(name, concern_id)).status_code in (403, 404), name
        if name != "concern":  # which takes no answer from anybody
            answer = client.post(address(name, concern_id), TOLD | {"words": "x"})
            assert answer.status_code in (403, 404), name
    assert len(reads.concern(cast.manager, concern_id).entries) == 1


@pytest.mark.parametrize("part", ["other_worker", "administrator"])
def test_no_other_role_finds_a_trace_of_a_concern(signed_in, case_id, concern_id, part):
    """Their lists, search, today, the person's own page, the trail: as if there were none."""
    client = signed_in(part)
    pages = [
        address("home"),
        reverse("today:home"),
        f"{reverse('people:list')}?show=all&q=maryam",
        reverse("people:person", args=[case_id]),
        f"{reverse('settings:trail')}?id={concern_id}",
        f"{reverse('find:search')}?words=bruise",
    ]
    for page in pages:
        shown = client.get(page)
        if shown.status_code == 200:
            found = text(shown)
            for said in ("bruise on her", "safe at home", "raise_concern", address("concern", concern_id)):
                assert said not in found, page


def test_a_manager_who_is_no_lead_finds_no_trace_in_the_trail(signed_in, cast, case_id, concern_id):
    programmes.set_safeguarding(
        leads=[cast.other_worker.worker_id], acknowledge_within_hours=24, danger_within_hours=4,
        by=cast.manager, at=NOON,
    )  # fmt: skip
    signed_in("other_worker").get(address("concern", concern_id))
    client = signed_in("manager")
    person_id = reads.case(cast.worker, case_id).person_id
    for one in (concern_id, person_id, case_id):
        shown = text(client.get(reverse("settings:trail"), {"id": str(one)}))
        assert "safety:" not in shown
        assert "concern" not in shown.replace("Safeguarding concerns", "")
    assert client.get(address("concern", concern_id)).status_code == 404
    assert "Maryam" not in text(client.get(address("home")))


def test_a_visitor_is_led_to_the_door(client, cast, concern_id):
    for name in (name for name in ACCESS if name.startswith("safety:")):
        assert not ACCESS[name].public, name
    assert client.get(address("concern", concern_id)).headers["Location"].startswith("/sign/in/")
