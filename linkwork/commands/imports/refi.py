"""Open a study from a project of another program: REFI-QDA, Taguette or QualCoder.

  linkwork import refi theirs.qdpx --programme "North practices"
  linkwork import refi theirs.sqlite3 --programme "North practices" --language sv

A REFI-QDA project (.qdpx), a Taguette database (.sqlite3), a QualCoder project (its data.qda, or its folder as a ZIP).
Texts, codes, codings and memos come in under their own ids, all of them or nothing. What the file holds and a study
does not is listed. Coders are known by their names: add those who are missing first (linkwork user).
Exits with 1 where something was not carried.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import NotFound, Refused
from linkwork.exchange.projects.reading import read_project
from linkwork.exchange.refi_qda.into_study import take_in

LARGEST = 200 * 1024 * 1024


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is true of the texts where they do not say it."""
    parser.add_argument(
        "--language", default="en", help="of texts that do not say theirs, for example sv or ar"
    )


def run(options: argparse.Namespace) -> Outcome:
    """Read the file, open the study, say what came in and what did not."""
    by = operator(options.programme)
    project, loss = read_project(_bytes(options.file), options.file.name)
    taken = take_in(
        project, loss, language=options.language, by=by, at=timezone.now(), file=options.file.name
    )
    lost = taken.loss.lines()
    counts = {
        "texts": taken.sources,
        "codes": taken.codes,
        "codings": taken.codings,
        "memos": taken.memos,
    }
    lines = [
        f'The study "{taken.title}" is open: ' + ", ".join(f"{n} {what}" for what, n in counts.items()) + "."
    ]
    if lost:
        lines += ["What did not come in:", *(f"  {why} ({what}, {often})" for what, why, often in lost)]
    data = counts | {
        "study": str(taken.study_id),
        "title": taken.title,
        "lost": [{"what": what, "why": why, "times": often} for what, why, often in lost],
    }
    return Outcome(lines, data, 1 if lost else 0)


def _bytes(path: Path) -> bytes:
    if path.is_dir():  # a QualCoder project is a folder
        path = path / "data.qda"
    if not path.is_file():
        raise NotFound(f"There is no file {path}.")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path.name} is larger than 200 MB. Export it without pictures, sound and film.")
    return path.read_bytes()
