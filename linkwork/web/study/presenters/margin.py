"""Which stripes stand beside which line? Each coding keeps its lane from its first line to its last."""

from collections.abc import Sequence
from typing import Any

from linkwork.evaluation.coding.reads import CodingCard
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.web.study.labels import VALENCES
from linkwork.web.study.presenters.codes import classes

LANES = 6  # what lies beyond is counted


def margins(
    lines: Sequence[dict[str, Any]], cards: Sequence[CodingCard], book: Codebook
) -> list[dict[str, Any]]:
    """For each line its `stripes` (id, lane, classes, name), `on` how many codings lie on it, `beyond` the lanes.

    `first` is the first of them: a stripe is too narrow for a finger or a keyboard, so the margin leads there.
    `cards` are in the order of the text, as are `lines` (with their `start` and `end`).
    """
    found: list[dict[str, Any]] = [{"stripes": [], "on": 0, "beyond": 0, "first": None} for _line in lines]
    busy = [-1] * LANES  # the last line on which each lane is taken
    first = 0
    for card in cards:
        while first < len(lines) and lines[first]["end"] <= card.start:
            first += 1
        last = first
        while last + 1 < len(lines) and lines[last + 1]["start"] < card.end:
            last += 1
        if first >= len(lines) or lines[first]["start"] >= card.end:
            continue
        lane = next((n for n, until in enumerate(busy) if until < first), None)
        if lane is not None:
            busy[lane] = last
        stripe = None if lane is None else _stripe(card, lane, book)
        for line in found[first : last + 1]:
            line["on"] += 1
            line["first"] = line["first"] or {"id": str(card.id), "start": card.start, "end": card.end}
            if stripe:
                line["stripes"].append(stripe)
            else:
                line["beyond"] += 1
    return found


def _stripe(card: CodingCard, lane: int, book: Codebook) -> dict[str, Any]:
    code = card.codes[0]
    names = ", ".join(one.name for one in card.codes)
    said = [names, str(VALENCES[card.valence]), card.coder]
    return {
        "id": str(card.id),
        "lane": lane + 1,
        "classes": classes(book, code.frame_id, code.construct_id),
        "name": " · ".join(part for part in said if part),
        "start": card.start,
        "end": card.end,
    }
