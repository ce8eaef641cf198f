"""Does the browser stand: a page served under a strict policy, checked by axe, at both sizes?"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from linkwork.testing.axe import assert_accessible, violations

GOOD = '<!doctype html><html lang="en"><title>A page</title><main><h1>Hello</h1></main></html>'
BAD = GOOD.replace("<h1>Hello</h1>", '<h1>Hello</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')


class Strict(BaseHTTPRequestHandler):
    """Answers /good and /bad under a policy that allows no script at all."""

    def do_GET(self) -> None:
        body = (BAD if self.path == "/bad" else GOOD).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'none'; img-src data:")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def strict_site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Strict) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_good_page_is_accessible_on_a_phone(strict_site: str, phone: Page) -> None:
    phone.goto(f"{strict_site}/good")
    assert phone.viewport_size == {"width": 390, "height": 844}
    assert_accessible(phone)


def test_a_picture_without_words_is_found_at_the_desk(strict_site: str, desk: Page) -> None:
    desk.goto(f"{strict_site}/bad")
    assert [violation.rule for violation in violations(desk)] == ["image-alt"]


def test_the_running_linkwork_answers(desk: Page) -> None:
    answer = desk.goto("/")
    assert answer is not None
    assert answer.status < 500
