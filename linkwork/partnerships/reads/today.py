"""What does today hold with partners? In one question, because the page of the day has few to spend."""

import datetime as dt
from uuid import UUID

from django.db.models import CharField, DateField, DateTimeField, F, Value
from django.db.models.functions import Cast

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Meeting, MeetingAction
from linkwork.partnerships.reads.meetings import ActionCard, MeetingRow

NO_DAY, NO_MOMENT = Cast(Value(None), DateField()), Cast(Value(None), DateTimeField())
NOTHING = Value("", output_field=CharField())


def meetings_today(
    viewer: Viewer, day: dt.date, before: dt.datetime, worker_id: UUID
) -> tuple[list[MeetingRow], list[ActionCard]]:
    """Meetings that begin before `before` and have no minutes yet, and what this worker took on, due by `day`.

    The earliest first. Of a meeting only what a line of the day shows is read: `asked` is 0. One question.
    """
    check_may_read(viewer)
    meetings = Meeting.objects.filter(
        programme_id=viewer.programme, starts_at__lt=before, kept_at__isnull=True
    ).values_list("id", "id", "title", "starts_at", "place", NOTHING, NO_DAY)
    taken_on = MeetingAction.objects.filter(
        programme_id=viewer.programme, done_at__isnull=True, due_on__lte=day, worker_id=worker_id
    ).values_list("id", F("meeting_id"), F("meeting__title"), NO_MOMENT, NOTHING, "what", "due_on")
    rows: list[MeetingRow] = []
    cards: list[ActionCard] = []
    for one, meeting_id, title, starts_at, place, what, due_on in meetings.union(taken_on, all=True):
        if starts_at is not None:
            rows.append(MeetingRow(one, title, starts_at, place, 0, False))
        else:
            cards.append(ActionCard(one, meeting_id, title, worker_id, viewer.name, what, due_on, None))
    rows.sort(key=lambda row: row.starts_at)
    return rows, sorted(cards, key=lambda card: (card.due_on, card.id))
