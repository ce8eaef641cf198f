"""What of looking after the workers needs the viewer today? One question, whatever kinds of things there are.

A further kind is a further branch of the union, in the shape of `COLUMNS`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, TruncDate

from linkwork.core.viewer import Viewer
from linkwork.workforce.access import may_manage, may_read
from linkwork.workforce.models import AgreedAction, Proposal, Supervision, SupervisionRule, Training
from linkwork.workforce.reads.looked_after import looked_after
from linkwork.workforce.rules.proposals import ProposalState
from linkwork.workforce.rules.supervision import (
    ASKED_FOR,
    USUAL_WEEKS,
    SupervisionKind,
    gap_since,
    is_too_long,
)
from linkwork.workforce.rules.training import SOON

SOON_TALK = dt.timedelta(days=7)
Rows = QuerySet[Any, Any]
Branch = Callable[[Viewer, dt.date], Rows]


class Kind(StrEnum):
    """What sort of thing needs somebody."""

    GAP = "gap"
    CONFIRM = "confirm"
    AGREED = "agreed"
    TALK = "talk"
    TRAINING = "training"
    PROPOSAL = "proposal"


@dataclass(frozen=True)
class ToDo:
    """One thing. `about` opens it: the talk, the worker, the proposal. `words`: what was agreed, a title, a topic.

    `name` is a colleague's. `day` is when it was or is due; None where there never was one. `of_kind` is a
    SupervisionKind, for a gap of that kind alone.
    """

    kind: Kind
    about: UUID
    name: str
    words: str
    day: dt.date | None
    weeks: int = 0
    of_kind: SupervisionKind | None = None


# no model has fields of these names
COLUMNS = tuple(
    f"todo_{name}" for name in ("kind", "about", "name", "words", "day", "since", "weeks", "next")
)
NO_DAY = Cast(Value(None), DateField())


def to_do(viewer: Viewer, today: dt.date) -> list[ToDo]:
    """All that needs the viewer. Empty for whom the team is not open. One question of the database."""
    if not may_read(viewer) or viewer.id is None:
        return []
    first, *others = [branch(viewer, today) for branch in branches(viewer)]
    found = [_to_do(row, today) for row in first.union(*others, all=True)]
    return [one for one in found if one is not None]


def branches(viewer: Viewer) -> list[Branch]:
    """The kinds of things this viewer may have to do."""
    each: list[Branch] = [_confirm, _agreed, _talks, _training]
    each += [_gaps(None), *(_gaps(kind) for kind in SupervisionKind)]
    return [*each, _proposals] if may_manage(viewer) else each


def _shape(rows: Rows, kind: str, about: str, **columns: Any) -> Rows:
    """`rows` in the shape all branches share: the same columns in the same order, of the same types."""
    said = {
        "kind": Value(kind, CharField()),
        "about": F(about),
        "name": Value("", CharField()),
        "words": Value("", CharField()),
        "day": NO_DAY,
        "since": NO_DAY,
        "weeks": Value(0, IntegerField()),
        "next": NO_DAY,
    } | columns
    shaped: Rows = (
        rows.order_by()
        .annotate(**{f"todo_{name}": value for name, value in said.items()})
        .values_list(*COLUMNS)
    )
    return shaped


def _gaps(kind: SupervisionKind | None) -> Branch:
    """Every worker the viewer looks after with their last talk, of one kind or of any."""

    def branch(viewer: Viewer, today: dt.date) -> Rows:
        held = Supervision.objects.filter(programme_id=viewer.programme, worker_id=OuterRef("id")).order_by()
        of_kind = held.filter(kind=kind) if kind else held
        rule = SupervisionRule.objects.filter(programme_id=viewer.programme)
        allowed: Any = Subquery(rule.values(kind.value if kind else "anybody")[:1])
        shaped = _shape(
            looked_after(viewer),
            f"gap.{kind.value}" if kind else "gap",
            "id",
            name=F("name"),
            day=Subquery(of_kind.values("worker_id").annotate(of=Max("held_on")).values("of")),
            since=F("since"),
            weeks=Coalesce(allowed, Value(0 if kind else USUAL_WEEKS), output_field=IntegerField()),
            next=Subquery(held.values("worker_id").annotate(of=Max("next_on")).values("of")),
        )
        return shaped.filter(todo_weeks__gt=0)

    return branch


def _confirm(viewer: Viewer, today: dt.date) -> Rows:
    """Talks of late the other one has noted, and the viewer has not yet said that it was so."""
    mine = Q(worker_id=viewer.id, worker_confirmed_at__isnull=True)
    ours = Q(partner_id=viewer.id, partner_confirmed_at__isnull=True)
    rows = Supervision.objects.filter(
        mine | ours, programme_id=viewer.programme, held_on__gte=today - ASKED_FOR
    )
    other = Case(When(worker_id=viewer.id, then=F("partner__name")), default=F("worker__name"))
    return _shape(rows, "confirm", "id", name=Coalesce(other, Value("")), day=F("held_on"))


def _agreed(viewer: Viewer, today: dt.date) -> Rows:
    """What the viewer said they would do, from its day on."""
    rows = AgreedAction.objects.filter(
        programme_id=viewer.programme, owner_id=viewer.id, done_on__isnull=True, due_on__lte=today
    )
    return _shape(rows, "agreed", "supervision_id", words=F("what"), day=F("due_on"))


def _talks(viewer: Viewer, today: dt.date) -> Rows:
    """The next talk of each two, in the week before it."""
    ours = Q(worker_id=viewer.id) | Q(partner_id=viewer.id)
    rows = Supervision.objects.filter(
        ours, programme_id=viewer.programme, next_on__gte=today, next_on__lte=today + SOON_TALK
    )
    other = Case(When(worker_id=viewer.id, then=F("partner__name")), default=F("worker__name"))
    return _shape(rows, "talk", "id", name=Coalesce(other, Value("")), day=F("next_on"))


def _training(viewer: Viewer, today: dt.date) -> Rows:
    """The viewer's own trainings that run out soon or have run out, and were not done again."""
    held = Training.objects.filter(programme_id=viewer.programme, worker_id=viewer.worker_id)
    again = held.filter(term=OuterRef("term"), held_on__gt=OuterRef("held_on"))
    rows = held.filter(expires_on__lte=today + SOON).filter(~Exists(again))
    return _shape(rows, "training", "worker_id", words=F("term"), day=F("expires_on"))


def _proposals(viewer: Viewer, today: dt.date) -> Rows:
    """Proposals nobody has decided on."""
    rows = Proposal.objects.filter(programme_id=viewer.programme, state=ProposalState.OPEN)
    return _shape(
        rows, "proposal", "id", name=F("author__name"), words=F("title"), day=TruncDate("created_at")
    )


def _to_do(row: tuple[Any, ...], today: dt.date) -> ToDo | None:
    kind, about, name, words, day, since, weeks, planned = row
    kind, _dot, of = kind.partition(".")
    if kind != Kind.GAP:
        return ToDo(Kind(kind), about, name, words, day)
    gap = gap_since(day, since, today)
    if not is_too_long(gap, weeks) or (planned is not None and planned >= today):
        return None
    return ToDo(Kind.GAP, about, name, words, day, gap.days // 7, SupervisionKind(of) if of else None)
