"""Bring documents and interviews into a study, from text files or a folder of them.

  linkwork import documents interviews/ --study "How it takes hold" --programme "North practices"
  linkwork import documents one.txt two.txt --study "How it takes hold" --programme "North practices" --language sv

Text (.txt, .md) in UTF-8 or UTF-16, Word (.docx), OpenDocument (.odt), .rtf, .pdf with text in it, .html, and captions
(.vtt, .srt). Each file becomes a source titled by its name; the study is opened where there is none of this title. A
text that is in the study already is reported and not doubled.
Exits with 1 where a file could not be taken.
"""

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.actions import FileReport
from linkwork.evaluation.studies.rules import Design, Group, NewFile, SourceKind
from linkwork.exchange.documents.reading import LARGEST
from linkwork.exchange.documents.taking_in import add_documents
from linkwork.programmes.rules import Stage


def arguments(parser: argparse.ArgumentParser) -> None:
    """More files, the study, and what is true of all of them."""
    parser.add_argument("more", type=Path, nargs="*", metavar="FILE", help="further files or folders")
    parser.add_argument("--study", required=True, metavar="TITLE", help="the study they belong to")
    parser.add_argument(
        "--kind", choices=[kind.value for kind in SourceKind], default=SourceKind.DOCUMENT.value
    )
    parser.add_argument(
        "--language", default="", help="of all the texts, for example sv or ar; each one's own where left out"
    )
    parser.add_argument("--group", choices=[group.value for group in Group], help="who speaks")
    parser.add_argument("--stage", choices=[stage.value for stage in Stage], help="the stage they speak of")
    parser.add_argument("--quotable", action="store_true", help="they may be quoted outside the study")


def run(options: argparse.Namespace) -> Outcome:
    """Read the files, add them, report each."""
    by, at = operator(options.programme), timezone.now()
    files = [NewFile(path.name, start_of(path)) for path in found([options.file, *options.more])]
    reports = add_documents(
        study_id=_study(options.study, by, at),
        files=files,
        kind=SourceKind(options.kind),
        language=options.language,
        group=Group(options.group) if options.group else None,
        stage=Stage(options.stage) if options.stage else None,
        consent=options.quotable,
        by=by,
        at=at,
    )
    refused = [report for report in reports if report.source_id is None]
    lines = [f"{len(reports) - len(refused)} of {len(reports)} files came in.", *map(_line, reports)]
    data = {"files": [vars(report) for report in reports]}
    return Outcome(lines, data, 1 if refused else 0)


def found(paths: Iterable[Path]) -> Iterator[Path]:
    """The files meant: those named, and those of the folders named, by name, hidden ones left out. Raises NotFound."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        elif path.is_file():
            yield path
        else:
            raise NotFound(f"There is no file or folder {path}.")


def _study(title: str, by: Viewer, at: dt.datetime) -> UUID:
    try:
        return reads.study_titled(by, title).id
    except NotFound:
        return actions.open_study(title=title, design=Design.CASE_STUDY, opened_on=at.date(), by=by, at=at)


def _line(report: FileReport) -> str:
    return f"  {report.name}: {report.problem or f'{report.characters} characters'}"


def start_of(path: Path) -> bytes:
    """The file, or so much of one that is too large that the reader sees it: nobody reads 300 MB to refuse them."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
