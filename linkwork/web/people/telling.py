"""Telling a referrer: the letter is composed, kept word for word, and handed to the post."""

import datetime as dt
from uuid import UUID

from linkwork.casework import actions, reads
from linkwork.casework.reads import ReferralCard
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.exchange import mail
from linkwork.exchange.news import Letter, Parts, compose
from linkwork.programmes.reads import Standing

NOTHING_MORE = Parts(arranged=False, outcome=False)


def letter_for(
    standing: Standing, card: ReferralCard, occasion: Occasion, parts: Parts, at: dt.datetime
) -> Letter:
    """The letter as it would go now."""
    agreed = reads.may_tell(standing.viewer, card.id, at=at)
    if standing.programme is None:
        raise LookupError("A letter comes from a programme.")
    return compose(standing.viewer, card, standing.programme, occasion=occasion, agreed=agreed, parts=parts)


def tell(
    standing: Standing, referral_id: UUID, occasion: Occasion, letter: Letter, way: Way, at: dt.datetime
) -> UUID:
    """Send or print the letter; the id of what was told."""
    news_id = actions.tell_referrer(
        referral_id=referral_id,
        occasion=occasion,
        text=letter.text,
        shares=letter.shares,
        way=way,
        by=standing.viewer,
        at=at,
    )
    if way is Way.MAIL:
        mail.deliver_waiting(at, standing.viewer.programme)
    return news_id


def tell_answered(standing: Standing, referral_id: UUID, occasion: Occasion, at: dt.datetime) -> None:
    """Write that the referral was answered; without consent nothing else is in it."""
    card = reads.referral(standing.viewer, referral_id, at)
    letter = letter_for(standing, card, occasion, NOTHING_MORE, at)
    tell(standing, referral_id, occasion, letter, Way.MAIL, at)
