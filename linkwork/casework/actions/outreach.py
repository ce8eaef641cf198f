"""Logging time where people are, talks with people who gave no name, and the support that begins there."""

import datetime as dt
from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.actions.parts.checks import check_term, worker_of
from linkwork.casework.actions.parts.encounters import check_encounter
from linkwork.casework.actions.receiving import receive_referral
from linkwork.casework.models import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail

LONGEST = dt.timedelta(hours=24)
MOST_PEOPLE = 10_000


@action
def log_presence(
    *,
    started_at: dt.datetime,
    ended_at: dt.datetime,
    by: Viewer,
    at: dt.datetime,
    site_id: UUID | None = None,
    place: str = "",
    people_met: int = 0,
    adults: int | None = None,
    children: int | None = None,
    languages: Mapping[str, int] | None = None,
    note: str = "",
) -> UUID:
    """Log outreach time at a site or a place in words, which may have met nobody; its id. Raises Invalid by field.

    `languages` maps a code of the list to how many people spoke it.
    """
    check_may_see_people(by)
    spoken = {code: people for code, people in (languages or {}).items() if people}
    _check_presence(started_at, ended_at, site_id, place, people_met, adults, children, by, at)
    for code, people in spoken.items():
        check_term("languages", "languages", code, by.programme)
        if not 0 < people <= people_met:
            raise Invalid({"languages": _("Enter at most as many as you met.")})
    row = Presence.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        worker_id=worker_of(by),
        site_id=site_id,
        place=place.strip(),
        started_at=started_at,
        ended_at=ended_at,
        people_met=people_met,
        adults=adults,
        children=children,
        note=note.strip(),
    )
    PresenceLanguage.objects.bulk_create(
        PresenceLanguage(
            programme_id=by.programme, created_at=at, presence_id=row.id, language=code, people=people
        )
        for code, people in sorted(spoken.items())
    )
    detail: dict[str, object] = {"people_met": people_met}
    trail.record(by=by, at=at, what="casework.log_presence", about="presence", about_id=row.id, detail=detail)
    return row.id


def _check_presence(
    started_at: dt.datetime,
    ended_at: dt.datetime,
    site_id: UUID | None,
    place: str,
    people_met: int,
    adults: int | None,
    children: int | None,
    by: Viewer,
    at: dt.datetime,
) -> None:
    errors = {}
    if not started_at < ended_at <= started_at + LONGEST:
        errors["ended_at"] = _("Enter an end after the beginning, on the same day or the next.")
    elif started_at > at:
        errors["started_at"] = _("Enter a time that is not in the future.")
    if site_id is None and not place.strip():
        errors["place"] = _("Say where you were.")
    if site_id is not None and site_id not in {site.id for site in programmes.sites(by)}:
        errors["site"] = _("Choose one of the programme’s sites.")
    if not 0 <= people_met <= MOST_PEOPLE:
        errors["people_met"] = _("Enter a number from 0 to %(most)s.") % {"most": MOST_PEOPLE}
    elif min(adults or 0, children or 0) < 0 or (adults or 0) + (children or 0) > people_met:
        errors["adults"] = _("Adults and children together are more than the people you met.")
    if errors:
        raise Invalid(errors)


@action
def log_anonymous(
    *,
    occurred_at: dt.datetime,
    by: Viewer,
    at: dt.datetime,
    presence_id: UUID | None = None,
    site_id: UUID | None = None,
    minutes: int | None = None,
    language: str = "",
    topics: Collection[str] = (),
    note: str = "",
) -> UUID:
    """Log a talk with somebody who gave no name, at a presence or by itself; its id. Raises Invalid, NotFound."""
    check_may_see_people(by)
    how = Encounter(
        occurred_at, "met", minutes=minutes, site_id=site_id, language=language, topics=tuple(topics)
    )
    check_encounter(how, by, at)
    if presence_id is not None:
        presence = Presence.objects.filter(programme_id=by.programme, id=presence_id).first()
        if presence is None:
            raise NotFound(_("There is no such presence in this programme."))
        site_id = site_id or presence.site_id
    row = AnonymousContact.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        presence_id=presence_id,
        worker_id=worker_of(by),
        site_id=site_id,
        occurred_at=occurred_at,
        minutes=minutes,
        language=language,
        note=note.strip(),
    )
    AnonymousTerm.objects.bulk_create(
        AnonymousTerm(
            programme_id=by.programme, created_at=at, contact_id=row.id, list="contact_topics", term=term
        )
        for term in sorted(set(topics))
    )
    trail.record(by=by, at=at, what="casework.log_anonymous", about="anonymous_contact", about_id=row.id)
    return row.id


@action
def refer_from_encounter(
    *,
    anonymous_id: UUID,
    details: PersonDetails,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
) -> UUID:
    """The person met without a name wants support and gives one: begin their referral; its id.

    The talk stays anonymous and is tied to the referral, so that outreach can be followed. Raises Refused where it
    led to one already, Invalid by field.
    """
    check_may_see_people(by)
    rows = AnonymousContact.objects.select_for_update()
    row = rows.filter(programme_id=by.programme, id=anonymous_id).first()
    if row is None:
        raise NotFound(_("There is no such talk in this programme."))
    if row.referral_id is not None:
        raise Refused(_("This talk has led to a referral already."))
    row.referral_id = receive_referral(
        details=details, source="outreach", wants=wants, agreed=True, by=by, at=at
    )
    row.save(update_fields=["referral"])
    detail: dict[str, object] = {"referral": str(row.referral_id)}
    trail.record(
        by=by,
        at=at,
        what="casework.refer_from_encounter",
        about="anonymous_contact",
        about_id=row.id,
        detail=detail,
    )
    return row.referral_id
