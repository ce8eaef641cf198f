"""A contact written where there is no network: kept on the phone, sent when there is one, gone after signing out."""

from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

NOTE = "Talked in the cellar where they mend the bicycles."
SHELF = "Object.keys(localStorage).filter(key => key.startsWith('linkwork:')).length"


def written_in_the_cellar(page: Page, case_id: object, note: str) -> None:
    """The form is opened with a network and kept without one."""
    page.goto(f"/people/log/?case={case_id}")
    page.get_by_label("What happened?").fill(note)
    page.context.set_offline(True)
    page.get_by_role("button", name="Keep the contact").click()
    expect(page.get_by_text("A.L. – no network: it is kept on this device")).to_be_visible()
    expect(page.get_by_label("What happened?")).to_be_hidden()


def test_a_contact_waits_for_the_network(open_page: OpenPage, cast: Cast) -> None:
    at = timezone.now()
    details = PersonDetails(given_name="Ada", family_name="Lund")
    case_id = actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=at
    )
    page = sign_in(open_page, "worker", "phone")
    written_in_the_cellar(page, case_id, NOTE)
    assert_accessible(page)
    assert not reads.contacts_page(cast.worker, case_id).rows
    page.context.set_offline(False)
    expect(page.get_by_text("What you wrote without network is sent and kept (1).")).to_be_visible()
    page.goto(f"/people/{case_id}/")
    expect(page.get_by_text(NOTE).first).to_be_visible()
    assert [card.note for card in reads.contacts_page(cast.worker, case_id).rows] == [NOTE]
    assert page.evaluate(SHELF) == 0

    written_in_the_cellar(page, case_id, "Not to be sent after all.")
    page.locator(".top-end summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Sign out once more to throw it away.")).to_be_visible()
    assert page.evaluate(SHELF) == 1
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(300)
    page.context.set_offline(False)
    page.goto("/sign/in/")
    assert page.evaluate(SHELF) == 0
    assert len(reads.contacts_page(cast.worker, case_id).rows) == 1
