"""The coding desk in plain values: the text in segments, codings, where the frames meet here."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import access, reads
from linkwork.evaluation.coding.reads import Code, CodingCard
from linkwork.evaluation.coding.rules import Mark, Segment, draw
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.instruments import frames
from linkwork.web.study.labels import STAGES, VALENCE_CHIPS, VALENCES
from linkwork.web.study.presenters.codes import classes, pair_of
from linkwork.web.study.presenters.findings import matrix

LISTED = 60  # older codings than these are asked for: a text of ten thousand must open as fast as any


def text(source: SourceCard, codings: Sequence[CodingCard], book: Codebook) -> list[dict[str, Any]]:
    """The text's lines (empty ones left out), each with segments: words, classes, the innermost coding's id."""
    card_of = {card.id: card for card in codings}
    marks = [Mark(card.start, card.end, card.id, _hues(card, book)) for card in codings]
    return [
        {
            "start": line.start,
            "end": line.end,
            "segments": [_segment(source.text, one, card_of, book) for one in line.segments],
        }
        for line in draw(source.text, marks)
        if source.text[line.start : line.end].strip()
    ]


def _hues(card: CodingCard, book: Codebook) -> tuple[str, ...]:
    """The colours on a coding: its domains, of own lists its codes, each with its place in the palette before it."""
    return tuple(dict.fromkeys(_hue(code, book) for code in card.codes))


def _hue(code: Code, book: Codebook) -> str:
    found = book.code(code.frame_id, code.construct_id)
    return f"{found.colour}:{found.construct_id if found.id else found.domain}"


def _segment(
    whole: str, one: Segment[UUID], card_of: Mapping[UUID, CodingCard], book: Codebook
) -> dict[str, Any]:
    words = whole[one.start : one.end]
    if one.top is None:
        return {"words": words, "classes": "", "coding": "", "at": one.start}
    code = card_of[one.top].codes[0]
    many = " mark-many" if len(one.domains) > 1 or one.count > 1 else ""
    also = next((hue for hue in one.domains if hue != _hue(code, book)), "")
    second = f" also-{also.partition(':')[0]}" if also else ""
    line = f"mark {classes(book, code.frame_id, code.construct_id)}{many}{second}"
    return {"words": words, "classes": line, "coding": str(one.top), "at": one.start}


def coding_rows(
    viewer: Viewer,
    source: SourceCard,
    codings: Sequence[CodingCard],
    book: Codebook,
    most: int | None = LISTED,
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
                {"name": code.name, "classes": classes(book, code.frame_id, code.construct_id)}
                for code in card.codes
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


def here(source: SourceCard, codings: Sequence[CodingCard], book: Codebook) -> dict[str, Any]:
    """Where the study's first two frames meet in this source, by domain; shipped ones only, which ask for nothing."""
    pair = [one for one in pair_of(book) if one in frames.frame_ids()]
    if len(pair) < 2:
        return {"meets": False}
    a, b = map(frames.frame, pair)
    said = _("%(a)s × %(b)s in this source, by domain") % {"a": a.short_name, "b": b.short_name}
    return {**matrix(reads.overlap_of(codings, a, b, by_domain=True), None), "caption": said}


def stage_name(source: SourceCard) -> str | Promise:
    """The stage's name, or nothing."""
    return STAGES[source.stage] if source.stage else ""
