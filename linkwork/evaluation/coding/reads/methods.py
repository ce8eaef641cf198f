"""How is a study analysed, how far has that come, and which merges stand?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Merge, MethodPhase, StudyMethod
from linkwork.evaluation.coding.rules.methods import PHASES, Method
from linkwork.evaluation.coding.rules.own import frame_id_of
from linkwork.evaluation.studies import access


@dataclass(frozen=True)
class PhaseCard:
    """One phase of the study's method, in its order."""

    phase: str
    done_on: dt.date | None
    note: str


@dataclass(frozen=True)
class MethodCard:
    """The study's method; None and no phases where nobody has chosen one."""

    method: Method | None
    phases: tuple[PhaseCard, ...]


@dataclass(frozen=True)
class MergeCard:
    """One merge that stands. `code` and `into` are (frame id, construct id)."""

    id: UUID
    code: tuple[str, str]
    into: tuple[str, str]
    at: dt.datetime


def method(viewer: Viewer, study_id: UUID) -> MethodCard:
    """The study's method and how far each phase has come. Two questions of the database."""
    access.check_may_learn(viewer)
    chosen = StudyMethod.objects.filter(programme_id=viewer.programme, study_id=study_id).first()
    if chosen is None:
        return MethodCard(None, ())
    rows = MethodPhase.objects.filter(programme_id=viewer.programme, study_id=study_id)
    known = {row.phase: row for row in rows}
    found = Method(chosen.method)
    return MethodCard(found, tuple(_phase(one, known.get(one)) for one in PHASES[found]))


def _phase(name: str, row: MethodPhase | None) -> PhaseCard:
    return PhaseCard(name, row.done_on, row.note) if row else PhaseCard(name, None, "")


def merges(viewer: Viewer, study_id: UUID) -> list[MergeCard]:
    """The merges of a study's codes that stand, the newest first. One question of the database."""
    access.check_may_learn(viewer)
    rows = Merge.objects.filter(
        programme_id=viewer.programme, code__code_list__study_id=study_id, undone_at__isnull=True
    )
    columns = ("id", "code__code_list_id", "code_id", "into__code_list_id", "into_id", "created_at")
    return [
        MergeCard(one, (frame_id_of(a_list), a.hex), (frame_id_of(b_list), b.hex), at)
        for one, a_list, a, b_list, b, at in rows.order_by("-created_at", "-id").values_list(*columns)
    ]
