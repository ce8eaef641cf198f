"""Does somebody's part in a study's team hold in every question of studies and codings, not only on the pages?"""

import datetime as dt
import inspect
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.errors import IllegalStep, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.coding.reads.finding import Ask
from linkwork.evaluation.coding.reads.memos import memos_apart
from linkwork.evaluation.coding.reads.outside import has_consensus, outgoing
from linkwork.evaluation.coding.reads.records import Asked
from linkwork.evaluation.coding.rules.differences import Choice
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.rules.scores import CaseKind
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.evaluation.coding.rules.tables.asked import Asked as Table
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.evaluation.coding.tests.scene import RELATIONS, SPACE, Scene, build, code, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as study_reads
from linkwork.evaluation.studies.reads import Case
from linkwork.evaluation.studies.rules import Part
from linkwork.testing.cast import NOON, Cast

LATER = NOON + dt.timedelta(hours=1)
# What managers and advisers may know too, and so whoever evaluates: findings, never what was said around them.
FINDINGS = {
    *(
        "approvals",
        "cases",
        "checklists_begun",
        "part_in",
        "source_lines",
        "sources_with_text",
        "studies",
        "study",
        "study_titled",
    ),
    *("labels_and_questions", "targets", "team", "turn_places"),
    *("cited", "codebook", "coders", "codes_used", "counts", "frame", "frames_named", "kept_apart"),
    *("latest_version", "merges", "method", "overlap", "quote", "quotes", "saved_table", "saved_tables"),
    *("saturation_of", "settled", "studies_counts", "used", "version", "version_before", "versions"),
}
OWN = {"recent_codes", "rounds_owed", "searches", "steps"}  # what one did oneself
Asking = Callable[[Viewer], object]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path


