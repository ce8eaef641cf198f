"""Who may refer somebody, work with people, see caseloads and concerns, and what does a person's own link open?"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from linkwork.casework.models import PersonLink
from linkwork.casework.models.guarding import OpenTo
from linkwork.casework.rules.safeguarding import Part, parts_of
from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.programmes import access as programmes
from linkwork.programmes import reads as programmes_reads
from linkwork.programmes.private_links import closed, signed, unsigned

_PROVEN: ContextVar[tuple[Viewer, UUID, dt.datetime] | None] = ContextVar("proven", default=None)
REFERRER = "casework.referrer_link"


def check_may_see_people(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer is a worker or manager of a programme. Other programmes are never reached."""
    programmes.check_may_see_people(viewer)


def may_see_people(viewer: Viewer) -> bool:
    """The twin of `check_may_see_people` for pages."""
    return programmes.may_see_people(viewer)


def seen_by(viewer: Viewer, person: str = "person_id") -> Q:
    """The condition that leaves out restricted people, for a queryset whose rows point at a person by `person`.

    `person` is the path to the id ("person_id", "case__person_id", "id" for people themselves). Every question and
    every action about a person states it: whoever is not named finds nothing, not even that there is something.
    Managers and those named see the person; the system and the holders of a link are checked by their link.
    """
    if viewer.kind is not Kind.LOGIN or viewer.has(Role.MANAGER):
        return Q()
    return Q(OpenTo(person, viewer.programme, viewer.worker_id))


