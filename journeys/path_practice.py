"""The first half of the path: a referral, a conversation, a service found, a connection closed, work with others."""

import re
from pathlib import Path

from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.commands import line
from linkwork.testing.cast import Cast
from linkwork.testing.shared import shared_path

MELBOURNE = "data/directories/melbourne_helping_out_2024-03.csv"
HOPE = "I would like somewhere warm to eat where people talk to me."


def tell(cast: Cast, open_page: OpenPage, walk: Walk, folder: Path) -> None:
    """Every part in order; each leaves what the next one needs on screen or in the record."""
    directory = shared_path(MELBOURNE)
    refused = str(folder / "refused.csv")
    # One row of the export has no name: it comes back in a file, and the command says so with its exit code.
    assert (
        line.run(
            ["import", "directory", str(directory), "--programme", "North practices", "--refused", refused]
        )
        == 1
    )
    manager = sign_in(open_page, "manager", "desk")
    worker = sign_in(open_page, "worker", "phone")
    a_referral_arrives(manager, open_page, walk)
    the_conversation(worker, walk)
    find_and_signpost(worker, walk)
    a_warm_handover(worker, open_page, walk)
    work_with_others(worker, walk)


def a_referral_arrives(manager: Page, open_page: OpenPage, walk: Walk) -> None:
    walk.begin("1. A referral arrives")
    manager.goto("/people/")
    manager.get_by_role("link", name="Referral form").click()
    address = manager.get_by_label("Copy this address").input_value()

    practice = open_page("desk")
    practice.goto(address)
    practice.get_by_label("Name, or what they like to be called").fill("Maryam")
    practice.get_by_label("Family name").fill("Aziz")
    practice.get_by_role("textbox", name="Phone").fill("0400 111 222")
    practice.get_by_label("Language they speak best").select_option(label="Arabic")
    practice.get_by_label("What would they like help with?").fill(
        "She eats alone every day and has lost weight."
    )
    practice.get_by_label("Yes", exact=True).check()
    practice.get_by_label("Your name").fill("Nurse Jones")
    practice.get_by_label("Your organisation").fill("Elm Street practice")
    practice.get_by_label("Where do you work?").select_option(index=1)
    practice.get_by_label("How we reach you").fill("jones@practice.example")
    walk.stop(practice, "referral-form", "A nurse refers somebody, without an account.", wide=True)
    practice.get_by_role("button", name="Send the referral").click()
    walk.stop(practice, "referral-sent", "The practice reads what happens next.")

    manager.goto("/today/")
    walk.stop(manager, "today-manager", "The manager sees an unanswered referral.", wide=True)
    manager.get_by_role("main").get_by_role("link").filter(has_text=re.compile("M.A.|Maryam")).first.click()
    walk.stop(
        manager, "referral", "She reads it and gives it to a worker who speaks the language.", wide=True
    )
    manager.get_by_label(re.compile("Amal Haddad")).check()
    manager.get_by_role("button", name="Accept").click()
    expect(manager.get_by_role("heading", name="Maryam Aziz")).to_be_visible()


def the_conversation(worker: Page, walk: Walk) -> None:
    walk.begin("2. The conversation")
    worker.goto("/today/")
    walk.stop(worker, "today", "The worker opens today between two visits.")
    worker.get_by_role("link", name="Log a contact").click()
    worker.get_by_role("main").get_by_role("link", name="Maryam Aziz").click()
    tap(worker, "Elm Street practice")
    tap(worker, "30 minutes")
    tap(worker, "Getting to know each other")
    worker.get_by_label("What happened?").fill("We talked for half an hour. She misses company at meals.")
    worker.get_by_label("What matters to them?").fill(HOPE)
    worker.get_by_label("A need").nth(0).select_option(label="Food")
    worker.get_by_label(re.compile("^In their own words")).nth(0).fill(
        "I cook for one and then I do not eat it."
    )
    worker.get_by_text("More needs").click()
    worker.get_by_label("A need").nth(1).select_option(label="Money and debt")
    worker.get_by_label(re.compile("^In their own words")).nth(1).fill("The gas bill frightens me.")
    walk.stop(worker, "log", "She logs the first contact on her phone: a few taps, and plain words.")
    worker.get_by_role("button", name="Keep the contact").click()
    expect(worker.get_by_text("I cook for one and then I do not eat it.")).to_be_visible()
    expect(worker.get_by_text(HOPE)).to_be_visible()
    walk.stop(worker, "person", "What matters to the person stands first on their page.")


def find_and_signpost(worker: Page, walk: Walk) -> None:
    walk.begin("3. Find")
    needs = (
        worker.locator("section, .card")
        .filter(has=worker.get_by_role("heading", name="Needs", exact=True))
        .last
    )
    needs.get_by_role("listitem").filter(has_text="Money and debt").get_by_role(
        "link", name="Find support"
    ).click()
    expect(worker.get_by_text("Why this:").first).to_be_visible()
    walk.stop(worker, "find", "From a need to real services: each says why it matched, and how fresh it is.")
    worker.get_by_role("list", name="Services found").get_by_role(
        "link", name="Connect", exact=True
    ).first.click()
    walk.begin("4. Connect")
    walk.stop(worker, "connect", "Three ways to connect, each with what it shares.")
    worker.get_by_role("link", name="Tell Maryam about it").click()
    worker.get_by_label("What you told them").fill("Gave her the phone number and the opening hours.")
    walk.stop(worker, "signpost", "A signpost: nothing about the person leaves.")
    worker.get_by_role("button", name="Keep").click()


