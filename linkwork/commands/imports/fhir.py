"""Take in a FHIR R4 file: referrals for the programme, and partners' answers to what it asked.

  linkwork import fhir referrals.json --programme "North practices"

A ServiceRequest with its Patient becomes a referral that waits for an answer; a Task about one of our own requests
moves that connection on. The file is JSON, one resource or a Bundle. The same file twice changes nothing.

An entry that cannot be taken in is named with its place in the file and what to do; the others go in. Those entries
are written to a file beside FILE (or --refused), to be put right and taken in by themselves. Exits with 1 where there
are any. The file is held against the fields R4 requires and its rules; what is odd there is said and hinders nothing.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.commands.line import Outcome
from linkwork.commands.which import operator
from linkwork.core.errors import Refused
from linkwork.exchange.fhir.checking import Fault, check
from linkwork.exchange.fhir.reading.file import read_file
from linkwork.exchange.fhir.taking_in import TakenIn, take_in
from linkwork.instruments import lists

MOST_BYTES = 50 * 1024 * 1024
MOST_LISTED = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who sends it, and where the refused entries go."""
    sources = [term.code for term in lists.terms("referral_sources")]
    parser.add_argument("--source", default="general_practice", choices=sources, help="who sends the file")
    parser.add_argument("--refused", type=Path, help="where to write the entries that could not be taken")


def run(options: argparse.Namespace) -> Outcome:
    """Read, check, take in, report."""
    by, now = operator(options.programme), timezone.now()
    text = _text(options.file)
    entries = read_file(text, options.file.name)
    faults = check(json.loads(text))
    done = take_in(entries, source=options.source, by=by, at=now)
    beside = options.refused or options.file.with_name(f"{options.file.stem}-refused.json")
    if done.rejected:
        _write_refused(beside, text, {one.number for one in done.rejected})
    return Outcome(_lines(done, faults, beside), _data(done, faults, beside), 1 if done.rejected else 0)


def _text(path: Path) -> str:
    if not path.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": path})
    if path.stat().st_size > MOST_BYTES:
        raise Refused(
            _("%(file)s is larger than 50 MB. Divide it into smaller bundles.") % {"file": path.name}
        )
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(_("%(file)s is not UTF-8 text, as FHIR JSON must be.") % {"file": path.name}) from None


def _write_refused(path: Path, text: str, numbers: set[int]) -> None:
    """The bundle again with the faulty entries, and all that is neither request nor task, which they point at."""
    data = json.loads(text)
    if data["resourceType"] == "Bundle":
        data["entry"] = [
            one
            for number, one in enumerate(data.get("entry", []), 1)
            if number in numbers
            or one.get("resource", {}).get("resourceType") not in ("ServiceRequest", "Task")
        ]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _lines(done: TakenIn, faults: list[Fault], beside: Path) -> list[str]:
    lines = [f"{done.referrals} referrals and {done.answers} answers taken in, {done.known} known already."]
    lines += [f"Refused entry {one.number}: {one.reason}" for one in done.rejected]
    if done.rejected:
        lines.append(f"The refused entries are in {beside}.")
    lines += [f"Odd in {one.where}: {one.rule}" for one in faults[:MOST_LISTED]]
    if len(faults) > MOST_LISTED:
        lines.append(f"… and {len(faults) - MOST_LISTED} more (--json lists them all)")
    return lines


def _data(done: TakenIn, faults: list[Fault], beside: Path) -> dict[str, Any]:
    return {
        "referrals": done.referrals,
        "answers": done.answers,
        "known": done.known,
        "refused": [vars(one) for one in done.rejected],
        "refused_file": str(beside) if done.rejected else None,
        "faults": [vars(one) for one in faults],
    }
