"""How a log from elsewhere is read: which of its columns is which of ours, and which of its words is which of ours."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("person", "occurred_on", "worker", "marked_first", "mode", "site_kind", "language", "minutes", "topics",
          "support")  # fmt: skip
MUST = ("person", "occurred_on")
WORD_FIELDS = ("marked_first", "mode", "site_kind", "language", "topics", "support")
YES, NO, OTHER, EMPTY = "yes", "no", "other", ""
ORDERS = ("", "day", "month")
LONGEST_HEADING, LONGEST_WORD, MOST_WORDS, MOST_HEADINGS = 200, 200, 500, 300

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class LogMapping:
    """`columns`: field by field the log's heading. `words`: field by field the log's word and our code, "" for nothing.

    `order`: what comes first in days like 12/03/2026, "day" or "month"; "" where the log itself shows it. `headings`:
    all that the log had when this was made, to say later what is new.
    """

    columns: Mapping[str, str]
    words: Words = field(default_factory=dict)
    order: str = ""
    headings: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """As it is kept, and as it stands in a file."""
        return self.read() | {"headings": list(self.headings)}

    def read(self) -> dict[str, Any]:
        """What of it decides how a log is read: this goes into a manifest."""
        return {
            "columns": dict(self.columns),
            "words": {name: dict(words) for name, words in self.words.items() if words},
            "order": self.order,
        }


@dataclass(frozen=True)
class SurveyMapping:
    """How answers to a survey are read: `columns`, by field (day, respondent, group, an item) the file's heading."""

    survey: str
    columns: Mapping[str, str]

    def data(self) -> dict[str, Any]:
        """As it is kept."""
        return {"survey": self.survey, "columns": dict(self.columns)}


def survey_mapping_from(data: Any) -> SurveyMapping | None:
    """Read what `SurveyMapping.data` wrote; None for the mapping of a log."""
    return SurveyMapping(data["survey"], data["columns"]) if "survey" in data else None


@dataclass(frozen=True)
class Headings:
    """How the headings of a log differ from those a mapping was made for. `needed` are gone ones that it reads."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    needed: tuple[str, ...]


def headings(mapping: LogMapping, header: Collection[str], ours: Collection[str] = ()) -> Headings:
    """What is new and what is gone; `ours` are headings that we put there ourselves."""
    known = {*mapping.headings, *mapping.columns.values()}
    gone = tuple(one for one in (*mapping.headings, *mapping.columns.values()) if one not in header)
    return Headings(
        new=tuple(one for one in header if one and one not in known and one not in ours),
        gone=tuple(dict.fromkeys(gone)),
        needed=tuple(dict.fromkeys(one for one in mapping.columns.values() if one not in header)),
    )


def mapping_from(data: Any) -> LogMapping:
    """Read what `data()` wrote. Raises ValueError naming what is wrong."""
    if not isinstance(data, dict) or not {"columns"} <= data.keys() <= {
        "columns",
        "words",
        "order",
        "headings",
    }:
        raise ValueError('A mapping has "columns", and may have "words", "order" and "headings".')
    words = data.get("words", {})
    if not isinstance(words, dict):
        raise ValueError('"words" says, field by field, which word is which.')
    found = LogMapping(
        _texts(data["columns"], "columns"),
        {name: _texts(said, name) for name, said in words.items()},
        str(data.get("order", "")),
        tuple(str(one) for one in data.get("headings", ())),
    )
    if faults := faults_of(found):
        raise ValueError(faults[0])
    return found


def faults_of(mapping: LogMapping | SurveyMapping) -> list[str]:
    """What a mapping says that cannot be, but for codes that a programme's lists do not have."""
    if isinstance(mapping, SurveyMapping):
        return _survey_faults(mapping)
    unknown = [name for name in mapping.columns if name not in FIELDS]
    unknown += [name for name in mapping.words if name not in WORD_FIELDS]
    found = [f'There is no field "{name}" with columns or words.' for name in unknown]
    found += [f'No column is said for "{name}".' for name in MUST if not mapping.columns.get(name)]
    if mapping.order not in ORDERS:
        found.append('"order" is "day", "month" or empty.')
    texts = [*mapping.columns.values(), *mapping.headings]
    words = [word for said in mapping.words.values() for word in said]
    if any(len(one) > LONGEST_HEADING for one in texts) or any(len(one) > LONGEST_WORD for one in words):
        found.append("A heading or a word is too long.")
    if len(mapping.headings) > MOST_HEADINGS or any(len(one) > MOST_WORDS for one in mapping.words.values()):
        found.append("These are too many headings or words.")
    return found


def _survey_faults(mapping: SurveyMapping) -> list[str]:
    found = [] if mapping.columns.get("day") else ['No column is said for "day".']
    headings = list(mapping.columns.values())
    if len(set(headings)) < len(headings):
        found.append("A column is read as two things.")
    if len(headings) > MOST_HEADINGS or any(len(one) > LONGEST_HEADING for one in headings):
        found.append("These are too many headings, or one is too long.")
    return found


def _texts(said: Any, name: str) -> dict[str, str]:
    if not isinstance(said, dict) or not all(isinstance(one, str) for one in said.values()):
        raise ValueError(f'"{name}" says, one by one, which text is which.')
    return {str(key): one for key, one in said.items()}
