"""Both sides say how it stands; a partner's link opens its own page and nothing else."""

import datetime as dt
from typing import Any

import pytest
from django.core.signing import Signer

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer, system
from linkwork.partnerships import actions, reads
from linkwork.partnerships.actions.links import LIVES
from linkwork.partnerships.models import PartnerLink
from linkwork.partnerships.rules import Answers, Ask, Side
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.programmes import reads as programmes
from linkwork.programmes.private_links import signed
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)
FINE, POOR = Answers(5, 4, 4, 4), Answers(1, 2, 1, 1)


def came(cast: Cast, asks: Ask = Ask.RELATIONSHIP) -> tuple[Viewer, str]:
    """(viewer, token) of somebody at a partner."""
    contact_id = actions.add_contact(
        partner_id=partner(cast.worker), name="Ms Reed", email="reed@example.org", by=cast.worker, at=NOON
    )
    token = actions.make_partner_link(contact_id=contact_id, asks=asks, by=cast.worker, at=NOON)
    return reads.partners_own(token, NOON).viewer, token


def test_both_sides_stand_beside_each_other(cast: Cast) -> None:
    theirs, token = came(cast)
    own = reads.partners_own(token, NOON)
    assert (own.partner_name, own.contact_name, own.card, own.read_on) == (
        "Hill primary school",
        "Ms Reed",
        None,
        None,
    )
    actions.rate_partner(
        partner_id=own.partner_id, answers=FINE, rated_on=TODAY - DAY, by=cast.worker, at=NOON
    )
    first = actions.answer_as_partner(answers=FINE, by=theirs, at=NOON)
    assert actions.answer_as_partner(answers=POOR, changed="Nobody came", by=theirs, at=NOON) == first
    ours, said = reads.ratings(cast.supervisor, own.partner_id)
    assert (ours.side, ours.who, ours.answers.strength) == (Side.US, "Amal Haddad", 4.5)
    assert (said.side, said.who, said.answers, said.changed) == (Side.THEM, "Ms Reed", POOR, "Nobody came")


def test_ratings_are_refused(cast: Cast) -> None:
    said: dict[str, Any] = {"partner_id": partner(cast.worker), "answers": FINE, "at": NOON}
    with pytest.raises(Invalid):
        actions.rate_partner(rated_on=TODAY + DAY, by=cast.worker, **said)
    with pytest.raises(NotAllowed):
        actions.rate_partner(rated_on=TODAY, by=cast.supervisor, **said)
    with pytest.raises(NotFound):
        actions.rate_partner(rated_on=TODAY, by=cast.outsider, **said)
    strangers = [
        cast.worker,
        system(cast.programme_id),
        Viewer(Kind.PARTNER, programme_id=cast.programme_id),
        Viewer(Kind.PARTNER, id=new_id(), programme_id=cast.programme_id),
    ]
    for stranger in strangers:
        with pytest.raises(NotAllowed):
            actions.answer_as_partner(answers=FINE, by=stranger, at=NOON)


def test_a_link_opens_until_it_runs_out_or_is_ended(cast: Cast) -> None:
    theirs, token = came(cast)
    own = reads.partners_own(token, NOON)
    with pytest.raises(Refused):
        reads.partners_own(token, NOON + LIVES)
    with pytest.raises(NotAllowed):
        actions.answer_as_partner(answers=FINE, by=theirs, at=NOON + LIVES)
    wrong_key = signed(PartnerLink.salt, cast.programme_id, theirs.id or new_id(), "another")
    for wrong in (token + "x", Signer(salt=PartnerLink.salt, sep="~").sign("no ids"), wrong_key):
        with pytest.raises(Refused):
            reads.partners_own(wrong, NOON)
    with pytest.raises(NotFound):
        actions.revoke_partner_links(partner_id=own.partner_id, by=cast.outsider, at=NOON)
    [link] = reads.open_links(cast.worker, own.partner_id, NOON)
    assert (link.contact_name, link.asks) == ("Ms Reed", Ask.RELATIONSHIP)
    assert actions.revoke_partner_links(partner_id=own.partner_id, by=cast.worker, at=NOON) == 1
    with pytest.raises(Refused):
        reads.partners_own(token, NOON)


def test_a_partner_reads_nothing_else(cast: Cast) -> None:
    theirs, _token = came(cast)
    with pytest.raises(NotAllowed):
        reads.partner_names(theirs)
    with pytest.raises(NotAllowed):
        reads.role_cards(theirs)
    with pytest.raises(NotAllowed):
        partner(theirs, "Another")


def test_a_link_is_sent_by_letter(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    with_address, without = (
        actions.add_contact(partner_id=partner_id, name=name, email=email, by=cast.worker, at=NOON)
        for name, email in (("A", "a@example.org"), ("B", ""))
    )
    actions.send_partner_link(contact_id=with_address, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
    [letter] = programmes.waiting_letters(system(cast.programme_id), NOON)
    assert (letter.kind, letter.to) == ("partnerships.role_card", "a@example.org")
    assert reads.partners_own(letter.token, NOON).asks is Ask.ROLE_CARD
    with pytest.raises(Invalid):
        actions.send_partner_link(contact_id=without, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
