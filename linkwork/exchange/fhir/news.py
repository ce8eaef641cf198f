"""A letter to the referrer as a FHIR file: where their request stands, and the letter itself, word for word."""

import datetime as dt
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from linkwork.casework.reads import Followed, NewsCard
from linkwork.casework.rules.states import ReferralState
from linkwork.exchange.fhir.statuses import NEEDS_REASON, of_referral
from linkwork.exchange.fhir.writing.asking import Order, service_request, task
from linkwork.exchange.fhir.writing.bundle import bundle
from linkwork.exchange.fhir.writing.parts import CASE_SYSTEM, Resource, points_at
from linkwork.exchange.fhir.writing.people import Subject, organization, patient
from linkwork.programmes.reads import ProgrammeCard


def news_bundle(followed: Followed, news: NewsCard, home: ProgrammeCard, at: dt.datetime) -> Resource:
    """The referrer's own request and its Task, which says what the letter says and no more.

    The Patient has no name: the referrer knows whom they sent, by their own request's identifier. Whether a case runs
    or has ended is in the letter, where the person agreed to it, and nowhere else.
    """
    us = organization(home.id, home.name)
    order = _order(followed, news, us, at)
    said = task(order) | {"note": [{"text": news.text}]}
    return bundle(
        [patient(Subject(followed.person_id)), us, service_request(order), said], at, f"news:{news.id}"
    )


def _status(followed: Followed, news: NewsCard) -> str:
    """Without the person's yes it stays "requested", taken on or not wanted: the letter tells the two not apart."""
    if not news.shares and (followed.not_wanted or followed.state is ReferralState.ACCEPTED):
        return of_referral(ReferralState.RECEIVED, None)
    return of_referral(followed.state, None)


def _order(followed: Followed, news: NewsCard, us: Resource, at: dt.datetime) -> Order:
    status = _status(followed, news)
    system, value = followed.outside or (CASE_SYSTEM, str(followed.id))
    begun = dt.datetime.combine(followed.received_on, dt.time(), tzinfo=at.tzinfo)
    told = dt.datetime.combine(news.told_on, dt.time(), tzinfo=at.tzinfo)
    return Order(
        id=followed.id,
        task_id=uuid5(followed.id, "task"),
        system=system,
        value=value,
        person_id=followed.person_id,
        status=status,
        authored_at=begun,
        changed_at=told,
        what=_("Support by a link worker"),
        asks=points_at(followed.person_id, "Patient"),
        asked=points_at(UUID(us["id"]), "Organization", us["name"]),
        reason=_("See the letter.") if status in NEEDS_REASON else "",
    )
