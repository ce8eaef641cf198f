"""A missed check-in while the worker's phone is off: the server notices, the buddy and then a manager are asked."""

import datetime as dt
import os
from pathlib import Path
from uuid import UUID

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.commands.duties import make_rounds
from linkwork.testing.cast import Cast
from linkwork.workforce import actions, reads
from linkwork.workforce.rules.visits import VisitState

MINUTE = dt.timedelta(minutes=1)


def test_a_missed_check_in_is_noticed_while_the_phone_is_off(cast: Cast, open_page: OpenPage) -> None:

    pictures = os.environ.get("LINKWORK_TEST_PICTURES_OF_VISITS")
    walk = Walk(folder=Path(pictures) if pictures else None)
    today = timezone.localdate() + dt.timedelta(days=30)
    actions.warn_of_place(
        place="12 Elm St", words="A dog that bites", review_on=today, by=cast.manager, at=timezone.now()
    )
    worker = sign_in(open_page, "worker", "phone")
    visit_id = goes_out(worker, walk)
    worker.context.set_offline(True)  # the battery is flat: from here on nothing comes from the worker
    back_by = reads.visit(cast.worker, visit_id).line.ends_at

    rounds_from(back_by, 0, 11)
    buddy = sign_in(open_page, "other_worker", "phone")
    the_buddy_is_asked(buddy, walk)
    rounds_from(back_by, 11, 21)
    assert {letter.to[0] for letter in mail.outbox} >= {"other_worker@example.org", "manager@example.org"}
    manager = sign_in(open_page, "manager", "desk")
    a_manager_reaches_them(manager, walk)

    rounds_from(back_by, 21, 60)  # nobody further is asked
    card = reads.visit(cast.manager, visit_id)
    assert card.line.state is VisitState.ENDED
    assert [one.rung for one in card.alarms[0].rungs] == ["worker", "buddy", "manager"]
    assert (card.line.address, card.place) == ("", None)


def rounds_from(back_by: dt.datetime, first: int, last: int) -> None:
    """The server's rounds, once a minute, so many minutes after the expected end; each one twice."""
    for minute in range(first, last):
        for _again in range(2):
            done = make_rounds(back_by + (minute + 0.5) * MINUTE)
            assert not [one for one in done if one.problem]


def goes_out(worker: Page, walk: Walk) -> UUID:
    worker.goto("/visits/")
    walk.stop(worker, "home-empty", "Nobody is out.")
    worker.get_by_role("link", name="Plan a visit").click()
    worker.get_by_label("Or what takes you there?").fill("The new community garden")
    worker.get_by_label("Where?").fill("Flat 2, 12 Elm Street")
    worker.get_by_label("Who looks out for you?").select_option(label="Bo Lind")
    worker.get_by_label("Your number on the way").fill("+44 7700 900123")
    walk.stop(worker, "plan", "Where, until when, who looks out.")
    worker.get_by_role("button", name="Keep it").click()
    expect(worker.get_by_text("At this place: A dog that bites")).to_be_visible()
    walk.stop(worker, "planned", "The warning for the place, and one tap to check in.")
    worker.get_by_role("button", name="I am there").click()
    expect(worker.get_by_role("button", name="I am safely out")).to_be_visible()
    walk.stop(worker, "out", "One tap to check out.")
    return UUID(worker.url.rstrip("/").rpartition("/")[2])


def the_buddy_is_asked(buddy: Page, walk: Walk) -> None:
    buddy.goto("/today/")
    walk.stop(buddy, "buddy-today", "It comes before all else.")
    buddy.get_by_role("link", name="Please reach Amal Haddad").click()
    expect(buddy.get_by_role("heading", name="Reach them now")).to_be_visible()
    expect(buddy.get_by_role("link", name="Call +447700900123")).to_be_visible()
    expect(buddy.get_by_text("Flat 2, 12 Elm Street")).to_be_visible()
    walk.stop(buddy, "buddy-visit", "What to do, and where.", wide=True)


def a_manager_reaches_them(manager: Page, walk: Walk) -> None:
    manager.goto("/visits/")
    walk.stop(manager, "who-is-out", "Who is out now.", wide=True)
    manager.get_by_role("link", name="Amal Haddad").click()
    walk.stop(manager, "manager-visit", "Who has been asked so far.", wide=True)
    manager.get_by_role("button", name="I have reached them").click()
    manager.get_by_label("How are they, and what was the matter?").fill("Well; the battery was flat.")
    walk.stop(manager, "resolve", "How they are.")
    manager.get_by_role("button", name="Keep it").click()
    expect(manager.get_by_text("Well; the battery was flat.")).to_be_visible()
    walk.stop(manager, "over", "What is kept holds no place.", wide=True)
    manager.goto("/visits/places/")
    walk.stop(manager, "places", "Places to be careful at.", wide=True)
    manager.goto("/visits/ladder/")
    walk.stop(manager, "ladder", "Who is asked, and when.", wide=True)
