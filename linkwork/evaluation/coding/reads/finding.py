"""Where do words stand in a study's sources, and which codes do the viewer's own codings suggest for a passage?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Substr

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.rows import Code, Pair, codes, fits
from linkwork.evaluation.coding.rules import context
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.finding import How, finder, touching, widened
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.suggest import Suggestion, suggestions
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import Case, SourceLine
from linkwork.evaluation.studies.rules import Doing, Group
from linkwork.programmes.rules import Stage

MOST_HITS = 200
WEIGHED = 300  # of the viewer's own codings, the newest, for suggestions


@dataclass(frozen=True)
class Ask:
    """What is looked for, and where; of a case that speaks, only in the words they say."""

    words: str
    how: How = How.WORDS
    unit: Unit | None = None
    group: Group | None = None
    stage: Stage | None = None
    case: Case | None = None


@dataclass(frozen=True)
class Hit:
    """One place, as it would be coded, with what stands around it."""

    source_id: UUID
    start: int
    end: int
    text: str
    before: str
    after: str


@dataclass(frozen=True)
class Hits:
    """The hits by source, in the order of titles. `found` counts all, of which `hits` are the first MOST_HITS."""

    sources: tuple[tuple[SourceLine, tuple[Hit, ...]], ...]
    found: int
    shown: int


def find(viewer: Viewer, sources: Sequence[SourceLine], ask: Ask) -> Hits:
    """Where the words stand in these sources of a study. For evaluators; one question, two where somebody's words are.

    Raises BadPattern.
    """
    access.check_may_read_sources(viewer)
    for one in sources:
        access.check_part(one.my_part, Doing.READ)
    lines = [one for one in sources if _asked(one, ask)]
    said = studies.places_said(viewer, lines, ask.case) if ask.case and ask.case.turn_id else None
    texts = studies.sources_with_text(viewer, [one.id for one in lines])
    finders = {language: finder(ask.words, ask.how, language) for language in {one.language for one in lines}}
    kept, found, left = [], 0, MOST_HITS
    for one in lines:
        text = texts[one.id].text
        spans = finders[one.language](text)
        if said is not None:
            spans = touching(spans, said.get(one.id, ()))
        spans = widened(text, spans, ask.unit)
        found += len(spans)
        if spans and left:
            kept.append((one, tuple(_hit(one.id, text, *span) for span in spans[:left])))
            left -= len(kept[-1][1])
    return Hits(tuple(kept), found, MOST_HITS - left)


def suggested(viewer: Viewer, source_id: UUID, start: int, end: int) -> list[Suggestion[Code]]:
    """Codes for a passage because of the viewer's own last codings in the study, each with its reason.

    Two questions. Raises NotFound.
    """
    access.check_may_read_sources(viewer)
    source = studies.source_part(viewer, source_id, start, max(0, end - start))
    words = Substr("source__text", F("start") + 1, F("end") - F("start"))
    rows = live(viewer, Layer.CODERS).filter(study_id=source.study_id, coder_id=viewer.id).order_by("-id")
    newest = list(rows.values_list("id", flat=True)[:WEIGHED])
    joined = Coding.objects.filter(programme_id=viewer.programme, id__in=newest).annotate(words=words)
    passages: dict[UUID, tuple[str, list[Pair]]] = {}
    columns: Any = ("id", "words", "codes__frame", "codes__construct")
    for coding_id, said, frame_id, construct_id in joined.values_list(*columns):
        passages.setdefault(coding_id, (said, []))[1].append((frame_id, construct_id))
    code_of = codes(viewer, {pair for _said, pairs in passages.values() for pair in pairs})
    return suggestions(
        source.part, [(said, [code_of[pair] for pair in pairs]) for said, pairs in passages.values()]
    )


def _asked(one: SourceLine, ask: Ask) -> bool:
    source_id = ask.case.source_id if ask.case else None
    return fits(one.group, ask.group) and fits(one.stage, ask.stage) and fits(one.id, source_id)


def _hit(source_id: UUID, text: str, start: int, end: int) -> Hit:
    before, after = context(text, start, end)
    return Hit(source_id, start, end, text[start:end], before, after)