def a_warm_handover(worker: Page, open_page: OpenPage, walk: Walk) -> None:
    open_person(worker)
    needs = (
        worker.locator("section, .card")
        .filter(has=worker.get_by_role("heading", name="Needs", exact=True))
        .last
    )
    needs.get_by_role("listitem").filter(has_text="I cook for one").get_by_role(
        "link", name="Find support"
    ).click()
    found = worker.get_by_role("list", name="Services found")
    service = (
        found.get_by_role("listitem").filter(has=worker.get_by_role("link", name="Connect", exact=True)).first
    )
    name = service.locator(".item-title a").inner_text()
    service.get_by_role("link", name="Connect", exact=True).click()
    worker.get_by_role("link", name="Introduce them, or go along").click()
    worker.get_by_label("Who introduces them").fill("Amal Haddad")
    tap(worker, "In person")
    worker.get_by_label("What they hope for, in a sentence").fill(HOPE)
    for what in ("Name", "Phone", "What they hope for"):
        worker.get_by_role("checkbox", name=re.compile(f"^{what}")).check()
    worker.get_by_label(re.compile("agree", re.IGNORECASE)).and_(worker.locator("[type=checkbox]")).check()
    worker.get_by_label("How they agreed").fill("She said yes when we met today.")
    worker.get_by_label("Send the request to").fill("kitchen@partner.example")
    walk.stop(worker, "handover", "A warm handover: the letter is shown as it will be sent.")
    worker.get_by_role("button", name="Send").click()
    link = worker.get_by_label("The partner’s link").input_value()
    the_partner_answers(worker, open_page, walk, link)
    what_came_of_it(worker, walk, name)


def the_partner_answers(worker: Page, open_page: OpenPage, walk: Walk, link: str) -> None:
    asked = worker.url

    partner = open_page("phone")
    partner.goto(link)
    expect(partner.get_by_text(HOPE)).to_be_visible()
    walk.stop(partner, "partner", "The partner opens the link: no account, only what was agreed.")
    partner.get_by_role("button", name="Yes, we can help").click()
    walk.stop(partner, "partner-yes", "One tap, and the worker knows.")

    worker.goto("/today/")
    expect(worker.get_by_text(re.compile("said yes")).first).to_be_visible()
    worker.goto(asked)
    walk.stop(worker, "connection", "Where it stands, and how it came there.")


def what_came_of_it(worker: Page, walk: Walk, name: str) -> None:
    worker.get_by_role("link", name=re.compile("how it went")).click()
    tap(worker, "They went")
    tap(worker, "It helped")
    worker.get_by_label("In their words").fill("I was not the only one who came alone.")
    walk.stop(worker, "follow-up", "Later the worker asks how it went.")
    worker.get_by_role("button", name="Keep").click()
    open_person(worker)
    worker.get_by_text("What came before").click()
    worker.get_by_role("link", name=name).first.click()
    walk.stop(worker, "outcome", "A known outcome: the loop is closed.")
    worker.goto(f"/find/?words={name.split()[0]}")
    entry = (
        worker.get_by_role("list", name="Services found").get_by_role("listitem").filter(has_text=name).first
    )
    expect(entry.get_by_text("Checked today")).to_be_visible()
    expect(entry.get_by_text("Never checked")).to_have_count(0)
    walk.stop(worker, "fresh", "And the entry in the directory is fresh again.")


def work_with_others(worker: Page, walk: Walk) -> None:
    walk.begin("5. Work with others")
    for partner, sector in (("Canal Side primary school", "School"), ("Millbrook council", "Municipality")):
        worker.goto("/partners/new/")
        worker.get_by_label("Name").fill(partner)
        tap(worker, sector)
        worker.get_by_role("button", name="Add the partner").click()
    worker.goto("/partners/meetings/new/")
    worker.get_by_label("What is it about?").fill("Children who come to school hungry")
    worker.get_by_label("Day").fill("2026-03-10")
    worker.get_by_label("Time").fill("14:00")
    worker.get_by_label("Where?").fill("Room 4")
    for partner in ("Canal Side primary school", "Millbrook council"):
        tap(worker, partner)
    worker.get_by_role("button", name="Plan it").click()
    for partner in ("Canal Side primary school", "Millbrook council"):
        worker.get_by_role("group", name="Who came?").get_by_label(partner).check()
    worker.get_by_label("What was said?").fill(
        "The school sees it every Monday. The council can open a kitchen."
    )
    worker.get_by_role("button", name="Keep it").click()
    walk.stop(worker, "meeting", "A school and a municipality at one table, and what was said.", wide=True)

    worker.goto("/partners/advocacy/new/")
    worker.get_by_label("What do you ask for?").fill("A bus that stops at the kitchen on Mondays.")
    worker.get_by_label("Who would gain from it?").fill("families without a car")
    tap(worker, "In the community")
    worker.get_by_label("Or somebody else: who?").fill("the county transport office")
    worker.get_by_role("button", name="Begin").click()
    for way, answer in (("Letter", "No reply."), ("Meeting", "They will try it in May.")):
        tap(worker, way)
        worker.get_by_label("When?").first.fill(localdate().isoformat())
        worker.get_by_label("What did they say?").fill(answer)
        worker.get_by_role("button", name="Note the attempt").click()
        expect(worker.get_by_label("What did they say?")).to_have_value("")
        expect(worker.get_by_text(answer)).to_be_visible()
    walk.stop(worker, "advocacy", "Advocacy for many: the second attempt stands beside the first.", wide=True)


def open_person(worker: Page) -> None:
    """The person's page, by way of the list of people."""
    worker.goto("/people/")
    worker.get_by_role("main").get_by_role("link", name="Maryam Aziz").first.click()


def tap(page: Page, words: str) -> None:
    """Choose a tile or chip by its words."""
    page.get_by_role("main").get_by_text(words, exact=True).first.click()
