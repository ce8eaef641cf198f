"""How are visits watched here: who is asked when, which places need care, at which number am I reached?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_keeps_watch, check_may_visit, may_watch_all
from linkwork.workforce.models import OwnPhone, PlaceWarning, VisitLadder, VisitText
from linkwork.workforce.rules.places import same_place
from linkwork.workforce.rules.texts import MOST_TRIES, TextState
from linkwork.workforce.rules.visits import Ladder, Rung

MOST_TEXTS = 100  # sent in one round


@dataclass(frozen=True)
class WarningCard:
    """One warning about a place that holds. `may_end`: the viewer may take it back."""

    id: UUID
    place: str
    words: str
    worker_name: str
    review_on: dt.date
    may_end: bool


@dataclass(frozen=True)
class TextCard:
    """One text that waits. `language` is that of who gets it, empty where they chose none."""

    id: UUID
    alarm_id: UUID
    rung: Rung
    number: str
    language: str


def ladder(viewer: Viewer) -> Ladder:
    """Who is asked after how many minutes; the usual minutes where the programme has set none. One question."""
    row = VisitLadder.objects.filter(programme_id=viewer.programme).first()
    if row is None:
        return Ladder()
    return Ladder(
        row.worker_after,
        row.buddy_after,
        row.manager_after,
        row.second_after,
        row.emergency_after,
        row.manager_id,
        row.second_id,
        row.words,
    )


def place_warnings(viewer: Viewer) -> list[WarningCard]:
    """Every warning that holds, the one to be looked at again first on top. One question."""
    check_may_visit(viewer)
    rows = PlaceWarning.objects.filter(programme_id=viewer.programme, ended_at__isnull=True)
    return [
        WarningCard(
            row.id,
            row.place,
            row.words,
            row.worker.name,
            row.review_on,
            row.worker_id == viewer.id or may_watch_all(viewer),
        )
        for row in rows.select_related("worker").order_by("review_on", "id")
    ]


def warnings_for(viewer: Viewer, address: str) -> list[WarningCard]:
    """The warnings that are about this address, however it was typed. One question."""
    return [card for card in place_warnings(viewer) if same_place(card.place, address)]


def own_phone(viewer: Viewer) -> str:
    """The viewer's own number; empty where they left none. One question."""
    check_may_visit(viewer)
    rows = OwnPhone.objects.filter(programme_id=viewer.programme, worker_id=viewer.worker_id)
    return rows.values_list("number", flat=True).first() or ""


def waiting_texts(viewer: Viewer) -> list[TextCard]:
    """The texts that wait to be sent, the oldest first. For the rounds. Two questions.

    One that was tried for the last time and never came back holds no other up.
    """
    check_keeps_watch(viewer)
    rows = VisitText.objects.filter(
        programme_id=viewer.programme, state=TextState.WAITING, tries__lt=MOST_TRIES
    )
    found = list(rows.select_related("worker__login").order_by("id")[:MOST_TEXTS])
    phones = OwnPhone.objects.filter(
        programme_id=viewer.programme, worker_id__in=[row.worker_id for row in found]
    )
    numbers = dict(phones.values_list("worker_id", "number"))
    return [
        TextCard(
            row.id,
            row.alarm_id,
            Rung(row.rung),
            numbers.get(row.worker_id, ""),
            row.worker.login.language if row.worker.login else "",
        )
        for row in found
    ]
