"""What waits for the person's answers, and what was begun and not finished?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import seen_by
from linkwork.core.viewer import Kind, Viewer
from linkwork.outcomes.access import check_may_answer
from linkwork.outcomes.models import Asking
from linkwork.outcomes.rules.occasions import Occasion


@dataclass(frozen=True)
class AskingCard:
    """One measure that waits. `answers` so far: item id to score; `kept_at` is None where nothing was kept."""

    id: UUID
    case_id: UUID
    measure: str
    occasion: Occasion
    by_link: bool
    worker_name: str
    asked_at: dt.datetime
    answers: Mapping[str, int]
    kept_at: dt.datetime | None


def askings_of(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[AskingCard]:
    """What waits in one case, in the order of asking; for the person, what they are asked by their link."""
    check_may_answer(viewer, case_id, at)
    rows = Asking.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, case_id=case_id, ended_at=None
    )
    if viewer.kind is Kind.PERSON:
        rows = rows.filter(by_link=True)
    return [_card(row) for row in rows.select_related("worker").order_by("created_at", "id")]


def asking(viewer: Viewer, case_id: UUID, measure_id: str, at: dt.datetime) -> AskingCard | None:
    """What waits of one measure, to go on with: the person's own for the person, else what was begun with a worker."""
    own = viewer.kind is Kind.PERSON
    found = [
        one for one in askings_of(viewer, case_id, at) if one.measure == measure_id and one.by_link is own
    ]
    return found[0] if found else None


def _card(row: Asking) -> AskingCard:
    return AskingCard(
        id=row.id,
        case_id=row.case_id,
        measure=row.measure,
        occasion=Occasion(row.occasion),
        by_link=row.by_link,
        worker_name=row.worker.name if row.worker else "",
        asked_at=row.created_at,
        answers=row.answers,
        kept_at=row.kept_at,
    )
