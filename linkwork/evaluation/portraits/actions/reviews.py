"""What public advisers do: comment, and sign off."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.access import check_may_review
from linkwork.evaluation.portraits.actions.parts.checks import fitting, said
from linkwork.evaluation.portraits.models import Review
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.trail import actions as trail

LONGEST_COMMENT = 4000


@action
def comment(
    *, portrait_id: UUID, text: str, by: Viewer, at: dt.datetime, statement_id: UUID | None = None
) -> UUID:
    """Say something about a portrait, or one statement of it; the comment's id. Raises NotFound, Invalid (text)."""
    card = _shared(by, portrait_id)
    if statement_id and statement_id not in {one.id for one in card.statements}:
        raise Invalid({"statement": _("This statement is no longer in the portrait.")})
    return _say(by, at, card, ReviewKind.COMMENT, said("text", text, LONGEST_COMMENT), statement_id)


@action
def sign_off(*, portrait_id: UUID, fingerprint: str, by: Viewer, at: dt.datetime, text: str = "") -> UUID:
    """Agree to the portrait as it was read: `fingerprint` is the one its page carried.

    Raises NotFound, or Refused where it has been changed since the page was opened.
    """
    card = _shared(by, portrait_id)
    if fingerprint != card.fingerprint:
        raise Refused(_("The portrait was changed while you read it. Read it again, then sign it off."))
    return _say(by, at, card, ReviewKind.SIGN_OFF, fitting("text", text, LONGEST_COMMENT), None)


def _shared(by: Viewer, portrait_id: UUID) -> PortraitCard:
    check_may_review(by)
    card = reads.portrait(by, portrait_id)
    if card.shared_at is None:
        raise Refused(_("This portrait is not out for review."))
    return card


def _say(
    by: Viewer, at: dt.datetime, card: PortraitCard, kind: ReviewKind, text: str, statement_id: UUID | None
) -> UUID:
    assert by.id is not None  # an adviser came in by a login
    row = Review.objects.create(
        programme_id=by.programme,
        portrait_id=card.id,
        statement_id=statement_id,
        adviser_id=by.id,
        kind=kind,
        text=text,
        fingerprint=card.fingerprint,
        created_at=at,
    )
    trail.record(by=by, at=at, what=f"portraits.{kind.value}", about="portrait", about_id=card.id)
    return row.id
