"""What does the desk show of one source: the codings on a part of its text, how many there are where, by whom?

Nothing here takes longer in a longer text but counting, and nothing in a larger study.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.cases import of_case
from linkwork.evaluation.coding.reads.codings import card
from linkwork.evaluation.coding.reads.rows import CodingCard, load
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies.reads import Case, SourceLine
from linkwork.evaluation.studies.reads.parts import with_part
from linkwork.evaluation.studies.rules import Doing, part_of
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class Narrow:
    """Which codings are shown; None lets everything through.

    `code` is (frame id, construct id); `speaker` one turn of whom is meant: the passages that touch their words.
    """

    code: tuple[str, str] | None = None
    coder: UUID | None = None
    valence: Valence | None = None
    stage: Stage | None = None
    speaker: UUID | None = None

    def __bool__(self) -> bool:
        return any((self.code, self.coder, self.valence, self.stage, self.speaker))


@dataclass(frozen=True)
class Arrived:
    """What others have coded since: how many codings by whom, and the newest one's id."""

    by: tuple[tuple[str, int], ...]
    newest: UUID | None


@dataclass(frozen=True)
class Spread:
    """`strips` counts the codings by where they begin; `coders` are (id, name, codings), by name."""

    strips: Counter[int]
    coders: tuple[tuple[UUID, str, int], ...]


EVERYTHING = Narrow()
MOST_ARRIVED = 500


def codings_between(
    viewer: Viewer,
    source: SourceLine,
    start: int,
    end: int,
    narrow: Narrow = EVERYTHING,
    book: Codebook | None = None,
) -> list[CodingCard]:
    """The codings that touch the text from `start` to `end`, in its order. For evaluators; one question.

    One more for own lists, where no codebook is at hand.
    """
    _check(viewer, source)
    rows = _rows(viewer, source, narrow).filter(start__lt=end, end__gt=start)
    return [card(row, source) for row in load(viewer, rows.order_by("start", "-end", "id"), book)]


def spread(viewer: Viewer, source: SourceLine, size: int, narrow: Narrow = EVERYTHING) -> Spread:
    """How many codings begin in each `size` code points of the text, and by whom they are. One question."""
    _check(viewer, source)
    rows = _rows(viewer, source, narrow).annotate(strip=F("start") / size).order_by()
    strips, names, by = Counter[int](), dict[UUID, str](), Counter[UUID]()
    for strip, coder_id, name, n in rows.values_list("strip", "coder_id", "coder__name").annotate(
        n=Count("id")
    ):
        strips[int(strip)] += n
        if coder_id:
            names[coder_id] = name
            by[coder_id] += n
    coders = sorted((name, coder_id) for coder_id, name in names.items())
    return Spread(strips, tuple((coder_id, name, by[coder_id]) for name, coder_id in coders))


def near(
    viewer: Viewer,
    source: SourceLine,
    place: int,
    forwards: bool,
    beside: UUID | None = None,
    narrow: Narrow = EVERYTHING,
) -> CodingCard | None:
    """The next coding that begins after `place`, or the last before it; from the coding `beside` on where it is given.

    Two questions.
    """
    _check(viewer, source)
    rows = _rows(viewer, source, narrow)
    if forwards:
        here = Q(start=place, id__gt=beside) if beside else Q(pk__in=[])
        rows = rows.filter(Q(start__gt=place) | here).order_by("start", "id")
    else:
        here = Q(start=place, id__lt=beside) if beside else Q(pk__in=[])
        rows = rows.filter(Q(start__lt=place) | here).order_by("-start", "-id")
    found = rows.values_list("id", flat=True).first()
    return one_coding(viewer, source, found) if found else None


def one_coding(viewer: Viewer, source: SourceLine, coding_id: UUID) -> CodingCard | None:
    """One coding of the source, where it stands and the viewer may see it."""
    _check(viewer, source)
    found = load(viewer, live(viewer, Layer.CODERS).filter(source_id=source.id, id=coding_id))
    return card(found[0], source) if found else None


def used_in(viewer: Viewer, source: SourceLine) -> Counter[tuple[str, str]]:
    """How many codings of the source carry each (frame id, construct id). One question."""
    _check(viewer, source)
    rows = live(viewer, Layer.CODERS).filter(source_id=source.id)
    codes = CodingCode.objects.filter(programme_id=viewer.programme, coding__in=rows.values("id"))
    counted = codes.values_list("frame", "construct").annotate(n=Count("id")).order_by()
    return Counter({(frame, construct): n for frame, construct, n in counted})


def arrived(viewer: Viewer, source_id: UUID, since: UUID) -> Arrived:
    """What other people have coded in the source after the coding `since`. One question, for asking often."""
    access.check_may_read_sources(viewer)
    rows = live(viewer, Layer.CODERS).filter(source_id=source_id, id__gt=since, coder__isnull=False)
    rows = with_part(rows.exclude(coder_id=viewer.id).order_by("-id"), viewer)
    columns: Any = ("id", "coder__name", "named_part", "has_team")
    found = list(rows.values_list(*columns)[:MOST_ARRIVED])
    for _id, _name, named, has_team in found[:1]:
        access.check_part(part_of(viewer, named, has_team=has_team), Doing.READ)
    by = Counter(name for _id, name, *_part in found)
    return Arrived(tuple(sorted(by.items())), found[0][0] if found else None)


def _check(viewer: Viewer, source: SourceLine) -> None:
    """The line may have been read for findings alone, so that its study's team is asked here again."""
    access.check_may_read_sources(viewer)
    access.check_part(source.my_part, Doing.READ)


def _rows(viewer: Viewer, source: SourceLine, narrow: Narrow) -> QuerySet[Coding]:
    rows = live(viewer, Layer.CODERS).filter(source_id=source.id)
    if narrow.code:
        frame, construct = narrow.code
        carrying = CodingCode.objects.filter(programme_id=viewer.programme, frame=frame, construct=construct)
        rows = rows.filter(id__in=carrying.values("coding_id"))
    if narrow.coder:
        rows = rows.filter(coder_id=narrow.coder)
    if narrow.valence:
        rows = rows.filter(valence=narrow.valence)
    if narrow.stage:
        own = Q(stage=narrow.stage)
        rows = rows.filter(own | Q(stage="") if source.stage is narrow.stage else own)
    if narrow.speaker:
        rows = of_case(viewer, rows, source.study_id, Case(source.id, narrow.speaker))
    return rows
