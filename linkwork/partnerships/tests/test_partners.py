"""Adding partners and contacts, naming champions, noting work together."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.directory import actions as directory
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Practice, Reach, Sector
from linkwork.partnerships.tests.builders import TODAY, partner
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail


def test_a_partner_is_added_and_found(cast: Cast) -> None:
    partner_id = actions.add_partner(
        name=" Hill primary school ", sector=Sector.SCHOOL, note="Ring before ten", by=cast.worker, at=NOON
    )
    card = reads.partner(cast.supervisor, partner_id)
    assert (card.name, card.sector, card.reach) == (
        "Hill primary school",
        Sector.SCHOOL,
        Reach.INTER_SECTORAL,
    )
    assert card.note == "Ring before ten"
    assert card.practices == dict.fromkeys(Practice, 0)
    assert reads.partner_names(cast.worker) == [(partner_id, "Hill primary school")]
    assert [step.what for step in trail.steps_about(cast.manager, partner_id)] == ["partnerships.add_partner"]


def test_a_partner_may_be_one_of_the_directory(cast: Cast) -> None:
    organisation_id = directory.add_organisation(name="Town library", by=cast.worker, at=NOON)
    partner_id = actions.add_partner(
        name="Library",
        sector=Sector.COMMUNITY,
        organisation_id=organisation_id,
        by=cast.worker,
        at=NOON,
    )
    assert reads.partner(cast.worker, partner_id).organisation_id == organisation_id
    with pytest.raises(NotFound):
        actions.add_partner(
            name="Another", sector=Sector.OTHER, organisation_id=new_id(), by=cast.worker, at=NOON
        )


def test_a_partner_needs_a_name_of_its_own(cast: Cast) -> None:
    partner(cast.worker)
    with pytest.raises(Invalid) as empty:
        partner(cast.worker, name="  ")
    with pytest.raises(Invalid) as taken:
        partner(cast.worker)
    assert "name" in empty.value.errors
    assert "name" in taken.value.errors
    partner(cast.outsider)  # another programme may know the same school


def test_the_longest_unheard_partner_comes_first(cast: Cast) -> None:
    spoken, silent = partner(cast.worker, "Spoken"), partner(cast.worker, "Silent")
    long_ago = partner(cast.worker, "Long ago", Sector.HEALTH)
    for partner_id, days in [(spoken, 3), (long_ago, 100), (spoken, 90)]:
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - dt.timedelta(days=days),
            by=cast.worker,
            at=NOON,
        )
    rows = reads.partners(cast.manager, TODAY).rows
    assert [(row.id, row.quiet, row.interactions) for row in rows] == [
        (silent, False, 0),
        (long_ago, True, 1),
        (spoken, False, 2),
    ]
    assert rows[2].last_on == TODAY - dt.timedelta(days=3)


def test_listing_partners_takes_three_questions(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        partner(cast.worker, f"Partner {number}")
    with django_assert_max_num_queries(3):
        assert len(reads.partners(cast.worker, TODAY).rows) == 12


def test_one_partner_takes_five_questions(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    partner_id = partner(cast.worker)
    actions.log_interaction(
        partner_id=partner_id,
        practice=Practice.ROLE_AWARENESS,
        occurred_on=TODAY,
        note="Told the teachers what we do",
        by=cast.worker,
        at=NOON,
    )
    with django_assert_max_num_queries(5):
        card = reads.partner(cast.worker, partner_id)
    assert card.practices[Practice.ROLE_AWARENESS] == 1
    assert (card.interactions[0].worker_name, card.interactions[0].note) == (
        "Amal Haddad",
        "Told the teachers what we do",
    )


def test_a_champion_comes_and_goes(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    contact_id = actions.add_contact(
        partner_id=partner_id, name="Ms Reed", part="Deputy head", by=cast.worker, at=NOON
    )
    champion_id = actions.name_champion(contact_id=contact_id, since=TODAY, by=cast.worker, at=NOON)
    assert reads.partner(cast.worker, partner_id).contacts[0].champion_since == TODAY
    assert reads.partners(cast.worker, TODAY).rows[0].champions == 1
    with pytest.raises(Invalid):
        actions.name_champion(contact_id=contact_id, since=TODAY, by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.end_champion(
            champion_id=champion_id, until=TODAY - dt.timedelta(days=1), by=cast.worker, at=NOON
        )
    actions.end_champion(champion_id=champion_id, until=TODAY, by=cast.worker, at=NOON)
    assert reads.partner(cast.worker, partner_id).contacts[0].champion_since is None
    with pytest.raises(NotFound):
        actions.end_champion(champion_id=champion_id, until=TODAY, by=cast.worker, at=NOON)


def test_a_contact_needs_a_name(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    with pytest.raises(Invalid):
        actions.add_contact(partner_id=partner_id, name="", by=cast.worker, at=NOON)


def test_work_to_come_is_no_work_done(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    with pytest.raises(Invalid):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY + dt.timedelta(days=2),
            by=cast.worker,
            at=NOON,
        )


def test_another_programme_s_partner_is_not_found(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    with pytest.raises(NotFound):
        reads.partner(cast.outsider, partner_id)
    with pytest.raises(NotFound):
        actions.add_contact(partner_id=partner_id, name="A", by=cast.outsider, at=NOON)
    with pytest.raises(NotFound):
        actions.name_champion(contact_id=new_id(), since=TODAY, by=cast.worker, at=NOON)


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_only_workers_and_managers_write(cast: Cast, part: str) -> None:
    with pytest.raises(NotAllowed):
        partner(cast.everyone()[part])


@pytest.mark.parametrize("part", ["evaluator", "adviser", "administrator"])
def test_only_those_of_the_practice_read(cast: Cast, part: str) -> None:
    with pytest.raises(NotAllowed):
        reads.partners(cast.everyone()[part], TODAY)
