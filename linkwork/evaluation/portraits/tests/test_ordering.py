"""Statements drafted from evidence, moved, merged, taken out and put back; the plain words bound to them."""

from typing import Any

import pytest

from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads.progress import progress
from linkwork.evaluation.portraits.rules.kinds import StatementKind, Step
from linkwork.evaluation.portraits.rules.steps import Lack
from linkwork.evaluation.portraits.tests.world import BY_STAGE, CONTACTS, World, say
from linkwork.evaluation.studies import actions as studies
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast


def order(world: World) -> list[Any]:
    return [one.id for one in reads.portrait(world.by, world.portrait).statements]


def test_a_drafted_statement_stays_linked(world: World) -> None:
    made = actions.draft_statement(
        portrait_id=world.portrait,
        stage=Stage.OPERATION,
        kind=StatementKind.FINDING,
        text="Nurses opened the door.",
        codings=[world.open_quote],
        figures=[(world.extract, CONTACTS), (world.extract, BY_STAGE)],
        by=world.by,
        at=NOON,
    )
    card = reads.statement_in_place(world.by, world.portrait, made).statement
    assert [one.coding_id for one in card.evidence.quotes] == [world.open_quote]
    assert [one.key for one in card.evidence.figures] == [CONTACTS, BY_STAGE]
    typed = actions.draft_statement(
        portrait_id=world.portrait,
        stage=Stage.MAINTENANCE,
        kind=StatementKind.FINDING,
        text="Only an opinion.",
        by=world.by,
        at=NOON,
    )
    assert reads.statement_in_place(world.by, world.portrait, typed).statement.evidence.is_opinion
    with pytest.raises(Invalid):
        actions.draft_statement(
            portrait_id=world.portrait,
            stage=Stage.OPERATION,
            kind=StatementKind.FINDING,
            text="From nowhere.",
            codings=[new_id()],
            by=world.by,
            at=NOON,
        )
    assert len(order(world)) == 4  # a draft whose evidence is refused leaves nothing behind


def test_statements_change_places(world: World) -> None:
    third = say(world.by, world.portrait, "A third.")
    actions.move_statement(statement_id=third, up=True, by=world.by, at=NOON)
    assert order(world) == [world.statement, third, world.bare]
    actions.move_statement(statement_id=world.statement, up=False, by=world.by, at=NOON)
    assert order(world) == [third, world.statement, world.bare]
    actions.move_statement(statement_id=third, up=True, by=world.by, at=NOON)  # nothing before it
    actions.remove_statement(statement_id=world.statement, by=world.by, at=NOON)
    actions.move_statement(statement_id=world.bare, up=True, by=world.by, at=NOON)  # past what is out
    assert order(world) == [world.bare, third]


def test_merged_statements_rest_on_both(world: World) -> None:
    actions.link_quotes(statement_id=world.bare, codings=[world.open_quote], by=world.by, at=NOON)
    actions.link_figures(
        statement_id=world.bare, extract_id=world.extract, figures=[BY_STAGE], by=world.by, at=NOON
    )
    given: dict[str, Any] = {"statement_id": world.statement, "by": world.by, "at": NOON}
    actions.merge_statements(other_id=world.bare, text="Nurses, and a room.", **given)
    (one,) = reads.portrait(world.by, world.portrait).statements
    assert one.text == "Nurses, and a room."
    assert [card.coding_id for card in one.evidence.quotes] == [world.open_quote, world.closed_quote]
    assert [card.key for card in one.evidence.figures] == [CONTACTS, BY_STAGE]
    with pytest.raises(Invalid):
        actions.merge_statements(other_id=world.statement, text="Itself.", **given)
    with pytest.raises(NotFound):
        actions.merge_statements(other_id=world.bare, text="Gone.", **given)


def test_what_is_out_can_be_put_back(world: World) -> None:
    actions.remove_statement(statement_id=world.statement, by=world.by, at=NOON)
    assert order(world) == [world.bare]
    assert [one.statements for one in reads.portraits(world.by)] == [1]
    assert reads.statements(world.by, [world.statement]) == {}
    assert reads.taken_out(world.by, world.portrait) == [
        (world.statement, "People came once a nurse brought them.")
    ]
    actions.put_back_statement(statement_id=world.statement, by=world.by, at=NOON)
    assert order(world) == [world.bare, world.statement]
    assert len(reads.portrait(world.by, world.portrait).statements[1].evidence.quotes) == 2
    with pytest.raises(NotFound):
        actions.throw_away_statement(statement_id=world.statement, by=world.by, at=NOON)


