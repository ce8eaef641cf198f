"""The codes of a study in plain values: the tree beside the text, their colours, the choices of a form."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.text import fold
from linkwork.evaluation.coding.reads import USUAL
from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard


def classes(book: Codebook, frame_id: str, construct_id: str) -> str:
    """The colour and the line of a code: every frame but the first is drawn dashed, so that colour is never alone."""
    line = "" if book.frames and book.frames[0].id == frame_id else " code-dashed"
    return f"code-{book.code(frame_id, construct_id).colour}{line}"


def pair_of(book: Codebook) -> tuple[str, str]:
    """The two frames that are laid across each other first: the first two of the study."""
    ids = [*(one.id for one in book.frames), *(one for one in USUAL)]
    first, second = list(dict.fromkeys(ids))[:2]
    return first, second


def tree(
    book: Codebook, chosen: Collection[str], more: Collection[str], used: Mapping[tuple[str, str], int]
) -> list[dict[str, Any]]:
    """The study's frames, then those asked for in `more`. `chosen` are ticked ("frame:construct")."""
    return [
        {
            "id": frame.id,
            "name": frame.name,
            "long": frame.long_name,
            "source": frame.citation,
            "domains": _domains(book, frame, chosen, used),
        }
        for frame in _shown(book, more)
    ]


def other_frames(book: Codebook, more: Collection[str]) -> list[tuple[str, str]]:
    """(id, name) of the shipped frames for coding that are not on the desk."""
    shown = {one.id for one in _shown(book, more)}
    return [(one.id, one.name) for one in book.beside.values() if one.id not in shown]


def _shown(book: Codebook, more: Collection[str]) -> list[BookFrame]:
    used = {one.id for one in book.frames}
    return [*book.frames, *(book.beside[one] for one in more if one in book.beside and one not in used)]


def _domains(
    book: Codebook, frame: BookFrame, chosen: Collection[str], used: Mapping[tuple[str, str], int]
) -> list[dict[str, Any]]:
    """A part of the tree for each top with codes under it, and one for all the tops that stand alone."""
    inside: dict[str, list[CodeCard]] = {}
    for one in frame.codes:
        if one.offered or one.heading:
            inside.setdefault(one.domain, []).append(one)
    alone = [cards[0] for cards in inside.values() if len(cards) == 1 and not cards[0].heading]
    found = [_domain(book, _("Codes"), alone, chosen, used, frame)] if alone else []
    for top in frame.tops:
        cards = inside.get(top.construct_id, [])
        if len(cards) > 1:
            found.append(_domain(book, top.name, cards, chosen, used, frame))
    return found


def _domain(
    book: Codebook,
    name: str,
    cards: Collection[CodeCard],
    chosen: Collection[str],
    used: Mapping[tuple[str, str], int],
    frame: BookFrame,
) -> dict[str, Any]:
    rows = [
        {
            "value": f"{one.frame_id}:{one.construct_id}",
            "name": one.name,
            "hint": one.definition,
            "where": name,
            "depth": min(one.depth, 3),
            "heading": one.heading,
            "checked": f"{one.frame_id}:{one.construct_id}" in chosen,
            "count": used.get(one.pair, 0),
            "classes": classes(book, *one.pair),
            "find": fold(f"{one.name} {name} {frame.name} {one.code}"),
        }
        for one in cards
        if not (one.depth == 0 and one.heading)
    ]
    return {
        "name": name,
        "classes": rows[0]["classes"] if rows else "",
        "rows": rows,
        "open": any(row["checked"] for row in rows),
        "own": frame.list_id is not None,
    }


def construct_choices(book: Codebook) -> list[tuple[str, str]]:
    """Every code that may be given to a passage of this study, as ("frame:construct", name)."""
    return [
        (f"{one.frame_id}:{one.construct_id}", one.name)
        for frame in _every(book)
        for one in frame.codes
        if book.may_be_given(*one.pair)
    ]


def construct_groups(book: Codebook) -> list[tuple[str, list[tuple[str, str]]]]:
    """Frames with their codes, for a select with groups: ("frame:construct", name indented by depth)."""
    return [
        (
            frame.name,
            [
                (f"{one.frame_id}:{one.construct_id}", f"{'– ' * one.depth}{one.name}")
                for one in frame.codes
                if not one.merged_into
            ],
        )
        for frame in _every(book)
    ]


def frame_choices(book: Codebook) -> list[tuple[str, str]]:
    """(id, name) of every frame there is: the study's own and chosen ones first."""
    return [(one.id, one.name) for one in _every(book)]


def _every(book: Codebook) -> list[BookFrame]:
    return _shown(book, list(book.beside))
