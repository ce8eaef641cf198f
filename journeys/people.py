"""The people of a journey: each with a browser of their own, signed in by the front door."""

from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from linkwork.testing.cast import PASSWORD


def sign_in(open_page: OpenPage, part: str, size: str) -> Page:
    """A page of `part` ("worker", "manager", …) at `size`, past the sign-in page."""
    page = open_page(size)
    page.goto("/sign/in/")
    page.get_by_label("Email").fill(f"{part}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page).not_to_have_url("/sign/in/")
    return page
