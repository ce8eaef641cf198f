"""What stands around the pages: the worker that keeps them readable offline, the map, the feed, the note to robots."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from linkwork.evaluation.toolkit.rules.pages import VersionPage, VersionsPage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.drawing import TEMPLATES, Built
from linkwork.exchange.site.languages import folder_of, speaking

WORKER, SITEMAP, ROBOTS, FEED = "sw.js", "sitemap.xml", "robots.txt", "feed.xml"
FETCHED_WHEN_ASKED = ("papers/", "fonts/")  # too much to keep for a reader who never needs it
ATOM = "application/atom+xml"
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
    """The numbered editions as an Atom feed (RFC 4287) in the main language, the newest first."""
    base, code = _base(site), built.languages[0]
    history = next(page for page in site.pages if isinstance(page, VersionsPage))
    with speaking(code):
        entries = [_entry(one, urljoin(base, one.path)) for one in history.versions]
        demo = _("Demonstration: everything here is invented") if site.about.demonstration else ""
        title = f"{_('Implementation toolkit')}: {site.about.name}"
    newest = max((one.issued_on for one in history.versions), default=built.on)
    head = [
        _element("id", base),
        _element("title", title),
        _element("subtitle", demo) if demo else "",
        _element("updated", _midnight(newest)),
        f"<author>{_element('name', site.about.name)}</author>",
        _element("rights", site.about.licence),
        f'<link rel="self" type="{ATOM}" href={quoteattr(urljoin(base, FEED))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(base)}/>',
    ]
    rows = "\n".join([*filter(None, head), *entries])
    return f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{code}">\n{rows}\n</feed>\n'


def _entry(one: VersionPage, where: str) -> str:
    changed = [title for title, _what in one.changes["changed"]]
    parts = (
        _element("id", where),
        _element("title", _("Version %(number)s") % {"number": one.number}),
        _element("updated", _midnight(one.issued_on)),
        f'<link rel="alternate" type="text/html" href={quoteattr(where)}/>',
        _element("summary", "; ".join([*one.changes["new"], *changed, *one.changes["gone"]])),
    )
    return f"<entry>{''.join(parts)}</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _midnight(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def service_worker(made: Mapping[str, bytes]) -> bytes:
    """The worker with the list of files it keeps. It is another one as soon as any of them is."""
    sums = hashlib.sha256()
    for path in sorted(made):
        sums.update(path.encode() + b"\0" + hashlib.sha256(made[path]).digest())
    kept = json.dumps(
        sorted(path for path in made if not path.startswith(FETCHED_WHEN_ASKED)), ensure_ascii=False
    )
    source = (TEMPLATES / WORKER).read_text("utf-8")
    return (
        source.replace("/* NAME */", json.dumps(sums.hexdigest()[:16])).replace("/* FILES */", kept).encode()
    )
