"""Joint displays over time: rows in order, frozen with everything, held against today, gone on from."""

import dataclasses
import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules.scores import CaseKind, Mark
from linkwork.evaluation.coding.rules.scores import Verdict as Flagged
from linkwork.evaluation.coding.tests.scene import second_coder
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.models import JointDisplay
from linkwork.evaluation.portraits.reads.displays import sheets_to_show
from linkwork.evaluation.portraits.reads.displays.choosing import Narrowed, figures, passages
from linkwork.evaluation.portraits.rules.displays.cases import ALL, by_case, cases
from linkwork.evaluation.portraits.rules.displays.differences import Change, differences
from linkwork.evaluation.portraits.rules.displays.keeping import thaw_review
from linkwork.evaluation.portraits.rules.displays.layouts import Column, DisplayKind, Split, columns
from linkwork.evaluation.portraits.rules.displays.verdicts import Judged
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.test_rules import figure, quote
from linkwork.evaluation.portraits.tests.world import CONTACTS, World
from linkwork.testing.cast import NOON, Cast

PAIR = ("npt", "cognitive_participation")


def asked(world: World, display: UUID | None = None) -> list[str]:
    return [row.question for row in reads.display(world.by, display or world.display).rows]


def add(world: World, *questions: str) -> list[UUID]:
    return [
        actions.add_row(display_id=world.display, question=one, verdict=Verdict.SILENT, by=world.by, at=NOON)
        for one in questions
    ]


def sheet(world: World, second: Viewer) -> UUID:
    """A compared sheet of two cases: the first rated +2 by both, the second not alike."""
    made = coding.open_sheet(
        study_id=world.study,
        title="Ratings",
        kind=CaseKind.SITE,
        cases=["North", "South"],
        constructs=[PAIR],
        rater_ids=[world.by.worker_id, second.worker_id],
        by=world.by,
        at=NOON,
    )
    from linkwork.evaluation.coding import reads as codings

    north, south = (one.id for one in codings.sheet(world.by, made).cases)
    for viewer, case, value in (
        (world.by, north, 2),
        (second, north, 2),
        (world.by, south, 1),
        (second, south, -1),
    ):
        coding.rate(
            sheet_id=made, case_id=case, construct=PAIR, mark=Mark.RATED, value=value, by=viewer, at=NOON
        )
    return made


def test_a_row_goes_to_a_place_and_comes_back_where_it_was(world: World) -> None:
    second, third = add(world, "Second?", "Third?")
    actions.move_row(row_id=third, place=1, by=world.by, at=NOON)
    assert asked(world) == ["Third?", "Whom do we reach?", "Second?"]
    actions.move_row(row_id=third, place=99, by=world.by, at=NOON)
    assert asked(world) == ["Whom do we reach?", "Second?", "Third?"]
    actions.remove_row(row_id=second, by=world.by, at=NOON)
    assert asked(world) == ["Whom do we reach?", "Third?"]
    assert reads.display(world.by, world.display).removed == ((second, "Second?"),)
    add(world, "Fourth?")
    actions.restore_row(row_id=second, by=world.by, at=NOON)
    assert asked(world) == ["Whom do we reach?", "Second?", "Third?", "Fourth?"]
    with pytest.raises(NotFound):
        actions.restore_row(row_id=second, by=world.by, at=NOON)


def test_ratings_stand_beside_figures_and_words(world: World, cast: Cast) -> None:
    made = sheet(world, second_coder(cast))
    assert sheets_to_show(world.by, world.study) == []
    shape: dict[str, Any] = {"title": "Reach and dose", "kind": DisplayKind.CONVERGENT, "split": Split.NONE}
    shape |= {"extract_id": world.extract, "reviewers": [], "by": world.by, "at": NOON}
    actions.change_display(display_id=world.display, sheet_id=made, **shape)
    said: dict[str, Any] = {"row_id": world.row, "question": "Who?", "verdict": Verdict.EXPAND}
    said |= {"figures": [CONTACTS], "by": world.by, "at": NOON}
    with pytest.raises(Invalid) as refusal:
        actions.change_row(rated=[("npt", "coherence")], **said)
    assert set(refusal.value.errors) == {"ratings"}
    actions.change_row(rated=[PAIR], **said)
    assert reads.display(cast.adviser, world.display).rows[0].ratings == ()  # not compared yet
    coding.compare_ratings(sheet_id=made, by=world.by, at=NOON)
    assert [title for _id, title in sheets_to_show(world.by, world.study)] == ["Ratings"]
    coding.order_cases(sheet_id=made, outcomes={}, upper=1, by=world.by, at=NOON)
    coding.give_verdict(sheet_id=made, construct=PAIR, verdict=Flagged.WEAK, by=world.by, at=NOON)
    (rated,) = reads.display(cast.adviser, world.display).rows[0].ratings
    assert [(cell.case, cell.mark, cell.value) for cell in rated.cells] == [
        ("North", Mark.RATED, 2),
        ("South", None, None),
    ]
    assert (rated.suggested, rated.decided, rated.stands) == (
        Flagged.INSUFFICIENT,
        Flagged.WEAK,
        Flagged.WEAK,
    )
    for changes, field in (({"sheet_id": None}, "sheet"), ({"sheet_id": new_id()}, "sheet")):
        with pytest.raises(Invalid) as refusal:
            actions.change_display(display_id=world.display, **(shape | changes))
        assert set(refusal.value.errors) == {field}
    with pytest.raises(Invalid) as refusal:
        actions.change_display(display_id=world.display, sheet_id=made, **(shape | {"extract_id": None}))
    assert set(refusal.value.errors) == {"extract_id"}
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert reads.display(cast.manager, world.display).rows[0].ratings == (rated,)


