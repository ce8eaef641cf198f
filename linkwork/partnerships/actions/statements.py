"""What partners say about the programme: keeping their words, and their agreement that these are shown."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import PartnerStatement
from linkwork.trail import actions as trail


@action
def keep_statement(
    *,
    partner_id: UUID,
    words: str,
    said_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    agreed: bool = False,
    may_name: bool = False,
) -> UUID:
    """Keep what a partner said; its id. `agreed`: they agreed on that day that it is shown to funders.

    Raises Invalid without words, for a day to come, and for a name without agreement; NotFound.
    """
    check_may_write(by)
    errors = {}
    if not words.strip():
        errors["words"] = _("Write down what they said.")
    if said_on > timezone.localdate(at):
        errors["said_on"] = _("This day has not come yet.")
    if may_name and not agreed:
        errors["may_name"] = _("Their name is shown only where they agreed that the words are.")
    if errors:
        raise Invalid(errors)
    row = PartnerStatement.objects.create(
        programme_id=by.programme,
        partner=partner_of(by, partner_id),
        words=words.strip(),
        said_on=said_on,
        agreed_on=said_on if agreed else None,
        may_name=may_name,
        created_at=at,
    )
    _record("partnerships.keep_statement", row, by, at, agreed=agreed, may_name=may_name)
    return row.id


@action
def agree_statement(*, statement_id: UUID, may_name: bool, by: Viewer, at: dt.datetime) -> None:
    """The partner agrees today that their words are shown, with or without their name. Raises NotFound, IllegalStep."""
    row = _statement(by, statement_id)
    if row.agreed_on is not None:
        raise IllegalStep(_("They have agreed to this already."))
    row.agreed_on, row.may_name = timezone.localdate(at), may_name
    row.save(update_fields=["agreed_on", "may_name"])
    _record("partnerships.agree_statement", row, by, at, may_name=may_name)


@action
def withdraw_statement(*, statement_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The partner takes their agreement back: it is shown no longer. Raises NotFound, IllegalStep."""
    row = _statement(by, statement_id)
    if row.agreed_on is None or row.withdrawn_on is not None:
        raise IllegalStep(_("There is no agreement to take back."))
    row.withdrawn_on = timezone.localdate(at)
    row.save(update_fields=["withdrawn_on"])
    _record("partnerships.withdraw_statement", row, by, at)


def _statement(by: Viewer, statement_id: UUID) -> PartnerStatement:
    check_may_write(by)
    rows = PartnerStatement.objects.select_for_update().filter(programme_id=by.programme)
    row = rows.filter(id=statement_id).first()
    if row is None:
        raise NotFound(_("There is no such statement in this programme."))
    return row


def _record(what: str, row: PartnerStatement, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="partner", about_id=row.partner_id, detail=detail)
