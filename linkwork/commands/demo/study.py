"""Interviews and coding: one study a programme, with invented sources coded in CFIR and NPT together.

Leaves `scene.made["studies"]` and `scene.made["codings"]` (in the order of the texts).
"""

import re
from dataclasses import dataclass
from uuid import UUID

from linkwork.commands.demo.scene import Scene
from linkwork.commands.demo.study_texts import CODES, QUESTIONS, TOLD, Told
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design

NOTE = "Invented for the demonstration: nobody said this."
VALENCES = {"+": Valence.FACILITATOR, "-": Valence.BARRIER, "~": Valence.MIXED, "=": Valence.NEUTRAL}
MARKED = re.compile(r"\[([^\]]+)\]\(([A-Z ]+) ([+~=-])\)")
OPENED_DAYS_AGO = 200


@dataclass(frozen=True)
class Passage:
    """One passage to be coded, by code points of the text without its marks."""

    start: int
    end: int
    constructs: tuple[tuple[str, str], ...]
    valence: Valence


def fill(scene: Scene) -> None:
    """One study with four sources and their codings."""
    title, question = QUESTIONS[scene.key]
    at = scene.before(OPENED_DAYS_AGO)
    study_id = studies.open_study(
        title=f"{title} (synthetic)",
        question=question,
        design=Design.CASE_STUDY,
        opened_on=at.date(),
        note=NOTE,
        by=scene.evaluator,
        at=at,
    )
    made = scene.made.setdefault("codings", [])
    for number, told in enumerate(TOLD[scene.key]):
        made += _add(scene, study_id, told, OPENED_DAYS_AGO - 40 * (number + 1))
    scene.made.setdefault("studies", []).append(study_id)


def _add(scene: Scene, study_id: UUID, told: Told, days_ago: int) -> list[UUID]:
    text, passages = unmarked(told.text)
    source_id = studies.add_source(
        study_id=study_id,
        title=f"{told.title} (synthetic)",
        kind=told.kind,
        text=text,
        language=told.language,
        group=told.group,
        stage=told.stage,
        consent=told.quotable,
        note=NOTE,
        by=scene.evaluator,
        at=scene.before(days_ago),
    )
    return [
        coding.code_passage(
            source_id=source_id,
            start=passage.start,
            end=passage.end,
            constructs=passage.constructs,
            valence=passage.valence,
            by=scene.evaluator,
            at=scene.before(days_ago - 5),
        )
        for passage in passages
    ]


def unmarked(marked: str) -> tuple[str, list[Passage]]:
    """The text without its marks, and the passages they stood for."""
    text, passages, last = "", [], 0
    for hit in MARKED.finditer(marked):
        text += marked[last : hit.start()]
        start = len(text)
        text += hit[1]
        codes = tuple(CODES[short] for short in hit[2].split())
        passages.append(Passage(start, len(text), codes, VALENCES[hit[3]]))
        last = hit.end()
    return text + marked[last:], passages
