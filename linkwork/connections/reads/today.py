"""What of signposts and appointments needs a worker today, in one question of the database."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, CharField, F, IntegerField, Q, Value, When

from linkwork.casework import reads as cases
from linkwork.casework.access import seen_by
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Appointment, Signpost
from linkwork.connections.rules import AppointmentState, SignpostState
from linkwork.core.text import short_name
from linkwork.core.viewer import Role, Viewer

FIELDS = (
    "id",
    "case_id",
    "is_post",
    "given",
    "family",
    "service_label",
    "place",
    "moment",
    "lasts",
    "warned",
)
NAMES = {
    "given": F("case__person__given_name"),
    "family": F("case__person__family_name"),
}
WORDS, TRUTH, NUMBER = CharField(), BooleanField(), IntegerField()


@dataclass(frozen=True)
class ToAsk:
    """A signpost to follow up (`is_signpost`, given at `moment`), or an appointment that begins at `moment`.

    `person_short` is what lists call the person; `warned`: reminded, or to be reminded by e-mail.
    """

    id: UUID
    case_id: UUID
    is_signpost: bool
    person_short: str
    service_name: str
    where: str
    moment: dt.datetime
    ends_at: dt.datetime
    warned: bool


def to_ask(
    viewer: Viewer, given_before: dt.datetime, since: dt.datetime, until: dt.datetime, cover_on: dt.date
) -> list[ToAsk]:
    """The viewer's own signposts given before a moment and not followed up, and appointments in a time; oldest first.

    Also those of the colleagues the viewer covers for on `cover_on`, and a manager's those of nobody. One question of
    the database.
    """
    check_may_connect(viewer)
    mine = cases.held_by(viewer, viewer.id, cover_on) if viewer.id else Q(worker_id=viewer.id)
    if viewer.has(Role.MANAGER):
        mine |= Q(worker_id__isnull=True)
    posts = Signpost.objects.filter(
        mine,
        seen_by(viewer, "case__person_id"),
        programme_id=viewer.programme,
        state=SignpostState.GIVEN,
        given_at__lt=given_before,
    ).annotate(
        **NAMES,
        is_post=Value(True, output_field=TRUTH),
        service_label=F("service__name"),
        place=Value("", output_field=WORDS),
        moment=F("given_at"),
        lasts=Value(0, output_field=NUMBER),
        warned=Value(False, output_field=TRUTH),
    )
    dates = Appointment.objects.filter(
        mine,
        seen_by(viewer, "case__person_id"),
        programme_id=viewer.programme,
        state=AppointmentState.PLANNED,
        attended="",
        starts_at__gte=since,
        starts_at__lte=until,
    ).annotate(
        **NAMES,
        is_post=Value(False, output_field=TRUTH),
        service_label=F("connection__service__name"),
        place=F("where"),
        moment=F("starts_at"),
        lasts=F("minutes"),
        warned=Case(
            When(Q(tell_person=True) | Q(reminded_at__isnull=False), then=True),
            default=False,
            output_field=TRUTH,
        ),
    )
    rows: Any = posts.values_list(*FIELDS).union(dates.values_list(*FIELDS), all=True)
    return sorted((_asked(*row) for row in rows), key=lambda one: (one.moment, one.id))


def _asked(
    id_: UUID,
    case_id: UUID,
    is_post: bool,
    given: str,
    family: str,
    service: str | None,
    place: str,
    moment: dt.datetime,
    lasts: int,
    warned: bool,
) -> ToAsk:
    return ToAsk(
        id=id_,
        case_id=case_id,
        is_signpost=bool(is_post),
        person_short=short_name(given, family),
        service_name=service or "",
        where=place,
        moment=moment,
        ends_at=moment + dt.timedelta(minutes=lasts),
        warned=bool(warned),
    )