def test_plain_words_stand_and_fall_with_the_full_ones(world: World) -> None:
    given: dict[str, Any] = {"portrait_id": world.portrait, "language": "en", "by": world.by, "at": NOON}
    actions.write_plain(story="They come.", lines={world.bare: "The room helped."}, **given)
    card = reads.portrait(world.by, world.portrait)
    assert (card.plain, card.plain_stale) == ("They come.", False)
    assert [(one.plain, one.plain_stale) for one in card.statements] == [
        ("", False),
        ("The room helped.", False),
    ]
    actions.change_statement(
        statement_id=world.bare,
        stage=Stage.OPERATION,
        kind=StatementKind.BARRIER,
        text="There was no room.",
        by=world.by,
        at=NOON,
    )
    card = reads.portrait(world.by, world.portrait)
    assert (card.plain_stale, card.statements[1].plain_stale) == (True, True)
    assert dict(progress(card)[3].lacks)[Lack.STALE] == 2
    actions.write_plain(story="They come.", lines={world.bare: "No room."}, **given)
    card = reads.portrait(world.by, world.portrait)
    assert (card.plain_stale, card.statements[1].plain_stale) == (False, False)
    actions.remove_statement(statement_id=world.statement, by=world.by, at=NOON)
    assert reads.portrait(world.by, world.portrait).plain_stale


@pytest.mark.parametrize(
    "wrong", [{"language": ""}, {"language": "x" * 13}, {"story": "x" * 10_001}, {"lines": "long"}]
)
def test_plain_words_are_checked(world: World, wrong: dict[str, Any]) -> None:
    if "lines" in wrong:
        wrong = {"lines": {world.bare: "x" * 601}}
    given: dict[str, Any] = {"language": "en", "story": "", "lines": {}}
    with pytest.raises(Invalid):
        actions.write_plain(portrait_id=world.portrait, by=world.by, at=NOON, **(given | wrong))


def test_the_steps_say_what_is_missing(world: World, cast: Cast) -> None:
    focus, structure, populate, interpret = progress(reads.portrait(world.by, world.portrait))
    assert (focus.step, focus.done, focus.lacks) == (Step.FOCUS, True, ())
    assert dict(structure.lacks) == {Lack.HEADINGS: 2}
    assert dict(populate.lacks) == {Lack.STATEMENTS: 1, Lack.EVIDENCE: 1, Lack.GONE: 1}
    assert set(dict(interpret.lacks)) == {Lack.INTERPRETATION, Lack.PLAIN}
    say(world.by, world.portrait, f"It was {cast.evaluator.name} who asked.")
    assert dict(progress(reads.portrait(world.by, world.portrait))[2].lacks)[Lack.NAMES] == 1
    empty = actions.open_portrait(study_id=world.study, title="Empty", by=world.by, at=NOON)
    assert not any(state.done for state in progress(reads.portrait(world.by, empty)))


def test_evidence_that_is_all_gone_is_told_from_none(world: World) -> None:
    actions.link_quotes(statement_id=world.bare, codings=[world.open_quote], by=world.by, at=NOON)
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    evidence = reads.portrait(world.by, world.portrait).statements[1].evidence
    assert (evidence.is_opinion, evidence.nothing_left, evidence.gone) == (False, True, 1)


def test_consent_taken_back_is_gone_at_the_next_reading(world: World, cast: Cast) -> None:
    quote = reads.portrait(cast.manager, world.portrait).statements[0].evidence.quotes[0]
    assert quote.text
    studies.seal_source(source_id=quote.source_id, by=world.by, at=NOON)
    evidence = reads.portrait(cast.manager, world.portrait).statements[0].evidence
    assert not any(one.text for one in evidence.quotes)
    assert evidence.gone == 2
    assert not evidence.nothing_left  # the figure still stands
