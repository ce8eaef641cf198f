"""Where do we work, who is there on which day, and what is the place like?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import SiteKind
from linkwork.workforce.access import check_may_read
from linkwork.workforce.models import SiteChampion, SiteConditions, SiteDay


@dataclass(frozen=True)
class DayCard:
    """A worker at a site on a day of the week (0 is Monday)."""

    id: UUID
    worker_id: UUID
    worker_name: str
    weekday: int
    desk: str


@dataclass(frozen=True)
class ChampionCard:
    """Somebody who stands up for the programme there; `until` None: now."""

    id: UUID
    name: str
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True)
class SitePlace:
    """A site with what is known of it; None: nobody has said."""

    id: UUID
    name: str
    kind: SiteKind
    private_room: bool | None
    record_access: bool | None
    helps: str
    hinders: str
    days: tuple[DayCard, ...]
    champions: tuple[ChampionCard, ...]

    @property
    def champion(self) -> ChampionCard | None:
        """Who stands up for the programme there now, the longest first."""
        return next((one for one in self.champions if one.until is None), None)


def site_places(viewer: Viewer) -> list[SitePlace]:
    """Every site by name. Four questions, however many sites and days."""
    check_may_read(viewer)
    here = {"programme_id": viewer.programme}
    days: dict[UUID, list[DayCard]] = {}
    rows = SiteDay.objects.filter(**here).select_related("worker").order_by("weekday", "worker__name", "id")
    for row in rows:
        card = DayCard(row.id, row.worker_id, row.worker.name, row.weekday, row.desk)
        days.setdefault(row.site_id, []).append(card)
    champions: dict[UUID, list[ChampionCard]] = {}
    for one in SiteChampion.objects.filter(**here).order_by("since", "id"):
        champions.setdefault(one.site_id, []).append(ChampionCard(one.id, one.name, one.since, one.until))
    known = {row.site_id: row for row in SiteConditions.objects.filter(**here)}
    return [
        _place(site, known.get(site.id), days.get(site.id, []), champions.get(site.id, []))
        for site in programmes.sites(viewer)
    ]


def site_place(viewer: Viewer, site_id: UUID) -> SitePlace:
    """One site. Raises NotFound. Four questions."""
    for place in site_places(viewer):
        if place.id == site_id:
            return place
    raise NotFound(_("There is no such site."))


def _place(
    site: programmes.SiteCard,
    known: SiteConditions | None,
    days: list[DayCard],
    champions: list[ChampionCard],
) -> SitePlace:
    return SitePlace(
        id=site.id,
        name=site.name,
        kind=site.kind,
        private_room=known.private_room if known else None,
        record_access=known.record_access if known else None,
        helps=known.helps if known else "",
        hinders=known.hinders if known else "",
        days=tuple(days),
        champions=tuple(champions),
    )
