"""Who should hear from us by when, as it follows from the record?"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Absence, Case, CaseloadRule, Contact, Need, Rhythm
from linkwork.casework.reads.people import care_now, place_of
from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referrals import Care
from linkwork.casework.rules.rhythm import AS_USUAL, Own, Pace, due_on, is_early
from linkwork.casework.rules.states import CaseState
from linkwork.casework.rules.weight import Weights, points
from linkwork.core.text import short_name
from linkwork.core.viewer import Viewer

NEEDED = (
    "rule",
    "id",
    "person_id",
    "worker_id",
    "state",
    "opened_on",
    "urgency",
    "last_at",
    "open_needs",
    "own_every",
    "own_weekday",
    "own_pause",
)
PACE = ("first_within", "urgent_within", "early_weeks", "early_every", "later_every")
WEIGHTS = ("person", "need", "most_needs", "early", "soon", "urgent", "target_people")


@dataclass(frozen=True)
class RuleCard:
    """The programme's rule, or the usual one where it has none."""

    pace: Pace
    weights: Weights


@dataclass(frozen=True)
class Running:
    """A case that is not closed, as far as weight and pace need it. `due_on` is None while it rests."""

    case_id: UUID
    person_id: UUID
    worker_id: UUID | None
    state: CaseState
    opened_on: dt.date
    last_on: dt.date | None
    due_on: dt.date | None
    points: int


@dataclass(frozen=True)
class DueCard:
    """Somebody who should hear from us by `due_on`; `last_on` is None where nobody has reached them yet.

    `tried_on` is the day of the last attempt that nobody answered, None where they were reached since.
    """

    case_id: UUID
    person_id: UUID
    short_name: str
    worker_id: UUID | None
    worker_name: str
    due_on: dt.date
    last_on: dt.date | None
    tried_on: dt.date | None = None


@dataclass(frozen=True)
class Whereabouts:
    """Where a person is found and how they are called. `place` is (latitude, longitude); `care` before calling."""

    case_id: UUID
    short_name: str
    area: str
    phone: str
    place: tuple[float, float] | None
    care: Care = field(default_factory=Care)


def caseload_rule(viewer: Viewer) -> RuleCard:
    """By which rule people are weighed and contacts fall due. One question."""
    return _rule(CaseloadRule.objects.filter(programme_id=viewer.programme).values().first())


def _rule(kept: Mapping[str, Any] | None) -> RuleCard:
    if kept is None:
        return RuleCard(Pace(), Weights())
    return RuleCard(
        Pace(**{name: kept[name] for name in PACE}), Weights(**{name: kept[name] for name in WEIGHTS})
    )


def rhythm_of(viewer: Viewer, case_id: UUID) -> Own:
    """What was agreed with this person; `AS_USUAL` where nothing was."""
    check_may_see_people(viewer)
    rows = Rhythm.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    row = rows.filter(case_id=case_id).first()
    return Own(row.every_weeks, row.weekday, row.pause_until) if row else AS_USUAL


def due(
    viewer: Viewer, until: dt.date, worker_id: UUID | None = None, cover_on: dt.date | None = None
) -> list[DueCard]:
    """Whoever should hear from us by `until`, the longest due first.

    With `worker_id`, that worker's, and with `cover_on` also those of whom they cover for on that day. One question.
    """
    check_may_see_people(viewer)
    rows = running_cases(viewer).filter(state=CaseState.OPEN)
    if worker_id is not None:
        rows = rows.filter(held_by(viewer, worker_id, cover_on))
    timed = list(with_pace(_with_attempts(rows), "tried_at"))
    found = [
        _due(row, one.due_on, one.last_on) for row, one in zip(timed, _each(timed), strict=True) if one.due_on
    ]
    return sorted(
        (card for card in found if card.due_on <= until), key=lambda card: (card.due_on, card.case_id)
    )


def whereabouts(viewer: Viewer, case_ids: Collection[UUID]) -> dict[UUID, Whereabouts]:
    """Where these people are found, by case. One question."""
    check_may_see_people(viewer)
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, id__in=sorted(case_ids))
    return {
        row.id: Whereabouts(
            row.id,
            short_name(row.person.given_name, row.person.family_name),
            row.person.area,
            row.person.phone,
            place_of(row.person),
            care_now(row.referral, row.person),
        )
        for row in rows.select_related("person", "referral")
    }


def _with_attempts(rows: QuerySet[Case]) -> QuerySet[Case]:
    """The cases, each with `tried_at`: when somebody last tried to reach the person in vain."""
    tried = Contact.objects.filter(
        programme_id=OuterRef("programme_id"), case_id=OuterRef("id"), reached=False
    )
    return rows.annotate(tried_at=Subquery(tried.order_by("-occurred_at").values("occurred_at")[:1]))


