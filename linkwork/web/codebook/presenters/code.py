"""One code on its own page: what it means, what it touches, what may be done with it."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext

from linkwork.evaluation.coding.rules.codebook import Codebook, CodeCard
from linkwork.instruments import mappings
from linkwork.web.codebook.labels import STATES
from linkwork.web.codebook.presenters.book import Counts
from linkwork.web.study.presenters.codes import classes


def card(book: Codebook, one: CodeCard, used: Counts) -> dict[str, Any]:
    """The code in plain values, with the way to its quotations."""
    n = used.get(one.pair, 0)
    query = urlencode({"construct": f"{one.frame_id}:{one.construct_id}"})
    frame = book.frame(one.frame_id)
    return {
        "name": one.name,
        "frame": frame.name,
        "citation": frame.citation,
        "definition": one.definition,
        "include": one.include,
        "exclude": one.exclude,
        "example": one.example,
        "classes": classes(book, *one.pair),
        "state": STATES.get(one.state, ""),
        "above": _above(book, one),
        "below": [_link(book, each) for each in frame.children(one) if not each.merged_into],
        "count": ngettext("%(n)s coding", "%(n)s codings", n) % {"n": n},
        "quotes": f"{reverse('study:quotes', args=[book.study_id])}?{query}" if n and not one.heading else "",
        "into": _link(book, book.code(*one.merged_into)) if one.merged_into else None,
        "url": reverse("codebook:code", args=[book.study_id, one.frame_id, one.construct_id]),
    }


def also(book: Codebook, one: CodeCard) -> list[dict[str, str]]:
    """What a coder may think of too: what the code is mapped to, own codes mapped to it, frames that touch."""
    pairs = [*one.maps_to, *(each.pair for each in book.own_codes if one.pair in each.maps_to)]
    pairs += mappings.touching(*one.pair)
    return [_link(book, found) for pair in dict.fromkeys(pairs) if (found := book.get(*pair))]


def successors(book: Codebook, one: CodeCard) -> list[dict[str, Any]]:
    """Where a construct of an older frame went, and whether that was read or is a proposal."""
    rows = []
    for each in mappings.mappings():
        if each.kind == "successor" and each.from_frame == one.frame_id:
            for link in each.of(one.construct_id):
                found = [book.code(each.to_frame, target) for target in link.to]
                rows.append(
                    {
                        "codes": [_link(book, target) for target in found],
                        "frame": book.frame(each.to_frame).name,
                        "confirmed": link.confirmed,
                        "origin": link.origin,
                    }
                )
    return rows


def map_groups(book: Codebook, one: CodeCard) -> list[dict[str, Any]]:
    """The constructs a code may be mapped to: of the shipped frames in use, and of those it is mapped to."""
    there = {frame_id for frame_id, _ in one.maps_to}
    frames = [each for each in book.frames if not each.list_id]
    frames += [each for key, each in book.beside.items() if key in there and each not in frames]
    return [
        {
            "name": frame.name,
            "open": frame.id in there,
            "rows": [
                {
                    "value": f"{each.frame_id}:{each.construct_id}",
                    "name": each.name,
                    "depth": min(each.depth, 3),
                    "checked": each.pair in one.maps_to,
                    "heading": each.heading,
                }
                for each in frame.codes
            ],
        }
        for frame in frames
    ]


def _above(book: Codebook, one: CodeCard) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    while one.parent:
        one = book.code(one.frame_id, one.parent)
        found.insert(0, _link(book, one))
    return found


def _link(book: Codebook, one: CodeCard) -> dict[str, str]:
    return {
        "name": one.name,
        "frame": book.frame(one.frame_id).name,
        "classes": classes(book, *one.pair),
        "url": reverse("codebook:code", args=[book.study_id, one.frame_id, one.construct_id]),
    }
