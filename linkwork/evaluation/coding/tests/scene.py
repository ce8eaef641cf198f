"""A study with two short texts, for this room's tests."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Role, Viewer, system
from linkwork.evaluation.coding import actions
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design, Group, SourceKind
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

RELATIONS = ("cfir-2022", "inner_setting.relational_connections")
SPACE = ("cfir-2022", "inner_setting.available_resources.space")
ENROLMENT = ("npt", "cognitive_participation.enrolment")
WORKABILITY = ("npt", "collective_action.interactional_workability")
TEXT = "One of the nurses came to the meeting with me. After that people sent me someone.\nهذا مكاني 🙂 now."


@dataclass(frozen=True)
class Scene:
    """`quotable` is a worker's interview that may be quoted, `closed` a person's that may not."""

    study_id: UUID
    quotable: UUID
    closed: UUID


def build(cast: Cast) -> Scene:
    """One study, two sources."""
    study_id = studies.open_study(
        title="How it takes hold", design=Design.CASE_STUDY, opened_on=NOON.date(), by=cast.evaluator, at=NOON
    )
    made = [
        studies.add_source(
            study_id=study_id,
            title=title,
            kind=SourceKind.INTERVIEW,
            text=text,
            language="en",
            group=group,
            stage=stage,
            consent=consent,
            by=cast.evaluator,
            at=NOON,
        )
        for title, text, group, stage, consent in (
            ("A worker", TEXT, Group.WORKER, Stage.OPERATION, True),
            ("B person", TEXT.replace("with me", "with us"), Group.PERSON, Stage.INITIATION, False),
        )
    ]
    return Scene(study_id, *made)


def code(
    by: Viewer,
    source_id: UUID,
    words: str,
    *constructs: tuple[str, str],
    valence: Valence = Valence.FACILITATOR,
    stage: Stage | None = None,
    memo: str = "",
) -> UUID:
    """Code the first place where `words` stand in TEXT."""
    start = TEXT.index(words)
    return actions.code_passage(
        source_id=source_id,
        start=start,
        end=start + len(words),
        constructs=constructs,
        valence=valence,
        stage=stage,
        memo=memo,
        by=by,
        at=NOON,
    )


def second_coder(cast: Cast) -> Viewer:
    """Another evaluator of the same programme."""
    by = system(cast.programme_id)
    login = programmes.create_login(
        email="second@example.org", password="a calm long password", by=by, at=NOON
    )
    programmes.add_worker(
        name="Ida Moe", roles=[Role.EVALUATOR], since=dt.date(2025, 9, 1), login_id=login, by=by, at=NOON
    )
    return reads.viewer_for(login, cast.programme_id)
