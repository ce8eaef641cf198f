"""What every action of this room asks first: is it there, is it a term of the list, can it be kept?"""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Case, Person
from linkwork.casework.rules.states import CaseState
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.rows import the_one
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments import lists
from linkwork.instruments.rules.own import is_own
from linkwork.programmes import reads as programmes


def locked_case(case_id: UUID, by: Viewer) -> Case:
    """The case's row, locked until the action ends. Raises NotAllowed, NotFound."""
    check_may_see_people(by)
    rows = Case.objects.select_for_update().filter(programme_id=by.programme, id=case_id)
    row = the_one(rows.filter(seen_by(by)))
    if row is None:
        raise NotFound(_("There is no such case in this programme."))
    return row


def locked_person(person_id: UUID, by: Viewer) -> Person:
    """The person's row, locked until the action ends. Raises NotAllowed, NotFound."""
    check_may_see_people(by)
    rows = Person.objects.select_for_update().filter(programme_id=by.programme, id=person_id)
    row = the_one(rows.filter(seen_by(by, "id"), merged_into__isnull=True))
    if row is None:
        raise NotFound(_("There is no such person in this programme."))
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


def has_term(list_id: str, code: str, programme_id: UUID) -> bool:
    """Whether the programme's list has this term; asks the database only for one of its own."""
    if not is_own(code):
        return lists.has(list_id, code)
    return lists.has_of(programmes.own_lists(programme_id), list_id, code)


def check_term(field: str, list_id: str, code: str, programme_id: UUID) -> None:
    """Raise Invalid for `field` unless the programme's list has this term."""
    if not has_term(list_id, code, programme_id):
        raise Invalid({field: _("Choose one of the list.")})


def check_text(field: str, text: str) -> None:
    """Raise Invalid for `field` where nothing was written."""
    if not text.strip():
        raise Invalid({field: _("Write a few words.")})
