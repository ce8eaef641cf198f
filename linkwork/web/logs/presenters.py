"""A log on its way in, as the plain values of its pages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.text import fold, one_line
from linkwork.exchange.sheets.faults import faults
from linkwork.exchange.sheets.log_steps import other_headings
from linkwork.exchange.sheets.staff_survey import SurveyFile
from linkwork.exchange.sheets.table import SheetRow
from linkwork.exchange.sheets.waiting import Waiting
from linkwork.extracts.reads import MappingCard, SurveyMappingCard
from linkwork.extracts.rules.mappings import WORD_FIELDS
from linkwork.web.logs.forms import LOG_FIELDS, WordsForm
from linkwork.web.shared.days import date_said, local_day

LONGEST_CELL, LONGEST_SAMPLE = 60, 24


def samples(header: Sequence[str], rows: Iterable[SheetRow]) -> dict[str, str]:
    """Heading by heading the first thing that stands in it."""
    found: dict[str, str] = {}
    for row in rows:
        for heading, text in row.cells.items():
            if text:
                found.setdefault(heading, one_line(text, LONGEST_SAMPLE))
    return {heading: found.get(heading, "") for heading in header if heading}


def preview(file: Waiting, header: Sequence[str], rows: Iterable[SheetRow]) -> dict[str, Any]:
    """The first rows as a table, and how the headings differ from those of the saved mapping."""
    shown = [heading for heading in header if heading]
    return {
        "file": file.name,
        "heads": [_("Row"), *shown],
        "rows": [
            [str(row.number), *(one_line(row.cells.get(heading, ""), LONGEST_CELL) for heading in shown)]
            for row in rows
        ],
        "saved_as": file.said.get("saved_as", ""),
        "differ": other_headings(file),
    }


def word_fields(file: Waiting, form: WordsForm) -> list[dict[str, Any]]:
    """Field by field: what it is called here and there, and a control for each of their words."""
    said = file.said
    return [
        {
            "id": name,
            "title": str(LOG_FIELDS[name]),
            "column": said["columns"][name],
            "words": [form[f"{name}-{n}"] for n in range(len(found))],
            "more": _more(said["more"].get(name, 0)),
        }
        for name, found in said["found"].items()
    ]


def _more(count: int) -> str:
    if not count:
        return ""
    said = ngettext("%(n)s rarer word is not listed.", "%(n)s rarer words are not listed.", count)
    return said % {"n": count}


def checked(file: Waiting) -> dict[str, Any]:
    """What became of the rows on trial."""
    report = file.said["report"]
    read_as = [[heading, str(LOG_FIELDS[name])] for heading, name in report["columns"]]
    return {
        "id": file.id,
        "report": report | {"columns": read_as},
        "saved_as": file.said.get("saved_as", ""),
        "differ": other_headings(file),
        "has_words": bool(file.said.get("found")) or file.said.get("asks_days", False),
    }


def mended_words(taken: int, still: int) -> str:
    """What became of rows that came back."""
    said = ngettext("%(n)s row was put right.", "%(n)s rows were put right.", taken) % {"n": taken}
    if still:
        said += " " + ngettext("%(n)s is still refused.", "%(n)s are still refused.", still) % {"n": still}
    return said


def saved_line(one: MappingCard | SurveyMappingCard, kind: str) -> dict[str, Any]:
    """A saved mapping in the list; `kind` says what is read like it."""
    count = len(one.mapping.columns)
    return {
        "name": one.name,
        "url": reverse(
            f"logs:{'mapping' if isinstance(one, MappingCard) else 'survey_mapping'}", args=[one.id]
        ),
        "more": [
            kind,
            ngettext("%(n)s column", "%(n)s columns", count) % {"n": count},
            _("changed %(day)s") % {"day": date_said(local_day(one.changed_at))},
        ],
    }


def saved_words(card: MappingCard) -> dict[str, list[tuple[str, int]]]:
    """Field by field the words of a saved mapping, in an order that no database changes."""
    said = card.mapping.words
    return {
        name: [(word, 0) for word in sorted(said[name], key=fold)] for name in WORD_FIELDS if said.get(name)
    }


def saved_fields(card: MappingCard, form: WordsForm) -> list[dict[str, Any]]:
    """Field by field the words of a saved mapping, each with its control."""
    return [
        {
            "id": name,
            "title": str(LOG_FIELDS[name]),
            "column": card.mapping.columns.get(name, ""),
            "words": [form[f"{name}-{n}"] for n in range(len(words))],
            "more": "",
        }
        for name, words in saved_words(card).items()
    ]


def survey_report(found: SurveyFile) -> dict[str, Any]:
    """What became of a file of answers."""
    return {
        "file": found.name,
        "rows": found.respondents + len(found.refused),
        "taken": found.respondents,
        "faults": faults(found.refused),
        "refused_rows": len(found.refused),
        "columns": [[column, name] for name, column in found.columns.items()],
        "left_out": list(found.left_out),
    }
