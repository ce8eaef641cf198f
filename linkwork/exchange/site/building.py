"""From the record to a site in every language: what is published now, drawn up once for each language of figures."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.pages import FigurePage
from linkwork.evaluation.toolkit.rules.site import Site, build_site
from linkwork.exchange.site.languages import WHOLE, speaking
from linkwork.programmes.reads import ProgrammeCard

SOURCE = "en"  # the language our own sentences are written in


def extracts_behind(viewer: Viewer) -> frozenset[UUID]:
    """Whose figures stand in the site: to be let out before it is built."""
    shown = (one for said in reads.edition(viewer).findings for one in said.evidence.figures)
    return frozenset(one.extract_id for one in shown if not one.problem)


def sites(
    viewer: Viewer, languages: Sequence[str], programme: ProgrammeCard | None = None
) -> dict[str, Site]:
    """The site by language. What we say of figures and have no words for in a language is English, and says so."""
    history = reads.versions(viewer)
    made: dict[str, Site] = {}
    for code in dict.fromkeys((*languages, SOURCE)):
        with speaking(code):
            made[code] = build_site(reads.edition(viewer, programme), history)
    return {
        code: made[code] if code in WHOLE else replace(made[code], foreign=untold(made[code], made[SOURCE]))
        for code in languages
    }


def untold(site: Site, english: Site) -> frozenset[str]:
    """The texts about figures that say the same as in English; numbers are written in each language's own way."""
    there = {page.path: _texts(page) for page in english.pages if isinstance(page, FigurePage)}
    return frozenset(
        text
        for page in site.pages
        if isinstance(page, FigurePage)
        for text, known in zip(_texts(page), there[page.path], strict=True)
        if _letters(text) == _letters(known) != ""
    )


def _texts(page: FigurePage) -> tuple[str, ...]:
    """What we say of a figure, in the language it was built in."""
    return page.title, page.sentence, page.definition, page.group


def _letters(text: str) -> str:
    return "".join(mark for mark in text if mark.isalpha())
