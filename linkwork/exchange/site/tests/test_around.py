"""What stands around the pages: map, feed, graph, the worker that keeps them, the index."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.portraits.tests.test_rules import figure, quote
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.evaluation.toolkit.tests.test_site_rules import DAY, build
from linkwork.exchange.site import around, searching
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.linked_data import graph

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
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


def test_the_graph_leads_down(site: Site) -> None:
    nodes = {one["@id"]: one for one in json.loads(graph(hosted(site), DAY))["@graph"]}
    (advice,) = [one for one in nodes.values() if one["@type"] == "HowTo"]
    assert advice["license"] == LICENCE
    (finding,) = [nodes[one] for one in advice["isBasedOn"]]
    kinds = {nodes[one]["@type"] for one in finding["isBasedOn"]}
    assert kinds == {"Quotation", "Observation"}


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’été, École!", ["lete", "ecole"]),
        ("社区连接 room", ["社区", "区连", "连接", "room"]),
        ("课", ["课"]),
        ("أحمد ـعلى", ["احمد", "علي"]),
        ("…", []),
    ],
)
def test_terms(text: str, words: list[str]) -> None:
    assert searching.terms(text) == words
