"""Which partners does the list show, in which order? Two thousand of them cost no more than twenty."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, DateField, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import check_may_read
from linkwork.partnerships.models import Champion, Interaction, Partner
from linkwork.partnerships.rules import QUIET_AFTER, Reach, Sector, is_quiet, reach_of

PAGE = 30
NEVER = dt.date(1900, 1, 1)


class PartnerSort(StrEnum):
    """In which order."""

    UNHEARD = "unheard"
    NAME = "name"


@dataclass(frozen=True)
class PartnersAsked:
    """What to list. `champion` None: with one or without; `worker_id`: has worked with them; `after`: see `next`."""

    words: str = ""
    sector: Sector | None = None
    quiet: bool = False
    champion: bool | None = None
    worker_id: UUID | None = None
    sort: PartnerSort = PartnerSort.UNHEARD
    after: str = ""


@dataclass(frozen=True)
class PartnerRow:
    """A partner in a list. `last_on` is None where nothing was done together yet; `champions` counts those of today."""

    id: UUID
    name: str
    sector: Sector
    reach: Reach
    last_on: dt.date | None
    interactions: int
    champions: int
    quiet: bool


@dataclass(frozen=True)
class PartnerPage:
    """Some of the list; `next` is what to pass as `PartnersAsked.after` for the following ones, empty at the end."""

    rows: tuple[PartnerRow, ...]
    next: str


@dataclass(frozen=True)
class PartnerCounts:
    """How many partners there are, how many of them outside health care, how many gone quiet."""

    all: int
    inter_sectoral: int
    quiet: int


def partners(
    viewer: Viewer,
    today: dt.date,
    asked: PartnersAsked = PartnersAsked(),
    quiet_after: dt.timedelta = QUIET_AFTER,
) -> PartnerPage:
    """One page of partners, the longest unheard first unless asked otherwise. Three questions of the database."""
    check_may_read(viewer)
    rows = _asked(viewer, asked, today - quiet_after)
    rows = _after(rows, asked).order_by(*_order(asked))
    found = list(rows[: PAGE + 1])
    shown, more = found[:PAGE], len(found) > PAGE
    ids = [row.id for row in shown]
    counted = _interactions(viewer, ids)
    champions = _champions(viewer, ids)
    return PartnerPage(
        tuple(_listed(row, counted, champions, today, quiet_after) for row in shown),
        _key(shown[-1], asked) if more else "",
    )


def partner_counts(viewer: Viewer, today: dt.date, quiet_after: dt.timedelta = QUIET_AFTER) -> PartnerCounts:
    """Of all partners together. One question of the database."""
    check_may_read(viewer)
    rows = _rows(viewer)
    own = [sector.value for sector in Sector if reach_of(sector) is Reach.SECTORAL]
    found = rows.aggregate(
        number=Count("id"),
        across=Count("id", filter=~Q(sector__in=own)),
        silent=Count("id", filter=_is_quiet(today - quiet_after)),
    )
    return PartnerCounts(found["number"], found["across"], found["silent"])


def _rows(viewer: Viewer) -> "QuerySet[Partner]":
    theirs = Interaction.objects.filter(programme_id=viewer.programme, partner_id=OuterRef("id"))
    newest = theirs.order_by().values("partner_id").annotate(last=Max("occurred_on")).values("last")
    never = Value(NEVER, output_field=DateField())
    return Partner.objects.filter(programme_id=viewer.programme).annotate(
        heard=Coalesce(Subquery(newest), never)
    )


def _is_quiet(since: dt.date) -> Q:
    begin = timezone.make_aware(dt.datetime.combine(since, dt.time()))
    return Q(heard__lt=since) & (Q(heard__gt=NEVER) | Q(created_at__lt=begin))


def _asked(viewer: Viewer, asked: PartnersAsked, since: dt.date) -> "QuerySet[Partner]":
    rows = _rows(viewer)
    if asked.words.strip():
        rows = rows.filter(name__icontains=asked.words.strip())
    if asked.sector is not None:
        rows = rows.filter(sector=asked.sector.value)
    if asked.quiet:
        rows = rows.filter(_is_quiet(since))
    if asked.champion is not None:
        standing = Champion.objects.filter(
            programme_id=viewer.programme, contact__partner_id=OuterRef("id"), until__isnull=True
        )
        rows = rows.filter(Exists(standing) if asked.champion else ~Exists(standing))
    if asked.worker_id is not None:
        done = Interaction.objects.filter(programme_id=viewer.programme, partner_id=OuterRef("id"))
        rows = rows.filter(Exists(done.filter(worker_id=asked.worker_id)))
    return rows


def _order(asked: PartnersAsked) -> tuple[str, str]:
    return ("name" if asked.sort is PartnerSort.NAME else "heard", "id")


def _key(row: Partner, asked: PartnersAsked) -> str:
    first = row.name if asked.sort is PartnerSort.NAME else row.heard.isoformat()  # type: ignore[attr-defined]
    return f"{row.id.hex}{first}"


def _after(rows: "QuerySet[Partner]", asked: PartnersAsked) -> "QuerySet[Partner]":
    """A key that is none of ours begins from the beginning."""
    try:
        last, first = UUID(asked.after[:32]), asked.after[32:]
        value = first if asked.sort is PartnerSort.NAME else dt.date.fromisoformat(first)
    except ValueError:
        return rows
    name = _order(asked)[0]
    return rows.filter(Q(**{f"{name}__gt": value}) | Q(**{name: value, "id__gt": last}))


def _interactions(viewer: Viewer, ids: list[UUID]) -> dict[UUID, int]:
    rows = Interaction.objects.filter(programme_id=viewer.programme, partner_id__in=ids)
    return dict(rows.order_by().values_list("partner_id").annotate(Count("id")))


def _champions(viewer: Viewer, ids: list[UUID]) -> dict[UUID, int]:
    rows = Champion.objects.filter(
        programme_id=viewer.programme, contact__partner_id__in=ids, until__isnull=True
    )
    return dict(rows.order_by().values_list("contact__partner_id").annotate(Count("id")))


def _listed(
    row: Partner,
    counted: dict[UUID, int],
    champions: dict[UUID, int],
    today: dt.date,
    quiet_after: dt.timedelta,
) -> PartnerRow:
    heard: dt.date = row.heard  # type: ignore[attr-defined]
    last = heard if heard > NEVER else None
    sector = Sector(row.sector)
    return PartnerRow(
        id=row.id,
        name=row.name,
        sector=sector,
        reach=reach_of(sector),
        last_on=last,
        interactions=counted.get(row.id, 0),
        champions=champions.get(row.id, 0),
        quiet=is_quiet(last, timezone.localdate(row.created_at), today, quiet_after),
    )
