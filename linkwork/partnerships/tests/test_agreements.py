"""Agreements: versions are kept, the newest holds, it is looked at again, it ends."""

import datetime as dt
from functools import partial
from typing import Any

import pytest

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.actions import Terms
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.held import holding

DAY = dt.timedelta(days=1)
BASE: dict[str, Any] = {"we_do": "Come", "they_do": "Open", "starts_on": TODAY, "review_on": TODAY + 90 * DAY}


def test_each_version_is_kept(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    for words in ("First", "Second"):
        actions.make_agreement(
            partner_id=partner_id, terms=Terms(**BASE, words=words), by=cast.worker, at=NOON
        )
    newest, before = reads.agreements(cast.supervisor, partner_id)
    assert (newest.number, newest.words, before.number, before.words) == (2, "Second", 1, "First")
    assert reads.agreement(cast.worker, before.id) == before
    with pytest.raises(IllegalStep):
        actions.keep_agreement(agreement_id=before.id, review_on=TODAY + 200 * DAY, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        reads.agreement(cast.outsider, before.id)


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"we_do": " "}, {"we_do"}),
        ({"they_do": ""}, {"they_do"}),
        ({"review_on": TODAY - DAY}, {"review_on"}),
        ({"shared_what": "Names"}, {"shared_how"}),
        ({"shared_how": "By phone"}, {"shared_what"}),
        ({"signed_by_us": "A"}, {"signed_by_them", "signed_on"}),
        ({"signed_on": TODAY}, {"signed_by_us", "signed_by_them"}),
    ],
)
def test_what_is_missing_is_said(cast: Cast, wrong: dict[str, Any], fields: set[str]) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.make_agreement(
            partner_id=partner(cast.worker), terms=Terms(**(BASE | wrong)), by=cast.worker, at=NOON
        )
    assert set(refusal.value.errors) == fields


def test_it_is_looked_at_again_and_ends(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    one = actions.make_agreement(partner_id=partner_id, terms=Terms(**BASE), by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.keep_agreement(agreement_id=one, review_on=TODAY, by=cast.worker, at=NOON)
    actions.keep_agreement(agreement_id=one, review_on=TODAY + 200 * DAY, by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.end_agreement(agreement_id=one, ended_on=TODAY - DAY, by=cast.worker, at=NOON)
    actions.end_agreement(agreement_id=one, ended_on=TODAY, by=cast.worker, at=NOON)
    [card] = reads.agreements(cast.worker, partner_id)
    assert (card.review_on, card.ended_on) == (TODAY + 200 * DAY, TODAY)
    with pytest.raises(IllegalStep):
        actions.end_agreement(agreement_id=one, ended_on=TODAY, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.end_agreement(agreement_id=new_id(), ended_on=TODAY, by=cast.worker, at=NOON)
    with pytest.raises(NotAllowed):
        actions.make_agreement(partner_id=partner_id, terms=Terms(**BASE), by=cast.supervisor, at=NOON)


def test_versions_are_numbered_by_one_at_a_time(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    partner_id = partner(cast.worker)
    make = partial(
        actions.make_agreement, partner_id=partner_id, terms=Terms(**BASE), by=cast.worker, at=NOON
    )
    assert "Partner" in holding(monkeypatch, make)
    said = {"does": "a", "does_not": "b", "reach": "c"}
    assert "Programme" in holding(
        monkeypatch, partial(actions.publish_role_card, **said, by=cast.manager, at=NOON)
    )
