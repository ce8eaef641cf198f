"""What is asked for, how often it was tried, what came of it: no words."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, text, whole
from linkwork.partnerships.models import AdvocacyAction, Attempt


def _advocacy(programme_id: UUID) -> Iterator[Row]:
    tried = dict(
        Attempt.objects.filter(programme_id=programme_id).values_list("action_id").annotate(Count("id"))
    )
    rows = AdvocacyAction.objects.filter(programme_id=programme_id).order_by("id")
    for row_id, worker, level, opened, state, settled in rows.values_list(
        "id", "worker_id", "level", "opened_on", "state", "settled_on"
    ).iterator():
        yield row_id, worker, level, opened, tried.get(row_id, 0), state, settled


ADVOCACY = FactTable(
    "advocacy",
    (
        key("action_id", "to count each once"),
        key("worker_id", "spread over workers"),
        text("level", "advocacy by level"),
        day("opened_on", "age of open asks"),
        whole("attempts", "persistence"),
        text("result", "what came of it"),
        day("settled_on", "how long it took"),
    ),
    _advocacy,
)
