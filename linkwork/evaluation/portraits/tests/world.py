"""A study with two sources, coded; an extract; the portrait and the display that rest on them."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import StatementKind, Verdict
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design, Group, SourceKind
from linkwork.extracts import actions as extracts
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

OPEN_WORDS = "The nurse brought the first ones herself."
CLOSED_WORDS = "I was ashamed to come alone."
CONTACTS = FigureKey("contacts")
BY_STAGE = FigureKey("contacts", "stage", "operation")


@dataclass(frozen=True)
class World:
    """`open_quote` may be shown, `closed_quote` may not. `statement` rests on both and a figure; `bare` on nothing."""

    by: Viewer
    study: UUID
    extract: UUID
    open_quote: UUID
    closed_quote: UUID
    portrait: UUID
    statement: UUID
    bare: UUID
    display: UUID
    row: UUID


def build_world(cast: Cast) -> World:
    """All of it, made by the evaluator at NOON."""
    by = cast.evaluator
    study = studies.open_study(
        title="How it takes hold",
        question="What helps?",
        design=Design.CASE_STUDY,
        opened_on=NOON.date(),
        by=by,
        at=NOON,
    )
    open_quote = _quote(by, study, "Worker, spring", OPEN_WORDS, Group.WORKER, quotable=True)
    closed_quote = _quote(by, study, "Mother, autumn", CLOSED_WORDS, Group.PERSON, quotable=False)
    extract = extracts.take_extract(by=by, at=NOON)
    portrait = actions.open_portrait(
        study_id=study, title="A room by the door", focus="Being seen.", extract_id=extract, by=by, at=NOON
    )
    statement = say(by, portrait, "People came once a nurse brought them.")
    actions.link_quotes(statement_id=statement, codings=[open_quote, closed_quote], by=by, at=NOON)
    actions.link_figures(statement_id=statement, extract_id=extract, figures=[CONTACTS], by=by, at=NOON)
    bare = say(by, portrait, "The room mattered more than the training.", kind=StatementKind.FACILITATOR)
    actions.add_event(
        portrait_id=portrait, happened_on=dt.date(2026, 2, 1), title="A room is given", by=by, at=NOON
    )
    display = actions.open_display(study_id=study, title="Reach and dose", extract_id=extract, by=by, at=NOON)
    row = actions.add_row(
        display_id=display,
        question="Whom do we reach?",
        component="implementation.reach",
        verdict=Verdict.EXPAND,
        reasoning="The numbers say how many, the words say why.",
        figures=[CONTACTS],
        codings=[open_quote, closed_quote],
        by=by,
        at=NOON,
    )
    return World(by, study, extract, open_quote, closed_quote, portrait, statement, bare, display, row)


def say(
    by: Viewer,
    portrait: UUID,
    text: str,
    stage: Stage = Stage.OPERATION,
    kind: StatementKind = StatementKind.FINDING,
) -> UUID:
    """Another statement."""
    return actions.add_statement(portrait_id=portrait, stage=stage, kind=kind, text=text, by=by, at=NOON)


def _quote(by: Viewer, study: UUID, title: str, words: str, group: Group, quotable: bool) -> UUID:
    source = studies.add_source(
        study_id=study,
        title=title,
        kind=SourceKind.INTERVIEW,
        text=f"Before that. {words} After that.",
        language="en",
        group=group,
        stage=Stage.OPERATION,
        consent=quotable,
        by=by,
        at=NOON,
    )
    return coding.code_passage(
        source_id=source,
        start=len("Before that. "),
        end=len(f"Before that. {words}"),
        constructs=[("npt", "cognitive_participation")],
        valence=Valence.FACILITATOR,
        by=by,
        at=NOON,
    )
