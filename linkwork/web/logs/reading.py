"""A log on its way in: what was told of it so far, read on trial, and what became of its rows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.utils.timezone import localdate

from linkwork.exchange.sheets.contact_log import (
    REASONS,
    ContactLog,
    RefusedRow,
    contradiction_words,
    read_log,
)
from linkwork.exchange.sheets.log_words import OwnWords, own_words
from linkwork.exchange.sheets.waiting import Waiting
from linkwork.extracts.rules.mappings import LogMapping, headings, mapping_from
from linkwork.programmes.reads import own_lists
from linkwork.web.logs.forms import LOG_FIELDS
from linkwork.web.shared.request import Request

LOG = "log"
MOST_SHOWN, MOST_WORDS = 20, 50


def mapping_of(file: Waiting) -> LogMapping:
    """What was told so far; nothing guessed is in it but what somebody saw."""
    said = file.said
    return LogMapping(
        said.get("columns", {}), said.get("words", {}), said.get("order", ""), tuple(said.get("header", ()))
    )


def saved_of(file: Waiting) -> LogMapping | None:
    """The saved mapping that was chosen for it."""
    return mapping_from(file.said["saved"]) if "saved" in file.said else None


def words_here(request: Request) -> OwnWords:
    """The words of the programme's own lists."""
    return own_words(own_lists(request.viewer.programme))


def on_trial(request: Request, file: Waiting) -> None:
    """Read every row as was told, and keep what became of it. Raises Refused."""
    spool = file.spool(anew=True)
    try:
        log = read_log(
            file.sheet(),
            localdate(request.at),
            own=words_here(request),
            mapping=mapping_of(file),
            spool=spool,
        )
        keep_report(file, log)
    finally:
        spool.close()


def keep_report(file: Waiting, log: ContactLog) -> None:
    """Keep what became of the rows, as the page shows it."""
    file.say(read_as=log.mapping.data(), unknown=[[*word, n] for word, n in log.unknown.items()])
    file.say(report=report(log))


def log_again(file: Waiting) -> ContactLog:
    """The log as it was read on trial."""
    said = file.said
    unknown = {(column, word): rows for column, word, rows in said["unknown"]}
    read_as = mapping_from(said["read_as"])
    return ContactLog(file.name, read_as.headings, read_as, file.spool(), unknown)


def report(log: ContactLog) -> dict[str, Any]:
    """What became of a log, as plain values."""
    return {
        "file": log.name,
        "rows": log.rows_read,
        "taken": log.taken,
        "refused": refusals(log.refused),
        "refused_rows": log.spool.refused,
        "columns": [[heading, str(LOG_FIELDS[name])] for name, heading in log.columns.items()],
        "left_out": list(log.left_out),
        "unknown": [[column, word, count] for (column, word), count in log.unknown.items()][:MOST_WORDS],
        "contradictions": [contradiction_words(one) for one in log.contradictions(MOST_SHOWN)],
    }


def refusals(rows: Iterator[RefusedRow] | Sequence[RefusedRow]) -> list[list[Any]]:
    """The first refused rows, a line for each fault: row, column, what is wrong, what to do."""
    return [
        [one.row, fault.column, fault.reason, fault.what_to_do]
        for one in islice(rows, MOST_SHOWN)
        for fault in one.complaints
    ]


def other_headings(file: Waiting) -> Mapping[str, list[str]]:
    """Which headings are new and which are gone since the mapping was saved that was chosen for it."""
    saved = saved_of(file)
    if saved is None:
        return {"new": [], "gone": []}
    found = headings(saved, file.said["header"], ours=REASONS)
    return {"new": list(found.new), "gone": list(found.gone)}
