"""Opening a page about a person leaves a row."""

from uuid import UUID

from linkwork.trail import actions as trail
from linkwork.web.shared.request import Request


def look(request: Request, person_id: UUID) -> None:
    """Note which page was opened, by its address's name."""
    name = request.resolver_match.view_name if request.resolver_match else "connect"
    trail.look(by=request.viewer, at=request.at, page=name, person_id=person_id)