def _due(row: Any, day: dt.date, last_on: dt.date | None) -> DueCard:
    tried, last = row["tried_at"], row["last_at"]
    return DueCard(
        case_id=row["id"],
        person_id=row["person_id"],
        short_name=short_name(row["person__given_name"], row["person__family_name"]),
        worker_id=row["worker_id"],
        worker_name=row["worker__name"] or "",
        due_on=day,
        last_on=last_on,
        tried_on=timezone.localdate(tried) if tried and (last is None or tried > last) else None,
    )


def held_by(viewer: Viewer, worker_id: UUID, cover_on: dt.date | None) -> Q:
    """For rows with a worker: that worker's, and on `cover_on` those of the colleagues they cover for.

    To be joined into a question, also of a room above.
    """
    own = Q(worker_id=worker_id)
    if cover_on is None:
        return own
    away = Absence.objects.filter(
        programme_id=viewer.programme, called_off_at__isnull=True, cover_id=worker_id
    )
    away = away.filter(starts_on__lte=cover_on, ends_on__gte=cover_on)
    return own | Q(worker_id__in=away.values("worker_id"))


def held_cases(viewer: Viewer, worker_id: UUID, cover_on: dt.date | None) -> QuerySet[Any, Any]:
    """The ids of a worker's cases as `held_by` has them, closed ones too, for a question of a room above."""
    rows = Case.objects.filter(
        held_by(viewer, worker_id, cover_on), seen_by(viewer), programme_id=viewer.programme
    )
    return rows.values("id")


def running_cases(viewer: Viewer) -> QuerySet[Case]:
    """Cases of the viewer's programme that are not closed, of people the viewer may know of, one for each person.

    Where two records were brought together, the case that continues in another is left to that one.
    """
    rows = Case.objects.filter(seen_by(viewer), programme_id=viewer.programme, continues_in__isnull=True)
    return rows.exclude(state=CaseState.CLOSED)


def of_workers(rows: QuerySet[Case], workers: Collection[UUID | None] | None) -> QuerySet[Case]:
    """Those of these workers (None among them: those of nobody), or all where none are given."""
    if workers is None:
        return rows
    named = Q(worker_id__in=[one for one in workers if one is not None])
    return rows.filter(named | Q(worker_id__isnull=True) if None in workers else named)


def paced(rows: QuerySet[Case]) -> Any:
    """The cases, each with what weight and pace follow from: the names are those of `NEEDED`."""
    needs = Need.objects.filter(
        programme_id=OuterRef("programme_id"), case_id=OuterRef("id"), met_on__isnull=True
    )
    counted = needs.order_by().values("case_id").annotate(n=Count("id")).values("n")
    met = Contact.objects.filter(programme_id=OuterRef("programme_id"), case_id=OuterRef("id"), reached=True)
    rule = CaseloadRule.objects.filter(programme_id=OuterRef("programme_id"))
    return rows.annotate(
        urgency=F("referral__urgency"),
        rule=Subquery(rule.values(whole=JSONObject(**{name: name for name in (*PACE, *WEIGHTS)}))),
        last_at=Subquery(met.order_by("-occurred_at").values("occurred_at")[:1]),
        open_needs=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        own_every=F("rhythms__every_weeks"),
        own_weekday=F("rhythms__weekday"),
        own_pause=F("rhythms__pause_until"),
    )


def with_pace(rows: QuerySet[Case], *more: str) -> Any:
    """The cases as narrow rows of what weight, pace and a short line need, and `more`. One question."""
    return paced(rows).values(*NEEDED, "worker__name", "person__given_name", "person__family_name", *more)


def due_of(row: Case) -> dt.date | None:
    """The day by which the person of a `paced` case should hear from us; None where it rests or is closed."""
    if row.state == CaseState.CLOSED:
        return None
    values = {name: getattr(row, name) for name in NEEDED}
    return _one(_rule(values["rule"]), values).due_on


def running(rows: QuerySet[Case], today: dt.date | None = None) -> list[Running]:
    """The cases weighed and timed; see `Running`. `today` decides who still counts as new. One question."""
    return list(_each(with_pace(rows), today))


def _each(rows: Iterable[dict[str, Any]], today: dt.date | None = None) -> Iterator[Running]:
    rule = None
    for row in rows:
        rule = rule or _rule(row["rule"])  # the same in every row: it came along to save a question
        yield _one(rule, row, today)


def _one(rule: RuleCard, row: dict[str, Any], today: dt.date | None = None) -> Running:
    last_on = timezone.localdate(row["last_at"]) if row["last_at"] else None
    state, urgency = CaseState(row["state"]), Urgency(row["urgency"])
    own = Own(row["own_every"], row["own_weekday"], row["own_pause"])
    resting = state is not CaseState.OPEN
    early = today is not None and is_early(rule.pace, row["opened_on"], today)
    due_day = due_on(rule.pace, own, row["opened_on"], urgency is Urgency.URGENT, last_on)
    return Running(
        case_id=row["id"],
        person_id=row["person_id"],
        worker_id=row["worker_id"],
        state=state,
        opened_on=row["opened_on"],
        last_on=last_on,
        due_on=None if resting else due_day,
        points=points(rule.weights, row["open_needs"], urgency, early, resting),
    )
