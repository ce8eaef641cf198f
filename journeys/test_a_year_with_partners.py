"""A year in partners' eyes: the role card, a meeting, an activity, a champion who leaves, silence, and trust again."""

import datetime as dt
import os
import re
from pathlib import Path
from uuid import UUID

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.commands.duties import make_rounds
from linkwork.partnerships import actions
from linkwork.partnerships.rules import Answers, Part, Practice, Sector
from linkwork.testing.cast import Cast

WEEK = dt.timedelta(weeks=1)
SCHOOL = "Hill primary school"


def test_a_year_with_partners(cast: Cast, open_page: OpenPage) -> None:
    pictures = os.environ.get("LINKWORK_TEST_PICTURES_OF_PARTNERS")
    walk = Walk(folder=Path(pictures) if pictures else None)
    began = timezone.now() - 50 * WEEK
    school = the_beginning(cast, began)
    manager = sign_in(open_page, "manager", "desk")
    the_role_is_said(manager, walk)
    worker = sign_in(open_page, "worker", "phone")
    theirs = open_page("phone")
    they_read_it(worker, theirs, school, walk)
    the_year_goes_on(cast, school, began)
    the_champion_leaves(worker, school, walk)
    they_have_gone_quiet(worker, walk)
    trust_comes_back(worker, theirs, school, walk)
    the_manager_looks(manager, school, walk)


def the_beginning(cast: Cast, began: dt.datetime) -> UUID:
    """A partner of a year ago, with somebody there who stands up for the programme; and one more."""
    school = actions.add_partner(name=SCHOOL, sector=Sector.SCHOOL, by=cast.worker, at=began)
    clinic = actions.add_partner(name="Elm clinic", sector=Sector.HEALTH, by=cast.other_worker, at=began)
    reed = actions.add_contact(
        partner_id=school, name="Ms Reed", email="reed@example.org", by=cast.worker, at=began
    )
    actions.add_contact(partner_id=school, name="Mr Holt", email="holt@example.org", by=cast.worker, at=began)
    actions.name_champion(contact_id=reed, since=began.date(), does="Opens doors", by=cast.worker, at=began)
    actions.log_interaction(
        partner_id=clinic,
        practice=Practice.COMMUNICATION,
        occurred_on=timezone.localdate() - WEEK,
        by=cast.other_worker,
        at=timezone.now(),
    )
    return school


def the_role_is_said(manager: Page, walk: Walk) -> None:
    manager.goto("/partners/role/")
    manager.get_by_role("link", name="Write it").click()
    manager.get_by_label("What does the worker do?").fill("Listens\nGoes along the first time")
    manager.get_by_label("What doesn’t the worker do?").fill("Therapy")
    manager.get_by_label("How do partners reach you?").fill("Ring 01 23 45")
    manager.get_by_role("button", name="Publish it").click()
    expect(manager.get_by_text("Goes along the first time")).to_be_visible()
    walk.stop(manager, "role-card", "What we do and don’t do, on one page.", wide=True)


def they_read_it(worker: Page, theirs: Page, school: UUID, walk: Walk) -> None:
    """The worker sends the card; somebody there reads it by the link in the letter, without an account."""
    worker.goto(f"/partners/{school}/relationship/")
    worker.get_by_text("Send somebody there a private link").click()
    worker.get_by_label("Who is asked?").select_option(label="Ms Reed · reed@example.org")
    worker.get_by_label("To read the role card").check()
    worker.get_by_role("button", name="Send it by e-mail").click()
    expect(worker.get_by_text("The letter is on its way.")).to_be_visible()
    assert not [one for one in make_rounds(timezone.now()) if one.problem]
    [found] = re.findall(r"/alongside/\S+", str(mail.outbox[-1].body))
    theirs.goto(found)
    walk.stop(theirs, "their-page", "The partner’s own page, by a private link.")
    theirs.get_by_role("button", name="I have read it").click()
    expect(theirs.get_by_text("that you have read this")).to_be_visible()


