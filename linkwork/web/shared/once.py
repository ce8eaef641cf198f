"""A link that is shown once waits in the session for the next page it belongs to, and is nowhere else.

So the form that made it is answered by sending on: coming back to the page or loading it again makes no other.
"""

from uuid import UUID

from linkwork.web.shared.request import Request


def show_once(request: Request, key: str, about_id: UUID, token: str) -> None:
    """Keep the token for the next page about this; `key` names the kind of link."""
    request.session[key] = {"about": str(about_id), "token": token}


def shown_once(request: Request, key: str, about_id: UUID) -> str:
    """The token that waits for this page, then it is forgotten; empty where none does."""
    waiting = request.session.get(key, {})
    if waiting.get("about") != str(about_id):
        return ""
    del request.session[key]
    return str(waiting["token"])
