"""The list of partners: found by name, narrowed, in the order asked for."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.partnerships import reads
from linkwork.partnerships.reads import PartnersAsked, PartnerSort
from linkwork.partnerships.rules import Reach, Sector
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import Standing
from linkwork.web.partners import words
from linkwork.web.partners.forms import PartnersForm
from linkwork.web.shared.days import ago_said


@dataclass(frozen=True)
class PartnerLine:
    """One partner of the list."""

    title: str
    url: str
    small: str
    chip: str
    sector: str
    inter_sectoral: bool
    champions: int


def listed(standing: Standing, query: QueryDict, today: dt.date) -> dict[str, Any]:
    """What `partners/list.html` shows. Five questions of the database at most."""
    viewer, after = standing.viewer, words.quiet_after(standing)
    form = PartnersForm(_workers(viewer), query or None)
    given = form.given()
    found = reads.partners(viewer, today, _asked(viewer, given, query.get("after", "")), after)
    kept = {name: value for name, value in given.items() if value}
    more = urlencode({name: "on" if value is True else value for name, value in kept.items()})
    return {
        "form": form,
        "asked": bool(kept),
        "narrowed": bool(kept.keys() - {"q"}),
        "partners": [_line(row, today) for row in found.rows],
        "counts": reads.partner_counts(viewer, today, after),
        "more": f"{reverse('partners:home')}?{more}&{urlencode({'after': found.next})}" if found.next else "",
    }


def _workers(viewer: Viewer) -> list[tuple[Any, str]]:
    return [(one.id, one.name) for one in programmes.workers(viewer) if one.until is None]


def _asked(viewer: Viewer, given: dict[str, Any], after: str) -> PartnersAsked:
    return PartnersAsked(
        words=given.get("q", ""),
        sector=Sector(given["sector"]) if given.get("sector") else None,
        quiet=bool(given.get("quiet")),
        champion={"with": True, "without": False}.get(given.get("champion", "")),
        worker_id=viewer.id if given.get("mine") else given.get("worker") or None,
        sort=PartnerSort(given.get("sort") or PartnerSort.UNHEARD),
        after=after,
    )


def _line(row: reads.PartnerRow, today: dt.date) -> PartnerLine:
    if row.last_on is None:
        last = _("nothing together yet")
    else:
        last = _("last contact %(when)s") % {"when": ago_said(row.last_on, today)}
    return PartnerLine(
        title=row.name,
        url=reverse("partners:partner", args=[row.id]),
        small=last,
        chip=_("gone quiet") if row.quiet else "",
        sector=str(words.SECTORS[row.sector]),
        inter_sectoral=row.reach is Reach.INTER_SECTORAL,
        champions=row.champions,
    )