def test_a_frozen_display_keeps_who_said_what(world: World, cast: Cast) -> None:
    second = second_coder(cast)
    made = actions.open_display(
        study_id=world.study,
        title="Judged",
        extract_id=world.extract,
        kind=DisplayKind.CASES,
        split=Split.STAGE,
        reviewers=[world.by.worker_id, second.worker_id],
        by=world.by,
        at=NOON,
    )
    row = actions.add_row(
        display_id=made, question="How?", bridge="Why so few?", figures=[CONTACTS], by=world.by, at=NOON
    )
    for viewer in (world.by, second):
        actions.give_verdict(row_id=row, verdict=Verdict.SILENT, reasoning="No words.", by=viewer, at=NOON)
    live = reads.display(cast.manager, made)
    actions.freeze_display(display_id=made, by=world.by, at=NOON)
    kept = reads.display(cast.manager, made)
    assert kept.intact
    assert dataclasses.replace(kept, frozen_at=None, frozen_hash="") == live
    for act in (
        lambda: actions.judge_anew(row_id=row, by=world.by, at=NOON),
        lambda: actions.move_row(row_id=row, place=1, by=world.by, at=NOON),
        lambda: actions.open_verdicts(display_id=made, by=world.by, at=NOON),
    ):
        with pytest.raises(IllegalStep):
            act()
    new = actions.next_version(display_id=made, extract_id=world.extract, by=world.by, at=NOON)
    card = reads.display(second, new)
    assert (card.version, card.kind, card.rows[0].verdict) == (2, DisplayKind.CASES, None)
    assert [name for _id, name in card.reviewers] == ["Elif Kaya", "Ida Moe"]


def test_a_new_version_goes_on_and_the_earlier_stays(world: World) -> None:
    goes: dict[str, Any] = {"display_id": world.display, "by": world.by, "at": NOON}
    with pytest.raises(IllegalStep):
        actions.next_version(extract_id=None, **goes)
    actions.freeze_display(**goes)
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    new = actions.next_version(extract_id=None, **goes)
    before, after = reads.display(world.by, world.display), reads.display(world.by, new)
    assert (before.later_id, after.earlier_id, after.version, after.title) == (
        new,
        world.display,
        2,
        before.title,
    )
    assert [one.coding_id for one in after.rows[0].evidence.quotes] == [world.closed_quote]
    assert (after.rows[0].verdict, after.rows[0].evidence.figures) == (Verdict.EXPAND, ())
    assert len(before.rows[0].evidence.quotes) == 2
    with pytest.raises(IllegalStep):
        actions.next_version(extract_id=None, **goes)
    with pytest.raises(NotFound):
        actions.next_version(extract_id=None, **(goes | {"display_id": new_id()}))
    with pytest.raises(IntegrityError), transaction.atomic():
        JointDisplay.objects.filter(id=new).update(version=1)
    assert [(one.version, one.has_later) for one in reads.displays(world.by)] == [(2, False), (1, True)]


def test_today_is_told_beside_what_was_frozen(world: World) -> None:
    with pytest.raises(IllegalStep):
        reads.today(world.by, world.display)
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert [row.different for row in reads.today(world.by, world.display).rows] == [()]
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    (row,) = reads.today(world.by, world.display).rows
    assert [one.change for one in row.different] == [Change.REMOVED]


