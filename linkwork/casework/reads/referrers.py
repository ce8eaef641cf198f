"""What went between the programme and the referrer, and what may be said to them?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_may_follow,
    check_may_see_people,
    seen_by,
)
from linkwork.casework.models import Consent, Referral, ReferralNews, ReferralQuestion
from linkwork.casework.rules import consent as rules
from linkwork.casework.rules.consent import Given, Purpose
from linkwork.casework.rules.referral_codes import BY_THE_PERSON
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.casework.rules.states import ReferralState
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class QuestionAsked:
    """Something asked of the referrer; `answered_on` is None while the answer is missing."""

    id: UUID
    words: str
    asked_on: dt.date
    asked_by: str
    answer: str
    answered_on: dt.date | None


@dataclass(frozen=True)
class NewsCard:
    """What the referrer was told, word for word."""

    id: UUID
    occasion: Occasion
    way: Way
    shares: bool
    text: str
    told_on: dt.date
    told_by: str


@dataclass(frozen=True)
class Followed:
    """A referral as the referrer may see it. `news` holds only what the person agrees to at this moment.

    `not_wanted`: the answer was the person's own no, which the referrer is not told. `outside` is (system, id) of the
    system it came from, None where it did not come from one.
    """

    id: UUID
    person_id: UUID
    state: ReferralState
    outside: tuple[str, str] | None
    received_on: dt.date
    answered_on: dt.date | None
    may_withdraw: bool
    not_wanted: bool
    questions: list[QuestionAsked]
    news: list[NewsCard]


def may_tell(viewer: Viewer, referral_id: UUID, *, at: dt.datetime) -> bool:
    """Whether the person agrees now that this referrer is told how it goes. Two questions of the database."""
    check_may_follow(viewer, referral_id)
    row = Referral.objects.filter(seen_by(viewer), programme_id=viewer.programme, id=referral_id).first()
    return row is not None and _agreed(row, at)


def questions_to_referrer(viewer: Viewer, referral_id: UUID) -> list[QuestionAsked]:
    """What the referrer was asked, oldest first. One question of the database."""
    check_may_follow(viewer, referral_id)
    rows = ReferralQuestion.objects.filter(
        seen_by(viewer, "referral__person_id"), programme_id=viewer.programme, referral_id=referral_id
    )
    return [_question(row) for row in rows.select_related("worker").order_by("created_at", "id")]


def news_of(viewer: Viewer, referral_id: UUID) -> list[NewsCard]:
    """What the referrer was told, newest first. One question of the database."""
    check_may_see_people(viewer)
    return _news(viewer, referral_id)


def followed(viewer: Viewer, referral_id: UUID, at: dt.datetime) -> Followed:
    """The referral for its referrer's own page. Raises NotFound. Four questions of the database.

    What rests on the person's consent is left out as soon as they take it back.
    """
    check_may_follow(viewer, referral_id)
    row = Referral.objects.filter(seen_by(viewer), programme_id=viewer.programme, id=referral_id).first()
    if row is None:
        raise NotFound(_("There is no such referral in this programme."))
    told = _news(viewer, referral_id)
    agreed = any(one.shares for one in told) and _agreed(row, at)
    return Followed(
        id=row.id,
        person_id=row.person_id,
        state=ReferralState(row.state),
        outside=(row.outside_system, row.outside_id) if row.outside_id else None,
        received_on=timezone.localdate(row.received_at),
        answered_on=timezone.localdate(row.answered_at) if row.answered_at else None,
        may_withdraw=row.state == ReferralState.RECEIVED,
        not_wanted=row.reason == BY_THE_PERSON,
        questions=questions_to_referrer(viewer, referral_id),
        news=[one for one in told if agreed or not one.shares],
    )


def _agreed(row: Referral, at: dt.datetime) -> bool:
    found = Consent.objects.filter(
        programme_id=row.programme_id, person_id=row.person_id, purpose=Purpose.REPORT_BACK
    )
    given = [
        Given(Purpose(one.purpose), one.recipient, one.given_at, one.expires_on, one.withdrawn_at)
        for one in found
    ]
    return rules.may_share(given, Purpose.REPORT_BACK, row.referrer_organisation, at)


def _news(viewer: Viewer, referral_id: UUID) -> list[NewsCard]:
    rows = ReferralNews.objects.filter(
        seen_by(viewer, "referral__person_id"), programme_id=viewer.programme, referral_id=referral_id
    )
    return [
        NewsCard(
            id=row.id,
            occasion=Occasion(row.occasion),
            way=Way(row.way),
            shares=row.shares,
            text=row.text,
            told_on=timezone.localdate(row.created_at),
            told_by=row.worker.name if row.worker else "",
        )
        for row in rows.select_related("worker").order_by("-created_at", "-id")
    ]


def _question(row: ReferralQuestion) -> QuestionAsked:
    return QuestionAsked(
        id=row.id,
        words=row.words,
        asked_on=timezone.localdate(row.created_at),
        asked_by=row.worker.name if row.worker else "",
        answer=row.answer,
        answered_on=timezone.localdate(row.answered_at) if row.answered_at else None,
    )
