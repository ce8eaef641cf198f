"""What did we agree on with a partner, and what stood there before?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Agreement


@dataclass(frozen=True)
class AgreementCard:
    """One version of an agreement. `signed_on` is None where nobody has signed it."""

    id: UUID
    partner_id: UUID
    number: int
    we_do: str
    they_do: str
    shared_what: str
    shared_how: str
    words: str
    starts_on: dt.date
    review_on: dt.date
    ended_on: dt.date | None
    signed_by_us: str
    signed_by_them: str
    signed_on: dt.date | None


def agreements(viewer: Viewer, partner_id: UUID) -> list[AgreementCard]:
    """Every version of the agreement with a partner, the newest first: that one holds unless it has ended.

    One question of the database.
    """
    check_may_read(viewer)
    rows = Agreement.objects.filter(programme_id=viewer.programme, partner_id=partner_id)
    return [_card(row) for row in rows.order_by("-number")]


def agreement(viewer: Viewer, agreement_id: UUID) -> AgreementCard:
    """One version. Raises NotFound. One question of the database."""
    check_may_read(viewer)
    row = Agreement.objects.filter(programme_id=viewer.programme, id=agreement_id).first()
    if row is None:
        raise NotFound(_("There is no such agreement in this programme."))
    return _card(row)


def _card(row: Agreement) -> AgreementCard:
    return AgreementCard(**{name: getattr(row, name) for name in AgreementCard.__dataclass_fields__})
