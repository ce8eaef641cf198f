"""The built site as a visitor meets it: every way leads somewhere, nothing is asked from outside."""

import datetime as dt
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from linkwork.core.errors import Refused
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World
from linkwork.evaluation.toolkit import actions, reads
from linkwork.evaluation.toolkit.rules.kinds import Audience
from linkwork.evaluation.toolkit.tests.world import compose, publish
from linkwork.exchange.site import typefaces
from linkwork.exchange.site.building import sites
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.writer import STANDING, draw_file, standing_file, write, write_zip
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
TODAY = dt.date(2026, 3, 12)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
BUILT = Built(TODAY, number=1)


class Seen(HTMLParser):
    """What a page links to, what it fetches, its data block, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.text = ""
        self.data = ""
        self.inside = ""
        self.linked = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside = tag
        self.linked = given.get("type") == "application/ld+json"
        if tag == "a":
            self.links.append(given["href"] or "")
        for name in ("srcset", "poster", "style", "onclick"):
            assert name not in given
        if tag == "link":
            self.fetched.append(given["href"] or "")
        if "src" in given:
            self.fetched.append(given["src"] or "")
        if "action" in given:
            self.fetched.append(given["action"] or "")

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.data += data if self.linked else ""
        else:
            self.text += data


@pytest.fixture
def folder(world: World, cast: Cast, tmp_path: Path) -> Path:
    """A site with one recommendation that rests on something, and one that rests on nothing."""
    for title, statements in (
        ("A room people pass", [world.statement, world.bare]),
        ("Trust </script> takes time", []),
    ):
        one = compose(
            world.by,
            title=title,
            advice="Ask for it.\nThen ask again.",
            stage=Stage.INITIATION,
            audience=Audience.PRACTICE,
            barrier="Nobody knows the worker.",
            strategies=[reads.strategies()[0][0]],
            checklist=["A key"],
            statements=statements,
        )
        publish(world.by, cast.manager, one)
    write(sites(world.by, BUILT.languages), tmp_path / "site", BUILT)
    return tmp_path / "site"


def look(page: Path) -> Seen:
    return Seen(page.read_text("utf-8"))


def follow(page: Path, to: str) -> Path:
    return (page.parent / to.partition("#")[0]).resolve() if not to.startswith("#") else page


def below(page: Path, part: str) -> list[Path]:
    """The pages of the folder `part` that `page` leads to."""
    return [follow(page, to) for to in look(page).links if follow(page, to).parent.name == part]


def test_every_way_leads_somewhere_and_nothing_comes_from_outside(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len([page for page in pages if page.parent != folder]) == 10
    reached = {folder / "index.html"}
    for page in pages:
        seen = look(page)
        for to in [*seen.links, *seen.fetched]:
            if to == LICENCE:
                continue  # a link to follow, not something the page fetches
            assert not to.startswith(("http", "/", "data:", "file:"))
            assert follow(page, to).is_file(), f"{page.name} leads to {to}"
            reached.add(follow(page, to))
    assert set(pages) <= reached
    style = (folder / "site.css").read_text("utf-8")
    assert "@import" not in style
    faces = re.findall(r'url\("(fonts/[\w.-]+)"\)', style)
    assert len(faces) == style.count("url(") == 3
    assert all((folder / face).is_file() for face in faces)
    assert (
        "SIL OPEN FONT LICENSE" in (folder / "fonts" / "noto-arabic-licence.txt").read_text("utf-8").upper()
    )


def test_from_advice_one_walks_down_to_words_and_figures(folder: Path) -> None:
    index = folder / "index.html"
    room = next(page for page in below(index, "advice") if "room" in page.name)
    finding = next(page for page in below(room, "findings") if below(page, "quotes"))
    texts = [look(page).text for page in below(finding, "quotes")]
    assert any(OPEN_WORDS in text for text in texts)
    assert any("withheld" in text for text in texts)
    source = below(below(finding, "quotes")[0], "sources")[0]
    assert "Fingerprint of its text" in look(source).text
    extract = below(below(finding, "figures")[0], "extracts")[0]
    assert "12 March 2026" in look(extract).text


def test_from_words_and_figures_one_walks_back_up(folder: Path) -> None:
    for part in ("quotes", "figures", "sources", "extracts"):
        for page in (folder / part).glob("*.html"):
            (above,) = below(page, "findings")
            assert "Findings that rest on this" in look(page).text
            assert above.is_file()


def test_what_rests_on_nothing_is_marked(folder: Path) -> None:
    index = folder / "index.html"
    trust = next(page for page in below(index, "advice") if "trust" in page.name)
    assert "Opinion: no evidence linked." in look(trust).text
    room = next(page for page in below(index, "advice") if "room" in page.name)
    bare = next(page for page in below(room, "findings") if not below(page, "quotes"))
    assert "Opinion: no evidence linked." in look(bare).text


def test_nobody_is_named_and_nothing_withheld_is_there(folder: Path, world: World) -> None:
    everything = "".join(page.read_text("utf-8", errors="replace") for page in folder.rglob("*.*"))
    assert CLOSED_WORDS not in everything
    for name in [
        *reads.edition(world.by).names,
        "Mother, autumn",
        str(world.open_quote),
        str(world.statement),
    ]:
        assert name not in everything


def test_each_page_carries_its_data(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        data = json.loads(look(page).data)
        assert data["@context"] == "https://schema.org"
        assert data["dateModified"] == TODAY.isoformat()
        assert all(follow(page, to).is_file() for to in data["isBasedOn"])


def test_a_second_build_takes_old_pages_away(folder: Path, world: World) -> None:
    for card in reads.recommendations(world.by):
        actions.withdraw(recommendation_id=card.id, reason="Old.", by=world.by, at=NOON)
    write(sites(world.by, BUILT.languages), folder, BUILT)
    assert [page for page in folder.rglob("*.html") if page.parent != folder] == []
    assert "No advice for this stage yet." in look(folder / "index.html").text


def test_other_peoples_folders_are_left_alone(folder: Path, world: World) -> None:
    (folder / "linkwork-site.json").unlink()
    with pytest.raises(Refused):
        write(sites(world.by, BUILT.languages), folder, BUILT)


def test_zip_and_preview_are_the_same_pages(folder: Path, world: World) -> None:
    made = sites(world.by, BUILT.languages)
    target = io.BytesIO()
    write_zip(made, target, BUILT)
    with ZipFile(target) as packed:
        assert packed.read("toolkit/index.html") == (folder / "index.html").read_bytes()
    for name in ("index.html", "search-index.js", "assess-data.js"):
        assert draw_file(made["en"], name, BUILT) == (folder / name).read_bytes()
    assert draw_file(made["en"], "../secret", BUILT) is None
    assert standing_file("index.html") is None
    for name in (*STANDING, "fonts/noto-arabic.ttf"):
        assert standing_file(name) == (folder / name).read_bytes()


def test_without_the_packages_readers_have_their_own_typefaces(settings: Any) -> None:
    settings.FONTS = []
    assert list(typefaces.files()) == []
    assert "@font-face" not in (standing_file("site.css") or b"").decode()


def test_it_is_built_in_five_languages_and_both_directions(folder: Path, world: World) -> None:
    every = Built(TODAY, ("en", "fr", "sv", "ar", "zh-hans"))
    write(sites(world.by, every.languages), folder, every)
    assert '<html lang="ar" dir="rtl"' in (folder / "ar" / "index.html").read_text("utf-8")
    for page in [*folder.glob("*.html"), *folder.glob("zh-hans/*/*.html")]:
        assert all(follow(page, to).is_file() for to in look(page).links if not to.startswith("http"))
        assert len([to for to in look(page).fetched if to.endswith(page.name)]) >= 4  # its other languages
