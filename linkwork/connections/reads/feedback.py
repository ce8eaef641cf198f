"""What do people say of the support, and of a service: in sum for everybody, in words for managers?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.access import check_is_own
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Connection, Feedback, Signpost
from linkwork.connections.rules import Attendance, State
from linkwork.connections.rules.feedback import Rating, Sums, sums
from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, Role, Viewer

BEGUN = (State.STARTED, State.FINISHED)


@dataclass(frozen=True)
class ToRate:
    """The support (no service), or a service somebody went to, and what they said of it so far."""

    service_id: UUID | None
    service_name: str
    rating: Rating | None
    words: str


@dataclass(frozen=True)
class SaidCard:
    """What one person said; who it was is not told."""

    rating: Rating
    words: str
    said_on: dt.date


def to_rate(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[ToRate]:
    """What this person may say something of: the support, then each service they went to, by name. Three questions.

    For who works with them, and for themself by their own link.
    """
    if viewer.kind is Kind.PERSON:
        check_is_own(viewer, case_id, at)
    else:
        check_may_connect(viewer)
        cases.case_head(viewer, case_id)
    said = {
        row.service_id: row for row in Feedback.objects.filter(programme_id=viewer.programme, case_id=case_id)
    }
    names = dict(sorted(_tried(viewer, case_id).items(), key=lambda pair: pair[1]))
    return [_to_rate(None, "", said)] + [_to_rate(key, name, said) for key, name in names.items()]


def _tried(viewer: Viewer, case_id: UUID) -> dict[UUID, str]:
    sent: Any = Connection.objects.filter(programme_id=viewer.programme, case_id=case_id, state__in=BEGUN)
    given: Any = Signpost.objects.filter(programme_id=viewer.programme, case_id=case_id, went=Attendance.WENT)
    pairs = ("service_id", "service__name")
    return dict(sent.exclude(went=Attendance.DID_NOT_GO).values_list(*pairs)) | dict(
        given.values_list(*pairs)
    )


def _to_rate(service_id: UUID | None, name: str, said: dict[UUID | None, Feedback]) -> ToRate:
    row = said.get(service_id)
    return ToRate(service_id, name, Rating(row.rating) if row else None, row.words if row else "")


def service_sums(viewer: Viewer, service_id: UUID) -> Sums:
    """How people found a service, small numbers hidden: for everybody who looks services up. One question."""
    if not viewer.has(Role.WORKER, Role.MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR):
        raise NotAllowed(_("Your role does not open the directory."))
    return _sums(Feedback.objects.filter(programme_id=viewer.programme, service_id=service_id))


def support_sums(viewer: Viewer) -> Sums:
    """How people found the support itself. One question."""
    _check_manages(viewer)
    return _sums(Feedback.objects.filter(programme_id=viewer.programme, service_id__isnull=True))


def _sums(rows: QuerySet[Feedback]) -> Sums:
    return sums(Rating(rating) for rating in rows.values_list("rating", flat=True))


def said_of(viewer: Viewer, service_id: UUID | None) -> list[SaidCard]:
    """What people said in words of a service, or of the support for None, the newest first: for managers only."""
    _check_manages(viewer)
    rows = Feedback.objects.filter(programme_id=viewer.programme).exclude(words="")
    rows = rows.filter(service_id=service_id) if service_id else rows.filter(service_id__isnull=True)
    return [
        SaidCard(Rating(row.rating), row.words, row.said_on) for row in rows.order_by("-said_on", "-id")[:200]
    ]


def _check_manages(viewer: Viewer) -> None:
    if not viewer.has(Role.MANAGER):
        raise NotAllowed(_("Whole answers are for managers."))
