"""Who writes displays and portraits, who reads them, who reviews them, and what an adviser's link opens."""

import datetime as dt
import hashlib
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotAllowed, Refused
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.portraits.models import AdviserLink

SIGNER = Signer(salt="portraits.adviser_link", sep="~")


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


def token_of(link_id: UUID, programme_id: UUID, key: str) -> str:
    """The text in an adviser's address: which link, and its key, signed so that a guess costs no question."""
    return SIGNER.sign(f"{programme_id.hex}{link_id.hex}{key}")


def hash_of(key: str) -> str:
    """What is stored of a key. Keys are long and random, so a plain hash is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def open_link(token: str, at: dt.datetime) -> AdviserLink:
    """The living link of a token, with its version and portrait. One question.

    Raises Refused for a forged, unknown, expired or ended one, and for a portrait its author has taken back, with one
    sentence, so that nothing is given away.
    """
    closed = Refused(_("This link does not open. It may have run out or been ended."))
    try:
        plain = SIGNER.unsign(token)
        programme_id, link_id, key = UUID(plain[:32]), UUID(plain[32:64]), plain[64:]
    except (BadSignature, ValueError):
        raise closed from None
    found = _living(at).filter(programme_id=programme_id, id=link_id, key_hash=hash_of(key)).first()
    if found is None:
        raise closed
    return found


def link_of(viewer: Viewer, at: dt.datetime) -> AdviserLink:
    """The living link by which the viewer came. Raises NotAllowed for anybody else. One question."""
    link = None
    if viewer.kind is Kind.PARTNER and viewer.id is not None:
        link = _living(at).filter(programme_id=viewer.programme, id=viewer.id).first()
    if link is None:
        raise NotAllowed(_("This link does not open. It may have run out or been ended."))
    return link


def _living(at: dt.datetime) -> QuerySet[AdviserLink]:
    rows = AdviserLink.objects.filter(
        expires_at__gt=at, revoked_at__isnull=True, version__portrait__shared_at__isnull=False
    )
    return rows.select_related("version__portrait")
