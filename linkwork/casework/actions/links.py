"""The person's own link: made, ended, opened. The key is shown once and only its hash is kept."""

import datetime as dt
from uuid import UUID

from linkwork.casework.access import check_is_own, check_may_see_people
from linkwork.casework.actions.parts.checks import locked_case
from linkwork.casework.models import PersonLink
from linkwork.core.actions import action
from linkwork.core.ids import id_at
from linkwork.core.viewer import Kind, Viewer
from linkwork.trail import actions as trail

LIVES = dt.timedelta(days=90)


@action
def make_person_link(*, case_id: UUID, by: Viewer, at: dt.datetime, lives: dt.timedelta = LIVES) -> str:
    """A private address for the person of this case; its token, which cannot be asked for again.

    Earlier links keep working until they run out. A closed case may have one too: people are asked how it was.
    """
    case = locked_case(case_id, by)
    link = PersonLink(
        id=id_at(at), programme_id=by.programme, case_id=case.id, expires_at=at + lives, created_at=at
    )
    token = link.give_key()
    link.save(force_insert=True)
    trail.record(by=by, at=at, what="casework.make_person_link", about="case", about_id=case.id)
    return token


@action
def revoke_person_links(*, case_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """End every link of this case, as a worker or the person themself may; how many were open."""
    if by.kind is Kind.PERSON:
        check_is_own(by, case_id, at)
    else:
        check_may_see_people(by)
    rows = PersonLink.objects.filter(programme_id=by.programme, case_id=case_id, revoked_at__isnull=True)
    ended = rows.filter(expires_at__gt=at).update(revoked_at=at)
    detail: dict[str, object] = {"ended": ended}
    trail.record(
        by=by, at=at, what="casework.revoke_person_links", about="case", about_id=case_id, detail=detail
    )
    return ended


@action
def note_own_visit(*, case_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Note that the person opened their own page: in the trail, for it is nobody looking at somebody else."""
    check_is_own(by, case_id, at)
    trail.record(by=by, at=at, what="casework.note_own_visit", about="case", about_id=case_id)