def whole(cast: Cast, scene: Scene, ida: Viewer, first: UUID) -> Mapping[str, Asking]:
    """Every question that shows what was said, who coded it, or what they thought."""
    study, source, by = scene.study_id, scene.quotable, cast.evaluator
    line = study_reads.source_line(by, source)
    given: dict[str, Any] = {"study_id": study, "by": by, "at": NOON}
    both = [by.worker_id, ida.worker_id]
    opened = actions.open_round(
        title="One",
        purpose=Purpose.DOUBLE,
        source_ids=[scene.closed, source],
        coder_ids=both,
        blind=False,
        **given,
    )
    learning = actions.open_round(
        title="Two",
        purpose=Purpose.PRACTICE,
        source_ids=[scene.closed],
        coder_ids=[ida.worker_id],
        expert_id=by.worker_id,
        **given,
    )
    sheet = actions.open_sheet(
        title="Sites", kind=CaseKind.SITE, cases=["A"], constructs=[RELATIONS], rater_ids=both, **given
    )
    written = actions.make_matrix(
        title="Themes", kind=MatrixKind.FRAMEWORK, themes=[actions.NewTheme(heading="Trust")], **given
    )
    themes = reads.matrix(by, written)
    record = actions.keep_agreement(title="Kept", asked=Asked(), **given)
    coding = code(by, source, "After that", SPACE)
    decision = actions.decide(
        round_id=opened, source_id=source, members=[coding], choice=Choice.BOTH, by=by, at=NOON
    )
    agreed = Coding.objects.get(decision_id=decision).id
    return {
        "sources": lambda who: study_reads.sources(who, study),
        "settled_place": lambda who: reads.settled_place(who, agreed),
        "source": lambda who: study_reads.source(who, source),
        "source_line": lambda who: study_reads.source_line(who, source),
        "source_part": lambda who: study_reads.source_part(who, source),
        "sealed": lambda who: study_reads.sealed(who, study),
        "earlier_texts": lambda who: study_reads.earlier_texts(who, source),
        "turns": lambda who: study_reads.turns(who, source),
        "recording": lambda who: study_reads.recording(who, source),
        "field_note": lambda who: study_reads.field_note(who, line_of(who, scene, line)),
        "pseudonyms_for": lambda who: study_reads.pseudonyms_for(who, study, ["Ida"]),
        "checklist_answers": lambda who: study_reads.checklist_answers(who, study, "srqr"),
        "agreement": lambda who: reads.agreement(who, study),
        "answer": lambda who: reads.answer(who, study, Asked()),
        "agreement_record": lambda who: reads.agreement_record(who, record),
        "agreement_records": lambda who: reads.agreement_records(who, study),
        "arrived": lambda who: reads.arrived(who, source, first),
        "attempts": lambda who: reads.attempts(who, learning),
        "practice": lambda who: reads.practice(who, learning, ida.worker_id),
        "changed": lambda who: reads.changed(who, source),
        "lost": lambda who: reads.lost(who, source),
        "code_table": lambda who: reads.code_table(who, study, Table(across=Across.CODER)),
        "codings": lambda who: reads.codings(who, source),
        "codings_between": lambda who: reads.codings_between(who, line_of(who, scene, line), 0, 9),
        "near": lambda who: reads.near(who, line_of(who, scene, line), 0, True),
        "one_coding": lambda who: reads.one_coding(who, line_of(who, scene, line), first),
        "spread": lambda who: reads.spread(who, line_of(who, scene, line), 9),
        "used_in": lambda who: reads.used_in(who, line_of(who, scene, line)),
        "differences": lambda who: reads.differences(who, opened),
        "find": lambda who: reads.find(who, study_reads.source_lines(who, study), Ask("nurses")),
        "speakers": lambda who: study_reads.speakers(who, line_of(who, scene, line)),
        "places_said": lambda who: study_reads.places_said(
            who, study_reads.source_lines(who, study), Case(source)
        ),
        "suggested": lambda who: reads.suggested(who, source, 0, 9),
        "matrices": lambda who: reads.matrices(who, study),
        "matrix": lambda who: reads.matrix(who, written),
        "matrix_row": lambda who: reads.matrix_row(who, themes, source),
        "matrix_rows": lambda who: reads.matrix_rows(who, themes),
        "next_source": lambda who: study_reads.next_source(who, study_reads.source_line(who, source)),
        "word_counts": lambda who: reads.word_counts(who, study),
        "in_context": lambda who: reads.in_context(who, study, "nurses"),
        "memos": lambda who: reads.memos(who, study),
        "memos_apart": lambda who: memos_apart(who, study),
        "memos_about_source": lambda who: reads.memos_about_source(who, source),
        "round_card": lambda who: reads.round_card(who, opened),
        "rounds": lambda who: reads.rounds(who, study),
        "sheet": lambda who: reads.sheet(who, sheet),
        "sheets": lambda who: reads.sheets(who, study),
        "outgoing": lambda who: outgoing(who, study),
        "has_consensus": lambda who: has_consensus(who, study),
    }


def line_of(who: Viewer, scene: Scene, line: study_reads.SourceLine) -> study_reads.SourceLine:
    """The line as findings give it to everybody: it carries whose part in the team it was read with."""
    found = {one.id: one for one in study_reads.source_lines(who, scene.study_id)}
    return found[line.id]


def a_study(cast: Cast) -> tuple[Scene, Viewer, UUID]:
    """Two have coded, and something was noted about the study and a source."""
    scene, ida = build(cast), second_coder(cast)
    first = code(cast.evaluator, scene.quotable, "nurses", RELATIONS, memo="Kindness")
    code(ida, scene.closed, "nurses", SPACE)
    code(cast.evaluator, scene.closed, "nurses", SPACE)
    code(ida, scene.quotable, "meeting", SPACE)
    code(cast.evaluator, scene.quotable, "the meeting", SPACE)
    for source_id in (None, scene.quotable):
        actions.add_memo(
            study_id=scene.study_id, source_id=source_id, text="A thought", by=cast.evaluator, at=NOON
        )
    return scene, ida, first


