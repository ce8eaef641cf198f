"""What an extract learns of proposals, adaptations and sites: FRAME's codes, days and states; never the words."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.workforce.facts.supervision import WORKER_ID
from linkwork.workforce.models import Adaptation, Proposal, SiteChampion, SiteConditions, SiteDay

PROGRAMME = PrivacyClass.PROGRAMME
PSEUDONYM = PrivacyClass.PSEUDONYM
TEXT, DAY, FLAG = ColumnKind.TEXT, ColumnKind.DAY, ColumnKind.FLAG
CODES = {
    "planned": "FRAME: whether it was foreseen",
    "decided_by": "FRAME: who decided",
    "what": "FRAME: which kind of thing",
    "context_kind": "FRAME: what of the context",
    "nature": "FRAME: how the content",
    "level": "FRAME: for whom",
    "fidelity": "FRAME: whether the core was kept",
    "goal": "FRAME: what for",
    "reason": "FRAME: what led to it",
}


def adaptations(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a change; a code that was not stated is missing."""
    rows = Adaptation.objects.filter(programme_id=programme_id).order_by("id")
    for adaptation_id, proposal_id, made_on, result_on, *codes in rows.values_list(
        "id", "proposal_id", "made_on", "result_on", *CODES
    ).iterator():
        yield (
            adaptation_id,
            proposal_id is not None,
            made_on,
            result_on is not None,
            *(code or None for code in codes),
        )


def proposals(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a proposal."""
    rows = Proposal.objects.filter(programme_id=programme_id).order_by("id")
    for proposal_id, author_id, state, created_at, settled_at in rows.values_list(
        "id", "author_id", "state", "created_at", "settled_at"
    ).iterator():
        settled_on = timezone.localdate(settled_at) if settled_at else None
        yield proposal_id, author_id, state, timezone.localdate(created_at), settled_on


def site_days(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a worker, site and day of the week."""
    rows = SiteDay.objects.filter(programme_id=programme_id).order_by("id")
    yield from rows.values_list("site_id", "worker_id", "weekday").iterator()


def site_conditions(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    """One row a site somebody has described or where somebody has stood up for the programme."""
    known = {row.site_id: row for row in SiteConditions.objects.filter(programme_id=programme_id)}
    first: dict[UUID, object] = {}
    now = set()
    for row in SiteChampion.objects.filter(programme_id=programme_id).order_by("since", "id"):
        first.setdefault(row.site_id, row.since)
        if row.until is None:
            now.add(row.site_id)
    for site_id in sorted({*known, *first}):
        one = known.get(site_id)
        yield (
            site_id,
            one.private_room if one else None,
            one.record_access if one else None,
            first.get(site_id),
            site_id in now,
        )


SITE_ID = Column("site_id", ColumnKind.ID, PSEUDONYM, "to compare sites")
TABLES = (
    FactTable(
        "adaptations",
        (
            Column("adaptation_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
            Column("proposed", FLAG, PROGRAMME, "how many changes came from workers"),
            Column("made_on", DAY, PROGRAMME, "adaptation by stage"),
            Column("has_result", FLAG, PROGRAMME, "of how many changes it is known what came"),
            *(Column(name, TEXT, PROGRAMME, why) for name, why in CODES.items()),
        ),
        adaptations,
    ),
    FactTable(
        "proposals",
        (
            Column("proposal_id", ColumnKind.ID, PSEUDONYM, "to count each once"),
            WORKER_ID,
            Column("state", TEXT, PROGRAMME, "what becomes of workers’ proposals"),
            Column("proposed_on", DAY, PROGRAMME, "proposals by stage"),
            Column("settled_on", DAY, PROGRAMME, "how long they wait"),
        ),
        proposals,
    ),
    FactTable(
        "site_days",
        (
            SITE_ID,
            WORKER_ID,
            Column("weekday", ColumnKind.WHOLE, PROGRAMME, "days on site; 0 is Monday"),
        ),
        site_days,
    ),
    FactTable(
        "site_conditions",
        (
            SITE_ID,
            Column("private_room", FLAG, PROGRAMME, "whether people can talk unheard"),
            Column("record_access", FLAG, PROGRAMME, "whether the practice’s records can be seen there"),
            Column("champion_since", DAY, PROGRAMME, "since when somebody stands up for the programme"),
            Column("champion_now", FLAG, PROGRAMME, "whether somebody does now"),
        ),
        site_conditions,
    ),
)
