"""Figures beside quotations: filling a joint display, freezing it, who may."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.models import DisplayFigure, DisplayRow, JointDisplay
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, CONTACTS, OPEN_WORDS, World
from linkwork.testing.cast import NOON, Cast


def open_display(world: World, title: str = "Fidelity", **changes: Any) -> UUID:
    given: dict[str, Any] = {"study_id": world.study, "title": title, "extract_id": world.extract}
    return actions.open_display(**(given | {"by": world.by, "at": NOON} | changes))


def add_row(world: World, **changes: Any) -> UUID:
    given: dict[str, Any] = {"display_id": world.display, "question": "How much?", "verdict": Verdict.SILENT}
    return actions.add_row(**(given | {"by": world.by, "at": NOON} | changes))


def test_a_row_sets_figures_beside_words(world: World, cast: Cast) -> None:
    card = reads.display(cast.manager, world.display)
    assert (card.title, card.frozen_at, card.intact) == ("Reach and dose", None, True)
    (row,) = card.rows
    assert (row.question, row.component, row.verdict) == (
        "Whom do we reach?",
        "implementation.reach",
        Verdict.EXPAND,
    )
    shown, withheld = row.evidence.quotes
    assert (shown.text, shown.withheld) == (OPEN_WORDS, False)
    assert (withheld.text, withheld.withheld) == ("", True)
    (figure,) = row.evidence.figures
    assert (figure.key, figure.extract_id) == (CONTACTS, world.extract)
    assert figure.sentence
    assert [line.rows for line in reads.displays(cast.adviser)] == [1]


def test_rows_stand_in_order_and_can_be_said_anew(world: World) -> None:
    second = add_row(world)
    actions.change_row(
        row_id=world.row,
        question=" Who comes? ",
        verdict=Verdict.CONFIRM,
        figures=[CONTACTS],
        by=world.by,
        at=NOON,
    )
    first, last = reads.display(world.by, world.display).rows
    assert (first.question, first.verdict, first.evidence.quotes) == ("Who comes?", Verdict.CONFIRM, ())
    assert (last.id, last.place, last.evidence.is_opinion) == (second, 2, True)
    actions.remove_row(row_id=world.row, by=world.by, at=NOON)
    assert [row.id for row in reads.display(world.by, world.display).rows] == [second]


def test_a_frozen_display_says_the_same_tomorrow(world: World) -> None:
    live = reads.display(world.by, world.display)
    digest = actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    card = reads.display(world.by, world.display)
    assert (card.frozen_at, card.frozen_hash, card.intact) == (NOON, digest, True)
    assert card.rows[0].evidence.quotes[0].text == OPEN_WORDS
    assert card.rows[0].evidence.figures[0].sentence == live.rows[0].evidence.figures[0].sentence
    assert CLOSED_WORDS not in str(JointDisplay.objects.get(id=world.display).frozen)


def test_a_changed_frozen_display_is_noticed(world: World) -> None:
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    row = JointDisplay.objects.get(id=world.display)
    assert row.frozen is not None
    row.frozen["rows"][0]["reasoning"] = "Something else."
    row.save()
    assert not reads.display(world.by, world.display).intact


def test_nothing_moves_in_a_frozen_display(world: World) -> None:
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    with pytest.raises(IllegalStep):
        add_row(world)
    with pytest.raises(IllegalStep):
        actions.remove_row(row_id=world.row, by=world.by, at=NOON)
    with pytest.raises(IllegalStep):
        actions.freeze_display(display_id=world.display, by=world.by, at=NOON)


def test_an_empty_display_is_not_frozen(world: World) -> None:
    actions.remove_row(row_id=world.row, by=world.by, at=NOON)
    with pytest.raises(Invalid) as refusal:
        actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    assert set(refusal.value.errors) == {"rows"}


def test_titles_are_free_and_something(world: World) -> None:
    open_display(world)
    for title in ("Fidelity", " ", "x" * 161):
        with pytest.raises(Invalid) as refusal:
            open_display(world, title)
        assert set(refusal.value.errors) == {"title"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"question": ""}, "question"),
        ({"reasoning": "x" * 10_001}, "reasoning"),
        ({"component": "weather"}, "component"),
        ({"figures": [FigureKey("no-such-figure")]}, "figures"),
        ({"figures": [FigureKey("contacts", "shoe_size", "42")]}, "figures"),
        ({"codings": [new_id()]}, "quotes"),
    ],
)
def test_a_row_is_checked(world: World, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add_row(world, **changes)
    assert set(refusal.value.errors) == {field}


def test_figures_need_an_extract(world: World) -> None:
    display = open_display(world, extract_id=None)
    with pytest.raises(Invalid) as refusal:
        add_row(world, display_id=display, figures=[CONTACTS])
    assert set(refusal.value.errors) == {"figures"}
    add_row(world, display_id=display)
    assert len(reads.display(world.by, display).rows) == 1


def test_only_evaluators_write_and_workers_do_not_read(world: World, cast: Cast) -> None:
    for viewer in (cast.manager, cast.adviser, cast.worker):
        assert not access.may_write(viewer)
        with pytest.raises(NotAllowed):
            open_display(world, by=viewer)
        with pytest.raises(NotAllowed):
            add_row(world, by=viewer)
        with pytest.raises(NotAllowed):
            actions.remove_row(row_id=world.row, by=viewer, at=NOON)
    with pytest.raises(NotAllowed):
        reads.displays(cast.worker)


def test_nothing_is_found_next_door(world: World, cast: Cast) -> None:
    with pytest.raises(NotFound):
        reads.display(cast.outsider, world.display)
    missing = new_id()
    with pytest.raises(NotFound):
        add_row(world, display_id=missing)
    with pytest.raises(NotFound):
        actions.remove_row(row_id=missing, by=world.by, at=NOON)
    with pytest.raises(NotFound):
        open_display(world, extract_id=missing)


def test_the_database_refuses_half_a_freeze_and_half_a_group(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        JointDisplay.objects.filter(id=world.display).update(frozen_at=NOON)
    row = DisplayRow.objects.get(id=world.row)
    with pytest.raises(IntegrityError), transaction.atomic():
        DisplayFigure.objects.create(
            programme_id=row.programme_id, row=row, indicator="contacts", grouping="mode", created_at=NOON
        )