def asked_by_viewer(room: ModuleType) -> Iterator[str]:
    """The questions of a room that anybody asks as somebody."""
    for name in room.__all__:
        one = getattr(room, name)
        if inspect.isfunction(one) and "viewer" in inspect.signature(one).parameters:
            yield name


@pytest.mark.parametrize("part", [None, Part.ADVISER])
def test_a_part_that_does_not_read_is_told_nothing_that_was_said(cast: Cast, part: Part | None) -> None:
    scene, ida, first = a_study(cast)
    questions = whole(cast, scene, ida, first)
    assert {*asked_by_viewer(study_reads), *asked_by_viewer(reads)} <= {*questions, *FINDINGS, *OWN}
    join(cast, scene, ida, Part.OBSERVER)
    for name, ask in questions.items():
        try:
            ask(ida)
        except IllegalStep:
            assert name == "practice", name  # its learner is not done
    if part:
        join(cast, scene, ida, part)
    else:
        studies.leave_team(study_id=scene.study_id, worker_id=ida.worker_id, by=cast.evaluator, at=NOON)
    assert [name for name, ask in questions.items() if not is_refused(ask, ida)] == []


def is_refused(ask: Asking, who: Viewer) -> bool:
    try:
        ask(who)
    except NotAllowed:
        return True
    return False


def join(cast: Cast, scene: Scene, who: Viewer, part: Part) -> None:
    studies.set_part(study_id=scene.study_id, worker_id=who.worker_id, part=part, by=cast.evaluator, at=NOON)


def test_evidence_is_cut_to_the_part(cast: Cast) -> None:
    scene, ida, _first = a_study(cast)
    closed = code(cast.evaluator, scene.closed, "the meeting", SPACE)
    assert reads.cited(ida, [closed])[closed].text == "the meeting"
    join(cast, scene, ida, Part.ADVISER)
    found = reads.cited(ida, [closed])[closed]
    assert (found.text, found.coder, found.may_quote) == ("", "", False)
    assert reads.quote(ida, closed).text == ""


def test_an_observer_keeps_and_removes_no_table(cast: Cast) -> None:
    scene, ida, _first = a_study(cast)
    given: dict[str, Any] = {"study_id": scene.study_id, "title": "By stage"}
    kept = actions.save_table(**given, asked=Table(), by=cast.evaluator, at=NOON)
    join(cast, scene, ida, Part.OBSERVER)
    assert reads.saved_table(ida, kept).title == "By stage"
    with pytest.raises(NotAllowed):
        actions.remove_table(table_id=kept, by=ida, at=NOON)
    with pytest.raises(NotAllowed):
        actions.save_table(**given, asked=Table(across=Across.STAGE), by=ida, at=NOON)


def test_whoever_left_the_team_changes_no_memo(cast: Cast) -> None:
    scene, ida, _first = a_study(cast)
    memo = actions.add_memo(study_id=scene.study_id, text="Mine", by=ida, at=NOON)
    join(cast, scene, ida, Part.OBSERVER)
    for change in (
        lambda: actions.change_memo(memo_id=memo, text="Other", by=ida, at=LATER),
        lambda: actions.remove_memo(memo_id=memo, by=ida, at=LATER),
        lambda: actions.restore_memo(memo_id=memo, by=ida, at=LATER),
    ):
        with pytest.raises(NotAllowed):
            change()


@pytest.mark.parametrize(
    "pair", [("nothing", "nothing"), ("cfir-2022", "nothing"), (f"own-{new_id().hex}", "x")]
)
def test_a_memo_is_about_a_code_there_is(cast: Cast, pair: tuple[str, str]) -> None:
    scene = build(cast)
    with pytest.raises(NotFound):
        actions.add_memo(study_id=scene.study_id, code=pair, text="What?", by=cast.evaluator, at=NOON)
