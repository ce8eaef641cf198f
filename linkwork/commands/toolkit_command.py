"""Build the public implementation toolkit as a static site.

Takes the published recommendations of a programme and writes a folder of pages that anybody can host or open from
disk: each recommendation leads down to statements, quotations and figures, sources and dated extracts. Workers' names
are left out, words without consent are withheld, small figures are not shown. What is new since the last build makes
it another numbered version; old versions stay readable in the site.

  linkwork toolkit --programme "Millbrook link workers" --to site
  linkwork toolkit --programme "Millbrook link workers" --to site --language fr
  linkwork toolkit --programme "Millbrook link workers" --to site --languages en,ar
"""

import argparse
from pathlib import Path

from django.utils import timezone, translation

from linkwork.commands.line import Outcome, Progress
from linkwork.commands.which import operator
from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit import actions, reads
from linkwork.evaluation.toolkit.rules.pages import FindingPage
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.building import extracts_behind, sites
from linkwork.exchange.site.chain import Walked, walk
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.languages import EVERY
from linkwork.exchange.site.leaving_out import LeftOut, left_out
from linkwork.exchange.site.papers.files import papers
from linkwork.exchange.site.writer import write
from linkwork.extracts import actions as extracts


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which programme, where to, in which languages."""
    parser.add_argument("--programme", required=True, metavar="NAME")
    parser.add_argument(
        "--to", required=True, type=Path, metavar="FOLDER", help="a new or empty folder, or an earlier build"
    )
    parser.add_argument("--language", default="en", choices=EVERY, help="the main one; en unless given")
    parser.add_argument(
        "--languages", default=",".join(EVERY), metavar="CODES", help=f"all unless given: {','.join(EVERY)}"
    )
    parser.add_argument("--no-papers", action="store_true", help="without the templates to download")


def run(options: argparse.Namespace) -> Outcome:
    """Build it; what was written, where to begin, what rests on nothing, what was left out and why."""
    viewer = operator(options.programme)
    languages = _languages(options.language, options.languages)
    with translation.override(options.language):
        extracts.let_out(extract_ids=extracts_behind(viewer), by=viewer, at=timezone.now())
        number = actions.issue(by=viewer, at=timezone.now())
        made = sites(viewer, languages)
    main = made[languages[0]]
    progress = Progress(quiet=options.json)
    on = timezone.localdate()
    progress.step("Making the templates to download")
    made_papers = () if options.no_papers else papers(viewer, main.about, languages, number, on)
    built = Built(on, languages, number, _hash(viewer), made_papers)
    written = write(made, options.to, built, progress.step)
    progress.step("Walking down from every sentence")
    walked = walk(options.to, made)
    progress.done()
    out = left_out(main, built, reads.without_steps(viewer))
    return _outcome(main, built, options.to, written, out, walked)


def _languages(main: str, said: str) -> tuple[str, ...]:
    asked = [code.strip() for code in said.split(",") if code.strip()]
    unknown = sorted(set(asked) - set(EVERY))
    if unknown:
        raise Refused(f"The site does not speak {', '.join(unknown)} (it speaks {', '.join(EVERY)}).")
    return (main, *(code for code in EVERY if code in asked and code != main))


def _hash(viewer: Viewer) -> str:
    newest = reads.versions(viewer)[:1]
    return newest[0].hash if newest else ""


def _outcome(
    site: Site, built: Built, folder: Path, written: int, out: list[LeftOut], walked: Walked
) -> Outcome:
    advice = site.advice
    bare = [page for page in site.pages if isinstance(page, FindingPage) and page.is_opinion]
    alone = [page for page in advice if not page.findings]
    index = folder / "index.html"
    pages = len(site.pages)
    lines = [
        f"{pages} pages in {len(built.languages)} languages, {len(advice)} recommendations: {index}",
        f"Version {built.number}, {written} files." if built.number else f"{written} files, no version yet.",
    ]
    if not advice:
        lines.append("Nothing is published yet: publish a recommendation first.")
    if bare or alone:
        lines.append("Some of it rests on no evidence, and says so on its page.")
    lines.append(f"{walked.sentences} sentences lead down to their evidence, {walked.opinions} are opinions.")
    lines += walked.broken
    lines += [f"Left out: {one.count or ''} {one.what}: {one.why}.".replace("  ", " ") for one in out]
    data = {
        "pages": pages,
        "files": written,
        "languages": list(built.languages),
        "version": built.number,
        "hash": built.hash,
        "recommendations": len(advice),
        "by_kind": _by_kind(site),
        "opinions": len(bare) + len(alone),
        "sentences": walked.sentences,
        "broken": list(walked.broken),
        "left_out": [vars(one) for one in out],
        "index": str(index),
    }
    return Outcome(lines, data, code=0 if advice and not walked.broken else 1)


def _by_kind(site: Site) -> dict[str, int]:
    kinds = [type(page).__name__.removesuffix("Page").lower() for page in site.pages]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
