"""How the relationship stands: said by us, and by the partner through their own link."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write, link_of
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Rating
from linkwork.partnerships.rules import Answers, Side
from linkwork.trail import actions as trail


@action
def rate_partner(
    *,
    partner_id: UUID,
    answers: Answers,
    rated_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    changed: str = "",
) -> UUID:
    """Say how a worker sees the relationship; its id. Raises NotFound, Invalid for a day to come."""
    check_may_write(by)
    partner = partner_of(by, partner_id)
    if rated_on > timezone.localdate(at):
        raise Invalid({"rated_on": _("This day has not come yet.")})
    row = Rating.objects.create(
        programme_id=by.programme,
        partner=partner,
        side=Side.US,
        worker_id=by.id,
        rated_on=rated_on,
        changed=changed,
        created_at=at,
        **vars(answers),
    )
    _record("rate_partner", partner.id, by, at)
    return row.id


@action
def answer_as_partner(*, answers: Answers, by: Viewer, at: dt.datetime, changed: str = "") -> UUID:
    """Say how the partner sees the relationship, by their own link; its id. Said again on one day, it is put right.

    Raises NotAllowed for anybody without a living link.
    """
    link = link_of(by, at)
    row, _made = Rating.objects.update_or_create(
        programme_id=by.programme,
        partner_id=link.partner_id,
        link=link,
        rated_on=timezone.localdate(at),
        defaults={"side": Side.THEM, "changed": changed, **vars(answers)},
        create_defaults={"side": Side.THEM, "changed": changed, "created_at": at, **vars(answers)},
    )
    _record("answer_as_partner", link.partner_id, by, at)
    return row.id


def _record(verb: str, partner_id: UUID, by: Viewer, at: dt.datetime) -> None:
    trail.record(by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=partner_id)
