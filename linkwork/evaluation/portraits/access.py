"""Who writes displays and portraits, who reads them, who reviews them, and what an adviser's link opens."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.portraits.models import AdviserLink
from linkwork.programmes.private_links import closed


def check_may_write(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer evaluates the programme."""
    if not may_write(viewer):
        raise NotAllowed(_("Only an evaluator of the programme writes its displays and portraits."))


def may_write(viewer: Viewer) -> bool:
    """The twin of `check_may_write` for pages."""
    return viewer.has(Role.EVALUATOR)


def check_may_read(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer may read what was found."""
    if not may_read(viewer):
        raise NotAllowed(_("Portraits are read by evaluators, managers and public advisers."))


def may_read(viewer: Viewer) -> bool:
    """The twin of `check_may_read` for pages."""
    return viewer.has(Role.EVALUATOR, Role.MANAGER, Role.ADVISER)


def may_read_unshared(viewer: Viewer) -> bool:
    """Whether portraits that nobody has sent for review are shown: not to those who are only advisers."""
    return viewer.has(Role.EVALUATOR, Role.MANAGER)


def check_may_review(viewer: Viewer) -> None:
    """Raise NotAllowed unless the viewer is a public adviser with a name to stand by."""
    if not may_review(viewer):
        raise NotAllowed(_("Only a public adviser comments on a portrait or signs it off."))


def may_review(viewer: Viewer) -> bool:
    """The twin of `check_may_review` for pages."""
    return viewer.kind is Kind.LOGIN and viewer.has(Role.ADVISER)


def open_link(token: str, at: dt.datetime) -> AdviserLink:
    """The living link of a token, with its version and portrait. One question.

    Raises Refused for a forged, unknown, expired or ended one, and for a portrait its author has taken back, with one
    sentence, so that nothing is given away.
    """
    found = _shown(AdviserLink.opened_by(token, at)).first()
    if found is None:
        raise closed()
    return found


def link_of(viewer: Viewer, at: dt.datetime) -> AdviserLink:
    """The living link by which the viewer came. Raises NotAllowed for anybody else. One question."""
    link = None
    if viewer.kind is Kind.PARTNER and viewer.id is not None:
        link = _shown(AdviserLink.living(at).filter(programme_id=viewer.programme, id=viewer.id)).first()
    if link is None:
        raise NotAllowed(closed().reason)
    return link


def _shown(links: QuerySet[AdviserLink]) -> QuerySet[AdviserLink]:
    return links.filter(version__portrait__shared_at__isnull=False).select_related("version__portrait")
