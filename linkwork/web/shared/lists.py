"""The lists as the programme of this request says them: set at the door, so that no page asks the database for them.

Like the language of a page, they belong to the request and not to each function that names a term.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.instruments import lists
from linkwork.instruments.lists import Own, Term
from linkwork.instruments.rules.codes import System
from linkwork.instruments.rules.terms import Code

SYSTEMS = {
    System.SNOMED_CT: "SNOMED CT",
    System.LOINC: "LOINC",
    System.ICD_10: "ICD-10",
    System.GRAVITY: "Gravity",
}
_SPOKEN: ContextVar[Own] = ContextVar("lists", default=None)


@contextmanager
def spoken(own: Own) -> Iterator[None]:
    """Within it, terms are those of `own`: a programme's card or its lists."""
    token = _SPOKEN.set(own)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def speak(own: Own) -> None:
    """The same until the request ends: for a page without an account, once it knows whose page it is."""
    _SPOKEN.set(own)


def terms(list_id: str) -> tuple[Term, ...]:
    """The terms offered, in order."""
    return lists.terms_of(_SPOKEN.get(), list_id)


def term(list_id: str, code: str) -> Term | None:
    """One term, also a hidden one; None where the list has lost it."""
    try:
        return lists.term_of(_SPOKEN.get(), list_id, code)
    except NotFound:
        return None


def label(list_id: str, code: str) -> str:
    """A term as it is shown; empty for no code, the code itself where the list has lost it."""
    if not code:
        return ""
    found = term(list_id, code)
    return _(found.label) if found else code


def hint(list_id: str, code: str) -> str:
    """What helps to choose a term; empty for none."""
    found = term(list_id, code)
    return _(found.hint) if found and found.hint else ""


def codes(list_id: str, chosen: Iterable[str]) -> list[str]:
    """The codes of other systems for these terms ("SNOMED CT 73211009"), where the deployment has entered any."""
    found = (term(list_id, code) for code in chosen)
    return [code_said(code) for one in found if one for code in one.codes.values()]


def code_said(code: Code) -> str:
    """A code with the name of its system, to be copied."""
    return f"{SYSTEMS[System(code.system)]} {code.code}"
