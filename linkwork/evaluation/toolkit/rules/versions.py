"""What did an edition of the site advise, and what did the next one change?

Kept are words the programme wrote, and marks of the evidence; quotations are not: who takes back their consent is
gone from old editions too.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from linkwork.evaluation.toolkit.rules.pages import AdvicePage

WORDS = ("advice", "checklist", "barrier", "strategies")
PLACE = ("stage", "audience", "settings")


def content_of(advice: Sequence[AdvicePage]) -> list[dict[str, Any]]:
    """The edition as JSON-able values, one of each recommendation by its path."""
    return [
        {
            "path": one.path,
            "title": one.title,
            "language": one.language,
            "advice": one.advice,
            "checklist": list(one.checklist),
            "barrier": one.barrier,
            "strategies": list(one.strategies),
            "stage": one.stage,
            "audience": one.audience,
            "settings": list(one.settings),
            "findings": [finding.title for finding in one.findings],
            "evidence": sorted(
                [*(way.path for finding in one.findings for way in finding.ways)]
                + [quote.source.hash for finding in one.findings for quote in finding.quotes]
                + [figure.extract.hash for finding in one.findings for figure in finding.figures]
            ),
        }
        for one in advice
    ]


def hash_of(content: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 (hex) of an edition, the same for the same words and evidence on every machine."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def changes_between(
    before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]
) -> dict[str, list[Any]]:
    """ "new" and "gone": titles; "changed": [title, what of it], of "title", "words", "place", "evidence".

    A recommendation is known by the end of its path, which stays when its title does not.
    """
    old, new = ({_key(one): one for one in edition} for edition in (before, now))
    changed = [[new[key]["title"], _what(old[key], new[key])] for key in new if key in old]
    return {
        "new": [new[key]["title"] for key in new if key not in old],
        "changed": [[title, what] for title, what in changed if what],
        "gone": [old[key]["title"] for key in old if key not in new],
    }


def _key(one: Mapping[str, Any]) -> str:
    return str(one["path"]).rpartition("-")[2]


def _what(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    parts = {"title": ("title",), "words": WORDS, "place": PLACE, "evidence": ("findings", "evidence")}
    return [name for name, keys in parts.items() if any(before[key] != now[key] for key in keys)]
