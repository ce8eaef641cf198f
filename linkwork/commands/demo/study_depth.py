"""What a team does with its sources: one text read blind by two and settled, codes of its own, versions, tables, memos.

In the first programme alone. The two read a text of its own, so that the story's evidence stays as it is. All of it is
invented.
"""

from uuid import UUID

from linkwork.commands.demo.programmes import PLANS
from linkwork.commands.demo.scene import Scene
from linkwork.commands.demo.study import NOTE, Passage, unmarked
from linkwork.commands.demo.study_texts import CODES, MEETING, MEETING_AGAIN
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding import reads as codings
from linkwork.evaluation.coding.actions import NewTheme
from linkwork.evaluation.coding.reads import Asked as Agreement
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.coding.rules.tables.asked import Across, Asked, Count
from linkwork.evaluation.coding.rules.tables.asked import Kind as TableKind
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.rules import Group, SourceKind
from linkwork.programmes import actions as programmes
from linkwork.programmes.rules import Stage

DAYS_AGO = 60
SECOND = "Signe Dahl"
SUMMARIES = {
    "inner_setting": (
        "A room of one’s own on the same corridor did more than any letter.",
        "Being met in passing; being known by name.",
    ),
    "Who carries it?": (
        "One nurse, until others saw what came of it.",
        "The manager, and then nobody needed to.",
    ),
}


def fill(scene: Scene) -> None:
    """The depth of the first programme's study."""
    if scene.key != PLANS[0].key:
        return
    study_id = scene.made["studies"][-1]
    _own_codes(scene, study_id)
    _round(scene, study_id)
    _tables(scene, study_id)
    _matrix(scene, study_id)
    _memos(scene, study_id)


def _own_codes(scene: Scene, study_id: UUID) -> None:
    """A list found while reading, and two versions of the codebook."""
    by, at = scene.evaluator, scene.before(DAYS_AGO + 10)
    coding.freeze_codebook(study_id=study_id, name="Frames alone", note="Before reading", by=by, at=at)
    found = coding.add_list(
        study_id=study_id, title="Found while reading", kind=ListKind.INDUCTIVE, by=by, at=at
    )
    for name, definition, maps_to in (
        ("Being known", "Somebody is known by name or by face.", CODES["RC"]),
        ("Waiting for a reply", "Nobody hears what became of it.", CODES["CO"]),
    ):
        coding.add_code(list_id=found, name=name, definition=definition, maps_to=[maps_to], by=by, at=at)
    coding.freeze_codebook(
        study_id=study_id, name="With what was found", note="After two texts", by=by, at=at
    )


def _round(scene: Scene, study_id: UUID) -> None:
    """Two read a text blind; most is seen alike, the rest is settled."""
    first, second, at = scene.evaluator, _second(scene), scene.before(DAYS_AGO)
    text, passages = unmarked(MEETING)
    source_id = studies.add_source(
        study_id=study_id,
        title="Notes of a practice meeting (synthetic)",
        kind=SourceKind.DOCUMENT,
        text=text,
        language="en",
        group=Group.PRACTICE,
        stage=Stage.OPERATION,
        consent=True,
        note=NOTE,
        by=first,
        at=at,
    )
    round_id = coding.open_round(
        study_id=study_id,
        title="First text together",
        purpose=Purpose.DOUBLE,
        source_ids=[source_id],
        coder_ids=[first.worker_id, second.worker_id],
        codebook=2,
        by=first,
        at=at,
    )
    for by, found in ((first, passages), (second, unmarked(MEETING_AGAIN)[1])):
        for number, one in enumerate(found):
            _code(source_id, one, 1 + number % 3, by, scene)
        coding.mark_done(round_id=round_id, source_id=source_id, by=by, at=at)
    coding.close_round(round_id=round_id, by=first, at=at)
    coding.keep_agreement(
        study_id=study_id,
        title="First text, before settling",
        asked=Agreement(sources=(source_id,)),
        by=first,
        at=at,
    )
    _settle(scene, round_id, source_id)


