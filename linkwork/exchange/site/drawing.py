"""How does one page become HTML? A template for each kind of page, in one language, every link relative."""

import datetime as dt
import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.evaluation.toolkit.rules.indexes import barriers_of, resting_on
from linkwork.evaluation.toolkit.rules.pages import (
    AdvicePage,
    ExtractPage,
    FigurePage,
    FindingPage,
    FrontPage,
    IndexPage,
    OwnPage,
    Page,
    QuotePage,
    SourcePage,
    VersionPage,
    VersionsPage,
)
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.days import date_said
from linkwork.exchange.site.assessing import questions
from linkwork.exchange.site.languages import NAMES, direction, folder_of
from linkwork.exchange.site.linked_data import data_of
from linkwork.exchange.words import words
from linkwork.programmes.rules import Stage

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE_OF: dict[type[Page], str] = {
    FrontPage: "front.html",
    IndexPage: "index_of.html",
    AdvicePage: "advice.html",
    FindingPage: "finding.html",
    QuotePage: "quote.html",
    FigurePage: "figure.html",
    SourcePage: "source.html",
    ExtractPage: "extract.html",
    VersionPage: "version.html",
    VersionsPage: "versions.html",
}


@dataclass(frozen=True)
class Built:
    """One build: when, as which numbered edition (0: a preview), in which languages, the main one first.

    `papers` are the files to download beside the pages; `offline`: whether a service worker stands beside them.
    """

    on: dt.date
    languages: tuple[str, ...] = ("en",)
    number: int = 0
    hash: str = ""
    papers: tuple[Any, ...] = ()
    offline: bool = True


Draw = Callable[[Page], bytes]


def drawer(site: Site, built: Built, code: str) -> Draw:
    """Draws the pages of `site` in the language `code`."""
    with translation.override(code):
        shared = _shared(site, built, code)

    def draw(page: Page) -> bytes:
        with translation.override(code):
            return (
                _environment()
                .get_template(template_of(page))
                .render(shared | _own(page, built, code))
                .encode()
            )

    return draw


def template_of(page: Page) -> str:
    """The file that draws this kind of page."""
    return f"{page.kind}.html" if isinstance(page, OwnPage) else TEMPLATE_OF[type(page)]


def _shared(site: Site, built: Built, code: str) -> dict[str, Any]:
    return {
        "about": site.about,
        "built": built,
        "built_on": date_said(built.on),
        "words": words(),
        "day": date_said,
        "number": _number,
        "lasted": _lasted(site.about.stages),
        "lang": code,
        "dir": direction(code),
        "foreign": site.foreign,
        "names": NAMES,
        "barriers_of": barriers_of,
        "questions": questions,
        "advice": site.advice,
        "resting_on": resting_on(site.advice),
    }


def _own(page: Page, built: Built, code: str) -> dict[str, Any]:
    here = posixpath.dirname(folder_of(code, built.languages) + page.path)
    return {
        "page": page,
        "to": lambda path: relative(here, folder_of(code, built.languages) + path),
        "root": partial(relative, here),
        "others": [
            (
                other,
                NAMES[other],
                direction(other),
                relative(here, folder_of(other, built.languages) + page.path),
            )
            for other in built.languages
            if other != code
        ],
        "data": data_of(page, built.on),
    }


def relative(here: str, path: str) -> str:
    """The address of `path` as seen from the folder `here`: it works from any place, also from a disk."""
    return posixpath.relpath(path, here or ".")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["apart"] = Markup(
        "<bdi>{}</bdi>"
    ).format  # words of another script keep their own order
    # asked anew for each word, so that one environment speaks every language
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: translation.gettext(text),
        lambda *many: translation.ngettext(*many),
        newstyle=True,
        pgettext=lambda *both: translation.pgettext(*both),
    )
    return environment


def _lasted(stages: Sequence[tuple[str, dt.date]]) -> dict[str, str]:
    """From when to when each stage lasted, in words; "" for one that has not begun. A stage ends as the next begins."""
    said = dict.fromkeys(Stage, "")
    for place, (stage, first) in enumerate(stages):
        begun = {"day": date_said(first)}
        if place + 1 == len(stages):
            said[Stage(stage)] = _("since %(day)s") % begun
            continue
        last = date_said(stages[place + 1][1] - dt.timedelta(days=1))
        said[Stage(stage)] = _("%(first)s to %(last)s") % {"first": begun["day"], "last": last}
    return {stage.value: words for stage, words in said.items()}


def _number(value: Decimal | int | None) -> str:
    if value is None:
        return "–"
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return str(number_format(int(value) if whole else value, use_l10n=True, force_grouping=True))
