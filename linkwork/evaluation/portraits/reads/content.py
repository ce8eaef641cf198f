"""A portrait as it is written down for good: what its hash is of, and how it is read again."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.evaluation.portraits.reads.cards import EventCard, SectionCard, StatementCard
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import (
    Evidence,
    FigureCard,
    FigureKey,
    QuoteCard,
    figure_key,
)
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.evaluation.portraits.rules.review import fingerprint
from linkwork.programmes.rules import Stage, StageSpan, stage_on

Figures = Mapping[tuple[UUID, FigureKey], FigureCard]


@dataclass(frozen=True)
class Around:
    """The words around the statements."""

    title: str
    focus: str
    interpretation: str
    plain: str
    plain_language: str


def content(around: Around, sections: Sequence[SectionCard], events: Iterable[EventCard]) -> dict[str, Any]:
    """What an adviser agrees to, JSON-able: the words, and which passages, figures and pictures they rest on.

    Of a passage it holds the key and not the words, so that a version shows no more than its source agrees to today.
    """
    return {
        "title": around.title,
        "focus": around.focus,
        "interpretation": around.interpretation,
        "plain": around.plain,
        "language": around.plain_language,
        "sections": [
            {
                "stage": section.stage.value,
                "heading": section.heading,
                "summary": section.summary,
                "statements": [_statement(one) for one in section.statements],
            }
            for section in sections
        ],
        "events": [_event(one) for one in events],
    }


def stamp(statements: Iterable[tuple[str, str]]) -> str:
    """Which statements a plain story told: the hash of their kinds and words, in order."""
    return fingerprint([list(one) for one in statements])


def _statement(one: StatementCard) -> dict[str, Any]:
    quotes = [f"quote:{card.coding_id}" for card in one.evidence.quotes]
    figures = [f"figure:{card.extract_id}/{card.key}@{card.version}" for card in one.evidence.figures]
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "text": one.text,
        "plain": one.plain,
        "rests_on": sorted(quotes) + sorted(figures),
    }


def _event(one: EventCard) -> dict[str, Any]:
    seen, counted = one.picture, one.figure
    return {
        "id": str(one.id),
        "day": one.happened_on.isoformat(),
        "title": one.title,
        "kind": one.kind.value,
        "detail": one.detail,
        "icon": one.icon,
        "figure": f"figure:{counted.extract_id}/{counted.key}@{counted.version}" if counted else "",
        "picture": [seen.name, seen.kind, seen.wide, seen.high, seen.alt, seen.credit, seen.agreed]
        if seen
        else [],
    }


def codings_in(kept: Mapping[str, Any]) -> set[UUID]:
    """Every passage that statements of a kept version rest on."""
    return {UUID(mark[6:]) for mark in _marks(kept) if mark.startswith("quote:")}


def figures_in(kept: Mapping[str, Any]) -> set[tuple[UUID, FigureKey]]:
    """Every figure in a kept version."""
    marks = [*_marks(kept), *(one["figure"] for one in kept["events"])]
    return {_figure(mark) for mark in marks if mark.startswith("figure:")}


def statement_ids_in(kept: Mapping[str, Any]) -> set[UUID]:
    """The statements of a kept version."""
    return {UUID(one["id"]) for part in kept["sections"] for one in part["statements"]}


def pictures_in(kept: Mapping[str, Any]) -> set[str]:
    """The names of the pictures a kept version shows."""
    return {one["picture"][0] for one in kept["events"] if one["picture"]}


def _marks(kept: Mapping[str, Any]) -> list[str]:
    said = [one for part in kept["sections"] for one in part["statements"]]
    return [mark for one in said for mark in one["rests_on"]]


def _figure(mark: str) -> tuple[UUID, FigureKey]:
    extract, _slash, rest = mark.removeprefix("figure:").partition("/")
    key = figure_key(rest.rpartition("@")[0])
    assert key is not None  # written by ourselves
    return UUID(extract), key


def events_of(kept: Mapping[str, Any], spans: Sequence[StageSpan], figures: Figures) -> tuple[EventCard, ...]:
    """The timeline of a kept version; its figures as they are counted from their extract today."""
    found = []
    for one in kept["events"]:
        day = dt.date.fromisoformat(one["day"])
        found.append(
            EventCard(
                id=UUID(one["id"]),
                happened_on=day,
                title=one["title"],
                stage=stage_on(spans, day),
                kind=EventKind(one["kind"]),
                detail=one["detail"],
                icon=one["icon"],
                figure=figures[_figure(one["figure"])] if one["figure"] else None,
                picture=Picture(*one["picture"]) if one["picture"] else None,
            )
        )
    return tuple(found)


def statements_of(
    kept: Mapping[str, Any], portrait_id: UUID, quotes: Mapping[UUID, QuoteCard], figures: Figures
) -> list[StatementCard]:
    """The statements of a kept version, each with what it rests on as far as it may be shown today."""
    return [
        StatementCard(
            id=UUID(one["id"]),
            portrait_id=portrait_id,
            stage=Stage(part["stage"]),
            place=place,
            kind=StatementKind(one["kind"]),
            text=one["text"],
            plain=one["plain"],
            evidence=Evidence(
                tuple(quotes[UUID(mark[6:])] for mark in one["rests_on"] if mark.startswith("quote:")),
                tuple(figures[_figure(mark)] for mark in one["rests_on"] if mark.startswith("figure:")),
            ),
        )
        for part in kept["sections"]
        for place, one in enumerate(part["statements"], 1)
    ]
