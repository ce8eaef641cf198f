"""What staff say in a survey, and change of those asked twice, as evidence: chosen, hidden, frozen as figures are."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.indicators.tests.test_leaving_scores import staff
from linkwork.evaluation.indicators.tests.test_paired import pair, record
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.models import DisplayFigure
from linkwork.evaluation.portraits.reads.displays.choosing import figures, row_in_place
from linkwork.evaluation.portraits.reads.evidence import score_choices
from linkwork.evaluation.portraits.rules.displays.differences import Change
from linkwork.evaluation.portraits.rules.events import EventKind
from linkwork.evaluation.portraits.rules.evidence import FigureKey, figure_key
from linkwork.evaluation.portraits.rules.freezing import freeze_figure, thaw_figure
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.world import CONTACTS, World
from linkwork.extracts import actions as gate
from linkwork.testing.cast import NOON, Cast

COHERENCE = FigureKey("survey nomad coherence")
CHANGE = FigureKey("change phq-9 total")


def of(wave: UUID, group: str = "") -> FigureKey:
    return replace(COHERENCE, wave=str(wave), grouping="group" if group else "", group=group)


def row(world: World, **changes: Any) -> UUID:
    given: dict[str, Any] = {
        "display_id": world.display,
        "question": "Does it make sense?",
        "verdict": Verdict.CONFIRM,
    }
    return actions.add_row(**(given | {"by": world.by, "at": NOON} | changes))


def standing(world: World, row_id: UUID) -> Any:
    shown = reads.display(world.by, world.display).rows
    return next(one for one in shown if one.id == row_id).evidence.figures


def test_what_staff_say_stands_in_a_row_beside_the_record(world: World, cast: Cast) -> None:
    wave = staff(cast, {"worker": 9, "manager": 2, "nurse": 7})
    made = row(world, figures=[CONTACTS, of(wave), of(wave, "worker"), of(wave, "manager")])
    contacts, whole, workers, managers = standing(world, made)
    assert (contacts.extract_id, whole.extract_id) == (world.extract, wave)
    assert whole.title == "NoMAD: Coherence"
    assert (
        whole.sentence
        == "Coherence: 4.00 on a scale from 1 to 5; respondents: 18. 95 % interval from 4.00 to 4.00"
    )
    assert (str(whole.value), whole.denominator, whole.version) == ("4.00", 18, "2018")
    assert len(whole.extract_hash) == 64
    assert "10.1186/s12874-018-0591-x" in whole.definition
    assert workers.sentence == "NoMAD: Coherence, worker: 4.00."
    assert (managers.hidden, managers.value) == (True, None)
    assert managers.sentence == "NoMAD: Coherence, manager: too few to show."
    now = row_in_place(world.by, world.display, made).row
    assert now
    assert now.figures == (CONTACTS, of(wave), of(wave, "worker"), of(wave, "manager"))


def test_the_latest_survey_is_offered_and_those_that_are_linked(world: World, cast: Cast) -> None:
    first = staff(cast, {"worker": 9}, day=dt.date(2026, 1, 5))
    latest = staff(cast, {"worker": 8})
    offered = {one.key for one in figures(world.by, None, None)}
    assert of(latest) in offered
    assert of(first) not in offered
    linked = figures(world.by, None, None, [of(first)])
    assert linked[0].key == of(first)
    assert of(latest) in {one.key for one in linked}
    assert len({one.key for one in linked}) == len(linked)
    assert not [one for one in figures(world.by, None, "stage") if one.key.wave]  # type: ignore[arg-type]
    assert of(latest) in {one.key for one in reads.figure_choices(world.by, None)}


def test_what_was_frozen_stays_and_another_wave_says_something_else(world: World, cast: Cast) -> None:
    wave = staff(cast, {"worker": 9})
    made = row(world, figures=[of(wave)])
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    then = standing(world, made)
    staff(cast, {"worker": 12}, day=dt.date(2026, 2, 20))
    card = reads.display(world.by, world.display)
    assert (standing(world, made), card.intact) == (then, True)
    assert wave in {one.extract_id for one in card.figures}
    differs = {one.id: one.different for one in reads.today(world.by, world.display).rows}
    (now,) = [one for one in differs[made] if one.change is Change.FIGURE]
    assert "respondents: 9." in now.then
    assert "respondents: 12." in now.now
    later = actions.next_version(display_id=world.display, extract_id=None, by=world.by, at=NOON)
    keys = [one.key for row in reads.display(world.by, later).rows for one in row.evidence.figures]
    assert keys == [of(wave)]


def test_what_was_said_since_of_rounding_holds_for_a_frozen_score(world: World, cast: Cast) -> None:
    wave = staff(cast, {"worker": 12})
    row(world, figures=[of(wave)])
    actions.freeze_display(display_id=world.display, by=world.by, at=NOON)
    gate.release(extract_id=wave, by=world.by, at=NOON, base=5)
    (frozen,) = [one for one in reads.display(world.by, world.display).figures if one.key.wave]
    shown = reads.figure_cards(world.by, {(wave, frozen.key)})[wave, frozen.key]  # what the curtain asks for
    assert frozen.denominator == 12
    assert (shown.denominator, shown.hidden) == (10, False)
    assert "respondents: 10." in shown.sentence


def test_a_survey_of_few_is_not_shown(world: World, cast: Cast) -> None:
    made = row(world, figures=[of(staff(cast, {"worker": 3}))])
    (card,) = standing(world, made)
    assert (card.hidden, card.small, card.value, card.denominator) == (True, True, None, None)
    assert card.sentence == "Coherence: too few answered to show it."


def test_change_is_evidence_of_a_statement(world: World, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [pair(n, "phq-9", "total", 9.0, 5.0, "better") for n in range(12)]
    asked_once = [("phq-9", "total"), ("ons4", "happy"), ("ons4", "satisfied")] * 6
    rows += [pair(20 + n, "ons4", "happy", 9.0, 5.0, "better") for n in range(3)]
    rows += [pair(40 + n, "ons4", "satisfied", 9.0, 5.0, "better") for n in range(9)]
    rows += [pair(60 + n, *score, 9.0, None, None) for n, score in enumerate(asked_once)]
    made = record(cast, monkeypatch, rows)
    few = FigureKey("change ons4 happy")
    gone = FigureKey("change ons4 anxious")
    wave = staff(cast, {"worker": 9})
    keys = [CHANGE, few, gone, of(wave)]
    actions.link_figures(statement_id=world.bare, extract_id=made, figures=keys, by=world.by, at=NOON)
    card = reads.statements(world.by, [world.bare])[world.bare]
    told, hidden, lost, said = card.evidence.figures
    assert (str(told.value), told.denominator, told.extract_id) == ("-4.00", 12, made)
    assert "mean change −4.00; asked twice: 12" in told.sentence
    assert told.title.startswith("Change: PHQ-9")
    assert (hidden.hidden, hidden.value) == (True, None)
    assert lost.problem == "This extract does not hold what that figure needs."
    assert (said.extract_id, said.denominator) == (wave, 9)
    offered = {one.key for one in score_choices(world.by, made)}
    assert {CHANGE, few, of(wave)} <= offered


def test_a_statement_drafted_from_scores_alone_and_a_score_on_the_timeline(world: World, cast: Cast) -> None:
    wave = staff(cast, {"worker": 9})
    given: dict[str, Any] = {"portrait_id": world.portrait, "by": world.by, "at": NOON}
    actions.add_event(happened_on=NOON.date(), title="Asked", kind=EventKind.FIGURE, figure=of(wave), **given)
    portrait = reads.portrait(world.by, world.portrait)
    event = next(one for one in portrait.events if one.title == "Asked")
    assert event.figure
    assert event.figure.extract_id == wave
    first = portrait.statements[0]
    actions.link_figures(statement_id=first.id, extract_id=None, figures=[of(wave)], by=world.by, at=NOON)
    assert reads.statements(world.by, [first.id])[first.id].evidence.figures[0].denominator == 9
    version = actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    kept = reads.version(world.by, world.portrait, version)
    assert [one.figure.denominator for one in kept.events if one.figure] == [9]


@pytest.mark.parametrize(
    "key",
    [
        FigureKey("survey nomad coherence"),  # of which survey?
        FigureKey("survey nomad shoes"),
        FigureKey("survey shoes coherence"),
        FigureKey("survey nomad coherence", "stage", "operation"),
        FigureKey("change phq-9 total", "group", "worker"),
        FigureKey("survey nomad"),
    ],
)
def test_a_score_that_is_none_is_refused(world: World, cast: Cast, key: FigureKey) -> None:
    wave = staff(cast, {"worker": 5})
    asked = key if key == COHERENCE else replace(key, wave=str(wave))
    with pytest.raises(Invalid):
        row(world, figures=[asked])


def test_a_survey_of_another_programme_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        row(world, figures=[of(new_id())])
    with pytest.raises(Invalid, match="Choose an extract first"):
        actions.link_figures(
            statement_id=world.bare, extract_id=None, figures=[CONTACTS], by=world.by, at=NOON
        )


def test_a_score_stands_once_in_a_row_and_another_wave_beside_it(world: World, cast: Cast) -> None:
    waves = [staff(cast, {"worker": 9}, day=dt.date(2026, month, 3)) for month in (1, 2)]
    made = row(world, figures=[of(waves[0]), of(waves[1]), of(waves[0])])
    assert [one.extract_id for one in standing(world, made)] == waves
    there = DisplayFigure.objects.filter(row_id=made)[0]
    there.pk = new_id()
    with pytest.raises(IntegrityError), transaction.atomic():
        there.save(force_insert=True)


@pytest.mark.rules
def test_a_key_is_written_and_read_back() -> None:
    wave = "019b0000-0000-7000-8000-000000000000"
    for key in (
        CONTACTS,
        CHANGE,
        of(UUID(wave)),
        of(UUID(wave), "on / off @ night"),
        FigureKey("a", "b", "x@y"),
    ):
        assert figure_key(str(key)) == key
    for text in (
        "survey nomad coherence//@",
        "survey nomad coherence//@x",
        "survey nomad coherence/@",
        "//",
        "a/b/",
    ):
        assert figure_key(text) is None
    assert figure_key("survey nomad coherence//") == COHERENCE


def test_a_figure_frozen_before_there_were_scores_is_read(world: World) -> None:
    (card,) = standing(world, world.row)
    kept = freeze_figure(card)
    assert thaw_figure(kept) == card
    assert thaw_figure(kept | {"key": ["contacts", "", ""]}) == card
