"""Build the public implementation toolkit as a static site.

Takes the published recommendations of a programme and writes a folder of pages that anybody can host or open from
disk: each recommendation leads down to statements, quotations and figures, sources and dated extracts. Workers' names
are left out, words without consent are withheld, small figures are not shown.

  linkwork toolkit --programme "Millbrook link workers" --to site
  linkwork toolkit --programme "Millbrook link workers" --to site --language fr
"""

import argparse
from pathlib import Path

from django.conf import settings
from django.utils import timezone, translation

from linkwork.commands.line import Outcome, Progress
from linkwork.core.errors import NotFound
from linkwork.core.viewer import system
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.pages import AdvicePage, FindingPage
from linkwork.evaluation.toolkit.rules.site import build_site
from linkwork.exchange.site.writer import write
from linkwork.programmes import reads as programmes


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which programme, where to, in which language."""
    parser.add_argument("--programme", required=True, metavar="NAME")
    parser.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder, or an earlier build"
    )
    parser.add_argument(
        "--language",
        default="en",
        choices=[code for code, _name in settings.LANGUAGES],
        help="en unless given",
    )


def run(options: argparse.Namespace) -> Outcome:
    """Build it; how many pages, where to begin, what rests on nothing."""
    known = {card.name: card.id for card in programmes.all_programmes()}
    if options.programme not in known:
        names = ", ".join(sorted(known)) or "none yet"
        raise NotFound(f'There is no programme "{options.programme}" (known: {names}).')
    progress = Progress(quiet=options.json)
    with translation.override(options.language):
        site = build_site(reads.edition(system(known[options.programme])))
        pages = write(site, options.to, timezone.localdate(), progress.step)
    progress.done()
    advice = [page for page in site.pages if isinstance(page, AdvicePage)]
    bare = [page for page in site.pages if isinstance(page, FindingPage) and page.is_opinion]
    index = options.to / "index.html"
    lines = [f"{pages} pages, {len(advice)} recommendations: {index}"]
    if not advice:
        lines.append("Nothing is published yet: publish a recommendation first.")
    if bare or any(not page.findings for page in advice):
        lines.append("Some of it rests on no evidence, and says so on its page.")
    data = {
        "pages": pages,
        "recommendations": len(advice),
        "opinions": len(bare) + sum(not page.findings for page in advice),
        "index": str(index),
    }
    return Outcome(lines, data, code=0 if advice else 1)
