"""Naming what helps or hinders, and saying when it was eased or solved."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Factor
from linkwork.partnerships.rules import FACTOR_STEPS, FactorKind, FactorState, Influence
from linkwork.trail import actions as trail


@action
def name_factor(
    *,
    words: str,
    influence: Influence,
    kind: FactorKind,
    noted_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    partner_id: UUID | None = None,
) -> UUID:
    """Name something that helps or hinders; its id. Raises Invalid without words, NotFound."""
    check_may_write(by)
    if not words.strip():
        raise Invalid({"words": _("Say what helps or hinders.")})
    row = Factor.objects.create(
        programme_id=by.programme,
        words=words.strip(),
        influence=influence,
        kind=kind,
        state=FactorState.OPEN,
        partner=partner_of(by, partner_id) if partner_id else None,
        noted_on=noted_on,
        created_at=at,
    )
    trail.record(by=by, at=at, what="partnerships.name_factor", about="factor", about_id=row.id)
    return row.id


@action
def move_factor(*, factor_id: UUID, to: FactorState, by: Viewer, at: dt.datetime) -> None:
    """Say that a factor was eased, solved, or is open again. Raises NotFound, IllegalStep."""
    check_may_write(by)
    row = Factor.objects.select_for_update().filter(programme_id=by.programme, id=factor_id).first()
    if row is None:
        raise NotFound(_("There is no such factor in this programme."))
    if to not in FACTOR_STEPS[FactorState(row.state)]:
        raise IllegalStep(_("It cannot move there from where it stands."))
    row.state = to
    row.save(update_fields=["state"])
    trail.record(
        by=by,
        at=at,
        what="partnerships.move_factor",
        about="factor",
        about_id=row.id,
        detail={"to": to.value},
    )
