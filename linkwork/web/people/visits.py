"""Whom to see today, and in which order: who is due, was promised something or is in a plan, near one another."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.casework import reads
from linkwork.casework.reads import DueAction, DueCard, FollowUpCard, Whereabouts
from linkwork.casework.rules.referrals import Phoning
from linkwork.core.viewer import Viewer
from linkwork.directory.rules.kinds import Place
from linkwork.directory.rules.places import distance_km
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import SiteCard
from linkwork.web.people.due_items import tried_said
from linkwork.web.people.saying import calling_said, due_said

FAR_KM = 25.0  # farther from every site than this, nobody is "near" one


@dataclass
class Stop:
    """One person to see; `why` in the order it came up."""

    case_id: UUID
    name: str
    area: str
    phone: str
    place: Place | None
    url: str
    why: list[str] = field(default_factory=list)
    needs: bool = False
    care: str = ""
    may_call: bool = True


@dataclass(frozen=True)
class Owed:
    """Something promised to somebody, or to be done for them by their plan."""

    case_id: UUID
    about: str
    due_on: dt.date | None


@dataclass
class Round:
    """Stops near one site, in the order of a walk that begins there; `title` says where."""

    title: str
    stops: list[Stop]


def rounds(viewer: Viewer, today: dt.date) -> list[Round]:
    """The viewer's day, the fullest round first, those without a place last. Four questions of the database."""
    to_do = reads.to_do(viewer, today)
    owed = [_owed(card) for card in to_do.promised] + [_owed(card) for card in to_do.steps]
    due = reads.due(viewer, today, viewer.worker_id, cover_on=today)
    where = reads.whereabouts(viewer, {one.case_id for one in owed} | {card.case_id for card in due})
    stops = _stops(owed, due, where, today)
    return _by_site(stops, programmes.sites(viewer))


def _owed(card: FollowUpCard | DueAction) -> Owed:
    about = card.about if isinstance(card, FollowUpCard) else card.words
    return Owed(card.case_id, about, card.due_on)


def _stops(
    owed: Sequence[Owed],
    due: Sequence[DueCard],
    where: Mapping[UUID, Whereabouts],
    today: dt.date,
) -> list[Stop]:
    found: dict[UUID, Stop] = {}
    for one in owed:
        stop = _stop(found, where[one.case_id])
        stop.why.append(one.about)
        stop.needs = stop.needs or (one.due_on is not None and one.due_on < today)
    for late in due:
        stop = _stop(found, where[late.case_id])
        stop.why.append(due_said(late.due_on, today) if late.last_on else _first_said(late, today))
        if late.tried_on:
            stop.why.append(tried_said(late, today))
    return list(found.values())


def _first_said(card: DueCard, today: dt.date) -> str:
    return _("first contact, %(due)s") % {"due": due_said(card.due_on, today)}


def _stop(found: dict[UUID, Stop], one: Whereabouts) -> Stop:
    url = reverse("people:person", args=[one.case_id])
    made = Stop(one.case_id, one.short_name, one.area, one.phone, one.place, url)
    made.care, made.may_call = calling_said(one.care), one.care.phoning is not Phoning.NO
    return found.setdefault(one.case_id, made)


def _by_site(stops: Sequence[Stop], sites: Sequence[SiteCard]) -> list[Round]:
    """Each stop with its nearest site."""
    placed = [site for site in sites if site.place]
    near: dict[str, list[Stop]] = {}
    begin: dict[str, Place] = {}
    nowhere: list[Stop] = []
    for stop in stops:
        site = _nearest(stop, placed)
        if site is None or site.place is None:
            nowhere.append(stop)
            continue
        near.setdefault(site.name, []).append(stop)
        begin[site.name] = site.place
    found = [Round(name, walk(begin[name], held)) for name, held in near.items()]
    found.sort(key=lambda one: (-len(one.stops), one.title))
    return [*found, Round("", sorted(nowhere, key=lambda stop: (stop.area, stop.name)))] if nowhere else found


def _nearest(stop: Stop, sites: Sequence[SiteCard]) -> SiteCard | None:
    if stop.place is None:
        return None
    ways = [(distance_km(stop.place, site.place), site.name, site) for site in sites if site.place]
    return min(ways)[2] if ways and min(ways)[0] <= FAR_KM else None


def walk(begin: Place, stops: Sequence[Stop]) -> list[Stop]:
    """The stops in the order of always going to the nearest one next: short enough for a day, and easy to follow."""
    left, here, order = list(stops), begin, []
    while left:
        stop = min(left, key=lambda one: (distance_km(here, one.place) if one.place else 0.0, one.name))
        left.remove(stop)
        order.append(stop)
        here = stop.place or here
    return order
