"""Can a person be kept as entered?"""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.actions.parts.checks import has_term
from linkwork.casework.rules.persons import PersonDetails, Prefers, on_earth
from linkwork.core.errors import Invalid

MOST_NAMES, MOST_WAYS = 6, 6
LONGEST_NAME, LONGEST_WAY = 80, 120


def check_details(details: PersonDetails, programme_id: UUID, at: dt.datetime) -> None:
    """Raise Invalid, by field, where the person cannot be kept as entered."""
    errors = _birth(details, timezone.localdate(at)) | _lists(details, programme_id) | _several(details)
    if not details.given_name.strip():
        errors["given_name"] = _("Enter a name, or what they are called.")
    if details.place is not None and not on_earth(details.place):
        errors["place"] = _("Enter a latitude from -90 to 90 and a longitude from -180 to 180.")
    if details.prefers is not Prefers.ANY and details.prefers in details.never_by:
        errors["prefers"] = _("Choose a way that is not among those never to be used.")
    if errors:
        raise Invalid(errors)


def _birth(details: PersonDetails, today: dt.date) -> dict[str, str]:
    errors = {}
    if details.born_year is not None and details.born_on is not None:
        errors["born_year"] = _("Enter the year or the day of birth, not both.")
    elif details.born_year is not None and not 1900 <= details.born_year <= today.year:
        errors["born_year"] = _("Enter a year between 1900 and %(year)s.") % {"year": today.year}
    if details.born_on is not None and not dt.date(1900, 1, 1) <= details.born_on <= today:
        errors["born_on"] = _("Enter a day of birth that is not in the future.")
    return errors


def _lists(details: PersonDetails, programme_id: UUID) -> dict[str, str]:
    chosen = {
        "language": ("languages", (details.language,)),
        "reading_language": ("languages", (details.reading_language,)),
        "access_needs": ("access_needs", details.access_needs),
    }
    return {
        field: _("Choose one of the list.")
        for field, (list_id, codes) in chosen.items()
        if any(code and not has_term(list_id, code, programme_id) for code in codes)
    }


def _several(details: PersonDetails) -> dict[str, str]:
    errors = {}
    if len(details.other_names) > MOST_NAMES or any(len(n) > LONGEST_NAME for n in details.other_names):
        errors["other_names"] = _("Keep up to six other names, each of up to 80 letters.")
    ways = [text for way in details.other_ways for text in (way.value, way.whose)]
    if len(details.other_ways) > MOST_WAYS or any(len(text) > LONGEST_WAY for text in ways):
        errors["other_ways"] = _("Keep up to six other ways, each of up to 120 letters.")
    return errors
