"""Asking for statements with what they rest on: one, or several by id."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read, check_may_write, may_read_unshared
from linkwork.evaluation.portraits.models import Statement
from linkwork.evaluation.portraits.reads.cards import StatementCard
from linkwork.evaluation.portraits.reads.content import Figures, stamp
from linkwork.evaluation.portraits.reads.evidence import figure_cards, quote_cards
from linkwork.evaluation.portraits.rules.evidence import (
    Evidence,
    FigureCard,
    FigureKey,
    QuoteCard,
    linked_key,
    without_names,
)
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class StatementInPlace:
    """One statement, and of its portrait what is needed to change it: not all that stands around it."""

    statement: StatementCard
    portrait_title: str
    study_id: UUID
    extract_id: UUID | None


@dataclass(frozen=True)
class _Link:
    """One link as it lies in the table."""

    id: UUID
    coding_id: UUID | None
    extract_id: UUID | None
    key: FigureKey


def statements(viewer: Viewer, statement_ids: Collection[UUID]) -> dict[UUID, StatementCard]:
    """Several statements by id with what they rest on: the evidence of recommendations. Three questions."""
    check_may_read(viewer)
    cards, _figures = statement_cards(viewer, _visible(viewer).filter(id__in=set(statement_ids)))
    return {one.id: one for one in cards}


def statement_in_place(viewer: Viewer, portrait_id: UUID, statement_id: UUID) -> StatementInPlace:
    """One statement of a portrait. Three questions of the database. Raises NotFound."""
    check_may_read(viewer)
    wanted = _visible(viewer).filter(portrait_id=portrait_id, id=statement_id)
    rows, links = _with_links(wanted.select_related("portrait"))
    if not rows:
        raise NotFound(_("There is no such statement in this portrait."))
    ((card,), _figures), about = _cards(viewer, rows, links), rows[0].portrait
    return StatementInPlace(card, about.title, about.study_id, about.extract_id)


def statement_cards(
    viewer: Viewer,
    wanted: QuerySet[Statement],
    also: Iterable[tuple[UUID, FigureKey]] = (),
    names: Sequence[str] = (),
) -> tuple[list[StatementCard], Figures]:
    """The statements that are not taken out, in their order, of one portrait or many; and the figures, `also` included.

    `names` are left out of quotations. Three questions of the database.
    """
    live = wanted.filter(programme_id=viewer.programme, removed_at__isnull=True)
    return _cards(viewer, *_with_links(live), also, names)


def taken_out(viewer: Viewer, portrait_id: UUID) -> list[tuple[UUID, str]]:
    """(id, text) of the statements that were taken out and can be put back, the latest first."""
    check_may_write(viewer)
    rows = Statement.objects.filter(
        programme_id=viewer.programme, portrait_id=portrait_id, removed_at__isnull=False
    )
    return [(row.id, row.text) for row in rows.order_by("-removed_at", "id")]


def _visible(viewer: Viewer) -> QuerySet[Statement]:
    rows = Statement.objects.filter(programme_id=viewer.programme, removed_at__isnull=True)
    return rows if may_read_unshared(viewer) else rows.filter(portrait__shared_at__isnull=False)


def _with_links(wanted: QuerySet[Statement]) -> tuple[list[Statement], dict[UUID, list[_Link]]]:
    """The statements in their order, and the links of each in the order they were made: one question, joined."""
    rows: dict[UUID, Statement] = {}
    links: dict[UUID, list[_Link]] = defaultdict(list)
    columns = ("coding_id", "extract_id", "indicator", "grouping", "group")
    joined = {f"link_{name}": F(f"links__{name}") for name in columns}
    row: Any  # carries the link it was joined with
    for row in wanted.annotate(link_id=F("links__id"), **joined).order_by("place", "id", "link_id"):
        rows[row.id] = row
        if row.link_id:
            key = linked_key(row.link_indicator, row.link_grouping, row.link_group, row.link_extract_id)
            links[row.id].append(_Link(row.link_id, row.link_coding_id, row.link_extract_id, key))
    return list(rows.values()), links


def _cards(
    viewer: Viewer,
    rows: list[Statement],
    links: dict[UUID, list[_Link]],
    also: Iterable[tuple[UUID, FigureKey]] = (),
    names: Sequence[str] = (),
) -> tuple[list[StatementCard], Figures]:
    every = [link for row in rows for link in links[row.id]]
    quotes = quote_cards(viewer, {link.coding_id for link in every if link.coding_id}, names)
    wanted = [(link.extract_id, link.key) for link in every if link.extract_id]
    figures = figure_cards(viewer, [*wanted, *also])
    cards = [
        StatementCard(
            id=row.id,
            portrait_id=row.portrait_id,
            stage=Stage(row.stage),
            place=row.place,
            kind=StatementKind(row.kind),
            text=row.text,
            evidence=_evidence(links[row.id], quotes, figures),
            plain=row.plain,
            plain_stale=bool(row.plain) and row.plain_of != stamp([(row.kind, row.text)]),
            named=bool(without_names(row.text, names)[1]),
        )
        for row in rows
    ]
    return cards, figures


def _evidence(
    links: list[_Link], quotes: dict[UUID, QuoteCard], figures: dict[tuple[UUID, FigureKey], FigureCard]
) -> Evidence:
    return Evidence(
        tuple(quotes[link.coding_id] for link in links if link.coding_id),
        tuple(figures[link.extract_id, link.key] for link in links if link.extract_id),
    )
