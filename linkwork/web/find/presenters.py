"""Entries of the directory as short texts."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import one_line
from linkwork.directory.reads import CheckCard, Match, ServiceCard
from linkwork.directory.rules.freshness import Freshness, FreshnessState
from linkwork.directory.rules.hours import open_at
from linkwork.directory.rules.kinds import CostKind, OpenTime, Status
from linkwork.web.find.context import Looking
from linkwork.web.find.forms import DAYS
from linkwork.web.find.opening import clock, opening_said
from linkwork.web.shared import lists
from linkwork.web.shared.days import date_said, local_day

Chip = tuple[str, str]  # text, kind of the look


def as_written(card: ServiceCard) -> dict[str, Any]:
    """An entry as its form shows it, to be written over."""
    return {
        "name": card.name,
        "organisation": card.organisation_name,
        "description": card.description,
        "eligibility": card.eligibility,
        "hours_text": card.hours_text,
        "cost": card.cost.words,
        "phone": card.phone,
        "email": card.email,
        "website": card.website,
        "address": card.address,
        "place": "{}, {}".format(*card.place) if card.place else "",
        "directions": card.directions,
        "languages": card.languages,
    }


@dataclass(frozen=True)
class Line:
    """One entry of a list of results, in plain values."""

    id: UUID
    name: str
    organisation: str
    about: str
    hours: str
    cost: str
    distance: str
    chips: tuple[Chip, ...]
    why: tuple[str, ...]
    unknown: tuple[str, ...]
    url: str
    connect_url: str
    kept: bool


@dataclass(frozen=True)
class Entry:
    """The whole entry, for its page and for a printed shortlist."""

    id: UUID
    name: str
    organisation: str
    about: str
    chips: tuple[Chip, ...]
    facts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    phone: str
    phone_link: str
    email: str
    website: str
    website_link: str
    map_link: str
    freshness: str
    doubt: str
    provenance: tuple[str, ...]
    source_link: str


def line(
    match: Match, looking: Looking, open_on: tuple[int, int | None] | None, kept: bool, at: dt.datetime
) -> Line:
    """One match for the list. What stands on it already is not said again."""
    service = match.service
    hours, cost = opening_said(service, at), one_line(cost_text(service), 60)
    silent = [code for code in match.unknown if not {"hours": hours, "cost": cost}.get(code)]
    said = {code: text for code, text in why_texts(match, open_on).items() if code in match.why}
    return Line(
        id=service.id,
        name=service.name,
        organisation="" if service.organisation_name == service.name else service.organisation_name,
        about=one_line(service.description, 140),
        hours=hours,
        cost="" if service.cost.kind is CostKind.FREE else cost,
        distance=distance_text(match.distance_km, service.place_is_exact),
        chips=chips(service, local_day(at)),
        why=tuple(said[code] for code in match.why if code in said),
        unknown=tuple(unknown_texts()[code] for code in silent if code in unknown_texts()),
        url=with_ids(reverse("find:service", args=[service.id]), looking),
        connect_url=connect_url(looking, service.id),
        kept=kept,
    )


def _languages(service: ServiceCard) -> str:
    return ", ".join(lists.label("languages", code) for code in service.languages)


def entry(service: ServiceCard, today: dt.date) -> Entry:
    """One service in full."""
    facts = (
        (_("Open"), service.hours_text),
        (_("Cost"), cost_text(service)),
        (_("Who it is for"), service.eligibility),
        (_("Languages"), _languages(service)),
        (_("Where"), service.address),
        (_("How to get there"), service.directions),
        (_("Kind"), service.category),
    )
    told = tuple((label, text) for label, text in facts if text)
    missing = {"hours": bool(service.hours_text), "cost": service.cost.kind is not CostKind.NOT_STATED}
    return Entry(
        id=service.id,
        name=service.name,
        organisation="" if service.organisation_name == service.name else service.organisation_name,
        about=service.description,
        chips=chips(service, today),
        facts=told,
        missing=tuple(unknown_texts()[code] for code, known in missing.items() if not known),
        phone=service.phone,
        phone_link=_phone_link(service.phone),
        email=service.email,
        website=service.website,
        website_link=_website_link(service.website),
        map_link=_map_link(service),
        freshness=freshness_text(service.freshness, today),
        doubt=service.freshness.doubt,
        provenance=provenance(service),
        source_link=_website_link(service.provenance.url),
    )


def chips(service: ServiceCard, today: dt.date) -> tuple[Chip, ...]:
    """At most four short states: closed for now, free, fresh or not, something wrong."""
    found: list[Chip] = []
    if service.status is Status.TEMPORARILY_CLOSED:
        found.append((_("Closed for now"), "needs"))
    if service.freshness.doubt:
        found.append((_("Something seems wrong"), "needs"))
    if service.cost.kind is CostKind.FREE:
        found.append((_("Free"), ""))
    fresh = service.freshness.state is FreshnessState.FRESH
    found.append((freshness_text(service.freshness, today), "" if fresh else "quiet"))
    return tuple(found)


def freshness_text(freshness: Freshness, today: dt.date) -> str:
    """How long ago somebody checked, in words."""
    if freshness.on is None:
        return _("Never checked")
    days = (today - freshness.on).days
    if days <= 0:
        return _("Checked today")
    if days <= 31:
        return ngettext("Checked yesterday", "Checked %(n)s days ago", days) % {"n": days}
    return _("Last checked in %(month)s") % {"month": formats.date_format(freshness.on, "F Y")}


def cost_text(service: ServiceCard) -> str:
    """The cost in the provider's words; nothing for what somebody else filled in."""
    return "" if service.cost.imputed else service.cost.words


