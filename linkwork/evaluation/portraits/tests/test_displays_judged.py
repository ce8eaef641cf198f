"""Two reviewers judge rows apart: who sees what when, what is decided, how far they agree."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding.rules.agreement import Coefficient
from linkwork.evaluation.coding.tests.scene import second_coder
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.models import DisplayRow
from linkwork.evaluation.portraits.rules.displays.verdicts import (
    Given,
    Judged,
    agreed,
    is_open,
    judged,
    suggested,
)
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.world import CONTACTS, World
from linkwork.testing.cast import NOON, Cast

A, B = UUID(int=1), UUID(int=2)


@pytest.fixture
def second(cast: Cast) -> Viewer:
    return second_coder(cast)


@pytest.fixture
def reviewed(world: World, second: Viewer) -> UUID:
    """A display that both review, with one row."""
    made = actions.open_display(
        study_id=world.study,
        title="Reviewed",
        extract_id=world.extract,
        reviewers=[world.by.worker_id, second.worker_id],
        by=world.by,
        at=NOON,
    )
    actions.add_row(display_id=made, question="How much?", figures=[CONTACTS], by=world.by, at=NOON)
    return made


def row_of(viewer: Viewer, display: UUID) -> Any:
    return reads.display(viewer, display).rows[0]


def say(viewer: Viewer, display: UUID, verdict: Verdict, why: str = "So it is.") -> None:
    row = row_of(viewer, display).id
    actions.give_verdict(row_id=row, verdict=verdict, reasoning=why, by=viewer, at=NOON)


def given(who: UUID, verdict: Verdict) -> Given:
    return Given(who, "", verdict, "")


def test_nobody_sees_a_verdict_before_both_have_given_theirs(
    world: World, second: Viewer, reviewed: UUID, cast: Cast
) -> None:
    say(world.by, reviewed, Verdict.SILENT)
    for viewer in (second, cast.manager, cast.adviser):
        review = row_of(viewer, reviewed).review
        assert (review.judged, review.given, review.count) == (Judged.WAITING, (), 1)
    assert [one.verdict for one in row_of(world.by, reviewed).review.given] == [Verdict.SILENT]
    say(world.by, reviewed, Verdict.EXPAND)  # one may think again as long as it is not open
    say(second, reviewed, Verdict.EXPAND)
    row = row_of(cast.manager, reviewed)
    assert (row.verdict, row.review.judged, row.review.decided_by) == (Verdict.EXPAND, Judged.DECIDED, "")
    assert len(row.review.given) == 2
    with pytest.raises(IllegalStep):
        say(second, reviewed, Verdict.SILENT)


def test_where_they_differ_somebody_settles_it_with_a_reason(
    world: World, second: Viewer, reviewed: UUID
) -> None:
    row = row_of(world.by, reviewed).id
    settled: dict[str, Any] = {"row_id": row, "verdict": Verdict.SILENT, "by": second, "at": NOON}
    say(world.by, reviewed, Verdict.SILENT)
    with pytest.raises(IllegalStep):
        actions.settle_verdict(reasoning="Too early.", **settled)
    say(second, reviewed, Verdict.EXPAND)
    assert row_of(second, reviewed).review.judged is Judged.APART
    with pytest.raises(Invalid) as refusal:
        actions.settle_verdict(reasoning=" ", **settled)
    assert set(refusal.value.errors) == {"reasoning"}
    actions.settle_verdict(reasoning="Talked over.", **settled)
    found = row_of(world.by, reviewed)
    assert (found.verdict, found.reasoning, found.review.decided_by) == (
        Verdict.SILENT,
        "Talked over.",
        "Ida Moe",
    )
    assert {one.verdict for one in found.review.given} == {Verdict.SILENT, Verdict.EXPAND}
    with pytest.raises(IllegalStep):
        say(world.by, reviewed, Verdict.EXPAND)


def test_the_lead_opens_what_not_all_have_judged(world: World, second: Viewer, reviewed: UUID) -> None:
    say(world.by, reviewed, Verdict.SILENT)
    with pytest.raises(NotAllowed):
        actions.open_verdicts(display_id=reviewed, by=second, at=NOON)
    actions.open_verdicts(display_id=reviewed, by=world.by, at=NOON)
    assert [one.verdict for one in row_of(second, reviewed).review.given] == [Verdict.SILENT]
    with pytest.raises(IllegalStep):
        actions.open_verdicts(display_id=reviewed, by=world.by, at=NOON)
    say(second, reviewed, Verdict.EXPAND)  # late is better than never
    assert row_of(second, reviewed).review.judged is Judged.APART


def test_a_verdict_on_an_earlier_state_says_so_and_is_asked_again(
    world: World, second: Viewer, reviewed: UUID
) -> None:
    for viewer in (world.by, second):
        say(viewer, reviewed, Verdict.SILENT)
    row = row_of(world.by, reviewed)
    assert not row.review.stale
    actions.change_row(row_id=row.id, question="How many?", by=world.by, at=NOON)
    row = row_of(world.by, reviewed)
    assert row.review.stale
    assert row.verdict is Verdict.SILENT
    with pytest.raises(NotAllowed):
        actions.judge_anew(row_id=row.id, by=second, at=NOON)
    actions.judge_anew(row_id=row.id, by=world.by, at=NOON)
    assert row_of(world.by, reviewed).review.count == 0


def test_only_reviewers_judge_and_only_so(world: World, second: Viewer, reviewed: UUID, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        say(cast.manager, reviewed, Verdict.SILENT)
    with pytest.raises(NotAllowed):
        say(system(cast.programme_id), reviewed, Verdict.SILENT)
    with pytest.raises(Invalid) as refusal:
        actions.add_row(display_id=reviewed, question="More?", verdict=Verdict.SILENT, by=world.by, at=NOON)
    assert set(refusal.value.errors) == {"verdict"}


def test_a_list_says_how_many_rows_wait_for_oneself(world: World, second: Viewer, reviewed: UUID) -> None:
    def mine(viewer: Viewer) -> int:
        return next(one for one in reads.displays(viewer) if one.id == reviewed).mine_to_judge

    assert (mine(world.by), mine(second)) == (1, 1)
    say(second, reviewed, Verdict.SILENT)
    assert (mine(world.by), mine(second)) == (1, 0)


def test_agreement_over_the_rows_both_judged(world: World, second: Viewer, reviewed: UUID) -> None:
    for question in ("Second?", "Third?"):
        actions.add_row(display_id=reviewed, question=question, by=world.by, at=NOON)
    first, other, third = (row.id for row in reads.display(world.by, reviewed).rows)
    for row, one, two in (
        (first, Verdict.CONFIRM, Verdict.CONFIRM),
        (other, Verdict.SILENT, Verdict.EXPAND),
        (third, Verdict.SILENT, None),
    ):
        actions.give_verdict(row_id=row, verdict=one, reasoning="Yes.", by=world.by, at=NOON)
        if two:
            actions.give_verdict(row_id=row, verdict=two, reasoning="No.", by=second, at=NOON)
    card = reads.display(second, reviewed)
    percent = next(one for one in card.agreed if one.coefficient is Coefficient.PERCENT)
    assert (percent.value, percent.n_units) == (0.5, 2)
    with pytest.raises(Invalid) as refusal:
        actions.freeze_display(display_id=reviewed, by=world.by, at=NOON)
    assert "2 rows" in refusal.value.errors["rows"]


def test_reviewers_are_two_evaluators_or_nobody(world: World, second: Viewer, cast: Cast) -> None:
    me = world.by.worker_id
    for reviewers in ([me], [me, cast.manager.worker_id]):
        with pytest.raises(Invalid) as refusal:
            change(world, reviewers=reviewers)
        assert set(refusal.value.errors) == {"reviewers"}
    change(world, reviewers=[me, second.worker_id])
    row = actions.add_row(display_id=world.display, question="New?", by=world.by, at=NOON)
    actions.give_verdict(row_id=row, verdict=Verdict.SILENT, reasoning="Yes.", by=second, at=NOON)
    with pytest.raises(Invalid) as refusal:
        change(world, reviewers=[])
    assert "judged a row" in refusal.value.errors["reviewers"]
    decided, new = reads.display(world.by, world.display).rows
    assert (decided.verdict, new.verdict) == (Verdict.EXPAND, None)  # what stood before stays decided


def change(world: World, **changes: Any) -> None:
    from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split

    now: dict[str, Any] = {"title": "Reach and dose", "kind": DisplayKind.CONVERGENT, "split": Split.NONE}
    now |= {"extract_id": world.extract, "sheet_id": None, "reviewers": []}
    actions.change_display(display_id=world.display, by=world.by, at=NOON, **(now | changes))


def test_the_database_refuses_a_decision_without_a_verdict(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DisplayRow.objects.filter(id=world.row).update(verdict="")


@pytest.mark.rules
def test_how_far_a_row_is() -> None:
    both = [given(A, Verdict.CONFIRM), given(B, Verdict.CONFIRM)]
    assert judged([], [], False, None) == (Judged.OPEN, None)
    assert judged([A, B], both[:1], True, None) == (Judged.WAITING, None)
    assert judged([A, B], both, False, None) == (Judged.DECIDED, Verdict.CONFIRM)
    assert judged([A, B], [both[0], given(B, Verdict.EXPAND)], False, None) == (Judged.APART, None)
    assert judged([A, B], [], False, Verdict.SILENT) == (Judged.DECIDED, Verdict.SILENT)
    assert not is_open([A, B], both[:1], False)
    assert is_open([A, B], both[:1], True)
    assert agreed([A], [both]) == ()


@pytest.mark.rules
@pytest.mark.parametrize(
    ("figures", "quotes", "found"),
    [(0, 0, Verdict.SILENT), (1, 0, Verdict.SILENT), (0, 2, Verdict.SILENT), (1, 1, None)],
)
def test_silent_is_suggested_where_a_side_is_empty(figures: int, quotes: int, found: object) -> None:
    assert suggested(figures, quotes) is found
