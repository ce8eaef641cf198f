"""Writing a portrait, linking each statement to its evidence, and who may read it."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.models import EvidenceLink, Statement
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.evaluation.portraits.tests.world import BY_STAGE, CONTACTS, OPEN_WORDS, World, say
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast


def test_a_statement_shows_what_it_rests_on(world: World, cast: Cast) -> None:
    card = reads.portrait(cast.manager, world.portrait)
    assert [section.stage for section in card.sections] == list(Stage)
    statement, bare = card.statements
    assert [one.text for one in statement.evidence.quotes] == [OPEN_WORDS, ""]
    assert [one.withheld for one in statement.evidence.quotes] == [False, True]
    assert [one.key for one in statement.evidence.figures] == [CONTACTS]
    assert bare.evidence.is_opinion
    (line,) = reads.portraits(cast.manager)
    assert (line.statements, line.opinions) == (2, 1)


def test_chapters_have_the_programmes_dates(world: World) -> None:
    first, second, third = reads.portrait(world.by, world.portrait).sections
    assert (first.starts_on, first.ends_on) == (dt.date(2025, 9, 1), dt.date(2026, 1, 1))
    assert (second.starts_on, second.ends_on) == (dt.date(2026, 1, 1), None)
    assert (third.starts_on, third.ends_on) == (None, None)
    assert [event.title for event in second.events] == ["A room is given"]


def test_events_come_and_go(world: World) -> None:
    early = actions.add_event(
        portrait_id=world.portrait, happened_on=dt.date(2024, 1, 1), title="An idea", by=world.by, at=NOON
    )
    card = reads.portrait(world.by, world.portrait)
    assert [event.title for event in card.events] == ["An idea", "A room is given"]
    assert card.events[0].stage is None
    assert [event.title for event in card.sections[0].events] == ["An idea"]
    actions.remove_event(event_id=early, by=world.by, at=NOON)
    assert len(reads.portrait(world.by, world.portrait).events) == 1
    with pytest.raises(NotFound):
        actions.remove_event(event_id=early, by=world.by, at=NOON)


def test_the_words_around_the_statements(world: World) -> None:
    words = {"focus": "Presence.", "interpretation": "Being seen.", "plain": "They come when they know you."}
    actions.change_portrait(
        portrait_id=world.portrait,
        title="At the coffee machine",
        extract_id=None,
        by=world.by,
        at=NOON,
        **words,
    )
    actions.write_section(
        portrait_id=world.portrait,
        stage=Stage.INITIATION,
        heading="Nobody knew",
        summary="It was quiet.",
        by=world.by,
        at=NOON,
    )
    actions.change_portrait(
        portrait_id=world.portrait,
        title="At the coffee machine",
        extract_id=None,
        by=world.by,
        at=NOON,
        **words,
    )
    card = reads.portrait(world.by, world.portrait)
    assert card.title == "At the coffee machine"
    assert words == {"focus": card.focus, "interpretation": card.interpretation, "plain": card.plain}
    assert (card.sections[0].heading, card.sections[0].summary) == ("Nobody knew", "It was quiet.")
    assert card.statements[0].evidence.figures[0].extract_id == world.extract  # links keep their extract


def test_statements_move_and_go(world: World) -> None:
    say(world.by, world.portrait, "It goes on.", stage=Stage.MAINTENANCE)
    actions.change_statement(
        statement_id=world.bare,
        stage=Stage.MAINTENANCE,
        kind=StatementKind.BARRIER,
        text="The room was lost.",
        by=world.by,
        at=NOON,
    )
    section = reads.portrait(world.by, world.portrait).sections[2]
    said = [(one.place, one.text) for one in section.statements]
    assert said == [(1, "It goes on."), (2, "The room was lost.")]
    actions.remove_statement(statement_id=world.statement, by=world.by, at=NOON)
    assert len(reads.portrait(world.by, world.portrait).statements) == 2
    assert EvidenceLink.objects.filter(statement_id=world.statement).exists()  # until it is thrown away
    actions.throw_away_statement(statement_id=world.statement, by=world.by, at=NOON)
    assert not EvidenceLink.objects.filter(statement_id=world.statement).exists()


def test_what_is_said_anew_stays_where_it_stands(world: World) -> None:
    before = next(one for one in reads.portrait(world.by, world.portrait).statements if one.id == world.bare)
    actions.change_statement(
        statement_id=world.bare,
        stage=Stage.OPERATION,
        kind=StatementKind.BARRIER,
        text="The room was lost.",
        by=world.by,
        at=NOON,
    )
    section = next(
        one for one in reads.portrait(world.by, world.portrait).sections if one.stage is Stage.OPERATION
    )
    assert (before.place, "The room was lost.") in [(one.place, one.text) for one in section.statements]


def test_links_are_replaced_as_a_whole(world: World) -> None:
    given: dict[str, Any] = {"statement_id": world.statement, "by": world.by, "at": NOON}
    actions.link_quotes(codings=[world.open_quote], **given)
    actions.link_figures(extract_id=world.extract, figures=[BY_STAGE, BY_STAGE], **given)
    assert len(reads.portrait(world.by, world.portrait).statements[0].evidence.quotes) == 1
    (link,) = EvidenceLink.objects.filter(statement_id=world.statement, coding=None)
    assert (link.indicator, link.grouping, link.group) == ("contacts", "stage", "operation")


def test_a_coding_taken_back_shows(world: World) -> None:
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    first, _second = reads.portrait(world.by, world.portrait).statements[0].evidence.quotes
    assert (first.removed, first.text) == (True, "")


def test_the_picker_finds_passages_and_figures(world: World) -> None:
    found, many = reads.quote_choices(world.by, world.study, "NURSE")
    assert ([one.coding_id for one in found], many) == ([world.open_quote], 1)
    assert reads.quote_choices(world.by, world.study, stage=Stage.INITIATION) == ([], 0)
    assert reads.quote_choices(world.by, world.study, "mother, autumn")[1] == 1
    assert CONTACTS in {one.key for one in reads.figure_choices(world.by, world.extract)}


@pytest.mark.parametrize("title", ["A room by the door", "", "x" * 161])
def test_titles_are_free_and_something(world: World, title: str) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.open_portrait(study_id=world.study, title=title, by=world.by, at=NOON)
    assert set(refusal.value.errors) == {"title"}


def test_links_are_checked(world: World) -> None:
    given: dict[str, Any] = {"statement_id": world.bare, "by": world.by, "at": NOON}
    with pytest.raises(Invalid):
        actions.link_quotes(codings=[new_id()], **given)
    with pytest.raises(Invalid):
        actions.link_figures(extract_id=world.extract, figures=[FigureKey("x")], **given)
    with pytest.raises(NotFound):
        actions.link_figures(extract_id=new_id(), figures=[CONTACTS], **given)
    with pytest.raises(Invalid):
        say(world.by, world.portrait, " ")


def test_only_evaluators_write(world: World, cast: Cast) -> None:
    for viewer in (cast.manager, cast.adviser, cast.worker):
        with pytest.raises(NotAllowed):
            actions.open_portrait(study_id=world.study, title="Mine", by=viewer, at=NOON)
        with pytest.raises(NotAllowed):
            say(viewer, world.portrait, "Mine.")
        with pytest.raises(NotAllowed):
            actions.remove_statement(statement_id=world.bare, by=viewer, at=NOON)
        with pytest.raises(NotAllowed):
            actions.remove_event(event_id=new_id(), by=viewer, at=NOON)
        with pytest.raises(NotAllowed):
            actions.share_portrait(portrait_id=world.portrait, shared=True, by=viewer, at=NOON)
    with pytest.raises(NotAllowed):
        reads.portraits(cast.worker)


def test_nothing_is_found_next_door(world: World, cast: Cast) -> None:
    with pytest.raises(NotFound):
        reads.portrait(cast.outsider, world.portrait)
    assert reads.portraits(cast.outsider) == []
    with pytest.raises(NotFound):
        say(world.by, new_id(), "Lost.")
    with pytest.raises(NotFound):
        actions.remove_statement(statement_id=new_id(), by=world.by, at=NOON)
    with pytest.raises(NotFound):
        actions.share_portrait(portrait_id=new_id(), shared=True, by=world.by, at=NOON)


def test_the_database_wants_one_kind_of_evidence(world: World) -> None:
    statement = Statement.objects.get(id=world.bare)
    wrong: list[dict[str, Any]] = [
        {},
        {"coding_id": world.open_quote, "extract_id": world.extract, "indicator": "contacts"},
        {"extract_id": world.extract},
        {"extract_id": world.extract, "indicator": "contacts", "group": "x"},
    ]
    for link in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            EvidenceLink.objects.create(
                programme_id=statement.programme_id, statement=statement, created_at=NOON, **link
            )


def test_the_questions_do_not_grow(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        another: dict[str, Any] = {"statement_id": say(world.by, world.portrait, f"Another {number}.")}
        another |= {"by": world.by, "at": NOON}
        actions.link_quotes(codings=[world.open_quote, world.closed_quote], **another)
        actions.link_figures(extract_id=world.extract, figures=[CONTACTS], **another)
    with django_assert_max_num_queries(9):
        reads.portrait(world.by, world.portrait)
    actions.open_portrait(study_id=world.study, title="Another", by=world.by, at=NOON)
    with django_assert_max_num_queries(9):
        assert [one.title for one in reads.whole_portraits(world.by)] == ["A room by the door", "Another"]
    with django_assert_max_num_queries(3):
        reads.statement_in_place(world.by, world.portrait, world.statement)
    with django_assert_max_num_queries(1):
        reads.portraits(world.by)


def test_a_figure_that_is_lost_says_why(world: World, settings: Any) -> None:
    settings.EXTRACTS = settings.EXTRACTS.with_name("moved")
    (figure,) = reads.portrait(world.by, world.portrait).statements[0].evidence.figures
    assert figure.problem
    assert figure.title == "Contacts"
