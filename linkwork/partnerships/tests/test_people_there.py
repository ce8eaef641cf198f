"""People at a partner come, change, leave; champions are followed; a partner is put right."""

import datetime as dt
from typing import Any

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.directory import actions as directory
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Ask, Sector
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)


def test_a_partner_is_put_right(cast: Cast) -> None:
    partner_id, _other = partner(cast.worker), partner(cast.worker, "Library")
    change: dict[str, Any] = {
        "partner_id": partner_id,
        "sector": Sector.HEALTH,
        "note": "",
        "by": cast.worker,
        "at": NOON,
    }
    with pytest.raises(Invalid):
        actions.change_partner(name="Library", **change)
    actions.change_partner(name="Hill primary school", **change)  # its own name is not taken
    actions.change_partner(name="Hill clinic", **change)
    assert reads.partner_head(cast.supervisor, partner_id).name == "Hill clinic"
    with pytest.raises(NotFound):
        actions.change_partner(name="A", **(change | {"partner_id": new_id()}))
    with pytest.raises(NotAllowed):
        actions.change_partner(name="A", **(change | {"by": cast.supervisor}))


def test_a_partner_is_linked_later(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    organisation = directory.add_organisation(name="School board", by=cast.worker, at=NOON)
    actions.link_organisation(partner_id=partner_id, organisation_id=organisation, by=cast.worker, at=NOON)
    assert reads.partner_head(cast.worker, partner_id).organisation_id == organisation
    actions.link_organisation(partner_id=partner_id, organisation_id=None, by=cast.worker, at=NOON)
    assert reads.partner_head(cast.worker, partner_id).organisation_id is None
    with pytest.raises(NotFound):
        actions.link_organisation(partner_id=partner_id, organisation_id=new_id(), by=cast.worker, at=NOON)


def test_a_contact_is_put_right(cast: Cast) -> None:
    contact_id = actions.add_contact(partner_id=partner(cast.worker), name="A", by=cast.worker, at=NOON)
    said: dict[str, Any] = {
        "part": "Head",
        "phone": "1",
        "email": "a@example.org",
        "by": cast.worker,
        "at": NOON,
    }
    actions.change_contact(contact_id=contact_id, name=" B ", **said)
    _partner, card = reads.contact(cast.worker, contact_id)
    assert (card.name, card.part, card.champion_id) == ("B", "Head", None)
    with pytest.raises(Invalid):
        actions.change_contact(contact_id=contact_id, name=" ", **said)
    with pytest.raises(NotFound):
        actions.change_contact(contact_id=new_id(), name="A", **said)
    with pytest.raises(NotFound):
        reads.contact(cast.outsider, contact_id)


def test_who_leaves_is_followed_and_loses_their_links(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    first, second = (
        actions.add_contact(partner_id=partner_id, name=name, by=cast.worker, at=NOON) for name in "AB"
    )
    actions.name_champion(
        contact_id=first, since=TODAY - 9 * DAY, does="Opens doors", by=cast.worker, at=NOON
    )
    token = actions.make_partner_link(contact_id=first, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
    leaves: dict[str, Any] = {
        "contact_id": first,
        "reason": "Moved",
        "successor_id": second,
        "by": cast.worker,
        "at": NOON,
    }
    with pytest.raises(Invalid):
        actions.contact_left(left_on=TODAY - 20 * DAY, **leaves)
    actions.contact_left(left_on=TODAY, **leaves)
    [still] = reads.people_at(cast.worker, partner_id)
    assert reads.partner(cast.worker, partner_id).contacts == (still,)
    assert (still.name, still.champion_since, still.does) == ("B", TODAY, "Opens doors")
    left, [past] = reads.people_before(cast.worker, partner_id)
    assert (past.name, past.until, past.reason, past.successor) == ("A", TODAY, "Moved", "B")
    assert [one.name for one in left] == ["A"]
    assert reads.open_links(cast.worker, partner_id, NOON) == []
    with pytest.raises(Refused, match="does not open"):
        reads.partners_own(token, NOON)
    with pytest.raises(NotFound):
        actions.contact_left(left_on=TODAY, **leaves)


def test_who_is_no_champion_just_leaves(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    contact_id = actions.add_contact(partner_id=partner_id, name="A", by=cast.worker, at=NOON)
    actions.contact_left(contact_id=contact_id, left_on=TODAY, by=cast.worker, at=NOON)
    left, champions = reads.people_before(cast.worker, partner_id)
    assert ([one.name for one in left], champions) == (["A"], ())


def test_a_successor_is_somebody_else_of_the_partner(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    first, second = (
        actions.add_contact(partner_id=partner_id, name=name, by=cast.worker, at=NOON) for name in "AB"
    )
    elsewhere = actions.add_contact(
        partner_id=partner(cast.worker, "Library"), name="C", by=cast.worker, at=NOON
    )
    champion = actions.name_champion(contact_id=first, since=TODAY, by=cast.worker, at=NOON)
    actions.name_champion(contact_id=second, since=TODAY, by=cast.worker, at=NOON)
    for wrong in (first, elsewhere):
        with pytest.raises(Invalid):
            actions.end_champion(
                champion_id=champion, until=TODAY, successor_id=wrong, by=cast.worker, at=NOON
            )
    actions.end_champion(champion_id=champion, until=TODAY, successor_id=second, by=cast.worker, at=NOON)
    counted = {one.id: one.champions for one in reads.partners(cast.worker, TODAY).rows}
    assert counted[partner_id] == 1  # who is one already is not named twice


def test_what_a_champion_does_is_put_right(cast: Cast) -> None:
    contact_id = actions.add_contact(partner_id=partner(cast.worker), name="A", by=cast.worker, at=NOON)
    champion = actions.name_champion(contact_id=contact_id, since=TODAY, by=cast.worker, at=NOON)
    actions.change_champion(
        champion_id=champion, since=TODAY - DAY, does=" Sends people ", by=cast.worker, at=NOON
    )
    assert reads.contact(cast.worker, contact_id)[1].does == "Sends people"
    with pytest.raises(NotFound):
        actions.change_champion(champion_id=new_id(), since=TODAY, does="", by=cast.worker, at=NOON)
