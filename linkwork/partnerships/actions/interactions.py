"""Noting work with partners: in one line, or with how it went, what was agreed and what follows."""

import datetime as dt
from uuid import UUID

from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly, check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Interaction
from linkwork.partnerships.rules import Practice, Quality
from linkwork.trail import actions as trail

UNDONE_WITHIN = dt.timedelta(days=7)


@action
def log_interaction(
    *,
    partner_id: UUID,
    practice: Practice,
    occurred_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
    quality: Quality | None = None,
    agreed: str = "",
    next_step: str = "",
    next_on: dt.date | None = None,
    case_id: UUID | None = None,
) -> UUID:
    """Note one piece of work with a partner; its id. `case_id` only where somebody was supported together.

    Raises NotFound (also for a case the viewer may not see); Invalid for a day to come, a next step without its day
    or before the work, a day without a step, and a case with another practice.
    """
    check_may_write(by)
    partner = partner_of(by, partner_id)
    _check(occurred_on, next_step.strip(), next_on, at)
    if case_id is not None and practice is not Practice.CO_INTERVENTION:
        raise Invalid({"practice": _("Somebody is named only where you supported them together.")})
    row = Interaction.objects.create(
        programme_id=by.programme,
        partner=partner,
        worker_id=by.id,
        practice=practice,
        occurred_on=occurred_on,
        note=note,
        quality=quality.value if quality else "",
        agreed=agreed,
        next_step=next_step.strip(),
        next_on=next_on,
        case_id=casework.case(by, case_id).id if case_id else None,
        created_at=at,
    )
    _record("log_interaction", partner.id, by, at, {"practice": practice.value})
    return row.id


def _check(occurred_on: dt.date, next_step: str, next_on: dt.date | None, at: dt.datetime) -> None:
    if occurred_on > timezone.localdate(at):
        raise Invalid({"occurred_on": _("This day has not come yet. Plan a meeting instead.")})
    if next_step and next_on is None:
        raise Invalid({"next_on": _("Say by when.")})
    if next_on is not None and not next_step:
        raise Invalid({"next_step": _("Say what is to be done by then.")})
    if next_on is not None and next_on < occurred_on:
        raise Invalid({"next_on": _("That is before you worked together. Choose a later day.")})


@action
def note_partner_there(*, contact_id: UUID, partner_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """A partner was there at a contact of the log: somebody was supported together. Its id; the same when said twice.

    The day and the case are those of the contact. Raises NotFound.
    """
    check_may_write(by)
    partner, contact = partner_of(by, partner_id), casework.contact(by, contact_id)
    row, made = Interaction.objects.get_or_create(
        programme_id=by.programme,
        partner=partner,
        from_contact=contact.id,
        defaults={
            "worker_id": by.id,
            "practice": Practice.CO_INTERVENTION,
            "occurred_on": timezone.localdate(contact.occurred_at),
            "case_id": contact.case_id,
            "created_at": at,
        },
    )
    if made:
        detail: dict[str, object] = {"practice": Practice.CO_INTERVENTION.value}
        _record("note_partner_there", partner.id, by, at, detail)
    return row.id


@action
def finish_next_step(*, interaction_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """What followed from work with a partner is done; the partner's id. Raises NotFound, IllegalStep if done."""
    check_may_write(by)
    row = _row(interaction_id, by)
    if row.next_on is None:
        raise NotFound(_("Nothing was left to do here."))
    if row.next_done_at is not None:
        raise IllegalStep(_("This is done already."))
    row.next_done_at = at
    row.save(update_fields=["next_done_at"])
    _record("finish_next_step", row.partner_id, by, at, {})
    return row.partner_id


@action
def take_back_interaction(*, interaction_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Take back what one noted oneself, within a week; the partner's id.

    Raises NotFound, IllegalStep for somebody else's, an older one, or one that a meeting's minutes counted, Refused
    where a factor says that it was eased by it.
    """
    check_may_write(by)
    row = _row(interaction_id, by)
    if row.worker_id != by.id or at - row.created_at > UNDONE_WITHIN or row.meeting_id is not None:
        raise IllegalStep(_("This stays: it is somebody else’s, a meeting’s, or more than a week old."))
    partner_id = row.partner_id
    try:
        row.delete()
    except ProtectedError as held:
        raise Refused(
            _("Something was done since with what you entered. Change what is not right instead.")
        ) from held
    _record("take_back_interaction", partner_id, by, at, {})
    return partner_id


def _row(interaction_id: UUID, by: Viewer) -> Interaction:
    rows = Interaction.objects.select_for_update(of=("self",)).filter(asked_openly(by))
    row = rows.filter(programme_id=by.programme, id=interaction_id).first()
    if row is None:
        raise NotFound(_("There is no such note in this programme."))
    return row


def _record(verb: str, partner_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(
        by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=partner_id, detail=detail
    )
