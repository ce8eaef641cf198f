"""What a term of a list is in a FHIR file: the programme's own words, and the codes the deployment entered for it."""

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.exchange.fhir.categories import category_of
from linkwork.exchange.fhir.writing.parts import Resource, coding
from linkwork.instruments import lists
from linkwork.instruments.lists import Own
from linkwork.instruments.rules.codes import CANONICAL, System
from linkwork.instruments.rules.terms import Term


def said(own: Own, list_id: str, code: str) -> str:
    """The label as the programme says it; empty for no code."""
    return _(lists.label_of(own, list_id, code)) if code else ""


def codings(own: Own, list_id: str, code: str) -> tuple[Resource, ...]:
    """A Coding for each system the deployment mapped the term to, always in the order of `System`."""
    found = _term(own, list_id, code)
    mapped = [(system, found.codes[system]) for system in System if system in found.codes] if found else []
    return tuple(coding(CANONICAL[system], one.code, one.display, one.version) for system, one in mapped)


def category(own: Own, need: str) -> str:
    """The guide's category for a need: the one the deployment entered, else the one we know."""
    found = _term(own, "needs", need)
    entered = found.codes.get(System.GRAVITY) if found else None
    return entered.code if entered else category_of(need)


def _term(own: Own, list_id: str, code: str) -> Term | None:
    try:
        return lists.term_of(own, list_id, code)
    except NotFound:
        return None
