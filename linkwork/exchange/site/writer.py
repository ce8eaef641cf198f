"""Which files is the toolkit made of, and how do they get into a folder? Nothing in them asks for anything outside."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site import around, assessing, searching, typefaces
from linkwork.exchange.site.drawing import TEMPLATES, Built, drawer
from linkwork.exchange.site.languages import folder_of, speaking
from linkwork.exchange.site.linked_data import GRAPH, graph

MARKER = "linkwork-site.json"
STYLE = "site.css"
STANDING = (STYLE, "site.js", "search.js", "assess.js", "assess-order.js", "assess-steps.js", "icon.svg")
KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ttf": "font/ttf",
}
Tell = Callable[[str], None]
Sites = Mapping[str, Site]  # by language: the same pages, what is said of figures in its own words


def files(sites: Sites, built: Built) -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file of the site."""
    made: dict[str, bytes] = {}
    for path, content in _contents(sites, built):
        made[path] = content
        yield path, content
    if built.offline:
        worker = around.service_worker(made)
        made[around.WORKER] = worker
        yield around.WORKER, worker
    marker = {
        "made_by": "linkwork",
        "built_on": built.on.isoformat(),
        "version": built.number,
        "hash": built.hash,
        "files": sorted(made),
    }
    yield MARKER, json.dumps(marker, ensure_ascii=False, indent=1).encode()


def _contents(sites: Sites, built: Built) -> Iterator[tuple[str, bytes]]:
    for name in STANDING:
        yield name, _standing(name)
    yield from typefaces.files()
    main = sites[built.languages[0]]
    for code in built.languages:
        draw, folder = drawer(sites[code], built, code), folder_of(code, built.languages)
        for page in sites[code].pages:
            yield folder + page.path, draw(page)
        yield folder + searching.INDEX, searching.index(sites[code], code, built.papers)
        yield folder + assessing.DATA, assessing.data(sites[code], code)
    with speaking(built.languages[0]):
        yield GRAPH, graph(main, built.on)
    yield from around.files(main, built)
    for paper in built.papers:
        yield paper.path, paper.content


def standing_file(path: str) -> bytes | None:
    """A file that is the same in every site, whatever is advised; None where `path` is none of them."""
    return _standing(path) if path in STANDING else dict(typefaces.files()).get(path)


def _standing(name: str) -> bytes:
    before = typefaces.style() if name == STYLE else ""
    return before.encode() + (TEMPLATES / name).read_bytes()


def draw_file(site: Site, path: str, built: Built) -> bytes | None:
    """One file of the site in its main language, for a preview; None where the site has no such file."""
    code = built.languages[0]
    if path == searching.INDEX:
        return searching.index(site, code)
    if path == assessing.DATA:
        return assessing.data(site, code)
    if path == GRAPH:
        return graph(site, built.on)
    page = next((page for page in site.pages if page.path == path), None)
    return drawer(site, built, code)(page) if page else dict(around.files(site, built)).get(path)


def write(sites: Sites, folder: Path, built: Built, tell: Tell = lambda _said: None) -> int:
    """Write the site into `folder`, taking away files of an earlier build; how many files there are.

    Raises Refused where the folder holds anything that no earlier build left there.
    """
    before = _left_before(folder)
    made = set()
    for path, content in files(sites, built):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        made.add(path)
        tell(_("Wrote %(path)s") % {"path": path})
    for path in before - made:
        (folder / path).unlink(missing_ok=True)
    return len(made)


def write_zip(sites: Sites, target: Any, built: Built) -> None:
    """Write the site as a zip into `target`, a path or a binary file."""
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for path, content in files(sites, built):
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
