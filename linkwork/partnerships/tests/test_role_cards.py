"""The role card by version, who has read it, and the question that comes back each year."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Ask
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

YEAR = dt.timedelta(days=365)
SAID = {"does": "Listens\n\n Finds a way ", "does_not": "Therapy", "reach": "01 23"}


def reed(cast: Cast, email: str = "reed@example.org") -> tuple[UUID, Viewer]:
    """(contact's id, viewer) of somebody at a partner."""
    contact_id = actions.add_contact(
        partner_id=partner(cast.worker), name="Ms Reed", email=email, by=cast.worker, at=NOON
    )
    token = actions.make_partner_link(contact_id=contact_id, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
    return contact_id, reads.partners_own(token, NOON).viewer


def test_versions_and_who_read_which(cast: Cast) -> None:
    contact_id, theirs = reed(cast)
    with pytest.raises(NotFound):
        actions.acknowledge_role_card(name="J. Reed", by=theirs, at=NOON)
    actions.publish_role_card(**SAID, by=cast.manager, at=NOON)
    with pytest.raises(Invalid):
        actions.acknowledge_role_card(name=" ", by=theirs, at=NOON)
    first = actions.acknowledge_role_card(name="J. Reed", by=theirs, at=NOON)
    assert actions.acknowledge_role_card(name="Other", by=theirs, at=NOON) == first
    [known] = reads.who_knows_the_role(cast.worker)
    assert (known.contact_id, known.version, known.signed, known.clarity) == (contact_id, 1, "J. Reed", None)
    actions.publish_role_card(**SAID, by=cast.manager, at=NOON)
    newest, before = reads.role_cards(cast.supervisor)
    assert (newest.number, before.number, newest.does) == (2, 1, ("Listens", "Finds a way"))
    actions.acknowledge_role_card(name="J. Reed", by=theirs, at=NOON)
    assert reads.who_knows_the_role(cast.worker)[0].version == 2


def test_a_manager_says_what_the_role_is(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.publish_role_card(**SAID, by=cast.worker, at=NOON)
    with pytest.raises(Invalid) as refusal:
        actions.publish_role_card(does=" ", does_not="", reach="x", by=cast.manager, at=NOON)
    assert set(refusal.value.errors) == {"does", "does_not"}


def test_clarity_is_said_once_a_day(cast: Cast) -> None:
    _contact, theirs = reed(cast)
    with pytest.raises(Invalid):
        actions.say_clarity(score=6, by=theirs, at=NOON)
    first = actions.say_clarity(score=2, words="Housing?", by=theirs, at=NOON)
    assert actions.say_clarity(score=4, by=theirs, at=NOON) == first
    [known] = reads.who_knows_the_role(cast.worker)
    assert (known.clarity, known.clarity_on, known.words) == (4, TODAY, "")
    with pytest.raises(NotAllowed):
        actions.say_clarity(score=4, by=cast.worker, at=NOON)


def test_the_question_comes_back_each_year(cast: Cast) -> None:
    contact_id, theirs = reed(cast)
    by = system(cast.programme_id)
    assert reads.clarity_due(by, NOON + YEAR) == []  # never read it
    assert not actions.ask_clarity(contact_id=contact_id, by=by, at=NOON + YEAR)
    actions.publish_role_card(**SAID, by=cast.manager, at=NOON)
    actions.acknowledge_role_card(name="J. Reed", by=theirs, at=NOON)
    assert reads.clarity_due(by, NOON + YEAR - dt.timedelta(days=1)) == []
    assert reads.clarity_due(by, NOON + YEAR) == [contact_id]
    assert actions.ask_clarity(contact_id=contact_id, by=by, at=NOON + YEAR)
    assert not actions.ask_clarity(contact_id=contact_id, by=by, at=NOON + YEAR)
    assert reads.clarity_due(by, NOON + YEAR) == []
    assert reads.clarity_due(by, NOON + 2 * YEAR) == [contact_id]
    [letter] = programmes.waiting_letters(by, NOON + YEAR)
    own = reads.partners_own(letter.token, NOON + YEAR)
    assert (letter.kind, own.asks, own.read_on) == ("partnerships.clarity", Ask.CLARITY, TODAY)
    actions.say_clarity(score=5, by=own.viewer, at=NOON + YEAR)
    assert reads.clarity_due(by, NOON + 2 * YEAR - dt.timedelta(days=1)) == []


def test_who_left_or_has_no_address_is_not_asked(cast: Cast) -> None:
    contact_id, theirs = reed(cast, email="")
    actions.say_clarity(score=3, by=theirs, at=NOON)
    by = system(cast.programme_id)
    assert reads.clarity_due(by, NOON + YEAR) == []
    for nobody in (contact_id, new_id()):
        assert not actions.ask_clarity(contact_id=nobody, by=by, at=NOON + YEAR)
    with pytest.raises(NotAllowed):
        actions.ask_clarity(contact_id=contact_id, by=cast.supervisor, at=NOON + YEAR)
