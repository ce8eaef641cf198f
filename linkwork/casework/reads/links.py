"""What does a person's own link open, and which links are out?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import check_may_see_people, open_person_link, seen_by
from linkwork.casework.models import PersonLink
from linkwork.casework.rules.states import CaseState
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard


@dataclass(frozen=True)
class OwnPage:
    """Who came by their own link. `worker_name` is empty for nobody; `language` a code of the list of languages."""

    viewer: Viewer
    case_id: UUID
    person_id: UUID
    given_name: str
    language: str
    worker_name: str
    programme: ProgrammeCard
    closed: bool
    open_until: dt.datetime


@dataclass(frozen=True)
class LinkCard:
    """One link that opens now."""

    id: UUID
    made_at: dt.datetime
    open_until: dt.datetime


def own_page(token: str, at: dt.datetime) -> OwnPage:
    """Who holds this token. Raises Refused, always with the same sentence, for a link that does not open.

    Two questions; the viewer is of Kind.PERSON, with the link's id.
    """
    link = open_person_link(token, at)
    case = link.case
    return OwnPage(
        viewer=Viewer(Kind.PERSON, id=link.id, programme_id=link.programme_id),
        case_id=case.id,
        person_id=case.person_id,
        given_name=case.person.given_name,
        language=case.person.language,
        worker_name=case.worker.name if case.worker else "",
        programme=programmes.programme_with_id(link.programme_id),
        closed=case.state == CaseState.CLOSED,
        open_until=link.expires_at,
    )


def person_links(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[LinkCard]:
    """The links of this case that open at `at`, the newest first."""
    check_may_see_people(viewer)
    rows = PersonLink.living(at).filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case_id=case_id
    )
    return [LinkCard(row.id, row.created_at, row.expires_at) for row in rows.order_by("-created_at", "-id")]
