"""What stands around the pages: map, feed, graph, the worker that keeps them, the index."""

import datetime as dt
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.portraits.tests.test_rules import figure, quote
from linkwork.evaluation.toolkit.rules.pages import FigurePage, VersionPage, VersionsPage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.evaluation.toolkit.tests.test_site_rules import DAY, build
from linkwork.exchange.site import around, searching
from linkwork.exchange.site.building import untold
from linkwork.exchange.site.drawing import Built, drawer
from linkwork.exchange.site.languages import speaking
from linkwork.exchange.site.linked_data import graph
from linkwork.exchange.site.papers.files import Paper
from linkwork.exchange.words import words

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ATOM = "{http://www.w3.org/2005/Atom}"
ALLOWED = {"id", "title", "subtitle", "updated", "author", "rights", "link", "entry", "summary"}
BUILT = Built(DAY, ("en", "ar"), 1)


@pytest.fixture
def site() -> Site:
    return build(Evidence((quote(text="Hon kom själv."),), (figure(),)), title="Une pièce où l’on passe")


def hosted(site: Site) -> Site:
    """The same, with an address."""
    about = replace(site.about, address="https://example.org/kit", licence_address=LICENCE)
    return Site(about, site.pages)


def test_without_an_address_there_is_no_map(site: Site) -> None:
    assert [path for path, _content in around.files(site, BUILT)] == ["robots.txt"]


def test_the_map_names_every_page_in_every_language(site: Site) -> None:
    made = dict(around.files(hosted(site), BUILT))
    places = [one.text or "" for one in ET.fromstring(made["sitemap.xml"]).iter() if one.tag.endswith("}loc")]
    assert len(places) == len(site.pages) * 2
    assert "https://example.org/kit/ar/index.html" in places
    assert b"Sitemap: https://example.org/kit/sitemap.xml" in made["robots.txt"]


def test_the_feed_keeps_to_its_standard(site: Site) -> None:
    """Checked against what RFC 4287 asks of a feed and of each entry."""
    about = replace(hosted(site).about, demonstration=True)
    changes = {"new": ["Räume & <Wege>"], "changed": [["B", ["words"]]], "gone": ["C"]}
    versions = [
        VersionPage(f"versions/{n}.html", "", number=n, issued_on=DAY, hash="a", content=(), changes=changes)
        for n in (2, 1)
    ]
    history = VersionsPage("versions.html", "", versions=tuple(versions))
    pages = (*(page for page in site.pages if not isinstance(page, VersionsPage)), history)
    root = ET.fromstring(around.feed(Site(about, pages), BUILT))
    assert root.tag == f"{ATOM}feed"
    for one in (root, *(entries := root.findall(f"{ATOM}entry"))):
        for once in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{once}")) == 1
        assert urlsplit(said(one, "id")).scheme == "https"
        assert dt.datetime.fromisoformat(said(one, "updated")).tzinfo
        links = [(link.get("rel"), link.get("type")) for link in one.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert ("alternate", "text/html") in links
        assert {child.tag.removeprefix(ATOM) for child in one} <= ALLOWED
    assert said(root.find(f"{ATOM}author"), "name") == about.name
    ids = [said(one, "id") for one in (root, *entries)]
    assert len(set(ids)) == len(ids) == 3
    assert said(root, "updated") == max(said(one, "updated") for one in entries)
    assert said(entries[0], "title") == "Version 2"
    assert said(entries[0], "summary") == "Räume & <Wege>; B; C"
    assert said(root, "subtitle") == "Demonstration: everything here is invented"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def said(one: ET.Element | None, name: str) -> str:
    assert one is not None
    return one.findtext(f"{ATOM}{name}") or ""


def test_the_graph_leads_down(site: Site) -> None:
    nodes = {one["@id"]: one for one in json.loads(graph(hosted(site), DAY))["@graph"]}
    (advice,) = [one for one in nodes.values() if one["@type"] == "HowTo"]
    assert advice["license"] == LICENCE
    (finding,) = [nodes[one] for one in advice["isBasedOn"]]
    kinds = {nodes[one]["@type"] for one in finding["isBasedOn"]}
    assert kinds == {"Quotation", "Observation"}
    (measured,) = [one for one in nodes.values() if one["@type"] == "Observation"]
    assert measured["measuredValue"]["value"] == float(figure().value or 0)
    assert {one["name"]: one["value"] for one in measured["additionalProperty"]}[
        "missing"
    ] == figure().missing


def test_a_hidden_figure_leaves_no_number() -> None:
    site = build(Evidence((), (figure(small=True),)))
    (measured,) = [one for one in json.loads(graph(site, DAY))["@graph"] if one["@type"] == "Observation"]
    assert not {"measuredValue", "additionalProperty"} & set(measured)


def test_what_is_not_in_a_language_yet_is_marked_as_english() -> None:
    english = build(Evidence((), (figure(sentence="1,294 contacts. 39.2 %", group_label=""),)))
    said = {"sentence": "1 294 contacts. 39,2 %", "definition": "Varje möte.", "title": "Kontakter"}
    swedish = build(Evidence((), (figure(**said),)))
    assert untold(swedish, english) == {"1 294 contacts. 39,2 %"}
    built = Built(DAY, ("sv",), 1)
    (page,) = [one for one in swedish.pages if isinstance(one, FigurePage)]
    drawn = drawer(replace(swedish, foreign=untold(swedish, english)), built, "sv")(page).decode()
    assert '<span lang="en" dir="ltr">1 294 contacts. 39,2 %</span>' in drawn
    assert "<h1>Kontakter</h1>" in drawn


def test_the_worker_changes_with_any_file() -> None:
    one, two = (around.service_worker({"a.html": text}) for text in (b"1", b"2"))
    assert one != two
    assert b'["a.html"]' in one
    assert b"papers" not in around.service_worker({"papers/en/log.xlsx": b"1"})


def test_the_index_folds_words(site: Site) -> None:
    text = searching.index(site, "en").decode()
    found = json.loads(text.removeprefix("self.toolkitIndex = ").removesuffix(";\n"))
    assert found["pages"][0]["title"] == "Une pièce où l’on passe"
    assert {"piece", "sjalv"} <= set(found["terms"])
    assert found["terms"]["piece"] == [[0, 6]]


def test_the_index_knows_roles_translated_titles_and_templates(site: Site) -> None:
    (one,) = site.advice
    site = Site(site.about, (replace(one, titles={"fr": "Salle"}),))
    sheet = Paper("role-card", "Fiche de rôle", "Une page.", "Word", "papers/fr/role-card.docx", "fr", b"")
    text = searching.index(site, "fr", [sheet, replace(sheet, kind="PDF"), replace(sheet, language="en")])
    found = json.loads(text.decode().removeprefix("self.toolkitIndex = ").removesuffix(";\n"))
    advice, paper = found["pages"]
    assert (advice["title"], advice["title_lang"], advice["lang"]) == ("Salle", "fr", one.language)
    assert (paper["title"], paper["path"], paper["kind"]) == ("Fiche de rôle", "papers.html", "paper")
    assert found["terms"]["role"] == [[1, 5]]
    with speaking("fr"):
        (audience, *_rest) = searching.terms(words()["audience"][one.audience])
    assert [0, 1] in found["terms"][audience]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’été, École!", ["lete", "ecole"]),
        ("社区连接 room", ["社区", "区连", "连接", "room"]),
        ("课", ["课"]),
        ("أحمد ـعلى", ["احمد", "علي"]),
        ("…", []),
    ],
)
def test_terms(text: str, found: list[str]) -> None:
    assert searching.terms(text) == found
