"""A partner's link is shown to the worker once, on the connection's page."""

from uuid import UUID

from linkwork.exchange.mail.drawing import address
from linkwork.web.shared import once
from linkwork.web.shared.request import Request

KEY = "partner_link"


def show_once(request: Request, connection_id: UUID, token: str) -> None:
    """Keep the link for the connection's page."""
    once.show_once(request, KEY, connection_id, token)


def shown_once(request: Request, connection_id: UUID) -> str:
    """The whole address of the link, if one waits for this page; then it is forgotten."""
    token = once.shown_once(request, KEY, connection_id)
    return address("reply:open", token) if token else ""
