"""Finding the row an action speaks of, inside the viewer's programme."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.rows import the_one
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly
from linkwork.partnerships.models import (
    Activity,
    AdvocacyAction,
    Champion,
    Factor,
    Meeting,
    Partner,
    PartnerContact,
    RoleCard,
)


def partner_of(by: Viewer, partner_id: UUID, *, held: bool = False) -> Partner:
    """The partner's row, `held` until the action ends where something of theirs is numbered. Raises NotFound."""
    rows = Partner.objects.select_for_update(no_key=True) if held else Partner.objects.all()
    row = the_one(rows.filter(programme_id=by.programme, id=partner_id))
    if row is None:
        raise NotFound(_("There is no such partner in this programme."))
    return row


def contact_of(by: Viewer, contact_id: UUID) -> PartnerContact:
    """The row of somebody who works at a partner today, to be changed. Raises NotFound, also for who left."""
    rows = PartnerContact.objects.select_for_update(of=("self",)).filter(left_on__isnull=True)
    row = rows.filter(programme_id=by.programme, id=contact_id).select_related("partner").first()
    if row is None:
        raise NotFound(_("There is no such contact in this programme."))
    return row


def champion_of(by: Viewer, champion_id: UUID) -> Champion:
    """The row of somebody who is a champion today, to be changed. Raises NotFound."""
    rows = Champion.objects.select_for_update(of=("self",)).filter(until__isnull=True)
    row = rows.filter(programme_id=by.programme, id=champion_id).select_related("contact").first()
    if row is None:
        raise NotFound(_("There is no such champion in this programme."))
    return row


def role_card_of(by: Viewer) -> RoleCard | None:
    """The version of the role card that holds; None where the programme has none yet."""
    return RoleCard.objects.filter(programme_id=by.programme).order_by("-number").first()


def meeting_of(by: Viewer, meeting_id: UUID) -> Meeting:
    """The meeting's row, to be changed. Raises NotFound."""
    row = Meeting.objects.select_for_update().filter(programme_id=by.programme, id=meeting_id).first()
    if row is None:
        raise NotFound(_("There is no such meeting in this programme."))
    return row


def advocacy_of(by: Viewer, action_id: UUID) -> AdvocacyAction:
    """The effort's row, to be changed. Raises NotFound, also where it is for somebody closed to the viewer."""
    rows = AdvocacyAction.objects.select_for_update(of=("self",))
    row = rows.filter(asked_openly(by), programme_id=by.programme, id=action_id).first()
    if row is None:
        raise NotFound(_("There is no such advocacy action in this programme."))
    return row


def factor_of(by: Viewer, factor_id: UUID) -> Factor:
    """The factor's row, to be changed. Raises NotFound."""
    row = Factor.objects.select_for_update().filter(programme_id=by.programme, id=factor_id).first()
    if row is None:
        raise NotFound(_("There is no such factor in this programme."))
    return row


def activity_of(by: Viewer, activity_id: UUID) -> Activity:
    """The activity's row, to be changed. Raises NotFound."""
    row = Activity.objects.select_for_update().filter(programme_id=by.programme, id=activity_id).first()
    if row is None:
        raise NotFound(_("There is no such activity in this programme."))
    return row
