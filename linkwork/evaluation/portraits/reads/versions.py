"""Asking for portraits as they were frozen: which versions there are, one to read, what a link opens."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.portraits.access import check_may_read, check_may_write, open_link
from linkwork.evaluation.portraits.models import AdviserLink, PortraitVersion, Review
from linkwork.evaluation.portraits.reads.cards import PortraitCard, ReviewCard
from linkwork.evaluation.portraits.reads.content import codings_in, events_of, figures_in, statements_of
from linkwork.evaluation.portraits.reads.evidence import figure_cards, quote_cards
from linkwork.evaluation.portraits.reads.portraits import sections_of, visible
from linkwork.evaluation.portraits.reads.said import told_about
from linkwork.evaluation.portraits.rules.changes import Change, changes
from linkwork.evaluation.portraits.rules.review import Said, fingerprint, standing
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class VersionLine:
    """One version in a list. `signed`: how many advisers agreed to exactly this; `intact`: it still has its hash."""

    id: UUID
    number: int
    hash: str
    at: dt.datetime
    note: str
    signed: int
    intact: bool


@dataclass(frozen=True)
class LinkLine:
    """One adviser's link. `said`: how much came by it; `open`: it opens on the day asked about."""

    id: UUID
    label: str
    version: int
    made_at: dt.datetime
    expires_at: dt.datetime
    revoked: bool
    open: bool
    said: int


@dataclass(frozen=True)
class ByLink:
    """What an adviser's link opens: one version of one portrait, and what came by this link before."""

    viewer: Viewer
    card: PortraitCard
    programme: ProgrammeCard
    open_until: dt.datetime
    newer: bool  # the author has frozen a later version since

    @property
    def own(self) -> tuple[ReviewCard, ...]:
        """What was said by this link, with the author's answers."""
        return tuple(one for one in self.card.reviews if one.whose == self.viewer.id)


def versions(viewer: Viewer, portrait_id: UUID) -> list[VersionLine]:
    """The versions of a portrait, the latest first. Two questions. Raises NotFound."""
    check_may_read(viewer)
    rows = _versions(viewer, portrait_id)
    if not rows and not visible(viewer).filter(id=portrait_id).exists():
        raise NotFound(_("There is no such portrait in this programme."))
    return [
        VersionLine(
            id=row.id,
            number=row.number,
            hash=row.hash,
            at=row.created_at,
            note=row.note,
            signed=len(
                {one.adviser_id or one.link_id for one in row.reviews.all() if one.kind == "sign_off"}
            ),
            intact=fingerprint(row.content) == row.hash,
        )
        for row in rows
    ]


def version(viewer: Viewer, portrait_id: UUID, number: int) -> PortraitCard:
    """One version, as it stood; words and pictures as far as they may be shown today. Raises NotFound."""
    check_may_read(viewer)
    row = next((one for one in _versions(viewer, portrait_id, prefetch=False) if one.number == number), None)
    if row is None:
        raise NotFound(_("There is no such version of this portrait."))
    return _frozen(viewer, row)


def between(viewer: Viewer, portrait_id: UUID, first: int, second: int) -> tuple[Change, ...]:
    """What changed from one version to another. One question. Raises NotFound."""
    check_may_read(viewer)
    kept = {row.number: row.content for row in _versions(viewer, portrait_id, prefetch=False)}
    if not {first, second} <= kept.keys():
        raise NotFound(_("There is no such version of this portrait."))
    return changes(kept[first], kept[second])


def adviser_links(viewer: Viewer, portrait_id: UUID, at: dt.datetime) -> list[LinkLine]:
    """The links to a portrait's versions, the latest first. Two questions."""
    check_may_write(viewer)
    rows = AdviserLink.objects.filter(programme_id=viewer.programme, version__portrait_id=portrait_id)
    return [
        LinkLine(
            id=row.id,
            label=row.label,
            version=row.version.number,
            made_at=row.created_at,
            expires_at=row.expires_at,
            revoked=row.revoked_at is not None,
            open=row.revoked_at is None and row.expires_at > at,
            said=len(row.reviews.all()),
        )
        for row in rows.select_related("version")
        .prefetch_related(_reviews(viewer))
        .order_by("-created_at", "id")
    ]


def by_link(token: str, at: dt.datetime) -> ByLink:
    """What an adviser's link opens. Raises Refused, always with the same sentence, for one that does not open."""
    link = open_link(token, at)
    viewer = Viewer(Kind.PARTNER, id=link.id, programme_id=link.programme_id, roles=frozenset({Role.ADVISER}))
    later = PortraitVersion.objects.filter(
        programme_id=link.programme_id, portrait_id=link.version.portrait_id, number__gt=link.version.number
    )
    return ByLink(
        viewer=viewer,
        card=_frozen(viewer, link.version),
        programme=programmes.programme_with_id(link.programme_id),
        open_until=link.expires_at,
        newer=later.exists(),
    )


def _versions(viewer: Viewer, portrait_id: UUID, prefetch: bool = True) -> Sequence[PortraitVersion]:
    rows = PortraitVersion.objects.filter(
        programme_id=viewer.programme, portrait__in=visible(viewer).filter(id=portrait_id)
    )
    rows = rows.select_related("portrait").order_by("-number")
    return list(rows.prefetch_related(_reviews(viewer)) if prefetch else rows)


def _reviews(viewer: Viewer) -> "Prefetch[str]":
    return Prefetch("reviews", Review.objects.filter(programme_id=viewer.programme))


def _frozen(viewer: Viewer, row: PortraitVersion) -> PortraitCard:
    kept: dict[str, Any] = row.content
    spans, names = programmes.stages_and_names(viewer)
    figures = figure_cards(viewer, figures_in(kept))
    events = events_of(kept, spans, figures)
    chapters = {Stage(one["stage"]): (one["heading"], one["summary"]) for one in kept["sections"]}
    quotes = quote_cards(viewer, codings_in(kept), names)
    said = statements_of(kept, row.portrait_id, quotes, figures)
    told = told_about(viewer, [row.portrait_id])
    reviews = told.reviews(row.portrait_id, row.hash)
    return PortraitCard(
        id=row.portrait_id,
        study_id=row.portrait.study_id,
        title=kept["title"],
        focus=kept["focus"],
        extract_id=row.portrait.extract_id,
        interpretation=kept["interpretation"],
        plain=kept["plain"],
        shared_at=row.portrait.shared_at,
        sections=sections_of(chapters, spans, said, events),
        events=events,
        reviews=reviews,
        standing=standing(
            True, row.hash, [Said(one.kind, row.hash if one.about_now else "") for one in reviews]
        ),
        fingerprint=row.hash,
        plain_language=kept["language"],
        voices=told.voices(row.portrait_id),
        version=row.number,
        frozen_at=row.created_at,
    )
