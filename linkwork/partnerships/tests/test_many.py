"""The list, the day and the network, with none, some and two thousand partners."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed
from linkwork.partnerships import actions, models, reads
from linkwork.partnerships.actions import Terms
from linkwork.partnerships.reads import DueKind, PartnersAsked, PartnerSort
from linkwork.partnerships.rules import Practice, Sector, Share, knots, only_one
from linkwork.partnerships.tests.builders import TODAY, advocacy, meeting, partner
from linkwork.testing.cast import NOON, Cast

DAY = dt.timedelta(days=1)
MIDNIGHT = NOON + dt.timedelta(hours=12)


def fill(cast: Cast, number: int) -> None:
    """So many partners with two pieces of work each: written at once, for actions would take minutes."""
    sectors = list(Sector)
    rows = [
        models.Partner(
            programme_id=cast.programme_id,
            name=f"Partner {place:04}",
            sector=sectors[place % len(sectors)],
            created_at=NOON - 100 * DAY,
        )
        for place in range(number)
    ]
    models.Partner.objects.bulk_create(rows)
    models.Interaction.objects.bulk_create(
        models.Interaction(
            programme_id=cast.programme_id,
            partner=row,
            worker_id=(cast.worker if place % 3 else cast.other_worker).id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - (place % 90 + more) * DAY,
            created_at=NOON,
        )
        for place, row in enumerate(rows)
        for more in (0, 5)
    )


@pytest.mark.parametrize("number", [0, 3, 2000])
def test_as_many_questions_however_many_partners(
    cast: Cast, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    fill(cast, number)
    with django_assert_num_queries(3 if number else 1):
        page = reads.partners(cast.worker, TODAY, PartnersAsked(quiet=number > 3))
    assert len(page.rows) == min(number, 30)
    with django_assert_num_queries(1):
        counts = reads.partner_counts(cast.worker, TODAY)
    assert counts.all == number
    with django_assert_num_queries(1):
        due = reads.due_today(cast.worker, TODAY, MIDNIGHT, cast.worker.worker_id)
    assert bool(due) == (number > 60)
    with django_assert_num_queries(1):
        assert sum(tie.times for tie in reads.ties(cast.worker, TODAY - 200 * DAY, TODAY)) == 2 * number


@pytest.mark.parametrize("sort", list(PartnerSort))
def test_every_partner_stands_on_one_page(cast: Cast, sort: PartnerSort) -> None:
    fill(cast, 100)
    partner(cast.worker, "Never heard of")
    found: list[reads.PartnerRow] = []
    after = ""
    while True:
        page = reads.partners(cast.worker, TODAY, PartnersAsked(sort=sort, after=after))
        found += page.rows
        if not (after := page.next):
            break
    assert len(found) == len({row.id for row in found}) == 101
    keys = [row.name if sort is PartnerSort.NAME else str(row.last_on or "") for row in found]
    assert keys == sorted(keys)


def test_narrowing(cast: Cast) -> None:
    fill(cast, 30)
    contact_id = actions.add_contact(
        partner_id=partner(cast.worker, "Elm clinic", Sector.HEALTH), name="A", by=cast.worker, at=NOON
    )
    actions.name_champion(contact_id=contact_id, since=TODAY, by=cast.worker, at=NOON)

    def named(asked: PartnersAsked) -> int:
        return len(reads.partners(cast.worker, TODAY, asked).rows)

    assert named(PartnersAsked(words="ELM")) == 1
    assert named(PartnersAsked(sector=Sector.HEALTH)) == 4
    assert named(PartnersAsked(champion=True)) == 1
    assert named(PartnersAsked(champion=False)) == 30
    assert named(PartnersAsked(worker_id=cast.worker.id)) == 20
    assert named(PartnersAsked(after="nonsense")) == 30
    with pytest.raises(NotAllowed):
        reads.partner_counts(cast.evaluator, TODAY)


def test_the_whole_day_in_one_question(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    school, library = partner(cast.worker), partner(cast.worker, "Library")
    meeting_id = meeting(cast.worker, school)
    meeting(cast.worker, school, starts_at=NOON + DAY)
    for worker, due_on in ((cast.worker, TODAY), (cast.other_worker, TODAY), (cast.worker, TODAY + 9 * DAY)):
        actions.take_on(
            meeting_id=meeting_id,
            what="Ask for a room",
            worker_id=worker.worker_id,
            due_on=due_on,
            by=cast.manager,
            at=NOON,
        )
    advocacy(cast.worker)
    for partner_id, days, step in ((school, 1, "Ring"), (library, 80, "")):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.COMMUNICATION,
            occurred_on=TODAY - days * DAY,
            next_step=step,
            next_on=TODAY if step else None,
            by=cast.worker,
            at=NOON,
        )
    for number in (1, 2):
        actions.make_agreement(
            partner_id=library,
            terms=Terms("We", "They", TODAY - 9 * DAY, TODAY - number * DAY),
            by=cast.worker,
            at=NOON,
        )
    with django_assert_num_queries(1):
        due = reads.due_today(cast.worker, TODAY, MIDNIGHT, cast.worker.worker_id)
    assert {one.kind: (one.title, one.other) for one in due} == {
        DueKind.QUIET: ("Library", ""),
        DueKind.TRY: ("A bus stop by the family centre", "The transport office"),
        DueKind.REVIEW: ("Library", ""),
        DueKind.MEETING: ("Families new to the area", ""),
        DueKind.TAKEN_ON: ("Ask for a room", "Families new to the area"),
        DueKind.NEXT_STEP: ("Ring", "Hill primary school"),
    }
    assert len(due) == 6
    kinds = [one.kind for one in reads.due_today(cast.manager, TODAY, MIDNIGHT, cast.manager.worker_id)]
    assert sorted(kinds) == [DueKind.MEETING, DueKind.REVIEW]
    with pytest.raises(NotAllowed):
        reads.due_today(cast.evaluator, TODAY, MIDNIGHT, cast.evaluator.worker_id)


def test_the_network_counts_and_says_who_is_known_by_one(cast: Cast) -> None:
    school, clinic = partner(cast.worker), partner(cast.worker, "Clinic", Sector.HEALTH)
    for by, partner_id, days in (
        (cast.worker, school, 1),
        (cast.worker, school, 40),
        (cast.other_worker, school, 1),
        (cast.other_worker, clinic, 1),
        (cast.other_worker, clinic, 400),
    ):
        actions.log_interaction(
            partner_id=partner_id,
            practice=Practice.ROLE_AWARENESS,
            occurred_on=TODAY - days * DAY,
            by=by,
            at=NOON,
        )
    first = TODAY - 60 * DAY
    found = knots(reads.ties(cast.supervisor, first, TODAY))
    assert [(one.worker_name, one.partner_name, one.times) for one in found] == [
        ("Amal Haddad", "Hill primary school", 2),
        ("Bo Lind", "Clinic", 1),
        ("Bo Lind", "Hill primary school", 1),
    ]
    assert [one.partner_name for one in only_one(found)] == ["Clinic"]
    assert len(reads.ties(cast.worker, first, TODAY, clinic)) == 1
    assert reads.monthly_shares(cast.worker, first, TODAY) == [
        Share(dt.date(2026, 1, 1), 0, 1),
        Share(dt.date(2026, 3, 1), 1, 2),
    ]
    assert reads.ties(cast.outsider, first, TODAY) == []
    assert {tie.sector is Sector.HEALTH for tie in reads.ties(cast.worker, first, TODAY)} == {True, False}


def test_two_thousand_partners_are_listed_in_a_moment(cast: Cast) -> None:
    fill(cast, 2000)
    with CaptureQueriesContext(connection) as asked:
        reads.partners(cast.worker, TODAY)
        reads.partner_counts(cast.worker, TODAY)
    assert sum(float(query["time"]) for query in asked.captured_queries) < 5  # seconds, on a busy machine
