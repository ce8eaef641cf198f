"""The pages of the public site as plain values: each says what may be printed and which pages it leads down to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from linkwork.evaluation.toolkit.rules.edition import About


@dataclass(frozen=True)
class Way:
    """A way from one page to another: its path from the root of the site, and what the link says."""

    path: str
    label: str


@dataclass(frozen=True)
class Page:
    """What every page has: where it lies, and the ways down to what it rests on."""

    path: str
    title: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class FrontPage(Page):
    """The way in. `advice` are the pages of recommendations in the order of stages."""

    about: About = field(kw_only=True)
    advice: tuple["AdvicePage", ...] = field(kw_only=True)


@dataclass(frozen=True)
class AdvicePage(Page):
    """One recommendation; without `findings` it says that it is an opinion."""

    advice: str = field(kw_only=True)
    stage: str = field(kw_only=True)
    audience: str = field(kw_only=True)
    barrier: str = field(kw_only=True)
    settings: tuple[str, ...] = field(kw_only=True)
    constructs: tuple[tuple[str, str], ...] = field(kw_only=True)
    strategies: tuple[str, ...] = field(kw_only=True)
    checklist: tuple[str, ...] = field(kw_only=True)
    language: str = field(kw_only=True)
    titles: Mapping[str, str] = field(kw_only=True)
    published_on: dt.date = field(kw_only=True)
    findings: tuple["FindingPage", ...] = field(kw_only=True)


@dataclass(frozen=True)
class IndexGroup:
    """Advice under one heading; `name` only where the key is not a word of ours."""

    key: str
    name: str
    advice: tuple[AdvicePage, ...]


@dataclass(frozen=True)
class IndexPage(Page):
    """One of the ways in: "stage", "role", "barrier" or "setting"."""

    kind: str = field(kw_only=True)
    groups: tuple[IndexGroup, ...] = field(kw_only=True)


@dataclass(frozen=True)
class OwnPage(Page):
    """A page of the site's own words, drawn from everything: "search", "assess", "papers", "about"."""

    kind: str = field(kw_only=True)
    advice: tuple[AdvicePage, ...] = field(kw_only=True)


@dataclass(frozen=True)
class VersionPage(Page):
    """One numbered edition: what it advised, as `versions.content_of` keeps it, and what it changed."""

    number: int = field(kw_only=True)
    issued_on: dt.date = field(kw_only=True)
    hash: str = field(kw_only=True)
    content: tuple[Mapping[str, Any], ...] = field(kw_only=True)
    changes: Mapping[str, Any] = field(kw_only=True)


@dataclass(frozen=True)
class VersionsPage(Page):
    """All editions, the newest first."""

    versions: tuple[VersionPage, ...] = field(kw_only=True)


@dataclass(frozen=True)
class FindingPage(Page):
    """One statement; without quotes and figures it says that it is an opinion. Its title is the statement itself."""

    stage: str = field(kw_only=True)
    kind: str = field(kw_only=True)
    portrait: str = field(kw_only=True)
    signed_on: dt.date | None = field(kw_only=True)
    quotes: tuple["QuotePage", ...] = field(kw_only=True)
    figures: tuple["FigurePage", ...] = field(kw_only=True)

    @property
    def is_opinion(self) -> bool:
        """Whether nothing is linked."""
        return not self.quotes and not self.figures


@dataclass(frozen=True)
class SourcePage(Page):
    """What a quotation was taken from. `title` is empty for anything that people said."""

    kind: str = field(kw_only=True)
    group: str = field(kw_only=True)
    stage: str = field(kw_only=True)
    language: str = field(kw_only=True)
    code: str = field(kw_only=True)
    hash: str = field(kw_only=True)


@dataclass(frozen=True)
class QuotePage(Page):
    """One coded passage. `text` is empty where it is withheld; `coder` a letter."""

    text: str = field(kw_only=True)
    language: str = field(kw_only=True)
    direction: str = field(kw_only=True)
    codes: tuple[str, ...] = field(kw_only=True)
    valence: str = field(kw_only=True)
    coder: str = field(kw_only=True)
    source: SourcePage = field(kw_only=True)


@dataclass(frozen=True)
class ExtractPage(Page):
    """The dated copy of the record that figures come from."""

    taken_on: dt.date = field(kw_only=True)
    hash: str = field(kw_only=True)


@dataclass(frozen=True)
class FigurePage(Page):
    """One figure. Where it is `hidden` no number of it is here."""

    sentence: str = field(kw_only=True)
    value: Decimal | None = field(kw_only=True)
    unit: str = field(kw_only=True)
    numerator: int | None = field(kw_only=True)
    denominator: int | None = field(kw_only=True)
    missing: int | None = field(kw_only=True)
    definition: str = field(kw_only=True)
    version: str = field(kw_only=True)
    group: str = field(kw_only=True)
    hidden: bool = field(kw_only=True)
    extract: ExtractPage = field(kw_only=True)
