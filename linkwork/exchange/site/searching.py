"""The index a reader's browser searches, without a server: words folded as the directory's analyzer folds them.

The index keeps each word as it is folded and its stems; the browser folds what is asked in the same way (see
`templates/search.js`) and also takes a word for its beginning.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from linkwork.core.text import fold, one_line
from linkwork.directory.rules.words import words_in
from linkwork.evaluation.toolkit.rules.pages import AdvicePage, FindingPage, Page
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.languages import speaking
from linkwork.exchange.site.papers.files import Paper
from linkwork.exchange.words import words

Shown = dict[str, object]  # how a page is shown among what was found
INDEX = "search-index.js"
CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_RUN = re.compile(rf"[{CJK}]+|[^\W_{CJK}](?:[^\W_{CJK}]|[\u0300-\u036f\u064b-\u065f\u0670])*")
_IS_CJK = re.compile(rf"[{CJK}]")
_APOSTROPHE = re.compile(r"(?<=\w)[’'ʼ](?=\w)")


def terms(text: str) -> list[str]:
    """The folded words of a text in order; Chinese, Japanese and Korean as overlapping pairs of characters."""
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).lower())
    found: list[str] = []
    for run in _RUN.findall(plain):
        if _IS_CJK.match(run):
            found += [run[place : place + 2] for place in range(len(run) - 1)] or [run]
        else:
            found.append("".join(mark for mark in fold(run) if mark.isalnum()))
    return [one for one in found if one]


def index(site: Site, code: str, papers: Iterable[Paper] = ()) -> bytes:
    """A script that leaves the index for `search.js`: pages from a disk may load scripts, and nothing else."""
    with speaking(code):
        said = words()
    pages: list[Shown] = []
    postings = defaultdict[str, dict[int, int]](dict)
    known = [(_shown(page, said, code), list(_weighed(page, said))) for page in site.pages if _is_found(page)]
    for shown, weighed in [*known, *_papers(papers, code)]:
        for text, weight in weighed:
            for term in {*terms(text), *words_in(text)}:
                postings[term][len(pages)] = postings[term].get(len(pages), 0) + weight
        pages.append(shown)
    found = {term: sorted(places.items()) for term, places in sorted(postings.items())}
    text = json.dumps({"pages": pages, "terms": found}, ensure_ascii=False, separators=(",", ":"))
    return f"self.toolkitIndex = {text};\n".encode()


def _papers(papers: Iterable[Paper], code: str) -> Iterator[tuple[Shown, list[tuple[str, int]]]]:
    """The templates in this language, each once; a template is found by its name and by what it is for."""
    for one in {paper.name: paper for paper in papers if paper.language == code}.values():
        shown = {"path": "papers.html", "title": one.title, "about": "", "opinion": False}
        yield shown | {"kind": "paper", "text": one.about, "lang": code}, [(one.title, 5), (one.about, 2)]


def _is_found(page: Page) -> bool:
    return isinstance(page, AdvicePage | FindingPage)


def _weighed(page: Page, said: dict[str, dict[str, str]]) -> Iterator[tuple[str, int]]:
    """What a page is found by, and how much each counts."""
    if isinstance(page, AdvicePage):
        yield page.title, 6
        yield from ((title, 6) for title in page.titles.values())
        yield page.barrier, 4
        yield from ((name, 3) for _key, name in page.constructs)
        yield from ((name, 2) for name in page.strategies)
        yield page.advice, 2
        yield from ((line, 2) for line in page.checklist)
        yield said["stage"][page.stage], 1
        yield said["audience"][page.audience], 1
        yield from ((said["setting"][one], 1) for one in page.settings)
    elif isinstance(page, FindingPage):
        yield page.title, 2
        yield from ((quote.text, 1) for quote in page.quotes)


def _shown(page: Page, said: dict[str, dict[str, str]], code: str) -> Shown:
    """How a page is shown among what was found."""
    if isinstance(page, AdvicePage):
        about = f"{said['stage'][page.stage]} · {said['audience'][page.audience]}"
        title, called = page.titles.get(code, page.title), code if code in page.titles else page.language
        shown = {"kind": "advice", "text": one_line(page.advice, 180), "lang": page.language}
        shown |= {"title": title, "title_lang": called}
        return {"path": page.path, "about": about, "opinion": not page.findings} | shown
    assert isinstance(page, FindingPage)
    about = f"{said['stage'][page.stage]} · {said['kind'][page.kind]}"
    shown = {"kind": "finding", "text": "", "lang": ""}
    return {"path": page.path, "title": page.title, "about": about, "opinion": page.is_opinion} | shown
