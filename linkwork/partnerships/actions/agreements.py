"""Agreements with partners: made, made anew, looked at again, ended. No version is ever changed or lost."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import partner_of
from linkwork.partnerships.models import Agreement
from linkwork.trail import actions as trail


@dataclass(frozen=True)
class Terms:
    """What is agreed. `words` is the whole document where there is one; both names and the day, or none of them."""

    we_do: str
    they_do: str
    starts_on: dt.date
    review_on: dt.date
    shared_what: str = ""
    shared_how: str = ""
    words: str = ""
    signed_by_us: str = ""
    signed_by_them: str = ""
    signed_on: dt.date | None = None


@action
def make_agreement(*, partner_id: UUID, terms: Terms, by: Viewer, at: dt.datetime) -> UUID:
    """Agree with a partner, for the first time or anew: a new version that holds from now on; its id.

    Raises NotFound; Invalid where an expectation is missing, the days are out of order, only one side signed, or
    what is shared is said without how.
    """
    check_may_write(by)
    partner = partner_of(by, partner_id, held=True)
    _check(terms)
    before = Agreement.objects.filter(programme_id=by.programme, partner=partner)
    number = (before.aggregate(last=Max("number"))["last"] or 0) + 1
    row = Agreement.objects.create(
        programme_id=by.programme,
        partner=partner,
        worker_id=by.id,
        number=number,
        created_at=at,
        **vars(terms),
    )
    _record("make_agreement", partner.id, by, at, {"version": number})
    return row.id


def _check(terms: Terms) -> None:
    wrong = {}
    if not terms.we_do.strip():
        wrong["we_do"] = _("Say what the partner may expect of you.")
    if not terms.they_do.strip():
        wrong["they_do"] = _("Say what you may expect of the partner.")
    if terms.review_on < terms.starts_on:
        wrong["review_on"] = _("That is before it begins. Choose a later day.")
    if bool(terms.shared_what) != bool(terms.shared_how):
        wrong["shared_how" if terms.shared_what else "shared_what"] = _("Say both what is shared and how.")
    signed = {"signed_by_us": terms.signed_by_us, "signed_by_them": terms.signed_by_them}
    if any(signed.values()) or terms.signed_on:
        wrong |= {name: _("Say who agreed.") for name, said in signed.items() if not said}
        if not terms.signed_on:
            wrong["signed_on"] = _("Say on which day.")
    if wrong:
        raise Invalid(wrong)


@action
def keep_agreement(*, agreement_id: UUID, review_on: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """Looked at again, and it still holds: the day of the next review; the partner's id.

    Raises NotFound, IllegalStep for a version that no longer holds, Invalid for a day that does not move on.
    """
    check_may_write(by)
    row = _holding(agreement_id, by)
    if review_on <= row.review_on:
        raise Invalid({"review_on": _("Choose a day after the last review.")})
    row.review_on = review_on
    row.save(update_fields=["review_on"])
    _record("keep_agreement", row.partner_id, by, at, {"version": row.number})
    return row.partner_id


@action
def end_agreement(*, agreement_id: UUID, ended_on: dt.date, by: Viewer, at: dt.datetime) -> UUID:
    """The agreement holds no longer; the partner's id. Raises NotFound, IllegalStep, Invalid before it began."""
    check_may_write(by)
    row = _holding(agreement_id, by)
    if ended_on < row.starts_on:
        raise Invalid({"ended_on": _("That is before it began. Choose a later day.")})
    row.ended_on = ended_on
    row.save(update_fields=["ended_on"])
    _record("end_agreement", row.partner_id, by, at, {"version": row.number})
    return row.partner_id


def _holding(agreement_id: UUID, by: Viewer) -> Agreement:
    row = Agreement.objects.select_for_update().filter(programme_id=by.programme, id=agreement_id).first()
    if row is None:
        raise NotFound(_("There is no such agreement in this programme."))
    newer = Agreement.objects.filter(
        programme_id=by.programme, partner_id=row.partner_id, number__gt=row.number
    )
    if row.ended_on is not None or newer.exists():
        raise IllegalStep(_("This version no longer holds. Open the newest one."))
    return row


def _record(verb: str, partner_id: UUID, by: Viewer, at: dt.datetime, detail: dict[str, object]) -> None:
    trail.record(
        by=by, at=at, what=f"partnerships.{verb}", about="partner", about_id=partner_id, detail=detail
    )