def test_the_command_line_opens_and_fills_without_a_name(world: World, cast: Cast) -> None:
    by = system(cast.programme_id)
    made = actions.open_display(study_id=world.study, title="By hand", extract_id=None, by=by, at=NOON)
    asks: dict[str, Any] = {"display_id": made, "by": by, "at": NOON}
    assert actions.add_rows_about(about=[PAIR, PAIR], **asks) == 1
    assert actions.add_rows_about(about=[PAIR], **asks) == 0
    (row,) = reads.display(by, made).rows
    assert (row.about, row.component, row.verdict) == ("Cognitive participation", PAIR[1], None)
    actions.settle_verdict(row_id=row.id, verdict=Verdict.SILENT, reasoning="Empty.", by=by, at=NOON)
    assert reads.display(by, made).rows[0].review.decided_by == ""


def test_a_case_comparison_says_what_its_cases_are(world: World) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.open_display(
            study_id=world.study,
            title="Cases",
            extract_id=None,
            kind=DisplayKind.CASES,
            by=world.by,
            at=NOON,
        )
    assert set(refusal.value.errors) == {"split"}


def test_what_there_is_to_choose(world: World) -> None:
    place = reads.row_in_place(world.by, world.display, world.row)
    assert place.row is not None
    assert (place.row.figures, len(place.row.quotes), place.reviewed) == ((CONTACTS,), 2, False)
    assert [one.construct_id for one in place.codes] == [PAIR[1]]
    found, many = passages(world.by, world.study, Narrowed(words="nurse"))
    assert (many, [one.coding_id for one in found]) == (1, [world.open_quote])
    keys = [one.key for one in figures(world.by, world.extract, None, [FigureKey("gone")])]
    assert keys[0] == FigureKey("gone")  # a figure lost since is still shown, to be taken out
    assert CONTACTS in keys
    with pytest.raises(NotFound):
        reads.row_in_place(world.by, world.display, new_id())


@pytest.mark.rules
def test_what_became_of_a_piece_of_evidence() -> None:
    one = quote(codes=("Reach",), valence="barrier")
    now = {
        Change.REMOVED: quote(removed=True, withheld=True),
        Change.WITHHELD: quote(withheld=True),
        Change.RECODED: quote(codes=("Dose",), valence="barrier"),
    }
    for change, card in now.items():
        assert [found.change for found in differences([one], [], {one.coding_id: card}, {})] == [change]
    hidden = quote(withheld=True)
    assert [d.change for d in differences([hidden], [], {one.coding_id: one}, {})] == [Change.QUOTABLE]
    gone = quote(removed=True)
    assert differences([gone], [], {one.coding_id: gone}, {}) == []
    assert differences([one], [], {one.coding_id: one}, {}) == []
    counted, more, lost = figure(), figure(numerator=508), figure(problem="Not held.", sentence="Not held.")
    for then, today, found in (
        (counted, counted, []),
        (counted, more, [Change.FIGURE]),
        (counted, lost, [Change.NO_FIGURE]),
        (lost, lost, []),
    ):
        assert [d.change for d in differences([], [then], {}, {then.key: today})] == found
    assert differences([], [counted], {}, {}) == []


@pytest.mark.rules
def test_evidence_is_told_apart_by_case() -> None:
    stage = figure(key=FigureKey("contacts", "stage", "operation"))
    month = figure(key=FigureKey("contacts", "month", "2026-01"))
    found = Evidence((quote(stage="initiation", group="person"),), (stage, month))
    assert set(by_case(found, Split.STAGE)) == {"initiation", "operation", ALL}
    assert set(by_case(found, Split.GROUP)) == {"person", ALL}
    assert set(by_case(found, Split.NONE)) == {ALL}
    assert cases(Split.STAGE, [found], [ALL, "operation", "initiation", "maintenance"]) == [
        ALL,
        "operation",
        "initiation",
    ]


@pytest.mark.rules
def test_ratings_have_a_column_only_where_there_are_any() -> None:
    assert Column.RATINGS not in columns(DisplayKind.CONVERGENT, rated=False)
    assert Column.RATINGS in columns(DisplayKind.CONVERGENT, rated=True)
    assert columns(DisplayKind.EXPLANATORY, rated=False)[:3] == (Column.FIGURES, Column.BRIDGE, Column.WORDS)
    assert thaw_review(None).judged is Judged.DECIDED


def test_times_are_kept(world: World) -> None:
    later = NOON + dt.timedelta(days=1)
    actions.freeze_display(display_id=world.display, by=world.by, at=later)
    assert reads.display(world.by, world.display).frozen_at == later
