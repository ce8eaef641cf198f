"""What a person agrees to, and takes back."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import How, Purpose
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


def test_a_yes_is_kept_with_its_evidence_and_renewed(cast):
    case_id = scenes.case(cast)
    person_id = reads.case(cast.worker, case_id).person_id
    first = actions.give_consent(
        case_id=case_id,
        purpose=Purpose.SHARE,
        how=How.SIGNED,
        words="Only the garden group",
        given_on=dt.date(2026, 3, 1),
        expires_on=dt.date(2026, 3, 15),
        by=cast.worker,
        at=NOON,
    )
    [soon] = reads.consents_running_out(cast.worker, NOON, 7, cast.worker.id)
    assert (soon.consent.id, soon.case_id, soon.initials) == (first, case_id, "M.A.")
    assert reads.consents_running_out(cast.other_worker, NOON, 7, cast.other_worker.id) == []
    assert reads.consents_running_out(cast.worker, NOON, 1) == []
    second = actions.renew_consent(
        consent_id=first, expires_on=dt.date(2027, 3, 1), by=cast.worker, at=NOON + HOUR
    )
    assert reads.consents_running_out(cast.worker, NOON, 7) == []
    new, old = reads.consents_of(cast.worker, person_id, NOON + HOUR)
    assert (new.id, old.renewed, old.how, old.words) == (second, True, How.SIGNED, "Only the garden group")
    assert old.given_at.date() == dt.date(2026, 3, 1)
    with pytest.raises(IllegalStep):
        actions.renew_consent(consent_id=first, by=cast.worker, at=NOON + HOUR)
    with pytest.raises(Invalid):
        actions.give_consent(
            case_id=case_id, purpose=Purpose.SHARE, given_on=dt.date(2026, 3, 13), by=cast.worker, at=NOON
        )
