"""A codebook as a tree to read, today's or one that was frozen; its versions and merges."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import fold
from linkwork.evaluation.coding.reads import MergeCard, Version, VersionCard
from linkwork.evaluation.coding.rules.changes import changes
from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard
from linkwork.evaluation.coding.rules.own import CodeState
from linkwork.web.codebook.labels import LISTS, STATES, change_said
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.presenters.codes import classes

Counts = Mapping[tuple[str, str], int]
DEEPEST = 4


def tree(book: Codebook, used: Counts, words: str = "", live: bool = True) -> list[dict[str, Any]]:
    """The frames with their codes. `words` narrows to codes that hold all of them; `live`: they lead to their pages."""
    wanted = fold(words).split()
    frames = [_frame(book, frame, used, wanted, live) for frame in book.frames]
    return [one for one in frames if one["rows"] or not wanted]


def _frame(
    book: Codebook, frame: BookFrame, used: Counts, wanted: Sequence[str], live: bool
) -> dict[str, Any]:
    cards = [
        one
        for one in frame.codes
        if one.state is not CodeState.MERGED and all(word in _said(one) for word in wanted)
    ]
    total = sum(used.get(one.pair, 0) for one in frame.codes)
    return {
        "id": frame.id,
        "name": frame.name,
        "long": frame.long_name if frame.long_name != frame.name else "",
        "kind": LISTS[frame.kind],
        "citation": frame.citation,
        "own": frame.list_id is not None,
        "count": len([one for one in cards if one.offered]),
        "codings": ngettext("%(n)s coding", "%(n)s codings", total) % {"n": total},
        "open": bool(wanted) or frame.list_id is not None,
        "add": _address("new_code", book, frame) if live else "",
        "rename": _address("own_list", book, frame) if live else "",
        "rows": [_row(book, one, used, live) for one in cards],
    }


def _address(name: str, book: Codebook, frame: BookFrame) -> str:
    return reverse(f"codebook:{name}", args=[frame.list_id, book.study_id]) if frame.list_id else ""


def _said(card: CodeCard) -> str:
    return fold(f"{card.name} {card.code} {card.definition} {card.include}")


def _row(book: Codebook, card: CodeCard, used: Counts, live: bool) -> dict[str, Any]:
    return {
        "name": card.name,
        "url": reverse("codebook:code", args=[book.study_id, card.frame_id, card.construct_id])
        if live
        else "",
        "classes": classes(book, *card.pair),
        "depth": min(card.depth, DEEPEST),
        "heading": card.heading,
        "definition": card.definition,
        "include": card.include,
        "exclude": card.exclude,
        "example": card.example,
        "state": STATES.get(card.state, ""),
        "count": used.get(card.pair, 0),
        "mapped": names(book, card),
    }


def names(book: Codebook, card: CodeCard) -> list[str]:
    """What a code is mapped to, by name."""
    return [found.name for pair in card.maps_to if (found := book.get(*pair))]


def version_rows(cards: Sequence[VersionCard]) -> list[dict[str, Any]]:
    """The frozen codebooks, the newest first."""
    return [
        {
            "number": one.number,
            "name": one.name,
            "note": one.note,
            "by": one.by,
            "day": date_said(local_day(one.frozen_at)),
            "hash": one.hash[:12],
            "url": reverse("codebook:version", args=[one.id]),
        }
        for one in cards
    ]


def since(last: Version | None, book: Codebook) -> dict[str, Any] | None:
    """What has changed since the last version; None where none was frozen yet."""
    if last is None:
        return None
    said = [change_said(one) for one in changes(last.book, book)]
    return {
        "said": said,
        "title": ngettext(
            "%(n)s change since version %(version)s", "%(n)s changes since version %(version)s", len(said)
        )
        % {"n": len(said), "version": last.card.number},
    }


def merge_rows(merges: Sequence[MergeCard], book: Codebook) -> list[dict[str, Any]]:
    """The merges that stand. One whose target was merged on is undone after that one."""
    rows = []
    for one in merges:
        code, into = book.code(*one.code), book.code(*one.into)
        rows.append(
            {
                "said": _("“%(code)s” was merged into “%(into)s” on %(day)s.")
                % {"code": code.name, "into": into.name, "day": date_said(local_day(one.at))},
                "undo": reverse("codebook:undo_merge", args=[one.id, book.study_id])
                if into.state is not CodeState.MERGED
                else "",
            }
        )
    return rows


def choices(book: Codebook, list_id: UUID | None = None, but: UUID | None = None) -> list[tuple[str, str]]:
    """Own codes for a select, indented by depth; of one list where it is given. `but` is left out."""
    return [
        (str(one.id), f"{'– ' * one.depth}{one.name}")
        for frame in book.frames
        if frame.list_id and list_id in (None, frame.list_id)
        for one in frame.codes
        if one.state is not CodeState.MERGED and one.id != but
    ]
