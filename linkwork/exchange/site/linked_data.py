"""What programs read of the site: each page as JSON-LD in the words of schema.org, and all of it as one graph."""

import datetime as dt
import json
import posixpath
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

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

CONTEXT = "https://schema.org"
KINDS: dict[type[Page], str] = {
    FrontPage: "CollectionPage",
    AdvicePage: "HowTo",
    FindingPage: "Claim",
    QuotePage: "Quotation",
    FigurePage: "Observation",
    SourcePage: "CreativeWork",
    ExtractPage: "Dataset",
}
GRAPH = "graph.jsonld"


def data_of(page: Page, built_on: dt.date) -> Markup:
    """One page, safe inside a script element."""
    here = posixpath.dirname(page.path)
    said = {"@context": CONTEXT} | _node(page, built_on, here)
    text = json.dumps(said, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def graph(site: Site, built_on: dt.date) -> bytes:
    """Every page with what it rests on, as one graph; ids are addresses within the site."""
    nodes = [{"@id": page.path} | _node(page, built_on, "") for page in site.pages if type(page) in KINDS]
    about: dict[str, Any] = {"@id": "#programme", "@type": "Organization", "name": site.about.name}
    if site.about.demonstration:
        about["description"] = _("Demonstration: everything here is invented")
    if site.about.licence_address:
        for node in nodes:
            node["license"] = site.about.licence_address
    base = {"@base": site.about.address} if site.about.address else {}
    whole = {"@context": [CONTEXT, base] if base else CONTEXT, "@graph": [about, *nodes]}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _measured(page: FigurePage) -> dict[str, Any]:
    """The number with what it is out of; nothing at all where it is hidden."""
    if page.hidden or page.value is None:
        return {}
    value = {"@type": "QuantitativeValue", "value": float(page.value), "unitText": page.unit}
    counts = {"numerator": page.numerator, "denominator": page.denominator, "missing": page.missing}
    return {
        "measuredValue": value,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": count}
            for name, count in counts.items()
            if count is not None
        ],
    }


def _node(page: Page, built_on: dt.date, here: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@type": KINDS.get(type(page), "WebPage"),
        "name": page.title,
        "dateModified": built_on.isoformat(),
        "isBasedOn": [posixpath.relpath(way.path, here or ".") for way in page.ways],
    }
    if isinstance(page, AdvicePage):
        said |= {
            "text": page.advice,
            "datePublished": page.published_on.isoformat(),
            "inLanguage": page.language,
        }
        said["step"] = [{"@type": "HowToStep", "text": line} for line in page.checklist]
        said["audience"] = {"@type": "Audience", "audienceType": page.audience}
        said["about"] = [name for _key, name in page.constructs]
        said["keywords"] = [page.stage, *page.settings, *page.strategies]
    if isinstance(page, FindingPage):
        said |= {"text": page.title, "additionalType": "opinion" if page.is_opinion else "finding"}
    if isinstance(page, (SourcePage, ExtractPage)):
        said["identifier"] = f"sha256:{page.hash}"
    if isinstance(page, QuotePage):
        said |= {"text": page.text, "inLanguage": page.language}
    if isinstance(page, FigurePage):
        said |= {"description": page.sentence, "observationDate": page.extract.taken_on.isoformat()}
        said |= _measured(page)
    return said
