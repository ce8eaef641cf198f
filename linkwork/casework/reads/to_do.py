"""What does somebody have to do today: what they promised, what is theirs in plans, what people wrote, what waits?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    DateField,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from linkwork.casework.access import check_may_see_people, may_approve, may_share_out, seen_by
from linkwork.casework.models import Case, FollowUp, Plan, PlanAction, PlanComment, Statement
from linkwork.casework.reads.plans import FollowUpCard
from linkwork.casework.reads.rhythms import held_by
from linkwork.casework.rules.persons import StatementKind, Urgency
from linkwork.casework.rules.plan import ActionState, PlanState
from linkwork.casework.rules.states import CaseState
from linkwork.core.text import initials, short_name
from linkwork.core.viewer import Viewer

FOLLOW_UP, STEP, COMMENT, PLAN, ALERT, CONSENT = "follow_up", "step", "comment", "plan", "alert", "consent"
NOBODYS = "nobodys"
DAYS_BEFORE = 7  # a consent is spoken of so long before it runs out
Row = tuple[str, UUID, UUID, UUID, str, str, UUID | None, str | None, dt.date | None, str, str | None]


@dataclass(frozen=True)
class DueAction:
    """Something of a plan that needs somebody: a step due, words of the person, or a plan that waits for a yes.

    `id` is the action's, or the plan's; `short_name` is empty nowhere but where no name may be shown.
    """

    id: UUID
    case_id: UUID
    short_name: str
    initials: str
    worker_id: UUID | None
    worker_name: str
    words: str
    due_on: dt.date | None


@dataclass(frozen=True)
class Nobodys:
    """How many people nobody works with, since when the first of them, and is any of them urgent?"""

    number: int
    since: dt.date
    urgent: bool


@dataclass(frozen=True)
class ToDo:
    """All of it, each list the earliest first. `alerts` are to be looked at again; `consents` run out in a week.

    `nobodys`: people taken on without a worker, for who may give them to somebody; None where there are none.
    """

    promised: list[FollowUpCard]
    steps: list[DueAction]
    written: list[DueAction]
    waiting: list[DueAction]
    alerts: list[DueAction]
    consents: list[DueAction]
    nobodys: Nobodys | None = None


def to_do(viewer: Viewer, today: dt.date, *, approving: bool = False) -> ToDo:
    """What the viewer has to do by `today`, also for colleagues whom they cover for on that day.

    `approving`: also plans that wait for a yes, where the viewer may give one. One question of the database.
    """
    check_may_see_people(viewer)
    worker_id = viewer.id or UUID(int=0)
    parts = [
        _follow_ups(viewer, worker_id, today),
        _steps(viewer, worker_id, today),
        _comments(viewer, worker_id),
        _alerts(viewer, worker_id, today),
        _consents(viewer, worker_id, today),
    ]
    if approving and may_approve(viewer):
        parts.append(_plans(viewer))
    if may_share_out(viewer):
        parts.append(_nobodys(viewer))
    rows: list[Row] = sorted(parts[0].union(*parts[1:], all=True), key=_by_day)
    of = {
        kind: [_due(row) for row in rows if row[0] == kind] for kind in (STEP, COMMENT, PLAN, ALERT, CONSENT)
    }
    return ToDo(
        promised=[_follow_up(row) for row in rows if row[0] == FOLLOW_UP],
        steps=of[STEP],
        written=of[COMMENT],
        waiting=of[PLAN],
        alerts=of[ALERT],
        consents=of[CONSENT],
        nobodys=next((_counted(row) for row in rows if row[0] == NOBODYS), None),
    )


def _by_day(row: Row) -> tuple[dt.date, UUID]:
    return row[8] or dt.date.max, row[1]


def _columns(
    rows: QuerySet[Any],
    kind: str,
    case: str,
    *,
    worker: str,
    due: Any,
    words: str,
    row_id: str = "id",
    matters: Any = None,
) -> QuerySet[Any, Any]:
    """The columns that all parts of the question have, in the same order and of the same kind."""
    nothing = Value("", output_field=TextField())
    columns = {
        "u_kind": Value(kind, output_field=CharField()),
        "u_id": F(row_id),
        "u_case": F(f"{case}_id"),
        "u_person": F(f"{case}__person_id"),
        "u_given": F(f"{case}__person__given_name"),
        "u_family": F(f"{case}__person__family_name"),
        "u_worker": F(f"{worker}_id"),
        "u_name": F(f"{worker}__name"),
        "u_due": due,
        "u_words": Cast(F(words), TextField()) if words else nothing,
        "u_matters": matters or nothing,
    }
    found: QuerySet[Any, Any] = rows.order_by().annotate(**columns).values_list(*columns)
    return found


def _follow_ups(viewer: Viewer, worker_id: UUID, today: dt.date) -> QuerySet[Any, Any]:
    said = Statement.objects.filter(
        programme_id=viewer.programme, case_id=OuterRef("case_id"), kind=StatementKind.MATTERS
    ).order_by("-said_on", "-id")
    rows = FollowUp.objects.filter(
        seen_by(viewer, "case__person_id"),
        held_by(viewer, worker_id, today),
        programme_id=viewer.programme,
        done_on__isnull=True,
        due_on__lte=today,
    ).exclude(case__state=CaseState.CLOSED)
    matters = Subquery(said.values("words")[:1])
    return _columns(rows, FOLLOW_UP, "case", worker="worker", due=F("due_on"), words="about", matters=matters)


def _steps(viewer: Viewer, worker_id: UUID, today: dt.date) -> QuerySet[Any, Any]:
    rows = PlanAction.objects.filter(
        seen_by(viewer, "plan__case__person_id"),
        held_by(viewer, worker_id, today),
        programme_id=viewer.programme,
        state=ActionState.TO_DO,
        due_on__lte=today,
    ).exclude(plan__state=PlanState.CLOSED)
    return _columns(rows, STEP, "plan__case", worker="worker", due=F("due_on"), words="words")


def _comments(viewer: Viewer, worker_id: UUID) -> QuerySet[Any, Any]:
    rows = PlanComment.objects.filter(
        seen_by(viewer, "plan__case__person_id"),
        programme_id=viewer.programme,
        plan__case__worker_id=worker_id,
        seen_at__isnull=True,
    )
    nothing = Value(None, output_field=DateField())
    return _columns(
        rows, COMMENT, "plan__case", worker="plan__case__worker", due=nothing, words="words", row_id="plan_id"
    )


def _plans(viewer: Viewer) -> QuerySet[Any, Any]:
    rows = Plan.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, state=PlanState.WAITING
    )
    return _columns(rows, PLAN, "case", worker="case__worker", due=F("opened_on"), words="")


def _alerts(viewer: Viewer, worker_id: UUID, today: dt.date) -> QuerySet[Any, Any]:
    holds = Q(person__alerts__until__isnull=True) | Q(person__alerts__until__gte=today)
    rows = _of_person(viewer, worker_id).filter(
        holds, person__alerts__ended_at__isnull=True, person__alerts__review_on__lte=today
    )
    return _person_columns(rows, ALERT, "person__alerts", due="review_on", words="words")


def _consents(viewer: Viewer, worker_id: UUID, today: dt.date) -> QuerySet[Any, Any]:
    rows = _of_person(viewer, worker_id).filter(
        person__consents__expires_on__range=(today, today + dt.timedelta(days=DAYS_BEFORE)),
        person__consents__withdrawn_at__isnull=True,
        person__consents__renewals__isnull=True,
    )
    return _person_columns(rows, CONSENT, "person__consents", due="expires_on", words="purpose")


def nobodys(viewer: Viewer) -> QuerySet[Case]:
    """The cases whose referral was accepted and that nobody works with yet."""
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, worker__isnull=True)
    return rows.exclude(state=CaseState.CLOSED)


def _nobodys(viewer: Viewer) -> QuerySet[Any, Any]:
    """One row however many they are: the number stands as its words, the number of urgent ones as what matters."""
    urgent = Count("id", filter=Q(referral__urgency=Urgency.URGENT))
    nothing = Value("", output_field=CharField())
    columns = {
        "u_kind": Value(NOBODYS, output_field=CharField()),
        "u_id": F("programme_id"),
        "u_case": F("programme_id"),
        "u_person": F("programme_id"),
        "u_given": nothing,
        "u_family": nothing,
        "u_worker": F("programme_id"),
        "u_name": nothing,
        "u_due": Min("opened_on"),
        "u_words": Cast(Count("id"), TextField()),
        "u_matters": Cast(urgent, TextField()),
    }
    found: QuerySet[Any, Any] = nobodys(viewer).order_by().values("programme_id").annotate(**columns)
    return found.values_list(*columns)


def _counted(row: Row) -> Nobodys:
    return Nobodys(int(row[9]), row[8] or dt.date.max, row[10] != "0")


def _of_person(viewer: Viewer, worker_id: UUID) -> QuerySet[Case]:
    """The worker's running cases, one for each person."""
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, worker_id=worker_id)
    return rows.filter(continues_in__isnull=True).exclude(state=CaseState.CLOSED)


