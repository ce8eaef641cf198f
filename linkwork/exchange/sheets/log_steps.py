"""A log on its way in, step by step: begun, looked through, read on trial; and what was told of it so far.

Each of the first three reads the whole file and may take a while: `Watch` is given the rows as they are read.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.sheets.contact_log import (
    REASONS,
    ContactLog,
    contradiction_words,
    read_log,
)
from linkwork.exchange.sheets.faults import faults
from linkwork.exchange.sheets.log_profile import first_rows, profile
from linkwork.exchange.sheets.log_words import OwnWords, own_words
from linkwork.exchange.sheets.table import SheetRow
from linkwork.exchange.sheets.waiting import Waiting
from linkwork.extracts.rules.mappings import LogMapping, headings, mapping_from
from linkwork.programmes.reads import own_lists

LOG = "log"
COLUMNS, WORDS, CHECK = "columns", "words", "check"  # the pages that may come next
MOST_SHOWN, MOST_WORDS = 20, 50
# the rows as they are read, how many there are (0: nobody knows), what is being done
Watch = Callable[[Iterator[SheetRow], int, str], Iterator[SheetRow]]


def begin(file: Waiting, viewer: Viewer, at: dt.datetime, watch: Watch) -> str:
    """Which page comes next. A log that the chosen mapping fits is read at once. Raises Refused."""
    file.unpack(lambda lines, many: watch(lines, many, _("Opening the file")))
    header = file.sheet().header
    first_rows(file.sheet())  # refuses what cannot be read
    file.say(header=list(header), rows=file.lines())
    saved = saved_of(file)
    if saved is None or any(column not in header for column in saved.columns.values()):
        return COLUMNS
    _look_through(file, saved.columns, watch)
    if file.said["asks_days"] and not saved.order:
        return WORDS
    file.say(words=saved.read()["words"], order=saved.order)
    return on_trial(file, viewer, at, watch)


def go_through(file: Waiting, viewer: Viewer, at: dt.datetime, watch: Watch) -> str:
    """Which page comes next, once the columns are told. Raises Refused."""
    _look_through(file, file.said["told"], watch)
    if file.said["found"] or file.said["asks_days"]:
        return WORDS
    file.say(words={}, order="")
    return on_trial(file, viewer, at, watch)


def _look_through(file: Waiting, columns: Mapping[str, str], watch: Watch) -> None:
    """What words stand in these columns, and whether their days must be asked about."""
    found = profile(
        file.sheet(lambda rows: watch(rows, file.said["rows"], _("Looking at the words"))), columns
    )
    words = {name: list(one.listed) for name, one in found.words.items() if one.listed}
    more = {name: one.more for name, one in found.words.items() if one.more}
    file.say(columns=dict(columns), found=words, more=more, asks_days=found.asked)
    file.say(rows=found.rows, days_say=found.order)


def on_trial(file: Waiting, viewer: Viewer, at: dt.datetime, watch: Watch) -> str:
    """Read every row as was told, and keep what became of it. Raises Refused."""
    spool = file.spool(anew=True)
    try:
        log = read_log(
            file.sheet(lambda rows: watch(rows, file.said["rows"], _("Reading the rows"))),
            localdate(at),
            order=file.said.get("order") or file.said.get("days_say", ""),
            own=words_of(viewer),
            mapping=mapping_of(file),
            spool=spool,
        )
        keep_report(file, log)
    finally:
        spool.close()
    return CHECK


def mapping_of(file: Waiting) -> LogMapping:
    """What was told so far; nothing guessed is in it but what somebody saw."""
    said = file.said
    return LogMapping(
        said.get("columns", {}), said.get("words", {}), said.get("order", ""), tuple(said.get("header", ()))
    )


def saved_of(file: Waiting) -> LogMapping | None:
    """The saved mapping that was chosen for it."""
    return mapping_from(file.said["saved"]) if "saved" in file.said else None


def words_of(viewer: Viewer) -> OwnWords:
    """The words of the programme's own lists."""
    return own_words(own_lists(viewer.programme))


def keep_report(file: Waiting, log: ContactLog) -> None:
    """Keep what became of the rows, as the page shows it."""
    file.say(read_as=log.mapping.data(), unknown=[[*word, n] for word, n in log.unknown.items()])
    file.say(report=_report(log))


def log_again(file: Waiting) -> ContactLog:
    """The log as it was read on trial."""
    said = file.said
    unknown = {(column, word): rows for column, word, rows in said["unknown"]}
    read_as = mapping_from(said["read_as"])
    return ContactLog(file.name, read_as.headings, read_as, file.spool(), unknown)


def _report(log: ContactLog) -> dict[str, Any]:
    """What became of a log, as plain values."""
    return {
        "file": log.name,
        "rows": log.rows_read,
        "taken": log.taken,
        "people": log.spool.people(),
        "faults": faults(log.refused),
        "refused_rows": log.spool.refused,
        "columns": [[heading, name] for name, heading in log.columns.items()],
        "left_out": list(log.left_out),
        "unknown": [[column, word, count] for (column, word), count in log.unknown.items()][:MOST_WORDS],
        "contradictions": [contradiction_words(one) for one in log.contradictions(MOST_SHOWN)],
    }


def other_headings(file: Waiting) -> Mapping[str, list[str]]:
    """Which headings are new and which are gone since the mapping was saved that was chosen for it."""
    saved = saved_of(file)
    if saved is None:
        return {"new": [], "gone": []}
    found = headings(saved, file.said["header"], ours=REASONS)
    return {"new": list(found.new), "gone": list(found.gone)}
