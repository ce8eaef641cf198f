"""The desk in plain values: lines of text in segments, the codings beside them, what can be undone."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import access
from linkwork.evaluation.coding.reads import Code, CodingCard, Steps
from linkwork.evaluation.coding.rules import Mark, Segment, draw
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.steps import StepKind
from linkwork.evaluation.coding.rules.strips import Strip
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.web.study.labels import REDO, UNDO, VALENCE_CHIPS, VALENCES
from linkwork.web.study.presenters.codes import classes


def lines(piece: Strip, codings: Sequence[CodingCard], book: Codebook) -> list[dict[str, Any]]:
    """The strip's lines (blank ones left out), each with segments: words, classes, where they begin."""
    card_of = {card.id: card for card in codings}
    marks = [
        Mark(
            max(card.start, piece.start) - piece.start,
            min(card.end, piece.end) - piece.start,
            card.id,
            _hues(card, book),
        )
        for card in codings
    ]
    return [
        {
            "start": piece.start + line.start,
            "end": piece.start + line.end,
            "segments": [_segment(piece, one, card_of, book) for one in line.segments],
        }
        for line in draw(piece.text, marks)
        if piece.text[line.start : line.end].strip()
    ]


def _hues(card: CodingCard, book: Codebook) -> tuple[str, ...]:
    """The colours on a coding: its domains, of own lists its codes, each with its place in the palette before it."""
    return tuple(dict.fromkeys(_hue(code, book) for code in card.codes))


def _hue(code: Code, book: Codebook) -> str:
    found = book.code(code.frame_id, code.construct_id)
    return f"{found.colour}:{found.construct_id if found.id else found.domain}"


def _segment(
    piece: Strip, one: Segment[UUID], card_of: Mapping[UUID, CodingCard], book: Codebook
) -> dict[str, Any]:
    words, at = piece.text[one.start : one.end], piece.start + one.start
    if one.top is None:
        return {"words": words, "classes": "", "at": at}
    code = card_of[one.top].codes[0]
    many = " mark-many" if len(one.domains) > 1 or one.count > 1 else ""
    also = next((hue for hue in one.domains if hue != _hue(code, book)), "")
    second = f" also-{also.partition(':')[0]}" if also else ""
    line = f"mark {classes(book, code.frame_id, code.construct_id)}{many}{second}"
    return {"words": words, "classes": line, "at": at}


def coding_rows(
    viewer: Viewer, source: SourceLine, piece: Strip, codings: Sequence[CodingCard], book: Codebook
) -> list[dict[str, Any]]:
    """Codings as the list beside the text shows them, their words as far as they stand on `piece`."""
    return [
        {
            "id": str(card.id),
            "words": one_line(_words(piece, card), 90),
            "start": card.start,
            "end": card.end,
            "line": _line(piece, card.start),
            "codes": [
                {"name": code.name, "classes": classes(book, code.frame_id, code.construct_id)}
                for code in card.codes
            ],
            "valence": VALENCES[card.valence],
            "chip": VALENCE_CHIPS[card.valence],
            "stage": card.stage.value if card.stage and card.stage is not source.stage else "",
            "strength": card.strength,
            "coder": "" if card.coder_id == viewer.id else card.coder,
            "memo": card.memo,
            "mine": access.may_change(viewer, card.coder_id),
            "change": reverse("study:coding", args=[card.id]),
        }
        for card in codings
    ]


def _words(piece: Strip, card: CodingCard) -> str:
    return piece.text[max(0, card.start - piece.start) : max(0, card.end - piece.start)]


def _line(piece: Strip, place: int) -> int:
    """Where the line begins on which `place` lies, as far as it is on the strip."""
    return piece.start + piece.text.rfind("\n", 0, max(0, place - piece.start)) + 1


def just_done(kind: StepKind) -> dict[str, Any]:
    """As `steps_row`, right after a step of this kind: nothing is left to do again."""
    return {"undo": UNDO[kind], "redo": ""}


def steps_row(found: Steps) -> dict[str, Any]:
    """What the two buttons would do; empty where there is nothing."""
    return {
        "undo": UNDO[found.undo.kind] if found.undo else "",
        "redo": REDO[found.redo.kind] if found.redo else "",
    }