def _person_columns(
    rows: QuerySet[Case], kind: str, path: str, *, due: str, words: str
) -> QuerySet[Any, Any]:
    """`_columns` for rows that belong to the person of a case."""
    columns = {
        "u_kind": Value(kind, output_field=CharField()),
        "u_id": F(f"{path}__id"),
        "u_case": F("id"),
        "u_person": F("person_id"),
        "u_given": F("person__given_name"),
        "u_family": F("person__family_name"),
        "u_worker": F("worker_id"),
        "u_name": F("worker__name"),
        "u_due": F(f"{path}__{due}"),
        "u_words": Cast(F(f"{path}__{words}"), TextField()),
        "u_matters": Value("", output_field=TextField()),
    }
    found: QuerySet[Any, Any] = rows.order_by().annotate(**columns).values_list(*columns)
    return found


def _due(row: Row) -> DueAction:
    _kind, row_id, case_id, _person, given, family, worker_id, worker, due_on, words, _matters = row
    name = f"{given} {family}".strip()
    return DueAction(
        row_id, case_id, short_name(given, family), initials(name), worker_id, worker or "", words, due_on
    )


def _follow_up(row: Row) -> FollowUpCard:
    _kind, row_id, case_id, person_id, given, family, worker_id, worker, due_on, words, matters = row
    name = f"{given} {family}".strip()
    return FollowUpCard(
        id=row_id,
        case_id=case_id,
        person_id=person_id,
        name=name,
        short_name=short_name(given, family),
        initials=initials(name),
        worker_id=worker_id,
        worker_name=worker or "",
        due_on=due_on or dt.date.max,
        about=words,
        done_on=None,
        matters=matters or "",
    )
