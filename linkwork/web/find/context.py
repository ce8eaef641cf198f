"""For whom is somebody looking? From ids in the address to a place, a language and words; never the other way."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.directory.rules.kinds import Place
from linkwork.programmes import reads as programmes
from linkwork.programmes.access import check_may_see_people
from linkwork.trail import actions as trail
from linkwork.web.shared import lists
from linkwork.web.shared.request import Request


@dataclass(frozen=True)
class Looking:
    """Where distances start, and what is known of the need. `own_words` and `initials` are shown, never linked."""

    place: Place | None
    near: str
    case_id: UUID | None = None
    need_id: UUID | None = None
    initials: str = ""
    label: str = ""
    own_words: str = ""
    hint: str = ""  # what the term of the need takes in, as helping words for the search
    language: str = ""


def looking_for(request: Request, case_id: UUID | None, need_id: UUID | None, page: str) -> Looking:
    """Near the programme, or near a person of it. Opening it for a person leaves an access row. Raises NotFound."""
    card = programmes.programme(request.viewer)
    if not case_id and not need_id:
        return Looking(card.place, card.area or card.name)
    check_may_see_people(request.viewer)
    need = casework.need(request.viewer, need_id) if need_id else None
    case = casework.case(request.viewer, need.case_id if need else case_id)  # type: ignore[arg-type]
    trail.look(by=request.viewer, at=request.at, page=page, person_id=case.person_id)
    return Looking(
        place=case.place or card.place,
        near=_("where they live") if case.place else card.area or card.name,
        case_id=case.id,
        need_id=need.id if need else None,
        initials=case.initials,
        label=_(need.label) if need else "",
        own_words=need.words if need else "",
        hint=lists.hint("needs", need.term) if need else "",
        language=case.language,
    )
