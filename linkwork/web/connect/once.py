"""A partner's link is shown to the worker once: it waits in the session for the next page and is nowhere else."""

from uuid import UUID

from linkwork.exchange.mail.drawing import address
from linkwork.web.shared.request import Request

KEY = "partner_link"


def show_once(request: Request, connection_id: UUID, token: str) -> None:
    """Keep the link for the connection's page."""
    request.session[KEY] = {"connection": str(connection_id), "token": token}


def shown_once(request: Request, connection_id: UUID) -> str:
    """The whole address of the link, if one waits for this page; then it is forgotten."""
    waiting = request.session.get(KEY, {})
    if waiting.get("connection") != str(connection_id):
        return ""
    del request.session[KEY]
    return address("reply:open", waiting["token"])
