"""A whole study as a REFI-QDA project, or its codebook, for other programs.

  linkwork export refi takes-hold.qdpx --study "How it takes hold" --programme "North practices"
  linkwork export refi takes-hold.qdc --study "How it takes hold" --programme "North practices"

A project (.qdpx) holds the texts, the codes, every coder's codings and the memos: keep it as you keep the recordings.
What the standard cannot say is listed, and then it exits with 1.
"""

import argparse

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.commands.write_out import kind_of, write_out
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.studies import reads
from linkwork.exchange.refi_qda.of_study import codes_of, not_carried, project_of
from linkwork.exchange.refi_qda.writing import codebook_xml, qdpx


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond the file and the study."""


def run(options: argparse.Namespace) -> Outcome:
    """Write it; say what it does not hold."""
    by = operator(options.programme)
    kind = kind_of(options.file, ("qdpx", "qdc"))
    study = reads.study_titled(by, options.study)
    if kind == "qdc":
        write_out(
            options.file, codebook_xml(codes_of(coding.codebook(by, study.id))), replace=options.replace
        )
        return Outcome([f"The codebook is in {options.file}."], {"file": str(options.file), "lost": []})
    project, lost = project_of(by, study.id), not_carried(by, study.id).lines()
    write_out(options.file, qdpx(project), replace=options.replace)
    lines = [f"The study is in {options.file}: {len(project.texts)} texts."]
    if lost:
        lines += ["What it does not hold:", *(f"  {why} ({what}, {often})" for what, why, often in lost)]
    data = {
        "file": str(options.file),
        "texts": len(project.texts),
        "lost": [{"what": what, "why": why, "times": often} for what, why, often in lost],
    }
    return Outcome(lines, data, 1 if lost else 0)