def distance_text(km: float | None, exact: bool) -> str:
    """How far, as far as it is known."""
    if km is None:
        return ""
    if km < 1 and exact:
        return _("%(metres)s m away") % {"metres": max(50, round(km * 20) * 50)}
    rounded = f"{km:.1f}" if km < 10 else f"{km:.0f}"
    return (_("%(km)s km away") if exact else _("About %(km)s km away")) % {"km": rounded}


def why_texts(match: Match, open_on: tuple[int, int | None] | None) -> dict[str, str]:
    """The reasons as short phrases, by code."""
    texts = {
        "words:name": _("named like your words"),
        "words:organisation": _("your words name who runs it"),
        "words:category": _("your words name its kind"),
        "words:description": _("your words are in its description"),
        "words:eligibility": _("your words are in who it is for"),
        "words:address": _("your words are in its address"),
        "language": _("in this language"),
    }
    times = match.service.open_times
    opening = open_at(times, *open_on) if times and open_on else None
    if opening:
        texts["open"] = _("open %(day)s %(from)s–%(to)s") % {
            "day": DAYS[opening.day + 1][1],
            "from": clock(opening.opens),
            "to": clock(opening.closes),
        }
    return texts


def unknown_texts() -> dict[str, str]:
    """What an entry does not state, by code."""
    return {
        "place": _("place not stated"),
        "place_rough": _("distance is rough"),
        "hours": _("hours not stated"),
        "cost": _("cost not stated"),
        "language": _("languages not stated"),
    }


def provenance(service: ServiceCard) -> tuple[str, ...]:
    """Where the entry came from, and on what terms."""
    came = service.provenance
    if not came.source:
        return (_("Written by this programme."),)
    dated = date_said(came.date) if came.date else ""
    lines = [
        _("From %(source)s, as of %(day)s.") % {"source": came.source, "day": dated}
        if dated
        else _("From %(source)s.") % {"source": came.source}
    ]
    if came.attribution:
        lines.append(came.attribution)
    if service.cost.imputed:
        lines.append(_("The list says “free” of every entry, so we take the cost as not stated."))
    return tuple(lines)


def check_texts(checks: list[CheckCard]) -> list[str]:
    """Who checked when, without names."""
    how = {
        "phone": _("right, by phone"),
        "visit": _("right, by a visit"),
        "provider": _("right, says the provider"),
        "feed": _("right, says the list"),
        "outcome": _("right, somebody went there"),
    }
    return [
        _("%(day)s: %(said)s")
        % {
            "day": date_said(check.on),
            "said": how.get(check.how, "") if check.right else check.note,
        }
        for check in checks
    ]


def with_ids(address: str, looking: Looking) -> str:
    """The address with the need's and the case's ids, so that the way back leads to the same person."""
    ids = {"need": looking.need_id} if looking.need_id else {"case": looking.case_id}
    given = {name: str(value) for name, value in ids.items() if value}
    return f"{address}?{urlencode(given)}" if given else address


def connect_url(looking: Looking, service_id: UUID) -> str:
    """Where a connection for this need begins; empty where there is no need, or no such page."""
    if not looking.case_id:
        return ""
    try:
        address = reverse("connect:new")
    except NoReverseMatch:
        return ""
    ids = {"case": looking.case_id, "need": looking.need_id, "service": service_id}
    return f"{address}?{urlencode({name: str(value) for name, value in ids.items() if value})}"


def week(times: tuple[OpenTime, ...] | None) -> list[tuple[str, str]]:
    """The days with their times, for a small table; empty where the hours are not certain."""
    days: dict[int, list[str]] = {}
    for time in times or ():
        days.setdefault(time.day, []).append(f"{clock(time.opens)}–{clock(time.closes)}")
    return [(str(DAYS[day + 1][1]), ", ".join(spans)) for day, spans in sorted(days.items())]


def _phone_link(phone: str) -> str:
    first = phone.partition(";")[0]
    return "".join(sign for sign in first if sign.isdigit() or sign == "+")


def _website_link(address: str) -> str:
    if not address or " " in address:
        return ""
    return address if address.startswith(("https://", "http://")) else f"https://{address}"


def _map_link(service: ServiceCard) -> str:
    if service.place is None or not service.place_is_exact:
        return ""
    latitude, longitude = service.place
    return f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=17/{latitude:.5f}/{longitude:.5f}"