def check_may_manage_people(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may merge records, restrict them and see who looked: a manager."""
    if not may_manage_people(viewer):
        raise NotAllowed(_("Only a manager does this."))


def may_manage_people(viewer: Viewer) -> bool:
    """The twin of `check_may_manage_people` for pages."""
    return viewer.has(Role.MANAGER)


def check_may_refer(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works here, or came by the programme's own referral address."""
    if not may_refer(viewer):
        raise NotAllowed(_("Referrals come from a worker, or through the programme’s referral address."))


def may_refer(viewer: Viewer) -> bool:
    """The twin of `check_may_refer` for pages."""
    by_link = viewer.kind in (Kind.PARTNER, Kind.PERSON) and viewer.programme_id is not None
    return by_link or programmes.may_see_people(viewer)


def check_may_follow(viewer: Viewer, referral_id: UUID) -> None:
    """Raise NotAllowed unless the viewer works here, or is the referrer by the link of this very referral."""
    by_link = viewer.kind is Kind.PARTNER and viewer.id == referral_id and viewer.programme_id is not None
    if not by_link:
        check_may_see_people(viewer)


def check_may_see_caseloads(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer's role looks after workers or works with people. It sees numbers only."""
    if not may_see_caseloads(viewer):
        raise NotAllowed(_("Your role does not open caseloads."))


def check_may_approve(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages or supervises: plans are shown to them without a name."""
    if not may_approve(viewer):
        raise NotAllowed(_("Plans are approved by a manager or a supervisor."))


def may_approve(viewer: Viewer) -> bool:
    """The twin of `check_may_approve` for pages."""
    return viewer.has(Role.MANAGER, Role.SUPERVISOR)


def check_may_shape_plans(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages: templates are the programme's own."""
    if not viewer.has(Role.MANAGER):
        raise NotAllowed(_("A manager keeps the templates."))


def check_is_own(viewer: Viewer, case_id: UUID, at: dt.datetime) -> None:
    """Raise NotAllowed unless the viewer came by a living link of this very case: the person themself."""
    if not is_own(viewer, case_id, at):
        raise NotAllowed(_("This link does not open this page."))


def is_own(viewer: Viewer, case_id: UUID, at: dt.datetime) -> bool:
    """The twin of `check_is_own`. One question for a person, none for anybody else or while it is `proven`."""
    if viewer.kind is not Kind.PERSON or viewer.id is None:
        return False
    if _PROVEN.get() == (viewer, case_id, at):
        return True
    own = PersonLink.living(at).filter(programme_id=viewer.programme, id=viewer.id, case_id=case_id)
    return own.exists()


@contextmanager
def proven(viewer: Viewer, case_id: UUID, at: dt.datetime) -> Iterator[None]:
    """While a page is drawn for whoever just opened it by their link, nobody asks again whether the link lives.

    Only for reading: an action asks anew.
    """
    check_is_own(viewer, case_id, at)
    before = _PROVEN.set((viewer, case_id, at))
    try:
        yield
    finally:
        _PROVEN.reset(before)


def open_person_link(token: str, at: dt.datetime) -> PersonLink:
    """The living link of a token, with its case, person and worker. One question.

    Raises Refused for a forged, unknown, expired or revoked one, with one sentence, so that nothing is given away.
    """
    link = PersonLink.opened_by(token, at).select_related("case__person", "case__worker").first()
    if link is None:
        raise closed()
    return link


def may_see_caseloads(viewer: Viewer) -> bool:
    """The twin of `check_may_see_caseloads` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER, Role.SUPERVISOR)


def check_may_share_out(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages: who has how much, and by which rule, is theirs to decide."""
    if not may_share_out(viewer):
        raise NotAllowed(_("Only a manager decides how the work is shared."))


def may_share_out(viewer: Viewer) -> bool:
    """The twin of `check_may_share_out` for pages."""
    return viewer.has(Role.MANAGER)


def check_may_hand_over(viewer: Viewer, worker_id: UUID | None) -> None:
    """Raise NotAllowed where the people of `worker_id` (None: of nobody) are not the viewer's to hand over."""
    check_may_see_people(viewer)
    if not (may_share_out(viewer) or worker_id is None or worker_id == viewer.id):
        raise NotAllowed(_("You can hand over people you work with; a manager moves others’."))


def check_may_arrange_cover(viewer: Viewer, worker_id: UUID) -> None:
    """Raise NotAllowed unless the viewer manages, or is the one who will be away."""
    if not may_arrange_cover(viewer, worker_id):
        raise NotAllowed(_("You can say when you are away; a manager says it for others."))


def may_arrange_cover(viewer: Viewer, worker_id: UUID) -> bool:
    """The twin of `check_may_arrange_cover` for pages."""
    return may_share_out(viewer) or (viewer.has(Role.WORKER) and viewer.id == worker_id)


def referrer_token(referral_id: UUID, programme_id: UUID, until: dt.date) -> str:
    """The text in the address of a referrer's page: which referral, and the last day it opens, signed."""
    return signed(REFERRER, programme_id, referral_id, f"{until:%Y%m%d}")


def open_referrer_link(token: str, today: dt.date) -> Viewer:
    """The referrer a token stands for; the viewer's `id` is the referral's. Raises Refused for any that is not good."""
    programme_id, referral_id, until = unsigned(REFERRER, token)
    if f"{today:%Y%m%d}" > until:
        raise closed()
    return Viewer(Kind.PARTNER, id=referral_id, programme_id=programme_id)


def check_may_raise_concern(viewer: Viewer) -> None:
    """Raise NotAllowed unless somebody who works with people is signed in: a concern has an author, never a job."""
    if not may_raise_concern(viewer):
        raise NotAllowed(_("Safeguarding concerns are raised by people who work here."))


def may_raise_concern(viewer: Viewer) -> bool:
    """The twin of `check_may_raise_concern` for pages."""
    return viewer.kind is Kind.LOGIN and programmes.may_see_people(viewer)


def is_safeguarding_lead(viewer: Viewer) -> bool:
    """Whether the viewer is asked about concerns. One question of the database; the command line never is."""
    if not may_raise_concern(viewer):
        return False
    return viewer.id in {lead.id for lead in programmes_reads.safeguarding_leads(viewer)}


def parts_in_concern(viewer: Viewer, author_id: UUID) -> frozenset[Part]:
    """What the viewer is to a concern of this author; nothing for nearly everybody, whatever their role.

    One question of the database.
    """
    if not may_raise_concern(viewer):
        return frozenset()
    leads = [lead.id for lead in programmes_reads.safeguarding_leads(viewer)]
    return parts_of(viewer.worker_id, author_id, leads)


def check_part_in_concern(viewer: Viewer, author_id: UUID) -> frozenset[Part]:
    """`parts_in_concern`; raises NotFound for everybody else, so that nobody learns that there is a concern."""
    parts = parts_in_concern(viewer, author_id)
    if not parts:
        raise NotFound(_("There is no such concern in this programme."))
    return parts
