"""What is asked for, how often and how long it was tried, what stood in the way, what came of it: no words."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count

from linkwork.core.facts import FactTable
from linkwork.partnerships.facts.parts import Row, day, key, personal, text, whole
from linkwork.partnerships.models import AdvocacyAction, AdvocacyOrigin, Attempt


def _advocacy(programme_id: UUID) -> Iterator[Row]:
    mine = {"programme_id": programme_id}
    tried = dict(Attempt.objects.filter(**mine).values_list("action_id").annotate(Count("id")))
    grew = dict(AdvocacyOrigin.objects.filter(**mine).values_list("action_id").annotate(Count("id")))
    rows = AdvocacyAction.objects.filter(**mine).order_by("id")
    for row_id, worker, level, whom, need, opened, state, settled in rows.values_list(
        "id", "worker_id", "level", "for_kind", "need", "opened_on", "state", "settled_on"
    ).iterator():
        days = (settled - opened).days if settled else None
        yield (
            row_id,
            worker,
            level,
            opened,
            tried.get(row_id, 0),
            state,
            settled,
            days,
            whom,
            need or None,
            grew.get(row_id, 0),
        )


def _attempts(programme_id: UUID) -> Iterator[Row]:
    rows = Attempt.objects.filter(programme_id=programme_id).order_by("action_id", "number")
    for action, level, number, on, method, obstacle in rows.values_list(
        "action_id", "action__level", "number", "made_on", "method", "obstacle_kind"
    ).iterator():
        yield action, level, number, on, method, obstacle or None


ADVOCACY = FactTable(
    "advocacy",
    (
        key("action_id", "to count each once"),
        key("worker_id", "spread over workers"),
        text("level", "advocacy by level"),
        day("opened_on", "age of open asks"),
        whole("attempts", "persistence: how often until there was a result"),
        text("result", "what came of it"),
        day("settled_on", "how long it took"),
        whole("days", "persistence: how long until there was a result; missing while it is open"),
        text("for_kind", "whether one person, a group or an area would gain"),
        personal("need", "what stands in the way of which need"),
        whole("origins", "how often a wider effort grew out of those for single people"),
    ),
    _advocacy,
)

ATTEMPTS = FactTable(
    "advocacy_attempts",
    (
        key("action_id", "which chain it belongs to"),
        text("level", "obstacles by level"),
        whole("number", "persistence: which attempt met which obstacle"),
        day("made_on", "how attempts follow each other"),
        text("method", "what was tried"),
        text("obstacle", "setting, expertise, power or another; missing where none was met"),
    ),
    _attempts,
)
