"""Which studies are there, what do they set out to do, and who works in them?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_learn
from linkwork.evaluation.studies.models import Approval, GroupTarget, Member, Study
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import (
    Design,
    EthicsState,
    Group,
    Part,
    ethics_state,
    questions_of,
)
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class StudyCard:
    """One study. `sources` is how many texts it holds, without those that are sealed.

    `question` holds its research questions, one a line; `questions` are the same apart. No `stages`: all of them.
    `my_part` is the viewer's own, None for somebody outside its team.
    """

    id: UUID
    title: str
    question: str
    design: Design
    opened_on: dt.date
    note: str
    sources: int
    questions: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    most_participants: int = 20
    names_first: bool = True
    my_part: Part | None = None


@dataclass(frozen=True)
class ApprovalCard:
    """One ethics approval, and whether it covers today."""

    id: UUID
    body: str
    reference: str
    first: dt.date
    last: dt.date | None
    state: EthicsState


@dataclass(frozen=True)
class MemberCard:
    """One of the team."""

    id: UUID
    worker_id: UUID
    name: str
    part: Part


def studies(viewer: Viewer) -> list[StudyCard]:
    """The programme's studies, newest first. For evaluators, managers and advisers."""
    check_may_learn(viewer)
    rows = _studies(viewer).order_by("-opened_on", "title")
    return [_study(viewer, row) for row in rows]


def study(viewer: Viewer, study_id: UUID) -> StudyCard:
    """One study of the viewer's programme. Raises NotFound."""
    check_may_learn(viewer)
    row = _studies(viewer).filter(id=study_id).first()
    if row is None:
        raise NotFound(_("There is no such study in this programme."))
    return _study(viewer, row)


def study_titled(viewer: Viewer, title: str) -> StudyCard:
    """The study with this title, for the command line. Raises NotFound."""
    found = next((one for one in studies(viewer) if one.title == title), None)
    if found is None:
        raise NotFound(_("There is no study “%(title)s” in this programme.") % {"title": title})
    return found


def targets(viewer: Viewer, study_id: UUID) -> dict[Group, int]:
    """How many people of each group a study wants to hear."""
    check_may_learn(viewer)
    rows = GroupTarget.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return {Group(group): wanted for group, wanted in rows.values_list("group", "wanted")}


def approvals(viewer: Viewer, study_id: UUID, today: dt.date) -> list[ApprovalCard]:
    """A study's ethics approvals, the earliest first."""
    check_may_learn(viewer)
    rows = Approval.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return [
        ApprovalCard(
            row.id, row.body, row.reference, row.first, row.last, ethics_state(row.first, row.last, today)
        )
        for row in rows.order_by("first", "id")
    ]


def team(viewer: Viewer, study_id: UUID) -> list[MemberCard]:
    """Who works in a study, leads first; empty where every evaluator does."""
    check_may_learn(viewer)
    rows = Member.objects.filter(programme_id=viewer.programme, study_id=study_id).select_related("worker")
    cards = [MemberCard(row.id, row.worker_id, row.worker.name, Part(row.part)) for row in rows]
    return sorted(cards, key=lambda card: (list(Part).index(card.part), card.name))


def _studies(viewer: Viewer) -> QuerySet[Study]:
    open_ones = Count("sources", filter=Q(sources__withdrawn_at__isnull=True))
    rows = Study.objects.filter(programme_id=viewer.programme).annotate(texts=open_ones)
    return with_part(rows, viewer, "id")


def _study(viewer: Viewer, row: Study) -> StudyCard:
    texts: int = row.texts  # type: ignore[attr-defined]
    return StudyCard(
        id=row.id,
        title=row.title,
        question=row.question,
        design=Design(row.design),
        opened_on=row.opened_on,
        note=row.note,
        sources=texts,
        questions=questions_of(row.question),
        stages=tuple(Stage(stage) for stage in row.stages),
        most_participants=row.most_participants,
        names_first=row.names_first,
        my_part=part(viewer, row),
    )
