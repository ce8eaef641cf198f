"""The role card: written, read by partners, and asked about again each year."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_say_the_role, check_may_write, link_of
from linkwork.partnerships.actions.links import write_link
from linkwork.partnerships.actions.parts.finding import role_card_of
from linkwork.partnerships.models import Acknowledgement, Clarity, PartnerContact, RoleCard
from linkwork.partnerships.reads.role_cards import clarity_due
from linkwork.partnerships.rules import HIGHEST, LOWEST, Ask
from linkwork.programmes import actions as programmes
from linkwork.trail import actions as trail


@action
def publish_role_card(*, does: str, does_not: str, reach: str, by: Viewer, at: dt.datetime) -> UUID:
    """Say anew what the worker does, doesn't do, and how to reach them: a new version; its id. Lines are points.

    Raises Invalid where one of the three is empty.
    """
    check_may_say_the_role(by)
    said = {"does": does.strip(), "does_not": does_not.strip(), "reach": reach.strip()}
    if not all(said.values()):
        raise Invalid({name: _("Write at least one line.") for name, text in said.items() if not text})
    programmes.hold_programme(by=by, at=at)
    before = role_card_of(by)
    row = RoleCard.objects.create(
        programme_id=by.programme,
        number=before.number + 1 if before else 1,
        worker_id=by.id,
        published_on=timezone.localdate(at),
        created_at=at,
        **said,
    )
    detail: dict[str, object] = {"version": row.number}
    trail.record(
        by=by, at=at, what="partnerships.publish_role_card", about="role_card", about_id=row.id, detail=detail
    )
    return row.id


@action
def acknowledge_role_card(*, name: str, by: Viewer, at: dt.datetime) -> UUID:
    """Somebody at a partner has read the version that holds, and signs; the id, the same when said twice.

    Raises NotAllowed without a living link, Invalid without a name, NotFound where there is no role card.
    """
    link = link_of(by, at)
    if not name.strip():
        raise Invalid({"name": _("Write your name.")})
    card = role_card_of(by)
    if card is None:
        raise NotFound(_("There is no role card yet."))
    row, _made = Acknowledgement.objects.get_or_create(
        programme_id=by.programme,
        role_card=card,
        contact=link.contact,
        defaults={
            "partner_id": link.partner_id,
            "name": name.strip(),
            "said_on": timezone.localdate(at),
            "created_at": at,
        },
    )
    _record("acknowledge_role_card", link.partner_id, by, at, {"version": card.number})
    return row.id


@action
def say_clarity(*, score: int, by: Viewer, at: dt.datetime, words: str = "") -> UUID:
    """Somebody at a partner says how clear the role is, from 1 to 5; its id. Said again on one day, it is put right.

    Raises NotAllowed without a living link, Invalid for another score.
    """
    link = link_of(by, at)
    if not LOWEST <= score <= HIGHEST:
        raise Invalid({"score": _("Choose one of the answers offered.")})
    said = {"partner_id": link.partner_id, "role_card": role_card_of(by), "score": score, "words": words}
    row, _made = Clarity.objects.update_or_create(
        programme_id=by.programme,
        contact=link.contact,
        said_on=timezone.localdate(at),
        defaults=said,
        create_defaults={**said, "created_at": at},
    )
    _record("say_clarity", link.partner_id, by, at, {"score": score})
    return row.id


@action
def ask_clarity(*, contact_id: UUID, by: Viewer, at: dt.datetime) -> bool:
    """Ask somebody at a partner again how clear the role is, where a year has gone by; whether they were asked.

    Looks again with the row held, so that two rounds side by side ask once.
    """
    check_may_write(by)
    rows = PartnerContact.objects.select_for_update().filter(programme_id=by.programme, id=contact_id)
    contact = rows.first()
    if contact is None or not clarity_due(by, at, contact.id):
        return False
    write_link(contact=contact, asks=Ask.CLARITY, by=by, at=at)
    _record("ask_clarity", contact.partner_id, by, at, {})
    return True


def _record(verb: str, partner_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(
        by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=partner_id, detail=detail
    )
