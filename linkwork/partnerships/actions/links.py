"""A partner's own link: made, sent, ended. The key is shown or sent once and only its hash is kept."""

import datetime as dt
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import contact_of, partner_of
from linkwork.partnerships.models import PartnerContact, PartnerLink
from linkwork.partnerships.rules import Ask
from linkwork.programmes import actions as programmes
from linkwork.trail import actions as trail

LIVES = dt.timedelta(days=60)


@action
def make_partner_link(*, contact_id: UUID, asks: Ask, by: Viewer, at: dt.datetime) -> str:
    """A private address for somebody at a partner; its token, which cannot be asked for again. Raises NotFound."""
    check_may_write(by)
    _link_id, token = new_link(contact=contact_of(by, contact_id), asks=asks, by=by, at=at)
    return token


@action
def send_partner_link(*, contact_id: UUID, asks: Ask, by: Viewer, at: dt.datetime) -> None:
    """Write to somebody at a partner with a private address. Raises NotFound, Invalid where they have no e-mail."""
    check_may_write(by)
    contact = contact_of(by, contact_id)
    if not contact.email:
        raise Invalid({"contact": _("There is no e-mail address. Make a link and pass it on yourself.")})
    write_link(contact=contact, asks=asks, by=by, at=at)


@action
def revoke_partner_links(*, partner_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """End every link of this partner; how many were open. Raises NotFound."""
    check_may_write(by)
    partner = partner_of(by, partner_id)
    rows = PartnerLink.objects.filter(programme_id=by.programme, partner=partner, revoked_at__isnull=True)
    ended = rows.filter(expires_at__gt=at).update(revoked_at=at)
    detail: dict[str, object] = {"ended": ended}
    trail.record(
        by=by,
        at=at,
        what="partnerships.revoke_partner_links",
        about="partner",
        about_id=partner.id,
        detail=detail,
    )
    return ended


@part_of_action
def write_link(*, contact: PartnerContact, asks: Ask, by: Viewer, at: dt.datetime) -> None:
    """A new link, in a letter to them."""
    link_id, token = new_link(contact=contact, asks=asks, by=by, at=at)
    programmes.write_letter(
        kind=f"partnerships.{asks.value}",
        about_id=link_id,
        to=contact.email,
        language=get_language() or "en",
        token=token,
        by=by,
        at=at,
    )


@part_of_action
def new_link(*, contact: PartnerContact, asks: Ask, by: Viewer, at: dt.datetime) -> tuple[UUID, str]:
    """(id, token) of a new link; earlier ones work until they run out."""
    link = PartnerLink(
        id=id_at(at),
        programme_id=by.programme,
        partner_id=contact.partner_id,
        contact=contact,
        asks=asks,
        expires_at=at + LIVES,
        created_at=at,
    )
    token = link.give_key()
    link.save(force_insert=True)
    detail: dict[str, object] = {"asks": asks.value}
    trail.record(
        by=by,
        at=at,
        what="partnerships.make_partner_link",
        about="partner",
        about_id=contact.partner_id,
        detail=detail,
    )
    return link.id, token
