"""How does a programme make a list its own: add terms, say them otherwise, hide them, order them, give them codes?

What a programme changed is one plain dictionary a list, kept with the programme (JSON):
`{"own": [{"code", "label", "hint"}], "said": {code: {"label", "hint"}}, "hidden": [code], "order": [code],
"codes": {code: {system: {"code", "display", "version", "licence"}}}}`. Every function returns a new one.
A code never changes its meaning: shipped ones stay, own ones begin with `x-` and are hidden, never removed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from linkwork.instruments.rules.terms import Code, Term

OWN_PREFIX = "x-"
LONGEST_CODE = 12  # as the shortest column of the rooms above keeps it
LONGEST_LABEL = 80
LONGEST_HINT = 200
MOST_OWN = 200  # a list longer than this helps nobody to choose

Changes = dict[str, Any]


def merged(shipped: Iterable[Term], changes: Mapping[str, Any] | None) -> tuple[Term, ...]:
    """Every term, hidden ones too, in the programme's order; terms it has not ordered stand last, as shipped."""
    if not changes:
        return tuple(shipped)
    own = [Term(one["code"], one["label"], one["hint"], own=True) for one in changes.get("own", [])]
    said, hidden = changes.get("said", {}), set(changes.get("hidden", []))
    codes, place = changes.get("codes", {}), {code: n for n, code in enumerate(changes.get("order", []))}
    found = [
        replace(
            term,
            label=said.get(term.code, {}).get("label") or term.label,
            hint=said.get(term.code, {}).get("hint", term.hint),
            hidden=term.code in hidden,
            codes={system: Code(system=system, **kept) for system, kept in codes.get(term.code, {}).items()},
        )
        for term in [*shipped, *own]
    ]
    return tuple(sorted(found, key=lambda term: place.get(term.code, len(place))))


def new_code(label: str, taken: Iterable[str]) -> str:
    """A code of the programme's own for this label: "Warm meals" gives "x-warm-meals". Never one that was used."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = OWN_PREFIX + (re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "term")
    used, number = set(taken), 1
    code = stem[:LONGEST_CODE].rstrip("-")
    while code in used:
        number += 1
        tail = f"-{number}"
        code = stem[: LONGEST_CODE - len(tail)].rstrip("-") + tail
    return code


def with_term(
    shipped: Iterable[Term], changes: Mapping[str, Any] | None, label: str, hint: str
) -> tuple[Changes, str]:
    """Add a term of the programme's own at the end; the changes and its code."""
    before, kept = merged(shipped, changes), _copy(changes)
    code = new_code(label, [term.code for term in before])
    kept["own"] = [*kept.get("own", []), {"code": code, "label": label, "hint": hint}]
    kept["order"] = [*(term.code for term in before), code]
    return kept, code


def with_words(
    shipped: Iterable[Term], changes: Mapping[str, Any] | None, code: str, label: str, hint: str
) -> Changes:
    """Say a term otherwise. A shipped one said as it was shipped is no change."""
    kept, was = _copy(changes), {term.code: term for term in shipped}.get(code)
    if was is None:
        kept["own"] = [
            one | {"label": label, "hint": hint} if one["code"] == code else one
            for one in kept.get("own", [])
        ]
        return kept
    said = {key: value for key, value in kept.get("said", {}).items() if key != code}
    if (label, hint) != (was.label, was.hint):
        said[code] = {"label": label, "hint": hint}
    return kept | {"said": said}


def with_hidden(changes: Mapping[str, Any] | None, code: str, hidden: bool) -> Changes:
    """Offer a term no longer, or again."""
    kept = _copy(changes)
    rest = [one for one in kept.get("hidden", []) if one != code]
    return kept | {"hidden": [*rest, code] if hidden else rest}


def moved(shipped: Iterable[Term], changes: Mapping[str, Any] | None, code: str, by: int) -> Changes:
    """Move a term one place up (-1) or down (+1) among all terms; at the end of the list nothing changes."""
    order = [term.code for term in merged(shipped, changes)]
    here = order.index(code)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return _copy(changes) | {"order": order}


def with_code(changes: Mapping[str, Any] | None, code: str, mapping: Code) -> Changes:
    """Give a term its counterpart in one coding system; an empty one takes it away."""
    kept = _copy(changes)
    of_term = dict(kept.get("codes", {}).get(code, {}))
    of_term.pop(mapping.system, None)
    if mapping.code:
        of_term[mapping.system] = {
            "code": mapping.code,
            "display": mapping.display,
            "version": mapping.version,
            "licence": mapping.licence,
        }
    rest = {key: value for key, value in kept.get("codes", {}).items() if key != code}
    return kept | {"codes": rest | ({code: of_term} if of_term else {})}


def is_own(code: str) -> bool:
    """Whether a code is a programme's own: no shipped code begins so."""
    return code.startswith(OWN_PREFIX)


def _copy(changes: Mapping[str, Any] | None) -> Changes:
    return dict(changes or {})
