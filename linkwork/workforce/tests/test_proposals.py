"""Proposals and what becomes of them; adaptations in FRAME's words."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.instruments.frames import frame
from linkwork.testing.cast import NOON, Cast
from linkwork.workforce import actions, facts, models, reads
from linkwork.workforce.actions import Change
from linkwork.workforce.reads import Kind
from linkwork.workforce.rules.proposals import (
    FRAME,
    ContextKind,
    Decider,
    Fidelity,
    Nature,
    Planned,
    ProposalState,
    What,
)

TODAY = NOON.date()
CHANGE = Change("Evening hours", TODAY, Planned.PROACTIVE, Decider.TEAM, What.CONTEXT)


def proposed(cast: Cast) -> object:
    return actions.propose(title="Evening hours", why="People work by day.", by=cast.worker, at=NOON)


def test_each_list_has_what_the_frame_has() -> None:
    whole = frame("frame-2019")
    for construct, codes in FRAME.items():
        options = whole.construct(construct).extra["options"]
        assert len(options) == len(codes), construct


def test_a_proposal_becomes_a_change(cast: Cast) -> None:
    proposal = actions.propose(title="Evening hours", why="People work by day.", by=cast.worker, at=NOON)
    actions.comment_on_proposal(proposal_id=proposal, words="Yes!", by=cast.other_worker, at=NOON)
    [todo] = [one for one in reads.to_do(cast.manager, TODAY) if one.kind is Kind.PROPOSAL]
    assert (todo.about, todo.name, todo.words) == (proposal, "Amal Haddad", "Evening hours")
    assert all(one.kind is not Kind.PROPOSAL for one in reads.to_do(cast.worker, TODAY))
    actions.decide_proposal(
        proposal_id=proposal, accept=True, reason="Try it until June.", by=cast.manager, at=NOON
    )
    made = actions.note_adaptation(
        change=replace(CHANGE, context_kind=ContextKind.FORMAT),
        proposal_id=proposal,
        by=cast.manager,
        at=NOON,
    )
    card, comments = reads.proposal(cast.worker, proposal)
    assert (card.state, card.decided_by, card.adaptation_id) == (ProposalState.ACCEPTED, "Chris Okafor", made)
    assert [one.words for one in comments] == ["Yes!"]
    assert reads.proposals(cast.supervisor)[0].comments == 1
    actions.note_result(adaptation_id=made, result="Ten more people came.", by=cast.manager, at=NOON)
    assert reads.adaptation(cast.worker, made).result_on == TODAY
    actions.note_result(adaptation_id=made, result="", by=cast.manager, at=NOON)
    [change] = reads.adaptations(cast.worker)
    assert (change.result_on, change.codes["context_kind"], change.codes["goal"]) == (None, "format", "")
    rows = {table.name: list(table.rows(cast.programme_id)) for table in facts.TABLES}
    assert rows["adaptations"] == [
        (
            made,
            True,
            TODAY,
            False,
            "planned_proactive",
            "team",
            "context",
            "format",
            None,
            None,
            "unknown",
            None,
            None,
        )
    ]
    assert rows["proposals"] == [(proposal, cast.worker.id, "accepted", TODAY, TODAY)]


def test_open_proposals_come_first_then_the_last_settled(cast: Cast) -> None:
    one, two, three = (
        actions.propose(title=title, why="Because", by=cast.worker, at=NOON) for title in ("A", "B", "C")
    )
    for days, proposal in enumerate((two, one)):
        actions.withdraw_proposal(proposal_id=proposal, by=cast.worker, at=NOON + dt.timedelta(days=days))
    assert [card.id for card in reads.proposals(cast.worker)] == [three, one, two]


def test_a_proposal_is_withdrawn_by_its_author(cast: Cast) -> None:
    proposal = actions.propose(title="Less", why="Because", by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        actions.withdraw_proposal(proposal_id=proposal, by=cast.other_worker, at=NOON)
    actions.withdraw_proposal(proposal_id=proposal, by=cast.worker, at=NOON)
    for act in (
        lambda: actions.withdraw_proposal(proposal_id=proposal, by=cast.worker, at=NOON),
        lambda: actions.comment_on_proposal(proposal_id=proposal, words="?", by=cast.worker, at=NOON),
        lambda: actions.decide_proposal(
            proposal_id=proposal, accept=False, reason="No", by=cast.manager, at=NOON
        ),
    ):
        with pytest.raises(IllegalStep):
            act()


def test_what_is_refused(cast: Cast) -> None:
    proposal = actions.propose(title="More", why="Because", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.propose(title=" ", why="", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.comment_on_proposal(proposal_id=proposal, words=" ", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.decide_proposal(proposal_id=proposal, accept=True, reason=" ", by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.decide_proposal(proposal_id=proposal, accept=True, reason="x", by=cast.supervisor, at=NOON)
    with pytest.raises(NotAllowed):
        actions.decide_proposal(
            proposal_id=proposal, accept=True, reason="x", by=system(cast.programme_id), at=NOON
        )
    with pytest.raises(NotFound):
        actions.comment_on_proposal(proposal_id=new_id(), words="x", by=cast.worker, at=NOON)
    for one in (
        lambda: reads.proposal(cast.worker, new_id()),
        lambda: reads.adaptation(cast.worker, new_id()),
        lambda: actions.note_result(adaptation_id=new_id(), result="x", by=cast.manager, at=NOON),
        lambda: actions.note_adaptation(change=CHANGE, proposal_id=new_id(), by=cast.manager, at=NOON),
    ):
        with pytest.raises(NotFound):
            one()
    with pytest.raises(NotAllowed):
        reads.adaptations(cast.evaluator)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"what": What.CONTENT, "context_kind": ContextKind.FORMAT},
        {"nature": Nature.ADDING},
    ],
)
def test_a_change_has_to_fit_together(cast: Cast, wrong: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        actions.note_adaptation(change=replace(CHANGE, **wrong), by=cast.manager, at=NOON)  # type: ignore[arg-type]


def test_only_an_accepted_proposal_becomes_one_change(cast: Cast) -> None:
    proposal = actions.propose(title="More", why="Because", by=cast.worker, at=NOON)
    with pytest.raises(Invalid):
        actions.note_adaptation(change=CHANGE, proposal_id=proposal, by=cast.manager, at=NOON)
    actions.decide_proposal(proposal_id=proposal, accept=True, reason="Yes", by=cast.manager, at=NOON)
    actions.note_adaptation(change=CHANGE, proposal_id=proposal, by=cast.manager, at=NOON)
    with pytest.raises(Invalid):
        actions.note_adaptation(change=CHANGE, proposal_id=proposal, by=cast.manager, at=NOON)
    actions.note_adaptation(
        change=replace(CHANGE, what=What.CONTENT, nature=Nature.ADDING, fidelity=Fidelity.CONSISTENT),
        by=cast.manager,
        at=NOON,
    )
    assert len(reads.adaptations(cast.manager)) == 2


def test_the_database_keeps_proposals_and_changes_whole(cast: Cast) -> None:
    proposed(cast)
    actions.note_adaptation(change=CHANGE, by=cast.manager, at=NOON)
    for wrong in (
        {"state": "accepted"},
        {"state": "accepted", "settled_at": NOON},
        {"settled_at": NOON},
        {"decided_by_id": cast.manager.id},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Proposal.objects.update(**wrong)
    for odd in (
        {"nature": "adding"},
        {"what": "content", "context_kind": "format"},
        {"result": "x"},
        {"result_on": TODAY + dt.timedelta(days=1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            models.Adaptation.objects.update(**odd)
