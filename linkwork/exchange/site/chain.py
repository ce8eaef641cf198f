"""Does every sentence of a built site lead down to where it comes from? Read from the files, as a visitor meets them.

What the programme wrote stands in elements that say where their evidence begins (`data-chain`): a page below, or a
part of the same page. From there one walks: advice to findings, a finding to passages and figures, a passage to its
source, a figure to its extract, and those two show a fingerprint. What leads nowhere must be marked as an opinion.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from linkwork.evaluation.toolkit.rules.pages import AdvicePage, FigurePage, FindingPage, QuotePage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.reading import Element, Seen, page_seen

BELOW = {
    "advice": ("findings",),
    "findings": ("quotes", "figures"),
    "quotes": ("sources",),
    "figures": ("extracts",),
}
ANCHOR = {"advice": "rests", "findings": "rests", "quotes": "source", "figures": "extract"}
PAST = "past"
_FINGERPRINT = re.compile(r"\b[0-9a-f]{12,64}\b")
_SENTENCE = re.compile(r"(?<=[.!?。！？؟])\s+")


@dataclass(frozen=True)
class Walked:
    """How many sentences were walked down from, how many of them are opinions, and what is broken, in words."""

    sentences: int
    opinions: int
    broken: tuple[str, ...]


def walk(folder: Path, sites: Mapping[str, Site]) -> Walked:
    """Every page in `folder`, from each sentence down. `sites` say which sentences the programme wrote."""
    pages = {path: page_seen(path.read_text("utf-8")) for path in sorted(folder.resolve().rglob("*.html"))}
    walker = _Walker(pages)
    written = {text for site in sites.values() for text in authored(site)}
    broken = [said for path in pages for said in walker.page(path, written)]
    return Walked(walker.sentences, walker.opinions, tuple(dict.fromkeys(broken)))


def authored(site: Site) -> Iterable[str]:
    """What the programme wrote, what people said and what was counted: every sentence that wants evidence."""
    for page in site.pages:
        if isinstance(page, AdvicePage):
            yield from (page.title, page.barrier, *page.checklist, *page.titles.values())
            yield from page.advice.splitlines()
        elif isinstance(page, FindingPage):
            yield page.title
        elif isinstance(page, QuotePage):
            yield page.text
        elif isinstance(page, FigurePage):
            yield page.sentence


class _Walker:
    """Walks down from each element once; remembers how each file ended."""

    def __init__(self, pages: Mapping[Path, Seen]) -> None:
        self.pages = pages
        self.known: dict[Path, str] = {}
        self.sentences = self.opinions = 0

    def page(self, path: Path, written: set[str]) -> list[str]:
        """What is broken on one page."""
        seen = self.pages[path]
        stray = [text for text in seen.loose if text in written]
        broken = [_("%(page)s: “%(text)s” says nothing of its evidence.") % _at(path, text) for text in stray]
        for element in seen.chained:
            self.sentences += len(_SENTENCE.split(element.text.strip()))
            fault = self._fault(path, element)
            broken += [fault] if fault else []
        return broken

    def _fault(self, path: Path, element: Element) -> str:
        target = element.chain
        if target == PAST and path.parent.name == "versions":
            return ""
        below = path if target.startswith("#") else (path.parent / target.partition("#")[0]).resolve()
        if below not in self.pages:
            return _("%(page)s: “%(text)s” leads to a page that is not there.") % _at(path, element.text)
        if not target.startswith("#") and target not in self.pages[path].links:
            return _("%(page)s: no link leads down from “%(text)s”.") % _at(path, element.text)
        if (
            target.startswith("#")
            and target[1:] not in self.pages[below].parts
            and path.parent.name in ANCHOR
        ):
            return _("%(page)s: “%(text)s” leads to a part that is not there.") % _at(path, element.text)
        ended = self._ended(below)
        if ended == "broken":
            return _("%(page)s: from “%(text)s” the way down is cut.") % _at(path, element.text)
        if ended == "opinion":
            self.opinions += 1
            own = self.pages[path].parts.get(target[1:]) if target.startswith("#") else None
            if not (element.opinion or (own is not None and own.opinion)):
                return _("%(page)s: “%(text)s” rests on nothing and does not say so.") % _at(
                    path, element.text
                )
        return ""

    def _ended(self, path: Path) -> str:
        """ "evidence", "opinion" or "broken": where the way down from this file ends."""
        if path not in self.known:
            self.known[path] = "broken"  # a way round in a circle ends nowhere
            self.known[path] = self._follow(path)
        return self.known[path]

    def _follow(self, path: Path) -> str:
        seen, kind = self.pages[path], path.parent.name
        if kind in ("sources", "extracts"):
            return "evidence" if _FINGERPRINT.search(seen.text) else "broken"
        if kind not in BELOW:  # an index, a version: each of its elements is walked for itself
            return "evidence"
        part = seen.parts.get(ANCHOR[kind])
        if part is None:
            return "broken"
        targets = [(path.parent / to.partition("#")[0]).resolve() for to in part.links]
        ways = [one for one in targets if one.parent.name in BELOW[kind]]
        if not ways:
            return "opinion" if part.opinion else "broken"
        ends = {self._ended(one) if one in self.pages else "broken" for one in ways}
        # advice whose findings are opinions leads to them, and each of them says so
        return "broken" if "broken" in ends else "evidence"


def _at(path: Path, text: str) -> dict[str, str]:
    return {"page": f"{path.parent.name}/{path.name}", "text": " ".join(text.split())[:60]}
