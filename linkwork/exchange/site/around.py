"""What stands around the pages: the worker that keeps them readable offline, the map, the feed, the note to robots."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from linkwork.evaluation.toolkit.rules.pages import VersionsPage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.drawing import TEMPLATES, Built
from linkwork.exchange.site.languages import folder_of

WORKER, SITEMAP, ROBOTS, FEED = "sw.js", "sitemap.xml", "robots.txt", "feed.xml"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def files(site: Site, built: Built) -> Iterator[tuple[str, bytes]]:
    """A map and a feed need whole addresses: without one they are left out."""
    address = _base(site)
    robots = "User-agent: *\nAllow: /\n"
    if address:
        yield SITEMAP, sitemap(site, built).encode()
        yield FEED, feed(site, built).encode()
        robots += f"Sitemap: {urljoin(address, SITEMAP)}\n"
    yield ROBOTS, robots.encode()


def _base(site: Site) -> str:
    address = site.about.address
    return address if not address or address.endswith("/") else f"{address}/"


def sitemap(site: Site, built: Built) -> str:
    """Every page in every language, each naming its others."""
    base = _base(site)

    def at(code: str, path: str) -> str:
        return escape(urljoin(base, quote(folder_of(code, built.languages) + path)))

    rows = []
    for page in site.pages:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{at(code, page.path)}"/>'
            for code in built.languages
        )
        day = built.on.isoformat()
        rows += [
            f"<url><loc>{at(code, page.path)}</loc><lastmod>{day}</lastmod>{links}</url>"
            for code in built.languages
        ]
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{HEAD}<urlset {spaces}>\n" + "\n".join(rows) + "\n</urlset>\n"


def feed(site: Site, built: Built) -> str:
    """The numbered editions as an Atom feed, the newest first."""
    base = _base(site)
    history = next(page for page in site.pages if isinstance(page, VersionsPage))
    entries = []
    for one in history.versions:
        title = _("Version %(number)s") % {"number": one.number}
        where, day = escape(urljoin(base, one.path)), f"{one.issued_on.isoformat()}T00:00:00Z"
        changed = [
            *one.changes["new"],
            *(title for title, _what in one.changes["changed"]),
            *one.changes["gone"],
        ]
        entries.append(
            f"<entry><id>{where}</id><title>{escape(title)}</title><updated>{day}</updated>"
            f'<link href="{where}"/><summary>{escape("; ".join(changed))}</summary></entry>'
        )
    head = (
        f"<id>{escape(base)}</id><title>{escape(site.about.name)}</title>"
        f"<updated>{built.on.isoformat()}T00:00:00Z</updated><author><name>{escape(site.about.name)}</name></author>"
        f'<link rel="self" href="{escape(urljoin(base, FEED))}"/>'
    )
    return f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom">{head}\n' + "\n".join(entries) + "\n</feed>\n"


def service_worker(made: Mapping[str, bytes]) -> bytes:
    """The worker with the list of files it keeps. It is another one as soon as any of them is."""
    sums = hashlib.sha256()
    for path in sorted(made):
        sums.update(path.encode() + b"\0" + hashlib.sha256(made[path]).digest())
    kept = json.dumps(sorted(path for path in made if not path.startswith("papers/")), ensure_ascii=False)
    source = (TEMPLATES / WORKER).read_text("utf-8")
    return (
        source.replace("/* NAME */", json.dumps(sums.hexdigest()[:16])).replace("/* FILES */", kept).encode()
    )
