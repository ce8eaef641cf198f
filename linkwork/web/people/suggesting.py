"""What a worker's note suggests, as tiles: what would be filled in, and because of which words."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from linkwork.casework.rules.suggest import Suggestion, language_of, suggest
from linkwork.core.text import one_line
from linkwork.instruments import suggest as words
from linkwork.web.people.encounter_form import length_of
from linkwork.web.people.words import label
from linkwork.web.shared.days import day_said

TICKS = {"nobody", "interpreter", "linking", "education"}
NEED_SLOTS = ("need_1", "need_2", "need_3")
SEVERAL = {"topics", "support_types"}
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Offer:
    """One tile. `sets` is what a tap fills in, as a query string of fields and values ("length=other&minutes=25")."""

    title: str
    because: str
    sets: str


def offers(typed: QueryDict | dict[str, Any], form: Form, today: dt.date) -> list[Offer]:
    """What the note of a form suggests and the form does not say yet. Nothing is stored, nothing is filled in."""
    found = _suggestions(str(typed.get("note", "")), today)
    held = {name: _values(typed, name) for name in form.fields}
    shown = []
    for one in found:
        pairs = _pairs(one)
        if _fits(pairs, form) and not _held(pairs, held):
            because = _("because you wrote “%(words)s”") % {"words": one_line(one.evidence, 80)}
            shown.append(Offer(_title(one, today), because, urlencode(pairs)))
    return shown


def taken(typed: QueryDict, chosen: Iterable[str]) -> dict[str, Any]:
    """What was typed with these tiles filled in, as the beginnings of a form."""
    values: dict[str, Any] = {
        name: typed.getlist(name) if name in SEVERAL else typed.get(name) for name in typed
    }
    for sets in chosen:
        for name, value in parse_qsl(sets):
            if name in SEVERAL:
                values[name] = [*values.get(name, []), value]
            elif name == "need":
                free = [slot for slot in NEED_SLOTS if not values.get(slot)]
                values |= {free[0]: value} if free else {}
            else:
                values[name] = value
    return values


def _suggestions(note: str, today: dt.date) -> tuple[Suggestion, ...]:
    known = {name: words.lexicon(name) for name in words.languages()}
    here = (get_language() or "en").lower()
    page = here if here in known else here.split("-")[0]
    return suggest(note, known[language_of(note, known, page if page in known else "en")], today)


def _pairs(one: Suggestion) -> Pairs:
    """The fields of the form that a suggestion fills in."""
    if one.field == "minutes":
        return [(name, str(value)) for name, value in length_of(int(one.value)).items()]
    if one.field in TICKS:
        return [(one.field, "on")]
    return [(one.field, one.value)]


def _fits(pairs: Pairs, form: Form) -> bool:
    """Whether the form has these fields, and these values where it has a list."""
    for name, value in pairs:
        field: Any = form.fields.get(NEED_SLOTS[0] if name == "need" else name)
        if field is None:
            return False
        choices = getattr(field, "choices", None)
        if choices is not None and value not in {str(code) for code, _label in choices}:
            return False
    return True


def _held(pairs: Pairs, held: Mapping[str, Collection[str]]) -> bool:
    """Whether the form says all this already."""
    for name, value in pairs:
        names = NEED_SLOTS if name == "need" else (name,)
        if not any(value in held.get(one, ()) for one in names):
            return False
    return True


def _values(typed: QueryDict | dict[str, Any], name: str) -> list[str]:
    if isinstance(typed, QueryDict):
        return typed.getlist(name)
    value = typed.get(name)
    values = value if isinstance(value, list) else [value]
    return ["on" if one is True else str(one) for one in values if one not in (None, False, "")]


LISTS = {
    "mode": "contact_modes",
    "topics": "contact_topics",
    "support_types": "support_types",
    "need": "needs",
    "language": "languages",
}


def _title(one: Suggestion, today: dt.date) -> str:
    """What a tap would fill in."""
    if one.field in LISTS:
        term = label(LISTS[one.field], one.value)
        return _("A need: %(term)s") % {"term": term} if one.field == "need" else term
    if one.field.startswith("minutes"):
        return _minutes_said(one.field, int(one.value))
    if one.field == "follow_up_on":
        return _("Follow up %(day)s") % {"day": day_said(dt.date.fromisoformat(one.value), today)}
    if one.field == "accompanied_to":
        return _("Went along to %(place)s") % {"place": one_line(one.value, 60)}
    return {
        "nobody": _("Nobody answered"),
        "interpreter": _("With an interpreter"),
        "linking": _("It linked them to support"),
        "education": _("It explained or taught something"),
        "planned": _("Planned") if one.value == "yes" else _("Dropped in"),
        "first": _("First contact") if one.value == "yes" else _("We have met before"),
    }[one.field]


def _minutes_said(field: str, minutes: int) -> str:
    said = ngettext("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}
    if field == "minutes_travel":
        return _("%(minutes)s on the way") % {"minutes": said}
    if field == "minutes_admin":
        return _("%(minutes)s at the desk") % {"minutes": said}
    return said
