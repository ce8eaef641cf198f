"""What is not in a built site, and why? Said by the command line, so that nobody looks for it in vain."""

from collections.abc import Iterator
from dataclasses import dataclass

from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.pages import FigurePage, QuotePage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.papers.files import PDF


@dataclass(frozen=True)
class LeftOut:
    """One kind of thing that is not there: how many of it (0 where it is not counted), and the reason."""

    what: str
    count: int
    why: str


def left_out(site: Site, built: Built, known: list[RecommendationCard]) -> list[LeftOut]:
    """All of it, in the order of weight."""
    return [one for one in _all(site, built, known) if one.count or one.what.startswith("no ")]


def _all(site: Site, built: Built, known: list[RecommendationCard]) -> Iterator[LeftOut]:
    drafts = sum(card.published_at is None for card in known)
    withheld = sum(isinstance(page, QuotePage) and not page.text for page in site.pages)
    hidden = sum(isinstance(page, FigurePage) and page.hidden for page in site.pages)
    yield LeftOut("recommendations", drafts, "they are drafts: nobody has published them")
    yield LeftOut("quotations", withheld, "their sources gave no consent to be quoted")
    yield LeftOut("figures", hidden, "too few people stand behind them")
    if not site.about.address:
        yield LeftOut("no map and no feed", 0, "the site’s address is not said (Toolkit, About the site)")
    if not site.about.mail:
        yield LeftOut("no way to write back", 0, "no e-mail address is said (Toolkit, About the site)")
    if not built.papers:
        yield LeftOut("no templates to download", 0, "they were not asked for")
    printed = {one.language for one in built.papers if one.kind == PDF}
    for code in sorted({one.language for one in built.papers} - printed):
        yield LeftOut(
            f"no PDF of the templates in {code}", 0, "no typeface is installed that has its letters"
        )
