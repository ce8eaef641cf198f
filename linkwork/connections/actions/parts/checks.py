"""What several actions check or choose in the same way."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseHead
from linkwork.casework.rules.consent import Purpose
from linkwork.connections.models import Connection
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import Kind as ViewerKind
from linkwork.core.viewer import Viewer, system

PURPOSE = Purpose.SHARE  # with an organisation, to connect


def check_need(by: Viewer, case_id: UUID, need_id: UUID) -> None:
    """Raise Invalid where the need belongs to another case."""
    if cases.need(by, need_id).case_id != case_id:
        raise Invalid({"need": _("That need belongs to somebody else.")})


def check_case_runs(case: CaseHead, at: dt.datetime) -> None:
    """Raise Refused for a case that was closed before `at`: nobody is connected behind their back."""
    if case.closed_on is not None and case.closed_on < timezone.localdate(at):
        raise Refused(_("This case is closed. Open a new one before you connect them to something."))


def still_agreed(row: Connection, by: Viewer, at: dt.datetime) -> bool:
    """Whether what this connection shares may still be shared; true where nothing is."""
    inside = system(by.programme)  # a partner or the person may be the one who acts; they see no record by it
    return not row.shared or cases.may_share(inside, row.case_id, PURPOSE, row.recipient, at=at)


def check_still_agreed(row: Connection, by: Viewer, at: dt.datetime) -> None:
    """Raise Refused once the person has taken their consent back, or it has run out: nothing more goes out."""
    if not still_agreed(row, by, at):
        raise Refused(_("The person no longer agrees that we share. Ask them before anything more goes out."))


def worker_for(by: Viewer, case_worker: UUID | None) -> UUID | None:
    """Who is asked when a question comes: whoever acts, or else the case's own worker."""
    return by.id if by.kind is ViewerKind.LOGIN else case_worker