def _second(scene: Scene) -> Viewer:
    """A second reader, who signs in nowhere."""
    worker_id = programmes.add_worker(
        name=SECOND,
        roles=(Role.EVALUATOR,),
        since=scene.before(DAYS_AGO + 30).date(),
        title="researcher",
        by=scene.system,
        at=scene.before(DAYS_AGO + 30),
    )
    return Viewer(Kind.LOGIN, worker_id, scene.programme_id, frozenset({Role.EVALUATOR}), name=SECOND)


def _code(source_id: UUID, one: Passage, strength: int, by: Viewer, scene: Scene) -> None:
    coding.code_passage(
        source_id=source_id,
        start=one.start,
        end=one.end,
        constructs=one.constructs,
        valence=one.valence,
        strength=strength,
        by=by,
        at=scene.before(DAYS_AGO),
    )


def _settle(scene: Scene, round_id: UUID, source_id: UUID) -> None:
    by, at = scene.evaluator, scene.before(DAYS_AGO - 5)
    coding.take_agreed(round_id=round_id, by=by, at=at)
    for place in codings.differences(by, round_id).places:
        if place.decision is not None:
            continue
        one = place.sort is Sort.BOUNDARY
        coding.decide(
            round_id=round_id,
            source_id=source_id,
            members=[row.id for row in place.members],
            choice=Choice.ONE if one else Choice.BOTH,
            taken=place.members[0].id if one else None,
            reason="The shorter passage says it." if one else "Both readings stand.",
            by=by,
            at=at,
        )
    coding.settle_source(round_id=round_id, source_id=source_id, by=by, at=at)


def _tables(scene: Scene, study_id: UUID) -> None:
    by, at = scene.evaluator, scene.before(DAYS_AGO - 6)
    for title, asked in (
        ("CFIR by stage", Asked(across=Across.STAGE, frame_a="cfir-2022", domains=True)),
        (
            "How strongly CFIR and NPT are bound",
            Asked(kind=TableKind.TOGETHER, frame_a="cfir-2022", frame_b="npt", count=Count.STRENGTH),
        ),
    ):
        coding.save_table(study_id=study_id, title=title, asked=asked, by=by, at=at)


def _matrix(scene: Scene, study_id: UUID) -> None:
    """A framework matrix, begun: two interviews are summarised under two themes."""
    by, at = scene.evaluator, scene.before(DAYS_AGO - 7)
    themes = [
        NewTheme("cfir-2022", "inner_setting"),
        NewTheme(heading="Who carries it?"),
        NewTheme(*CODES["ND"]),
    ]
    made = coding.make_matrix(
        study_id=study_id, title="Four practices", kind=MatrixKind.FRAMEWORK, themes=themes, by=by, at=at
    )
    sources = [one for one in reads.sources(by, study_id) if one.kind is SourceKind.INTERVIEW]
    for theme in codings.matrix(by, made).themes:
        for source, text in zip(sources, SUMMARIES.get(theme.construct_id or theme.name, ()), strict=False):
            coding.write_summary(
                matrix_id=made, theme_id=theme.id, source_id=source.id, text=text, by=by, at=at
            )


def _memos(scene: Scene, study_id: UUID) -> None:
    by, at = scene.evaluator, scene.before(DAYS_AGO - 8)
    source = reads.sources(by, study_id)[0]
    coding.add_memo(
        study_id=study_id,
        text="Rooms come up in every practice. Look for what a room stands for.",
        by=by,
        at=at,
    )
    coding.add_memo(
        study_id=study_id, source_id=source.id, text="Said twice, in other words each time.", by=by, at=at
    )
    coding.add_memo(
        study_id=study_id,
        code=CODES["SP"],
        text="Space is also being seen. Split it after the next text?",
        by=by,
        at=at,
    )
