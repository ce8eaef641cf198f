"""What crosses the wall from this room, and what the database itself refuses."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.facts import FactTable
from linkwork.partnerships import actions, facts, models
from linkwork.partnerships.rules import AdvocacyState, FactorKind, Influence, Method, Sector
from linkwork.partnerships.tests.builders import TODAY, advocacy, meeting, partner
from linkwork.testing.cast import NOON, Cast


def rows_of(name: str, cast: Cast) -> list[dict[str, object]]:
    [table] = [table for table in facts.TABLES if table.name == name]
    return [_named(table, row) for row in table.rows(cast.programme_id)]


def _named(table: FactTable, row: tuple[object, ...]) -> dict[str, object]:
    return dict(zip([column.name for column in table.columns], row, strict=True))


def test_meetings_and_interactions(cast: Cast) -> None:
    school, practice = partner(cast.worker), partner(cast.worker, "Elm Street practice", Sector.HEALTH)
    meeting_id = meeting(cast.worker, school, practice)
    meeting(cast.worker, school)  # not kept: no fact yet
    actions.keep_minutes(meeting_id=meeting_id, came=[school], minutes="", by=cast.worker, at=NOON)
    assert rows_of("meetings", cast) == [
        {
            "meeting_id": meeting_id,
            "held_on": TODAY,
            "asked": 2,
            "came_sectoral": 0,
            "came_inter_sectoral": 1,
            "people": None,
        }
    ]
    [row] = rows_of("interactions", cast)
    assert (row["sector"], row["reach"], row["practice"]) == ("school", "inter_sectoral", "meeting")
    assert row["worker_id"] == cast.worker.id


def test_persistence_is_a_number(cast: Cast) -> None:
    action_id = advocacy(cast.worker)
    for _ in range(3):
        actions.add_attempt(action_id=action_id, made_on=TODAY, method=Method.CALL, by=cast.worker, at=NOON)
    advocacy(cast.worker)
    actions.settle_advocacy(
        action_id=action_id, to=AdvocacyState.PARTLY, settled_on=TODAY, result="", by=cast.worker, at=NOON
    )
    found = [(row["attempts"], row["result"], row["days"]) for row in rows_of("advocacy", cast)]
    assert sorted(found, key=str) == [(0, "open", None), (3, "partly", 30)]
    assert [row["number"] for row in rows_of("advocacy_attempts", cast)] == [1, 2, 3]
    assert {row["obstacle"] for row in rows_of("advocacy_attempts", cast)} == {None}


def test_factors_without_their_words(cast: Cast) -> None:
    actions.name_factor(
        words="x", influence=Influence.BOTH, kind=FactorKind.FAMILY, noted_on=TODAY, by=cast.worker, at=NOON
    )
    [row] = rows_of("factors", cast)
    assert set(row) == {"factor_id", "influence", "kind", "state", "noted_on"}


def test_facts_stay_inside_their_programme(cast: Cast) -> None:
    partner_id = partner(cast.outsider)
    advocacy(cast.outsider)
    meeting(cast.outsider, partner_id)
    assert all(not list(table.rows(cast.programme_id)) for table in facts.TABLES)


def refused(write: object) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()  # type: ignore[operator]


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    contact_id = actions.add_contact(partner_id=partner_id, name="A", by=cast.worker, at=NOON)
    champion_id = actions.name_champion(contact_id=contact_id, since=TODAY, by=cast.worker, at=NOON)
    action_id = advocacy(cast.worker)
    actions.add_attempt(action_id=action_id, made_on=TODAY, method=Method.CALL, by=cast.worker, at=NOON)
    meeting_id = meeting(cast.worker, partner_id)
    before = TODAY - dt.timedelta(days=90)
    champion = models.Champion.objects.filter(id=champion_id)
    action = models.AdvocacyAction.objects.filter(id=action_id)
    attempt = models.Attempt.objects.filter(action_id=action_id)
    refused(lambda: champion.update(until=before))
    refused(lambda: action.update(state="won"))
    refused(lambda: action.update(settled_on=TODAY))
    refused(lambda: action.update(state="won", settled_on=before))
    refused(lambda: action.update(target=""))
    refused(lambda: attempt.update(number=0))
    refused(lambda: attempt.update(next_on=before))
    refused(lambda: models.Meeting.objects.filter(id=meeting_id).update(minutes="said"))
