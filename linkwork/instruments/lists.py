"""Which words may be chosen for needs, topics, kinds of support, modes, sources, reasons and languages?

Each list is one JSON file in `data/lists` with its source, licence, author, version and day of review. A file that
lacks something is refused by name, so that nothing without an origin reaches a page. Labels are English and are shown
through gettext; codes never change their meaning.

A programme makes a list its own (see `rules.own`): `terms_of`, `all_of` and `term_of` say what its list holds then.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from linkwork.core.errors import NotFound
from linkwork.instruments.rules.own import merged
from linkwork.instruments.rules.terms import Term as Term

FOLDER = Path(__file__).parent / "data" / "lists"
KEYS = ("id", "name", "source", "licence", "author", "version", "reviewed_on", "terms")
TERM_KEYS = ("code", "label", "hint")
TERM_MAY_HAVE = ("group",)


class HasLists(Protocol):
    """Whatever carries a programme's own lists: its card."""

    @property
    def lists(self) -> Mapping[str, Any]: ...


Own = HasLists | Mapping[str, Any] | None


@dataclass(frozen=True)
class ListCard:
    """One list with where it comes from."""

    id: str
    name: str
    source: str
    licence: str
    author: str
    version: str
    reviewed_on: dt.date
    terms: tuple[Term, ...]


def list_ids() -> tuple[str, ...]:
    """The ids of all lists, in order of name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def card(list_id: str) -> ListCard:
    """The whole list. Raises NotFound for an unknown id, ValueError naming file and key for a faulty file."""
    path = FOLDER / f"{list_id}.json"
    if list_id not in list_ids():
        raise NotFound(f'There is no list "{list_id}".')
    return read(path)


def terms(list_id: str) -> tuple[Term, ...]:
    """The list's terms in the order they are offered."""
    return card(list_id).terms


def term(list_id: str, code: str) -> Term:
    """One term. Raises NotFound where the list has no such code."""
    found = _by_code(list_id).get(code)
    if found is None:
        raise NotFound(f'The list "{list_id}" has no term "{code}".')
    return found


def has(list_id: str, code: str) -> bool:
    """Whether the list has this code."""
    return code in _by_code(list_id)


@cache
def _by_code(list_id: str) -> dict[str, Term]:
    return {term.code: term for term in terms(list_id)}


def all_of(own: Own, list_id: str) -> tuple[Term, ...]:
    """Every term of a programme's list in its order, hidden ones too. `own` is its card, its lists, or None."""
    lists = own if own is None or isinstance(own, Mapping) else own.lists
    return merged(terms(list_id), (lists or {}).get(list_id))


def terms_of(own: Own, list_id: str) -> tuple[Term, ...]:
    """The terms a programme offers, in its order."""
    return tuple(term for term in all_of(own, list_id) if not term.hidden)


def term_of(own: Own, list_id: str, code: str) -> Term:
    """One term as the programme says it, also a hidden one. Raises NotFound where the list has no such code."""
    for found in all_of(own, list_id):
        if found.code == code:
            return found
    raise NotFound(f'The list "{list_id}" has no term "{code}".')


def label_of(own: Own, list_id: str, code: str) -> str:
    """What the programme calls a term, to be shown through gettext; the code itself where the list has lost it."""
    try:
        return term_of(own, list_id, code).label
    except NotFound:
        return code


def own_labels(own: Own) -> dict[str, dict[str, str]]:
    """What a programme calls its own terms and those it says otherwise, by list and code; no list as shipped."""
    shipped = {list_id: {term.code: term.label for term in terms(list_id)} for list_id in list_ids()}
    said = {
        list_id: {
            term.code: term.label for term in all_of(own, list_id) if known.get(term.code) != term.label
        }
        for list_id, known in shipped.items()
    }
    return {list_id: labels for list_id, labels in said.items() if labels}


def has_of(own: Own, list_id: str, code: str) -> bool:
    """Whether the programme's list has this code. A hidden one counts: an entry may be older than the hiding."""
    return has(list_id, code) or any(term.code == code for term in all_of(own, list_id))


def read(path: Path) -> ListCard:
    """Read one file strictly. Raises ValueError that names the file and the key at fault."""
    data = json.loads(path.read_text("utf-8"))
    _check_keys(data, KEYS, (), path.name)
    if data["id"] != path.stem:
        raise ValueError(f'{path.name}: the key "id" says "{data["id"]}"; it must be the name of the file.')
    found = tuple(_term(raw, f"{path.name}, term {number}") for number, raw in enumerate(data["terms"], 1))
    codes = [term.code for term in found]
    for code in codes:
        if codes.count(code) > 1:
            raise ValueError(f'{path.name}: the code "{code}" stands there twice.')
    reviewed_on = dt.date.fromisoformat(data["reviewed_on"])
    return ListCard(**{key: data[key] for key in KEYS} | {"terms": found, "reviewed_on": reviewed_on})


def _term(raw: Any, where: str) -> Term:
    _check_keys(raw, TERM_KEYS, TERM_MAY_HAVE, where)
    for key in ("code", "label"):
        if not raw[key]:
            raise ValueError(f'{where}: the key "{key}" is empty.')
    return Term(**raw)


def _check_keys(data: Any, must: tuple[str, ...], may: tuple[str, ...], where: str) -> None:
    for key in must:
        if key not in data:
            raise ValueError(f'{where}: the key "{key}" is missing.')
    for key in data:
        if key not in must + may:
            raise ValueError(f'{where}: the key "{key}" is not known.')
