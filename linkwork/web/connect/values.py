"""What could be shared of a person, with the values themselves: so that the form shows exactly what will be seen."""

from django.utils.translation import gettext as _

from linkwork.casework.reads import CaseCard
from linkwork.connections.rules import Shared
from linkwork.web.connect.words import SHARED
from linkwork.web.shared import lists


def need_name(term: str) -> str:
    """A need's term as the programme says it."""
    return lists.label("needs", term)


def language_name(code: str) -> str:
    """A language in the reader's own; the code itself where the list lacks it."""
    return lists.label("languages", code)


def shareable(case: CaseCard) -> list[tuple[Shared, str]]:
    """(what, "Phone: 0411 222 333") for what is known of the person; what they hope for is written in the form."""
    known = {
        Shared.NAME: case.name,
        Shared.PHONE: case.phone,
        Shared.EMAIL: case.email,
        Shared.LANGUAGE: language_name(case.language) if case.language else "",
    }
    found = [
        (what, _("%(what)s: %(value)s") % {"what": SHARED[what], "value": value})
        for what, value in known.items()
        if value
    ]
    return [*found, (Shared.WANTS, _("What they hope for, as you write it here"))]


def ticked(values: list[tuple[Shared, str]]) -> list[str]:
    """What is ticked to begin with: as little as a service needs."""
    there = [what for what, _label in values]
    reach = Shared.PHONE if Shared.PHONE in there else Shared.EMAIL
    return [what.value for what in there if what in (Shared.NAME, reach, Shared.WANTS)]
