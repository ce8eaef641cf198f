"""Choosing the frames of a study: what is in use, what of it, in which order; and reading the answer."""

from collections.abc import Sequence
from typing import Any

from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook
from linkwork.evaluation.coding.rules.own import CodeState


def frame_rows(book: Codebook) -> list[dict[str, Any]]:
    """Every frame there is: those in use in their order, then the others."""
    used = {one.id for one in book.frames}
    every = [*book.frames, *(one for key, one in book.beside.items() if key not in used)]
    return [_row(one, one.id in used, place) for place, one in enumerate(every, start=1)]


def _row(frame: BookFrame, used: bool, place: int) -> dict[str, Any]:
    out = [one for one in frame.codes if one.state is CodeState.LEFT_OUT]
    return {
        "id": frame.id,
        "name": frame.name,
        "long": frame.long_name if frame.long_name != frame.name else "",
        "citation": frame.citation,
        "used": used,
        "own": frame.list_id is not None,
        "place": place,
        "size": len([one for one in frame.codes if one.offered]),
        "out": len(out),
        "codes": []
        if frame.list_id
        else [
            {
                "value": f"{one.frame_id}:{one.construct_id}",
                "name": one.name,
                "depth": min(one.depth, 3),
                "kept": one.state is CodeState.IN_USE,
            }
            for one in frame.codes
        ],
    }


def answer(
    book: Codebook, use: Sequence[str], keep: Sequence[str], places: dict[str, int]
) -> list[tuple[str, list[str]]]:
    """The frames chosen, in order, each with what is left out. Below a construct left out nothing needs naming."""
    own = [one.id for one in book.frames if one.list_id]
    chosen = sorted({*own, *use}, key=lambda one: (places.get(one, 99), one))
    kept = set(keep)
    return [(one, _left_out(book, one, kept)) for one in chosen]


def _left_out(book: Codebook, frame_id: str, kept: set[str]) -> list[str]:
    if frame_id not in book.beside:
        return []
    out: list[str] = []
    under: set[str] = set()
    for one in book.beside[frame_id].codes:  # a parent comes before its children
        if one.parent in under:
            under.add(one.construct_id)
        elif f"{frame_id}:{one.construct_id}" not in kept:
            under.add(one.construct_id)
            out.append(one.construct_id)
    return out
