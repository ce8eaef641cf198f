"""Planning meetings, one or a series; moving one, calling it off, and writing to those who are asked."""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_write
from linkwork.partnerships.actions.parts.finding import meeting_of, partner_of
from linkwork.partnerships.models import AgendaItem, Attendance, Meeting, PartnerContact
from linkwork.partnerships.rules import INVITATION, MOST_IN_SERIES, ItemState, series_days, topics
from linkwork.programmes import actions as programmes
from linkwork.trail import actions as trail


@action
def plan_meeting(
    *,
    title: str,
    starts_at: dt.datetime,
    partner_ids: Collection[UUID],
    by: Viewer,
    at: dt.datetime,
    place: str = "",
    agenda: str = "",
    lasts: int = 60,
    every_weeks: int = 1,
    times: int = 1,
) -> UUID:
    """Plan a meeting and ask partners to it; its id. With `times` a series, `every_weeks` apart: the first one's id.

    `agenda` has one topic a line; they stand at the first meeting. `lasts` is in minutes.
    Raises Invalid without a title or a partner, or for a series that cannot be; NotFound.
    """
    check_may_write(by)
    _check_plan(title, partner_ids, every_weeks, times)
    here = timezone.localtime(starts_at)
    days = series_days(here.date(), every_weeks, times)
    series = new_id() if times > 1 else None
    made = [
        Meeting.objects.create(
            programme_id=by.programme,
            title=title.strip(),
            # the same time by the clock, also after it was put forward
            starts_at=timezone.make_aware(dt.datetime.combine(day, here.time()))
            if place_number
            else starts_at,
            lasts=lasts,
            organiser_id=by.id,
            series=series,
            place=place,
            created_at=at,
        )
        for place_number, day in enumerate(days)
    ]
    asked = [partner_of(by, partner_id) for partner_id in dict.fromkeys(partner_ids)]
    for row in made:
        for one in asked:
            Attendance.objects.create(programme_id=by.programme, meeting=row, partner=one, created_at=at)
    _add_topics(made[0], topics(agenda), by, at)
    _record("partnerships.plan_meeting", made[0], by, at, partners=len(asked), meetings=len(made))
    return made[0].id


def _check_plan(title: str, partner_ids: Collection[UUID], every_weeks: int, times: int) -> None:
    errors = {}
    if not title.strip():
        errors["title"] = _("Say what the meeting is about.")
    if not partner_ids:
        errors["partners"] = _("Choose at least one partner to meet.")
    if every_weeks < 1:
        errors["every_weeks"] = _("There is at least a week between two meetings.")
    if not 1 <= times <= MOST_IN_SERIES:
        errors["times"] = _("Plan between 1 and %(most)s meetings at once.") % {"most": MOST_IN_SERIES}
    if errors:
        raise Invalid(errors)


@action
def add_topics(*, meeting_id: UUID, text: str, by: Viewer, at: dt.datetime) -> int:
    """Add topics, one a line, after those there are; how many. Raises NotFound, IllegalStep, Invalid without any."""
    check_may_write(by)
    row = _standing(by, meeting_id)
    lines = topics(text)
    if not lines:
        raise Invalid({"text": _("Write what you want to talk about, one topic a line.")})
    _add_topics(row, lines, by, at)
    _record("partnerships.add_topics", row, by, at, topics=len(lines))
    return len(lines)


def _add_topics(row: Meeting, lines: Sequence[str], by: Viewer, at: dt.datetime) -> None:
    there = AgendaItem.objects.filter(programme_id=by.programme, meeting=row).order_by("-number").first()
    first = there.number + 1 if there else 1
    for number, words in enumerate(lines, first):
        AgendaItem.objects.create(
            programme_id=by.programme,
            meeting=row,
            number=number,
            words=words[:240],
            state=ItemState.OPEN,
            created_at=at,
        )


@action
def move_meeting(
    *, meeting_id: UUID, starts_at: dt.datetime, by: Viewer, at: dt.datetime, place: str | None = None
) -> None:
    """Hold it at another time or place; whoever was written to is written to again.

    Raises NotFound, IllegalStep once its minutes are kept or it is called off.
    """
    check_may_write(by)
    row = _standing(by, meeting_id)
    if row.kept_at is not None:
        raise IllegalStep(_("The minutes of this meeting are kept: it has been."))
    row.starts_at, row.sequence = starts_at, row.sequence + 1
    row.place = row.place if place is None else place
    row.save(update_fields=["starts_at", "place", "sequence"])
    _write_again(row, by, at)
    _record("partnerships.move_meeting", row, by, at)


@action
def call_off_meeting(*, meeting_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """It will not be held; whoever was written to is told. Raises NotFound, IllegalStep."""
    check_may_write(by)
    row = _standing(by, meeting_id)
    if row.kept_at is not None:
        raise IllegalStep(_("The minutes of this meeting are kept: it has been."))
    row.called_off_at, row.sequence = at, row.sequence + 1
    row.save(update_fields=["called_off_at", "sequence"])
    _write_again(row, by, at)
    _record("partnerships.call_off_meeting", row, by, at)


@action
def invite_partners(*, meeting_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Write to everybody with an address at the partners asked, with an entry for their calendar; how many letters.

    Only partners who were not written to yet. Raises NotFound, IllegalStep, Refused where nobody has an address.
    """
    check_may_write(by)
    row = _standing(by, meeting_id)
    asked = Attendance.objects.filter(programme_id=by.programme, meeting=row, invited_at__isnull=True)
    written = _write(row, asked.values_list("partner_id", flat=True), by, at)
    if not written:
        raise Refused(_("Nobody there has an e-mail address. Add one on the partner’s page, or call them."))
    asked.filter(partner_id__in=_with_address(by).values("partner_id")).update(invited_at=at)
    _record("partnerships.invite_partners", row, by, at, letters=written)
    return written


def _write_again(row: Meeting, by: Viewer, at: dt.datetime) -> None:
    programmes.stop_letters(about_id=row.id, kinds=[INVITATION], by=by, at=at)
    asked = Attendance.objects.filter(programme_id=by.programme, meeting=row, invited_at__isnull=False)
    _write(row, asked.values_list("partner_id", flat=True), by, at)


def _write(row: Meeting, partner_ids: Collection[UUID], by: Viewer, at: dt.datetime) -> int:
    contacts = _with_address(by).filter(partner_id__in=list(partner_ids)).order_by("id")
    addresses = dict.fromkeys(contacts.values_list("email", flat=True))
    for address in addresses:
        programmes.write_letter(
            kind=INVITATION, about_id=row.id, to=address, language=get_language() or "en", by=by, at=at
        )
    return len(addresses)


def _with_address(by: Viewer) -> QuerySet[PartnerContact]:
    """Whoever can be written to: those who left are not at the partner any more."""
    rows = PartnerContact.objects.filter(programme_id=by.programme, left_on__isnull=True)
    return rows.exclude(email="")


def _standing(by: Viewer, meeting_id: UUID) -> Meeting:
    row = meeting_of(by, meeting_id)
    if row.called_off_at is not None:
        raise IllegalStep(_("This meeting was called off."))
    return row


def _record(what: str, row: Meeting, by: Viewer, at: dt.datetime, **detail: object) -> None:
    trail.record(by=by, at=at, what=what, about="meeting", about_id=row.id, detail=detail)
