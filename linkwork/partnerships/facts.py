"""What an extract learns about partners, meetings and advocacy: no names, no notes, no free words."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.partnerships.models import AdvocacyAction, Attempt, Attendance, Factor, Interaction, Meeting
from linkwork.partnerships.rules import Reach, Sector, reach_of

Row = tuple[object, ...]


def _id(name: str, why: str) -> Column:
    return Column(name, ColumnKind.ID, PrivacyClass.PSEUDONYM, why)


def _text(name: str, why: str) -> Column:
    return Column(name, ColumnKind.TEXT, PrivacyClass.PROGRAMME, why)


def _day(name: str, why: str) -> Column:
    return Column(name, ColumnKind.DAY, PrivacyClass.PROGRAMME, why)


def _whole(name: str, why: str) -> Column:
    return Column(name, ColumnKind.WHOLE, PrivacyClass.PROGRAMME, why)


def _interactions(programme_id: UUID) -> Iterator[Row]:
    rows = Interaction.objects.filter(programme_id=programme_id).order_by("id")
    for id_, worker, partner, sector, practice, day in rows.values_list(
        "id", "worker_id", "partner_id", "partner__sector", "practice", "occurred_on"
    ).iterator():
        yield id_, worker, partner, sector, reach_of(Sector(sector)).value, practice, day


def _advocacy(programme_id: UUID) -> Iterator[Row]:
    tried = dict(
        Attempt.objects.filter(programme_id=programme_id).values_list("action_id").annotate(Count("id"))
    )
    rows = AdvocacyAction.objects.filter(programme_id=programme_id).order_by("id")
    for id_, worker, level, opened, state, settled in rows.values_list(
        "id", "worker_id", "level", "opened_on", "state", "settled_on"
    ).iterator():
        yield id_, worker, level, opened, tried.get(id_, 0), state, settled


def _meetings(programme_id: UUID) -> Iterator[Row]:
    inside = [sector.value for sector in Sector if reach_of(sector) is Reach.SECTORAL]
    came = {
        meeting: (asked, within, across)
        for meeting, asked, within, across in Attendance.objects.filter(programme_id=programme_id)
        .values_list("meeting_id")
        .annotate(
            asked=Count("id"),
            within=Count("id", filter=Q(came=True, partner__sector__in=inside)),
            across=Count("id", filter=Q(came=True) & ~Q(partner__sector__in=inside)),
        )
    }
    rows = Meeting.objects.filter(programme_id=programme_id, kept_at__isnull=False).order_by("id")
    for id_, starts_at in rows.values_list("id", "starts_at").iterator():
        yield (id_, timezone.localdate(starts_at), *came.get(id_, (0, 0, 0)))


def _factors(programme_id: UUID) -> Iterator[Row]:
    rows = Factor.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("id", "influence", "kind", "state", "noted_on").iterator()


TABLES = (
    FactTable(
        "interactions",
        (
            _id("interaction_id", "to count each once"),
            _id("worker_id", "who collaborates with whom"),
            _id("partner_id", "who collaborates with whom"),
            _text("sector", "work by sector"),
            _text("reach", "the share of work across sectors"),
            _text("practice", "which of the five practices"),
            _day("occurred_on", "work with partners over time"),
        ),
        _interactions,
    ),
    FactTable(
        "advocacy",
        (
            _id("action_id", "to count each once"),
            _id("worker_id", "spread over workers"),
            _text("level", "advocacy by level"),
            _day("opened_on", "age of open asks"),
            _whole("attempts", "persistence"),
            _text("result", "what came of it"),
            _day("settled_on", "how long it took"),
        ),
        _advocacy,
    ),
    FactTable(
        "meetings",
        (
            _id("meeting_id", "to count each once"),
            _day("held_on", "meetings over time"),
            _whole("asked", "the denominator of attendance"),
            _whole("came_sectoral", "who takes part, within health care"),
            _whole("came_inter_sectoral", "who takes part, across sectors"),
        ),
        _meetings,
    ),
    FactTable(
        "factors",
        (
            _id("factor_id", "to count each once"),
            _text("influence", "balance of what helps and hinders"),
            _text("kind", "balance by category"),
            _text("state", "whether something was done about it"),
            _day("noted_on", "factors by stage"),
        ),
        _factors,
    ),
)
