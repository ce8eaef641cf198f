"""Questions to the referrer, answers, and what they are told: never more than the person agreed to."""

import datetime as dt
from typing import Any

import pytest
from django.core.signing import Signer

from linkwork.casework import access, actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.programmes import reads as standing
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

DAY = dt.timedelta(days=1)
FROM = {"referrer_email": "nurse@elm.example", "referrer_organisation": "Elm Street"}


def by_link(cast, referral_id):
    return Viewer(Kind.PARTNER, id=referral_id, programme_id=cast.programme_id)


def tell(cast, referral_id, **more):
    usual: dict[str, Any] = {"occasion": Occasion.ASKED, "shares": False, "way": Way.MAIL}
    usual["text"] = "It has been answered."
    return actions.tell_referrer(referral_id=referral_id, by=cast.worker, at=NOON, **usual | more)


@pytest.fixture
def supported(cast):
    """(referral, case) of somebody who agreed that the practice is told."""
    referral_id = scenes.referral(cast, **FROM)
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.worker, at=NOON
    )
    consent_id = actions.give_consent(
        case_id=case_id, purpose=Purpose.REPORT_BACK, recipient="elm street", by=cast.worker, at=NOON
    )
    return referral_id, case_id, consent_id


def test_a_question_is_asked_and_answered_by_link(cast):
    referral_id = scenes.referral(cast, **FROM)
    question_id = actions.ask_referrer(referral_id=referral_id, words="Which floor?", by=cast.worker, at=NOON)
    viewer = by_link(cast, referral_id)
    [asked] = reads.followed(viewer, referral_id, NOON).questions
    assert (asked.words, asked.answer, asked.asked_by) == ("Which floor?", "", "Amal Haddad")
    actions.answer_question(question_id=question_id, words="The second", by=viewer, at=NOON + DAY)
    [asked] = reads.questions_to_referrer(cast.worker, referral_id)
    assert (asked.answer, asked.answered_on) == ("The second", (NOON + DAY).date())
    with pytest.raises(IllegalStep):
        actions.answer_question(question_id=question_id, words="The third", by=viewer, at=NOON + DAY)
    [letter] = standing.letters_about(cast.manager, referral_id)
    assert (letter.kind, letter.to) == ("casework.question", "nurse@elm.example")


def test_what_cannot_be_asked_or_answered_is_refused(cast):
    silent, referral_id = scenes.referral(cast), scenes.referral(cast, **FROM)
    with pytest.raises(Refused):
        actions.ask_referrer(referral_id=silent, words="Why?", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.ask_referrer(referral_id=referral_id, words=" ", by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.ask_referrer(referral_id=referral_id, words="Why?", by=cast.outsider, at=NOON)
    with pytest.raises(NotAllowed):
        actions.ask_referrer(referral_id=referral_id, words="Why?", by=scenes.referrer(cast), at=NOON)
    question_id = actions.ask_referrer(referral_id=referral_id, words="Why?", by=cast.worker, at=NOON)
    with pytest.raises(NotAllowed):
        actions.answer_question(question_id=question_id, words="x", by=by_link(cast, silent), at=NOON)
    with pytest.raises(Invalid):
        actions.answer_question(question_id=question_id, words="", by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.answer_question(question_id=cast.site_id, words="x", by=cast.worker, at=NOON)


def test_without_consent_only_that_it_was_answered_goes(cast):
    referral_id = scenes.referral(cast, **FROM)
    case_id = actions.accept_referral(referral_id=referral_id, by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        tell(cast, referral_id, shares=True, text="She goes to the garden group.")
    tell(cast, referral_id, occasion=Occasion.ACCEPTED)
    [news] = reads.news_of(cast.manager, referral_id)
    assert (news.occasion, news.shares, news.way, news.told_by) == (
        Occasion.ACCEPTED,
        False,
        Way.MAIL,
        "Amal Haddad",
    )
    actions.give_consent(
        case_id=case_id, purpose=Purpose.REPORT_BACK, recipient="Another practice", by=cast.worker, at=NOON
    )
    assert not reads.may_tell(cast.worker, referral_id, at=NOON)


def test_consent_taken_back_takes_the_news_back(cast, supported):
    referral_id, _case_id, consent_id = supported
    viewer = by_link(cast, referral_id)
    tell(cast, referral_id, shares=True, text="She goes to the garden group.")
    tell(cast, referral_id)
    assert len(reads.followed(viewer, referral_id, NOON).news) == 2
    actions.withdraw_consent(consent_id=consent_id, by=cast.worker, at=NOON + DAY)
    [left] = reads.followed(viewer, referral_id, NOON + DAY).news
    assert not left.shares
    with pytest.raises(Refused):
        actions.tell_referrer(
            referral_id=referral_id,
            occasion=Occasion.CLOSED,
            text="More",
            shares=True,
            way=Way.MAIL,
            by=cast.worker,
            at=NOON + DAY,
        )
    assert [one.what for one in trail.steps_about(cast.manager, referral_id)].count(
        "casework.tell_referrer"
    ) == 2


def test_what_cannot_be_told_is_refused(cast):
    silent = scenes.referral(cast)
    with pytest.raises(Invalid):
        tell(cast, silent, occasion=Occasion.CLOSED, way=Way.PAPER)
    with pytest.raises(Refused):
        tell(cast, silent)
    with pytest.raises(Invalid):
        tell(cast, silent, text=" ", way=Way.PAPER)
    tell(cast, silent, way=Way.PAPER)
    assert standing.letters_about(cast.manager, silent) == []
    with pytest.raises(NotFound):
        actions.tell_referrer(
            referral_id=silent,
            occasion=Occasion.ASKED,
            text="x",
            shares=False,
            way=Way.PAPER,
            by=cast.outsider,
            at=NOON,
        )


def test_a_link_opens_one_referral_until_its_last_day(cast):
    mine, other = scenes.referral(cast, **FROM), scenes.referral(cast, **FROM)
    token = access.referrer_token(mine, cast.programme_id, NOON.date())
    viewer = access.open_referrer_link(token, NOON.date())
    seen = reads.followed(viewer, mine, NOON)
    assert (seen.received_on, seen.answered_on, seen.may_withdraw) == (NOON.date(), None, True)
    with pytest.raises(NotAllowed):
        reads.followed(viewer, other, NOON)
    with pytest.raises(NotAllowed):
        reads.news_of(viewer, mine)
    with pytest.raises(Refused):
        access.open_referrer_link(token, (NOON + DAY).date())
    for forged in ("", "x", token[:-1], Signer(salt=access.REFERRER, sep="~").sign("short")):
        with pytest.raises(Refused):
            access.open_referrer_link(forged, NOON.date())
    gone = Viewer(Kind.PARTNER, id=cast.site_id, programme_id=cast.programme_id)
    with pytest.raises(NotFound):
        reads.followed(gone, cast.site_id, NOON)
