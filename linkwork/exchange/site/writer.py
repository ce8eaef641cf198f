"""How do the pages of the toolkit become files? Static HTML: relative links, no scripts, nothing from outside."""

import datetime as dt
import json
import posixpath
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from linkwork.core.errors import Refused
from linkwork.evaluation.toolkit.rules.pages import (
    AdvicePage,
    ExtractPage,
    FigurePage,
    FindingPage,
    FrontPage,
    Page,
    QuotePage,
    SourcePage,
)
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.words import words
from linkwork.programmes.rules import Stage

TEMPLATES = Path(__file__).parent / "templates"
STYLE = "site.css"
MARKER = "linkwork-site.json"
RIGHT_TO_LEFT = {"ar", "fa", "ur", "ckb", "ps", "he"}
TEMPLATE_OF: dict[type[Page], str] = {
    FrontPage: "front.html",
    AdvicePage: "advice.html",
    FindingPage: "finding.html",
    QuotePage: "quote.html",
    FigurePage: "figure.html",
    SourcePage: "source.html",
    ExtractPage: "extract.html",
}
Tell = Callable[[str], None]


def files(site: Site, built_on: dt.date) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the site, in the language now active."""
    yield STYLE, (TEMPLATES / STYLE).read_bytes()
    draw = _drawer(site, built_on)
    paths = [page.path for page in site.pages]
    for page in site.pages:
        yield page.path, draw(page)
    marker = {"made_by": "linkwork", "built_on": built_on.isoformat(), "files": [STYLE, *paths]}
    yield MARKER, json.dumps(marker, ensure_ascii=False, indent=1).encode()


def standing_file(path: str) -> bytes | None:
    """A file that is the same in every site, whatever is advised; None where `path` is none of them."""
    return (TEMPLATES / STYLE).read_bytes() if path == STYLE else None


def draw_page(site: Site, path: str, built_on: dt.date) -> bytes | None:
    """One page of the site, for a preview; None where the site has no such page."""
    page = next((page for page in site.pages if page.path == path), None)
    return _drawer(site, built_on)(page) if page else None


def write(site: Site, folder: Path, built_on: dt.date, tell: Tell = lambda _said: None) -> int:
    """Write the site into `folder`, taking away pages of an earlier build; how many pages there are.

    Raises Refused where the folder holds anything that no earlier build left there.
    """
    before = _left_before(folder)
    made = set()
    for path, content in files(site, built_on):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        made.add(path)
        tell(_("Wrote %(path)s") % {"path": path})
    for path in before - made:
        (folder / path).unlink(missing_ok=True)
    return len(site.pages)


def write_zip(site: Site, target: Any, built_on: dt.date) -> None:
    """Write the site as a zip into `target`, a path or a binary file."""
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for path, content in files(site, built_on):
            packed.writestr(f"toolkit/{path}", content)


def _left_before(folder: Path) -> set[str]:
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    marker = folder / MARKER
    if not marker.exists():
        raise Refused(_("%(folder)s holds other files. Name a new or empty folder.") % {"folder": folder})
    listed = json.loads(marker.read_text("utf-8"))["files"]
    inside = folder.resolve()
    return {path for path in listed if (folder / path).resolve().is_relative_to(inside)}


def _drawer(site: Site, built_on: dt.date) -> Callable[[Page], bytes]:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    language = translation.get_language() or "en"
    shared = {
        "about": site.about,
        "built_on": date_format(built_on, "j F Y"),
        "words": words(),
        "day": partial(date_format, format="j F Y"),
        "number": _number,
        "lasted": _lasted(site.about.stages),
        "lang": language,
        "dir": "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
    }

    def draw(page: Page) -> bytes:
        template = environment.get_template(TEMPLATE_OF[type(page)])
        here = posixpath.dirname(page.path)
        values = {"page": page, "to": partial(_to, here), "data": _data(page, built_on)}
        return template.render(shared | values).encode()

    return draw


def _to(here: str, path: str) -> str:
    """The address of `path` as seen from the folder `here`: relative, so that it works from any place."""
    return posixpath.relpath(path, here or ".")


def _lasted(stages: Sequence[tuple[str, dt.date]]) -> dict[str, str]:
    """From when to when each stage lasted, in words; "" for one that has not begun. A stage ends as the next begins."""
    said = dict.fromkeys(Stage, "")
    for place, (stage, first) in enumerate(stages):
        begun = {"day": date_format(first, "j F Y")}
        if place + 1 == len(stages):
            said[Stage(stage)] = _("since %(day)s") % begun
            continue
        last = date_format(stages[place + 1][1] - dt.timedelta(days=1), "j F Y")
        said[Stage(stage)] = _("%(first)s to %(last)s") % {"first": begun["day"], "last": last}
    return {stage.value: words for stage, words in said.items()}


def _number(value: Decimal | int | None) -> str:
    if value is None:
        return "–"
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return str(number_format(int(value) if whole else value, use_l10n=True, force_grouping=True))


def _data(page: Page, built_on: dt.date) -> Markup:
    """The page as JSON-LD, so that others can collect advice with what it rests on. Safe inside a script element."""
    kinds = {
        FrontPage: "CollectionPage",
        AdvicePage: "HowTo",
        FindingPage: "Claim",
        QuotePage: "Quotation",
        FigurePage: "Observation",
        SourcePage: "CreativeWork",
        ExtractPage: "Dataset",
    }
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kinds[type(page)],
        "name": page.title,
        "dateModified": built_on.isoformat(),
        "isBasedOn": [_to(posixpath.dirname(page.path), way.path) for way in page.ways],
    }
    if isinstance(page, AdvicePage):
        said |= {"text": page.advice, "datePublished": page.published_on.isoformat()}
        said["step"] = [{"@type": "HowToStep", "text": line} for line in page.checklist]
    if isinstance(page, (SourcePage, ExtractPage)):
        said["identifier"] = f"sha256:{page.hash}"
    if isinstance(page, QuotePage):
        said |= {"text": page.text, "inLanguage": page.language}
    if isinstance(page, FigurePage):
        said |= {"description": page.sentence}
    text = json.dumps(said, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