def the_year_goes_on(cast: Cast, school: UUID, began: dt.datetime) -> None:
    """A meeting, an activity together, both sides say how it is; then nobody calls any more."""
    held = began + 4 * WEEK
    meeting_id = actions.plan_meeting(
        title="Families new to the area", starts_at=held, partner_ids=[school], by=cast.worker, at=began
    )
    actions.keep_minutes(
        meeting_id=meeting_id, came=[school], minutes="A group in spring.", by=cast.worker, at=held + WEEK
    )
    spring = began + 10 * WEEK
    activity_id = actions.begin_activity(
        title="Parents’ breakfast",
        since=timezone.localdate(spring),
        parts={school: Part.DEVELOPED},
        by=cast.worker,
        at=spring,
    )
    actions.keep_session(
        activity_id=activity_id,
        held_on=timezone.localdate(spring),
        partner_ids=[school],
        people=12,
        families=7,
        by=cast.worker,
        at=spring,
    )
    for weeks, answers in ((5, Answers(4, 4, 4, 4)), (30, Answers(2, 2, 2, 2))):
        actions.rate_partner(
            partner_id=school,
            answers=answers,
            rated_on=timezone.localdate(began + weeks * WEEK),
            by=cast.worker,
            at=began + weeks * WEEK,
        )


def the_champion_leaves(worker: Page, school: UUID, walk: Walk) -> None:
    worker.goto(f"/partners/{school}/")
    walk.stop(worker, "partner", "What was done together, and who is there.")
    worker.get_by_label("More about Ms Reed").click()
    worker.get_by_role("link", name="Works there no more").click()
    worker.get_by_label("Why?").fill("A new post in another town")
    worker.get_by_label("Who takes it over?").select_option(label="Mr Holt")
    worker.get_by_role("button", name="Note it").click()
    expect(worker.get_by_text("champion since today")).to_be_visible()
    worker.goto(f"/partners/{school}/about/")
    expect(worker.get_by_text("taken over by Mr Holt")).to_be_visible()


def they_have_gone_quiet(worker: Page, walk: Walk) -> None:
    worker.goto("/today/")
    walk.stop(worker, "today", "A partner has gone quiet: no emergency, but it stands there.")
    worker.get_by_role("link", name=f"{SCHOOL} has gone quiet").click()
    worker.get_by_label("Spoke or wrote").check(force=True)
    worker.get_by_label("What was said?").fill("Rang Mr Holt: we come by again each Friday.")
    worker.get_by_role("button", name="Note it").click()
    expect(worker.get_by_text("we come by again each Friday")).to_be_visible()
    worker.goto("/today/")
    expect(worker.get_by_text("has gone quiet")).to_have_count(0)


def trust_comes_back(worker: Page, theirs: Page, school: UUID, walk: Walk) -> None:
    """Both say it: the worker on the page, Mr Holt by a link of his own that is passed on."""
    worker.goto(f"/partners/{school}/relationship/say/")
    answered(worker, 4)
    worker.get_by_role("button", name="Note it").click()
    worker.get_by_text("Send somebody there a private link").click()
    worker.get_by_label("Who is asked?").select_option(label="Mr Holt · holt@example.org")
    worker.get_by_role("button", name="Make a link to pass on").click()
    theirs.goto(worker.get_by_label("The private link").input_value())
    answered(theirs, 5)
    theirs.get_by_label("What changed, or should change?").fill("The Friday visits")
    theirs.get_by_role("button", name="Say so").first.click()
    expect(theirs.get_by_text("Thank you. We see what you said.")).to_be_visible()
    worker.goto(f"/partners/{school}/relationship/")
    expect(worker.get_by_text("“The Friday visits”")).to_be_visible()
    walk.stop(worker, "relationship", "Strength and trust as each side sees them, over time.")


def answered(page: Page, number: int) -> None:
    """The four questions, each with the same answer."""
    for name in ("reach", "together", "word", "openly"):
        page.locator(f"input[name={name}][value='{number}']").check(force=True)


def the_manager_looks(manager: Page, school: UUID, walk: Walk) -> None:
    manager.goto("/partners/")
    expect(manager.get_by_role("link", name=SCHOOL)).to_be_visible()
    walk.stop(manager, "partners", "Who we work with.", wide=True)
    manager.get_by_role("link", name="Who works with whom").click()
    expect(manager.get_by_text("Known by one worker alone")).to_be_visible()
    walk.stop(manager, "network", "Who works with whom, drawn and counted.", wide=True)
    manager.goto(f"/partners/{school}/about/")
    expect(manager.get_by_text("A new post in another town")).to_be_visible()
