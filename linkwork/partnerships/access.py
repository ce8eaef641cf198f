"""Who may read and keep what is known about partners, and what a partner's own link opens.

Nothing here names a person supported.
"""

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext as _

from linkwork.casework.access import seen_by
from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.partnerships.models import PartnerLink
from linkwork.programmes.private_links import closed


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer works in, supervises or manages the programme."""
    if not may_read(viewer):
        raise NotAllowed(_("Partners are shown to those who work in the programme."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER, Role.SUPERVISOR)


def check_may_write(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer is a worker or a manager of the programme."""
    if not may_write(viewer):
        raise NotAllowed(_("Only workers and managers keep the programme's partners."))


def may_write(viewer: Viewer) -> bool:
    """The twin of `check_may_write` for pages."""
    return viewer.has(Role.WORKER, Role.MANAGER)


def check_may_say_the_role(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages: the role card speaks for the whole programme."""
    if not may_say_the_role(viewer):
        raise NotAllowed(_("A manager keeps the role card."))


def may_say_the_role(viewer: Viewer) -> bool:
    """The twin of `check_may_say_the_role` for pages."""
    return viewer.has(Role.MANAGER)


def open_link(token: str, at: dt.datetime) -> PartnerLink:
    """The living link of a token, with its partner and contact. One question.

    Raises Refused for a forged, unknown, expired or ended one, with one sentence, so that nothing is given away.
    """
    link = PartnerLink.opened_by(token, at).select_related("partner", "contact").first()
    if link is None:
        raise closed()
    return link


def link_of(viewer: Viewer, at: dt.datetime) -> PartnerLink:
    """The living link by which the viewer came. Raises NotAllowed for anybody else. One question."""
    link = None
    if viewer.kind is Kind.PARTNER and viewer.id is not None:
        found = PartnerLink.living(at).filter(programme_id=viewer.programme, id=viewer.id)
        link = found.select_related("contact").first()
    if link is None:
        raise NotAllowed(_("This link does not open this page."))
    return link


def check_may_manage(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer manages the programme: its rules, and what it shows a funder."""
    if not may_manage(viewer):
        raise NotAllowed(_("Only a manager does this."))


def may_manage(viewer: Viewer) -> bool:
    """The twin of `check_may_manage` for pages."""
    return viewer.has(Role.MANAGER)


def check_may_read_agreed(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme: only agreed words are open to them, without names."""
    if not viewer.has(Role.EVALUATOR):
        raise NotAllowed(_("Only an evaluator of the programme takes in what was agreed to."))


def asked_openly(viewer: Viewer) -> Q:
    """The condition that leaves out efforts and work for people whose record is closed to the viewer: no trace."""
    closed_to_few = seen_by(viewer, "case__person_id")
    return Q(case__isnull=True) | closed_to_few if closed_to_few else Q()
