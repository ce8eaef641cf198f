"""The first half of the path: a referral, a conversation, a service found, a connection closed, work with others."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.commands import line
from linkwork.connections import reads as connections
from linkwork.core.viewer import system
from linkwork.testing.cast import Cast
from linkwork.testing.shared import shared_path

MELBOURNE = "data/directories/melbourne_helping_out_2024-03.csv"
HOPE = "I would like somewhere warm to eat where people talk to me."


def tell(cast: Cast, open_page: OpenPage, walk: Walk, folder: Path) -> None:
    """Every part in order; each leaves what the next one needs on screen or in the record."""
    directory = shared_path(MELBOURNE)
    refused = str(folder / "refused.csv")
    # One row of the export has no name: it comes back in a file, and the command says so with its exit code.
    assert line.run(["import", "directory", str(directory), "--programme", "North practices", "--refused", refused]) == 1
    manager = sign_in(open_page, "manager", "desk")
    worker = sign_in(open_page, "worker", "phone")
    a_referral_arrives(manager, open_page, walk)
    the_conversation(worker, walk)
    find_and_signpost(worker, walk)
    a_warm_handover(cast, worker, open_page, walk)
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
    practice.get_by_label("Phone").fill("0400 111 222")
    practice.get_by_label("Language they speak best").select_option(label="Arabic")
    practice.get_by_label("What would they like help with?").fill("She eats alone every day and has lost weight.")
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
    walk.stop(manager, "referral", "She reads it and gives it to a worker who speaks the language.", wide=True)
    manager.get_by_label(re.compile("Amal Haddad")).check()
    manager.get_by_role("button", name="Accept").click()
    expect(manager.get_by_role("heading", name="Maryam Aziz")).to_be_visible()


def the_conversation(worker: Page, walk: Walk) -> None:
    walk.begin("2. The conversation")
    worker.goto("/today/")
    walk.stop(worker, "today", "The worker opens today between two visits.")
    worker.get_by_role("link", name="Log a contact").click()
    worker.get_by_role("main").get_by_role("link", name="Maryam Aziz").click()
    worker.get_by_text("Face to face", exact=True).click()
    worker.get_by_text("Elm Street practice", exact=True).click()
    worker.get_by_text("30", exact=False).first.click()
    worker.get_by_label("What happened").fill("We talked for half an hour. She misses company at meals.")
    worker.get_by_label("What matters to").fill(HOPE)
    walk.stop(worker, "log", "A first contact, in plain words, in under a minute.")
    worker.get_by_role("button", name="Keep the contact").click()
    walk.stop(worker, "person", "What matters to her stands first on her page.")


def find_and_signpost(worker: Page, walk: Walk) -> None:
    pass


def a_warm_handover(cast: Cast, worker: Page, open_page: OpenPage, walk: Walk) -> None:
    pass


def work_with_others(worker: Page, walk: Walk) -> None:
    pass


__all__ = ["connections", "system", "tell"]
