"""Asking for the connections of a person, and for those that need somebody."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.access import seen_by
from linkwork.connections.access import check_may_connect
from linkwork.connections.models import Appointment, Connection, Proposal, Question, Signpost, Step
from linkwork.connections.reads.cards import (
    ConnectionCard,
    QuestionCard,
    SignpostCard,
    StepCard,
    Unresolved,
    connection_card,
    names_of,
    question_card,
    signpost_card,
    step_card,
)
from linkwork.connections.rules import (
    ENDS,
    AppointmentState,
    Kind,
    SignpostState,
    State,
    Why,
    state_after,
)
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, Viewer

NAMES = {
    "person_label": F("case__person__given_name"),
    "person_family": F("case__person__family_name"),
    "need_label": F("need__term"),
    "need_said": F("need__words"),
    "service_label": F("service__name"),
    "organisation_label": F("service__organisation__name"),
}


def _rows(viewer: Viewer) -> QuerySet[Connection]:
    check_may_connect(viewer)
    asked = Question.objects.filter(programme_id=viewer.programme, connection_id=OuterRef("id"), answer="")
    rows = Connection.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    proposed = Proposal.objects.filter(
        programme_id=viewer.programme, connection_id=OuterRef("id"), answered_at__isnull=True
    )
    dates = Appointment.objects.filter(
        programme_id=viewer.programme, connection_id=OuterRef("id"), state=AppointmentState.PLANNED
    )
    return rows.annotate(
        **NAMES,
        asks=Exists(asked),
        proposes=Exists(proposed),
        next_at=Subquery(dates.order_by("-starts_at").values("starts_at")[:1]),
    )


def _signposts(viewer: Viewer) -> QuerySet[Signpost]:
    check_may_connect(viewer)
    rows = Signpost.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.annotate(**NAMES)


def _cards(rows: QuerySet[Connection]) -> list[ConnectionCard]:
    carried: Any = rows  # each row carries what it was annotated with
    return [
        connection_card(row, names_of(row), asks=row.asks, proposes=row.proposes, next_at=row.next_at)
        for row in carried
    ]


def _posts(rows: QuerySet[Signpost]) -> list[SignpostCard]:
    return [signpost_card(row, names_of(row)) for row in rows]


def connections_of(viewer: Viewer, case_id: UUID) -> list[ConnectionCard]:
    """The referrals and warm handovers of a case, newest first. One question of the database."""
    return _cards(_rows(viewer).filter(case_id=case_id).order_by("-created_at", "-id"))


def connection(viewer: Viewer, connection_id: UUID) -> ConnectionCard:
    """One referral or warm handover. Raises NotFound."""
    found = _cards(_rows(viewer).filter(id=connection_id))
    if not found:
        raise NotFound(_("There is no such connection."))
    return found[0]


def letter_facts(viewer: Viewer, connection_id: UUID) -> tuple[str, bool]:
    """(the service's name, whether it is still open): all that a letter about a connection needs. Raises NotFound."""
    check_may_connect(viewer)
    seen = seen_by(viewer, "case__person_id")
    rows = Connection.objects.filter(seen, programme_id=viewer.programme, id=connection_id)
    found = rows.values_list("service__name", "state").first()
    if found is None:
        raise NotFound(_("There is no such connection."))
    return found[0], State(found[1]) not in ENDS


def signposts_of(viewer: Viewer, case_id: UUID) -> list[SignpostCard]:
    """The signposts of a case, newest first. One question of the database."""
    return _posts(_signposts(viewer).filter(case_id=case_id).order_by("-given_at", "-id"))


def signpost(viewer: Viewer, signpost_id: UUID) -> SignpostCard:
    """One signpost. Raises NotFound."""
    found = _posts(_signposts(viewer).filter(id=signpost_id))
    if not found:
        raise NotFound(_("There is no such signpost."))
    return found[0]


def history(viewer: Viewer, connection_id: UUID) -> list[StepCard]:
    """Every step of a connection, oldest first."""
    check_may_connect(viewer)
    return [step_card(row) for row in _steps(viewer, connection_id)]


def _steps(viewer: Viewer, connection_id: UUID) -> QuerySet[Step]:
    rows = Step.objects.filter(seen_by(viewer, "connection__case__person_id"), programme_id=viewer.programme)
    return rows.filter(connection_id=connection_id).order_by("number")


def state_on(viewer: Viewer, connection_id: UUID, day: dt.date) -> State | None:
    """The state at the end of `day`, in the time zone of the installation; None before the draft."""
    check_may_connect(viewer)
    steps = _steps(viewer, connection_id).values_list("at", "state")
    return state_after(((at, State(state)) for at, state in steps), end_of(day))


@dataclass(frozen=True)
class AsItStood:
    """A connection at the end of a day: its state then, None before the draft, and the steps taken until then."""

    day: dt.date
    state: State | None
    steps: tuple[StepCard, ...]
    first_day: dt.date | None


def as_it_stood(viewer: Viewer, connection_id: UUID, day: dt.date) -> AsItStood:
    """How it stood at the end of `day`, in the time zone of the installation. One question of the database."""
    check_may_connect(viewer)
    steps = [step_card(row) for row in _steps(viewer, connection_id)]
    until = tuple(step for step in steps if step.at <= end_of(day))
    first = timezone.localdate(steps[0].at, timezone.get_default_timezone()) if steps else None
    return AsItStood(day, until[-1].state if until else None, until, first)


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day here."""
    return dt.datetime.combine(day, dt.time.max, tzinfo=timezone.get_default_timezone())


def questions_of(viewer: Viewer, connection_id: UUID) -> list[QuestionCard]:
    """What the partner asked, oldest first."""
    check_may_connect(viewer)
    rows = Question.objects.filter(
        seen_by(viewer, "connection__case__person_id"),
        programme_id=viewer.programme,
        connection_id=connection_id,
    )
    return [question_card(row) for row in rows.order_by("asked_at", "id")]


def unresolved(viewer: Viewer, case_id: UUID) -> list[Unresolved]:
    """What keeps the case from closing, oldest first. Two questions of the database."""
    rows = _rows(viewer).filter(case_id=case_id).exclude(state__in=sorted(ENDS))
    given = _signposts(viewer).filter(case_id=case_id, state=SignpostState.GIVEN)
    found = [Unresolved(one.id, one.kind, one.service_name, one.created_at) for one in _cards(rows)]
    found += [Unresolved(one.id, Kind.SIGNPOST, one.service_name, one.given_at) for one in _posts(given)]
    return sorted(found, key=lambda one: (one.since, one.id))


def _mine(viewer: Viewer, cover_on: dt.date | None) -> Q:
    own = cases.held_by(viewer, viewer.id, cover_on) if viewer.id else Q(worker_id=viewer.id)
    return own | Q(worker_id__isnull=True) if viewer.has(Role.MANAGER) else own


@dataclass(frozen=True)
class Refusals:
    """How often an organisation's service had no place when asked, lately, and when last."""

    count: int
    last_on: dt.date


def no_place_lately(viewer: Viewer, service_id: UUID, since: dt.datetime) -> Refusals | None:
    """How often this service said that it has no place since a moment; None for never. One question."""
    check_may_connect(viewer)
    found = Step.objects.filter(
        programme_id=viewer.programme,
        connection__service_id=service_id,
        state=State.DECLINED,
        why=Why.FULL,
        at__gte=since,
    ).aggregate(count=Count("id"), last=Max("at"))
    return Refusals(found["count"], timezone.localdate(found["last"])) if found["count"] else None


def drafts(viewer: Viewer) -> list[ConnectionCard]:
    """The viewer's own drafts, oldest first: begun and not sent. One question of the database."""
    return _cards(_rows(viewer).filter(_mine(viewer, None), state=State.DRAFT).order_by("created_at", "id"))


def awaiting(viewer: Viewer, cover_on: dt.date | None = None) -> list[ConnectionCard]:
    """The viewer's own connections that are open or have an answer not yet noted; a manager's also those of nobody.

    With `cover_on` also those of the colleagues the viewer covers for on that day.
    """
    live = ~Q(state__in=sorted(ENDS)) | Q(news_at__isnull=False)
    return _cards(_rows(viewer).filter(_mine(viewer, cover_on), live).order_by("created_at", "id"))


def signposts_to_ask(
    viewer: Viewer, given_before: dt.datetime, cover_on: dt.date | None = None
) -> list[SignpostCard]:
    """The viewer's own signposts given before a moment and not followed up, oldest first; `cover_on` as above."""
    rows = _signposts(viewer).filter(
        _mine(viewer, cover_on), state=SignpostState.GIVEN, given_at__lt=given_before
    )
    return _posts(rows.order_by("given_at", "id"))
