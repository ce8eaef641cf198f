"""What every action of this room asks first: is it there, is it a term of the list, can it be kept?"""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.models import Case
from linkwork.casework.rules.persons import PersonDetails, on_earth
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes


def locked_case(case_id: UUID, by: Viewer) -> Case:
    """The case's row, locked until the action ends. Raises NotAllowed, NotFound."""
    check_may_see_people(by)
    row = Case.objects.select_for_update().filter(programme_id=by.programme, id=case_id).first()
    if row is None:
        raise NotFound(_("There is no such case in this programme."))
    return row


def running_case(case_id: UUID, by: Viewer) -> Case:
    """`locked_case`; raises Refused where it is closed."""
    row = locked_case(case_id, by)
    if row.state == CaseState.CLOSED:
        raise Refused(_("This case is closed. Take the person on again to go on."))
    return row


def worker_of(by: Viewer) -> UUID | None:
    """The worker who acts, None for the command line."""
    return by.id if by.kind is Kind.LOGIN else None


def check_worker(worker_id: UUID, by: Viewer) -> None:
    """Raise Invalid unless the worker works in the viewer's programme now."""
    try:
        gone = programmes.worker(by, worker_id).until is not None
    except NotFound:
        gone = True
    if gone:
        raise Invalid({"worker": _("Choose somebody who works in this programme now.")})


def check_term(field: str, list_id: str, code: str) -> None:
    """Raise Invalid for `field` unless the list has this term."""
    if not lists.has(list_id, code):
        raise Invalid({field: _("Choose one of the list.")})


def check_text(field: str, text: str) -> None:
    """Raise Invalid for `field` where nothing was written."""
    if not text.strip():
        raise Invalid({field: _("Write a few words.")})


def check_details(details: PersonDetails, at: dt.datetime) -> None:
    """Raise Invalid, by field, where the person cannot be kept as entered."""
    today = timezone.localdate(at)
    errors = {}
    if not details.given_name.strip():
        errors["given_name"] = _("Enter a name, or what they are called.")
    if details.born_year is not None and details.born_on is not None:
        errors["born_year"] = _("Enter the year or the day of birth, not both.")
    elif details.born_year is not None and not 1900 <= details.born_year <= today.year:
        errors["born_year"] = _("Enter a year between 1900 and %(year)s.") % {"year": today.year}
    if details.born_on is not None and not dt.date(1900, 1, 1) <= details.born_on <= today:
        errors["born_on"] = _("Enter a day of birth that is not in the future.")
    if details.place is not None and not on_earth(details.place):
        errors["place"] = _("Enter a latitude from -90 to 90 and a longitude from -180 to 180.")
    if details.language and not lists.has("languages", details.language):
        errors["language"] = _("Choose one of the list.")
    if errors:
        raise Invalid(errors)
