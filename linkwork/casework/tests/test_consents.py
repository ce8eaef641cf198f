"""What a person agrees to, and takes back."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.testing.cast import NOON

HOUR = dt.timedelta(hours=1)


def test_a_consent_is_given_and_taken_back(cast):
    case_id = scenes.case(cast)
    person_id = reads.case(cast.worker, case_id).person_id
    consent_id = actions.give_consent(
        case_id=case_id,
        purpose=Purpose.SHARE,
        recipient="Garden group",
        expires_on=dt.date(2026, 9, 1),
        by=cast.worker,
        at=NOON,
    )
    assert reads.may_share(cast.worker, case_id, "share", "garden group", at=NOON)
    assert not reads.may_share(cast.worker, case_id, "share", "Debt advice", at=NOON)
    assert reads.consents_of(cast.worker, person_id, NOON)[0].holds
    actions.withdraw_consent(consent_id=consent_id, by=cast.worker, at=NOON + HOUR)
    assert not reads.may_share(cast.worker, case_id, "share", "garden group", at=NOON + HOUR)
    assert not reads.consents_of(cast.worker, person_id, NOON + HOUR)[0].holds
    with pytest.raises(IllegalStep):
        actions.withdraw_consent(consent_id=consent_id, by=cast.worker, at=NOON + HOUR)


def test_a_consent_that_is_over_already_is_refused(cast):
    with pytest.raises(Invalid):
        actions.give_consent(
            case_id=scenes.case(cast),
            purpose=Purpose.SHARE,
            expires_on=dt.date(2026, 3, 11),
            by=cast.worker,
            at=NOON,
        )


def test_a_consent_nobody_gave_cannot_be_taken_back(cast):
    with pytest.raises(NotFound):
        actions.withdraw_consent(consent_id=cast.site_id, by=cast.worker, at=NOON)


def test_another_programme_may_share_nothing(cast):
    case_id = scenes.case(cast)
    actions.give_consent(case_id=case_id, purpose=Purpose.SHARE, by=cast.worker, at=NOON)
    assert not reads.may_share(cast.outsider, case_id, "share", "x", at=NOON)
