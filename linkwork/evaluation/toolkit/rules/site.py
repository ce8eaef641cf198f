"""From recommendations down to sources: the pages of the public site as a tree of plain values.

Nothing that may not go out gets this far: names of workers are left out, coders get letters, interviews are known by
who spoke and when instead of their titles, words without consent are withheld, small figures are not shown.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from linkwork.evaluation.portraits.rules.evidence import FigureCard, QuoteCard, without_names
from linkwork.evaluation.toolkit.rules.edition import About, Advice, Edition, Finding
from linkwork.evaluation.toolkit.rules.indexes import index_pages
from linkwork.evaluation.toolkit.rules.pages import (
    AdvicePage,
    ExtractPage,
    FigurePage,
    FindingPage,
    FrontPage,
    OwnPage,
    Page,
    QuotePage,
    SourcePage,
    VersionPage,
    VersionsPage,
    Way,
)

DOCUMENT, WORKER = "document", "worker"
P = TypeVar("P", bound="Page")


@dataclass(frozen=True)
class Site:
    """All pages, the front page first, each path once. `foreign`: texts of ours that are not in its language yet."""

    about: About
    pages: tuple[Page, ...]
    foreign: frozenset[str] = frozenset()

    @property
    def advice(self) -> tuple[AdvicePage, ...]:
        """The recommendations, in the order of stages."""
        return tuple(page for page in self.pages if isinstance(page, AdvicePage))


OWN = ("search", "assess", "papers", "about")


def build_site(edition: Edition, versions: Sequence[VersionPage] = ()) -> Site:
    """The tree, each page knowing the pages below it. A finding that is gone is left out of the advice.

    `versions` are the editions issued so far, the newest first.
    """
    builder = _Builder(edition)
    advice = tuple(builder.advice(one) for one in edition.advice)
    front = FrontPage(
        "index.html",
        edition.about.name,
        tuple(Way(page.path, page.title) for page in advice),
        about=edition.about,
        advice=advice,
    )
    own = tuple(OwnPage(f"{kind}.html", "", kind=kind, advice=advice) for kind in OWN)
    history = VersionsPage(
        "versions.html", "", tuple(Way(one.path, "") for one in versions), versions=tuple(versions)
    )
    pages = (front, *index_pages(advice), *own, *advice, *builder.below(), history, *versions)
    return Site(edition.about, pages)


class _Builder:
    """Makes each page below the advice once, however many rest on it."""

    def __init__(self, edition: Edition) -> None:
        self.names = edition.names
        self.findings = {one.id: one for one in edition.findings}
        self.made: dict[str, Page] = {}
        self.coders: dict[str, str] = {}

    def below(self) -> list[Page]:
        """Every page made so far, by path."""
        return [self.made[path] for path in sorted(self.made)]

    def advice(self, one: Advice) -> AdvicePage:
        findings = tuple(self.finding(self.findings[key]) for key in one.findings if key in self.findings)
        return AdvicePage(
            f"advice/{slug(one.title)}-{code(one.id)[:6]}.html",
            self.clean(one.title),
            tuple(Way(page.path, page.title) for page in findings),
            advice=self.clean(one.advice),
            stage=one.stage,
            audience=one.audience,
            barrier=self.clean(one.barrier),
            settings=one.settings,
            constructs=one.constructs,
            strategies=one.strategies,
            language=one.language,
            titles={code: self.clean(title) for code, title in one.titles.items()},
            checklist=tuple(self.clean(line) for line in one.checklist),
            published_on=one.published_on,
            findings=findings,
        )

    def finding(self, one: Finding) -> FindingPage:
        quotes = tuple(self.quote(card) for card in one.evidence.quotes if not card.removed)
        figures = tuple(self.figure(card) for card in one.evidence.figures if not card.problem)
        return self._once(
            f"findings/{code(one.id)}.html",
            lambda path: FindingPage(
                path,
                self.clean(one.text),
                _ways([*quotes, *figures]),
                stage=one.stage,
                kind=one.kind,
                portrait=self.clean(one.portrait),
                signed_on=one.signed_on,
                quotes=quotes,
                figures=figures,
            ),
        )

    def quote(self, card: QuoteCard) -> QuotePage:
        source = self.source(card)
        return self._once(
            f"quotes/{code(card.coding_id)}.html",
            lambda path: QuotePage(
                path,
                "",
                (Way(source.path, source.title),),
                text="" if card.withheld else self.clean(card.text),
                language=card.language,
                direction=card.direction,
                codes=card.codes,
                valence=card.valence,
                coder=self.coder(card.coder),
                source=source,
            ),
        )

    def source(self, card: QuoteCard) -> SourcePage:
        said = card.source_kind != DOCUMENT
        return self._once(
            f"sources/{code(card.source_id)}.html",
            lambda path: SourcePage(
                path,
                "" if said else self.clean(card.source_title),
                kind=card.source_kind,
                group=card.group,
                stage=card.stage,
                language=card.language,
                code=code(card.source_id)[:6].upper(),
                hash=card.source_hash,
            ),
        )

    def figure(self, card: FigureCard) -> FigurePage:
        extract = self.extract(card)
        hidden = card.hidden or card.small
        return self._once(
            f"figures/{slug(str(card.key).rstrip('/'))}-{code(card.extract_id)[:6]}.html",
            lambda path: FigurePage(
                path,
                card.title,
                (Way(extract.path, extract.title),),
                sentence="" if hidden else self.sentence(card),
                value=None if hidden else card.value,
                unit=card.unit,
                numerator=None if hidden else card.numerator,
                denominator=None if hidden else card.denominator,
                missing=None if hidden else card.missing,
                definition=card.definition,
                version=card.version,
                group="" if card.key.grouping == WORKER else card.group_label,
                hidden=hidden,
                extract=extract,
            ),
        )

    def extract(self, card: FigureCard) -> ExtractPage:
        return self._once(
            f"extracts/{card.extract_hash[:12]}.html",
            lambda path: ExtractPage(
                path, self.clean(card.extract_name), taken_on=card.taken_at.date(), hash=card.extract_hash
            ),
        )

    def sentence(self, card: FigureCard) -> str:
        """What a figure says; a worker in it is nobody in particular, as their pseudonym stays with the extract."""
        return card.sentence.replace(card.group_label, "…") if card.key.grouping == WORKER else card.sentence

    def coder(self, name: str) -> str:
        """A letter for each coder, in the order of appearance; empty where nobody said who coded."""
        return self.coders.setdefault(name, letters(len(self.coders))) if name else ""

    def clean(self, text: str) -> str:
        return without_names(text, self.names)[0]

    def _once(self, path: str, make: Callable[[str], P]) -> P:
        if path not in self.made:
            self.made[path] = make(path)
        return self.made[path]  # type: ignore[return-value]  # a path names the kind of page by its folder


def _ways(pages: Iterable[Page]) -> tuple[Way, ...]:
    return tuple(Way(page.path, page.title) for page in pages)


def code(of: UUID) -> str:
    """Ten hexadecimal digits that stand for an id in public and lead back to nothing."""
    return hashlib.sha256(of.bytes).hexdigest()[:10]


def letters(place: int) -> str:
    """A, B, … Z, AA, AB: the name of the coder in this place, from 0."""
    rest, last = divmod(place, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def slug(text: str) -> str:
    """`text` as part of an address: small letters, digits and hyphens, at most sixty; "page" where none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "page"


def missing_ways(pages: Sequence[Page]) -> list[str]:
    """Paths that some page leads to and no page has: empty for every site built here."""
    there = {page.path for page in pages}
    return sorted({way.path for page in pages for way in page.ways} - there)
