"""Differences side by side in plain values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from linkwork.evaluation.coding.reads import Difference, RoundDifferences
from linkwork.evaluation.coding.reads.agreement import CoderLine
from linkwork.evaluation.coding.reads.rows import Row
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.web.rounds.labels import CHOICES, SORT_CHIPS, SORTS
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.labels import STAGES, VALENCE_CHIPS, VALENCES

SHOWN = 40  # places on a page: the next ones by a link
_SPACES = re.compile(r"\s+")
AROUND = 60  # characters shown before and after
LONGEST = 600  # of one passage: the middle of a longer one is left out


@dataclass(frozen=True)
class Narrow:
    """Which source, which sort (None: all), only those that wait, and after which place."""

    source_id: UUID
    sort: Sort | None
    waiting: bool
    after: int

    @classmethod
    def asked(cls, query: Mapping[str, str], found: RoundDifferences) -> "Narrow":
        """What the address says; the first source that waits where it names none."""
        ids = {str(one.id): one.id for one in found.card.sources}
        waits = next((one.source_id for one in found.summary() if one.undecided), found.card.sources[0].id)
        after = query.get("after", "")
        return cls(
            ids.get(query.get("source", ""), waits),
            Sort(query["sort"]) if query.get("sort") in list(Sort) else None,
            bool(query.get("waiting")),
            int(after) if after.isascii() and after.isdigit() else 0,
        )

    def lets(self, one: Difference) -> bool:
        """Whether a place of the source is shown."""
        fits = self.sort in (None, one.sort) and not (self.waiting and one.decision)
        return one.source_id == self.source_id and fits


def source_rows(found: RoundDifferences, narrow: Narrow) -> list[dict[str, Any]]:
    """The round's sources with their counts."""
    lines = {one.source_id: one for one in found.summary()}
    return [
        {
            "title": one.title,
            "lang": one.language,
            "current": one.id == narrow.source_id,
            "url": _address(found, source=one.id),
            "places": sum(lines[one.id].by_sort.values()),
            "waiting": lines[one.id].undecided,
            "settled": one.settled_at is not None,
        }
        for one in found.card.sources
    ]


def _ready(found: RoundDifferences) -> int:
    """How many sources are decided throughout and not yet read by their consensus."""
    stands = {one.id for one in found.card.sources if one.settled_at}
    return sum(one.ready and one.source_id not in stands for one in found.summary())


def source_head(found: RoundDifferences, narrow: Narrow, source: SourceCard) -> dict[str, Any]:
    """What the source on the page is, and what can be done with it as a whole."""
    line = next(one for one in found.summary() if one.source_id == narrow.source_id)
    settled = next(one.settled_at for one in found.card.sources if one.id == narrow.source_id)
    return {
        "id": source.id,
        "title": source.title,
        "lang": source.language,
        "dir": source.direction.value,
        "waiting": line.undecided,
        "places": sum(line.by_sort.values()),
        "settled": settled is not None,
        "agreed": sum(one.agreed_undecided for one in found.summary()),
        "ready": _ready(found),
        "sort": narrow.sort or "",
        "only_waiting": "1" if narrow.waiting else "",
    }


def sort_links(found: RoundDifferences, narrow: Narrow) -> list[dict[str, Any]]:
    """The filter: each sort with its count, and "waiting"."""
    line = next(one for one in found.summary() if one.source_id == narrow.source_id)
    kept = {"source": narrow.source_id, **({"waiting": 1} if narrow.waiting else {})}
    return [
        {
            "label": SORTS[sort],
            "n": line.by_sort[sort],
            "url": _address(found, **kept, **({} if narrow.sort is sort else {"sort": sort.value})),
            "current": narrow.sort is sort,
        }
        for sort in Sort
        if line.by_sort[sort]
    ]


def place_rows(found: RoundDifferences, narrow: Narrow, source: SourceCard) -> dict[str, Any]:
    """The places shown, whether they wait, and the way to the next ones."""
    every = [one for one in found.places if narrow.lets(one)]
    shown = every[narrow.after : narrow.after + SHOWN]
    kept = {"source": narrow.source_id, "sort": narrow.sort or "", "waiting": 1 if narrow.waiting else ""}
    more = narrow.after + SHOWN
    toggled = {**kept, "waiting": "" if narrow.waiting else 1}
    return {
        "rows": [_place(one, found, source.text) for one in shown],
        "more": _address(found, **kept, after=more) if more < len(every) else "",
        "left": max(0, len(every) - more),
        "toggle": _address(found, **toggled),
    }


def compared(one: Difference, coders: Sequence[CoderLine], source: SourceCard) -> dict[str, Any]:
    """One place of a practice set: the expert's coding beside the learner's; nothing is decided about it."""
    by_coder = {row.coder_id: row for row in one.members}
    return {
        "sort": SORTS[one.sort],
        "chip": SORT_CHIPS[one.sort],
        "lang": source.language,
        "dir": source.direction.value,
        "sides": [
            _side(coder.name, by_coder.get(coder.id), one, source.text, 0, set(), False) for coder in coders
        ],
    }


def _place(one: Difference, found: RoundDifferences, text: str) -> dict[str, Any]:
    by_coder = {row.coder_id: row for row in one.members}
    taken = {str(key) for key in one.decision.taken} if one.decision else set()
    all_taken = one.decision is not None and one.decision.choice in (Choice.AGREED, Choice.BOTH)
    sides = [
        _side(coder.name, by_coder.get(coder.id), one, text, number, taken, all_taken)
        for number, coder in enumerate(found.card.coders, 1)
    ]
    return {
        "at": one.start,
        "sort": SORTS[one.sort],
        "chip": SORT_CHIPS[one.sort],
        "same": one.sort is Sort.SAME,
        "members": " ".join(one.keys),
        "sides": sides,
        "both_key": len(sides) + 1,
        "changed": one.changed,
        "several": len(one.members) > 1,
        "decision": {
            "id": one.decision.id,
            "said": CHOICES[one.decision.choice],
            "reason": one.decision.reason,
            "by": one.decision.by,
            "on": date_said(local_day(one.decision.at)),
        }
        if one.decision
        else None,
    }


def _side(
    name: str, row: Row | None, place: Difference, text: str, number: int, taken: set[str], all_taken: bool
) -> dict[str, Any]:
    if row is None:
        return {"name": name, "id": "", "key": number}
    start, end = max(0, place.start - AROUND), min(len(text), place.end + AROUND)
    valence = Valence(row.valence)
    return {
        "name": name,
        "id": row.id,
        "key": number,
        "before": _cut(text[start : row.start]),
        "words": _cut(text[row.start : row.end]),
        "after": _cut(text[row.end : end]),
        "codes": [one.name for one in row.codes],
        "valence": VALENCES[valence],
        "chip": VALENCE_CHIPS[valence],
        "strength": row.strength,
        "stage": next((label for stage, label in STAGES.items() if stage.value == row.stage), ""),
        "memo": row.memo,
        "taken": all_taken or str(row.id) in taken,
    }


def _cut(words: str) -> str:
    """The words on one line; of very many the beginning and the end."""
    if len(words) > LONGEST:
        words = f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}"
    return _SPACES.sub(" ", words)


def _address(found: RoundDifferences, **query: object) -> str:
    said: Sequence[tuple[str, str]] = [(name, str(value)) for name, value in query.items() if value]
    return f"{reverse('rounds:differences', args=[found.card.id])}?{urlencode(said)}"
