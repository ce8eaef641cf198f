"""The coding desk in plain values: frames as a tree, the text in segments, codings, where the frames meet here."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise

from linkwork.core.text import fold, one_line
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import access, reads
from linkwork.evaluation.coding.reads import CodingCard
from linkwork.evaluation.coding.rules import Mark, Segment, draw
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.instruments import frames
from linkwork.instruments.frames import Construct, Frame
from linkwork.web.study.labels import STAGES, VALENCE_CHIPS, VALENCES
from linkwork.web.study.presenters.findings import matrix

PAIR = ("cfir-2022", "npt")
LISTED = 60  # older codings than these are asked for: a text of ten thousand must open as fast as any
# Colour by domain; the second frame of the pair is drawn with a dashed line, so that colour is never alone.
COLOURS = {
    "inner_setting": 1,
    "individuals": 2,
    "cognitive_participation": 3,
    "collective_action": 4,
    "outer_setting": 5,
    "innovation": 6,
    "process": 7,
    "reflexive_monitoring": 7,
    "coherence": 8,
}
HEADINGS = {"domain", "subdomain", "cluster", "section"}


def colour(frame_id: str, domain: str) -> str:
    """The classes of a domain's colour and line."""
    line = "" if frame_id == PAIR[0] else " code-dashed"
    return f"code-{COLOURS.get(domain, 8)}{line}"


def tree(
    chosen: Collection[str], more: Collection[str], used: Mapping[tuple[str, str], int]
) -> list[dict[str, Any]]:
    """The frames of the pair, then those asked for in `more`. `chosen` are ticked ("frame:construct")."""
    wanted = [*PAIR, *(one for one in more if one in frames.frame_ids() and one not in PAIR)]
    return [
        {
            "id": frame.id,
            "name": frame.short_name,
            "long": frame.name,
            "source": frame.citation,
            "domains": [_domain(frame, top, chosen, used) for top in frame.domains],
        }
        for frame in map(frames.frame, wanted)
    ]


def other_frames(more: Collection[str]) -> list[tuple[str, str]]:
    """(id, name) of the frames for coding that are not on the desk."""
    shown = {*PAIR, *more}
    return [
        (card.id, card.short_name) for card in frames.frames() if card.for_coding and card.id not in shown
    ]


def _domain(
    frame: Frame, top: Construct, chosen: Collection[str], used: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    inside = [one for one in frame.constructs if one.domain == top.id]
    rows = [
        {
            "value": f"{frame.id}:{one.id}",
            "name": one.name,
            "hint": one.definition,
            "depth": one.depth,
            "heading": one.kind in HEADINGS,
            "checked": f"{frame.id}:{one.id}" in chosen,
            "count": used.get((frame.id, one.id), 0),
            "find": fold(f"{one.name} {top.name} {frame.short_name} {one.code}"),
        }
        for one in inside
        if not (one.id == top.id and one.kind in HEADINGS)
    ]
    return {
        "name": top.name,
        "classes": colour(frame.id, top.id),
        "rows": rows,
        "open": any(row["checked"] for row in rows),
    }


def text(source: SourceCard, codings: Sequence[CodingCard]) -> list[dict[str, Any]]:
    """The text's lines (empty ones left out), each with segments: words, classes, the innermost coding's id."""
    card_of = {card.id: card for card in codings}
    marks = [Mark(card.start, card.end, card.id, _domains(card)) for card in codings]
    return [
        {
            "start": line.start,
            "end": line.end,
            "segments": [_segment(source.text, one, card_of) for one in line.segments],
        }
        for line in draw(source.text, marks)
        if source.text[line.start : line.end].strip()
    ]


def _domains(card: CodingCard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.domain for code in card.codes))


def _segment(whole: str, one: Segment[UUID], card_of: Mapping[UUID, CodingCard]) -> dict[str, Any]:
    words = whole[one.start : one.end]
    if one.top is None:
        return {"words": words, "classes": "", "coding": "", "at": one.start}
    code = card_of[one.top].codes[0]
    many = " mark-many" if len(one.domains) > 1 or one.count > 1 else ""
    also = next((name for name in one.domains if name != code.domain), "")
    second = f" also-{COLOURS.get(also, 8)}" if also else ""
    classes = f"mark {colour(code.frame_id, code.domain)}{many}{second}"
    return {"words": words, "classes": classes, "coding": str(one.top), "at": one.start}


def coding_rows(
    viewer: Viewer, source: SourceCard, codings: Sequence[CodingCard], most: int | None = LISTED
) -> list[dict[str, Any]]:
    """The codings beside the text, the newest first; all of them where `most` is None."""
    newest = sorted(codings, key=lambda card: card.id, reverse=True)  # their ids tell the time
    return [
        {
            "id": str(card.id),
            "words": one_line(source.text[card.start : card.end], 90),
            "start": card.start,
            "line": source.text.rfind("\n", 0, card.start) + 1,
            "codes": [
                {"name": code.name, "classes": colour(code.frame_id, code.domain)} for code in card.codes
            ],
            "valence": VALENCES[card.valence],
            "chip": VALENCE_CHIPS[card.valence],
            "stage": card.stage.value if card.stage else "",
            "coder": card.coder,
            "memo": card.memo,
            "mine": access.may_change(viewer, card.coder_id),
            "remove": reverse("study:remove", args=[card.id]),
            "save_memo": reverse("study:memo", args=[card.id]),
        }
        for card in newest[:most]
    ]


def here(source: SourceCard, codings: Sequence[CodingCard]) -> dict[str, Any]:
    """Where the two frames meet in this source, by domain."""
    table = reads.overlap_of(codings, *PAIR, by_domain=True)
    return matrix(table, None)


def stage_name(source: SourceCard) -> str | Promise:
    """The stage's name, or nothing."""
    return STAGES[source.stage] if source.stage else ""
