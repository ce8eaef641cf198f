"""An adviser's link: made, shown once, ended. It opens one version of one portrait and nothing else."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import fitting
from linkwork.evaluation.portraits.actions.parts.finding import portrait_of
from linkwork.evaluation.portraits.actions.versions import frozen_now
from linkwork.evaluation.portraits.models import AdviserLink
from linkwork.evaluation.portraits.rules.advising import LIVES_DAYS
from linkwork.extracts import actions as extracts
from linkwork.trail import actions as trail


@action
def make_adviser_link(*, portrait_id: UUID, days: int, by: Viewer, at: dt.datetime, label: str = "") -> str:
    """A private address to the portrait as it now stands; its token, which cannot be asked for again.

    Whoever opens it has no account here: the figures it shows are let out. Raises NotFound, Invalid (days, label;
    portrait: not sent to advisers), and as `extracts.actions.let_out` does.
    """
    row = portrait_of(by, portrait_id)
    if row.shared_at is None:
        raise Invalid({"portrait": _("Send the portrait to advisers first.")})
    if days not in LIVES_DAYS:
        raise Invalid({"days": _("Choose one of the answers offered.")})
    card = reads.portrait(by, portrait_id)
    shown = {one.extract_id for one in card.figures if not one.problem}
    extracts.let_out(extract_ids=shown, by=by, at=at)
    version = frozen_now(portrait=row, card=card, by=by, at=at)
    link = AdviserLink(
        id=id_at(at),
        programme_id=by.programme,
        version=version,
        label=fitting("label", label, 80),
        expires_at=at + dt.timedelta(days=days),
        created_at=at,
    )
    token = link.give_key()
    link.save(force_insert=True)
    detail: dict[str, object] = {"version": version.number, "days": days}
    trail.record(
        by=by, at=at, what="portraits.make_adviser_link", about="portrait", about_id=row.id, detail=detail
    )
    return token


@action
def revoke_adviser_link(*, link_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """End a link at once; its portrait. What was said by it stays. Raises NotFound."""
    check_may_write(by)
    rows = AdviserLink.objects.select_for_update(of=("self",)).select_related("version")
    link = rows.filter(programme_id=by.programme, id=link_id).first()
    if link is None:
        raise NotFound(_("There is no such link in this programme."))
    if link.revoked_at is None:
        link.revoked_at = at
        link.save(update_fields=["revoked_at"])
    about: UUID = link.version.portrait_id
    trail.record(by=by, at=at, what="portraits.revoke_adviser_link", about="portrait", about_id=about)
    return about
